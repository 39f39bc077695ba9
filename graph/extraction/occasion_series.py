"""Further days of an event that goes on from place to place: `... Senin (3/2), dilanjutkan Selasa (4/2) di Desa Sukasari`.

Each day with its place is an event of its own. Between them stand only the words that a schedule needs (`kemudian di`): what
has a verb of its own is another event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.extraction.areas import VILLAGES
from graph.extraction.occasion_days import days_in, is_limit
from graph.extraction.occasion_triggers import nouns_of_events
from graph.extraction.occasion_words import held_pattern
from graph.extraction.occasions import Occasion, is_vague
from graph.extraction.patterns import either, folded
from graph.extraction.reading import DateMention, Reading
from graph.extraction.rules import rule
from graph.extraction.venues import venues_in, venues_listed
from graph.facts import Span
from ontology.occasions import participation_cues

NEAR = 3
"""Sentences from an event to its further days: `... operasi pasar di empat titik. Yang pertama di ...` has one."""
STANDING = ("vague", "held", "schedule", "further", "by-filler")
"""Uses of words that may stand before `berlanjut` or `kedua` where that is said of the event."""
WORD = re.compile(r"(?<![\w(/])[a-z][a-z'’-]*")
BULLET = re.compile(r"\W*(?:\d{1,2}[.)]|[a-z][.)]|[-–•*·✓])\s*\w")


@rule(
    "event.series",
    example="Pasar murah digelar di Balai Desa Sukamaju, Senin (5/2/2024), dilanjutkan di Desa Sukasari, Selasa (6/2/2024).",
)
def series(reading: Reading, told: list[Occasion]) -> list[Occasion]:
    """A further day with its place, in the sentence of the event, in one that goes on with it, or in a line of its schedule."""
    found: list[Occasion] = []
    last: Occasion | None = None
    since = 0
    for sentence in reading.body:
        own = _told_in(reading, told, sentence)
        last, since = (own, 0) if own is not None else (last, since + 1)
        if last is None or since > NEAR:
            continue
        start = _start_of_next(reading, last) if own is not None and own.day is not None else _opening(reading, last, sentence)
        days = [d for d in days_in(reading, sentence) if start is not None and start <= d.start]
        if start is not None and days and not reading.is_quoted(days[0].start):
            further = list(_days_of(reading, last, Span(start, sentence.end), days))
            since = 0 if further else since
            found.extend(replace(o, sentence=sentence) for o in further)
    return found


def _told_in(reading: Reading, told: list[Occasion], sentence: Span) -> Occasion | None:
    """The event that a sentence tells of last; where it tells of none, one that it only names (`menyiapkan pasar murah`),
    before the word that it goes on (`Sidang | dilanjutkan Selasa (13/2) dengan agenda mediasi`)."""
    own = [o for o in told if o.sentence.start == sentence.start and _tells(o)]
    on = _going_on_pattern().search(reading.text, sentence.start, sentence.end)
    limit = on.start() if on is not None else sentence.end
    nouns = [] if own else [n for n in nouns_of_events(reading, sentence) if not is_vague(reading, n) and n.start < limit]
    named = [Occasion(noun.kind, noun.start, noun.end, sentence, "event.series") for noun in nouns]
    return next(reversed([*own, *named]), None)


def _tells(occasion: Occasion) -> bool:
    return occasion.rule == "event.otherwise" or (occasion.rule in ("event.held", "event.act") and not occasion.vague)


def _is_behind(occasion: Occasion) -> bool:
    """Whether the place of an event stands behind its day: `Senin (3/2) di Desa Sukamaju, dilanjutkan Selasa (4/2) di ...`."""
    return occasion.venue is not None and occasion.day is not None and occasion.venue.start > occasion.day.start


def _start_of_next(reading: Reading, occasion: Occasion) -> int | None:
    """Behind the day and the place of an event in its own sentence."""
    day, venue = occasion.day, occasion.venue
    if day is None or is_limit(reading.text, day):
        return None
    return venue.end if venue is not None and _is_behind(occasion) else day.end


def _opening(reading: Reading, last: Occasion, sentence: Span) -> int | None:
    """Where the schedule begins in `Yang pertama di ...`, `Layanan itu berlanjut ke ...`, or in a line of a list."""
    line = reading.text.rfind("\n", 0, sentence.start) + 1
    if BULLET.match(reading.text, line, sentence.end):
        return sentence.start
    further = _further_pattern().match(reading.text, sentence.start, sentence.end)
    if further is not None and _is_named_by(reading, last, further["what"]):
        return sentence.start
    on = _going_on_pattern().search(reading.text, sentence.start, sentence.end)
    return on.start() if on is not None and _is_named_by(reading, last, reading.text[sentence.start : on.start()]) else None


def _is_named_by(reading: Reading, last: Occasion, what: str) -> bool:
    """Whether words stand for the event: its own, those for any event or for a part of one (`Layanan itu`, `Titik`); not
    `Gempa | kedua`, `Penyidikan kasus korupsi | dilanjutkan`."""
    words = {*_own_words(reading, last), *(word for use in STANDING for word in participation_cues(use))}
    return all(word in words for word in re.findall(r"[\w-]+", what.casefold()))


def _own_words(reading: Reading, last: Occasion) -> list[str]:
    of = last.of or last
    return folded(reading.text[of.start : of.end]).split()


def _days_of(reading: Reading, last: Occasion, part: Span, days: list[DateMention]) -> Iterator[Occasion]:
    """The days of a stretch that have a place each, up to the first that has other words before it."""
    at = part.start
    for number, day in enumerate(days):
        end = days[number + 1].start if number + 1 < len(days) else part.end
        place = _place(reading, last, Span(at, end), day)
        if is_limit(reading.text, day) or not _is_schedule(
            reading, last, at, day.start if place is None else max(day.start, place.start)
        ):
            return
        told = held_pattern().search(reading.text, at, end) or _going_on_pattern().search(reading.text, at, day.start)
        if place is None and told is None:
            return  # `Sidang | dilanjutkan Selasa (13/2)` needs no place
        of = last.of or Span(last.start, last.end)
        yield replace(last, start=day.start, end=day.end, rule="event.series", cue=None, day=day, venue=place, of=of)
        at = max(day.end, place.end if place is not None else 0)


def _place(reading: Reading, last: Occasion, part: Span, day: DateMention) -> Span | None:
    """The place of a day, before or behind it: a building first, else a village, or a district where an event was told."""
    kinds = VILLAGES if last.rule == "event.series" else (*VILLAGES, "kecamatan")
    sides = (Span(day.end, part.end),) if _is_behind(last) else (Span(part.start, day.start), Span(day.end, part.end))
    buildings = [place for side in sides for place in _buildings(reading, side)]
    areas = [m for side in sides for m in reading.mentions_in(side.start, side.end, "area") if m.kind in kinds]
    return next(iter((*buildings, *(Span(m.start, m.end) for m in areas))), None)


def _buildings(reading: Reading, span: Span) -> list[Span]:
    return venues_in(reading, span.start, span.end) or venues_listed(reading, span.start, span.end)


def _is_schedule(reading: Reading, last: Occasion, start: int, end: int) -> bool:
    """Whether a stretch has no words but names, the event's own, and those of a schedule."""
    kept = list(reading.text[start:end])
    named = [Span(m.start, m.end) for m in reading.mentions_in(start, end, "area", "organization")]
    days = [Span(d.start, d.end) for d in days_in(reading, Span(start, end))]
    for name in (*_buildings(reading, Span(start, end)), *named, *days):
        kept[name.start - start : name.end - start] = " " * (name.end - name.start)
    own = _own_words(reading, last)
    words = WORD.findall("".join(kept))
    return all(word in own or word in participation_cues("schedule") or word in participation_cues("held") for word in words)


@cache
def _further_pattern() -> re.Pattern[str]:
    """`Yang | pertama`, `Pasar murah | berikutnya`, `Keesokan harinya`."""
    return re.compile(rf"\W*(?P<what>(?:[\w-]+\s+){{0,3}}?)(?:{either(participation_cues('further'))})\b", re.IGNORECASE)


@cache
def _going_on_pattern() -> re.Pattern[str]:
    """`Layanan itu | berlanjut`."""
    return re.compile(rf"(?<!\w)(?:{either(participation_cues('goes-on'))})(?!\w)", re.IGNORECASE)
