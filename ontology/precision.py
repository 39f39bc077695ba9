"""How often each rule of extraction was right on the development gold: what `simpul:confidence` is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import HERE, read_register

NAME = "rule-precision"


@dataclass(frozen=True, slots=True)
class RulePrecision:
    """A line of `rule-precision.tsv`: how many rows a rule made that the gold holds, and how many that it does not."""

    rule: str
    hits: int
    wrong: int


def confidence(rule: str) -> float:
    """The share of a rule's claims that were right, by Laplace's rule of succession.

    So a rule that was never scored has 0.5, and one that was right three times of three 0.8, not 1.
    """
    counted = _counted().get(rule)
    return (counted.hits + 1) / (counted.hits + counted.wrong + 2) if counted else 0.5


@cache
def _counted() -> dict[str, RulePrecision]:
    """By rule; empty until rules have been scored once."""
    if not (HERE / f"{NAME}.tsv").exists():
        return {}
    return {row.rule: row for row in read_register(RulePrecision, NAME)}
