"""Numbers as written in Indonesian: `2.150.300.400`, `75,25`, `3,4 triliun`, `seribu tujuh ratus`, `3 (tiga)`.

The point groups thousands and the comma marks decimals; a point before other than three figures is a decimal point too
(`5.40`), as the press often writes it, and several commas group as points do (`1,045,355,000`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from graph.extraction.patterns import either, folded
from ontology.quantities import Numeral, numerals

SPACED = r"(?:(?<=Rp)|(?<=Rp )|(?<=Rp\.)|(?<=Rp\. ))\d{1,3}, \d{1,3}(?=\s?(?:juta\b|miliar\b|triliun\b))"
"""A blank behind the sign of a sum: `Rp 43, 068 miliar`; elsewhere there may be two numbers (`dari 120, 30 persen`)."""
FIGURES = rf"{SPACED}|\d{{1,3}}(?:,\d{{3}}){{2,}}|\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d+(?:[.,]\d+)?"
LARGEST = Decimal(10) ** 13
"""No sum of a region is ten trillion rupiah written in thousands: `Rp1.341 triliun` is 1,341; `Rp3.600 triliun`, as round as a
state's budget, is what it says."""


@cache
def _numerals() -> dict[str, Numeral]:
    return {folded(form): numeral for numeral in numerals() for form in (numeral.word, *numeral.forms)}


def scale_pattern() -> str:
    """`ribu`, `juta`, `M`, ...: what multiplies the figures before it. `M` and `T` are capitals alone, `m` is a metre."""
    forms = [form for n in numerals() if n.role == "scale" for form in (n.word, *n.forms)]
    return f"(?i:{either(f for f in forms if len(f) > 1)})|{either(f for f in forms if len(f) == 1)}"


def words_pattern() -> str:
    """A number in words: `enam`, `seribu tujuh ratus`, `dua puluh lima ribu`, `duapuluh tujuh`."""
    spelled = either(n.word for n in numerals())
    starts = either(n.word for n in numerals() if n.role in ("digit", "whole"))
    return rf"(?i:(?:{starts})(?:\s+(?:{spelled})|{_joined()})*)"


def _joined() -> str:
    """What may be written in one word with the digit before it: `duapuluh`, `limabelas`."""
    return either(n.word for n in numerals() if n.role in ("teen", "group", "scale"))


@cache
def _words() -> re.Pattern[str]:
    return re.compile(either(n.word for n in numerals()), re.IGNORECASE)


def plain(value: Decimal) -> str:
    """A decimal number without exponent and without idle zeros: 5.40 -> `5.4`, 5E+8 -> `500000000`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def figures_value(figures: str, scale: str = "", *, regional: bool = False) -> Decimal:
    """Figures as a number, times the scale word behind them: `3,4`, `triliun` -> 3400000000000; a `regional` sum is no larger
    than any of a region."""
    figures = figures.replace(" ", "")
    times = _exact(_numerals()[folded(scale)]) if scale else Decimal(1)
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){2,}", figures):
        return Decimal(figures.replace(",", "")) * times
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figures):
        whole = figures.replace(".", "")
        misread = scale and regional and whole.isdigit() and figures.count(".") == 1 and not whole.endswith("00")
        figures = figures if misread and Decimal(whole) * times >= LARGEST else whole
    return Decimal(figures.replace(",", ".")) * times


def words_value(words: str) -> Decimal:
    """A number in words: `dua puluh lima ribu tujuh ratus` -> 25700."""
    total = group = digit = Decimal(0)
    for numeral in (_numerals()[folded(word)] for word in _words().findall(words)):
        value = _exact(numeral)
        if numeral.role == "digit":
            digit = value
        elif numeral.role == "scale":
            total, group, digit = total + (group + digit or Decimal(1)) * value, Decimal(0), Decimal(0)
        elif numeral.role == "whole":
            group += value
        else:  # `dua belas` adds, `dua puluh` and `tiga ratus` multiply
            group, digit = group + (digit + value if numeral.role == "teen" else digit * value), Decimal(0)
    return total + group + digit


def _exact(numeral: Numeral) -> Decimal:
    return Decimal(str(numeral.value))
