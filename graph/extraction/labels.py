"""The day and the place of an event in lines of their own: `Hari/tanggal : Minggu, 24 Agustus 2025`, `Tempat : Aula SMAN 1`.

Invitations and reports of villages and schools set them in a list right above or below the paragraph that tells of the event.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import DateMention, Reading
from graph.extraction.venues import name_end
from graph.facts import Span
from ontology.occasions import participation_cues


@cache
def _label_pattern() -> re.Pattern[str]:
    """A line with its label: of a `day`, of a `place`, or of something else that such a list holds (`Pukul : 09.00`); of what
    it is may stand behind it (`Tempat Lomba Puisi: Aula SMAN 1`)."""
    day, place, more = (either(participation_cues(use)) for use in ("day-label", "place-label", "more-label"))
    label = rf"(?:(?P<day>{day})|(?P<place>{place})|(?P<more>{more}))(?:[^\S\n]+\w+){{0,3}}"
    return re.compile(rf"[^\w\n]*{label}[^\S\n]*[:：][^\S\n]*", re.IGNORECASE)


def labelled_day(reading: Reading, sentence: Span) -> DateMention | None:
    """The day in the list beside the paragraph of a sentence."""
    lines = _lines_beside(reading, sentence, "day")
    return next((d for line in lines for d in reading.dates if line.start <= d.start and d.end <= line.end), None)


def labelled_venue(reading: Reading, sentence: Span) -> Span | None:
    """The place in the list beside the paragraph of a sentence; a proper name, not `menyusul`."""
    lines = _lines_beside(reading, sentence, "place")
    named = (line for line in lines if reading.text[line.start : line.end][:1].isupper())
    return next((Span(line.start, name_end(reading, line.start, line.end)) for line in named), None)


def _lines_beside(reading: Reading, sentence: Span, use: str) -> list[Span]:
    """What stands behind labels of a use in the list below the paragraph of a sentence, or else in that above it."""
    ways = (_lines_below, _lines_above)
    return next((found for way in ways if (found := _labelled(reading.text, way(reading.text, sentence), use))), [])


def _lines_below(text: str, sentence: Span) -> Iterator[Span]:
    start = text.find("\n", sentence.start) + 1
    while start > 0:
        end = text.find("\n", start)
        yield Span(start, end if end >= 0 else len(text))
        start = end + 1


def _lines_above(text: str, sentence: Span) -> Iterator[Span]:
    end = text.rfind("\n", 0, sentence.start)
    while end >= 0:
        start = text.rfind("\n", 0, end)
        yield Span(start + 1, end)
        end = start


def _labelled(text: str, lines: Iterable[Span], use: str) -> list[Span]:
    """The lines up to the first without a label, what stands behind those of the use."""
    found = []
    for line in lines:
        label = _label_pattern().match(text, line.start, line.end)
        if label is not None and label[use] is not None:
            found.append(Span(label.end(), line.end))
        elif label is None and text[line.start : line.end].strip():
            break
    return found
