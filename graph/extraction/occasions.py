"""Where an article says that something takes place, before it is known which of these places tell of the same event.

A noun tells of an event where a verb holds it (`menggelar rapat`, `rapat dipimpin`) or a date or place stands behind it
(`pada apel di halaman kantor, Senin (29/01)`); a verb like `meninjau` is the event itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.extraction.named import named_in
from graph.extraction.occasion_days import day_of, days_in, is_limit, is_long_past, is_told_in, up_to_its_day
from graph.extraction.occasion_triggers import Trigger, ceremonies, deeds, kind_in, nouns_of_events, verbs_of_events
from graph.extraction.occasion_venues import venue_of
from graph.extraction.occasion_words import (
    day_beside_pattern,
    held_pattern,
    hold_pattern,
    is_background,
    occasion_pattern,
    organised_pattern,
    organising_pattern,
    other_kind,
    past_pattern,
    telling_pattern,
    title_pattern,
    verb_pattern,
)
from graph.extraction.patterns import folded
from graph.extraction.reading import DateMention, Reading
from graph.extraction.rules import rule
from graph.extraction.venues import people_of, venues_in
from graph.facts import Date, Span
from ontology.occasions import EventKind, participation_cues

HOLD_REACH = 70
"""Characters from a verb to the event it holds: `mengikuti secara virtual upacara peringatan`."""
HELD_REACH = 160
"""Characters from an event to its passive verb: `Sarasehan ... dengan tema "..." yang digelar di ...`; of one that
opens the sentence the verb may stand anywhere behind it."""
TURNED_REACH = 30
"""`dilaksanakan kegiatan ` and a little more."""
OPENING = 25
"""Characters before an event that opens its sentence: a town and a dash that no dateline has."""
DATE_REACH = 200
"""Characters from an event that a sentence refers to (`usai apel gabungan aparatur ...`) to its date or place."""
LONGEST_SENTENCE = 1500
"""A longer sentence is a page without stops: what stands behind is not read for events."""
BEFORE_REACH = 30
LEAD = 2
"""Sentences that are the lead of an article: what they report is the news, dated or not."""
OPENING_SENTENCES = 5
"""Sentences in which an article tells what it is about; features take three to come to it."""
ALONE = ("Konferensi Pers",)
"""Kinds that are told beside what happened, never instead of it."""
BESIDE = ("event.headline", "event.programme")
"""Rules that tell of an event beside what the opening tells."""
LOOSE = ("event.otherwise", "event.done")
"""Rules that no word for an event holds."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """An event as told in one place: `start`..`end` are the words that name it, `cue` the verb that holds it."""

    kind: EventKind
    start: int
    end: int
    sentence: Span
    rule: str
    cue: Span | None = None
    day: DateMention | None = None
    venue: Span | None = None
    vague: bool = False
    """Named by a word for any event: `acara`, `kegiatan itu`."""
    of: Span | None = None
    """The words that name it where they stand elsewhere."""

    @property
    def date(self) -> Date | None:
        return self.day.date if self.day else None


def find_occasions(reading: Reading) -> list[Occasion]:
    """Every place where the article tells of an event, by the first rule that explains it, in order."""
    found: list[Occasion] = []
    for whole in reading.sentences:
        sentence = Span(whole.start, min(whole.end, whole.start + LONGEST_SENTENCE))
        nouns, verbs = nouns_of_events(reading, sentence), verbs_of_events(reading, sentence)
        if reading.in_headline(sentence.start):
            found.extend(headed(reading, [*nouns, *verbs]))
            continue
        by_verb = held(reading, nouns)
        rest = [noun for noun in nouns if noun.start not in {o.start for o in by_verb}]
        told = [*by_verb, *(referred(reading, rest) or programmed(reading, rest)), *acts(reading, verbs)]
        told = told or titled(reading, sentence) or otherwise(reading, sentence)
        if is_background(reading.text, sentence):
            told = [o for o in told if o.kind in {headline.kind for headline in found if headline.rule == "event.headline"}]
        found.extend(told)
    found.extend(dated(reading, found))
    found.extend(done(reading, found))
    news = (o for o in found if not _is_past(reading, o) and not _is_habit(reading.text, o))
    return sorted(news, key=lambda o: (o.start, o.end))


@rule("event.held", example="Pemerintah Kabupaten Sukamaju menggelar rapat koordinasi, Senin (5/2/2024).")
def held(reading: Reading, nouns: list[Trigger]) -> list[Occasion]:
    """A verb holds the event: before it (`menggelar`), behind it (`digelar`), or in `Dipimpin Sari, patroli menyisir ...`."""
    found = []
    for noun in nouns:
        before = _last(hold_pattern(), reading.text, max(noun.sentence.start, noun.start - HOLD_REACH), noun.start)
        opens = noun == nouns[0] and noun.start - noun.sentence.start <= OPENING
        reach = noun.sentence.end if opens else noun.end + HELD_REACH
        behind = held_pattern().search(reading.text, noun.end, min(noun.sentence.end, reach))
        opening = held_pattern().match(reading.text, noun.sentence.start) if noun == nouns[0] else None
        cue = before or behind or _turned(reading, noun) or opening
        if cue is not None:
            found.append(_occasion(reading, noun, "event.held", Span(cue.start("verb"), cue.end("verb"))))
    return found


def _turned(reading: Reading, noun: Trigger) -> re.Match[str] | None:
    """A passive verb right before its event: `Malamnya, dilaksanakan | tablig akbar di Masjid Raya`, `dirangkai dengan | tablig
    akbar`."""
    last = _last(held_pattern(), reading.text, max(noun.sentence.start, noun.start - TURNED_REACH), noun.start)
    between = reading.text[last.end() : noun.start].split() if last is not None else []
    joins = last is not None and last["verb"].casefold() in participation_cues("joins")
    fillers = {*participation_cues("vague"), *(participation_cues("join-filler") if joins else ())}
    return last if all(word.casefold() in fillers for word in between) else None


@rule("event.referred", example="Hal ini disampaikan saat apel pagi di Lapangan Merdeka, Senin (5/2/2024).")
def referred(reading: Reading, nouns: list[Trigger]) -> list[Occasion]:
    """A sentence about something else tells when or where the event was: its date or place stands right behind it.

    What stands behind the next deed belongs to that: `Seusai upacara, rombongan meninjau sumur di Desa Sukamulya`.
    """
    found = []
    for noun in nouns:
        occasion = _occasion(reading, noun, "event.referred", None)
        limit = min(noun.sentence.end, noun.end + DATE_REACH)
        others = (way.search(reading.text, noun.end, limit) for way in (hold_pattern(), verb_pattern()))
        near = Span(noun.end, min((other.start() for other in others if other), default=limit))
        led_in = occasion_pattern().search(reading.text, noun.sentence.start, noun.start)
        if led_in and (days_in(reading, near) or venues_in(reading, near.start, near.end)):
            found.append(occasion)
    return found


@rule("event.programme", example="Rangkaian peringatan ditutup dengan jalan sehat pada Minggu (11/2/2024).")
def programmed(reading: Reading, nouns: list[Trigger]) -> list[Occasion]:
    """A day that stands right behind an event is its day; where somebody speaks, behind `pada`: else it is of the speech."""
    occasions = [_occasion(reading, noun, "event.programme", None) for noun in nouns]
    beside = ((o, day_beside_pattern().fullmatch(reading.text, o.end, o.day.start)) for o in occasions if o.day is not None)
    return [o for o, gap in beside if gap and (gap["on"] or not is_told_in(reading, o.sentence)) and not o.vague]


@rule("event.headline", example="Bupati Sukamaju Pimpin Upacara Hari Pahlawan")
def headed(reading: Reading, triggers: list[Trigger]) -> list[Occasion]:
    """A headline that names an event is about it; that somebody met somebody needs its day."""
    named = (t for t in triggers if reading.text[t.start : t.end].casefold() not in participation_cues("needs-day"))
    return [replace(_occasion(reading, trigger, "event.headline", None), venue=None) for trigger in named]


@rule("event.act", example="Bupati Sukamaju meninjau Puskesmas Sukamulya, Senin (5/2/2024).")
def acts(reading: Reading, verbs: list[Trigger]) -> list[Occasion]:
    """A verb is the event itself where somebody named does it, or the people of a village; in the passive only with its day or
    place."""
    found = [
        _occasion(reading, verb, "event.act", Span(verb.start, verb.end))
        for verb in verbs
        if named_in(reading, verb.sentence.start, verb.sentence.end)
        or days_in(reading, verb.sentence)
        or people_of(reading, verb.sentence.start, verb.start)
    ]
    return [o for o in found if o.date or _tells_alone(reading.text[o.start : o.end].casefold(), o.venue)]


def _tells_alone(verb: str, venue: Span | None) -> bool:
    """Whether a verb is an event without its day: in the passive only with a place, `bertemu` never."""
    return verb not in participation_cues("needs-day") and (venue is not None or not verb.startswith("di"))


@rule("event.dated", example="Ratusan perawat memenuhi halaman Gedung DPRD Sukamaju, Senin (5/2/2024).")
def dated(reading: Reading, told: list[Occasion]) -> list[Occasion]:
    """A sentence of the opening with a day on which nobody is said to speak tells an event that no register has a word for."""
    body = reading.body[:OPENING_SENTENCES]
    opening = [o for o in told if body and o.start < body[-1].end and o.kind.kind not in ALONE and o.rule not in BESIDE]
    if any(o.date is not None for o in opening):
        return []
    for sentence in body:
        ways = (nouns_of_events, verbs_of_events, ceremonies, deeds)
        trigger = next((found[0] for find in ways if (found := find(reading, sentence))), None)
        if trigger is None or is_background(reading.text, sentence) or is_told_in(reading, up_to_its_day(reading, trigger)):
            continue
        headed_kinds = {o.kind for o in told if o.rule == "event.headline"}
        if trigger.kind == other_kind():
            kind = headed_kinds.pop() if len(headed_kinds) == 1 else kind_in(reading, sentence)
            trigger = replace(trigger, kind=kind or trigger.kind)
        occasion = replace(_occasion(reading, trigger, "event.dated", None), vague=trigger.kind == other_kind())
        if occasion.day is None or is_limit(reading.text, occasion.day):
            continue
        return [occasion]
    return []


@rule("event.done", example="Rabu (7/2/2024), tim gabungan menyisir sejumlah kafe di Jalan Merdeka.")
def done(reading: Reading, told: list[Occasion]) -> list[Occasion]:
    """What is done in a place on a weekday with its date, of which nothing else is told, is an event of that day."""
    found: list[Occasion] = []
    for sentence in reading.body:
        day = next((d for d in days_in(reading, sentence) if d.date.weekday), None)
        if day is None or reading.is_quoted(day.start) or is_limit(reading.text, day) or is_told_in(reading, sentence):
            continue
        known = any(o.sentence.start == sentence.start or (o.date and o.date.value == day.date.value) for o in [*told, *found])
        trigger = next(iter(deeds(reading, sentence)), None)
        if known or trigger is None or is_background(reading.text, sentence):
            continue
        occasion = replace(_occasion(reading, trigger, "event.done", None), vague=True)
        if occasion.date is not None and venues_in(reading, sentence.start, sentence.end):
            found.append(occasion)
    return found


@rule("event.titled", example="Bupati Sukamaju membuka Temu Karya Taruna di Gedung Merdeka, Senin (5/2/2024).")
def titled(reading: Reading, sentence: Span) -> list[Occasion]:
    """What is held under a name of its own, on a day and in a place, is an event whose kind no register knows."""
    title = title_pattern().search(reading.text, sentence.start, sentence.end)
    if title is None or any(m.start <= title.start("title") < m.end for m in reading.mentions):
        return []
    trigger = Trigger(other_kind(), title.start("title"), title.end("title"), sentence)
    occasion = _occasion(reading, trigger, "event.titled", Span(title.start("verb"), title.end("verb")))
    return [occasion] if occasion.date is not None and occasion.venue is not None else []


@rule("event.otherwise", example="Puskesmas Sukamaju menggelar kelas ibu hamil di Balai Desa Sukamulya, Senin (5/2/2024).")
def otherwise(reading: Reading, sentence: Span) -> list[Occasion]:
    """What is held on a day and in a place is an event, also where no register has a word for it."""
    ways = (organising_pattern(), organised_pattern())
    found = next((m for way in ways if (m := way.search(reading.text, sentence.start, sentence.end))), None)
    if found is None or reading.is_quoted(found.start("verb")):
        return []
    if found["what"] and found["what"].split()[-1] in participation_cues("times"):
        return []  # `Pertama kali digelar ...`
    said = found["what"] is None or telling_pattern().search(found["what"])  # `Ia menjelaskan pengujian dilakukan ...`
    what = found.span("verb" if said else "what")
    told = _occasion(reading, Trigger(other_kind(), *what, sentence), "event.otherwise", Span(*found.span("verb")))
    occasion = replace(told, vague=True)
    return [occasion] if occasion.date is not None and occasion.venue is not None else []


def _occasion(reading: Reading, trigger: Trigger, rule: str, cue: Span | None) -> Occasion:
    return Occasion(
        kind=trigger.kind,
        start=trigger.start,
        end=trigger.end,
        sentence=trigger.sentence,
        rule=rule,
        cue=cue,
        day=day_of(reading, trigger),
        venue=venue_of(reading, trigger),
        vague=is_vague(reading, trigger),
    )


def is_vague(reading: Reading, trigger: Trigger) -> bool:
    """Whether the word may stand for any event: `acara`, `kegiatan itu`."""
    return folded(reading.text[trigger.start : trigger.end]) in participation_cues("vague")


def _is_past(reading: Reading, occasion: Occasion) -> bool:
    """An event of the time before the news: `rapat pada Selasa (5/2) lalu`; in the lead it is the news."""
    if occasion.rule in LOOSE and occasion.day is not None and is_long_past(reading, occasion.day):
        return True
    if occasion.day is None or is_in_lead(reading, occasion):
        return False
    return past_pattern().match(reading.text, occasion.day.end, occasion.sentence.end) is not None


def _is_habit(text: str, occasion: Occasion) -> bool:
    """What is held again and again is no event: `Polres rutin menggelar razia setiap akhir pekan`."""
    if occasion.day is not None or occasion.rule == "event.headline":
        return False
    first = occasion.cue.start if occasion.cue is not None else occasion.start
    before = text[max(occasion.sentence.start, first - BEFORE_REACH) : first].split()
    return any(word.casefold() in participation_cues("habit") for word in before[-2:])


def is_in_lead(reading: Reading, occasion: Occasion) -> bool:
    """Whether one of the first sentences of the body tells of it."""
    return any(s.start == occasion.sentence.start for s in reading.body[:LEAD])


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(text, start, end), key=lambda match: match.start(), default=None)
