"""The patterns of dates as written: a day with its month in words or figures, a month alone, a year alone."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either, folded
from ontology.calendar import months, weekdays
from ontology.number_cues import cue_pattern
from ontology.quantities import measures, units

TO = r"\s*(?:-|–|—|s\.?\s?/?d\.?|sampai(?:\s+dengan)?|hingga)\s*"
AND = rf"(?:{TO}|\s+dan\s+)"  # `12 dan 13 Juli` are two days in a row, `17 Agustus dan 10 November` are not
ALONE = r"(?:(?<![\w./,:-])|(?<=H/)|(?<=//))"
"""Before a day without a weekday: no part of another number, but `12 Rabiul Awal 1446 H/11 Maret 2025`, `MEDAN//11/3/2025`."""
YEAR = r"(?:19|20)\d\d"
SHORT_YEAR = r"(?<=['’])[12]\d|[12]\d(?=[^\S\n]*(?:\n|$))"
"""`13 Mei ’19`, and `13 Mei 19` at the end of a line; elsewhere two figures count something (`13 Mei 19 orang`)."""
DAY = re.compile(r"(?:\d{4}|-)-\d\d-\d\d")
"""A date that is a whole day, its year known or not (`--06-08`)."""
DAY_LENGTH = len("2024-01-30")
"""Characters of a whole day whose year is known."""
ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
CLOCK = r"\d?[:.]\d\d"


@cache
def weekday_numbers() -> dict[str, int]:
    """The ISO number of a weekday, by each of its forms folded."""
    return {folded(form): day.number for day in weekdays() for form in (day.name, *day.forms)}


@cache
def weekday_names() -> dict[int, str]:
    """The name of each weekday by its ISO number."""
    return {day.number: day.name for day in weekdays()}


@cache
def month_numbers() -> dict[str, int]:
    """The number of a month by each of its forms folded: in words, in Roman figures (`13/VI/2024`), and as a figure."""
    words = {folded(form): month.number for month in months() for form in (month.name, *month.forms, *month.english)}
    figures = {form: number for number in range(1, 13) for form in (str(number), f"{number:02}")}
    return words | dict(zip(ROMAN, range(1, 13), strict=True)) | figures


@cache
def foreign_months() -> frozenset[str]:
    """Months in English, folded; those that are spelt alike in Indonesian left out."""
    own = {folded(form) for month in months() for form in (month.name, *month.forms)}
    return frozenset(folded(form) for month in months() for form in month.english) - own


def _compile(pattern: str) -> re.Pattern[str]:
    """A pattern in which `<WD>` stands for what is before a day (a weekday or nothing that belongs to it), `<MONTH>` for a
    month in any spelling, `<ANY>` for one in English too, `<NAME>` for one in full."""
    weekday = either(form for day in weekdays() for form in (day.name, *day.forms))
    forms = [form for month in months() for form in (month.name, *month.forms)]
    parts = {
        "<WD>": rf"(?:\b(?P<weekday>{weekday})\b(?:[^\S\n]|[,/(]|{cue_pattern('day')})*|{ALONE})",
        "<MONTH>": f"(?:{either(forms)})",
        "<ANY>": f"(?:{either([*forms, *(form for month in months() for form in month.english)])})",
        "<NAME>": f"(?-i:{either(month.name for month in months())})",
    }
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return re.compile(pattern, re.IGNORECASE)


@cache
def long_ranges_pattern() -> re.Pattern[str]:
    """`28 Januari hingga 2 Februari 2024`."""
    first = rf"<WD>(?P<day>\d{{1,2}})\s*(?P<month><MONTH>)\.?\s*(?P<year>{YEAR})?"
    last = rf"\(?(?:tanggal\s+)?(?P<day2>\d{{1,2}})\s*(?P<month2><MONTH>)\b(?:\.?\s*,?\s*(?:tahun\s+)?(?P<year2>{YEAR})\b)?"
    return _compile(first + TO + last)


@cache
def textual_pattern() -> re.Pattern[str]:
    """`Selasa, 30 Januari 2024`, `13 bulan Mei tahun 2019`, `13 Mei ’19`, `(13/Mei/2019)`, `14 May 2019`."""
    days = rf"<WD>(?P<day>\d{{1,2}})(?:{AND}(?P<day2>\d{{1,2}}))?"
    gap = rf"(?:[\s-]*(?:bulan\s+)?|/(?=\w+/{YEAR}))"
    year = rf"(?:[./]?\s*,?\s*(?:tahun\s+)?[-'’]?(?P<year>{YEAR}|{SHORT_YEAR})\b)?"
    return _compile(rf"{days}{gap}(?P<month><ANY>)\b{year}")


@cache
def month_first_pattern() -> re.Pattern[str]:
    """`May 14, 2019`, `Mei 14, 2019`."""
    return _compile(rf"\b(?P<weekday>)(?P<month><ANY>)\.?\s+(?P<day>\d{{1,2}})(?P<day2>)\s?,?\s+(?P<year>{YEAR})\b")


@cache
def numeric_pattern() -> re.Pattern[str]:
    """`Kamis (09/01)`, `12-01-2022`, `(13/VI/2024)`, `Rabu 07-08-2019,09:30 WIB`."""
    days = r"<WD>(?P<day>\d{1,2})(?:\s*[-–]\s*(?P<day2>\d{1,2})(?=\s*/))?"
    month = rf"(?P<month>\d{{1,2}}|[IVX]+(?=/{YEAR}))"
    rest = rf"\s*(?P<mark>[/.-])\s*{month}(?:\s*(?P=mark)\s*(?P<year>{YEAR}|\d\d))?"
    return _compile(rf"{days}{rest}(?![\w%]|[/.:-]\d|,\d(?!{CLOCK}))(?P<close>\s*\))?")


@cache
def iso_pattern() -> re.Pattern[str]:
    """`2019-05-14 10:22:00`, `2019-05-14T09:00:05Z`."""
    day = rf"(?P<year>{YEAR})-(?P<month>\d\d)-(?P<day>\d\d)(?=T\d|(?![\w./-]))"
    return re.compile(rf"(?<![\w./,:-])(?P<weekday>)(?P<day2>){day}")


@cache
def month_alone_pattern() -> re.Pattern[str]:
    """`awal Februari`, `Februari 2024`."""
    cue = rf"(?:(?P<cue>{cue_pattern('month')})\s+)*"
    return _compile(rf"\b{cue}\b(?P<month><NAME>)\b(?:\s+(?:tahun\s+)?(?P<year>{YEAR})\b(?!\.\d))?")


@cache
def year_pattern() -> re.Pattern[str]:
    """`2022`, `2021-2026`."""
    to = r"(?:\s*[-–/]\s*|\s+(?:hingga|sampai|s\.?/?d\.?)\s+(?:tahun\s+)?)"
    return re.compile(rf"(?<![\w./,:-])(?P<year>{YEAR})(?:{to}(?P<year2>{YEAR}))?(?![\w%-]|[.,:/]\d)")


@cache
def before_year_pattern() -> re.Pattern[str]:
    """What makes four figures a year: a word of time, another year, the name that they end."""
    return re.compile(
        rf"(?:\b(?P<cue>{cue_pattern('year')})|(?P<year>{YEAR}\s*(?:,|dan|atau))|(?P<name>\b[A-Z][\w-]*)[\"”')]*)\s*\(?$",
        re.IGNORECASE,
    )


@cache
def after_year_pattern() -> re.Pattern[str]:
    """Nothing that can be counted follows: `SPI 2022 yang`, `APBD 2025 terlambat`, but not `Sukamaju 2025 penerima`."""
    counted = either(f for m in measures() for f in (m.label, *m.forms))
    units_of_count = either(f for u in units() if u.kind == "count" for f in u.forms)
    return re.compile(rf"(?!\s+(?:{counted}|{units_of_count})\b)", re.IGNORECASE)


@cache
def after_row_pattern() -> re.Pattern[str]:
    """What may follow a year behind another: no noun that it counts."""
    return re.compile(rf"(?!\s+[a-z])|\s+(?:{cue_pattern('stop', 'verb', 'year')})\b")
