"""Which day is an event's: the one behind it in its sentence, else one before it, else the day told last."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from graph.extraction.attributions import attribution_pattern
from graph.extraction.date_forms import DAY, DAY_LENGTH, weekday_names, weekday_numbers
from graph.extraction.labels import labelled_day
from graph.extraction.occasion_triggers import Trigger
from graph.extraction.occasion_words import (
    aim_pattern,
    given_up_pattern,
    held_pattern,
    noun_pattern,
    occasion_pattern,
    reporting_pattern,
    said_pattern,
    same_day_pattern,
    telling_pattern,
    weekday_pattern,
)
from graph.extraction.patterns import either, folded
from graph.extraction.reading import DateMention, Reading
from graph.facts import Span
from ontology.calendar import relative_days
from ontology.occasions import participation_cues

PLACE_ALONE = re.compile(r"(?:Bertempat\s+di|Di)\s[^,.]*\.?")
PLACE_BEFORE = re.compile(r"(?:[A-Z][\w'’]*,?\s+){0,3}")
TAKEN_UP = re.compile(r"\s+(?:ini|itu|tersebut)\b")
LONG = timedelta(days=14)
"""What is older is told as background."""
MONTH = re.compile(r"\d{4}-\d{2}")
BEFORE_MONTH = re.compile(r"\s(?:[a-z]+\s){0,3}")
FALLS = re.compile(r"\bjatuh\s+pada\s+(?:hari\s+|tanggal\s+)?$")


def day_of(reading: Reading, trigger: Trigger) -> DateMention | None:
    """The day behind the event in its sentence, else before it; not the day on which somebody spoke of it."""
    days = [
        d
        for d in days_in(reading, trigger.sentence)
        if not is_told_between(reading.text, trigger.start, d.start)
        and not _is_last(reading.text, d)
        and not _is_aimed_at(reading.text, trigger, d)
        and not _is_of_interview(reading.text, trigger, d)
    ]
    days = [d for d in days if not _is_given_up(reading.text, trigger.sentence, d)] or days
    behind = [d for d in days if d.start >= trigger.end and not _belongs_to_next(reading.text, trigger, d)]
    if not days:
        ways = (_fragment_behind, labelled_day, _same_day)
        day = next((day for way in ways if (day := way(reading, trigger.sentence)) is not None), None)
        return day or _month_of(reading, trigger)
    return behind[0] if behind else days[-1]


def _month_of(reading: Reading, trigger: Trigger) -> DateMention | None:
    """The month in which an event is held where no day is told: `Festival Laut akan digelar pada akhir bulan | Juni 2025`."""
    for held in held_pattern().finditer(reading.text, trigger.end, trigger.sentence.end):
        for told in reading.dates:
            between = reading.text[held.end() : told.start] if held.end() <= told.start < trigger.sentence.end else ""
            if MONTH.fullmatch(told.date.value) and BEFORE_MONTH.fullmatch(between):
                return told
    return None


def _fragment_behind(reading: Reading, sentence: Span) -> DateMention | None:
    """The day that a stop cuts off from its sentence: `Upacara digelar di halaman kantor. Pada Selasa, 21/06.`, `(Selasa,
    21/6).`; another stop may cut off the place between (`Bertempat di ruang sidang.`)."""
    behind = [s for s in reading.body if s.start >= sentence.end][:2]
    if (
        len(behind) == 2
        and PLACE_ALONE.fullmatch(reading.text, behind[0].start, behind[0].end)
        and not days_in(reading, behind[0])
    ):
        behind = behind[1:]
    days = days_in(reading, behind[0]) if behind else []
    if not days or "\n" in reading.text[sentence.end : behind[0].start]:
        return None
    opens = _before_fragment().fullmatch(reading.text, behind[0].start, days[0].start)
    closes = _behind_fragment().fullmatch(reading.text, days[0].end, behind[0].end)
    return days[0] if opens and closes else None


@cache
def _before_fragment() -> re.Pattern[str]:
    return re.compile(r"\(?(?:(?:Bertempat\s+)?di\s[^,.]*,?\s*)?(?:pada\s*)?(?:hari\s*)?", re.IGNORECASE)


@cache
def _behind_fragment() -> re.Pattern[str]:
    """`Kamis, 24 April 2025 | kemarin, di Baubau.`"""
    told = either([*participation_cues("past"), *(day.form for day in relative_days() if day.unit == "day")])
    return re.compile(rf"[\s)]*(?:{told})?[\s,]*(?:(?:bertempat\s+)?di\s+[A-Z][^,.]*)?[\s.)]*")


def days_in(reading: Reading, span: Span) -> list[DateMention]:
    """The dates in a stretch of the text that are whole days, in order."""
    return [d for d in reading.dates if span.start <= d.start and d.end <= span.end and DAY.fullmatch(d.date.value)]


def is_long_past(reading: Reading, day: DateMention) -> bool:
    """Whether a day lies weeks before the article, or before the day that it tells first: `Festival itu digelar di Lapangan
    Sukamaju, Senin (3/8/2015)`."""
    told = (reading.article.published, *(d.date.value for d in reading.dates))
    now = next((value for value in told if len(value) == DAY_LENGTH), "")
    if not now or len(day.date.value) != DAY_LENGTH:
        return False  # the year is open, as of `--06-08`
    return day.date.value < (date.fromisoformat(now) - LONG).isoformat()


def _is_given_up(text: str, sentence: Span, day: DateMention) -> bool:
    """`yang semula dijadwalkan | Senin (5/8/2024) diundur menjadi Rabu (7/8/2024)`: the day first meant."""
    return given_up_pattern().search(text, sentence.start, day.start) is not None


def is_limit(text: str, day: DateMention) -> bool:
    """`sejak Kamis, 3 Juli 2025`, `hingga Senin (5/2)`: the day begins or ends something else."""
    before = [word.casefold().strip("(") for word in text[max(0, day.start - 30) : day.start].split()]
    limits = participation_cues("limit")
    return bool(before) and (before[-1] in limits or (before[-1] == "dengan" and before[-2:-1] == ["sampai"]))


def _is_last(text: str, day: DateMention) -> bool:
    """`berlangsung sampai dengan 29 September`: the day on which it ends; not `hingga Rabu (21-23/8/2023)`."""
    if day.date.end:
        return False
    before = text[max(0, day.start - 30) : day.start].casefold().split()
    return before[-1:] in (["hingga"], ["sampai"]) or before[-2:] == ["sampai", "dengan"]


def _is_aimed_at(text: str, trigger: Trigger, day: DateMention) -> bool:
    """`Pelatihan ini digelar untuk menyambut HUT Kota pada 7 September`: the day of what an event told before is held for, or
    follows; of an event told first only `lomba menyambut HUT RI yang jatuh pada 17 Agustus`."""
    between = text[trigger.end : day.start]
    again = TAKEN_UP.match(between) is not None or FALLS.search(between) is not None
    return again and aim_pattern().search(between) is not None


def _is_of_interview(text: str, trigger: Trigger, day: DateMention) -> bool:
    """`Kepala Dinas Rahmat, Rabu (9/7/2025), mengatakan pihaknya akan meninjau pasar`: the day on which it was said, and not
    that of the event; unless it was said there (`..., mengatakan hal itu saat meninjau pasar`)."""
    if trigger.start < day.end:
        return False
    said = reporting_pattern().match(text, day.end, trigger.start) or said_pattern().search(
        text, trigger.sentence.start, day.start
    )
    return said is not None and occasion_pattern().search(text, day.end, trigger.start) is None


def is_told_between(text: str, start: int, end: int) -> bool:
    """Whether a verb of saying stands between an event and a date or place: `rapat itu," kata Rahmat, Senin (5/2)`."""
    marks = re.finditer(r"[,”\"]", text[start:end])
    return any(attribution_pattern().match(text, start + mark.end(), end) for mark in marks)


def is_told_in(reading: Reading, part: Span) -> bool:
    """Whether somebody says, or is asked, what a sentence tells: its day may be that of the interview."""
    said = telling_pattern().search(reading.text, part.start, part.end) is not None
    return said or any(part.start <= q.outer.start < part.end for q in reading.quotes)


def up_to_its_day(reading: Reading, trigger: Trigger) -> Span:
    """The sentence of a deed up to the day behind it, of which what is said later tells nothing: `mengumpulkan lurah, Senin
    (5/2/2024)|, membahas banjir`; all of it where somebody is quoted, and for the passive (`data yang didapat Senin`)."""
    sentence, verb = trigger.sentence, reading.text[trigger.start : trigger.end]
    day = next((d for d in days_in(reading, sentence) if d.start >= trigger.end), None)
    quoted = any(sentence.start <= q.outer.start < sentence.end for q in reading.quotes)
    return sentence if day is None or quoted or not verb.startswith(("me", "ber")) else Span(sentence.start, day.end)


def _belongs_to_next(text: str, trigger: Trigger, day: DateMention) -> bool:
    """`Dalam rapat tersebut disepakati pasar murah mulai 24 Februari`: an event taken up again leaves the day to the next; so
    does what was agreed (`membacakan hasil pertemuan: pasokan ditambah mulai Kamis (10/7)`)."""
    between = text[trigger.end : day.start]
    return ":" in between or (TAKEN_UP.match(between) is not None and noun_pattern().search(between) is not None)


def _same_day(reading: Reading, sentence: Span) -> DateMention | None:
    """`yang pagi itu blusukan`: the day told last before."""
    again = same_day_pattern().search(reading.text, sentence.start, sentence.end)
    if again is None:
        return _same_weekday(reading, sentence)
    all_days = days_in(reading, Span(0, again.start()))
    days = [d for d in all_days if not is_limit(reading.text, d)] or all_days
    told = [d for d in days if not reading.is_quoted(d.start)]
    return told[-1] if told else None


def _heading_day(reading: Reading, sentence: Span) -> DateMention | None:
    """The day that stands alone above, in a week told day by day: `Senin (11/4/2022)`; or with its place: `Sukamaju Kamis
    (14/9/2023)`."""
    lines = (s for s in reading.body if s.end <= sentence.start)
    alone = [
        d
        for s in lines
        for d in days_in(reading, s)
        if PLACE_BEFORE.fullmatch(reading.text, s.start, d.start) and not reading.text[d.end : s.end].strip(" .:)")
    ]
    return alone[-1] if alone else None


def _same_weekday(reading: Reading, sentence: Span) -> DateMention | None:
    """`..., Selasa sore`: the day told before that was such a weekday."""
    named = weekday_pattern().search(reading.text, sentence.start, sentence.end)
    if named is None or any(d.start <= named.start() < d.end for d in reading.dates):
        return _heading_day(reading, sentence)
    before = [
        d
        for d in days_in(reading, Span(0, named.start()))
        if d.date.weekday == weekday_names()[weekday_numbers()[folded(named["day"])]]
    ]
    return before[-1] if before else None
