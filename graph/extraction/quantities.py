"""Numbers with what they are numbers of: `Rp500 juta`, `82,82%`, `10 kg per keluarga`, `enam CCTV`, `3 (tiga) OPD`.

A number counts only where something says that it measures: a currency, a unit, a noun that can be counted behind it, or a word
before it that introduces a value (`sebesar 73,70`). Dates, times of day, law citations and the numbers in names (`RT 02`,
`ke-76`, `Covid-19`) are none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from graph.extraction import numerals
from graph.extraction.noun_phrases import WORD, ends_phrase, phrase_after
from graph.extraction.patterns import either, folded, matches
from graph.extraction.reading import Quantity, Reading
from graph.extraction.regulations import citations
from graph.extraction.rules import rule
from graph.facts import Span
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import Unit, units

BESIDE = 4  # characters between a number and its area: `Sukamaju : 138`
LONGEST_COUNT = 7
"""Figures without points in a count: more are a telephone or registration number (`081234567890`)."""


@cache
def _numbers() -> re.Pattern[str]:
    figures, scale, words = numerals.FIGURES, numerals.scale_pattern(), numerals.words_pattern()
    currency = either(form for unit in units() for form in unit.before)
    return re.compile(
        rf"(?:(?P<currency>(?<!\w)(?:{currency}))\s*|(?<![\w/×x+:.,-])|(?<=[a-z][.,])(?<!Rp.))"
        rf"(?:(?:(?P<low>{figures})\s*(?:[-–]|hingga|sampai)\s*)?(?P<figures>{figures})(?P<round>\s?-?an\b)?(?:\s*\((?:{words})(?:\s+[a-z]+)?\))?(?:\s*(?P<scale>{scale})(?:an)?(?![^\W\d]))?"
        rf"|\b(?P<words>{words})\b(?:\s*\((?P<gloss>{figures})\))?)"
    )


@cache
def _unit_after() -> tuple[re.Pattern[str], dict[str, Unit]]:
    found = {folded(form): unit for unit in units() for form in (unit.unit, *unit.forms)}
    forms = [form for unit in units() for form in (unit.unit, *unit.forms)]
    return re.compile(rf"(?:,-+)?\s*(?P<unit>{either(forms)})(?:(?=yang\b)|(?:nya)?(?![\w²³]))"), found


@cache
def _clock() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:[-–]|hingga|sampai|s\.?/?d\.?)?\s*(?:\d{{1,2}}[.:]\d\d\s*)?(?:{cue_pattern('clock')})\b")


@cache
def _cue_before(*roles: str) -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(\"“]))(?:{cue_pattern(*roles)})[\s:]*$", re.IGNORECASE)


@cache
def _label_before() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s(\"“/.]))(?:{cue_pattern('label')})[\s:]*\(?$")


@cache
def _per() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+(?!(?:{cue_pattern('stop')})\b)[a-z]+)?\s*(?:/\s*|\b(?:per|setiap|tiap|untuk\s+setiap)\s+)(?P<per>[a-z]+)\b")


def find_quantities(reading: Reading) -> None:
    """Fill `reading.quantities`, in order. Dates and citations must be known, so that their numbers are left out."""
    taken = [Span(d.start, d.end) for d in reading.dates] + [Span(c.start, c.end) for c in citations(reading)]
    found: list[Quantity] = []
    for match in matches(reading, _numbers()):
        number = Span(match.start("low") if match["low"] else match.start("figures") if match["figures"] else match.start("words"), match.end())
        if not any(number.start < t.end and t.start < number.end for t in taken) and not _names_a_thing(reading.text, match, number):
            found += _quantities(reading, match, number, found)
    reading.quantities = found


def _names_a_thing(text: str, match: re.Match[str], number: Span) -> bool:
    """The number is part of a name, a time of day, a telephone number or a pair (`3x4`, `2-1`)."""
    figures = match["figures"] or ""
    if re.match(r"\s?[x×/]\s?\d|[/:]\w|\s?(?:H|M)\b", text[number.end : number.end + 4]) or _clock().match(text, number.end):
        return True
    if figures[:1] == "0" and len(figures) > 1 and "," not in figures and not figures.startswith("0."):
        return True
    return figures.isdigit() and len(figures) > LONGEST_COUNT and not match["currency"]


def _quantities(reading: Reading, match: re.Match[str], number: Span, found: list[Quantity]) -> list[Quantity]:
    """The quantity of a match, or two where it is a range (`500-600 orang`); none where the number measures nothing."""
    pattern, known = _unit_after()
    after = pattern.match(reading.text, number.end)
    unit = known[folded(after["unit"])] if after else None
    if match["currency"]:
        end = after.end() if after and unit and unit.kind == "money" else number.end
        return _made(reading, match, Span(match.start("currency"), end), number, _currency(match["currency"]))
    before = reading.text[max(0, number.start - 40) : number.start]
    labelled = _label_before().search(before) is not None
    if unit is not None and after is not None and _countable_in_words(reading, match, Span(after.start("unit"), after.end())) and (not labelled or unit.kind not in ("time", "count", "rating")):
        if unit.kind == "count" and (more := counted(reading, number.end)) is not None:
            return _made(reading, match, Span(number.start, more.end), number, unit.unit)
        return _made(reading, match, Span(number.start, after.end()), number, unit.unit)
    if labelled or _in_a_name(reading.text, number) or re.search(r"(?:satu|\d)\s+atau\s+$", before):
        return []
    noun = counted(reading, number.end)
    if noun is not None and (match["figures"] or _countable_in_words(reading, match, noun)):
        return _made(reading, match, Span(number.start, noun.end), number, _head(reading.text, noun))
    if noun is None and match["scale"] and found and found[-1].unit == "IDR" and re.search(r"\bmenjadi\s+$", before):
        return _made(reading, match, number, number, "IDR")  # `dari Rp 581 miliar menjadi 425 miliar`
    bare = noun is None and match["figures"] and not match["low"]
    if bare and (_cue_before("before").search(before) or _beside_area(reading, number) or _continues(reading, number, found)):
        return _made(reading, match, number, number, "")
    return []


def _in_a_name(text: str, number: Span) -> bool:
    """A number between capitals is part of a name: `Satuan Kerja Wilayah 1 Sukamaju`, `Sekolah Rakyat (SR) 24 Sukamaju`."""
    before = re.search(r"(?:(?<=[\w,)] )[A-Z][\w-]*|[A-Z]\))[ \t]+$", text[max(0, number.start - 40) : number.start])
    return before is not None and re.match(r"[ \t]+[A-Z][a-z]", text[number.end : number.end + 4]) is not None


def _beside_area(reading: Reading, number: Span) -> bool:
    """A list of areas may leave the noun away: `Sukamaju 138, Sukasari 251`."""
    text = reading.text
    gaps = ((a.end, number.start) if a.end <= number.start else (number.end, a.start) for a in reading.mentions if a.type == "area")
    return any(end - start <= BESIDE and not text[start:end].strip(" \t:=") for start, end in gaps)


def _continues(reading: Reading, number: Span, found: list[Quantity]) -> bool:
    """A value joined to the one before it: `pada angka 71,94 dan 72,43`."""
    return bool(found) and not found[-1].unit and reading.text[found[-1].end : number.start].strip() in ("dan", ",", ", dan", "serta")


def counted(reading: Reading, at: int) -> Span | None:
    """The noun phrase that a number before `at` counts; None where no countable noun follows."""
    gap = re.compile(r"[ \t\u00a0]+").match(reading.text, at)
    if gap is None:
        return None
    sentence = reading.sentence_at(gap.end())
    phrase = phrase_after(reading.text, gap.end(), sentence.end)
    if phrase.end - phrase.start < 2:  # `DD 3 F`: a letter is a number plate's
        return None
    areas = [m for m in reading.mentions if m.type in ("area", "person", "post") and m.start < phrase.end and phrase.start < m.end]
    if areas:  # `628 Banjarsari`: the name of a place is not what is counted; nor does it belong to what is (`22 kelurahan Kota X`)
        phrase = Span(phrase.start, len(reading.text[: max(phrase.start, areas[0].start)].rstrip()))
    word = WORD.match(reading.text, phrase.start)
    if phrase.end <= phrase.start or word is None or word.group().lower() in cue_words("abstract"):
        return None
    return phrase


def _countable_in_words(reading: Reading, match: re.Match[str], noun: Span) -> bool:
    """`satu` and `setengah` are articles and halves unless a classifier follows (`satu buah mobil`)."""
    return (match["words"] or "").lower() not in ("satu", "setengah") or _first(reading.text, noun) in cue_words("sorter")


def _head(text: str, noun: Span) -> str:
    """The noun counted as a unit: its first word, acronyms as written (`OPD`), others in lower case (`kelurahan`)."""
    first = WORD.match(text, noun.start)
    word = first.group() if first else ""
    return word if word.isupper() else word.lower()


def _first(text: str, noun: Span) -> str:
    return _head(text, noun).lower()


def _currency(written: str) -> str:
    return next(unit.unit for unit in units() if folded(written) in {folded(form) for form in unit.before})


def _made(reading: Reading, match: re.Match[str], span: Span, number: Span, unit: str) -> list[Quantity]:
    per = _per().match(reading.text, span.end)
    before = reading.text[max(0, span.start - 30) : span.start]
    about = bool(match["round"] or _cue_before("about").search(before) or re.match(r"\s+lebih\b", reading.text[span.end :][:10]))
    quantities = []
    for value in _values(match):
        quantities.append(
            Quantity(
                start=span.start,
                end=per.end() if per else span.end,
                number=number,
                value=numerals.plain(value),
                unit=unit,
                per=per["per"] if per else "",
                approximate=about,
            )
        )
    return quantities


def _values(match: re.Match[str]) -> list[Decimal]:
    if match["words"]:
        return [numerals.words_value(match["words"])]
    scale = match["scale"] or ""
    return [numerals.figures_value(figures, scale) for figures in (match["low"], match["figures"]) if figures]
