"""Numbers as written in Indonesian: `2.150.300.400`, `75,25`, `3,4 triliun`, `seribu tujuh ratus`, `3 (tiga)`.

The point groups thousands and the comma marks decimals; a point before other than three figures is a decimal point too
(`5.40`), as the press often writes it.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from graph.extraction.patterns import either, folded
from ontology.quantities import Numeral, numerals

FIGURES = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?"


@cache
def _numerals() -> dict[str, Numeral]:
    return {folded(form): numeral for numeral in numerals() for form in (numeral.word, *numeral.forms)}


def scale_pattern() -> str:
    """`ribu`, `juta`, `M`, ...: what multiplies the figures before it. `M` and `T` are capitals alone, `m` is a metre."""
    forms = [form for n in numerals() if n.role == "scale" for form in (n.word, *n.forms)]
    return f"(?i:{either(f for f in forms if len(f) > 1)})|{either(f for f in forms if len(f) == 1)}"


def words_pattern() -> str:
    """A number in words: `enam`, `seribu tujuh ratus`, `dua puluh lima ribu`."""
    spelled = either(n.word for n in numerals())
    starts = either(n.word for n in numerals() if n.role in ("digit", "whole"))
    return rf"(?i:(?:{starts})(?:\s+(?:{spelled}))*)"


def plain(value: Decimal) -> str:
    """A decimal number without exponent and without idle zeros: 5.40 -> `5.4`, 5E+8 -> `500000000`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def figures_value(figures: str, scale: str = "") -> Decimal:
    """Figures as a number, times the scale word behind them: `3,4`, `triliun` -> 3400000000000."""
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", figures):
        figures = figures.replace(".", "")
    value = Decimal(figures.replace(",", "."))
    return value * _exact(_numerals()[folded(scale)]) if scale else value


def words_value(words: str) -> Decimal:
    """A number in words: `dua puluh lima ribu tujuh ratus` -> 25700."""
    total = group = digit = Decimal(0)
    for numeral in (_numerals()[folded(word)] for word in words.split()):
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
