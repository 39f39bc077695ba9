"""Sentence boundaries for the genre, set before the parser so that it keeps to them.

A stop ends a sentence where the next word can begin one; what carries a stop of its own (`Kec.`, `dr.`, `M.Kes.`) decides by
its register. A line ends a sentence too: headlines and list items carry no stop.
"""

from __future__ import annotations

from functools import cache
from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from ontology.titles import abbreviations, is_degree, is_honorific

TERMINATORS = frozenset({".", "!", "?", "…"})
OPENING = frozenset("“‘«([{")
CLOSING = frozenset("”’»)]}")
STRAIGHT = frozenset({'"', "'", "''", "``"})
INSIDE = np.uint64(2**64 - 1)
"""spaCy's -1: this token begins no sentence (0 would leave it open)."""
BULLETS = frozenset("-–•*")


@cache
def _closers() -> frozenset[str]:
    """Abbreviations that may be the last word of a sentence: `dll.`"""
    return frozenset(form for entry in abbreviations() if entry.ends for form in entry.forms)


def _is_terminator(words: list[str], i: int) -> bool:
    """Whether token `i` is a stop that may end a sentence; of an enumeration (`1. Jalan`) it is not."""
    word = words[i]
    if word == "." and i and words[i - 1].isdigit():
        return i > 1 and "\n" not in words[i - 2]
    return word in TERMINATORS or word.startswith("..")


def _carries_stop(word: str) -> bool:
    """Whether a token is a degree or a closing abbreviation with its stop: the sentence may end with it."""
    return word.endswith(".") and len(word) > 2 and not is_honorific(word) and (word in _closers() or is_degree(word))


def _skip_closing(words: list[str], spaced: list[bool], i: int) -> int:
    """The index after the marks and brackets that close behind the stop at `i - 1`, and after blanks.

    Any mark closes where it touches the stop and no word: `siap.“ ujar`, but not `jawab.“Bantuan`; `”` and `)` always do.
    """
    while i < len(words) and not spaced[i - 1]:
        touches_word = i + 1 < len(words) and not spaced[i] and words[i + 1][0].isalnum()
        if words[i] in CLOSING or (words[i] in STRAIGHT | OPENING and not touches_word):
            i += 1
        else:
            break
    return i + 1 if i < len(words) and words[i].isspace() and "\n" not in words[i] else i


def _can_begin(word: str, *, after_title: bool) -> bool:
    """Whether a sentence can begin with this token: a capital, a figure, an opening mark; not a small letter, not a degree."""
    if word in OPENING or word in STRAIGHT:
        return not (after_title and word == "(")
    if is_degree(word) and (after_title or "." in word):
        return False
    return word[0].isupper() or (not after_title and (word[0].isdigit() or word in BULLETS))


def _line_ends(words: list[str], i: int) -> bool:
    """Whether the line break in token `i` ends a sentence: always, but where a line wraps before a small letter."""
    if words[i].count("\n") > 1 or not i:
        return True
    return not words[i + 1][0].islower() or words[i - 1] in TERMINATORS


def _next_start(words: list[str], spaced: list[bool], i: int) -> int | None:
    """Where a new sentence starts if one ends at token `i`."""
    word = words[i]
    if "\n" in word:
        return i + 1 if i + 1 < len(words) and _line_ends(words, i) else None
    after_title = _carries_stop(word)
    if not after_title and not _is_terminator(words, i):
        return None
    following = _skip_closing(words, spaced, i + 1)
    if following == len(words) or not _can_begin(words[following], after_title=after_title):
        return None
    within_number = words[i - 1][-1:].isdigit() and words[following][0].isdigit()  # Rp 1.039. 466
    return None if within_number else following


def sentence_starts(words: list[str], spaced: list[bool]) -> list[int]:
    """Indexes of the tokens that begin a sentence, from 0; `spaced` tells after which tokens a space stands."""
    found = (_next_start(words, spaced, i) for i in range(len(words)))
    return sorted({0, *(start for start in found if start is not None)} if words else ())


@Language.component("news_sentences")
def news_sentences(doc: Doc) -> Doc:
    """Set `doc.sents`; every other token is marked as inside a sentence, so that the parser adds no boundary."""
    starts = np.full(len(doc), INSIDE, dtype=np.uint64)
    tokens = [(token.text, bool(token.whitespace_)) for token in doc]
    starts[sentence_starts([word for word, _ in tokens], [spaced for _, spaced in tokens])] = 1
    return doc.from_array(["SENT_START"], cast("Ints2d", starts.reshape(-1, 1)))
