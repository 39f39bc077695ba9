"""Writing a file, or a folder of files, all or not at all.

What is written goes beside the target under another name, is forced to the disk and takes the target's name at the end: a
failing export leaves what was there, and a reader never sees half a file.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from graph.errors import ExportError


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file to write that takes the name `target` when the block ends well.

    Raises:
        ExportError: `target` is a symbolic link or a folder, or the file cannot be written; the old file is untouched.
    """
    _refuse_link(target)
    if target.is_dir():
        raise ExportError(f"{target}: is a folder; name a file")
    beside = _beside(target)
    with _explained(target):
        try:
            with beside.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            beside.replace(target)
            _sync_folder(target.parent)
        finally:
            beside.unlink(missing_ok=True)


@contextmanager
def replacing_folder(target: Path, *, marker: str) -> Iterator[Path]:
    """A folder to fill that takes the name `target` when the block ends well.

    An earlier folder of that name is replaced where it is empty or holds the file `marker`, which every export writes.

    Raises:
        ExportError: `target` is a symbolic link, a file, or a folder with other contents, or cannot be written.
    """
    _refuse_link(target)
    if target.exists() and not (target.is_dir() and ((target / marker).is_file() or not any(target.iterdir()))):
        raise ExportError(f"{target}: holds what Simpul did not write; name a new folder")
    beside = _beside(target)
    old = beside.with_suffix(".old")
    with _explained(target):
        try:
            beside.mkdir()
            yield beside
            for path in sorted(beside.iterdir()):
                with path.open("rb") as file:
                    os.fsync(file.fileno())
            if target.exists():
                target.rename(old)
            beside.rename(target)
            _sync_folder(target.parent)
        finally:
            if old.exists() and not target.exists():
                old.rename(target)
            for left in (beside, old):
                shutil.rmtree(left, ignore_errors=True)


def _refuse_link(target: Path) -> None:
    if target.is_symlink():
        raise ExportError(f"{target}: is a symbolic link; name the file that it points to")


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"{target}: cannot be written ({error.strerror}); what was there is untouched") from error


def _sync_folder(folder: Path) -> None:
    """Forces a rename to the disk; a file system that knows no such thing for folders is left as it is."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
