"""How far something is from something else: a length that measures no thing."""

from __future__ import annotations

import re

from graph.extraction.clauses import after_break, leads_to_number
from graph.extraction.figure_nouns import kind_of
from graph.extraction.noun_phrases import measures_in
from graph.extraction.patterns import sentence_around
from graph.extraction.reading import Quantity, Reading
from ontology.quantities import unit_measures

AWAY = re.compile(r"\s+dari\s+(?!(?:total|target|seluruh|panjang|rencana|semula|sebelumnya)\b)[^\W\d]")


def distance(reading: Reading, quantity: Quantity) -> str:
    """How far something is: `sekitar 200 meter dari kolam`, where nothing long is named before (`jalan 4 km dari Sukamaju`),
    nor any thing right before the number (`kabel | 30 meter dari tiang`)."""
    if kind_of(quantity.unit) != "length" or AWAY.match(reading.text, quantity.end) is None:
        return ""
    sentence = sentence_around(reading, quantity.start)
    clause = after_break(reading.text, sentence.start, quantity.start)
    long = [s for s, m in measures_in(reading.text, clause, quantity.start) if m.goes_with("length")]
    words = reading.text[clause : quantity.start].split()
    return "" if long or (words and not leads_to_number(words[-1])) else unit_measures()["mil laut"]
