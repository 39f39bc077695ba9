"""Keeps the names of private citizens out of every text of the knowledge graph: `⟦warga 1⟧` stands where the name stood."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from graph.facts import Entity, Event, Organization, Person, Program, Regulation, Span
from graph.identity.local import Ref, Report

SHORTEST_PART = 3
"""A part of a name that is masked where it stands alone: `Ani` is, the `A.` of `A. Natsir` is not."""
PART = re.compile(r"[^\W\d_]+(?:['’`ʼ-][^\W\d_]+)*")
START, END = r"(?<![^\W_])", r"(?=nya(?![^\W_])|(?![^\W_]))"


def pseudonym(number: int) -> str:
    """How a citizen is called: `warga 1`."""
    return f"warga {number}"


def mask(number: int) -> str:
    """What stands in a text in place of a citizen's name."""
    return f"⟦{pseudonym(number)}⟧"


@dataclass(frozen=True, slots=True)
class Masks:
    """The stretches of one article's text that name citizens, sorted and disjoint, and the patterns of their names.

    `forms` are whole names (two parts or more), found in any case; `parts` are single parts, found with a capital letter.
    """

    text: str
    spans: tuple[tuple[Span, int], ...] = ()
    forms: tuple[tuple[re.Pattern[str], int], ...] = ()
    parts: tuple[tuple[re.Pattern[str], int], ...] = ()

    def cut(self, start: int, end: int) -> str:
        """Characters `start`..`end` of the article, masked; a name that an edge cuts is masked as a whole."""
        pieces = []
        at = start
        for span, number in self._meeting(start, end):
            pieces += [self.text[at : span.start], mask(number)]
            at = span.end
        return "".join((*pieces, self.text[at:end]))

    def free(self, words: str) -> str:
        """Words taken from the article (a venue, what is measured), masked."""
        for pattern, number in self.parts:
            words = pattern.sub(lambda m, n=number: mask(n) if m[0][0].isupper() else m[0], self.name(words))  # type: ignore[misc]
        return words

    def name(self, words: str) -> str:
        """The name of a public thing, in which only whole names are masked: RSUD Amin Yusuf stays, `bantuan Amin Yusuf` not."""
        for pattern, number in self.forms:
            words = pattern.sub(mask(number), words)
        return words

    def mentions(self, words: str) -> bool:
        """Whether `words` (a web address) hold a part of a citizen's name, in any case."""
        return any(pattern.search(words) for pattern, _ in (*self.forms, *self.parts))

    def _meeting(self, start: int, end: int) -> Iterator[tuple[Span, int]]:
        first = bisect_right(self.spans, start, key=lambda item: item[0].end)
        for span, number in self.spans[first:]:
            if span.start >= end:
                return
            yield span, number


def masked(entity: Entity, masks: Masks) -> Entity:
    """The entity of one article without the names of that article's citizens; persons are handled by who they are."""
    match entity:
        case Event():
            names = tuple(masks.free(name) for name in entity.names)
            return replace(entity, name=masks.free(entity.name), names=names, venue=masks.free(entity.venue))
        case Regulation():
            names = tuple(masks.name(name) for name in entity.names)
            return replace(entity, name=masks.name(entity.name), names=names, subject=masks.free(entity.subject))
        case Organization() | Program():
            return replace(entity, name=masks.name(entity.name), names=tuple(masks.name(name) for name in entity.names))
        case _:
            return entity


def masks(report: Report, citizens: Mapping[Ref, int]) -> Masks:
    """The masks of one article. A stretch that lies in a mention of somebody or something public stays as it is."""
    numbers = {person.key: citizens[ref] for ref, person in report.of_type(Person) if ref in citizens}
    if not numbers:
        return Masks(report.article.text)
    forms: dict[str, int] = {}
    parts: dict[str, int] = {}
    own: list[tuple[Span, int]] = []
    for key, number in sorted(numbers.items(), key=lambda item: item[1]):
        person = report.entities[key]
        for name in (person.name, *person.names):
            found = PART.findall(name)
            if len(found) > 1:
                forms.setdefault(_spaced(name), number)
            for part in found:
                if len(part) >= SHORTEST_PART:
                    parts.setdefault(re.escape(part), number)
        own += [(span, number) for span in person.mentions]
    form_patterns = _patterns(forms)
    part_patterns = _patterns(parts)
    public = [span for entity in report.facts.entities if entity.key not in numbers for span in entity.mentions]
    found_spans = _outside(public, _find(report.article.text, form_patterns, part_patterns))
    return Masks(report.article.text, _disjoint(report.article.text, (*own, *found_spans)), form_patterns, part_patterns)


def _spaced(name: str) -> str:
    """A name as a pattern, whatever white space stands between its parts."""
    return r"\s+".join(re.escape(part) for part in name.split())


def _patterns(names: Mapping[str, int]) -> tuple[tuple[re.Pattern[str], int], ...]:
    ordered = sorted(names.items(), key=lambda item: (-len(item[0]), item))
    return tuple((re.compile(START + name + END, re.IGNORECASE), number) for name, number in ordered)


def _find(
    text: str, forms: Iterable[tuple[re.Pattern[str], int]], parts: Iterable[tuple[re.Pattern[str], int]]
) -> Iterator[tuple[Span, int]]:
    for pattern, number in forms:
        yield from ((Span(*m.span()), number) for m in pattern.finditer(text))
    for pattern, number in parts:
        yield from ((Span(*m.span()), number) for m in pattern.finditer(text) if m[0][0].isupper())


def _outside(public: Iterable[Span], found: Iterable[tuple[Span, int]]) -> list[tuple[Span, int]]:
    """Those stretches that lie in no public mention."""
    ordered = sorted(public)
    return [
        (span, number)
        for span, number in found
        if not any(p.start <= span.start and span.end <= p.end for p in ordered if p.start <= span.start)
    ]


def _disjoint(text: str, spans: Iterable[tuple[Span, int]]) -> tuple[tuple[Span, int], ...]:
    """Stretches that overlap, or that only a space parts and that mean the same citizen, as one; a mention comes before a
    part found, and the longest first.
    """
    merged: list[tuple[Span, int]] = []
    for span, number in sorted(spans, key=lambda item: (item[0].start, -item[0].end, item[1])):
        if merged:
            last, owner = merged[-1]
            touches = span.start < last.end or (number == owner and not text[last.end : span.start].strip())
            if touches:
                merged[-1] = (Span(last.start, max(last.end, span.end)), owner)
                continue
        merged.append((span, number))
    return tuple(merged)
