"""How the names of two persons stand to each other. Pure functions over parts of names; nothing else is looked at."""

from __future__ import annotations

import re
import unicodedata
from enum import IntEnum
from functools import cache, lru_cache

from rapidfuzz import fuzz

from ontology.names import standard_parts

Parts = tuple[str, ...]

PART = re.compile(r"[^\W\d_]+(?:['’`ʼ][^\W\d_]+)*")
SAME_SPELLING = 84.0
"""Ratio of two parts that are one name misspelt: `Bangkit`, `Bangkid` (86); `Wahyu`, `Wardi` (40) are two names."""
SHORTEST_SPELT = 4
"""Shorter parts differ by more than a slip: `Adi`, `Ari`."""


class NameMatch(IntEnum):
    """From no relation to the same name."""

    OTHER = 0
    SINGLE = 1
    """One part alone, which the longer name has: `Wulandari`, `Rina Wulandari`."""
    SPELLING = 2
    """The same parts, some spelt otherwise: `Bangkit Hariyo`, `Bangkit Haryo`."""
    PART = 3
    """Two or more parts of the longer name in its order: `Rina Wulandari`, `Rina Sri Wulandari`."""
    INITIALS = 4
    """The same parts, some abbreviated: `A. Suherman`, `Achmad Suherman`."""
    SAME = 5


@cache
def name_parts(name: str) -> Parts:
    """`Moh. Ridwan Al-Fatih` -> `("muhammad", "ridwan", "al", "fatih")`: lower case, no accents, known variants made one."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    parts = (re.sub(r"['’`ʼ]", "", part) for part in PART.findall(plain))
    return tuple(standard_parts().get(part, part) for part in parts)


@lru_cache(maxsize=100_000)
def compare_names(a: Parts, b: Parts) -> NameMatch:
    """How the names `a` and `b` stand to each other, whichever is the longer."""
    short, long = sorted((a, b), key=lambda parts: (len(parts), sum(map(len, parts)), parts))
    if not short:
        return NameMatch.OTHER
    if short == long:
        return NameMatch.SAME
    if len(short) == 1:
        return NameMatch.SINGLE if len(short[0]) > 1 and short[0] in long else _spelling(short, long)
    if _abbreviated(short, long) and len(short) == len(long):
        return NameMatch.INITIALS
    if _abbreviated(short, long):
        return NameMatch.PART
    return _spelling(short, long)


def _abbreviated(short: Parts, long: Parts) -> bool:
    """Every part of `short` stands in `long`, in order, whole or as its initial, and at least one (two where parts are
    left out) whole: `A. B.` is nobody.
    """
    rest = iter(long)
    whole = 0
    for part in short:
        found = next((other for other in rest if _same_or_initial(part, other)), None)
        if found is None:
            return False
        whole += part == found and len(part) > 1
    return whole >= (1 if len(short) == len(long) else 2)


def _same_or_initial(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])


def _spelling(a: Parts, b: Parts) -> NameMatch:
    """The same name spelt or divided otherwise: `Hendra Wansyah`, `Hendrawansyah`."""
    if "".join(a) == "".join(b):
        return NameMatch.SPELLING
    pairs = list(zip(a, b, strict=False)) if len(a) == len(b) else []
    alike = all(_same_or_initial(x, y) or _misspelt(x, y) for x, y in pairs)
    return NameMatch.SPELLING if alike and any(len(x) > 1 and len(y) > 1 for x, y in pairs) else NameMatch.OTHER


def _misspelt(a: str, b: str) -> bool:
    return min(len(a), len(b)) >= SHORTEST_SPELT and fuzz.ratio(a, b) >= SAME_SPELLING
