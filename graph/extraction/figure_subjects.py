"""Whose figure it is: the area, programme or body that the words around a number name."""

from __future__ import annotations

import re

from graph.extraction.reading import Mention, Quantity, Reading
from graph.facts import Key

REACH = 60
"""Characters from a number to the area behind it: `2025 penerima untuk 4 kelurahan di Kecamatan Sukamaju`."""
BEHIND = re.compile(r"[^.,;:!?\"”]*\b(?:di|se|untuk|dari|pada|bagi)[\s-]*(?:\w+\s+){0,2}")


def subject_of(reading: Reading, quantity: Quantity) -> Key | None:
    """The area that the words tie to the number, else the nearest area, programme or body before it, else what the article is about."""
    sentence = reading.sentence_at(quantity.start)
    named = reading.mentions_in(sentence.start, sentence.end, "area", "program", "organization")
    return _tied(reading, quantity, named) or _nearest(quantity, named) or reading.region


def _tied(reading: Reading, quantity: Quantity, named: list[Mention]) -> Key | None:
    """An area behind the number, in the same clause: `22 kelurahan yang ada di Kota Sukamaju`."""
    behind = next((m for m in named if m.start >= quantity.end and m.type == "area"), None)
    if behind is None or behind.start - quantity.end > REACH:
        return None
    return behind.key if BEHIND.fullmatch(reading.text, quantity.end, behind.start) else None


def _nearest(quantity: Quantity, named: list[Mention]) -> Key | None:
    for kinds in (("area",), ("program",), ("organization",)):
        before = [m for m in named if m.type in kinds and m.end <= quantity.start]
        if before:
            return before[-1].key
    return None
