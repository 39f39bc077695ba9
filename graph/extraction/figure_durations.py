"""How long something takes, lasts or is punished: `selama tiga bulan`, `sudah dua pekan`, `4 tahun penjara`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.clauses import leads_to_number
from graph.extraction.figure_claims import measured
from graph.extraction.figure_lists import of_kind
from graph.extraction.figure_measures import regional_measure
from graph.extraction.patterns import either
from graph.extraction.reading import Quantity, Reading
from graph.extraction.rules import rule
from graph.facts import Measured, Span
from ontology.number_cues import cue_pattern
from ontology.quantities import unit_measures
from ontology.speech_verbs import speech_cues

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
    """Years right behind somebody (`pria 51 tahun`, `Grace Tomasoa, 16 tahun`, `istrinya, 46 tahun`, `Budi (35 tahun)`), or in
    a clause that speaks of ages."""
    if quantity.unit != YEARS:
        return False
    first = max(0, quantity.start - BEFORE)
    if _age().search(reading.text, first, quantity.start):
        return True
    if _of_somebody().search(reading.text, first, quantity.start):
        return True
    word = LAST_WORD.search(reading.text, first, quantity.start)
    if word is None:
        return False
    if word["comma"]:
        return word["word"][0].isupper()
    return not leads_to_number(word["word"])


@cache
def _of_somebody() -> re.Pattern[str]:
    """A name and a bracket, a relative and a comma, somebody who is `baru`: `Bocah itu baru | 8 tahun`."""
    kin = rf"\b(?i:{either(speech_cues('kin'))})(?:nya)?,\s+"
    only = rf"\b(?i:{either(speech_cues('description'))})\s+(?:(?:ini|itu|tersebut)\s+)?(?:masih\s+)?baru\s+"
    return re.compile(rf"(?:\b[A-Z][\w'.-]*\s+\(|{kin}|{only})$")


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
    limit = cue_pattern("limit", "about")  # `ancaman penjara maksimal | 12 tahun`
    return re.compile(rf"\b(?:{cue_pattern('sentenced')})\s+(?:penjara\s+)?(?:selama\s+)?(?:(?:{limit})\s+)?$", re.IGNORECASE)


@cache
def _how_long() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('duration')})(?:\s+(?:{cue_pattern('about', 'idle')}))?\s+$", re.IGNORECASE)


@cache
def _age() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('age')})\b[^.;,]*$|\b(?:di\s?bawah|di\s?atas)\s+$", re.IGNORECASE)
