"""Writing files all or not at all, and never over what somebody else wrote.

What is written goes into a hidden folder beside the target, is forced to the disk and takes the target's name at the end: a
failing export leaves what was there, and a reader never sees half a file. `.simpul-exports.json` in the folder of the target
lists what Simpul wrote there by SHA-256; a file that it does not know, or that was changed since, is written over only by
`force`.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, Final

from graph.errors import ExportError

MANIFEST: Final = ".simpul-exports.json"

REMEMBERED: Final = 2
"""Digests kept of each file: between the writing of the manifest and the renaming of the file, the old one still stands."""


@contextmanager
def replacing(target: Path, *, force: bool = False) -> Iterator[BinaryIO]:
    """A file to write that takes the name `target` when the block ends well.

    Raises:
        ExportError: `target` is a symbolic link, a folder or, without `force`, a file that Simpul did not write; or the
            file cannot be written. The old file is untouched.
    """
    if target.is_dir():
        raise ExportError(f"{target}: is a folder; name a file")
    if not target.parent.is_dir():
        raise ExportError(f"{target}: there is no folder {target.parent}; make it first")
    staged = _staged(target.parent, [target.name], shown=target, force=force)
    with staged as folder, (folder / target.name).open("xb") as file:
        yield file


@contextmanager
def replacing_files(folder: Path, names: Sequence[str], *, force: bool = False) -> Iterator[Path]:
    """A folder in which to write files of these names; they are moved to `folder` when the block ends well.

    What else `folder` holds stays. It is made where it is missing.

    Raises:
        ExportError: `folder` is a symbolic link or a file, one of the files is a link, a folder or, without `force`, not
            Simpul's; or they cannot be written. The old files are untouched.
    """
    _refuse_link(folder)
    if folder.exists() and not folder.is_dir():
        raise ExportError(f"{folder}: is a file; name a folder")
    with _explained(folder):
        folder.mkdir(parents=True, exist_ok=True)
    with _staged(folder, names, shown=folder, force=force) as staged:
        yield staged


@contextmanager
def _staged(folder: Path, names: Sequence[str], *, shown: Path, force: bool) -> Iterator[Path]:
    for name in names:
        _refuse_foreign(folder / name, force=force)
    with _explained(shown), TemporaryDirectory(prefix=".simpul-", suffix=".part", dir=folder) as beside:
        yield Path(beside)
        _put_in_place(folder, Path(beside), names)


def _put_in_place(folder: Path, beside: Path, names: Sequence[str]) -> None:
    """Notes the files in the manifest and gives each its name, one export of the folder after the other."""
    digests = {name: _synced(beside / name) for name in names}
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        known = _known(folder)
        for name, digest in digests.items():
            known[name] = [digest, *(old for old in known.get(name, []) if old != digest)][:REMEMBERED]
        manifest = beside / MANIFEST
        manifest.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        _synced(manifest)
        for name in (MANIFEST, *names):
            (beside / name).replace(folder / name)
        with suppress(OSError):  # not every file system knows how to sync a folder
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _synced(path: Path) -> str:
    """Forces a file to the disk; its SHA-256."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
        return hashlib.file_digest(file, "sha256").hexdigest()


def _known(folder: Path) -> dict[str, list[str]]:
    """What Simpul wrote in a folder: digests by name. A manifest that cannot be read knows nothing."""
    try:
        known = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return {}
    return known if isinstance(known, dict) else {}


def _refuse_foreign(target: Path, *, force: bool) -> None:
    _refuse_link(target)
    if target.is_dir():
        raise ExportError(f"{target}: is a folder, and a file of this name is to be written; name another folder")
    if force or not target.exists():
        return
    with target.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    if digest not in _known(target.parent).get(target.name, []):
        raise ExportError(f"{target}: was not written by Simpul, or was changed since; --force writes over it")


def _refuse_link(target: Path) -> None:
    if target.is_symlink():
        raise ExportError(f"{target}: is a symbolic link; name the file or folder that it points to")


@contextmanager
def _explained(target: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ExportError(f"{target}: cannot be written ({error.strerror}); what was there is untouched") from error
