"""A fresh Python process with a pipe to it, for work that may have to be stopped.

`multiprocessing` starts such a process by running the caller's main module again: a script without a `__main__` guard would
do its work twice, one read from standard input could not be found. Here the process gets the module path and nothing else.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from typing import IO, Concatenate, ParamSpec

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Child:
    """The process and our end of the pipe."""

    process: subprocess.Popen[bytes]
    pipe: Connection

    @property
    def running(self) -> bool:
        return self.process.poll() is None and not self.pipe.closed

    def stop(self) -> None:
        """Kill the process and close the pipe; once stopped, nothing happens."""
        self.process.kill()
        self.process.wait()
        self.pipe.close()


def start(
    work: Callable[Concatenate[Connection, P], None], log: IO[bytes] | int, /, *args: P.args, **kwargs: P.kwargs
) -> Child:
    """Run `work(pipe, ...)` in a new process; all must be picklable. Its standard error goes to `log`."""
    ours, theirs = Pipe()
    code = f"import sys; sys.path[:] = {sys.path!r}; from loaders.child import serve; serve({theirs.fileno()})"
    process = subprocess.Popen([sys.executable, "-c", code], pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL, stderr=log)
    theirs.close()
    ours.send((work, args, kwargs))
    return Child(process, ours)


def serve(descriptor: int) -> None:
    """In the new process: receive the work, and do it."""
    pipe = Connection(descriptor)
    work, args, kwargs = pipe.recv()
    work(pipe, *args, **kwargs)
