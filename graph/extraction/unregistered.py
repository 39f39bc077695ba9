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
from ontology.posts import Post

LONGEST = 3
"""Words of a region's name: `Hulu Sungai Selatan` has three; the two of four words are in every register."""
LEAST = 2
"""Times that an article must say so: `Kota Layak Anak` is a prize, and stands in most articles once."""
CODE = "?"
"""Codes of such regions begin with this sign; they never leave the extraction."""


def unregistered_regions(words: Words) -> list[AreaEntry]:
    """The regions that `words` name with their kind at least twice, and that no register has; their bare names become
    readable."""
    runs: Counter[tuple[str, str]] = Counter()
    in_posts = {k for i in words.entries for end, _ in words.at(i, "post", Post) for k in range(i, end)}
    for i in sorted(words.entries.keys() - in_posts):
        for end, kind in _introduced(words, i):
            if named_at(words, end, (kind,)) is None and (stop := _run_end(words, end)) > end:
                runs[words.written(end, stop), kind] += 1
    entries: list[AreaEntry] = []
    told = runs + _in_posts(words)
    for name, kind in sorted(runs):
        times = sum(n for (run, k), n in told.items() if k == kind and f"{run} ".startswith(f"{name} "))
        if times >= LEAST and not any(name.startswith(f"{e.name} ") and e.kind == kind for e in entries):
            entries.append(unregistered(kind, name))
    _make_readable(words, entries)
    return entries


def _in_posts(words: Words) -> Counter[tuple[str, str]]:
    """What follows `Wali Kota`, `Bupati`: a region, a name, or both; it can support a region told elsewhere."""
    runs: Counter[tuple[str, str]] = Counter()
    for i in words.entries:
        for end, post in words.at(i, "post", Post)[:1]:
            if post.takes in FEW and (stop := _run_end(words, end)) > end:
                runs[words.written(end, stop), post.takes] += 1
    return runs


def unregistered(kind: str, name: str) -> AreaEntry:
    """An area that no register has."""
    return AreaEntry(f"{CODE}{kind}/{name.casefold()}", name, kind)


def is_unregistered(code: str) -> bool:
    """Whether a code is one of ours, not of the register."""
    return code.startswith(CODE)


def _introduced(words: Words, i: int) -> Iterable[tuple[int, str]]:
    """(word after it, kind) of `Kota`, `Kabupaten` with their capital, and of `Pemkot`, `Pemerintah Kabupaten`."""
    if not words.text[i].removeprefix("se").removeprefix("-")[:1].isupper():
        return
    if words.text[i].isupper() and len(words.text[i]) > LONGEST:
        return  # in a headline of capitals nothing shows where a name ends
    for end, cue in words.at(i, "area-cue", AreaCue):
        if cue.kind in FEW:
            yield end, cue.kind
    for end, head in words.at(i, "head", OrganizationKind):
        if head.governs in FEW:
            yield end, head.governs


def _run_end(words: Words, j: int) -> int:
    """The capitalised words that end before another kind of word: `Kota Rawa Indah, Lampung`."""
    k = j
    while (
        k - j < LONGEST
        and words.same_sentence(j - 1, k)
        and words.text[k].isalpha()
        and words.text[k][0].isupper()
        and not_names().get(words.lower(k), "proper") == "proper"
    ):
        k += 1
    return k


def _make_readable(words: Words, entries: list[AreaEntry]) -> None:
    known = {tuple(entry.name.lower().split()): entry for entry in entries}
    for i in words.capitals:
        for size in range(LONGEST, 0, -1):
            entry = known.get(tuple(words.lowers[i : i + size]))
            if entry is not None and words.same_sentence(i, i + size - 1):
                words.enter(i, i + size, Entry("region", entry.name, (entry,)))
                break
