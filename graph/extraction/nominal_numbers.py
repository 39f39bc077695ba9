"""Numbers that name or date something and measure nothing: `10.30 WIB`, `1443 H`, `3x4`, `BG 4412 XA`, `RT 02`."""

from __future__ import annotations

import re
from functools import cache

from graph.facts import Span
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import unit_kinds

BEFORE = 40  # characters before a number in which its label must end
BASE = re.compile(r"\bper\s+$", re.IGNORECASE)  # `64 kasus per | 1.000 penduduk`
STROKE = re.compile(r"\d\s*/[ \t]+$")  # `beras Rp58.000 / | 5kg`
ROUND = re.compile(r"10{3,5}|10{0,2}\.000|10{0,2}\s+ribu|se(?:ribu|puluh\s+ribu|ratus\s+ribu)", re.IGNORECASE)
AREA_CODE = re.compile(r"\(0\d{2,4}\)\s*$")
"""`(0274) 399900`"""
LONGEST_COUNT = 7
"""Figures without points in a count: more are a telephone or registration number (`081234567890`)."""
PAIR = re.compile(r"\s?[x×/]\s?\d|:\w")  # `3x4`, `10:30`
SLASH = re.compile(r"/\w")  # `26/PK`, but `Rp12.500/kg`
ERA = re.compile(r"\s?[HM]\b")  # `1443 H`
PLATE_END = re.compile(r"[ \t]?[A-Z]{1,3}\b")
PLATE = re.compile(r"\d{3,4}")
HOUR = re.compile(r"(?:[01]\d|2[0-4])[.:][0-5]\d")
GROUPED = re.compile(r"\d{1,3}\.\d{3}\b")
JOINED = re.compile(r"(?<![\d.,])\d{1,2}\s*(?:dan|&|hingga|sampai|-|–)\s*$")  # `RT 03 dan | 04`
LINE_START = re.compile(r"(?:^|\n)[ \t(]*$")
PROGRAMME = re.compile(r"[ \t]+[^\W\d]")  # `10.00 | Rapat koordinasi`, as the line of a programme begins
NAME_BEFORE = re.compile(r"(?:(?<=[\w,)] )[A-Z][\w-]*|[A-Z]\))[ \t]+$")
NAME_AFTER = re.compile(r"[ \t]+(?:[A-Z][a-z]|[A-Z]{7,})")


def names_a_thing(text: str, match: re.Match[str], number: Span) -> bool:
    """The number is a time of day, a year of another era, a telephone number, a plate's, one of a pair (`3x4`), the
    base of a rate (`per 1.000 penduduk`), or a restaurant's (`RM 5 Saudara`, but `RM31` is a sum)."""
    figures = match["figures"] or ""
    if (match["currency"] or "") in cue_words("label") and match.end("currency") < number.start:
        return True
    if BASE.search(text, max(0, number.start - BEFORE), number.start) and ROUND.fullmatch(text, number.start, number.end):
        return not match["currency"]
    if STROKE.search(text, max(0, number.start - BEFORE), number.start):
        return not match["currency"]
    if AREA_CODE.search(text, max(0, number.start - BEFORE), number.start):
        return True
    if any(pattern.match(text, number.end) for pattern in (PAIR, ERA, _clock())):
        return not match["currency"]  # `beras Rp58.000 / 5 kg` is a price
    if len(figures) > 1 and figures[0] == "0" and figures[1].isdigit():
        return True
    if _is_hour_of_a_line(text, match, number) or (PLATE.fullmatch(figures) and _is_on_a_plate(text, number)):
        return True
    numbered = SLASH.match(text, number.end) is not None or (figures.isdigit() and len(figures) > LONGEST_COUNT)
    return numbered and not match["currency"]


def is_labelled(text: str, number: Span) -> bool:
    """The number belongs to the word before it: `RT 02`, `ayat 2 dan 4`; thousands are no names (`lulusan SD 3.435 anak`), nor
    is what `jumlah` leads in (`jumlah TPS 512`)."""
    if GROUPED.match(text, number.start) is not None:
        return False
    joined = JOINED.search(text, max(0, number.start - BEFORE), number.start)
    if joined is not None and text[number.start].isdigit():
        return is_labelled(text, Span(joined.start(), joined.end()))
    label = _label().search(text, max(0, number.start - BEFORE), number.start)
    return label is not None and _counter().search(text, max(0, label.start() - BEFORE), label.start()) is None


@cache
def _counter() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('counter')})\s+$", re.IGNORECASE)


def is_in_a_name(text: str, number: Span) -> bool:
    """A number between capitals is part of a name: `Satuan Kerja Wilayah 1 Sukamaju`, `Sekolah Rakyat (SR) 24 Sukamaju`."""
    before = NAME_BEFORE.search(text, max(0, number.start - BEFORE), number.start)
    return before is not None and NAME_AFTER.match(text, number.end) is not None


def _is_hour_of_a_line(text: str, match: re.Match[str], number: Span) -> bool:
    """The line of a programme begins with its hour: `10.00 Rapat koordinasi`, `08.00-09.00 Apel`."""
    if HOUR.fullmatch(match["low"] or match["figures"] or "") is None or PROGRAMME.match(text, number.end) is None:
        return False
    return LINE_START.search(text, max(0, number.start - BEFORE), number.start) is not None


def _is_on_a_plate(text: str, number: Span) -> bool:
    """`BG 4412 XA`: the letters of a region before it and one to three behind."""
    behind = PLATE_END.match(text, number.end)
    if behind is None or behind[0].strip() in unit_kinds():
        return False  # `Kelompok A 250 KK`
    return _plate_start().search(text, max(0, number.start - BEFORE), number.start) is not None


@cache
def _clock() -> re.Pattern[str]:
    """`10.30 WIB`, `06.00-09.00 WIB`."""
    until = r"(?:(?:[-–]|hingga|sampai|s\.?/?d\.?)\s*\d{1,2}[.:]\d\d\s*)?"
    return re.compile(rf"\s*{until}(?:{cue_pattern('clock')})\b")


@cache
def _label() -> re.Pattern[str]:
    """In the register's own case: `Kelas 1` and `SD 2` are names, `12 kelas` and `2 sd` are not."""
    return re.compile(rf"(?:^|(?<=[\s(\"“/.]))(?:{cue_pattern('label')})[\s:]*\(?$")


@cache
def _plate_start() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{cue_pattern('plate')})[ \t]$")
