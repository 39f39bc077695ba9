"""The words that state a claim: its sentence, cut to what the contract allows."""

from __future__ import annotations

from graph.extraction.reading import Reading
from graph.facts import Span

LONGEST = 400
"""Characters that evidence may have (the tables' contract)."""
BREAKS = (". ", ", ", "; ", "\n", " ")


def evidence(reading: Reading, start: int, end: int) -> Span:
    """The sentence or sentences that hold `start`..`end`; where they are too long, as much around it as is allowed."""
    first, last = reading.sentence_at(start), reading.sentence_at(max(start, end - 1))
    whole = Span(min(first.start, start), max(last.end, end))
    if whole.end - whole.start <= LONGEST:
        return whole
    if end - start >= LONGEST:
        return Span(start, _cut_right(reading.text, start, start + LONGEST))
    left = max(whole.start, _cut_left(reading.text, end - LONGEST, start))
    return Span(left, _cut_right(reading.text, max(end, left), min(whole.end, left + LONGEST)))


def _cut_left(text: str, earliest: int, latest: int) -> int:
    """The first clean break between `earliest` and `latest`."""
    if earliest <= 0:
        return 0
    for mark in BREAKS:
        at = text.find(mark, earliest, latest)
        if at >= 0:
            return at + len(mark)
    return latest


def _cut_right(text: str, earliest: int, latest: int) -> int:
    """The last clean break between `earliest` and `latest`."""
    if latest >= len(text):
        return len(text)
    at = text.rfind(" ", earliest, latest + 1)
    return at if at >= 0 else latest
