"""The day on which an article was published, where its page says so in one of the first lines.

Below its headline a page sets the date between what else its template shows: `Selasa, 14 Mei 2019 10:00`, `by admin 14 Mei
2019`, `GAYO · 14 Mei 2019 08:00 WIB ·`. Such a line states no fact and is no sentence; a dateline (`Mamuju, 27 Mei 2022.`) is
one and stays. What came with the article (`Article.published`) goes before its own words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.extraction.date_forms import DAY_LENGTH
from graph.extraction.dates import find_dates
from graph.extraction.occasion_words import noun_pattern
from graph.extraction.reading import Reading
from graph.facts import Span
from ontology.calendar import publication_words, weekdays

OPENING = 8
"""Lines of a page above its text: way to the page, headline, author, place, day, credit of the picture."""
LONGEST = 100
"""A longer line below the headline is the text itself."""
MOST_WORDS = 8
"""Words beside the day: `Penulis Rahmat Hidayat | Editor Sari Dewi`, and the name of the page."""
LINE = re.compile(r"[^\n]+")
WORD = re.compile(r"[^\W\d]\w+")
CLOCK = re.compile(r"\b\d{1,2}[.:]\d\d\b")
DATELINE = re.compile(r"[A-Z][\w. ]*,\s*$")
LABEL = re.compile(r":\s*$")


@dataclass(frozen=True, slots=True)
class _Stamp:
    line: Span
    day: str
    updated: bool
    dateline: bool


def find_publication(reading: Reading) -> None:
    """Fill `reading.article.published` from the article's first lines where nothing else told it, and leave these lines out."""
    stamps = _stamps(reading)
    if not stamps:
        return
    lines = [stamp.line for stamp in stamps if not stamp.dateline]
    reading.sentences = [s for s in reading.sentences if not any(a.start <= s.start and s.end <= a.end for a in lines)]
    article, first = reading.article, min(stamps, key=lambda stamp: stamp.updated)
    if article.dateline is not None and any(a.start <= article.dateline[0] < a.end for a in lines):
        article = replace(article, dateline=None)  # `Penulis Rahmat - 14 Mei 2019`
    if len(article.published) < DAY_LENGTH and first.day.startswith(article.published):
        article = replace(article, published=first.day)
    reading.article = article


def _stamps(reading: Reading) -> list[_Stamp]:
    lines = _opening(reading)
    if not lines:
        return []
    text = reading.text[: lines[-1].end]
    opening = replace(reading, article=replace(reading.article, text=text, dateline=None), sentences=lines, dates=[])
    find_dates(opening)
    return [stamp for line in lines if (stamp := _stamp(opening, line)) is not None]


def _opening(reading: Reading) -> list[Span]:
    """The short lines before the text, the headline among them."""
    _, headline_end = reading.article.headline or (0, 0)
    found: list[Span] = []
    for match in LINE.finditer(reading.text):
        if len(found) == OPENING or (match.end() - match.start() > LONGEST and match.start() >= headline_end):
            break
        if match[0].strip():
            found.append(Span(match.start(), match.end()))
    return found


def _stamp(opening: Reading, line: Span) -> _Stamp | None:
    """A line with one day and beside it nothing that a sentence, a caption or a label (`Tanggal: 14 Mei 2019`) would say."""
    days = [d for d in opening.dates if line.start <= d.start < line.end]
    if not days or any(len(d.date.value) != DAY_LENGTH or d.date.end or d.date.misprint for d in days):
        return None
    before, behind = opening.text[line.start : days[0].start], opening.text[days[0].end : line.end]
    if "(" in before[-1:] + opening.text[days[0].start : days[0].end]:
        return None  # `Senin (11/4/2022)` above what was done then
    words = [m[0] for m in WORD.finditer(f"{before} | {behind}")]
    posted = any(word.casefold() in publication_words("posted") for word in words)
    if not posted and (LABEL.search(before) or _is_told(opening, line, words)):
        return None
    signed = posted or any(word.casefold() in publication_words("author") for word in words)
    if words and not (signed or days[0].date.weekday or CLOCK.search(behind) or DATELINE.match(before)):
        return None  # `Pendaftaran Terakhir 30 Juni 2024`
    if len(words) > MOST_WORDS or not _is_plain(words) or noun_pattern().search(f"{before} | {behind}"):
        return None
    dateline = DATELINE.match(before) is not None and WORD.search(behind) is None and not _is_day(before)
    updated = any(word.casefold() in publication_words("updated") for word in words)
    return _Stamp(line, days[0].date.value, updated, dateline)


def _is_told(opening: Reading, line: Span, words: list[str]) -> bool:
    """Whether a line of names and a day may be the headline or the credit of a picture: `Jadwal Salat 14 Mei 2019`."""
    parts = [opening.article.headline, *opening.article.boilerplate]
    return bool(words) and any(part is not None and part[0] < line.end and line.start < part[1] for part in parts)


def _is_plain(words: list[str]) -> bool:
    """Whether all words are names, or small ones of the template."""
    small = [(at, word) for at, word in enumerate(words) if word[0].islower()]
    known, author = publication_words("small"), publication_words("author")
    return all(word in known or (at > 0 and words[at - 1].casefold() in author) for at, word in small)


def _is_day(before: str) -> bool:
    """`Sel, ` and `Tuesday, ` are no place."""
    name = before.strip(" ,")
    return any(day.name.startswith(name) or name in day.english for day in weekdays())
