"""How long something takes, lasts or is punished: `selama tiga bulan`, `sudah dua pekan`, `4 tahun penjara`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.clauses import DEED
from graph.extraction.figure_claims import measured
from graph.extraction.figure_lists import of_kind
from graph.extraction.figure_measures import regional_measure
from graph.extraction.noun_phrases import ends_phrase
from graph.extraction.patterns import starting_in
from graph.extraction.reading import Quantity, Reading
from graph.extraction.rules import rule
from graph.facts import Measured, Span
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import unit_measures

PRISON = "pidana penjara"
ARREST = "kurungan"
YEARS = "tahun"
BEFORE = 40  # characters before a length of time in which its cue must end
LAST_WORD = re.compile(r"(?P<word>[^\W\d][\w'-]*)(?P<comma>,)?\s+$")


@rule("figure.duration", example="selama tiga bulan")
def durations(reading: Reading) -> list[Measured]:
    """Days, months and years are a figure: how long a court sends to prison, what a measure of areas in time tells, an age set
    as a condition, else how long something takes; not when it was (`tiga hari lalu`) nor how old somebody is."""
    found: list[Measured] = []
    for quantity in of_kind(reading, "time"):
        first = max(0, quantity.start - BEFORE)
        if _ago().match(reading.text, quantity.end):
            continue
        behind = _sentence_behind().match(reading.text, quantity.end)
        if behind or _sentenced().search(reading.text, first, quantity.start):
            arrest = behind is not None and ARREST in behind[0].lower()
            found += measured(reading, "figure.duration", quantity, ARREST if arrest else PRISON)
        elif (named := regional_measure(reading, quantity)) is not None:
            found += measured(reading, "figure.duration", quantity, named)
        elif condition := _condition().search(reading.text, first, quantity.start):
            found += measured(reading, "figure.duration", quantity, Span(*condition.span("age")))
        elif _says_how_long(reading, quantity) or not _tells_an_age(reading, quantity):
            found += measured(reading, "figure.duration", quantity, unit_measures()[quantity.unit])
    return found


def _says_how_long(reading: Reading, quantity: Quantity) -> bool:
    before = _how_long().search(reading.text, max(0, quantity.start - BEFORE), quantity.start)
    return before is not None or _length_behind().match(reading.text, quantity.end) is not None


def _tells_an_age(reading: Reading, quantity: Quantity) -> bool:
    """Years right behind somebody (`pria 51 tahun`, `Grace Tomasoa, 16 tahun`), or in a clause that speaks of ages."""
    if quantity.unit != YEARS:
        return False
    first = max(0, quantity.start - BEFORE)
    if _age().search(reading.text, first, quantity.start):
        return True
    word = LAST_WORD.search(reading.text, first, quantity.start)
    if word is None:
        return False
    if word["comma"]:
        return any(m.start < word.end("word") <= m.end for m in starting_in(reading.mentions, first, quantity.start))
    lower = word["word"].lower()
    told = ends_phrase(lower) or DEED.fullmatch(lower) or lower in cue_words("before", "about", "idle") or lower.endswith("nya")
    return not told


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<age>{cue_pattern('age')})\s+(?:{cue_pattern('limit')})\s+$", re.IGNORECASE)


@cache
def _length_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{cue_pattern('length')})\b")


@cache
def _ago() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:yang\s+)?(?:{cue_pattern('ago')})\b", re.IGNORECASE)


@cache
def _sentence_behind() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:pidana\s+)?(?:{cue_pattern('sentence')})\b", re.IGNORECASE)


@cache
def _sentenced() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('sentenced')})\s+(?:penjara\s+)?(?:selama\s+)?$", re.IGNORECASE)


@cache
def _how_long() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('duration')})(?:\s+(?:{cue_pattern('about', 'idle')}))?\s+$", re.IGNORECASE)


@cache
def _age() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('age')})\b[^.;,]*$|\b(?:di\s?bawah|di\s?atas)\s+$", re.IGNORECASE)
