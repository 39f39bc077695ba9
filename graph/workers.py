"""A pool of processes in which one bad document costs one document.

`concurrent.futures` gives up the whole pool when a process dies, and has no time limit for a task. Here each process takes
one task at a time over its own pipe; one that dies or runs past the limit is replaced, and its task comes back as `Lost`.
Processes are started fresh (`spawn`), so that no lock or thread of the caller comes along.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Generic, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

STARTING_SECONDS = 300.0  # a cold disk takes a minute to read spaCy and the model
ENDING_SECONDS = 10.0  # from a closed pipe to an exit code


@dataclass(frozen=True, slots=True)
class Lost(Generic[Task]):
    """A task whose process died or was stopped."""

    task: Task
    reason: str


@dataclass(slots=True)
class _Worker(Generic[Task]):
    process: BaseProcess
    pipe: Connection
    deadline: float
    ready: bool = False
    task: Task | None = field(default=None)


def run_all(
    tasks: Iterable[Task], setup: Callable[[], Callable[[Task], Result]], *, processes: int, seconds: float, log: Path
) -> Iterator[tuple[Task, Result] | Lost[Task]]:
    """Each task with its result, in the order in which they end.

    `setup` is called once in every process and gives the function for the tasks; both must be picklable. What the processes
    write to standard error goes to the file `log`.
    """
    waiting = list(reversed(list(tasks)))
    workers = [_start(setup, log) for _ in range(min(processes, len(waiting)))]
    try:
        while workers:
            soonest = min(w.deadline for w in workers)
            ended = wait([w.pipe for w in workers], timeout=max(0.0, soonest - time.monotonic()))
            for worker in [w for w in workers if w.pipe in ended or w.deadline <= time.monotonic()]:
                yield from _answer(worker, seconds)
                if not worker.process.is_alive() or worker.pipe.closed:
                    workers.remove(worker)
                    if waiting:
                        workers.append(_start(setup, log))
                elif waiting:
                    _send(worker, waiting.pop(), seconds)
                else:
                    _stop(worker)
                    workers.remove(worker)
    finally:
        for worker in workers:
            _stop(worker)


def _answer(worker: _Worker[Task], seconds: float) -> Iterator[tuple[Task, Result] | Lost[Task]]:
    """What a worker has to say: that it is ready (nothing), a result, or that its task is lost."""
    task = worker.task
    reason = f"its reading took more than {seconds:g} seconds"
    try:
        if worker.pipe.poll():
            answer: Result = worker.pipe.recv()
            if task is not None:
                worker.task = None
                yield task, answer
            return
    except EOFError:
        worker.process.join(ENDING_SECONDS)  # its exit code says how it ended
        reason = f"its reading ended abnormally (exit {worker.process.exitcode})"
    _stop(worker)
    if task is None:
        raise ChildProcessError(f"a process of the build ended before its first document (exit {worker.process.exitcode})")
    yield Lost(task, reason)


def _start(setup: Callable[[], Callable[[Task], Result]], log: Path) -> _Worker[Task]:
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_serve, args=(theirs, setup, log), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours, time.monotonic() + STARTING_SECONDS)


def _send(worker: _Worker[Task], task: Task, seconds: float) -> None:
    worker.task = task
    worker.deadline = time.monotonic() + seconds
    worker.pipe.send(task)


def _stop(worker: _Worker[Task]) -> None:
    worker.process.kill()
    worker.process.join()
    worker.pipe.close()


def _serve(pipe: Connection, setup: Callable[[], Callable[[Task], Result]], log: Path) -> None:
    """The loop of one process: prepare, say so, then a result for each task until the pipe closes."""
    with log.open("a") as handle:
        os.dup2(handle.fileno(), 2)
    work = setup()
    pipe.send(None)
    while True:
        try:
            task = pipe.recv()
        except EOFError:
            return
        pipe.send(work(task))
