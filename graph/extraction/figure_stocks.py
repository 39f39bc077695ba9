"""The stock that a paragraph tells of, for a number that says no more than how much there is of it."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.noun_phrases import measure_phrase
from graph.extraction.reading import Reading
from graph.facts import Span
from ontology.number_cues import cue_pattern


def stock_before(reading: Reading, start: int, end: int) -> Span | None:
    """The last stock told of between two offsets, with what it is of: `stok vaksin masih cukup, tersisa | 620 vial`."""
    stocks = [*_stock().finditer(reading.text, start, end)]
    stock = measure_phrase(reading.text, Span(*stocks[-1].span()), end) if stocks else None
    return stock if stock is not None and stock.end > stocks[-1].end() else None


@cache
def _stock() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('stock')})\b", re.IGNORECASE)
