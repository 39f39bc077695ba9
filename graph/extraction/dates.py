"""Dates as written: `Kamis (09/01)`, `Selasa, 30 Januari 2024`, `1 s.d. 5 Mei 2023`, `awal Februari`, `tahun 2021-2026`.

A small grammar of our own; the day stands before the month, in the templates of pages behind it too (`May 14, 2019`). A date
is cut where the text is silent: without a year it is `--01-09` (and `--02` for a month alone), with the years that its
weekday leaves as candidates; `years.py` settles them.
"""

from __future__ import annotations

import re

from graph.extraction.calendar import LAST_YEAR, fitting_years, make_date
from graph.extraction.date_forms import (
    ROMAN,
    after_row_pattern,
    after_year_pattern,
    before_year_pattern,
    foreign_months,
    iso_pattern,
    long_ranges_pattern,
    month_alone_pattern,
    month_first_pattern,
    month_numbers,
    numeric_pattern,
    textual_pattern,
    weekday_names,
    weekday_numbers,
    year_pattern,
)
from graph.extraction.patterns import folded, matches, without_overlaps
from graph.extraction.reading import DateMention, Reading
from graph.extraction.rules import rule
from graph.facts import Date
from ontology.number_cues import cue_pattern


@rule("date.range", example="28 Januari hingga 2 Februari 2024")
def long_ranges(reading: Reading) -> list[DateMention]:
    """A range over two months names both; the year may stand at its end alone."""
    found = []
    for match in matches(reading, long_ranges_pattern()):
        first = month_numbers()[folded(match["month"])], int(match["day"])
        last = month_numbers()[folded(match["month2"])], int(match["day2"])
        year = match["year"] or match["year2"] or ""
        date = _dated(year, *first, match["weekday"])
        end = _dated(match["year2"] or year, *last, None).value
        found.append(DateMention(match.start(), match.end(), _with_end(date, end)))
    return found


@rule("date.textual", example="Selasa, 30 Januari 2024")
def textual(reading: Reading) -> list[DateMention]:
    """A day with its month in words is a date, with or without weekday and year; a month in English needs its year."""
    found = matches(reading, textual_pattern())
    return [_day_mention(m) for m in found if m["year"] or folded(m["month"]) not in foreign_months()]


@rule("date.month-first", example="May 14, 2019")
def month_first(reading: Reading) -> list[DateMention]:
    """Templates of pages set the month before the day, in either language; the year stands behind."""
    return [_day_mention(match) for match in matches(reading, month_first_pattern())]


@rule("date.iso", example="2019-05-14 10:22:00")
def iso(reading: Reading) -> list[DateMention]:
    """Year, month and day in figures are a date as machines write it."""
    return [_day_mention(match) for match in matches(reading, iso_pattern()) if match["month"] in month_numbers()]


@rule("date.numeric", example="Kamis (09/01)")
def numeric(reading: Reading) -> list[DateMention]:
    """Day and month in figures are a date beside a weekday, with a year or in brackets; `1/2` elsewhere is a fraction, and
    a Roman month without weekday or brackets part of a letter's number."""
    found = []
    for match in matches(reading, numeric_pattern()):
        bracketed = bool(match["close"]) and reading.text[match.start("day") - 1] == "("
        full = len(match["year"] or "") == 4
        marks = bool(match["weekday"]) + bracketed
        marked = marks >= {"/": 1, "-": 2}.get(match["mark"], 3)  # `Kamis 9/1`, `(9/1)`; `Kamis (9-1)`; never `Kamis (9.10)`
        roman = match["month"].casefold() in ROMAN
        if ((full and not roman) or marked) and match["month"].casefold() in month_numbers():
            found.append(_day_mention(match))
        elif full and (swapped := _swapped(match)) is not None:
            found.append(swapped)
    return found


@rule("date.month", example="awal Februari")
def month_alone(reading: Reading) -> list[DateMention]:
    """A month in full is a date with its year, or after a word of time; alone it may be a name (`Mei`, `April`)."""
    found = []
    for match in matches(reading, month_alone_pattern()):
        if match["year"] or match["cue"]:
            year = match["year"] or "-"
            number = month_numbers()[folded(match["month"])]
            found.append(DateMention(match.start("month"), match.end(), Date(value=f"{year}-{number:02}")))
    return found


@rule("date.year", example="tahun anggaran 2022")
def year_alone(reading: Reading) -> list[DateMention]:
    """Four figures are a year after a word of time, after another year, or as the end of a name (`SPI 2022 dan 2021`)."""
    found = []
    for match in matches(reading, year_pattern()):
        before = before_year_pattern().search(reading.text, max(0, match.start() - 40), match.start())
        if before is None:
            continue
        name = before["name"] or ""
        named = name[:1].isupper() and re.fullmatch(cue_pattern("before", "label"), name, re.IGNORECASE) is None
        ends = after_year_pattern().match(reading.text, match.end()) is not None
        if (
            before["cue"]
            or (named and (ends or name.isupper()))
            or (before["year"] and after_row_pattern().match(reading.text, match.end()))
        ):
            found.append(DateMention(match.start(), match.end(), Date(value=match["year"], end=match["year2"] or "")))
    return found


def find_dates(reading: Reading) -> None:
    """Fill `reading.dates`, in order; where readings overlap the fuller form, tried first, stands."""
    steps = (long_ranges, textual, numeric, iso, month_first, month_alone, year_alone)
    reading.dates = without_overlaps(step(reading) for step in steps)


def _day_mention(match: re.Match[str]) -> DateMention:
    month, year = month_numbers()[folded(match["month"])], match["year"] or ""
    year = f"20{year}" if len(year) == 2 else year
    if year and int(year) > LAST_YEAR and not match["month"][-1].isalpha():
        year = ""  # `(13/6/2042)` is a slip of the finger, `17 Agustus 2045` a goal
    date = _dated(year, month, int(match["day"]), match["weekday"])
    end = _dated(year, month, int(match["day2"]), match["weekday"]) if match["day2"] else Date()
    if end.value and date.misprint and not end.misprint:  # `Senin-Rabu (1-3/5/2023)`: the weekday is that of the end
        date = Date(value=date.value, weekday="")
    bracket = match.end("month") if not match["weekday"] and not year else match.end()
    return DateMention(match.start(), bracket, _with_end(date, end.value))


def _swapped(match: re.Match[str]) -> DateMention | None:
    """`Kamis (09/23/2021)`: the month first, where only so it is a day, and that weekday's."""
    if not match["weekday"] or match["day"] not in month_numbers() or not match["month"].isdigit():
        return None
    date = _dated(match["year"], month_numbers()[match["day"]], int(match["month"]), match["weekday"])
    return DateMention(match.start(), match.end(), date) if not date.misprint else None


def _with_end(date: Date, end: str) -> Date:
    return Date(value=date.value, end=end, weekday=date.weekday, candidates=date.candidates, misprint=date.misprint)


def _dated(year: str, month: int, day: int, weekday: str | None) -> Date:
    """A date of day precision; one that the calendar lacks is cut to its month and marked as a misprint."""
    number = weekday_numbers()[folded(weekday)] if weekday else 0
    name = weekday_names().get(number, "")
    possible = fitting_years(month, day)
    if not possible or (year and make_date(int(year), month, day) is None):
        return Date(value=f"{year or '-'}-{month:02}", weekday=name, misprint=True)
    candidates = tuple(map(str, fitting_years(month, day, number))) if number else ()
    if not year:
        return Date(value=f"--{month:02}-{day:02}", weekday=name, candidates=candidates)
    date = make_date(int(year), month, day)
    wrong = date is not None and number not in (0, date.isoweekday())
    return Date(value=f"{year}-{month:02}-{day:02}", weekday=name, candidates=candidates if wrong else (), misprint=wrong)
