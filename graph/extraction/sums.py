"""What stands behind a sum of money tells what it is, where nothing before it does: its verb, or what it is for."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.figure_nouns import filled, kind_of
from graph.extraction.noun_phrases import WORD, measure_of_verb, measure_phrase, measures_in, phrase_after
from graph.extraction.patterns import sentence_around, starting_in
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.number_cues import cue_pattern, cue_words

BUDGET = "budget"
FUND = 40  # characters of the name of a fund


def said_behind(reading: Reading, quantity: Quantity) -> str:
    """The measure of the passive behind a sum: `Rp12,8 miliar sudah dialokasikan`, `Rp78 juta sempat dikembalikan`."""
    if kind_of(quantity.unit) != "money":
        return ""
    verb = _passive().match(reading.text, quantity.end)
    return measure_of_verb(reading.text, verb.start("verb"), verb.end("verb"), kind="money") if verb is not None else ""


def fund_behind(reading: Reading, quantity: Quantity) -> Span | None:
    """The budget that a sum comes from: `pemda menambah Rp500 juta melalui APBD Perubahan`."""
    fund = _source().match(reading.text, quantity.end) if kind_of(quantity.unit) == "money" else None
    named = measures_in(reading.text, fund.end(), fund.end() + FUND) if fund is not None else []
    if fund is None or not named or named[0][0].start != fund.end() or named[0][1].concept != BUDGET:
        return None
    return measure_phrase(reading.text, named[0][0], sentence_around(reading, quantity.start).end)


@cache
def _source() -> re.Pattern[str]:
    return re.compile(r"\s+(?:yang\s+)?(?:bersumber\s+)?(?:melalui|lewat|dari)\s+", re.IGNORECASE)


def purpose_behind(reading: Reading, quantity: Quantity) -> Span | None:
    """What a sum is for: `hanya kebagian Rp750 juta untuk pemeliharaan rutin`; not for whom (`untuk 12 desa`)."""
    if kind_of(quantity.unit) != "money" or quantity.per:
        return None
    purpose = _purpose().match(reading.text, quantity.end)
    if purpose is None:
        return None
    phrase = filled(phrase_after(reading.text, purpose.end(), sentence_around(reading, quantity.start).end))
    word = WORD.match(reading.text, purpose.end())
    vague = word is None or word.group().lower() in cue_words("uncounted", "idle", "sorter", "preposition")
    if phrase is None or vague or reading.mentions_in(purpose.end(), purpose.end() + 1):
        return None
    return None if starting_in(reading.quantities, phrase.end, phrase.end + 2) else phrase  # `untuk jatah | dua bulan`


@cache
def comparison() -> re.Pattern[str]:
    """`lebih tinggi Rp700`, `dengan nilai Rp1,2 miliar`: the words right before a sum of which nothing else says what it is."""
    return re.compile(r"\b(?:(?P<more>lebih\s+\w+)|(?P<of>se|ber)?nilai(?:nya)?)\s+$", re.IGNORECASE)


@cache
def _passive() -> re.Pattern[str]:
    between = rf"(?:(?:itu|tersebut|ini|yang|{cue_pattern('aspect', 'idle')})\s+)*"
    return re.compile(rf"\s+{between}(?P<verb>di[a-z]+)\b", re.IGNORECASE)


@cache
def _purpose() -> re.Pattern[str]:
    return re.compile(r"\s+(?:untuk|guna|buat)\s+", re.IGNORECASE)
