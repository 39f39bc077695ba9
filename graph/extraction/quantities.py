"""Numbers with what they are numbers of: `Rp500 juta`, `75,25%`, `10 kg per keluarga`, `enam CCTV`, `3 (tiga) OPD`.

A number counts only where something says that it measures: a currency, a unit, a noun that can be counted behind it, or a word
before it that introduces a value (`sebesar 64,50`). Dates, times of day, law citations and the numbers in names (`RT 02`,
`ke-76`, `Covid-19`) are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from functools import cache

from graph.extraction import numerals
from graph.extraction.bare_sums import is_next_price, is_of_money, is_paid, is_priced, per_pattern
from graph.extraction.compound_times import whole_times
from graph.extraction.counted_units import counted_unit, head_of, is_article, is_way_to_speak
from graph.extraction.named_counts import named_count
from graph.extraction.nominal_numbers import is_in_a_name, is_labelled, names_a_thing
from graph.extraction.noun_phrases import WORD, does_something, ends_phrase, measures_in, phrase_after, without_adverbs
from graph.extraction.parts import (
    AMONG,
    LONGEST_CLAUSE,
    OTHERS,
    count_among,
    count_beside,
    count_elsewhere,
    is_part_without_noun,
    is_some_of_those,
    whole_behind,
)
from graph.extraction.patterns import either, folded, matches, sentence_around, starting_in
from graph.extraction.reading import Quantity, Reading
from graph.extraction.regulations import citations
from graph.facts import Span
from ontology.area_cues import area_cues
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import Unit, unit_kinds, units, units_of

BEFORE = 40  # characters before a number in which its cue must end
BESIDE = 4  # characters between a number and its area: `Sukamaju : 138`
GROUPED = re.compile(r"\d{1,3},\d{3}")
LONGEST_NAME = 200  # characters of a name: where one that covers a phrase may begin

ALTERNATIVE = re.compile(r"(?:satu|\d)\s+atau\s+$", re.IGNORECASE)  # `satu atau dua orang`: neither is a count
YEAR_OF_CLAUSE = re.compile(r"20\d\d\s+yang\b")  # `lebih tinggi dari 2023 yang hanya 4,8 persen`
DECIMALS = re.compile(r"\d+,\d+|\d+\.\d{1,2}")
SUM = re.compile(r"Rp\d")  # `pagu 2025 | Rp4 miliar`
TOWARDS = re.compile(r"(?P<word>\w+)\s+ke\s+$", re.IGNORECASE)
FROM = re.compile(r"\bdari\s+(?:\w+\s+)?$", re.IGNORECASE)
PLAIN = re.compile(r"(?:\s+[^\W\d]+)*\s*[(:=]?\s*")
GAP = re.compile(r"[ \t\u00a0]+")
SIGNED = ("share", "temperature")  # kinds of units whose numbers may be below zero: `inflasi minus 0,07 persen`


@cache
def _numbers() -> re.Pattern[str]:
    """A number in figures, with currency before and scale behind, or in words; `3 (tiga)` and `enam (6)` are one number."""
    words, figures = numerals.words_pattern(), numerals.FIGURES
    currency = rf"(?P<currency>(?<!\w)(?:{either(form for unit in units() for form in unit.before)}))\s*"
    gloss = rf"(?:\s*\((?:{words})(?:\s+[a-z]+){{0,8}}\))?"  # `(seratus juta rupiah koma lima sen)`
    rest = r"(?:\s+(?P<rest>\d{1,3}(?:,\d+)?)\s+(?P<smaller>miliar|milyar|juta|ribu)\b)?"  # `Rp2 miliar 450 juta`
    scale = rf"(?:\s*(?P<scale>{numerals.scale_pattern()})(?:an)?(?![^\W\d]){rest})?"
    low = rf"(?:(?P<low>{figures})\s*(?:[-–]|hingga|sampai(?:\s+dengan)?|s\.?/?d\.?)\s*)?"
    minus = rf"(?P<minus>(?i:(?<!plus )\b(?:{cue_pattern('minus')}))\s+|(?<=[a-z] )[-\u2212](?=\d))"
    in_figures = rf"(?:{minus}|{low})(?P<figures>{figures})(?P<round>\s?-?an\b)?{gloss}{scale}"
    in_words = rf"\b(?P<words>{words})\b(?:\s*\((?:{figures})\))?"
    # A number may follow a comma or point without a space (`aktif,4 kelompok`), but `Rp.` belongs to it.
    return re.compile(rf"(?:{currency}|(?<![\w/×x+:.,-])|(?<=[a-z][.,])(?<!Rp.))(?:{in_figures}|{in_words})")


@cache
def _unit_after() -> tuple[re.Pattern[str], dict[str, Unit]]:
    found = {folded(form): unit for unit in units() for form in (unit.unit, *unit.forms)}
    forms = either(form for unit in units() for form in (unit.unit, *unit.forms))
    return re.compile(rf"(?:,-+)?\s*(?P<unit>{forms})(?:(?=yang\b)|(?:nya)?(?![\w²³]))"), found


@cache
def _cue(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(\"“]))(?:{cue_pattern(role)})[\s:]*$", re.IGNORECASE)


@cache
def _becoming() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:men)?jadi|ke)\s+(?:{numerals.words_pattern()}|{numerals.FIGURES})")


@cache
def _measured_units() -> frozenset[str]:
    """Units of what is measured, not counted."""
    return frozenset(unit for unit, kind in unit_kinds().items() if kind != "count")


def find_quantities(reading: Reading) -> None:
    """Fill `reading.quantities`, in order. Dates and citations must be known, so that their numbers are left out."""
    taken = sorted([Span(d.start, d.end) for d in reading.dates] + [Span(c.start, c.end) for c in citations(reading)])
    starts = [span.start for span in taken]
    found: list[Quantity] = []
    for match in matches(reading, _numbers()):
        first = next(part for part in ("minus", "low", "figures", "words") if match[part])
        number = Span(match.start(first), match.end())
        last = taken[bisect_right(starts, number.end - 1) - 1] if taken else Span(0, 0)
        if not (last.start < number.end and number.start < last.end) and not names_a_thing(reading.text, match, number):
            found += _quantities(reading, match, number, found)
    reading.quantities = whole_times(reading.text, found)


def _quantities(reading: Reading, match: re.Match[str], number: Span, found: list[Quantity]) -> list[Quantity]:
    """The quantity of a match, or two where it is a range (`500-600 orang`); none where the number measures nothing."""
    pattern, known = _unit_after()
    after = pattern.match(reading.text, number.end)
    unit = known[folded(after["unit"])] if after else None
    if match["currency"]:
        end = after.end() if after and unit and unit.kind == "money" else number.end
        return _made(reading, match, Span(match.start("currency"), end), number, _currency(match["currency"]))
    if len(match["scale"] or "") == 1:  # `3M plus` is no sum, `dana 12 M berjalan` is one
        return _made(reading, match, number, number, "IDR") if is_of_money(reading, number) else []
    labelled = is_labelled(reading.text, number) and not _leads_to_places(reading, number)
    if after is not None and unit is not None and not (labelled and unit.kind in ("time", "count", "rating")):
        if is_article(reading, match, Span(after.start("unit"), after.end()), found):
            return []
        noun = counted(reading, number.end) if unit.kind == "count" else None
        span = Span(number.start, noun.end if noun else after.end())
        return _made(reading, match, span, number, unit.unit, whole=unit.kind == "count")
    alternative = ALTERNATIVE.search(reading.text, max(0, number.start - BEFORE), number.start) is not None
    if labelled or alternative or is_in_a_name(reading.text, number):
        return []
    noun = counted(reading, number.end)
    if AMONG.match(reading.text, number.end) or is_some_of_those(reading.text, number):
        whole = count_among(found, number, max(_values(match)), _measured_units())
        return _made(reading, match, number, number, whole.unit) if whole is not None else []
    others = OTHERS.match(reading.text, number.end)
    elsewhere = count_elsewhere(reading.text, found, number, _measured_units())
    if others or elsewhere:
        beside = elsewhere or count_beside(found, number, _measured_units())
        return _made(reading, match, number, number, beside.unit) if beside is not None else []
    if noun is not None:
        spurious = is_article(reading, match, noun, found) or is_way_to_speak(reading, max(_values(match)), noun)
        span, head = Span(number.start, noun.end), head_of(reading.text, noun)
        return [] if spurious else _made(reading, match, span, number, head, whole=True)
    return _bare(reading, match, number, found)


def _bare(reading: Reading, match: re.Match[str], number: Span, found: list[Quantity]) -> list[Quantity]:
    """A number without unit or noun: a value after its cue, one beside an area in a list, or one joined to the value before."""
    if not match["low"] and (is_part_without_noun(reading.text, number) or whole_behind(reading.text, number)):
        return _made(reading, match, number, number, "")
    if (unit := _unit_of_pair(reading, number)) and not match["low"]:
        return _made(reading, match, number, number, unit, whole=True)
    if match["words"] and (owned := named_count(reading, number)) is not None:
        return _made(reading, match, number, number, counted_unit(reading.text, owned))
    if not match["figures"] or match["low"] or YEAR_OF_CLAUSE.match(reading.text, number.start):
        return []
    if is_next_price(reading, number, found) or (
        match["scale"] and (is_of_money(reading, number) or is_priced(reading, number, found) or is_paid(reading, number))
    ):
        return _made(reading, match, number, number, "IDR")
    before = reading.text[max(0, number.start - BEFORE) : number.start]
    if match["scale"] and found and found[-1].unit == "IDR" and re.search(r"\bmenjadi\s+$", before):
        return _made(reading, match, number, number, "IDR")  # `dari Rp 480 miliar menjadi 310 miliar`
    joined = (
        bool(found) and not found[-1].unit and reading.text[found[-1].end : number.start].strip(" ,") in ("dan", "serta", "")
    )
    named = named_count(reading, number)
    if named is not None and not is_of_money(reading, number):
        return _made(reading, match, number, number, counted_unit(reading.text, named))
    if joined or _cue("before").search(before) or _is_beside_index(reading, match, number) or _is_beside_area(reading, number):
        return _made(reading, match, number, number, "")
    return []


def _unit_of_pair(reading: Reading, number: Span) -> str:
    """The unit that stands once, behind what a number becomes: `petugas dari | 20 menjadi 45 orang`."""
    if FROM.search(reading.text, max(0, number.start - BEFORE), number.start) is None:
        return ""
    second = _becoming().match(reading.text, number.end)
    if second is None:
        return ""
    pattern, known = _unit_after()
    if after := pattern.match(reading.text, second.end()):
        return known[folded(after["unit"])].unit
    noun = counted(reading, second.end())
    return head_of(reading.text, noun) if noun is not None else ""


def counted(reading: Reading, at: int) -> Span | None:
    """The noun phrase that a number before `at` counts; None where no countable noun follows.

    The name of a place is not counted (`620 Sukamaju`), nor does it belong to what is (`22 kelurahan | Kota Sukamaju`).
    """
    gap = GAP.match(reading.text, at)
    if gap is None:
        return None
    phrase = phrase_after(reading.text, gap.end(), sentence_around(reading, gap.end()).end)
    near = starting_in(reading.mentions, phrase.start - LONGEST_NAME, phrase.end)
    named = (m.start for m in near if m.type in ("area", "person", "post") and phrase.start < m.end)
    end = max(phrase.start, min(named, default=phrase.end))
    phrase = without_adverbs(reading.text, Span(phrase.start, phrase.start + len(reading.text[phrase.start : end].rstrip())))
    word = WORD.match(reading.text, phrase.start)
    if (
        phrase.end - phrase.start <= 1
        or word is None
        or word.group().lower() in cue_words("uncounted")
        or SUM.match(word.group())
    ):
        return None  # a single letter is a number plate's: `DD 3 F`
    return None if does_something(reading.text, phrase) else phrase


def _leads_to_places(reading: Reading, number: Span) -> bool:
    """`turun ke | 6 kelurahan`, `dibagikan ke | 120 KK` counts; `pekan ke 2` does not."""
    to = TOWARDS.search(reading.text, max(0, number.start - BEFORE), number.start)
    noun = counted(reading, number.end) if to else None
    if to is None or noun is None or head_of(reading.text, noun).lower() in units_of("time"):
        return False
    return ends_phrase(to["word"]) or head_of(reading.text, noun).lower() in _receivers()


@cache
def _receivers() -> frozenset[str]:
    """Words for areas, and for persons and households as units."""
    return frozenset(form.lower() for form in (*(cue.form for cue in area_cues()), *units_of("count")))


def _is_beside_area(reading: Reading, number: Span) -> bool:
    """A list of areas may leave the noun away: `Sukamaju 130, Sukasari 240`."""
    text = reading.text
    areas = [m for m in starting_in(reading.mentions, number.start - LONGEST_NAME, number.end + BESIDE + 1) if m.type == "area"]
    gaps = ((a.end, number.start) if a.end <= number.start else (number.end, a.start) for a in areas)
    return any(0 <= end - start <= BESIDE and not text[start:end].strip(" \t:=") for start, end in gaps)


def _is_beside_index(reading: Reading, match: re.Match[str], number: Span) -> bool:
    """Decimals right behind a registered rate or index: `indeks SPBE 3,21`, `rasio gini (0,312)`."""
    if DECIMALS.fullmatch(match["figures"]) is None:
        return False
    named = measures_in(reading.text, number.start - BEFORE, number.start)
    last = next((s for s, m in reversed(named) if {"share", "rating"} & set(m.kinds) and "money" not in m.kinds), None)
    return last is not None and PLAIN.fullmatch(reading.text, last.end, number.start) is not None


def _currency(written: str) -> str:
    return next(unit.unit for unit in units() if folded(written) in {folded(form) for form in unit.before})


def _made(
    reading: Reading, match: re.Match[str], span: Span, number: Span, unit: str, *, whole: bool = False
) -> list[Quantity]:
    """Quantities of that span; what is counted is `whole`, so the comma of `46,747 keluarga` groups thousands."""
    text = reading.text
    per = per_pattern().match(text, span.end)
    end = per.end() if per else span.end
    about = bool(match["round"] or _cue("about").search(text[max(0, span.start - BEFORE) : span.start]))
    sign = -1 if match["minus"] and unit_kinds().get(unit) in SIGNED else 1
    return [
        Quantity(
            start=span.start,
            end=end,
            number=number,
            value=numerals.plain(sign * value),
            unit=unit,
            per=per["per"] if per else "",
            approximate=about,
        )
        for value in _values(match, whole=whole)
    ]


def _values(match: re.Match[str], *, whole: bool = False) -> list[Decimal]:
    """The number, or both ends of a range."""
    if match["words"]:
        return [numerals.words_value(match["words"])]
    ends = [figures for figures in (match["low"], match["figures"]) if figures]
    if whole and not match["scale"]:
        ends = [figures.replace(",", ".") if GROUPED.fullmatch(figures) else figures for figures in ends]
    clause = re.split(r"[,;:.!?]\s", match.string[max(0, match.start() - LONGEST_CLAUSE) : match.start()])[-1]
    regional = bool(match["scale"]) and _regional().search(clause) is not None
    less = numerals.figures_value(match["rest"], match["smaller"]) if match["rest"] else Decimal(0)
    return [numerals.figures_value(figures, match["scale"] or "", regional=regional) + less for figures in ends]


@cache
def _regional() -> re.Pattern[str]:
    """What a region has: `PAD Rp1.341 triliun`, not `belanja negara Rp3.325 triliun`."""
    return re.compile(rf"\b(?:{cue_pattern('regional')})\b", re.IGNORECASE)
