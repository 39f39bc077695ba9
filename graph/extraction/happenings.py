"""One event out of the places that tell of it: which occasions are the same, and which events are told together."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from graph.extraction.occasion_days import TAKEN_UP
from graph.extraction.occasions import ALONE, Occasion
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.facts import Date, Span
from ontology.occasions import EventKind, participation_cues

AFTER_REACH = 40
"""Characters from `usai` to the earlier event: `Usai pelaksanaan apel pagi`."""
LEADS = "leads"


@dataclass(slots=True)
class Happening:
    """The occasions that tell of one event."""

    occasions: list[Occasion] = field(default_factory=list)

    @property
    def kind(self) -> EventKind:
        """The kind by which the fullest telling calls it; `acara` and the like only where nothing says more."""
        told = [o for o in self.occasions if o.rule != "event.headline"]
        dated = [o for o in told if o.date is not None]
        ordered = [*dated, *told, *self.occasions]
        first = next((o.kind for o in ordered if not o.vague), ordered[0].kind)
        return next((o.kind for o in ordered if _is_a(o.kind, first)), first)

    @property
    def date(self) -> Date | None:
        return next((o.date for o in self.occasions if o.date is not None), None)

    @property
    def best(self) -> Occasion:
        """The occasion that says most: with its day and place, not the headline, the first of equals."""
        return max(self.occasions, key=_fullness)


def _is_a(one: EventKind, other: EventKind) -> bool:
    """Whether a kind is the other said more closely: a Rapat Paripurna is a Rapat."""
    return one.kind.startswith(f"{other.kind} ")


def _fullness(occasion: Occasion) -> tuple[bool, bool, bool, int]:
    named = not occasion.vague and occasion.rule != "event.headline"
    return (named, occasion.date is not None, occasion.venue is not None, -occasion.start)


def happenings_of(reading: Reading, occasions: list[Occasion]) -> list[Happening]:
    """The events of the occasions, in the order of the first of each; a bare `acara` makes none without a day and a place."""
    found: list[Happening] = []
    for occasion in occasions:
        same = next((h for h in reversed(found) if _is_same(reading, h, occasion)), None)
        if same is None and found and _is_taken_up(reading.text, occasion):
            same = found[-1]
        unnamed = occasion.vague and occasion.rule != "event.dated"
        if same is None and unnamed and (occasion.date is None or occasion.venue is None):
            continue
        if same is None:
            same = Happening()
            found.append(same)
        same.occasions.append(occasion)
    return found


def _is_taken_up(text: str, occasion: Occasion) -> bool:
    """Whether it is the event told last by another word: `menggelar lokakarya. Hadir dalam pertemuan | tersebut`."""
    cue = text[occasion.cue.start : occasion.cue.end].casefold() if occasion.cue is not None else ""
    own = occasion.date is not None or occasion.venue is not None or participation_cues("held").get(cue) == LEADS
    return not own and TAKEN_UP.match(text, occasion.end) is not None


def _is_same(reading: Reading, happening: Happening, occasion: Occasion) -> bool:
    """Whether an occasion is told again: of the same kind or family on no other day, or in one breath with it."""
    if happening.date is not None and occasion.date is not None and happening.date.value != occasion.date.value:
        return False
    if occasion.date is None and all(o.rule == "event.series" for o in happening.occasions):
        return False  # what is told without a day is told of the first
    if happening.date is None and occasion.date is not None and occasion.rule == "event.programme":
        return False  # `rapat paripurna berikutnya pada Senin (12/2)`
    if occasion.vague and happening.occasions:
        return True
    if all(o.rule == "event.dated" and o.vague for o in happening.occasions) and occasion.kind.kind not in ALONE:
        return True  # `Warga mendatangi kantor camat, Senin (5/2). Audiensi dipimpin ...`: what it was is told later
    last = happening.occasions[-1]
    told = [o for o in happening.occasions if o.rule != "event.headline"]
    apart = last.sentence == occasion.sentence and _is_apart(reading.text, last, occasion)
    if any(_kin(o.kind, occasion.kind) for o in (told if apart and told else happening.occasions)):
        return True  # a headline may name both: `Rapat Koordinasi dan Peluncuran`
    return last.sentence == occasion.sentence and not apart


def _kin(one: EventKind, other: EventKind) -> bool:
    return one.kind == other.kind or bool(one.family and one.family == other.family)


def _is_apart(text: str, first: Occasion, second: Occasion) -> bool:
    """Two events in one sentence: `usai apel, ... menggelar silaturahmi`, `peluncuran dirangkaikan dengan penandatanganan`."""
    before = text[max(first.sentence.start, first.start - AFTER_REACH) : first.start]
    return bool(use_pattern("after").search(before) or use_pattern("joins").search(text, first.end, second.start))


def is_joined_to(reading: Reading, happening: Happening, news: Happening) -> bool:
    """Whether the article tells an event together with its news: `peluncuran itu dirangkaikan dengan penandatanganan ...`,
    `Pada kesempatan yang sama dilakukan penandatanganan ...`."""
    if any(o.rule == "event.held" and is_on_same_occasion(reading.text, o.sentence) for o in happening.occasions):
        return news.occasions[0].start < happening.occasions[0].start
    pairs = [(n, o) for n in news.occasions for o in happening.occasions if n.sentence == o.sentence and n.end <= o.start]
    return any(use_pattern("joins").search(reading.text, n.end, o.start) for n, o in pairs)


def is_on_same_occasion(text: str, sentence: Span) -> bool:
    """`Pada kesempatan yang sama ...`"""
    return _same_occasion_pattern().match(text, sentence.start, sentence.end) is not None


@cache
def _same_occasion_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:pada|dalam|di)\s+)?(?:{either(participation_cues('same-occasion'))})\b", re.IGNORECASE)


@cache
def use_pattern(*uses: str) -> re.Pattern[str]:
    """The words that the register of participation has for some uses: `dirangkaikan` for `joins`."""
    words = either(word for use in uses for word in participation_cues(use))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
