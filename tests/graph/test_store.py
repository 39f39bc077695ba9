"""Generations: what a reader sees while, after and instead of a build."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.errors import SimpulError, UsageError
from graph.store import current, locked, opened, write_generation


def quad(text: str) -> Quad:
    return Quad(NamedNode("urn:s"), NamedNode("urn:p"), Literal(text), DefaultGraph())


def write(graph: Path, text: str) -> None:
    with locked(graph):
        write_generation(graph, [quad(text)], {"text": text})


def read(graph: Path) -> list[Quad]:
    return list(opened(graph).open())


def test_a_new_generation_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    for text in ("first", "second", "third"):
        write(tmp_path, text)
        assert read(tmp_path) == [quad(text)]
    assert opened(tmp_path).manifest() == {"text": "third"}
    assert sorted(p.name for p in (tmp_path / "store").iterdir()) == ["000002", "000003", "CURRENT", "LOCK"]


def test_a_reader_keeps_the_generation_that_it_opened(tmp_path: Path) -> None:
    write(tmp_path, "first")
    reader = opened(tmp_path).open()
    write(tmp_path, "second")
    assert list(reader) == [quad("first")]


def test_a_build_that_fails_half_way_leaves_the_last_complete_graph(tmp_path: Path) -> None:
    def half() -> Iterator[Quad]:
        yield quad("second")
        raise SimpulError("the disk is full")

    write(tmp_path, "first")
    with locked(tmp_path), pytest.raises(SimpulError):
        write_generation(tmp_path, half(), {})
    assert read(tmp_path) == [quad("first")]
    write(tmp_path, "third")
    assert read(tmp_path) == [quad("third")]


def test_a_killed_build_leaves_the_last_complete_graph(tmp_path: Path) -> None:
    write(tmp_path, "first")
    killed = """
import os, sys
from pathlib import Path
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad
from graph.store import locked, write_generation
def quads():
    for n in range(200_000):
        yield Quad(NamedNode(f"urn:{n}"), NamedNode("urn:p"), Literal("x"), DefaultGraph())
    os.kill(os.getpid(), 9)
with locked(Path(sys.argv[1])):
    write_generation(Path(sys.argv[1]), quads(), {})
"""
    done = subprocess.run([sys.executable, "-c", killed, str(tmp_path)], check=False)
    assert done.returncode == -9
    assert read(tmp_path) == [quad("first")]
    write(tmp_path, "second")
    assert read(tmp_path) == [quad("second")]


def test_two_builds_do_not_share_a_folder(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(UsageError, match="another build runs"), locked(tmp_path):
        pass


def test_a_folder_with_other_things_is_not_taken_for_a_graph(tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").touch()
    with pytest.raises(UsageError, match="is not empty and holds no graph"), locked(tmp_path):
        pass
    with pytest.raises(UsageError, match="is a file"), locked(tmp_path / "thesis.docx"):
        pass


def test_no_graph_yet_is_none_and_opening_it_says_what_to_do(tmp_path: Path) -> None:
    assert current(tmp_path) is None
    with pytest.raises(UsageError, match="make one with: simpul build"):
        opened(tmp_path)


def test_a_damaged_store_is_one_sentence(tmp_path: Path) -> None:
    write(tmp_path, "first")
    for path in opened(tmp_path).data.iterdir():
        path.unlink()
    with pytest.raises(SimpulError, match="the store is damaged"):
        opened(tmp_path).open()
