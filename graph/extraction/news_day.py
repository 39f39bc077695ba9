"""The day of the news where no sentence about the event tells it: the only day that the article tells, or that of a caption.

Reporters put the day where there is room for it: `Senin (5/2/2024) sejak pagi warga antre.`, `Foto: Camat Sari menyerahkan
bantuan, Senin (5/2/2024).` The day of somebody's words is not that of the event.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.extraction.dates import find_dates
from graph.extraction.modality import modality_of
from graph.extraction.occasion_days import days_in, is_limit, is_long_past
from graph.extraction.occasion_words import is_background, past_pattern, telling_pattern
from graph.extraction.patterns import either
from graph.extraction.reading import DateMention, Reading
from graph.extraction.years import resolve_years
from graph.facts import Date, Modality, Span
from ontology.calendar import publication_words
from ontology.occasions import participation_cues

BASIS = "only day"
WORD = re.compile(r"\b[a-z]{3,}")
"""A line without one is a stamp of the page: `Rabu, 7 Februari 2024 10:12 WIB`."""


def day_of_news(reading: Reading) -> Date | None:
    """The one day that the sentences tell, else the one of the captions; None where they tell several."""
    days = {d.date.value: d.date for s in reading.body for d in days_in(reading, s) if _is_of_news(reading, s, d)}
    days = days or {d.date.value: d.date for d in _captioned(reading)}
    only = next(iter(days.values())) if len(days) == 1 else None
    return replace(only, basis=only.basis or BASIS) if only is not None else None


def _is_of_news(reading: Reading, sentence: Span, day: DateMention) -> bool:
    """A day of the week with its date, or one told from that of speaking, of which no other time is said; not that of an
    interview (`saat dihubungi, Rabu (7/2/2024)`)."""
    text = reading.text
    stamped = WORD.search(text[sentence.start : day.start] + text[day.end : sentence.end]) is None
    if stamped or day.date.misprint or not (day.date.weekday or day.date.basis):
        return False
    other = is_limit(text, day) or is_background(text, sentence) or is_long_past(reading, day)
    past = past_pattern().match(text, day.end, sentence.end) is not None
    spoken = _is_spoken(reading, sentence) or _press_pattern().search(text, sentence.start, sentence.end) is not None
    if other or past or spoken:
        return False
    return modality_of(reading, Span(day.start, day.end)) is Modality.STATED


def _is_spoken(reading: Reading, sentence: Span) -> bool:
    quoted = any(sentence.start <= q.outer.end - 1 < sentence.end for q in reading.quotes)
    return quoted or telling_pattern().search(reading.text, sentence.start, sentence.end) is not None


def _captioned(reading: Reading) -> list[DateMention]:
    """The days of the week, with their dates, in the lines below pictures."""
    lines = [Span(*part) for part in reading.article.boilerplate if _caption_pattern().match(reading.text, *part)]
    if not lines:
        return []
    captions = replace(reading, sentences=lines, dates=[])
    find_dates(captions)
    captions.dates = [*captions.dates, *reading.dates]  # their years are those of the article
    resolve_years(captions)
    return [d for line in lines for d in days_in(captions, line) if d.date.weekday and not d.date.misprint]


@cache
def _press_pattern() -> re.Pattern[str]:
    words = {*participation_cues("press"), *participation_cues("called")}
    return re.compile(rf"(?<![\w-])(?:{either(words)})(?![\w-])", re.IGNORECASE)


@cache
def _caption_pattern() -> re.Pattern[str]:
    """`Foto: Petugas ...`, `Keterangan foto : ...`."""
    return re.compile(rf"\(?(?:{either(publication_words('caption'))})\s?[:/]", re.IGNORECASE)
