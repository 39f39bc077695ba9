"""The words of an article as the grammars of names read them: parallel lists, white space left out, registers looked up."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from spacy.tokens import Doc

from graph.extraction.lexicon import Entry, joined_cue, lexicon
from graph.facts import Span

Value = TypeVar("Value")
BRACKETS = (("(", ")"), ("[", "]"))


@dataclass(slots=True)
class Words:
    """Words inside sentences, by position. `sentence[i]` numbers the sentence of word `i`; `lowers` are the words in lower
    case; `capitals` the positions of words that begin with a capital."""

    text: list[str] = field(default_factory=list)
    lowers: list[str] = field(default_factory=list)
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    sentence: list[int] = field(default_factory=list)
    capitals: list[int] = field(default_factory=list)
    entries: dict[int, list[tuple[int, Entry]]] = field(default_factory=dict)
    """First word -> (word after the last, entry), longest first."""
    villages: set[str] = field(default_factory=set)
    """First words of the names of the region's villages, in lower case."""

    def __len__(self) -> int:
        return len(self.text)

    def enter(self, i: int, end: int, entry: Entry) -> None:
        """Remember that a form of a register stands at words `i`..`end`."""
        found = self.entries.setdefault(i, [])
        found.append((end, entry))
        if len(found) > 1:
            found.sort(key=lambda e: (-e[0], e[1].label, e[1].form))

    def at(self, i: int, label: str, value: type[Value]) -> list[tuple[int, Value]]:
        """The register's entries with `label` that begin at word `i`, longest first."""
        return [(end, e.value) for end, e in self.entries.get(i, ()) if e.label == label and isinstance(e.value, value)]

    def is_at(self, i: int, *labels: str) -> bool:
        """Whether an entry of one of these labels begins at word `i`."""
        return any(e.label in labels for _, e in self.entries.get(i, ()))

    def written(self, i: int, j: int) -> str:
        """Words `i`..`j` as they are written, any white space between them as one space."""
        out = ""
        for k in range(i, j):
            glued = k > i and self.start[k] == self.end[k - 1]
            out += self.text[k] if k == i or glued else " " + self.text[k]
        return out

    def same_sentence(self, i: int, j: int) -> bool:
        """Whether words `i` and `j` exist and stand in one sentence."""
        return 0 <= i < len(self.text) and 0 <= j < len(self.text) and self.sentence[i] == self.sentence[j]

    def stands_below(self, first: int, stop: int) -> bool:
        """Whether words `first`..`stop` of the headline stand again in the text, with the same capitals."""
        return any(self.sentence[k] > 0 for k in self.told_again(first, stop))

    def told_again(self, first: int, stop: int) -> Iterator[int]:
        """Where words `first`..`stop` begin elsewhere, with the same capitals."""
        run = self.text[first:stop]
        return (k for k in self.capitals if k != first and self.text[k : k + len(run)] == run)

    def lower(self, i: int) -> str:
        """Word `i` in lower case, empty outside the article."""
        return self.lowers[i] if 0 <= i < len(self.lowers) else ""

    def span(self, i: int, j: int) -> Span:
        """The characters of words `i`..`j`."""
        return Span(self.start[i], self.end[j - 1])

    def first_at(self, offset: int) -> int:
        """The first word that begins at or after character `offset`."""
        return bisect_left(self.start, offset)

    def opens_sentence(self, i: int) -> bool:
        """Whether word `i` is the first of its sentence, opening punctuation aside."""
        k = i - 1
        while k >= 0 and self.sentence[k] == self.sentence[i] and not self.text[k][0].isalnum():
            k -= 1
        return k < 0 or self.sentence[k] != self.sentence[i]

    def in_headline(self, i: int) -> bool:
        """Whether word `i` stands in a first line without a stop, above more: there capitals show no names."""
        end = bisect_right(self.sentence, 0)
        return 0 <= i < end < len(self) and self.text[end - 1] not in (".", "!", "?")


def past_brackets(words: Words, j: int) -> int:
    """Past `(Sekda)`, `[PPK]`, `(Kasat Narkoba)`: the short form of what stands before it."""
    short = next((end for end, entry in words.entries.get(j + 1, ()) if entry.label == "post"), j + 2)
    return next((end + 1 for end in (short, j + 2) if (words.lower(j), words.lower(end)) in BRACKETS), j)


def read_words(doc: Doc, text: str, sentences: list[Span]) -> Words:
    """The words of `doc`, whose text is `text`, inside `sentences`, with all register entries among them."""
    words, position = Words(), {}
    k = 0
    for i, (start, length) in enumerate(doc.to_array(["IDX", "LENGTH"]).tolist()):  # four times as fast as asking each Token
        while k < len(sentences) and sentences[k].end <= start:
            k += 1
        if k == len(sentences):
            break
        word = text[start : start + length]
        if start < sentences[k].start or word.isspace():
            continue
        position[i] = len(words.text)
        words.text.append(word)
        words.start.append(start)
        words.end.append(start + length)
        words.sentence.append(k)
    words.lowers = [word.lower() for word in words.text]
    words.capitals = [i for i, word in enumerate(words.text) if word[0].isupper()]
    for first, end, entry in lexicon().find(doc, text):
        if first in position and end - 1 in position and words.same_sentence(position[first], position[end - 1]):
            words.enter(position[first], position[end - 1] + 1, entry)
    for i, lower in enumerate(words.lowers):
        if lower.startswith("se") and (cue := joined_cue(lower)) is not None:
            words.enter(i, i + 1, cue)
    return words
