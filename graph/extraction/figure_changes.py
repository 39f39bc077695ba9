"""A change is not the level that it starts from or leads to: `turun 1%` against `dari 7% menjadi 6%`.

A number behind a verb of change tells by how much (`anggaran dipangkas Rp1 miliar`: pemangkasan anggaran), one behind `dari` or
`menjadi` tells the level, even where a heading names the change (`pemangkasan dana transfer: ... dari Rp3 miliar menjadi Rp2
miliar`: dana transfer).
"""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.figure_nouns import kind_of
from graph.extraction.noun_phrases import concept_of
from graph.extraction.patterns import either
from graph.extraction.reading import Quantity, Reading
from ontology.changes import change_nouns, changes
from ontology.number_cues import cue_pattern

BEFORE = 50  # characters before a number in which its verb stands
PASSIVE = ("di", "ter")  # something is done to it: `dipangkas`, `terpotong`
LEVEL = re.compile(r"\b(?:dari|menjadi|semula|awalnya)\s+(?:\w+\s+)?$", re.IGNORECASE)


def change_before(reading: Reading, quantity: Quantity) -> str:
    """The noun of the change whose verb stands before a number; empty where the number tells a level.

    What is cut `hingga Rp1 miliar` is cut by that much; what falls `hingga 5 persen` by itself may as well reach it.
    """
    if kind_of(quantity.unit) == "time":
        return ""  # `hujan turun | tiga jam`
    verb = _verb().search(reading.text, max(0, quantity.start - BEFORE), quantity.start)
    return change_nouns()[verb["verb"].lower()] if verb is not None else ""


def of_change(words: str, noun: str) -> str:
    """A measure as that of its change: `dana transfer`, `pemangkasan` -> `pemangkasan dana transfer`."""
    first = words.split(maxsplit=1)[0]
    if first.lower() in _nouns():
        return words
    plain = words if first.isupper() else words[0].lower() + words[1:]
    return f"{noun} {plain}"


def of_level(reading: Reading, quantity: Quantity, words: str) -> str:
    """A measure without the noun of its change, where the number is a level of something registered."""
    first, _, rest = words.partition(" ")
    level = LEVEL.search(reading.text, max(0, quantity.start - BEFORE), quantity.start)
    return rest if level and rest and first.lower() in _nouns() and concept_of(rest, kind_of(quantity.unit)) else words


@cache
def _nouns() -> frozenset[str]:
    return frozenset(change.noun for change in changes())


@cache
def _verb() -> re.Pattern[str]:
    between = rf"(?:{cue_pattern('idle', 'about')}|sebesar|sebanyak|sejumlah)"
    done, itself = (either(v for v in change_nouns() if v.startswith(PASSIVE) is passive) for passive in (True, False))
    verbs = rf"\b(?P<verb>(?:{done})|(?:{itself})(?!.*\b(?:hingga|sampai)\b))"
    return re.compile(rf"{verbs}\s+(?:{between}\s+)*$", re.IGNORECASE)
