"""The claim that somebody said something, with the words that show it."""

from __future__ import annotations

from graph.extraction.reading import Quote, Reading
from graph.facts import Certainty, Key, Said, Span

LONGEST_EVIDENCE = 400


def said_by(
    reading: Reading, quote: Quote, span: Span | None, speaker: Key | None, rule: str, cue: str, *, back: Span | None = None
) -> Said:
    return Said(
        span=_evidence(reading, quote, span, back),
        rule=rule,
        certainty=Certainty.STATED if rule.startswith("said.named") else Certainty.INFERRED,
        speaker=speaker,
        quote=Span(quote.start, quote.end),
        cue=cue,
    )


def _evidence(reading: Reading, quote: Quote, attribution: Span | None, back: Span | None) -> Span:
    """The sentences of quotation and attribution, from the one that names the speaker if 400 characters allow it."""
    end = max(quote.outer.end, attribution.end if attribution else 0)
    room = LONGEST_EVIDENCE + quote.end - quote.start
    starts = [quote.outer.start, reading.sentence_at(quote.outer.start).start]
    if back is not None and back.start < quote.outer.start:
        starts.append(reading.sentence_at(back.start).start)
    ends = [end, max(end, reading.sentence_at(end - 1).end)]
    for last in reversed(ends):
        for first in reversed(starts):
            if first <= quote.outer.start and last - first <= room:
                return Span(first, last)
    return Span(quote.outer.start, end)
