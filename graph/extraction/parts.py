"""A number that counts a part of a whole: `dari 50 anggota, 36`, `24 dari 30 anggota`, `312 guru dan 47 di antaranya`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from graph.extraction.numerals import figures_value, words_pattern, words_value
from graph.extraction.reading import Quantity
from graph.facts import Span
from ontology.number_cues import cue_pattern

LONGEST_CLAUSE = 120
"""Characters from a whole to its part: `dari 11 temuan pada laporan hasil pemeriksaan keuangan, tujuh di antaranya`."""
AMONG = re.compile(r",?\s+(?:di\s?)?antaranya\b", re.IGNORECASE)
OTHERS = re.compile(r"\s+lainnya\b", re.IGNORECASE)
ELSEWHERE = re.compile(r"\s+di\s+[^\W\d]")
BEFORE_NEXT = re.compile(r"[^.;:!?\d]{1,60}(?:,|\s(?:dan|serta|sedangkan))\s+")
WHICH = re.compile(r"\s+yang\b", re.IGNORECASE)
FARTHEST = 400  # characters from a count to the sentence that tells of some among it


@cache
def _whole() -> re.Pattern[str]:
    number = rf"(?P<number>\d[\d.]*|{words_pattern()})"
    return re.compile(rf"\bdari\s+(?:total\s+|seluruh\s+)?{number}\s+[a-zA-Z][^.;:!?\d]*$", re.IGNORECASE)


@cache
def _of_whole() -> re.Pattern[str]:
    lead = rf"(?:(?:seluruh|{cue_pattern('counter', 'about', 'stock')})\s+){{0,3}}"  # `dari total sasaran sekitar 43.235 anak`
    return re.compile(rf"\s+dari\s+{lead}(?P<number>\d+(?:\.\d{{3}})*)\s+[^\W\d]")


@cache
def _goes_on() -> re.Pattern[str]:
    """What may stand behind a part that names no noun: no `kali`, `besar`, `lagi`, which are no things."""
    return re.compile(rf"\s+(?!(?:{cue_pattern('uncounted')})\b)[^\W\d]", re.IGNORECASE)


@cache
def _led() -> re.Pattern[str]:
    """A part opens its clause or follows a word that leads numbers in: `dari 15 desa, | lima`, `dari 96 SD baru | 38`."""
    return re.compile(rf"(?:,\s+|\b(?:{cue_pattern('before', 'about', 'idle')})\s+)$", re.IGNORECASE)


def whole_before(text: str, number: Span) -> re.Match[str] | None:
    """The whole that a number is a part of: `dari 50 anggota, 36 yang hadir`, in the clause before it."""
    return _whole().search(text, max(0, number.start - LONGEST_CLAUSE), number.start)


def whole_behind(text: str, number: Span) -> re.Match[str] | None:
    """The whole behind its part: `24 dari 30 anggota`; `satu dari 38 warga` only tells of one."""
    alone = text[number.start : number.end].lower() in ("satu", "salah satu")
    return None if alone else _of_whole().match(text, number.end)


def is_less(part: Quantity, whole: re.Match[str]) -> bool:
    """A part is no more than its whole: in `pada 2023 dari 40 kasus, 2024 turun` it is a year."""
    written = whole["number"].rstrip(".")
    return Decimal(part.value) <= (figures_value(written) if written[0].isdigit() else words_value(written))


def is_part_without_noun(text: str, number: Span) -> bool:
    """A number that names no noun, because its whole has named it: `dari 35 anggota dewan, | 27 menandatangani`."""
    if _goes_on().match(text, number.end) is None or whole_before(text, number) is None:
        return False
    return _led().search(text, max(0, number.start - LONGEST_CLAUSE), number.start) is not None


def is_some_of_those(text: str, number: Span) -> bool:
    """A number of those that have been counted: `... beranggotakan 18 orang, sekarang tinggal | tujuh yang bertahan`."""
    which = WHICH.match(text, number.end)
    return which is not None and _few().search(text, max(0, number.start - LONGEST_CLAUSE), number.start) is not None


@cache
def _few() -> re.Pattern[str]:
    return re.compile(r"\b(?:baru|hanya|cuma|tinggal|ada|masih|sisa)\s+$", re.IGNORECASE)


def count_beside(quantities: Sequence[Quantity], number: Span, kinds: frozenset[str]) -> Quantity | None:
    """The count that others are told beside: `merusak 19 rumah dan merendam | 6 lainnya`."""
    near = (q for q in quantities if number.start - LONGEST_CLAUSE <= q.start and q.end <= number.start)
    return next((q for q in reversed([*near]) if q.unit and q.unit not in kinds), None)


def count_elsewhere(text: str, quantities: Sequence[Quantity], number: Span, kinds: frozenset[str]) -> Quantity | None:
    """The count that goes on in another place: `9.872 anak di posyandu, | 7.930 di sekolah`."""
    if not quantities or quantities[-1].unit in kinds or not quantities[-1].unit or not ELSEWHERE.match(text, number.end):
        return None
    return quantities[-1] if BEFORE_NEXT.fullmatch(text, quantities[-1].end, number.start) else None


def count_among(quantities: Sequence[Quantity], number: Span, value: Decimal, kinds: frozenset[str]) -> Quantity | None:
    """The count of which a number tells some: `312 juru parkir di kota itu, | 47 di antaranya`; no smaller one."""
    near = [q for q in quantities if number.start - FARTHEST <= q.start and q.end <= number.start]
    return next((q for q in reversed(near) if q.unit and q.unit not in kinds and Decimal(q.value) > value), None)
