"""The pool: a document that kills or hangs its process costs that document and no other."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from graph.errors import SimpulError
from graph.workers import Lost, run_all
from ontology.errors import OntologyError


def prepare() -> Callable[[str], str]:
    def work(task: str) -> str:
        if task == "dies":
            os.kill(os.getpid(), 9)
        if task == "fails":
            raise ValueError("this document is a trap")
        if task == "refuses":
            raise SimpulError("the text has half a character")
        if task == "hangs":
            time.sleep(600)
        return task.upper()

    return work


def prepare_with_a_broken_register() -> Callable[[str], str]:
    raise OntologyError("posts.tsv, line 3: 'en' is empty")


def prepare_badly() -> Callable[[str], str]:
    raise OSError("no model")


@pytest.mark.parametrize("processes", [1, 2])
def test_good_documents_come_through_whatever_the_bad_ones_do(processes: int, tmp_path: Path) -> None:
    tasks = ["a", "dies", "b", "hangs", "c", "fails", "refuses", "d"]
    ended = list(run_all(tasks, prepare, processes=processes, seconds=3, log=tmp_path / "log"))
    lost = {e.task: e.reason for e in ended if isinstance(e, Lost)}
    assert sorted(e for e in ended if not isinstance(e, Lost)) == [("a", "A"), ("b", "B"), ("c", "C"), ("d", "D")]
    assert lost == {
        "dies": "its reading ended abnormally (exit -9)",
        "fails": "its reading ended abnormally (exit 1)",
        "refuses": "the text has half a character",
        "hangs": "its reading took more than 3 seconds",
    }
    assert "this document is a trap" in (tmp_path / "log").read_text()


def test_no_documents_need_no_process(tmp_path: Path) -> None:
    assert list(run_all([], prepare, processes=2, seconds=3, log=tmp_path / "log")) == []


def test_a_process_that_cannot_start_is_an_error_not_a_lost_document(tmp_path: Path) -> None:
    with pytest.raises(SimpulError, match=r"could not start \(exit 1\)"):
        list(run_all(["a"], prepare_badly, processes=1, seconds=3, log=tmp_path / "log"))
    assert "no model" in (tmp_path / "log").read_text()


def test_what_is_wrong_with_the_preparation_is_said_once(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"posts\.tsv, line 3: 'en' is empty"):
        list(run_all(["a", "b"], prepare_with_a_broken_register, processes=2, seconds=3, log=tmp_path / "log"))
