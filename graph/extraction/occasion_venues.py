"""Which place is an event's: what it visits, the place behind it in its sentence, or the one that opens the sentence."""

from __future__ import annotations

import re

from graph.extraction.labels import labelled_venue
from graph.extraction.occasion_days import days_in, is_told_between
from graph.extraction.occasion_triggers import Trigger
from graph.extraction.occasion_words import next_pattern
from graph.extraction.reading import Reading
from graph.extraction.venues import venue_at, venue_beside, venues_in
from graph.facts import Span

SMALL_AREAS = ("kecamatan", "kelurahan", "desa")
GONE = re.compile(r"\b(?:menuju|mendatangi)\b", re.IGNORECASE)
PURPOSE = re.compile(r",?\s+(?:untuk|guna)\b")
TAKING_PLACE = re.compile(r"\bbertempat\s+di\s+$", re.IGNORECASE)
BEFORE_DAY = re.compile(r",?\s+(?:pada\s+)?(?:hari\s+)?")
IN_AREA = re.compile(r"\bdi\s+(?P<area>(?:Kota|Kabupaten|Kecamatan|Kelurahan|Desa)\s+)?$")
OPENING = 15
"""A place that opens the sentence of its event: `Bertempat di Aula Pemkab, ...`."""


def venue_of(reading: Reading, trigger: Trigger) -> Span | None:
    """What a visit visits, or the place behind the event in its sentence, else before it (`Bertempat di Aula Pemkab, ...`).

    A place behind what came next is not the event's: `senam yang dilanjutkan dengan penanaman pohon di SMA Sukamaju`.
    """
    visited = venue_at(reading, trigger.end, trigger.sentence.end)
    if visited is not None:
        return visited
    beside = venue_beside(reading, trigger.end, trigger.sentence.end)
    then = next_pattern().search(reading.text, trigger.end, trigger.sentence.end)
    behind = [beside] if beside else venues_in(reading, trigger.end, then.start() if then else trigger.sentence.end)
    told = next((v for v in behind if not is_told_between(reading.text, trigger.start, v.start)), None)
    before = venues_in(reading, trigger.sentence.start, trigger.start)
    opening = next((v for v in before if _opens(reading, trigger.sentence, v)), None) or _gone_to(reading, trigger)
    village = _village_behind(reading, trigger.end)
    return told or opening or village or labelled_venue(reading, trigger.sentence) or _town_of_day(reading, trigger)


def _opens(reading: Reading, sentence: Span, venue: Span) -> bool:
    """Whether a place is that of the whole sentence: it opens it, or `Bertempat di` leads it in behind a dateline."""
    led_in = TAKING_PLACE.search(reading.text, sentence.start, venue.start) is not None
    return led_in or venue.start - _past_day(reading, sentence) <= OPENING


def _gone_to(reading: Reading, trigger: Trigger) -> Span | None:
    """Where somebody goes to do it: `bergerak menuju Kantor Camat Sukamulya untuk menyerahkan bantuan`."""
    for gone in GONE.finditer(reading.text, trigger.sentence.start, trigger.start):
        venue = venue_at(reading, gone.end(), trigger.start)
        if venue is not None and PURPOSE.match(reading.text, venue.end, trigger.start):
            return venue
    return None


def _past_day(reading: Reading, sentence: Span) -> int:
    """Behind the day that opens a sentence: `Sabtu, 22 Februari 2025, di halaman balai desa, ...`."""
    first = next((d for d in days_in(reading, sentence) if d.start - sentence.start <= OPENING), None)
    return first.end if first is not None else sentence.start


def _town_of_day(reading: Reading, trigger: Trigger) -> Span | None:
    """Where no building is named, the area that stands beside the day: `membuka rapat di Sukamaju, | Selasa (5/2/2024)`."""
    for day in days_in(reading, Span(trigger.end, trigger.sentence.end)):
        for area in reading.mentions_in(trigger.end, day.start, "area"):
            behind = BEFORE_DAY.fullmatch(reading.text, area.end, day.start) is not None
            if behind and (at := IN_AREA.search(reading.text, trigger.end, area.start)) is not None:
                return Span(at.start("area") if at["area"] else area.start, area.end)
    return None


def _village_behind(reading: Reading, offset: int) -> Span | None:
    """`Peluncuran di Sukamulya dijadwalkan ...`: a small area right behind the event is its place."""
    at = re.compile(r"\s+di\s+").match(reading.text, offset)
    areas = reading.mentions_in(at.end(), at.end() + 1, "area") if at else []
    small = next((m for m in areas if at is not None and m.start == at.end() and m.kind in SMALL_AREAS), None)
    return Span(small.start, small.end) if small is not None else None
