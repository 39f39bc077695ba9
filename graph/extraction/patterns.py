"""Regular expressions made from registers, and where in an article they may match."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from graph.extraction.reading import Reading
from graph.facts import Span

APOSTROPHES = "['\u2018\u2019\u02bc`\u00b4]"  # Jum'at, Jum’at, Jum`at


def either(forms: Iterable[str]) -> str:
    """The forms as alternatives, the longest first; any white space for a space, any apostrophe for an apostrophe."""
    ordered = sorted(set(forms), key=lambda form: (-len(form), form))
    return "|".join(re.escape(form).replace(r"\ ", r"\s+").replace("'", APOSTROPHES) for form in ordered)


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
