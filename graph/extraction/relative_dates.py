"""Days told from the day of speaking: `besok`, `kemarin`, `Senin lalu`, `tahun ini`.

The day of speaking is the publication date where it is known; in an article without one it is the last full date with a
weekday before the words (news dates its reports so: `..., Senin (29/01/2024). "Besok ..."`), else the only one after them.
Where there is none, the words stay unread.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from graph.extraction.patterns import either, folded, matches, without_overlaps
from graph.extraction.reading import DateMention, Reading
from graph.extraction.rules import rule
from graph.facts import Date
from ontology.calendar import RelativeDay, relative_days, weekdays

DAY_LENGTH = len("2024-01-30")
BASIS = "day of speaking"


@cache
def _relative() -> tuple[re.Pattern[str], dict[str, RelativeDay]]:
    found = {folded(day.form): day for day in relative_days()}
    return re.compile(rf"(?<![\)\d]\s)\b(?P<form>{either(day.form for day in relative_days())})\b", re.IGNORECASE), found


@cache
def _weekday_beside() -> tuple[re.Pattern[str], dict[str, int]]:
    numbers = {folded(form): day.number for day in weekdays() for form in (day.name, *day.forms)}
    forms = either(form for day in weekdays() for form in (day.name, *day.forms))
    side = r"(?P<back>lalu|kemarin|yang\s+lalu|pekan\s+lalu|minggu\s+lalu)|(?P<on>depan|mendatang|besok|pekan\s+depan)"
    return re.compile(rf"\b(?P<day>{forms})\s+(?:{side})\b", re.IGNORECASE), numbers


def days_of_speaking(reading: Reading) -> Callable[[int], date | None]:
    """A function from a place in the text to the day on which its words are spoken, as far as the article tells."""
    if len(reading.article.published) == DAY_LENGTH:
        published = date.fromisoformat(reading.article.published)
        return lambda _: published
    full = [d for d in reading.dates if d.date.weekday and len(d.date.value) == DAY_LENGTH and not d.date.misprint]
    days = [date.fromisoformat(d.date.value) for d in full]
    only = days[0] if len(set(days)) == 1 else None
    starts = [d.start for d in full]
    return lambda offset: days[at - 1] if (at := bisect_left(starts, offset)) else only


@rule("date.relative", example="besok")
def relative(reading: Reading) -> list[DateMention]:
    """`besok`, `bulan lalu`, `tahun ini` are reckoned from the day of speaking."""
    pattern, found = _relative()
    day_at = days_of_speaking(reading)
    mentions = []
    for match in matches(reading, pattern):
        today = day_at(match.start())
        if today is not None:
            value = _shifted(today, found[folded(match["form"])])
            mentions.append(DateMention(match.start(), match.end(), Date(value=value, basis=BASIS)))
    return mentions


@rule("date.weekday", example="Senin lalu")
def weekday_beside(reading: Reading) -> list[DateMention]:
    """A weekday with `lalu` or `depan` is the last one before, or the next one after, the day of speaking."""
    pattern, numbers = _weekday_beside()
    names = {day.number: day.name for day in weekdays()}
    day_at = days_of_speaking(reading)
    mentions = []
    for match in matches(reading, pattern):
        today = day_at(match.start())
        if today is not None:
            number = numbers[folded(match["day"])]
            back, on = (today.isoweekday() - number) % 7 or 7, (number - today.isoweekday()) % 7 or 7
            day = today - timedelta(back) if match["back"] else today + timedelta(on)
            mentions.append(
                DateMention(match.start(), match.end(), Date(value=day.isoformat(), weekday=names[number], basis=BASIS))
            )
    return mentions


def find_relative_dates(reading: Reading) -> None:
    """Add what is told from the day of speaking to `reading.dates`; run it after the years are settled."""
    reading.dates = without_overlaps([reading.dates, weekday_beside(reading), relative(reading)])


def _shifted(today: date, day: RelativeDay) -> str:
    if day.unit == "year":
        return str(today.year + day.shift)
    if day.unit == "month":
        months = today.year * 12 + today.month - 1 + day.shift
        return f"{months // 12}-{months % 12 + 1:02}"
    return (today + timedelta(day.shift)).isoformat()
