"""Regions that no register has: read off the text where an article names no region that one has.

A kabupaten founded last year, a misprint, a country's register that ends at the border: `Pemerintah Kota X`, `Kabupaten X`
still say that X is a region, and from then on the article may call it X alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.extraction.areas import FEW, named_at
from graph.extraction.lexicon import Entry
from graph.extraction.words import Words
from ontology.area_cues import AreaCue
from ontology.areas import AreaEntry
from ontology.bodies import OrganizationKind, not_names

LONGEST = 3
"""Words of a region's name: `Tulang Bawang Barat` has three; the two of four words are in every register."""
LEAST = 2
"""Times that an article must say so: `Kota Layak Anak` is a prize, and stands in most articles once."""
CODE = "?"
"""Codes of such regions begin with this sign; they never leave the extraction."""


def unregistered_regions(words: Words) -> list[AreaEntry]:
    """The regions that `words` name with their kind at least twice, and that no register has; their bare names become
    readable."""
    votes: Counter[tuple[str, str]] = Counter()
    for i in sorted(words.entries):
        for end, kind in _introduced(words, i):
            stop = _run_end(words, end)
            if stop > end and named_at(words, end, FEW) is None:
                votes[words.written(end, stop), kind] += 1
    entries = [
        AreaEntry(f"{CODE}{kind}/{name.casefold()}", name, kind) for (name, kind), times in sorted(votes.items()) if times >= LEAST
    ]
    _make_readable(words, entries)
    return entries


def is_unregistered(code: str) -> bool:
    """Whether a code is one of ours, not of the register."""
    return code.startswith(CODE)


def _introduced(words: Words, i: int) -> Iterable[tuple[int, str]]:
    """(word after it, kind) of `Kota`, `Kabupaten` with their capital, and of `Pemkot`, `Pemerintah Kabupaten`."""
    if not words.text[i][0].isupper():
        return
    for end, cue in words.at(i, "area-cue", AreaCue):
        if cue.kind in FEW:
            yield end, cue.kind
    for end, head in words.at(i, "head", OrganizationKind):
        if head.governs in FEW and end - i == 1:
            yield end, head.governs


def _run_end(words: Words, j: int) -> int:
    """The capitalised words that end before another kind of word: `Kota Rawa Indah, Lampung`."""
    k = j
    while (
        words.same_sentence(j - 1, k)
        and words.text[k].isalpha()
        and words.text[k][0].isupper()
        and words.lower(k) not in not_names()
        and k - j <= LONGEST
    ):
        k += 1
    return k if k - j <= LONGEST else j


def _make_readable(words: Words, entries: list[AreaEntry]) -> None:
    known = {tuple(entry.name.lower().split()): entry for entry in entries}
    for i in words.capitals:
        for size in range(LONGEST, 0, -1):
            entry = known.get(tuple(words.lowers[i : i + size]))
            if entry is not None and words.same_sentence(i, i + size - 1):
                words.enter(i, i + size, Entry("region", entry.name, (entry,)))
                break
