"""The year of a date that is written without one, where the article leaves a single answer.

Evidence is asked in this order, and the first that leaves exactly one year decides; the basis is recorded. Where none does,
the year stays open with its candidates. No clock is read.

1. `dateline`, `publication`: the article is published within half a year of what it reports and announces.
2. `article dates`: full dates in the article, by the same half year. `Selasa (27/5/2025)` settles `Minggu (16/3)`.
3. `article years`: the years that its words tell. An occasion tells one exactly (`HUT Bhayangkara ke-76`, `Idul Fitri 1443 H`,
   `tahun 2024 ini`). Other years bound it: an article speaks of last year's figures, this year's doings and next year's
   budget, so its year lies within one year of the latest year it names. Weekdays recur after five years at the earliest,
   so at most one of the candidates lies there. Targets (`harapan pada tahun 2024`), plans over years (`2021-2026`), years
   of laws, and past years told as such (`sejak 2013`) are no such evidence. Not asked where the article has full dates.
4. `season`: the days of the Islamic year in which what the article names is held (`seasons.py`).
5. `weekday`: the calendar leaves one year alone (29 February).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache

from graph.extraction.calendar import FIRST_YEAR, fitting_years, hijri_to_date, make_date, same_day
from graph.extraction.date_forms import DAY_LENGTH
from graph.extraction.patterns import either, folded, matches
from graph.extraction.reading import DateMention, Reading
from graph.extraction.regulations import citations
from graph.extraction.relative_dates import find_relative_dates
from graph.extraction.rules import rule
from graph.extraction.seasons import is_in, seasons
from graph.facts import Date
from ontology.calendar import Anniversary, HijriOccasion, HijriSeason, anniversaries, hijri_occasions
from ontology.number_cues import cue_pattern

NEAR = 183
"""Days between an article and what it reports: half a year, so that of two neighbouring years at most one is near."""
COUNTED = re.compile(r"\bke[\s-]*\d", re.IGNORECASE)  # asked first: most articles count no occasion, and name no hijri year
DECREE = re.compile(r"\b(?:Keputusan|Surat Edaran|Instruksi|SK|SE)\b(?:[^.;:\n]|\.(?=\s?\d)){0,60}/(?P<year>20\d\d)\b")
HIJRI = re.compile(r"1[45]\d\d\s*(?:H\b|Hijri)", re.IGNORECASE)
YEAR = re.compile(r"\d{4}(?:-\d\d)?")
"""A year, or a month of one: `pertengahan Mei 2025`."""


@cache
def _anniversary() -> tuple[re.Pattern[str], dict[str, Anniversary]]:
    """`HUT RI ke-77`, and `HUT ke-77 RI` with the count inside the name."""
    found = {folded(form): a for a in anniversaries() for form in (a.occasion, *a.forms)}
    count = r"(?:yang\s+)?\(?ke[\s-]*(?P<count{0}>\d{{1,3}})\b"
    inner = either(form.removeprefix("hut ") for form in found if form.startswith("hut "))
    whole = (
        rf"\b(?P<name>{either(form for a in anniversaries() for form in (a.occasion, *a.forms))})\b(?:\s+[A-Z][\w.]*){{0,3}}\s*"
    )
    parted = rf"\b(?:HUT|Hari\s+Ulang\s+Tahun)\s+{count.format(2)}\s+(?P<rest>{inner})\b"
    return re.compile(rf"{whole}{count.format(1)}|{parted}", re.IGNORECASE), found


@cache
def _hijri() -> tuple[re.Pattern[str], dict[str, HijriOccasion]]:
    found = {folded(form): o for o in hijri_occasions() for form in (o.occasion, *o.forms)}
    forms = either(form for o in hijri_occasions() for form in (o.occasion, *o.forms))
    return re.compile(rf"\b(?P<name>{forms})\s+(?:tahun\s+)?(?P<year>1[45]\d\d)\s*(?:H\b|Hijri)", re.IGNORECASE), found


@rule("year.anniversary", example="HUT Bhayangkara ke-76")
def anniversary_years(reading: Reading) -> list[int]:
    """An occasion counted from its founding year tells the year in which it is held."""
    if not COUNTED.search(reading.text):
        return []
    pattern, found = _anniversary()
    return [
        found[folded(m["name"] or f"HUT {m['rest']}")].founded + int(m["count1"] or m["count2"])
        for m in matches(reading, pattern)
    ]


@rule("year.hijri", example="Idul Fitri 1443 H")
def hijri_years(reading: Reading) -> list[int]:
    """A feast with its hijri year tells the common year."""
    if not HIJRI.search(reading.text):
        return []
    pattern, found = _hijri()
    pairs = ((found[folded(m["name"])], int(m["year"])) for m in matches(reading, pattern))
    return [hijri_to_date(year, feast.month, feast.day).year for feast, year in pairs]


@rule("year.this", example="tahun 2024 ini")
def this_years(reading: Reading) -> list[int]:
    """A year with `ini` behind it is the year of speaking."""
    return [int(d.date.value) for d in _years_alone(reading) if re.match(r"\s+ini\b", reading.text[d.end : d.end + 6])]


@rule("year.named", example="Perjanjian Kinerja Tahun 2022")
def named_years(reading: Reading) -> list[int]:
    """Years in the article's words, targets, plans over years, laws and years told as past left out."""
    cited = [(c.start, c.end) for c in citations(reading)]
    starts = [start for start, _ in cited]
    target = re.compile(rf"\b(?:{cue_pattern('target', 'ahead')})\b[^.;]{{0,60}}$", re.IGNORECASE)
    goal = re.compile(rf"\b(?:{cue_pattern('target')})\b[^.;]{{0,60}}$", re.IGNORECASE)
    past = re.compile(rf"\b(?:{cue_pattern('since')})\s+(?:pada\s+)?(?:tahun\s+)?$", re.IGNORECASE)
    found = []
    for mention in (d for d in reading.dates if YEAR.fullmatch(d.date.value)):
        before = reading.text[max(0, mention.start - 80) : mention.start]
        last = bisect_right(starts, mention.start) - 1
        inside = last >= 0 and mention.start < cited[last][1]
        wished = (goal if "-" in mention.date.value else target).search(before)  # `hingga Mei 2025` lies in it
        if not (inside or mention.date.end or wished or past.search(before)):
            found.append(int(mention.date.value[:4]))
    return found


def decree_years(reading: Reading) -> list[int]:
    """Years in the numbers of decrees, which are made for the occasion: `Keputusan Bupati Nomor 360/18/2025`."""
    return [int(match["year"]) for match in DECREE.finditer(reading.text)]


def context_years(reading: Reading) -> tuple[str, ...]:
    """Years that the article's own words and dates name, for derivation across articles; sorted."""
    dated = (
        d.date.value[:4]
        for d in reading.dates
        if d.date.value[:1].isdigit() and len(d.date.value) > len("2024") and not d.date.misprint
    )
    told = (str(y) for y in [*anniversary_years(reading), *hijri_years(reading), *this_years(reading), *named_years(reading)])
    return tuple(sorted({*dated, *told}))


def resolve_years(reading: Reading) -> None:
    """Give each date without a year the one that the evidence leaves; then reckon `besok` and `tahun ini`.

    Dates that stay open keep their candidates.
    """
    for _ in range(2):  # a date that the words settle may settle its neighbours
        if not any(_is_open(mention.date) for mention in reading.dates):
            break
        context = _context(reading)
        reading.dates = [_resolved(context, mention) if _is_open(mention.date) else mention for mention in reading.dates]
    find_relative_dates(reading)


@dataclass(slots=True)
class _Context:
    """What an article says of its time: full dates by their basis, years that its words tell, and years that bound it."""

    anchors: dict[str, list[date]]
    published: str
    told: set[int]
    bounds: set[int]
    seasons: list[HijriSeason]
    known: dict[tuple[int, int], list[tuple[str, set[int]]]] = field(default_factory=dict)
    """The evidence for a day of the year, once it has been asked for."""


def _context(reading: Reading) -> _Context:
    anchors = _anchors(reading)
    told = {*anniversary_years(reading), *hijri_years(reading), *this_years(reading), *decree_years(reading)}
    latest = max((*told, *named_years(reading)), default=None)
    bounds = set() if latest is None else {latest - 1, latest, latest + 1}
    if anchors:  # full dates that are not near speak against a year that the words allow
        told, bounds = set(), set()
    return _Context(anchors, reading.article.published, told, bounds, seasons(reading))


def _is_open(found: Date) -> bool:
    return found.value.startswith("--") and len(found.value) == len("--01-30") and not found.misprint


def _years_alone(reading: Reading) -> list[DateMention]:
    return [d for d in reading.dates if len(d.date.value) == len("2024") and d.date.value.isdigit()]


def _anchors(reading: Reading) -> dict[str, list[date]]:
    """Full dates that the article's date is near to, by their basis; birthdays and history lie before local news."""
    found: dict[str, set[date]] = {}
    if len(reading.article.published) == DAY_LENGTH:
        found["publication"] = {date.fromisoformat(reading.article.published)}
    line = reading.article.dateline or (0, 0)
    for mention in reading.dates:
        if len(mention.date.value) == DAY_LENGTH and not mention.date.misprint and int(mention.date.value[:4]) >= FIRST_YEAR:
            basis = "dateline" if line[0] <= mention.start < line[1] else "article dates"
            found.setdefault(basis, set()).add(date.fromisoformat(mention.date.value))
    return {basis: sorted(dates) for basis, dates in found.items()}


def _resolved(context: _Context, mention: DateMention) -> DateMention:
    month, day = int(mention.date.value[2:4]), int(mention.date.value[5:7])
    candidates = [int(y) for y in mention.date.candidates] or list(fitting_years(month, day))
    for basis, years in _evidence(context, month, day):
        left = sorted(set(candidates) & years)
        if len(left) == 1:
            return _with_year(mention, left[0], basis)
    if len(candidates) == 1:
        return _with_year(mention, candidates[0], "weekday")
    return mention


def _evidence(context: _Context, month: int, day: int) -> list[tuple[str, set[int]]]:
    """Years by each kind of evidence in turn; a set of several decides only where the weekday leaves one of them."""
    if (month, day) not in context.known:
        found = [
            (basis, {near.year for anchor in context.anchors.get(basis, ()) for near in _near(anchor, month, day)})
            for basis in ("dateline", "publication", "article dates")
        ]
        if len(context.published) >= len("2024"):
            found.append(("publication", {int(context.published[:4])}))
        season = {d.year for d in same_day(month, day) if any(is_in(d, one) for one in context.seasons)}
        named = ("article years", context.told), ("article years", context.bounds)
        context.known[month, day] = [*found, *named, ("season", season)]
    return context.known[month, day]


def _near(anchor: date, month: int, day: int) -> Iterator[date]:
    for year in (anchor.year - 1, anchor.year, anchor.year + 1):
        found = make_date(year, month, day)
        if found is not None and abs((found - anchor).days) <= NEAR:
            yield found


def _with_year(mention: DateMention, year: int, basis: str) -> DateMention:
    """The date with its year; an end before its start lies in the next year (`28 Desember - 2 Januari`)."""
    value, end = f"{year}{mention.date.value[1:]}", mention.date.end
    if end.startswith("--"):
        end = f"{year if end >= mention.date.value else year + 1}{end[1:]}"
    return replace(mention, date=replace(mention.date, value=value, end=end, basis=basis))
