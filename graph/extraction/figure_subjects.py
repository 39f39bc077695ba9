"""Whose figure it is: the area, programme or body that the words around a number name."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import sentence_around, starting_in
from graph.extraction.reading import Mention, Quantity, Reading
from graph.facts import Key, Organization, Span
from ontology.number_cues import cue_pattern

REACH = 60
"""Characters from a number to the area behind it: `2025 penerima untuk 4 kelurahan di Kecamatan Sukamaju`."""
BEHIND = re.compile(r"[^.,;:!?\"”]*\b(?:di|untuk|dari|pada|bagi|se(?=-|\s))[\s-]*(?:\w+\s+){0,2}")
FRONTED = re.compile(r",?\s+")
GIVEN = re.compile(r"\b(?:untuk|bagi|kepada)\s+$", re.IGNORECASE)
OTHER_THING = re.compile(r"(?:\s+rupiah)?(?:,\s*|\s+)(?:dan|serta)?\s*(?:[^\W\d][\w-]*\s+){1,3}")
IN_AREA = re.compile(r"\b(?:di|se(?=-))[\s-]*(?:(?:wilayah|daerah)\s+)?$", re.IGNORECASE)
JOINED = re.compile(r"\s*,\s*(?:dan\s+)?(?:\w+\s+)?|\s+(?:dan|serta)\s+(?:\w+\s+)?")
LOOK_BACK = 400  # characters before a sentence in which the figure stands that it takes up
LEAD = 3
"""Headline and opening sentences: an area named there is what the article is about, so that an untold figure is its."""


def subject_of(reading: Reading, quantity: Quantity, *, regional: bool = False) -> Key | None:
    """The area that the words tie to the number, else the nearest area, programme or body before it.

    Where there is none: the subject of the figure taken up again (`Hasil ini menurun dari 61,20`), else the region where the
    article's lead names it. A `regional` measure is no body's (`Dinas Sosial menyebut angka kemiskinan 8 persen`).
    """
    sentence = sentence_around(reading, quantity.start)
    inside = starting_in(reading.mentions, sentence.start, sentence.end)
    types = ("area",) if regional else ("area", "program", "organization")
    told = _sources(reading, sentence)
    named = [m for m in inside if m.type in types and m.end <= sentence.end and not _is_source(reading, m, told)]
    counted = [m.key for m in named if m.type == "program" and quantity.start <= m.start < quantity.end]  # `4.567 penerima PKH`
    named = [m for m in named if not _has_its_own(reading, quantity, m)]
    named = [m for m in named if not _acts_elsewhere(reading, m, named)]
    tied = _recipient(reading, quantity, named) or _tied(reading, quantity, named)
    found = counted[0] if counted else tied or _nearest(quantity, named)
    if found is not None:
        return found
    if _taken_up().match(reading.text, sentence.start):
        before = starting_in(reading.quantities, sentence.start - LOOK_BACK, sentence.start)
        return subject_of(reading, before[-1], regional=regional) if before else None
    return reading.region if _is_in_lead(reading, reading.region) else None


def shared_by(reading: Reading, quantity: Quantity) -> list[Key]:
    """The areas that have the number each: `Kecamatan Sukamaju dan Sukasari masing-masing sebanyak 172 balita`."""
    sentence = sentence_around(reading, quantity.start)
    each = _each().search(reading.text, sentence.start, quantity.start)
    areas = reading.mentions_in(sentence.start, each.start(), "area") if each is not None else []
    if each is None or not areas or reading.text[areas[-1].end : each.start()].strip():
        return []
    first = len(areas) - 1
    while first > 0 and JOINED.fullmatch(reading.text, areas[first - 1].end, areas[first].start):
        first -= 1
    return [area.key for area in areas[first:]] if first < len(areas) - 1 else []


@cache
def _each() -> re.Pattern[str]:
    return re.compile(rf"\bmasing-masing\s+(?:(?:{cue_pattern('before', 'about')})\s+)*$", re.IGNORECASE)


def _sources(reading: Reading, sentence: Span) -> list[Span]:
    """The phrases that say whence the numbers are known: `Berdasarkan data Dinas Sosial, ...`."""
    return [Span(*match.span()) for match in _source().finditer(reading.text, sentence.start, sentence.end)]


def _is_source(reading: Reading, mention: Mention, sources: list[Span]) -> bool:
    """A body or its area in a source; an area in which the source has looked (`data di Sukamaju`) is the subject after all."""
    inside = any(source.start <= mention.start and mention.end <= source.end for source in sources)
    return inside and IN_AREA.search(reading.text, max(0, mention.start - 20), mention.start) is None


@cache
def _source() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('source')})\s[^,.;:!?\"”]*(?=,)", re.IGNORECASE)


@cache
def _taken_up() -> re.Pattern[str]:
    return re.compile(rf"[\"“”\s]*(?:{cue_pattern('head')})\s+(?:ini|itu|tersebut)\b", re.IGNORECASE)


def _is_in_lead(reading: Reading, area: Key | None) -> bool:
    """Whether the dateline, the headline or the opening names the area."""
    place = reading.article.place or reading.article.dateline
    lead = (reading.mentions_in(s.start, s.end, "area", "organization", "post") for s in reading.sentences[:LEAD])
    return area is not None and (bool(place) or any(_names(reading, m, area) for named in lead for m in named))


def _names(reading: Reading, mention: Mention, area: Key) -> bool:
    """The area itself, or a body of it (`Pemkab Sukamaju`)."""
    entity = reading.entities.get(mention.key)
    return mention.key == area or (isinstance(entity, Organization) and entity.area == area)


def _tied(reading: Reading, quantity: Quantity, named: list[Mention]) -> Key | None:
    """An area behind the number, in the same clause: `22 kelurahan yang ada di Kota Sukamaju`."""
    behind = next((m for m in named if m.start >= quantity.end and m.type == "area"), None)
    if behind is None or behind.start - quantity.end > REACH:
        return None
    return behind.key if BEHIND.fullmatch(reading.text, quantity.end, behind.start) else None


def _acts_elsewhere(reading: Reading, mention: Mention, named: list[Mention]) -> bool:
    """The area in the name of a body that acts in another: `Di Sukasari, Pemkab Sukamaju menyediakan 800 kg cabai`."""
    around = [m for m in named if m.type == "organization" and m.start <= mention.start and mention.end <= m.end]
    if mention.type != "area" or not around:
        return False
    places = (m for m in named if m.type == "area" and FRONTED.fullmatch(reading.text, m.end, around[0].start))
    return any(IN_AREA.search(reading.text, max(0, m.start - 20), m.start) for m in places)


def _recipient(reading: Reading, quantity: Quantity, named: list[Mention]) -> Key | None:
    """Who gets the number, named right before it: `untuk PT Sukamaju sejumlah Rp2 miliar`."""
    before = [m for m in named if m.type == "organization" and m.end <= quantity.start]
    if (
        not before
        or reading.mentions_in(before[-1].start, before[-1].end, "area")
        or not _value_cue().fullmatch(reading.text, before[-1].end, quantity.start)
    ):
        return None
    given = GIVEN.search(reading.text, max(0, before[-1].start - 20), before[-1].start)
    return before[-1].key if given else None


def _has_its_own(reading: Reading, quantity: Quantity, mention: Mention) -> bool:
    """A programme with a number of its own, in a list of things: `beras Sukapangan Rp60 ribu dan Minyakita Rp15 ribu`."""
    if mention.type != "program":
        return False
    between = [q for q in starting_in(reading.quantities, mention.end, quantity.start) if q.unit == quantity.unit]
    if not between or reading.text[mention.end : between[0].start].strip():
        return False
    return OTHER_THING.fullmatch(reading.text, between[-1].end, quantity.start) is not None


@cache
def _value_cue() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:{cue_pattern('before', 'about')})\s+)*", re.IGNORECASE)


def _nearest(quantity: Quantity, named: list[Mention]) -> Key | None:
    for kinds in (("area",), ("program",), ("organization",)):
        before = [m for m in named if m.type in kinds and m.end <= quantity.start]
        if before:
            return before[-1].key
    return None
