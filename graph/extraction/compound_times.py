"""Lengths of time in two units are one length: `4 tahun 6 bulan` is 4.5 years, `2 jam 15 menit` 135 minutes."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from graph.extraction.numerals import plain
from graph.extraction.reading import Quantity
from graph.facts import Span

PARTS = {("tahun", "bulan"): 12, ("jam", "menit"): 60, ("menit", "detik"): 60}
"""How many of the second unit make one of the first."""
JOINT = re.compile(r"\s*,?\s+(?:dan\s+|lebih\s+)?")
YEAR = "tahun"
EXACT = Decimal("0.01")


def whole_times(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, those of two units joined; years and months are years where that comes out even, else months."""
    joined: list[Quantity] = []
    for quantity in quantities:
        first = joined[-1] if joined else None
        if (
            first is not None
            and (first.unit, quantity.unit) in PARTS
            and JOINT.fullmatch(text, first.end, quantity.number.start)
        ):
            joined[-1] = _sum(first, quantity)
        else:
            joined.append(quantity)
    return joined


def _sum(first: Quantity, second: Quantity) -> Quantity:
    times = PARTS[first.unit, second.unit]
    small = Decimal(first.value) * times + Decimal(second.value)
    large = small / times
    even = first.unit == YEAR and large == large.quantize(EXACT)
    value, unit = (large, first.unit) if even else (small, second.unit)
    return replace(first, end=second.end, number=Span(first.number.start, second.number.end), value=plain(value), unit=unit)
