"""The words of an article as the grammars of names read them: parallel lists, white space left out, registers looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Doc

from graph.extraction.lexicon import Entry, lexicon
from graph.facts import Span

Value = TypeVar("Value")


@dataclass(slots=True)
class Words:
    """Words inside sentences, by position. `sentence[i]` numbers the sentence of word `i`."""

    text: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    entries: dict[int, list[tuple[int, Entry]]] = field(default_factory=dict)
    """First word -> (word after the last, entry), longest first."""

    def __len__(self) -> int:
        return len(self.text)

    def at(self, i: int, label: str, value: type[Value]) -> list[tuple[int, Value]]:
        """The register's entries with `label` that begin at word `i`, longest first."""
        return [(end, e.value) for end, e in self.entries.get(i, ()) if e.label == label and isinstance(e.value, value)]

    def is_at(self, i: int, *labels: str) -> bool:
        """Whether an entry of one of these labels begins at word `i`."""
        return any(e.label in labels for _, e in self.entries.get(i, ()))

    def written(self, i: int, j: int) -> str:
        """Words `i`..`j` joined by single spaces, none before closing and after opening punctuation."""
        out = ""
        for k in range(i, j):
            glued = k > i and self.start[k] == self.end[k - 1]
            out += self.text[k] if k == i or glued else " " + self.text[k]
        return out

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether words `i` and `j` exist and stand in one sentence."""
        return 0 <= i < len(self) and 0 <= j < len(self) and self.sentence[i] == self.sentence[j]

    def lower(self, i: int) -> str:
        """Word `i` in lower case, empty outside the article."""
        return self.text[i].lower() if 0 <= i < len(self) else ""

    def first_at(self, offset: int) -> int:
        """The first word that begins at or after character `offset`."""
        return bisect_left(self.start, offset)

    def opens_sentence(self, i: int) -> bool:
        """Whether word `i` is the first of its sentence, opening punctuation aside."""
        k = i - 1
        while k >= 0 and self.sentence[k] == self.sentence[i] and not self.text[k][0].isalnum():
            k -= 1
        return k < 0 or self.sentence[k] != self.sentence[i]


def read_words(doc: Doc, sentences: list[Span]) -> Words:
    """The words of `doc` inside `sentences`, with all register entries among them."""
    words = Words()
    starts = [s.start for s in sentences]
    position: dict[int, int] = {}
    for token in doc:
        if token.is_space:
            continue
        k = bisect_right(starts, token.idx) - 1
        if k < 0 or token.idx >= sentences[k].end:
            continue
        position[token.i] = len(words.text)
        words.text.append(token.text)
        words.start.append(token.idx)
        words.end.append(token.idx + len(token))
        words.sentence.append(k)
    for first, end, entry in lexicon().find(doc):
        if first in position and end - 1 in position and words.same_sentence(position[first], position[end - 1]):
            words.entries.setdefault(position[first], []).append((position[end - 1] + 1, entry))
    for found in words.entries.values():
        found.sort(key=lambda e: (-e[0], e[1].label, e[1].form))
    return words
