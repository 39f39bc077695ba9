"""The day of an event that its own sentences do not date: of the event beside it, the dateline, the lead, or the only
day that the article tells."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from graph.extraction.date_forms import DAY, DAY_LENGTH
from graph.extraction.event_news import happening_modality, is_led
from graph.extraction.happenings import Happening, is_on_same_occasion, use_pattern
from graph.extraction.news_day import day_of_news
from graph.extraction.occasion_days import days_in
from graph.extraction.occasion_words import going_pattern
from graph.extraction.occasions import Occasion, is_in_lead
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.facts import Date, Modality, Span
from ontology.calendar import relative_days
from ontology.occasions import participation_cues

HEADLINE = "event.headline"
LONGEST_DATELINE = 60
"""`Kabupaten Hulu Sungai Selatan, Provinsi Riau, 27 September 2022.`"""
TAKEN_UP = re.compile(r"\b(?:itu|ini|tersebut)\b")
FROM_PLACE = re.compile(r"Dari\s[^,.;]{3,50},\s")
BRACKET = re.compile(r"\s?\)[.\s]*")
TAKEN_UP_REACH = 60
"""Characters from an event to the word that takes up what was told: `Kegiatan ini`, `rapat tersebut`."""


def date_of(reading: Reading, happening: Happening, told: list[Happening]) -> Date | None:
    """Its own day, the day of the event that the article joins it with, or for the news itself the day of the dateline."""
    if happening.date is not None:
        return happening.date
    sentences = {o.sentence for o in happening.occasions}
    modality = happening_modality(reading, happening)  # `ditemui usai rapat, ia mengatakan akan menggelar bazar`: another day
    beside = (
        h for h in told if h is not happening and h.date is not None and any(o.sentence in sentences for o in h.occasions)
    )
    joined = next((day for o in happening.occasions if (day := _day_after(reading, o)) is not None), None)
    joined = joined or next((h.date for h in beside if happening_modality(reading, h) is modality), None)
    of_lead = any(is_in_lead(reading, o) for o in happening.occasions)
    if joined is None:
        joined = next((day for o in happening.occasions if (day := _day_taken_up(reading, o, told)) is not None), None)
    of_news = of_lead or any(o.rule == HEADLINE for o in happening.occasions)
    if joined is None and of_news and modality is Modality.STATED:
        joined = _day_of_speech(reading)
    if joined is None and of_lead and modality is Modality.STATED:
        joined = _day_of_dateline(reading) or _day_of_lead(reading, happening) or _day_of_headline(reading)
    if joined is None and of_news and modality is Modality.STATED:
        joined = day_of_news(reading)
    return joined


def _day_taken_up(reading: Reading, occasion: Occasion, told: list[Happening]) -> Date | None:
    """An event that somebody led in the midst of another, or that came next: the day told last before."""
    if not is_led(reading, occasion) and not _comes_next(reading.text, occasion.sentence):
        return None
    before = [o for h in told for o in h.occasions if o.date is not None and o.start < occasion.start]
    last = max(before, key=lambda o: o.start, default=None)
    return replace(last.date, basis=last.date.basis or "same-day") if last is not None and last.date is not None else None


def _day_after(reading: Reading, occasion: Occasion) -> Date | None:
    """`Keesokan harinya, Bupati meninjau ...`: the day behind the one told last before."""
    sentence = occasion.sentence
    days = days_in(reading, Span(0, sentence.start))
    if use_pattern("day-after").search(reading.text, sentence.start, sentence.end) is None or not days:
        return None
    told = days[-1].date
    if len(told.value) != DAY_LENGTH:
        return None  # the year is open
    value = (date.fromisoformat(told.value) + timedelta(days=1)).isoformat()
    return Date(value=value, basis=told.basis or "same-day")


def _comes_next(text: str, sentence: Span) -> bool:
    """`Usai pelepasan, rombongan meninjau ...`, `Selanjutnya Bupati menyerahkan ...`, `Pada kesempatan yang sama ...`, `Dari
    Pasar Sukamaju, rombongan bergeser ke ... untuk meninjau ...`"""
    if is_on_same_occasion(text, sentence):
        return True
    if FROM_PLACE.match(text, sentence.start) and going_pattern().search(text, sentence.start, sentence.end):
        return True
    first = re.match(r"\w+", text[sentence.start : sentence.end])
    return first is not None and first[0].casefold() in {*participation_cues("after"), *participation_cues("then")}


def _day_of_speech(reading: Reading) -> Date | None:
    """`"Kader harus sigap," kata Bupati dalam sambutannya, Rabu (3/7/2024).`: the day on which somebody spoke there."""
    for sentence in reading.body:
        said_there = use_pattern("heard").search(reading.text, sentence.start, sentence.end) is not None
        quoted = [q.outer for q in reading.quotes if sentence.start <= q.outer.start < sentence.end]
        if said_there or any(_today_pattern().search(reading.text, q.start, q.end) for q in quoted):
            days = [d for d in days_in(reading, sentence) if not reading.is_quoted(d.start)]
            if len(days) == 1:
                return replace(days[0].date, basis=days[0].date.basis or "same-day")
    return None


@cache
def _today_pattern() -> re.Pattern[str]:
    today = either(day.form for day in relative_days() if day.unit == "day" and day.shift == 0)
    return re.compile(rf"\b(?:{today})\b", re.IGNORECASE)


def _day_of_dateline(reading: Reading) -> Date | None:
    """The day in the dateline, or in a line of its own that opens the body: `Mamuju, 27 Mei 2022.`"""
    body = reading.body
    line = Span(*reading.article.dateline) if reading.article.dateline else body[0] if body else Span(0, 0)
    if line.end - line.start > LONGEST_DATELINE:
        return None
    days = [d.date for d in days_in(reading, line)]
    return replace(days[0], basis=days[0].basis or "dateline") if days else None


def _day_of_lead(reading: Reading, happening: Happening) -> Date | None:
    """`... kepada DPRD, Kamis (27/3/2025). Penyampaian itu berlangsung dalam rapat paripurna`: the day of the sentence before,
    which the event's own takes up by `itu`."""
    first = happening.occasions[-1 if all(o.rule == HEADLINE for o in happening.occasions) else 0]
    told = next((o for o in happening.occasions if o.rule != HEADLINE), first)
    before = max((s for s in reading.body if s.end <= told.sentence.start), key=lambda s: s.start, default=None)
    if before is None or TAKEN_UP.search(reading.text, told.sentence.start, told.start + TAKEN_UP_REACH) is None:
        return None
    days = [d.date for d in reading.dates if before.start <= d.start < before.end and DAY.fullmatch(d.date.value)]
    return replace(days[0], basis=days[0].basis or "same-day") if len(days) == 1 else None


def _day_of_headline(reading: Reading) -> Date | None:
    """`Bupati Tinjau Pasar Murah (Kamis, 12 September 2024)`: the day in brackets at the end of the headline."""
    headline = Span(*reading.article.headline) if reading.article.headline else Span(0, 0)
    closed = [d for d in days_in(reading, headline) if BRACKET.fullmatch(reading.text, d.end, headline.end)]
    return replace(closed[0].date, basis=closed[0].date.basis or "headline") if len(closed) == 1 else None
