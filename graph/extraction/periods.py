"""The year or month that a figure speaks of: `tahun 2018 mencapai 9,05%`, `7,45% pada 2021 menjadi 6,1% pada 2024`.

A year close behind a number belongs to it; else the nearest year before it in the sentence; numbers joined by `dan` share the
year behind the last (`3,05% dan 8,25% pada tahun 2019`); coordinated years go one by one with coordinated numbers.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from graph.extraction.patterns import sentence_around, starting_in
from graph.extraction.reading import DateMention, Quantity, Reading
from graph.facts import Span
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import unit_kinds

CLOSE = 30
"""Characters between a number and the year behind it: `Rp4,2 miliar untuk tahun anggaran 2022`."""
JOINT = re.compile(r"\s*(?:,|dan|,\s*dan|serta|&)\s*(?:tahun\s+(?:anggaran\s+)?)?")
FRONTED = re.compile(
    r"[^\w]*(?:selama|sepanjang|pada|di|hingga|sampai|per)\s+(?:akhir\s+|awal\s+)?(?:tahun\s+|bulan\s+)?", re.IGNORECASE
)
"""`Sepanjang tahun 2021, sebanyak | 538 perkara didaftarkan`: what opens a sentence goes for all of it."""
EACH = re.compile(r"\s+masing-masing\b")
UNTIL = re.compile(r"\s*(?:hingga|sampai(?:\s+dengan)?|s\.?/?d\.?|-|–)\s*")
RANGE = re.compile(r"\b(?P<first>(?:19|20)\d\d)\s+(?:hingga|sampai)\s+(?P<last>(?:19|20)\d\d)\b")
FROM = re.compile(r"\bdari\s+(?:\w+\s+)?$")
TO = re.compile(r"[^.;!?]{0,60}\bmenjadi\s")
CITED = re.compile(r"\b(?:Nomor|No\.?)\s*\S+\s+Tahun\s+$", re.IGNORECASE)  # the year of a law: `UU Nomor 35 Tahun | 2009`
PAIR = re.compile(r"\bdari\s+(?:\w+\s+)?[^;!?]{0,60}\bmenjadi\s+(?:\w+\s+)?$")


@cache
def _beginning() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('since')})\s+(?:tahun\s+)?$", re.IGNORECASE)


@cache
def _links() -> re.Pattern[str]:
    """What may stand between a number and its year: plain words, the last a word of time; no comma and no new clause."""
    last = rf"\b(?:{cue_pattern('year', 'during')})\s+(?:{cue_pattern('year')}\s+)?"
    return re.compile(rf"(?!.*\b(?:{cue_pattern('clause')})\b)[^,.;:!?\"”]*{last}", re.IGNORECASE)


@cache
def _bare_year() -> re.Pattern[str]:
    """A year among others right before its number: `PAD 2023 Rp71 miliar dan | 2024 sebesar`, `dari | 2023 yang hanya`."""
    cues = rf"(?:(?:{cue_pattern('before', 'about', 'idle')})\s+)*"
    joint = rf"(?:,|\b(?:{cue_pattern('clause')}|dari))"
    return re.compile(rf"{joint}\s+(?P<year>20\d\d)\s+(?P<own>yang\s+)?{cues}$", re.IGNORECASE)


@cache
def _now() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('now')})\b", re.IGNORECASE)


def period_of(reading: Reading, quantity: Quantity, measure: str) -> str:
    """The period of a figure as a partial ISO date; empty where the article tells none.

    It stands in the sentence of the number, else in the name of `measure` as the article has given it before.
    """
    sentence = sentence_around(reading, quantity.start)
    dated = [d for d in starting_in(reading.dates, sentence.start, sentence.end) if _is_period(reading, d)]
    years = [d for d in dated if not _is_end_of_range(reading, d, dated)]
    others = list(starting_in(reading.quantities, sentence.start, sentence.end))
    beside = _bare_year().search(reading.text, max(sentence.start, quantity.start - CLOSE), quantity.start)
    if beside is not None and (beside["own"] or any(d.start <= beside.start("year") for d in years)):
        return beside["year"]
    if not years:
        return "" if _counts(quantity) else _of_range(reading, quantity) or _edition(reading, measure, quantity.start)
    return (
        _one_by_one(reading, quantity, years, others)
        or _behind(reading, quantity, years, others)
        or _before(reading, quantity, years, others)
        or _shared(reading, quantity, years, others)
        or _after_comma(quantity, years, others)
    )


def periods_of(reading: Reading, quantity: Quantity, measure: str) -> list[str]:
    """The periods of which each has this number: `Rp5 miliar masing-masing untuk 2023 dan 2024`; mostly one."""
    if EACH.match(reading.text, quantity.end):
        sentence = sentence_around(reading, quantity.start)
        years = [d for d in starting_in(reading.dates, quantity.end, sentence.end) if _is_period(reading, d)]
        if years and _links().fullmatch(reading.text, quantity.end, years[0].start):
            row = _row(reading, [Span(d.start, d.end) for d in years], Span(years[0].start, years[0].end))
            return [d.date.value for d in years if Span(d.start, d.end) in row]
    return [period_of(reading, quantity, measure)]


def _of_range(reading: Reading, quantity: Quantity) -> str:
    """The years of a range go to the numbers of a pair: `2013 hingga 2024 ... dari Rp5 juta menjadi Rp7 juta`; else none."""
    sentence = sentence_around(reading, quantity.start)
    ranges = list(RANGE.finditer(reading.text, sentence.start, quantity.start))
    if len(ranges) != 1:
        return ""
    if FROM.search(reading.text, ranges[0].end(), quantity.start) and TO.match(reading.text, quantity.end, sentence.end):
        return ranges[0]["first"]
    return ranges[0]["last"] if PAIR.search(reading.text, ranges[0].end(), quantity.start) else ""


def _edition(reading: Reading, measure: str, before: int) -> str:
    """The year with which the article has named the measure before, if always the same: `Survei Layanan Publik (SLP) 2023`."""
    words = measure.split()
    while len(words) > 1 and words[0].lower() in cue_words("head"):  # `nilai Survei Layanan Publik`
        words = words[1:]
    ends = {end for end in _named_at(reading.text, " ".join(words)) if end <= before}
    years = {d.date.value for end in ends for d in starting_in(reading.dates, end, end + 1) if _is_period(reading, d)}
    return min(years) if len(years) == 1 else ""


@lru_cache(maxsize=64)  # the measures of one article
def _named_at(text: str, measure: str) -> tuple[int, ...]:
    """Where a year may stand behind a measure: `Survei Layanan Publik (SLP) | 2023`."""
    name = rf"\b{re.escape(measure)}(?:\s*\([^()]{{1,20}}\))?\s+(?:tahun\s+)?"
    return tuple(match.end() for match in re.finditer(name, text, re.IGNORECASE))


def _is_period(reading: Reading, mention: DateMention) -> bool:
    """Years and months, but not plans over years (`2021-2026`), the year in which something began, nor a law's."""
    value = mention.date.value
    if mention.date.end or len(value) not in (len("2024"), len("2024-01")) or not value[:1].isdigit():
        return False
    first = max(0, mention.start - 20)
    return not (_beginning().search(reading.text, first, mention.start) or CITED.search(reading.text, first, mention.start))


def _is_end_of_range(reading: Reading, mention: DateMention, dated: list[DateMention]) -> bool:
    """A figure of `November 2024 hingga September 2025` is of neither month alone."""
    gaps = ((min(mention.end, other.end), max(mention.start, other.start)) for other in dated)
    return any(UNTIL.fullmatch(reading.text, end, start) for end, start in gaps if end <= start)


def _one_by_one(reading: Reading, quantity: Quantity, years: list[DateMention], others: list[Quantity]) -> str:
    """`SPI 2022 dan 2021 berada pada angka 61,20 dan 62,35`: as many years in a row as numbers in a row."""
    row = _row(reading, [Span(q.start, q.end) for q in others], Span(quantity.start, quantity.end))
    if len(row) < 2:
        return ""
    for year in years:
        spans = _row(reading, [Span(d.start, d.end) for d in years], Span(year.start, year.end))
        if len(spans) == len(row) and spans[-1].end <= row[0].start:
            at = spans[row.index(Span(quantity.start, quantity.end))]
            return next(d.date.value for d in years if d.start == at.start)
    return ""


def _row(reading: Reading, spans: list[Span], member: Span) -> list[Span]:
    """The spans that are joined to `member` by nothing but commas and `dan`."""
    row = [member]
    for span in (s for s in spans if s.start >= member.end):
        if not JOINT.fullmatch(reading.text, row[-1].end, span.start):
            break
        row.append(span)
    for span in (s for s in reversed(spans) if s.end <= member.start):
        if not JOINT.fullmatch(reading.text, span.end, row[0].start):
            break
        row.insert(0, span)
    return row


def _behind(reading: Reading, quantity: Quantity, years: list[DateMention], others: list[Quantity]) -> str:
    following = min((d for d in years if d.start >= quantity.end), key=lambda d: d.start, default=None)
    if following is None or following.start - quantity.end > CLOSE or _between(others, quantity.end, following.start):
        return ""
    return following.date.value if _links().fullmatch(reading.text, quantity.end, following.start) else ""


def _before(reading: Reading, quantity: Quantity, years: list[DateMention], others: list[Quantity]) -> str:
    """The nearest year before the number, unless an earlier number has it behind itself; counts want it in their own clause."""
    nearest = max((d for d in years if d.end <= quantity.start), key=lambda d: d.start, default=None)
    if nearest is None:
        return ""
    owner = max((q for q in others if q.end <= nearest.start), key=lambda q: q.start, default=None)
    if owner is not None and nearest.start - owner.end <= CLOSE and _links().fullmatch(reading.text, owner.end, nearest.start):
        return ""
    fronted = FRONTED.fullmatch(reading.text, sentence_around(reading, nearest.start).start, nearest.start)
    if _counts(quantity) and re.search(r"[,;:]", reading.text[nearest.end + bool(fronted) : quantity.start]):
        return ""
    if _now().search(reading.text, nearest.end, quantity.start):
        return ""
    return nearest.date.value


def _shared(reading: Reading, quantity: Quantity, years: list[DateMention], others: list[Quantity]) -> str:
    """The year behind the next number of the same unit, where `dan` joins the two."""
    following = min(
        (q for q in others if q.start >= quantity.end and q.unit == quantity.unit), key=lambda q: q.start, default=None
    )
    if following is None or not re.search(r"\b(?:dan|serta)\b", reading.text[quantity.end : following.start]):
        return ""
    return _behind(reading, following, years, others)


def _after_comma(quantity: Quantity, years: list[DateMention], others: list[Quantity]) -> str:
    """The only year of a sentence with one number, wherever it stands: `mencapai 7,5%, harapan pada tahun 2024 ...`."""
    following = [d for d in years if d.start >= quantity.end]
    if len(years) == len(following) == 1 and not _between(others, quantity.end, following[0].start):
        return following[0].date.value
    return ""


def _counts(quantity: Quantity) -> bool:
    return unit_kinds().get(quantity.unit, "count" if quantity.unit else "") == "count"


def _between(quantities: list[Quantity], start: int, end: int) -> bool:
    return any(start <= q.start < end for q in quantities)
