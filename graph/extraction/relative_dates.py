"""Days told from the day of speaking: `besok`, `kemarin`, `Senin lalu`, `tahun ini`, and `, Senin.` without more.

The day of speaking is the publication date where it is known, else that of the dateline; in an article without either it is
the last full date with a weekday before the words (news dates its reports so: `..., Senin (29/01/2024). "Besok ..."`), else the
only one after them. Where there is none, the words stay unread. A day of the week alone is read only where the day of
publication or of the dateline is known: the news is at most a week old. A date that is written out wins over the word before
it (`kemarin, Kamis (13/6/2024)`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from graph.extraction.date_forms import DAY, DAY_LENGTH, weekday_names, weekday_numbers
from graph.extraction.patterns import LONGEST_SENTENCE, either, folded, matches, starting_in, without_overlaps
from graph.extraction.quotes import LONGEST_OPEN
from graph.extraction.reading import DateMention, Reading
from graph.extraction.rules import rule
from graph.facts import Date, Modality
from ontology.calendar import RelativeDay, months, relative_days, weekdays
from ontology.modality_cues import modality_cues
from ontology.number_cues import cue_pattern

SUNDAY = 7
MONTH = 32
"""Days back or ahead within which a day of the month stands once: less than this."""
WEEK = "week"
BASIS = "day of speaking"
APPOSED_REACH = 50
"""`|kemarin siang, tepatnya pada hari |Kamis (13/6/2024)`."""


@cache
def _relative() -> tuple[re.Pattern[str], dict[str, RelativeDay]]:
    found = {folded(day.form): day for day in relative_days()}
    return re.compile(rf"(?<![\)\d]\s)\b(?P<form>{either(day.form for day in relative_days())})\b", re.IGNORECASE), found


@cache
def _weekday_beside() -> re.Pattern[str]:
    forms = either(form for day in weekdays() for form in (day.name, *day.forms))
    side = r"(?P<back>lalu|kemarin|yang\s+lalu|pekan\s+lalu|minggu\s+lalu)|(?P<on>depan|mendatang|besok|pekan\s+depan)"
    return re.compile(rf"\b(?-i:(?=[A-Z]))(?P<day>{forms})\s+(?:{side})\b", re.IGNORECASE)  # `minggu lalu`: last week


@cache
def _weekday_alone() -> re.Pattern[str]:
    """`, Senin.`, `pada hari Senin pagi`: no habit (`setiap Senin`), no stretch (`Senin-Jumat`), no name (`Jumat Bersih`)."""
    forms = either(form for day in weekdays() for form in (day.name, *day.forms))
    time = r"\s+(?:dini\s+hari|pagi|siang|sore|petang|malam)\b"
    row = rf"(?!,?\s+(?:{forms})\b)"
    more = r"(?![^\S\n]*[-–/(\d]|[^\S\n]+(?:[A-Z]|dan\b|atau\b|hingga\b|sampai\b|s\.?/?d\b))"
    apart = rf"(?:^|(?P<before>\w+)[^\S\n]*[,–—-][^\S\n]+)(?P<day>{forms})\b(?:{time}{row}{more}|{row}(?=[^\S\n]*(?:[.,;)]|$)))"
    led = rf"\b(?:[Pp]ada(?:[^\S\n]+hari)?|[Hh]ari)[^\S\n]+(?P<led>{forms})\b(?:{time})?{row}{more}"
    return re.compile(rf"{apart}|{led}", re.MULTILINE)


@cache
def _of_month() -> re.Pattern[str]:
    """`Agustus | kemarin` is last August."""
    return re.compile(rf"\b(?:{either(month.name for month in months())})\s+$")


@cache
def _habit() -> re.Pattern[str]:
    return re.compile(rf"(?:{cue_pattern('habit')})\s+$", re.IGNORECASE)


@cache
def _ahead() -> re.Pattern[str]:
    planned = (cue for cue, modality in modality_cues().items() if modality == Modality.PLANNED)
    return re.compile(rf"(?<![\w-])(?:{either(planned)})(?![\w-])", re.IGNORECASE)


@cache
def _apposed() -> re.Pattern[str]:
    """What may stand between `kemarin` and the date that says which day that was: `, tepatnya`, ` siang, hari`."""
    words = cue_pattern("day", "namely")
    return re.compile(rf"(?:\s+(?:pagi|siang|sore|petang|malam))?(?:[\s,(]|\b(?:{words}|hari)\b)*")


def days_of_speaking(reading: Reading) -> Callable[[int], date | None]:
    """A function from a place in the text to the day on which its words are spoken, as far as the article tells."""
    full = [d for d in reading.dates if d.date.weekday and len(d.date.value) == DAY_LENGTH and not d.date.misprint]
    today = _day_of_article(reading)
    if today is not None:
        return lambda offset: _day_of_speech(reading.text, full, offset) or today
    days = [date.fromisoformat(d.date.value) for d in full]
    only = days[0] if len(set(days)) == 1 else None
    starts = [d.start for d in full]
    return lambda offset: days[at - 1] if (at := bisect_left(starts, offset)) else only


def _day_of_article(reading: Reading) -> date | None:
    """The day of publication, else the one in the dateline: `Padang, 12 Maret 2024 - Sopir angkot mogok hari ini.`"""
    if len(reading.article.published) == DAY_LENGTH:
        return date.fromisoformat(reading.article.published)
    start, end = reading.article.dateline or (0, 0)
    days = {d.date.value for d in reading.dates if start <= d.start < end and not d.date.misprint and not d.date.end}
    full = [day for day in days if len(day) == DAY_LENGTH]
    return date.fromisoformat(full[0]) if len(days) == 1 and full else None


def _day_of_speech(text: str, full: list[DateMention], offset: int) -> date | None:
    """Of words in a quotation the day that its paragraph tells: `"Besok tim datang," kata Rahmat, Senin (29/01/2024)`."""
    if not _in_speech(text, offset):
        return None
    near = starting_in(full, offset - LONGEST_SENTENCE, offset + LONGEST_SENTENCE)
    around = ((d, text[min(offset, d.start) : max(offset, d.start)]) for d in near)
    here = [d for d, between in around if "\n" not in between and not _in_speech(text, d.start)]
    day = next((d for d in here if d.start > offset), here[-1] if here else None)
    return date.fromisoformat(day.date.value) if day is not None else None


@rule("date.relative", example="besok")
def relative(reading: Reading) -> list[DateMention]:
    """`besok`, `bulan lalu`, `tahun ini` are reckoned from the day of speaking."""
    pattern, found = _relative()
    day_at = days_of_speaking(reading)
    mentions = []
    for match in matches(reading, pattern):
        today, told = day_at(match.start()), found[folded(match["form"])]
        if (
            today is not None
            and told.unit != WEEK
            and not _of_month().search(reading.text, max(0, match.start() - 12), match.start())
        ):
            value = _shifted(today, told)
            mentions.append(DateMention(match.start(), match.end(), Date(value=value, basis=BASIS)))
    return mentions


@rule("date.weekday", example="Senin lalu")
def weekday_beside(reading: Reading) -> list[DateMention]:
    """A weekday with `lalu` or `depan` is the last one before, or the next one after, the day of speaking."""
    day_at = days_of_speaking(reading)
    mentions = []
    for match in matches(reading, _weekday_beside()):
        today = day_at(match.start())
        number = weekday_numbers()[folded(match["day"])]
        week = number == SUNDAY and reading.sentence_at(match.start()).start == match.start()  # `Minggu lalu ...`: last week
        if today is not None and not week:
            back, on = (today.isoweekday() - number) % 7 or 7, (number - today.isoweekday()) % 7 or 7
            day = today - timedelta(back) if match["back"] else today + timedelta(on)
            mentions.append(
                DateMention(
                    match.start(), match.end(), Date(value=day.isoformat(), weekday=weekday_names()[number], basis=BASIS)
                )
            )
    return mentions


@rule("date.weekday-alone", example="Bupati Sukamaju meninjau gudang, Senin.")
def weekday_alone(reading: Reading) -> list[DateMention]:
    """A weekday without more is the last one up to the day of publication; where a plan is told, the next one after it."""
    today = _day_of_article(reading)
    if today is None:
        return []
    mentions = []
    for match in matches(reading, _weekday_alone()):
        name = match["day"] or match["led"]
        start = match.start("day" if match["day"] else "led")
        number = weekday_numbers()[folded(name)]
        day = _weekday_near(reading, match, today, number)
        if day is not None:
            found = Date(value=day.isoformat(), weekday=weekday_names()[number], basis=BASIS)
            mentions.append(DateMention(start, match.end(), found))
    return mentions


@cache
def _day_in_brackets() -> re.Pattern[str]:
    forms = either(form for day in weekdays() for form in (day.name, *day.forms))
    return re.compile(
        rf"\b(?P<day>{forms})(?:\s+(?:pagi|siang|sore|petang|malam))?,?\s*\((?P<number>\d{{1,2}})\)", re.IGNORECASE
    )


@rule("date.day-in-brackets", example="Bupati Sukamaju meninjau gudang, Selasa (6).")
def day_in_brackets(reading: Reading) -> list[DateMention]:
    """A weekday with the day of the month is the last such day up to that of speaking, else the next, within a month."""
    day_at = days_of_speaking(reading)
    mentions = []
    for match in matches(reading, _day_in_brackets()):
        today, number = day_at(match.start()), weekday_numbers()[folded(match["day"])]
        near = (today - timedelta(shift) for shift in (*range(MONTH), *range(-1, -MONTH, -1))) if today is not None else ()
        day = next((d for d in near if d.day == int(match["number"]) and d.isoweekday() == number), None)
        if day is not None:
            found = Date(value=day.isoformat(), weekday=weekday_names()[number], basis=BASIS)
            mentions.append(DateMention(match.start(), match.end(), found))
    return mentions


def _weekday_near(reading: Reading, match: re.Match[str], today: date, number: int) -> date | None:
    """The day meant by a weekday; None for a habit, in speech, and where a plan leaves open if it is the day of the plan
    or of the interview (`akan menggelar bazar, Senin`)."""
    sentence = reading.sentence_at(match.start())
    before = reading.text[max(sentence.start, match.start() - LONGEST_SENTENCE) : match.start()]
    if _habit().search(before) or match["before"] in weekday_names().values() or _in_speech(reading.text, match.start()):
        return None
    if _ahead().search(before):
        return today + timedelta((number - today.isoweekday()) % 7 or 7) if match["led"] else None
    return today - timedelta((today.isoweekday() - number) % 7)


def _in_speech(text: str, offset: int) -> bool:
    """Whether a quotation that its paragraph opened is still open."""
    first = max(0, offset - LONGEST_OPEN)
    before = text[max(first, text.rfind("\n", first, offset) + 1) : offset]
    return before.count('"') % 2 == 1 or before.rfind("“") > before.rfind("”")


def find_relative_dates(reading: Reading) -> None:
    """Add what is told from the day of speaking to `reading.dates`; run it after the years are settled."""
    found = [weekday_beside(reading), relative(reading), day_in_brackets(reading), weekday_alone(reading)]
    told = without_overlaps(found)
    reading.dates = without_overlaps([(_widened(reading.text, d, told) for d in reading.dates), told])


def _widened(text: str, written: DateMention, told: list[DateMention]) -> DateMention:
    """A date together with the word right before it that tells the same day: `besok, Kamis (13/6/2024)`."""
    if not DAY.fullmatch(written.date.value):
        return written
    near = starting_in(told, written.start - APPOSED_REACH, written.start)
    before = [d for d in near if d.end <= written.start and _apposed().fullmatch(text, d.end, written.start)]
    return replace(written, start=before[0].start) if before else written


def _shifted(today: date, day: RelativeDay) -> str:
    if day.unit == "year":
        return str(today.year + day.shift)
    if day.unit == "month":
        months = today.year * 12 + today.month - 1 + day.shift
        return f"{months // 12}-{months % 12 + 1:02}"
    return (today + timedelta(day.shift)).isoformat()
