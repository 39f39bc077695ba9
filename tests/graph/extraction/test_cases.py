"""Cases: short articles with the facts that are read from them, as files that need no code to be read.

A case is `tests/cases/TABLE/NAME.txt`: `rule:` names the rule that it is for, `why:` says what is decided, then the article,
then `== TABLE` with one row a line, cells split by ` | `. The rows of each table that a case shows are all of that table.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from graph.extraction.pipeline import read
from graph.extraction.rules import RULES
from tests.graph.extraction.case_files import Case, article_of, read_case, read_off, rows_of

CASES = [read_case(path) for path in sorted((Path(__file__).parents[2] / "cases").glob("*/*.txt"))]
NAMING = ("names.", "posts.", "organizations.", "places.", "programs.")
"""Kinds of rules that read a name where it stands, whatever the article is about."""
OWN = (*NAMING, "said.", "event.", "part.")
UNMENDED = {
    "posts/association-national-board": "an association named without its branch is taken for the branch that is named later",
}
"""Cases that the system does not read yet, with the reason."""
FILLING = frozenset({"names.model", "event.dated", "event.otherwise", "event.done", "event.programme"})
"""Rules that fill what others leave: without them each rule shows what it is needed for."""


def test_cases_are_found() -> None:
    least = {
        "events": 16,
        "names": 39,
        "organizations": 71,
        "participants": 12,
        "places": 38,
        "posts": 129,
        "programs": 41,
        "statements": 23,
    }
    found = Counter(case.name.partition("/")[0] for case in CASES)
    assert {folder: count for folder, count in least.items() if found[folder] < count} == {}


def _marked(case: Case) -> object:
    reason = UNMENDED.get(case.name)
    return pytest.param(case, id=case.name, marks=() if reason is None else pytest.mark.xfail(reason=reason, strict=True))


@pytest.mark.parametrize("case", [_marked(case) for case in CASES])
def test_facts_of_case(case: Case) -> None:
    facts = read_off(case)
    assert {table: rows_of(facts, table, case.text) for table in case.expected} == case.expected


@pytest.mark.parametrize("case", [case for case in CASES if case.name not in UNMENDED], ids=lambda case: case.name)
def test_case_needs_its_rule(case: Case) -> None:
    facts = read_off(case, off=FILLING | {case.rule})
    assert {table: rows_of(facts, table, case.text) for table in case.expected} != case.expected


@pytest.mark.parametrize("name", sorted(name for name in RULES if name.startswith(NAMING)))
def test_example_of_rule(name: str) -> None:
    """The words that a rule gives as its example are read by it."""
    reading = read(article_of(RULES[name].example), off=FILLING - {name})
    assert name in {found.rule for found in (*reading.mentions, *reading.claims)}


@pytest.mark.parametrize("name", sorted(name for name in RULES if name.startswith(OWN)))
def test_rule_has_a_case(name: str) -> None:
    assert name in {case.rule for case in CASES}
