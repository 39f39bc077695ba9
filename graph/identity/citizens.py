"""Who is a public person: only who is said somewhere in the build to hold a post or to act for a body is named."""

from __future__ import annotations

from collections.abc import Iterable

from graph.facts import HoldsPost, Modality, Person, TookPart
from graph.identity.local import Ref, Report

NAMING = (Modality.STATED, Modality.PLANNED, Modality.REPORTED)
"""A post that is denied, hoped for or conditional makes nobody public."""


def public_persons(reports: Iterable[Report]) -> frozenset[Ref]:
    """Local persons to whom their article gives a post or who act for a body in it."""
    found = set()
    for report in reports:
        for claim in report.facts.claims:
            if claim.modality not in NAMING:
                continue
            if isinstance(claim, HoldsPost):
                found.add((report.hash, claim.person))
            elif isinstance(claim, TookPart) and claim.represents is not None:
                found.add((report.hash, claim.participant))
    return frozenset(found)


def citizen_numbers(report: Report, citizens: frozenset[Ref]) -> dict[Ref, int]:
    """The citizens of one article, numbered from 1 in the order in which it first mentions them."""
    own = [person for ref, person in report.of_type(Person) if ref in citizens]
    ordered = sorted(own, key=lambda p: (min((span.start for span in p.mentions), default=len(report.article.text)), p.key))
    return {(report.hash, person.key): n for n, person in enumerate(ordered, 1)}
