"""A pool of processes in which one bad document costs one document.

`concurrent.futures` gives up the whole pool when a process dies, and has no time limit for a task. Here each process takes
one task at a time over its own pipe; one that dies or runs past the limit is replaced, and its task comes back as `Lost`.
"""

from __future__ import annotations

import subprocess
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, TypeVar

from graph.errors import SimpulError
from loaders import child
from ontology.errors import OntologyError

Task = TypeVar("Task")
Result = TypeVar("Result")

STARTING_SECONDS = 300.0  # a cold disk takes a minute to read spaCy and the model
ENDING_SECONDS = 10.0  # from a closed pipe to an exit code


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task that gave an error, or whose process died or was stopped."""

    task: Task
    reason: str


@dataclass(slots=True)
class _Worker(Generic[Task]):
    child: child.Child
    deadline: float
    task: Task | None = None


def run_all(
    tasks: Iterable[Task], setup: Callable[[], Callable[[Task], Result]], *, processes: int, seconds: float, log: Path
) -> Iterator[tuple[Task, Result] | Lost[Task]]:
    """Each task with its result, in the order in which they end.

    `setup` is called once in every process and gives the function for the tasks; it must be picklable, and so must tasks and
    results. What the processes write to standard error goes to the end of the file `log`.

    Raises:
        SimpulError, OntologyError: what `setup` raised, or a process ended before its first task.
    """
    waiting = list(reversed(list(tasks)))
    workers: list[_Worker[Task]] = [_start(setup, log) for _ in range(min(processes, len(waiting)))]
    try:
        while workers:
            soonest = min(w.deadline for w in workers)
            ended = wait([w.child.pipe for w in workers], timeout=max(0.0, soonest - time.monotonic()))
            for worker in [w for w in workers if w.child.pipe in ended or w.deadline <= time.monotonic()]:
                yield from _answer(worker, seconds)
                if waiting and worker.child.running:
                    _send(worker, waiting.pop(), seconds)
                    continue
                worker.child.stop()
                workers.remove(worker)
                if waiting:
                    workers.append(_start(setup, log))
    finally:
        for worker in workers:
            worker.child.stop()


def _answer(worker: _Worker[Task], seconds: float) -> Iterator[tuple[Task, Result] | Lost[Task]]:
    """What a worker has to say: that it is ready (nothing), a result, or that its task is lost."""
    task, process = worker.task, worker.child.process
    reason = f"its reading took more than {seconds:g} seconds"
    try:
        if worker.child.pipe.poll():
            answer: Result = worker.child.pipe.recv()
            worker.task = None
            if task is not None:
                yield Lost(task, str(answer)) if isinstance(answer, Exception) else (task, answer)
            elif isinstance(answer, Exception):
                raise answer
            return
    except (EOFError, ConnectionResetError):
        with suppress(subprocess.TimeoutExpired):
            process.wait(ENDING_SECONDS)  # its exit code says how it ended
        reason = f"its reading ended abnormally (exit {process.returncode})"
    worker.child.stop()
    if task is None:
        raise SimpulError(
            f"the reading of articles could not start (exit {process.returncode}); build.log in the graph says why"
        )
    yield Lost(task, reason)


def _start(setup: Callable[[], Callable[[Task], Result]], log: Path) -> _Worker[Task]:
    with log.open("ab") as handle:
        return _Worker(child.start(_serve, handle, setup), time.monotonic() + STARTING_SECONDS)


def _send(worker: _Worker[Task], task: Task, seconds: float) -> None:
    worker.task = task
    worker.deadline = time.monotonic() + seconds
    worker.child.pipe.send(task)


def _serve(pipe: Connection, setup: Callable[[], Callable[[Task], Result]]) -> None:
    """The loop of one process: prepare, say so, then a result or an error for each task until the pipe closes."""
    try:
        work = setup()
    except (SimpulError, OntologyError) as error:
        pipe.send(error)
        return
    pipe.send(None)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(_outcome(work, task))


def _outcome(work: Callable[[Task], Result], task: Task) -> Result | SimpulError:
    try:
        return work(task)
    except SimpulError as error:
        return error
