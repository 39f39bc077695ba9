"""A second region: three articles of Kabupaten Tulang Bawang, written for this test, annotated before they were ever read."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.evaluate import macro_f1
from scoring.corpora import Corpus
from scoring.runs import Scores, run

HERE = Path(__file__).parent / "tulang-bawang"


@pytest.fixture(scope="module")
def scores() -> Scores:
    corpus = Corpus("tulang-bawang", HERE)
    return run([corpus], settings={"SIMPUL_REGISTERS": str(HERE / "registers")})[corpus.name]


def test_the_region_works_with_its_registers_as_data_only(scores: Scores) -> None:
    assert macro_f1(scores) >= 0.95


def test_every_row_is_supported_by_its_evidence(scores: Scores) -> None:
    assert sum(score.rows for score in scores.values()) > 80
    assert [row for score in scores.values() for row in score.unsupported] == []
