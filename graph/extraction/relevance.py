"""Whether an article speaks of public affairs at all: a recipe, a football report, a shop page state nothing of them."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.areas import VILLAGES
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.facts import Organization, Program, TookPlace
from ontology.bodies import organization_kinds
from ontology.occasions import event_kinds

PLANNING = "planning"
"""The family of kinds of event that are the planning of a government."""


def is_public(reading: Reading) -> bool:
    """Whether the article names a public body (government, agency, council, court, force), a post, a public programme or an
    assembly that only governments hold (`Musrenbang`).

    The list of who gets the rice aid in which desa often names no body. A celebrity's divorce names areas and a football
    report associations; neither is this graph's concern.
    """
    entities = [e for e in reading.entities.values() if e.mentions]
    return (
        any(organization_kinds()[e.kind].public for e in entities if isinstance(e, Organization))
        or any(isinstance(e, Program) for e in entities)
        or any(m.type == "post" for m in reading.mentions)
        or _planning_pattern().search(reading.text) is not None
        or _village_holds(reading)
    )


def _village_holds(reading: Reading) -> bool:
    """Whether an event is held in a sentence that names a village: `Warga Kelurahan Sukamaju menggelar kerja bakti`, `Karang
    Taruna Desa Sukamaju membagikan takjil`."""
    held = (claim for claim in reading.claims if isinstance(claim, TookPlace) and claim.rule in ("event.held", "event.act"))
    sentences = [reading.sentence_at(claim.span.start) for claim in held]
    return any(m.kind in VILLAGES for s in sentences for m in reading.mentions_in(s.start, s.end, "area"))


@cache
def _planning_pattern() -> re.Pattern[str]:
    nouns = (noun for kind in event_kinds() if kind.family == PLANNING for noun in kind.nouns)
    return re.compile(rf"\b(?:{either(nouns)})\b", re.IGNORECASE)
