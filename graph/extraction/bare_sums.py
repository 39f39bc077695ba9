"""Sums of money that leave the currency away: `biaya patok 250 ribu per bidang`, `jual 90 ribu per kilo`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.noun_phrases import measure_of_verb, measures_in
from graph.extraction.parts import LONGEST_CLAUSE
from graph.extraction.patterns import either, sentence_around
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import joined_units

THOUSANDS = re.compile(r"\d{1,3}\.\d00")
ITEM = re.compile(r",\s+(?:(?:dan|serta|sedangkan)\s+)?[^\W\d][\w-]*(?:\s+[^\W\d][\w-]*){0,3}\s+$")
ITEM_END = re.compile(r"\s*(?:[,.;)/]|(?:dan|per)\b)")
MILLIONS = re.compile(r"(?:juta|jt|mil[iy]+ar|milyar|tril[iy]+un|trilyun)$", re.IGNORECASE)
BEFORE = 40  # characters before a number in which the verb that prices it stands


def is_of_money(reading: Reading, number: Span) -> bool:
    """`dana otonomi khusus 1,4 miliar`, `biaya patok 250 ribu per bidang`: a clause about money leaves the currency away."""
    first = max(reading.text.rfind(mark, 0, number.start) for mark in ".;:!?\n")
    named = measures_in(reading.text, max(first, number.start - LONGEST_CLAUSE), number.start)
    return any("money" in measure.kinds for _, measure in named)


def is_priced(reading: Reading, number: Span, found: list[Quantity]) -> bool:
    """What a seller says without the currency: `jual 90 ribu per kilo, biasanya 50 ribuan`."""
    per = per_pattern().match(reading.text, number.end)
    if per is not None and per["per"].lower() in cue_words("priced"):
        return True
    sentence = sentence_around(reading, number.start)
    if measure_of_verb(reading.text, max(sentence.start, number.start - BEFORE), number.start, kind="money"):
        return True
    goes_on = bool(found) and found[-1].unit == "IDR" and sentence.start <= found[-1].start
    return goes_on and _going_on().fullmatch(reading.text, found[-1].end, number.start) is not None


def is_paid(reading: Reading, number: Span) -> bool:
    """Millions and more that somebody pays or waits for: `menambah | 500 juta melalui APBD`, `kami | 640 juta belum cair`."""
    if MILLIONS.search(reading.text, number.start, number.end) is None or not _paid().match(reading.text, number.end):
        return False
    sentence = sentence_around(reading, number.start)
    return not any(measure.goes_with("count") for _, measure in measures_in(reading.text, sentence.start, number.start))


@cache
def _paid() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{cue_pattern('paid')})\b", re.IGNORECASE)


def is_next_price(reading: Reading, number: Span, found: list[Quantity]) -> bool:
    """A price in a row of prices: `beras Rp58.000, gula | 17.500, telur | 29.000`."""
    if not THOUSANDS.fullmatch(reading.text, number.start, number.end) or not ITEM_END.match(reading.text, number.end):
        return False
    start = sentence_around(reading, number.start).start
    prices = any(q.unit == "IDR" for q in found if start <= q.start)
    return prices and ITEM.search(reading.text, max(start, number.start - BEFORE), number.start) is not None


@cache
def _going_on() -> re.Pattern[str]:
    return re.compile(rf",\s+(?:(?:{cue_pattern('idle', 'about', 'now')})\s+)*", re.IGNORECASE)


@cache
def per_pattern() -> re.Pattern[str]:
    """`per keluarga`, `/bulan`, `perhektar`; a noun may stand between: `1.250 ton sampah per hari`."""
    joined = rf"\bper(?=(?:{either(word.removeprefix('per') for word in joined_units())})\b)"
    noun = rf"(?:\s+(?!(?:{cue_pattern('stop')})\b)[a-z]+)?"
    return re.compile(rf"{noun}\s*(?:/\s*|\b(?:per|setiap|tiap|untuk\s+setiap)\s+|{joined})(?P<per>[A-Za-z]+)\b")
