"""What a sentence is about: the noun that it begins with, or that begins what somebody says in it."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.clauses import DEED, LONGEST_NAME
from graph.extraction.noun_phrases import WORD, bare, ends_phrase, phrase_after
from graph.extraction.patterns import either, sentence_around, starting_in
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.number_cues import cue_words
from ontology.quantities import units_of
from ontology.speech_verbs import reporting_verbs


def topic(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun that begins the sentence of a number, where nothing nearer tells what is measured.

    `Tindak lanjut temuan BPK hingga akhir tahun mencapai | 81,6 persen`; none where the sentence begins with somebody, a place
    or a preposition, or has told another number before.
    """
    sentence = sentence_around(reading, quantity.start)
    said = [match.end() for match in _saying().finditer(reading.text, sentence.start, quantity.start)]
    start = said[-1] if said else sentence.start
    if starting_in(reading.quantities, start, quantity.start):
        return None
    for word in WORD.finditer(reading.text, start, quantity.start):
        lower = word.group().lower()
        if lower in cue_words("preposition"):
            return None
        if not (ends_phrase(lower) or lower in cue_words("idle", "about", "before")):
            return _noun_at(reading, word.start(), quantity.start)
    return None


def _noun_at(reading: Reading, start: int, end: int) -> Span | None:
    near = starting_in(reading.mentions, start - LONGEST_NAME, start + 1)
    if any(m.start <= start < m.end and m.type != "program" for m in near):
        return None
    phrase = phrase_after(reading.text, start, end)
    words = [word.group().lower() for word in WORD.finditer(reading.text, phrase.start, phrase.end)]
    verbal = not words or DEED.fullmatch(words[0]) is not None
    empty = verbal or bare(words[0]) in cue_words("uncounted") or words[0] in units_of("time") | cue_words("uncounted")
    return None if empty else phrase


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(reporting_verbs())})\b(?:\s+bahwa\b)?(?:,)?", re.IGNORECASE)
