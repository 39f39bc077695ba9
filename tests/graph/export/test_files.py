"""Files are replaced whole or not at all, and never where somebody else wrote them (case O-26)."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graph.errors import ExportError
from graph.export.files import MANIFEST, replacing, replacing_files


def listing(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name != MANIFEST)


def write(target: Path, text: str, *, force: bool = False) -> None:
    with replacing(target, force=force) as file:
        file.write(text.encode())


def fail(target: Path, error: Exception) -> None:
    with replacing(target) as file:
        file.write(b"half")
        raise error


def test_what_is_written_takes_the_name_at_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    write(target, "old")
    with replacing(target) as file:
        file.write(b"new")
        assert target.read_text() == "old"
    assert target.read_text() == "new"
    assert listing(tmp_path) == ["a.txt"]


@pytest.mark.parametrize("before", ["old", None])
def test_a_failing_export_leaves_what_was_there(tmp_path: Path, before: str | None) -> None:
    target = tmp_path / "a.txt"
    if before is not None:
        write(target, before)
    with pytest.raises(ZeroDivisionError):
        fail(target, ZeroDivisionError())
    assert listing(tmp_path) == ([] if before is None else ["a.txt"])
    assert before is None or target.read_text() == before


def test_a_full_disk_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"a\.txt: cannot be written \(No space left on device\)"):
        fail(tmp_path / "a.txt", OSError(28, "No space left on device"))
    assert listing(tmp_path) == []


@pytest.mark.parametrize("kind", ["link to a file", "link to nothing", "folder", "no folder above"])
@pytest.mark.parametrize("force", [False, True])
def test_o_26_a_target_that_cannot_be_a_file_is_refused(tmp_path: Path, kind: str, force: bool) -> None:
    other, target = tmp_path / "other.txt", tmp_path / "a.txt"
    if kind == "link to a file":
        other.write_text("mine")
    if kind.startswith("link"):
        target.symlink_to(other)
    elif kind == "folder":
        target.mkdir()
    else:
        target = tmp_path / "none" / "a.txt"
    with pytest.raises(ExportError, match=r"a\.txt: "):
        write(target, "x", force=force)
    assert other.exists() == (kind == "link to a file")
    assert kind != "link to a file" or other.read_text() == "mine"


def test_o_26_a_file_that_simpul_did_not_write_needs_force(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("mine")
    with pytest.raises(ExportError, match=r"a\.txt: was not written by Simpul, or was changed since; --force writes over it"):
        write(target, "x")
    assert target.read_text() == "mine"
    write(target, "x", force=True)
    write(target, "y")
    assert target.read_text() == "y"


def test_o_26_a_file_that_somebody_changed_needs_force(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    write(target, "x")
    target.write_text("x with my corrections")
    with pytest.raises(ExportError, match="changed since"):
        write(target, "y")
    assert target.read_text() == "x with my corrections"


def test_o_26_an_output_may_lie_anywhere(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "a")
    write(tmp_path / "a" / "b" / ".." / "one.txt", "x")
    write(tmp_path / "link" / "two.txt", "x")
    assert listing(tmp_path / "a") == ["b", "one.txt", "two.txt"]


def test_a_manifest_that_cannot_be_read_knows_nothing(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", "x")
    (tmp_path / MANIFEST).write_text("{")
    with pytest.raises(ExportError, match="was not written by Simpul"):
        write(tmp_path / "a.txt", "y")


def test_a_crash_before_the_last_step_leaves_a_file_that_is_still_simpuls(tmp_path: Path) -> None:
    """The manifest names the new file before it is there, and the old one with it."""
    target = tmp_path / "a.txt"
    write(target, "old")
    write(target, "new")
    target.write_text("old")
    write(target, "newest")
    assert len(json.loads((tmp_path / MANIFEST).read_text())["a.txt"]) == 2


def test_files_of_a_folder_are_replaced_and_others_stay(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "csv"
    for text in ("first", "second"):
        with replacing_files(folder, ["a", "b"]) as staged:
            (staged / "a").write_text(text)
            (staged / "b").write_text(text)
        (folder / "thesis.txt").write_text("mine")
    assert {path.name: path.read_text() for path in folder.iterdir() if path.name != MANIFEST} == {
        "a": "second",
        "b": "second",
        "thesis.txt": "mine",
    }


def test_a_failing_export_leaves_the_files_of_a_folder(tmp_path: Path) -> None:
    def fail_in_folder() -> None:
        with replacing_files(tmp_path, ["a", "b"]) as staged:
            (staged / "a").write_text("half")
            raise ZeroDivisionError

    with replacing_files(tmp_path, ["a"]) as staged:
        (staged / "a").write_text("whole")
    with pytest.raises(ZeroDivisionError):
        fail_in_folder()
    assert listing(tmp_path) == ["a"]
    assert (tmp_path / "a").read_text() == "whole"


@pytest.mark.parametrize("kind", ["foreign file", "link", "folder", "link to a folder", "a file"])
def test_o_26_a_folder_in_which_a_file_cannot_be_written_is_refused(tmp_path: Path, kind: str) -> None:
    folder = tmp_path / "csv"
    match kind:
        case "link to a folder":
            (tmp_path / "other").mkdir()
            folder.symlink_to(tmp_path / "other")
        case "a file":
            folder.write_text("mine")
        case _:
            folder.mkdir()
    match kind:
        case "foreign file":
            (folder / "b").write_text("mine")
        case "link":
            (folder / "b").symlink_to(tmp_path / "other")
        case "folder":
            (folder / "b").mkdir()
    with pytest.raises(ExportError, match="csv"), replacing_files(folder, ["a", "b"]):
        pass
    assert not (folder / "a").exists()
