"""The words of a text, as the grammars of names read them."""

from __future__ import annotations

from graph.extraction.language import nlp
from graph.extraction.words import Words, read_words
from graph.facts import Span


def words_of(text: str) -> Words:
    """The words of `text`, taken as one sentence, with the entries of the registers."""
    return read_words(nlp()(text), text, [Span(0, len(text))])
