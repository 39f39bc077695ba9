"""Where an article says that something takes place, before it is known which of these places tell of the same event.

A noun tells of an event where a verb holds it (`menggelar rapat`, `rapat dipimpin`) or a date or place stands behind it
(`pada apel di halaman kantor, Senin (29/01)`); a verb like `meninjau` is the event itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from graph.extraction.named import named_in
from graph.extraction.patterns import either, folded
from graph.extraction.quotes import attribution_pattern
from graph.extraction.reading import DateMention, Reading
from graph.extraction.rules import rule
from graph.extraction.venues import venue_at, venue_beside, venues_in
from graph.facts import Date, Span
from ontology.calendar import weekdays
from ontology.occasions import EventKind, event_kinds, participation_cues
from ontology.programs import program_words
from ontology.speech_verbs import speech_verbs

HOLD_REACH = 70
"""Characters from a verb to the event it holds: `mengikuti secara virtual upacara peringatan`."""
HELD_REACH = 160
"""Characters from an event to its passive verb: `Sarasehan ... dengan tema "..." yang digelar di ...`; of one that
opens the sentence the verb may stand anywhere behind it."""
DATE_REACH = 200
"""Characters from an event that a sentence refers to (`usai apel gabungan aparatur ...`) to its date or place."""
OTHER = "other"
"""The family of the kind `Lainnya`."""
LONGEST_SENTENCE = 1500
"""A longer sentence is a page without stops: what stands behind is not read for events."""
OPENING_SENTENCES = 5
"""Sentences in which an article tells what it is about; features take three to come to it."""
SMALL_AREAS = ("kecamatan", "kelurahan", "desa")
OPENING = 15
"""A place that opens the sentence of its event: `Bertempat di Aula Pemkab, ...`."""
DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")


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

    @property
    def date(self) -> Date | None:
        return self.day.date if self.day else None


@dataclass(frozen=True, slots=True)
class _Trigger:
    kind: EventKind
    start: int
    end: int
    sentence: Span


def find_occasions(reading: Reading) -> list[Occasion]:
    """Every place where the article tells of an event, by the first rule that explains it, in order."""
    found: list[Occasion] = []
    for whole in reading.sentences:
        sentence = Span(whole.start, min(whole.end, whole.start + LONGEST_SENTENCE))
        nouns, verbs = _nouns(reading, sentence), _verbs(reading, sentence)
        if _in_headline(reading, sentence):
            found.extend(headed(reading, [*nouns, *verbs]))
            continue
        by_verb = held(reading, nouns)
        rest = [noun for noun in nouns if noun.start not in {o.start for o in by_verb}]
        told = [*by_verb, *referred(reading, rest), *acts(reading, verbs)] or titled(reading, sentence)
        if _is_background(reading.text, sentence):
            told = [o for o in told if o.kind in {headline.kind for headline in found if headline.rule == "event.headline"}]
        found.extend(told)
    found.extend(dated(reading, found))
    return sorted((o for o in found if not _is_past(reading, o)), key=lambda o: (o.start, o.end))


@rule("event.held", example="Pemerintah Kabupaten Sukamaju menggelar rapat koordinasi, Senin (5/2/2024).")
def held(reading: Reading, nouns: list[_Trigger]) -> list[Occasion]:
    """A verb holds the event: before it (`menggelar`, `memimpin`, `menghadiri`) or behind it (`digelar`, `dihadiri`)."""
    found = []
    for noun in nouns:
        before = _last(_hold_pattern(), reading.text, max(noun.sentence.start, noun.start - HOLD_REACH), noun.start)
        reach = noun.sentence.end if noun.start == noun.sentence.start else noun.end + HELD_REACH
        behind = _held_pattern().search(reading.text, noun.end, min(noun.sentence.end, reach))
        cue = before or behind
        if cue is not None:
            found.append(_occasion(reading, noun, "event.held", Span(cue.start("verb"), cue.end("verb"))))
    return found


@rule("event.referred", example="Hal ini disampaikan saat apel pagi di Lapangan Merdeka, Senin (5/2/2024).")
def referred(reading: Reading, nouns: list[_Trigger]) -> list[Occasion]:
    """A sentence about something else tells when or where the event was: its date or place stands right behind it."""
    found = []
    for noun in nouns:
        occasion = _occasion(reading, noun, "event.referred", None)
        limit = min(noun.sentence.end, noun.end + DATE_REACH)
        other = _hold_pattern().search(reading.text, noun.end, limit)
        near = Span(noun.end, other.start() if other else limit)
        led_in = _occasion_pattern().search(reading.text, noun.sentence.start, noun.start)
        if led_in and (_days_in(reading, near) or venues_in(reading, near.start, near.end)):
            found.append(occasion)
    return found


@rule("event.headline", example="Bupati Sukamaju Pimpin Upacara Hari Pahlawan")
def headed(reading: Reading, triggers: list[_Trigger]) -> list[Occasion]:
    """A headline that names an event is about it."""
    return [_occasion(reading, trigger, "event.headline", None) for trigger in triggers]


@rule("event.act", example="Bupati Sukamaju meninjau Puskesmas Sukamulya, Senin (5/2/2024).")
def acts(reading: Reading, verbs: list[_Trigger]) -> list[Occasion]:
    """A verb is the event itself where somebody named does it; in the passive only with its day or place."""
    found = [
        _occasion(reading, verb, "event.act", Span(verb.start, verb.end))
        for verb in verbs
        if named_in(reading, verb.sentence.start, verb.sentence.end) or _days_in(reading, verb.sentence)
    ]
    return [o for o in found if o.date or _tells_alone(reading.text[o.start : o.end].casefold(), o.venue)]


def _tells_alone(verb: str, venue: Span | None) -> bool:
    """Whether a verb is an event without its day: in the passive only with a place, `bertemu` never."""
    return verb not in participation_cues("needs-day") and (venue is not None or not verb.startswith("di"))


@rule("event.dated", example="Ratusan perawat memenuhi halaman Gedung DPRD Sukamaju, Senin (5/2/2024).")
def dated(reading: Reading, told: list[Occasion]) -> list[Occasion]:
    """A sentence of the opening with a day on which nobody is said to speak tells an event that no register has a word for."""
    body = [s for s in reading.sentences if not _in_headline(reading, s)][:OPENING_SENTENCES]
    if any(o.date is not None and o.rule != "event.headline" for o in told if body and o.start < body[-1].end):
        return []
    for sentence in body:
        ways = (_nouns, _verbs, _deeds)
        trigger = next((found[0] for find in ways if (found := find(reading, sentence))), None)
        if trigger is None or _is_background(reading.text, sentence) or _is_told(reading, sentence):
            continue
        headed_kinds = {o.kind for o in told if o.rule == "event.headline"}
        mentioned = _noun_pattern().search(reading.text, sentence.start, sentence.end)  # `sebagai inspektur upacara`
        if trigger.kind == _other_kind() and len(headed_kinds) == 1:
            trigger = replace(trigger, kind=headed_kinds.pop())
        elif trigger.kind == _other_kind() and mentioned is not None:
            trigger = replace(trigger, kind=_kinds_by_noun()[folded(mentioned["form"])])
        occasion = replace(_occasion(reading, trigger, "event.dated", None), vague=trigger.kind == _other_kind())
        if occasion.day is None or _is_limit(reading.text, occasion.day):
            continue
        return [occasion]
    return []


@rule("event.titled", example="Bupati Sukamaju membuka Temu Karya Taruna di Gedung Merdeka, Senin (5/2/2024).")
def titled(reading: Reading, sentence: Span) -> list[Occasion]:
    """What is held under a name of its own, on a day and in a place, is an event whose kind no register knows."""
    title = _title_pattern().search(reading.text, sentence.start, sentence.end)
    if title is None or any(m.start <= title.start("title") < m.end for m in reading.mentions):
        return []
    trigger = _Trigger(_other_kind(), title.start("title"), title.end("title"), sentence)
    occasion = _occasion(reading, trigger, "event.titled", Span(title.start("verb"), title.end("verb")))
    return [occasion] if occasion.date is not None and occasion.venue is not None else []


def _same_weekday(reading: Reading, sentence: Span) -> DateMention | None:
    """`..., Selasa sore`: the day told before that was such a weekday."""
    named = _weekday_pattern().search(reading.text, sentence.start, sentence.end)
    if named is None or any(d.start <= named.start() < d.end for d in reading.dates):
        return None
    before = [d for d in _days_in(reading, Span(0, named.start())) if d.date.weekday == _weekdays()[named["day"].casefold()]]
    return before[-1] if before else None


def _is_told(reading: Reading, sentence: Span) -> bool:
    """Whether somebody says, or is asked, what the sentence tells: its day may be that of the interview."""
    said = _telling_pattern().search(reading.text, sentence.start, sentence.end) is not None
    return said or any(sentence.start <= q.outer.start < sentence.end for q in reading.quotes)


def _is_limit(text: str, day: DateMention) -> bool:
    """`sejak Kamis, 3 Juli 2025`, `hingga Senin (5/2)`: the day begins or ends something else."""
    before = text[max(0, day.start - 30) : day.start].split()
    return bool(before) and before[-1].casefold().strip("(") in participation_cues("limit")


def _in_headline(reading: Reading, sentence: Span) -> bool:
    headline = reading.article.headline
    return headline is not None and headline[0] <= sentence.start < headline[1]


def _occasion(reading: Reading, trigger: _Trigger, rule: str, cue: Span | None) -> Occasion:
    return Occasion(
        kind=trigger.kind,
        start=trigger.start,
        end=trigger.end,
        sentence=trigger.sentence,
        rule=rule,
        cue=cue,
        day=_day_of(reading, trigger),
        venue=_venue_of(reading, trigger),
        vague=folded(reading.text[trigger.start : trigger.end]) in participation_cues("vague"),
    )


def _day_of(reading: Reading, trigger: _Trigger) -> DateMention | None:
    """The day behind the event in its sentence, else before it; not the day on which somebody spoke of it."""
    days = [d for d in _days_in(reading, trigger.sentence) if not _told_between(reading.text, trigger.start, d.start)]
    behind = [d for d in days if d.start >= trigger.end and not _belongs_to_next(reading.text, trigger, d)]
    return behind[0] if behind else days[-1] if days else _same_day(reading, trigger.sentence)


def _belongs_to_next(text: str, trigger: _Trigger, day: DateMention) -> bool:
    """`Dalam rapat tersebut disepakati pasar murah mulai 24 Februari`: an event taken up again leaves the day to the next; so
    does what was agreed (`membacakan hasil pertemuan: pasokan ditambah mulai Kamis (10/7)`)."""
    between = text[trigger.end : day.start]
    again = re.match(r"\s+(?:tersebut|itu|ini)\b", between) is not None
    return ":" in between or (again and _noun_pattern().search(between) is not None)


def _same_day(reading: Reading, sentence: Span) -> DateMention | None:
    """`yang pagi itu blusukan`: the day told last before."""
    again = _same_day_pattern().search(reading.text, sentence.start, sentence.end)
    if again is None:
        return _same_weekday(reading, sentence)
    days = [d for d in _days_in(reading, Span(0, again.start())) if not _is_limit(reading.text, d)]
    told = [d for d in days if not any(q.outer.start <= d.start < q.outer.end for q in reading.quotes)]
    return told[-1] if told else None


def _days_in(reading: Reading, span: Span) -> list[DateMention]:
    return [d for d in reading.dates if span.start <= d.start and d.end <= span.end and DAY.fullmatch(d.date.value)]


def _told_between(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands between an event and a date: `rapat itu," kata Rahmat, Senin (5/2)`."""
    marks = re.finditer(r"[,”\"]", text[start:end])
    return any(attribution_pattern().match(text, start + mark.end(), end) for mark in marks)


def _venue_of(reading: Reading, trigger: _Trigger) -> Span | None:
    """What a visit visits, or the place behind the event in its sentence, else before it (`Bertempat di Aula Pemkab, ...`).

    A place behind what came next is not the event's: `senam yang dilanjutkan dengan penanaman pohon di SMA Sukamaju`.
    """
    visited = venue_at(reading, trigger.end, trigger.sentence.end)
    if visited is not None:
        return visited
    beside = venue_beside(reading, trigger.end, trigger.sentence.end)
    then = _next_pattern().search(reading.text, trigger.end, trigger.sentence.end)
    behind = [beside] if beside else venues_in(reading, trigger.end, then.start() if then else trigger.sentence.end)
    told = next((v for v in behind if not _told_between(reading.text, trigger.start, v.start)), None)
    before = venues_in(reading, trigger.sentence.start, trigger.start)
    opening = next((v for v in before if v.start - _past_day(reading, trigger.sentence) <= OPENING), None)
    return told or opening or _village_behind(reading, trigger.end)


def _past_day(reading: Reading, sentence: Span) -> int:
    """Behind the day that opens a sentence: `Sabtu, 22 Februari 2025, di halaman balai desa, ...`."""
    first = next((d for d in _days_in(reading, sentence) if d.start - sentence.start <= OPENING), None)
    return first.end if first is not None else sentence.start


def _village_behind(reading: Reading, offset: int) -> Span | None:
    """`Peluncuran di Sukamulya dijadwalkan ...`: a small area right behind the event is its place."""
    at = re.compile(r"\s+di\s+").match(reading.text, offset)
    areas = reading.mentions_in(at.end(), at.end() + 1, "area") if at else []
    small = next((m for m in areas if at is not None and m.start == at.end() and m.kind in SMALL_AREAS), None)
    return Span(small.start, small.end) if small is not None else None


def _nouns(reading: Reading, sentence: Span) -> list[_Trigger]:
    """Nouns of events outside quotations and other names: not `ruang rapat`, `Panitia Musrenbang`, `inspektur upacara`."""
    found = []
    for match in _noun_pattern().finditer(reading.text, sentence.start, sentence.end):
        before = reading.text[max(sentence.start, match.start() - 30) : match.start()].split()
        if before and before[-1].casefold() in participation_cues("not-event"):
            continue
        if not _inside(reading, match.start(), match.end()):
            found.append(_Trigger(_kinds_by_noun()[folded(match["form"])], match.start(), match.end(), sentence))
    return found


def _verbs(reading: Reading, sentence: Span) -> list[_Trigger]:
    found = []
    for match in _verb_pattern().finditer(reading.text, sentence.start, sentence.end):
        verb, kind = folded(match[0]), _kinds_by_verb()[folded(match[0])]
        if _inside(reading, match.start(), match.end()):
            continue
        if verb in participation_cues("to-place") and venue_at(reading, match.end(), sentence.end) is None:
            continue  # `mendatangi Gedung DPRD` is an event, `mendatangi warga` need not be one
        if verb in participation_cues("signing") and not _agreement_pattern().search(
            reading.text, sentence.start, sentence.end
        ):
            continue  # a plaque or a decree is signed
        if verb in participation_cues("handing") and not _of_aid_pattern().search(reading.text, sentence.start, sentence.end):
            kind = _other_kind()  # `laporan itu diserahkan kepada Bupati`
        found.append(_Trigger(kind, match.start(), match.end(), sentence))
    return found


def _deeds(reading: Reading, sentence: Span) -> list[_Trigger]:
    """What somebody does there, by any verb: `mendatangi Gedung DPRD`, `berkumpul`, `didatangi`."""
    return [
        _Trigger(_other_kind(), match.start(), match.end(), sentence)
        for match in _doing_pattern().finditer(reading.text, sentence.start, sentence.end)
        if match[0] not in participation_cues("no-deed") and not _inside(reading, match.start(), match.end())
    ]


def _inside(reading: Reading, start: int, end: int) -> bool:
    quoted = any(q.outer.start <= start < q.outer.end for q in reading.quotes)
    return quoted or any(m.start <= start and end <= m.end for m in reading.mentions if m.type in ("organization", "post"))


def _is_background(text: str, sentence: Span) -> bool:
    """A sentence that opens with what happened before the news: `Sebelumnya, ...`, `Diberitakan sebelumnya, ...`."""
    words = [word.casefold() for word in re.findall(r"\w+", text[sentence.start : sentence.start + 40])[:2]]
    own_day = bool(words) and words[0] in participation_cues("day-before")  # `Sehari sebelumnya (8/12), penyerahan serupa ...`
    return not own_day and any(word in participation_cues("background") for word in words)


def _is_past(reading: Reading, occasion: Occasion) -> bool:
    """An event of the time before the news: `rapat pada Selasa (5/2) lalu`."""
    return occasion.day is not None and _past_pattern().match(reading.text, occasion.day.end, occasion.sentence.end) is not None


@cache
def _past_pattern() -> re.Pattern[str]:
    return re.compile(rf"\)?\s*(?:{either(participation_cues('past'))})\b", re.IGNORECASE)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(text, start, end), key=lambda match: match.start(), default=None)


@cache
def _doing_pattern() -> re.Pattern[str]:
    """A verb by its prefix: `mendatangi`, `didatangi`, `berkumpul`, `terulang`."""
    return re.compile(r"(?<![\w-])(?:me[a-z]{4,}|di[a-z]{4,}|ber[a-z]{4,}|ter[a-z]{5,})(?![\w-])")


@cache
def _same_day_pattern() -> re.Pattern[str]:
    return _words(participation_cues("same-day"), "(?:", ")")


@cache
def _weekdays() -> dict[str, str]:
    return {form.casefold(): day.name for day in weekdays() for form in (day.name, *day.forms)}


@cache
def _weekday_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<day>{either(_weekdays())})\s+(?:pagi|siang|sore|petang|malam)\b", re.IGNORECASE)


@cache
def _agreement_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(participation_cues('agreement'))})(?:nya)?\b", re.IGNORECASE)


@cache
def _of_aid_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(program_words('aid') | program_words('aid-good'))})", re.IGNORECASE)


@cache
def _telling_pattern() -> re.Pattern[str]:
    spoken = [verb for verb in speech_verbs() if not verb.document]
    verbs = {form for verb in spoken for form in (verb.verb, *verb.also)}
    after = {form for verb in spoken for form in verb.after}
    said = {*verbs, *(f"{form}nya" for form in (*verbs, *after)), *(form for form in after if form.startswith("di"))}
    words = either({*said, *participation_cues("press")})
    return re.compile(rf"(?<![\w-])(?:(?<=[,”\"] ){either(after)}|{words})(?![\w-])")  # not `Kritik itu ...`, a noun


@cache
def _kinds_by_noun() -> dict[str, EventKind]:
    return {folded(noun): kind for kind in event_kinds() for noun in kind.nouns}


@cache
def _kinds_by_verb() -> dict[str, EventKind]:
    return {folded(verb): kind for kind in event_kinds() for verb in kind.verbs}


@cache
def _noun_pattern() -> re.Pattern[str]:
    return _words(_kinds_by_noun(), r"(?P<form>", r")(?:nya)?")


@cache
def _verb_pattern() -> re.Pattern[str]:
    return _words(_kinds_by_verb(), "(?:", ")")


@cache
def _hold_pattern() -> re.Pattern[str]:
    return _words(participation_cues("hold"), "(?P<verb>", ")")


@cache
def _other_kind() -> EventKind:
    return next(kind for kind in event_kinds() if kind.family == OTHER)


@cache
def _title_pattern() -> re.Pattern[str]:
    verbs = either(participation_cues("hold"))
    word = r"(?:[A-Z][\w’'.-]*|ke-\d+|\d{4})"
    return re.compile(rf"\b(?i:(?P<verb>{verbs}))\s+(?:(?:acara|kegiatan)\s+)?(?P<title>[A-Z][\w’'-]*(?: (?:dan )?{word})+)")


@cache
def _next_pattern() -> re.Pattern[str]:
    return _words(participation_cues("next"), "(?:", ")")


@cache
def _held_pattern() -> re.Pattern[str]:
    return _words(participation_cues("held"), "(?P<verb>", ")")


@cache
def _occasion_pattern() -> re.Pattern[str]:
    return _words(participation_cues("occasion"), "(?:", r")(?:\s+\w+){0,2}\s*$")


def _words(forms: Iterable[str], left: str, right: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){left}{either(forms)}{right}(?![\w-])", re.IGNORECASE)
