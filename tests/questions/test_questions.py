"""Every question that comes with Simpul, on the sample corpus: the rows it must give stand in `expected/NAME.tsv`.

After a change that is meant to change them, `SIMPUL_UPDATE=1 pytest tests/questions` writes them anew; read the difference.
"""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store

from graph.build import build
from graph.query import ask_question, checked
from graph.store import opened
from ontology.questions import Question, questions

SAMPLES = Path(__file__).parents[2] / "samples"
EXPECTED = Path(__file__).parent / "expected"
DEMANDED = {1, 6, 7, 9, 13, 17, 19, 21, 22, 26, 30, 34, 36, 41}
MEASURED = {"confidence"}  # it is measured anew by every `make score`
CITIZEN = "Sumarni"


@pytest.fixture(scope="session")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph of the sample corpus."""
    folder = tmp_path_factory.mktemp("samples") / "graph"
    summary = build([SAMPLES], folder, processes=1)
    assert (summary.articles, summary.skipped) == (8, ())
    return folder


@pytest.fixture(scope="session")
def store(graph: Path) -> Store:
    return opened(graph).open()


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_answer(question: Question, graph: Path) -> None:
    answer = ask_question(graph, question.name, {})
    left_out = {parameter.name for parameter in question.parameters} | MEASURED
    shown = [number for number, column in enumerate(answer.columns) if column not in left_out]
    rows = [[answer.columns[n] for n in shown]]
    rows += [["" if (term := row[n]) is None else term.value for n in shown] for row in answer.rows]
    path = EXPECTED / f"{question.name}.tsv"
    if os.environ.get("SIMPUL_UPDATE"):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter="\t", lineterminator="\n").writerows(rows)
    with path.open(encoding="utf-8", newline="") as file:
        expected = list(csv.reader(file, delimiter="\t"))
    assert rows == expected
    assert len(rows) > 1


def test_the_questions_demanded_are_there() -> None:
    assert DEMANDED - {question.number for question in questions().values()} == set()


@pytest.mark.parametrize("question", questions().values(), ids=lambda question: question.name)
def test_a_question_runs_without_the_network_and_without_today(question: Question) -> None:
    assert checked(question.sparql)
    assert "now()" not in question.sparql.lower()
    assert all(parameter.default for parameter in question.parameters)


def test_the_citizen_is_named_nowhere(store: Store) -> None:
    query = f'SELECT ?s ?p ?o {{ ?s ?p ?o FILTER(CONTAINS(LCASE(CONCAT(STR(?s), " ", STR(?o))), "{CITIZEN.lower()}")) }}'
    found = store.query(query)
    assert isinstance(found, QuerySolutions)
    assert list(found) == []
    assert CITIZEN in (SAMPLES / "2024/beras-februari.txt").read_text(encoding="utf-8")
