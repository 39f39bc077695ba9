"""Files are read in a process of their own, with limits of time and memory.

A file may be made to exhaust its reader: a PDF whose pages go round in a circle, a page that unpacks to gigabytes. Then the
process ends, the file costs one sentence, and the next one gets a new process.
"""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Self

from loaders.child import Child, start
from loaders.errors import LoaderError
from loaders.formats import read_file
from loaders.page import Page

SECONDS = 60.0  # for the next page of a file; 200 pages of PDF take 1 second, 2 million characters of HTML 6
MEMORY = 1 << 30  # bytes of address space; the 10 MB of XML that a DOCX may have need half of it


class Reader:
    """Reads files one after another; a context manager, which ends its process."""

    def __init__(self, *, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self.seconds = seconds
        self.memory = memory
        self._child: Child | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._stop()

    def read(self, path: Path) -> Iterator[Page | LoaderError]:
        """The pages of a file, and an error for what of it cannot be read; its message is without the file's name.

        A file is read to its end before the next one is asked for.
        """
        count = 0
        for item in self._items(path):
            if isinstance(item, str):
                self._stop()
                place = f" after article {count}" if count else ""
                yield LoaderError(f"{item}{place}; split it, or open it where it was made and save it again")
                return
            count += isinstance(item, Page)
            yield item

    def _items(self, path: Path) -> Iterator[Page | LoaderError | str]:
        """What the process answers; in the end a reason where it did not come to an end by itself."""
        try:
            child = self._child = self._child or start(_serve, subprocess.DEVNULL, self.memory)
            child.pipe.send(path)
            while child.pipe.poll(self.seconds):
                item = child.pipe.recv()
                if item is None:
                    return
                yield item
        except (EOFError, ConnectionResetError, BrokenPipeError):
            yield "is damaged: its reading broke off"
        else:
            yield f"took more than {self.seconds:g} seconds to read and was stopped"

    def _stop(self) -> None:
        if self._child is not None:
            self._child.stop()
            self._child = None


def _serve(pipe: Connection, memory: int) -> None:
    """In the new process: for each path its pages, then None."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    while True:
        try:
            path = pipe.recv()
        except EOFError:
            return
        try:
            for item in read_file(path):
                pipe.send(item)
        except LoaderError as error:
            pipe.send(error)
        except MemoryError:
            pipe.send(f"needs more than {memory >> 20} MB of memory to read")
        pipe.send(None)
