"""Regular expressions made from registers, and where in an article they may match."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol, TypeAlias, TypeVar

from graph.extraction.reading import Reading
from graph.facts import Span

APOSTROPHES = "['\u2018\u2019\u02bc`\u00b4]"  # Jum'at, Jum’at, Jum`at


LONGEST_SENTENCE = 800
"""Characters before and behind a number that are read for it; a long sentence of the genre has 700."""


class Placed(Protocol):
    """Whatever has a place in the text."""

    @property
    def start(self) -> int: ...


class Spread(Placed, Protocol):
    """Whatever covers some of the text."""

    @property
    def end(self) -> int: ...


Tree: TypeAlias = "dict[str, Tree]"
"""Forms by their first letter, then by their next; `END` where one ends."""

END = ""

Item = TypeVar("Item", bound=Placed)
Ranged = TypeVar("Ranged", bound=Spread)


def starting_in(items: Sequence[Item], start: int, end: int) -> Sequence[Item]:
    """Of things sorted by their start those that begin in `start`..`end`."""
    first = bisect_left(items, start, key=lambda item: item.start)
    return items[first : bisect_left(items, end, key=lambda item: item.start)]


def without_overlaps(groups: Iterable[Iterable[Ranged]]) -> list[Ranged]:
    """All things that do not overlap one of an earlier group, nor one before them in their own, sorted by their start."""
    kept: list[Ranged] = []
    for group in groups:
        for item in group:
            at = bisect_left(kept, item.start, key=lambda other: other.start)
            beside = kept[max(0, at - 1) : at + 1]
            if not any(item.start < other.end and other.start < item.end for other in beside):
                kept.insert(at, item)
    return kept


def either(forms: Iterable[str]) -> str:
    """The forms as alternatives, the longest first; any white space for a space, any apostrophe for an apostrophe.

    Written as a tree, `bu(?:ka|pati)` for `buka` and `bupati`: at most places of a text its first letters rule out all.
    """
    tree: Tree = {}
    for form in forms:
        node = tree
        for letter in form:
            node = node.setdefault(letter, {})
        node[END] = {}
    return "|".join(_branches(tree))


def _branches(tree: Tree) -> list[str]:
    return [_letter(letter) + _rest(after) for letter, after in sorted(tree.items()) if letter != END]


def _rest(tree: Tree) -> str:
    """What follows a letter: nothing, one more, or any of several; where a form may end here, only if it is there."""
    branches = _branches(tree)
    if END not in tree:
        return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"
    return f"(?:{'|'.join(branches)})?" if branches else ""


def _letter(letter: str) -> str:
    return r"\s+" if letter == " " else APOSTROPHES if letter == "'" else re.escape(letter)


def folded(form: str) -> str:
    """A form as a key to look it up by: lower case, one space, no apostrophe."""
    return " ".join(re.sub(APOSTROPHES, "", form).casefold().split())


def spans_of(reading: Reading) -> list[Span]:
    """Where an article states something: its dateline and the sentences of headline and body, in order."""
    dateline = [Span(*reading.article.dateline)] if reading.article.dateline else []
    return sorted({*dateline, *reading.sentences})


def matches(reading: Reading, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Matches that begin in a dateline or sentence; they may run over a sentence end, which an abbreviation can fake."""
    spans = spans_of(reading)
    starts = [span.start for span in spans]
    for match in pattern.finditer(reading.text):
        at = bisect_right(starts, match.start()) - 1
        if at >= 0 and match.start() < spans[at].end:
            yield match


def sentence_around(reading: Reading, offset: int) -> Span:
    """The sentence that holds `offset`, cut to what lies near: a page without stops is one sentence, and not one statement."""
    sentence = reading.sentence_at(offset)
    return Span(max(sentence.start, offset - LONGEST_SENTENCE), min(sentence.end, offset + LONGEST_SENTENCE))
