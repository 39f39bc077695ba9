"""Dates as written: `Kamis (09/01)`, `Selasa, 30 Januari 2024`, `1 s.d. 5 Mei 2023`, `awal Februari`, `tahun 2021-2026`.

A small grammar of our own; the day always stands before the month. A date is cut where the text is silent: without a year it
is `--01-09` (and `--02` for a month alone), with the years that its weekday leaves as candidates; `years.py` settles them.
"""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.calendar import fitting_years, make_date
from graph.extraction.patterns import either, folded, matches, without_overlaps
from graph.extraction.reading import DateMention, Reading
from graph.extraction.rules import rule
from graph.facts import Date
from ontology.calendar import months, weekdays
from ontology.number_cues import cue_pattern
from ontology.quantities import measures, units

TO = r"\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*"
AND = rf"(?:{TO}|\s+dan\s+)"  # `12 dan 13 Juli` are two days in a row, `17 Agustus dan 10 November` are not
DAY = r"(?<![\w./,:-])\d{1,2}"
YEAR = r"(?:19|20)\d\d"


@cache
def _weekday_numbers() -> dict[str, int]:
    return {folded(form): day.number for day in weekdays() for form in (day.name, *day.forms)}


@cache
def _month_numbers() -> dict[str, int]:
    return {folded(form): month.number for month in months() for form in (month.name, *month.forms)}


@cache
def _weekday_names() -> dict[int, str]:
    return {day.number: day.name for day in weekdays()}


def _compile(pattern: str) -> re.Pattern[str]:
    """A pattern in which `<WD>` stands for a weekday before a date, `<MONTH>` for a month in any spelling, `<NAME>` in full."""
    weekday = either(form for day in weekdays() for form in (day.name, *day.forms))
    month = either(form for month in months() for form in (month.name, *month.forms))
    parts = {
        "<WD>": rf"(?:\b(?P<weekday>{weekday})\b(?:\s|,|/|\(|{cue_pattern('day')})*)?",
        "<MONTH>": f"(?:{month})",
        "<NAME>": f"(?-i:{either(month.name for month in months())})",
    }
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern, re.IGNORECASE)


@cache
def _long_ranges() -> re.Pattern[str]:
    first = rf"<WD>(?P<day>{DAY})\s*(?P<month><MONTH>)\.?\s*(?P<year>{YEAR})?"
    last = rf"\(?(?:tanggal\s+)?(?P<day2>\d{{1,2}})\s*(?P<month2><MONTH>)\b(?:\.?\s*,?\s*(?:tahun\s+)?(?P<year2>{YEAR})\b)?"
    return _compile(first + TO + last)


@cache
def _textual() -> re.Pattern[str]:
    days = rf"(?P<day>{DAY})(?:{AND}(?P<day2>\d{{1,2}}))?"
    return _compile(rf"<WD>{days}[\s-]*(?P<month><MONTH>)\b(?:\.?\s*,?\s*(?:tahun\s+)?-?(?P<year>{YEAR})\b)?")


@cache
def _numeric() -> re.Pattern[str]:
    days = r"(?:(?<=\()|(?<![\w./,:-]))(?P<day>\d{1,2})(?:\s*[-–]\s*(?P<day2>\d{1,2})(?=\s*/))?"
    rest = rf"\s*(?P<mark>[/.-])\s*(?P<month>\d{{1,2}})(?:\s*(?P=mark)\s*(?P<year>{YEAR}|\d\d))?"
    return _compile(rf"<WD>{days}{rest}(?![\w%]|[/.,:-]\d)(?P<close>\s*\))?")


@cache
def _month_alone() -> re.Pattern[str]:
    cue = rf"(?:(?P<cue>{cue_pattern('month')})\s+)*"
    return _compile(rf"\b{cue}\b(?P<month><NAME>)\b(?:\s+(?:tahun\s+)?(?P<year>{YEAR})\b(?!\.\d))?")


@cache
def _year() -> re.Pattern[str]:
    to = r"(?:\s*[-–/]\s*|\s+(?:hingga|sampai|s\.?/?d\.?)\s+(?:tahun\s+)?)"
    return re.compile(rf"(?<![\w./,:-])(?P<year>{YEAR})(?:{to}(?P<year2>{YEAR}))?(?![\w%-]|[.,:/]\d)")


@cache
def _before_year() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b(?P<cue>{cue_pattern('year')})|(?P<year>{YEAR}\s*(?:,|dan|atau))|(?P<name>\b[A-Z][\w-]*)[\"”')]*)\s*\(?$",
        re.IGNORECASE,
    )


@cache
def _after_year() -> re.Pattern[str]:
    """Nothing that can be counted follows: `SPI 2022 yang`, `APBD 2025 terlambat`, but not `Sukamaju 2025 penerima`."""
    counted = either(f for m in measures() for f in (m.label, *m.forms))
    units_of_count = either(f for u in units() if u.kind == "count" for f in u.forms)
    return re.compile(rf"(?!\s+(?:{counted}|{units_of_count})\b)", re.IGNORECASE)


@cache
def _after_row() -> re.Pattern[str]:
    return re.compile(rf"(?!\s+[a-z])|\s+(?:{cue_pattern('stop', 'verb', 'year')})\b")


@rule("date.range", example="28 Januari hingga 2 Februari 2024")
def long_ranges(reading: Reading) -> list[DateMention]:
    """A range over two months names both; the year may stand at its end alone."""
    found = []
    for match in matches(reading, _long_ranges()):
        first = _month_numbers()[folded(match["month"])], int(match["day"])
        last = _month_numbers()[folded(match["month2"])], int(match["day2"])
        year = match["year"] or match["year2"] or ""
        date = _dated(year, *first, match["weekday"])
        end = _dated(match["year2"] or year, *last, None).value
        found.append(DateMention(match.start(), match.end(), _with_end(date, end)))
    return found


@rule("date.textual", example="Selasa, 30 Januari 2024")
def textual(reading: Reading) -> list[DateMention]:
    """A day with its month in words is a date, with or without weekday and year."""
    return [_day_mention(m, _month_numbers()[folded(m["month"])]) for m in matches(reading, _textual())]


@rule("date.numeric", example="Kamis (09/01)")
def numeric(reading: Reading) -> list[DateMention]:
    """Day and month in figures are a date beside a weekday, with a year or in brackets; `1/2` elsewhere is a fraction."""
    found = []
    for match in matches(reading, _numeric()):
        slash = match["mark"] == "/"
        bracketed = bool(match["close"]) and reading.text[match.start("day") - 1] == "("
        full = len(match["year"] or "") == 4
        if (full or (slash and (match["weekday"] or bracketed))) and 1 <= int(match["month"]) <= 12:
            found.append(_day_mention(match, int(match["month"])))
    return found


@rule("date.month", example="awal Februari")
def month_alone(reading: Reading) -> list[DateMention]:
    """A month in full is a date with its year, or after a word of time; alone it may be a name (`Mei`, `April`)."""
    found = []
    for match in matches(reading, _month_alone()):
        if match["year"] or match["cue"]:
            year = match["year"] or "-"
            number = _month_numbers()[folded(match["month"])]
            found.append(DateMention(match.start("month"), match.end(), Date(value=f"{year}-{number:02}")))
    return found


@rule("date.year", example="tahun anggaran 2022")
def year_alone(reading: Reading) -> list[DateMention]:
    """Four figures are a year after a word of time, after another year, or as the end of a name (`SPI 2022 dan 2021`)."""
    found = []
    for match in matches(reading, _year()):
        before = _before_year().search(reading.text, max(0, match.start() - 40), match.start())
        if before is None:
            continue
        name = before["name"] or ""
        named = name[:1].isupper() and re.fullmatch(cue_pattern("before", "label"), name, re.IGNORECASE) is None
        ends = _after_year().match(reading.text, match.end()) is not None
        if (
            before["cue"]
            or (named and (ends or name.isupper()))
            or (before["year"] and _after_row().match(reading.text, match.end()))
        ):
            found.append(DateMention(match.start(), match.end(), Date(value=match["year"], end=match["year2"] or "")))
    return found


def find_dates(reading: Reading) -> None:
    """Fill `reading.dates`, in order; where readings overlap the fuller form, tried first, stands."""
    steps = (long_ranges, textual, numeric, month_alone, year_alone)
    reading.dates = without_overlaps(step(reading) for step in steps)


def _day_mention(match: re.Match[str], month: int) -> DateMention:
    year = match["year"] or ""
    year = f"20{year}" if len(year) == 2 else year
    date = _dated(year, month, int(match["day"]), match["weekday"])
    end = _dated(year, month, int(match["day2"]), match["weekday"]) if match["day2"] else Date()
    if end.value and date.misprint and not end.misprint:  # `Senin-Rabu (1-3/5/2023)`: the weekday is that of the end
        date = Date(value=date.value, weekday="")
    bracket = match.end("month") if not match["weekday"] and not year else match.end()
    return DateMention(match.start(), bracket, _with_end(date, end.value))


def _with_end(date: Date, end: str) -> Date:
    return Date(value=date.value, end=end, weekday=date.weekday, candidates=date.candidates, misprint=date.misprint)


def _dated(year: str, month: int, day: int, weekday: str | None) -> Date:
    """A date of day precision; one that the calendar lacks is cut to its month and marked as a misprint."""
    number = _weekday_numbers()[folded(weekday)] if weekday else 0
    name = _weekday_names().get(number, "")
    possible = fitting_years(month, day)
    if not possible or (year and make_date(int(year), month, day) is None):
        return Date(value=f"{year or '-'}-{month:02}", weekday=name, misprint=True)
    candidates = tuple(map(str, fitting_years(month, day, number))) if number else ()
    if not year:
        return Date(value=f"--{month:02}-{day:02}", weekday=name, candidates=candidates)
    date = make_date(int(year), month, day)
    wrong = date is not None and number not in (0, date.isoweekday())
    return Date(value=f"{year}-{month:02}-{day:02}", weekday=name, candidates=candidates if wrong else (), misprint=wrong)
