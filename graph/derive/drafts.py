"""Claims on their way into the knowledge graph: of which article, under which IRI, and what derivation has added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any

from graph.facts import Claim, Key
from graph.identity.iris import HASH_DIGITS
from graph.identity.local import Report

KEYS = frozenset(
    {"person", "body", "organization", "area", "program", "event", "participant", "represents"}
    | {"speaker", "subject", "claimed_by", "regulation"}
)
"""The fields of claims that name an entity."""


@dataclass(slots=True)
class Draft:
    """A claim with local keys in `claim` and IRIs in `known`; `day` is its article's; `completed` as in `SourcedClaim`."""

    report: Report
    iri: str
    claim: Claim
    known: Claim
    day: str
    completed: list[tuple[str, str, str]] = field(default_factory=list)

    def complete(self, name: str, value: object, reason: str, source: str = "") -> None:
        """Fill in a field, and say from what."""
        changes: dict[str, Any] = {name: value}
        self.known = replace(self.known, **changes)
        self.completed.append((name, reason, source))


def drafts(reports: Sequence[Report], iris: Mapping[tuple[str, Key], str], base: str) -> list[Draft]:
    """All claims of all articles, in the order of articles and of places in them."""
    return [draft for report in reports for draft in _of_article(report, iris, base)]


def _of_article(report: Report, iris: Mapping[tuple[str, Key], str], base: str) -> Iterator[Draft]:
    counts: Counter[tuple[str, int, int]] = Counter()
    for claim in sorted(report.facts.claims, key=lambda c: (c.span, c.table, repr(c))):
        place = (claim.table, claim.span.start, claim.span.end)
        counts[place] += 1
        iri = f"{base}claim/{report.hash[:HASH_DIGITS]}/{claim.table}/{claim.span.start}-{claim.span.end}/{counts[place]}"
        yield Draft(report, iri, claim, with_iris(claim, report.hash, iris), report.date)


def with_iris(claim: Claim, article: str, iris: Mapping[tuple[str, Key], str]) -> Claim:
    """The claim with the IRIs of the entities that it names."""
    named = {f.name: key for f in fields(claim) if f.name in KEYS and (key := getattr(claim, f.name)) is not None}
    changes: dict[str, Any] = {name: iris[(article, key)] for name, key in named.items()}
    return replace(claim, **changes)
