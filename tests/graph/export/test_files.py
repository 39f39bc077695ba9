"""A file or folder is replaced whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.errors import ExportError
from graph.export.files import replacing, replacing_folder


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_is_written_takes_the_name_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("old")
    with replacing(target) as file:
        file.write(b"new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert listing(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("before", ["old", None])
def test_a_failing_export_leaves_what_was_there(tmp_path: Path, before: str | None) -> None:
    target = tmp_path / "a.txt"
    if before is not None:
        target.write_text(before)

    def fail() -> None:
        with replacing(target) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert listing(tmp_path) == ([] if before is None else ["a.txt"])
    assert before is None or target.read_text() == before


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    def fail() -> None:
        with replacing(tmp_path / "a.txt"):
            raise OSError(28, "No space left on device")

    with pytest.raises(ExportError, match=r"a\.txt: cannot be written \(No space left on device\)"):
        fail()
    assert listing(tmp_path) == []


@pytest.mark.parametrize("kind", ["link to a file", "link to nothing", "folder", "no folder above"])
def test_a_target_that_cannot_be_a_file_is_refused(tmp_path: Path, kind: str) -> None:
    other, target = tmp_path / "other.txt", tmp_path / "a.txt"
    if kind == "link to a file":
        other.write_text("mine")
    if kind.startswith("link"):
        target.symlink_to(other)
    elif kind == "folder":
        target.mkdir()
    else:
        target = tmp_path / "none" / "a.txt"
    with pytest.raises(ExportError, match=r"a\.txt: "), replacing(target) as file:
        file.write(b"x")
    assert other.exists() == (kind == "link to a file")
    assert kind != "link to a file" or other.read_text() == "mine"


def test_a_folder_of_ours_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "csv"
    for text in ("first", "second"):
        with replacing_folder(target, marker="marker") as folder:
            (folder / "marker").touch()
            (folder / text).touch()
    assert listing(target) == ["marker", "second"]
    assert listing(tmp_path) == ["csv"]


def test_a_failing_export_leaves_the_old_folder(tmp_path: Path) -> None:
    target = tmp_path / "csv"
    with replacing_folder(target, marker="marker") as folder:
        (folder / "marker").touch()

    def fail() -> None:
        with replacing_folder(target, marker="marker") as folder:
            (folder / "half").touch()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert listing(target) == ["marker"]
    assert listing(tmp_path) == ["csv"]


def test_a_folder_with_other_things_is_refused(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    with pytest.raises(ExportError, match="holds what Simpul did not write"), replacing_folder(tmp_path, marker="marker"):
        pass
    assert listing(tmp_path) == ["thesis.txt"]
