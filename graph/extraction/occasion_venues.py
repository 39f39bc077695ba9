"""Which place is an event's: what it visits, the place behind it in its sentence, or the one that opens the sentence."""

from __future__ import annotations

import re

from graph.extraction.areas import SMALL
from graph.extraction.labels import labelled_venue
from graph.extraction.occasion_days import days_in, is_told_between
from graph.extraction.occasion_triggers import Trigger
from graph.extraction.occasion_words import crowd_pattern, going_pattern, held_pattern, kinds_by_noun, next_pattern
from graph.extraction.patterns import folded
from graph.extraction.reading import Reading
from graph.extraction.venues import (
    names_behind_di,
    people_of,
    venue_at,
    venue_beside,
    venue_meant,
    venue_opening,
    venues_in,
    venues_left,
    village_sent_to,
    village_visited,
)
from graph.facts import Span
from ontology.occasions import participation_cues

PURPOSE = re.compile(r"(?:,?\s+[A-Z\d(][\w()/.-]*)*,?\s+(?:untuk|guna)\b")
TAKING_PLACE = re.compile(r"\bbertempat\s+di\s+$", re.IGNORECASE)
BEFORE_DAY = re.compile(r",?\s+(?:pada\s+)?(?:hari\s+)?")
IN_AREA = re.compile(r"\bdi\s+(?P<area>(?:Kota|Kabupaten|Kecamatan|Kelurahan|Desa)\s+)?$")
HELD_AT = re.compile(r"\b(?P<verb>\w+)\s+di\s+$")
TO = re.compile(r"\s+(?:\w+\s+){0,2}ke\s+")
RIGHT_BEHIND = re.compile(r"\s+")
CHAIN_BEFORE_DAY = re.compile(r"(?:,\s+[A-Z][\w '’-]*){0,3},?\s+(?:pada\s+)?(?:hari\s+)?")
WHICH = re.compile(r"\byang\b")
BEFORE_VERB = re.compile(r"(?:,\s+[A-Z][\w '’-]*){0,3},?\s+(?:\w+\s+)?")
DAY_BEFORE = re.compile(r"\)?,?\s+(?:(?:bertempat|berlokasi)\s+)?di\s+")
AID = "aid"
OPENING_OF = "Peresmian"
"""The kind whose object is a building."""
VISIT = "visit"
"""The family of kinds whose place is what is visited."""
OPENING = 20
"""A place that opens the sentence of its event: `Bertempat di Aula Pemkab, ...`."""


def venue_of(reading: Reading, trigger: Trigger) -> Span | None:
    """What a visit visits, or the place behind the event in its sentence, else before it (`Bertempat di Aula Pemkab, ...`).

    A place behind what came next is not the event's: `senam yang dilanjutkan dengan penanaman pohon di SMA Sukamaju`.
    """
    visited = venue_at(reading, trigger.end, trigger.sentence.end)
    if visited is not None and _has_name(reading, visited) and not _is_owner(reading, trigger, visited):
        return visited
    beside = venue_beside(reading, trigger.end, trigger.sentence.end)
    behind = [beside] if beside else venues_in(reading, trigger.end, _reach(reading, trigger))
    told = next((v for v in behind if not is_told_between(reading.text, trigger.start, v.start)), None)
    before = venues_in(reading, trigger.sentence.start, trigger.start)
    before = [v for v in before if _opens(reading, trigger.sentence, v) and not _is_of_receiver(reading, trigger, v)]
    opening = next(iter(before), None) or _gone_to(reading, trigger)
    village = _village_behind(reading, trigger)
    named = next((place for place in (told, opening) if place is not None and _has_name(reading, place)), None)
    found = (named or visited) if visited is not None else told or opening or village
    return found or labelled_venue(reading, trigger.sentence) or _town_of_day(reading, trigger)


def _is_owner(reading: Reading, trigger: Trigger, place: Span) -> bool:
    """`wisuda | Universitas Sukamaju di Gedung Merdeka`: whose event it is; not `kunjungan ke Universitas Sukamaju`."""
    noun = folded(reading.text[trigger.start : trigger.end]) in kinds_by_noun()
    return noun and not reading.text[trigger.end : place.start].strip()


def _has_name(reading: Reading, venue: Span) -> bool:
    """`Pasar Sukamaju`; not `pasar tradisional`, which stands somewhere: `meninjau pasar tradisional di Desa Sukamaju`."""
    return any(letter.isupper() for letter in reading.text[venue.start : venue.end])


def _reach(reading: Reading, trigger: Trigger) -> int:
    """Where its sentence goes on to what came next, or ends."""
    then = next_pattern().search(reading.text, trigger.end, trigger.sentence.end)
    return then.start() if then is not None else trigger.sentence.end


def loose_venue_of(reading: Reading, trigger: Trigger) -> Span | None:
    """Where an event was that tells no place of its own in one of the plain ways; it does not show that there was an event:
    `menyalurkan air bersih ke | Dusun Sukamaju`."""
    ways = (_named_elsewhere, _behind_day, _visited, _set_out_from, _of_what_is_done, _unknown, _sent_to)
    found = next((place for way in ways if (place := way(reading, trigger)) is not None), None)
    return found or crowded_place(reading, trigger.sentence)


def _opens(reading: Reading, sentence: Span, venue: Span) -> bool:
    """Whether a place is that of the whole sentence: it opens it, or `Bertempat di` leads it in behind a dateline."""
    led_in = TAKING_PLACE.search(reading.text, sentence.start, venue.start) is not None
    return led_in or venue.start - _past_day(reading, sentence) <= OPENING


def _is_of_receiver(reading: Reading, trigger: Trigger, venue: Span) -> bool:
    """`Kepala SD di | Desa Sukamaju dilantik`: where somebody who is sworn in works, not where that is done."""
    before = reading.text[_past_day(reading, trigger.sentence) : venue.start].split()
    return trigger.kind.receives and len(before) > len(("bertempat", "di"))


def _gone_to(reading: Reading, trigger: Trigger) -> Span | None:
    """Where somebody goes to do it: `bergerak menuju Kantor Camat Sukamulya untuk menyerahkan bantuan`, `turun ke Desa
    Sukamaju, Kecamatan Sukaraya, Senin (5/2/2024), guna melihat banjir`."""
    for gone in going_pattern().finditer(reading.text, trigger.sentence.start, trigger.start):
        venue = venue_at(reading, gone.end(), trigger.start) or village_visited(reading, gone.end(), trigger.start)
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


def _village_behind(reading: Reading, trigger: Trigger) -> Span | None:
    """`Peluncuran di Sukamulya dijadwalkan ...`: a small area right behind the event is its place."""
    at = re.compile(r"\s+di\s+").match(reading.text, trigger.end)
    areas = reading.mentions_in(at.end(), trigger.sentence.end, "area") if at else []
    small = next((m for m in areas if at is not None and m.start == at.end() and m.kind in SMALL), None)
    return Span(small.start, small.end) if small is not None else None


def _behind_day(reading: Reading, trigger: Trigger) -> Span | None:
    """`membuka lomba, Senin (5/2/2024) | , Aula Kantor Bupati.`"""
    days = days_in(reading, Span(trigger.end, trigger.sentence.end))
    places = (venue_beside(reading, day.end + reading.text.startswith(")", day.end), trigger.sentence.end) for day in days)
    return next((place for place in places if place is not None), None)


def _visited(reading: Reading, trigger: Trigger) -> Span | None:
    """`kunjungan pertama ke | Desa Sukamaju`, `mengunjungi warga | Desa Sukamaju`, `berkunjung ke | Dinas Pertanian`."""
    if trigger.kind.family != VISIT:
        return None
    words = reading.text[trigger.start : trigger.end].casefold().split()
    if words[0] in participation_cues("hosts"):
        return None  # `menerima audiensi warga Desa Sukamaju`: who comes is at home elsewhere
    lead = RIGHT_BEHIND if words[0].startswith("me") or words[-1] == "ke" else TO
    to = lead.match(reading.text, trigger.end, trigger.sentence.end)
    named = reading.mentions_in(to.end(), trigger.sentence.end, "organization", "area") if to is not None else []
    body = next((Span(m.start, m.end) for m in named[:1] if to is not None and m.start == to.end()), None)
    return village_visited(reading, trigger.end, trigger.sentence.end) or body


def _set_out_from(reading: Reading, trigger: Trigger) -> Span | None:
    """`Kafilah dilepas Bupati dari | halaman Masjid Raya`: what sets out does so from its place."""
    if folded(reading.text[trigger.start : trigger.end]).split()[0] not in participation_cues("from-place"):
        return None
    return next(iter(venues_left(reading, trigger.end, trigger.sentence.end)), None)


def _sent_to(reading: Reading, trigger: Trigger) -> Span | None:
    """`menyalurkan air bersih ke | Dusun Sukamaju`."""
    return village_sent_to(reading, trigger.end, trigger.sentence.end) if trigger.kind.family == AID else None


def village_of_people(reading: Reading, start: int, held: int) -> Span | None:
    """Where those live who stand right before the verb that holds it: `Warga Muslim | Kampung Sukamaju menggelar syukuran`."""
    village = people_of(reading, start, held)
    return village if village is not None and BEFORE_VERB.fullmatch(reading.text, village.end, held) else None


def _named_elsewhere(reading: Reading, trigger: Trigger) -> Span | None:
    """`meninjau langsung | RSUD`, where the article names one such place: `RSUD Sukamaju`."""
    return venue_meant(reading, trigger.end, trigger.sentence.end) if trigger.kind.family == VISIT else None


def crowded_place(reading: Reading, sentence: Span) -> Span | None:
    """Where the crowd of a sentence is: `pesannya kepada warga yang memadati | lapangan SD Inpres Sukamaju`."""
    crowds = crowd_pattern().finditer(reading.text, sentence.start, sentence.end)
    found = (venue_at(reading, crowd.end(), sentence.end) for crowd in crowds)
    return next((venue for venue in found if venue is not None), None)


def _of_what_is_done(reading: Reading, trigger: Trigger) -> Span | None:
    """`Jembatan di | Desa Sukamaju diresmikan Bupati`: what is done to something is done where that is; but somebody is
    sworn in or sent off elsewhere (`Kepala SD di Desa Sukamaju dilantik Bupati`)."""
    verb = folded(reading.text[trigger.start : trigger.end])
    if not verb.startswith("di") or trigger.kind.receives or verb in participation_cues("from-place"):
        return None
    if WHICH.search(reading.text, trigger.sentence.start, trigger.start):
        return None  # `Mobil yang biasa diparkir di Desa Sukamaju diserahkan Bupati`
    before = venues_in(reading, trigger.sentence.start, trigger.start)
    return before[-1] if before else _done_to(reading, trigger)


def _done_to(reading: Reading, trigger: Trigger) -> Span | None:
    """`Puskesmas Sukamaju | diresmikan Bupati`: what is opened or visited is the place."""
    place = venue_opening(reading, trigger.sentence.start, trigger.start)
    if place is None or not (trigger.kind.family == VISIT or trigger.kind.kind == OPENING_OF):
        return None
    return place if BEFORE_VERB.fullmatch(reading.text, place.end, trigger.start) else None


def _unknown(reading: Reading, trigger: Trigger) -> Span | None:
    """A place that no word for a building begins, where a verb that holds the event or its day stands beside it: `digelar di |
    Kali Jati`, `rapat koordinasi di | Griya Persada, Selasa (5/2/2024)`."""
    start, end = trigger.sentence.start, _reach(reading, trigger)
    opening = (v for v in names_behind_di(reading, start, trigger.start) if TAKING_PLACE.search(reading.text, start, v.start))
    behind = (
        venue
        for venue in names_behind_di(reading, trigger.end, end)
        if (_is_held_at(reading, trigger, venue) or _is_beside_day(reading, Span(trigger.end, end), venue))
        and not is_told_between(reading.text, trigger.start, venue.start)
    )
    return next(behind, None) or next(opening, None)


def _is_held_at(reading: Reading, trigger: Trigger, venue: Span) -> bool:
    led = HELD_AT.search(reading.text, trigger.start, venue.start)
    return led is not None and held_pattern().fullmatch(reading.text, led.start("verb"), led.end("verb")) is not None


def _is_beside_day(reading: Reading, within: Span, venue: Span) -> bool:
    """`Senin (5/2/2024) di | Griya Persada`; `di | Griya Persada, Jalan Melati, Senin (5/2/2024)`."""
    before = days_in(reading, Span(within.start, venue.start))
    if before and DAY_BEFORE.fullmatch(reading.text, before[-1].end, venue.start):
        return True
    behind = days_in(reading, Span(venue.end, within.end))
    return bool(behind) and CHAIN_BEFORE_DAY.fullmatch(reading.text, venue.end, behind[0].start) is not None
