"""Cases: short articles with the facts that are read from them, as files that need no code to be read.

A case is `tests/cases/TABLE/NAME.txt`: `rule:` names the rule that it is for, `why:` says what is decided, then the article,
then `== TABLE` with one row a line, cells split by ` | `. The rows of each table that a case shows are all of that table.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction.rules import RULES
from tests.graph.extraction.case_files import Case, read_case, read_off, rows_of

CASES = [read_case(path) for path in sorted((Path(__file__).parents[2] / "cases").glob("*/*.txt"))]
OWN = ("said.", "event.", "part.")


def test_cases_are_found() -> None:
    assert len(CASES) >= 45


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_facts_of_case(case: Case) -> None:
    facts = read_off(case)
    assert {table: rows_of(facts, table, case.text) for table in case.expected} == case.expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case_needs_its_rule(case: Case) -> None:
    facts = read_off(case, off=frozenset({case.rule}))
    assert {table: rows_of(facts, table, case.text) for table in case.expected} != case.expected


@pytest.mark.parametrize("name", sorted(name for name in RULES if name.startswith(OWN)))
def test_rule_has_a_case(name: str) -> None:
    assert name in {case.rule for case in CASES}
