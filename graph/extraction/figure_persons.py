"""Persons that are counted: what they are behind their classifier, and whose they are."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.figure_nouns import filled
from graph.extraction.noun_phrases import ends_phrase, phrase_after
from graph.extraction.patterns import sentence_around
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.number_cues import cue_pattern


def noun_behind_unit(reading: Reading, quantity: Quantity) -> Span | None:
    """Who is counted behind a classifier: `20 orang saksi` -> `saksi`."""
    unit = re.compile(r"\s*\S+\s+").match(reading.text, quantity.number.end)
    if unit is None or unit.end() >= quantity.end:
        return None
    return filled(phrase_after(reading.text, unit.end(), quantity.end))


def role_behind(reading: Reading, quantity: Quantity) -> Span | None:
    """What persons are counted as: `menetapkan enam orang sebagai tersangka`, `147 orang merupakan jamaah laki-laki`."""
    role = _role().match(reading.text, quantity.end)
    return filled(phrase_after(reading.text, role.end(), sentence_around(reading, quantity.start).end)) if role else None


def owned_before(reading: Reading, quantity: Quantity) -> Span | None:
    """`pegawai kita | 3.870 orang`, `petugasnya cuma | 11 orang`"""
    owned = _owned().search(reading.text, max(0, quantity.start - 60), quantity.start)
    return Span(*owned.span("noun")) if owned is not None and not ends_phrase(owned["noun"]) else None


@cache
def _owned() -> re.Pattern[str]:
    between = rf"(?:(?:{cue_pattern('idle', 'about')})\s+)*"
    return re.compile(rf"\b(?P<noun>[A-Za-z][a-z]{{3,}})(?:\s+(?:kita|kami)|nya)\s+{between}$")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{cue_pattern('being')})\s+")
