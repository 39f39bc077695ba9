"""When a row agrees with a gold row, and when its evidence supports it: the rules of the tables' contract."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence

LONGEST_EVIDENCE = 400
WIDEST_NAME = 60  # characters that a mask may stand for: `Ibu Siti Nurhayati binti Abdul Karim` has 36
MASK = re.compile("⟦[^⟧]*⟧")
PUNCTUATION = re.compile(r"[^\w%]+")
QUOTATION_MARKS = '"“”„‟″'
DATES = frozenset({"date", "period", "event_date"})
CALLED_OTHERWISE = frozenset({"person", "event_kind", "kind"})
"""Tables with such a first column need not be told in their own words: `ia`, `sang camat` or `meninjau` may stand for them."""
UNITS = {"persen": "%", "percent": "%", "rp": "idr", "rupiah": "idr", "hektare": "ha", "hektar": "ha"}


def accepts(gold: Mapping[str, str], row: Mapping[str, str], columns: Sequence[str]) -> bool:
    """Whether a gold row accepts all cells of a row, and the row's evidence has a word of it."""
    cells = (column for column in columns if column != "article")
    if not all(_cell_agrees(column, gold[column] or "", row.get(column) or "") for column in cells):
        return False
    return columns[1] in CALLED_OTHERWISE or "evidence" not in row or _evidence_speaks_of_it(gold, row, columns)


def fault_of(row: Mapping[str, str], text: str) -> str:
    """What is wrong with the evidence of a row, in a few words; empty where nothing is. `text` has its white space folded."""
    evidence = " ".join((row.get("evidence") or "").split())
    quote = row.get("quote") or ""
    if not evidence:
        return "no evidence"
    if not _stands_in(evidence, text):
        return "not in its article"
    if len(evidence) > LONGEST_EVIDENCE + len(" ".join(quote.split())):
        return f"longer than {LONGEST_EVIDENCE} characters"
    inside = quote.strip().strip(QUOTATION_MARKS)
    if inside.count('"') % 2 or inside.count("“") != inside.count("”"):
        return "runs over a quotation mark"
    return ""


def _stands_in(evidence: str, text: str) -> bool:
    """Whether the pieces around the masks stand in `text` in order, no further apart than a name is long."""
    at = 0
    for piece in (piece.strip() for piece in MASK.split(evidence)):
        begin = text.find(piece, at)
        if begin < 0 or (at and begin - at > WIDEST_NAME):
            return False
        at = begin + len(piece)
    return True


def _evidence_speaks_of_it(gold: Mapping[str, str], row: Mapping[str, str], columns: Sequence[str]) -> bool:
    """Whether anything of the row, in any form that gold accepts, stands in the evidence: a word, a number, an acronym."""
    letters = _fold(MASK.sub(" ", row.get("evidence") or "")).replace(" ", "")
    told = [column for column in columns if column != "article" and column not in DATES]
    cells = " ".join(f"{gold[column]} {row.get(column) or ''}" for column in told)
    words = [word for word in _fold(cells.replace("|", " ").replace("*", " ")).split() if len(word) > 2 or word.isdigit()]
    return not words or any(word in letters for word in words)


def _cell_agrees(column: str, gold: str, cell: str) -> bool:
    agree = AGREE.get(column, _same_words)
    return any(option in ("*", "") or agree(option, cell) for option in gold.split("|"))


def _fold(text: str) -> str:
    """Lower case, one space between words, no punctuation but `%`; `Walikota` as `Wali Kota`."""
    plain = unicodedata.normalize("NFKC", text).casefold().replace("walikota", "wali kota")
    return " ".join(PUNCTUATION.sub(" ", plain).split())


def _same_words(gold: str, cell: str) -> bool:
    return _fold(gold) == _fold(cell)


def _same_date(gold: str, cell: str) -> bool:
    return gold == cell.strip()


def _same_number(gold: str, cell: str) -> bool:
    wanted, found = _number(gold), _number(cell)
    if wanted is None or found is None:
        return False
    return abs(wanted - found) <= 1e-6 * max(1.0, abs(wanted))


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _same_unit(gold: str, cell: str) -> bool:
    return _unit(gold) == _unit(cell)


def _unit(text: str) -> str:
    return UNITS.get(text.strip().casefold(), _fold(text))


def _one_names_the_other(gold: str, cell: str) -> bool:
    """`penerima beras` agrees with `penerima`: whole words of one inside the other."""
    wanted, found = f" {_fold(gold)} ", f" {_fold(cell)} "
    return bool(wanted.strip() and found.strip()) and (wanted in found or found in wanted)


def _begins(gold: str, cell: str) -> bool:
    """The gold has some first words of a quotation."""
    return bool(_fold(gold)) and _fold(gold) in _fold(cell)


AGREE: dict[str, Callable[[str, str], bool]] = {
    "value": _same_number,
    "unit": _same_unit,
    "measure": _one_names_the_other,
    "quote": _begins,
    **dict.fromkeys(DATES, _same_date),
}
