"""Who runs a programme, told by who acts or speaks: the body of the official that starts it, or that presents it."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.providers import through_pattern
from graph.extraction.reading import Mention, Reading
from graph.facts import HoldsPost, Key, Organization, Span
from ontology.programs import program_words
from ontology.speech_verbs import subject_verbs, verbs_behind

POLITICAL = ("dewan", "fraksi", "partai", "asosiasi")
"""Bodies whose members speak of the programmes of others."""
LONGEST_QUOTE = 300
"""Characters from a programme to the end of the quotation that it stands in."""
LONGEST_ATTRIBUTION = 40
"""Characters from the verb behind a quotation to its speaker: `kata Plt. Kepala Dinas Sosial`."""
FAR = 600
"""Characters over which `ujarnya` looks back for who speaks."""


def holder_of(reading: Reading, span: Span) -> Key | None:
    """`Bupati Sleman meluncurkan Program X`, `Kepala Dinas Sosial menyebutkan layanan Y`, `"Ada Program Z," kata Camat`: the
    body of whoever starts a programme or speaks of it, where that is no politician."""
    bodies = _bodies(reading)
    sentence = reading.sentence_at(span.start)
    return (
        _acting(reading, sentence, span, bodies)
        or _behind(reading, span, bodies)
        or _going_on(reading, sentence, span, bodies)
        or _said_before(reading, sentence, span)
    )


def _bodies(reading: Reading) -> dict[Key, Key]:
    held = (c for c in reading.claims if isinstance(c, HoldsPost) and not c.former and c.body is not None)
    return {c.person: c.body for c in held if c.body is not None and _is_executive(reading, c.body)}


def _is_executive(reading: Reading, key: Key) -> bool:
    body = reading.entities[key]
    return isinstance(body, Organization) and body.kind not in POLITICAL


def _acting(reading: Reading, sentence: Span, span: Span, bodies: dict[Key, Key]) -> Key | None:
    """The holder named last before the programme, if a verb of running or saying joins them."""
    before = _holders(reading, sentence.start, span.start)
    if not before:
        return None
    between = reading.text[before[-1].end : span.start]
    return bodies.get(before[-1].key) if _joining_pattern().search(between) else None


def _behind(reading: Reading, span: Span, bodies: dict[Key, Key]) -> Key | None:
    """`"... Program Z ...," kata Camat`: the speaker of the quotation that a programme stands in."""
    said = _said_pattern().match(reading.text, span.end, span.end + LONGEST_QUOTE)
    if said is None:
        return None
    speaker = next(iter(_holders(reading, said.end(), said.end() + LONGEST_ATTRIBUTION * 2)), None)
    near = speaker is not None and speaker.start - said.end() <= LONGEST_ATTRIBUTION
    return bodies.get(speaker.key) if near and speaker is not None else None


def _going_on(reading: Reading, sentence: Span, span: Span, bodies: dict[Key, Key]) -> Key | None:
    """`"... Program Z ...," ujarnya`, `Dana itu, imbuhnya, disalurkan lewat Program Z`: the holder named last before."""
    said = _said_by_pronoun().search(reading.text, sentence.start, min(span.end + LONGEST_QUOTE, len(reading.text)))
    if said is None or (said.start() > sentence.end and not _closes_quote(reading.text, span.end, said.start())):
        return None
    before = _holders(reading, max(0, sentence.start - FAR), span.start)
    return bodies.get(before[-1].key) if before else None


def _closes_quote(text: str, start: int, end: int) -> bool:
    """Whether a quotation that holds `start` ends right before `end`."""
    return re.search(r"[\"”],?\s*$", text[start:end]) is not None and text[start:end].count("\n") == 0


def _said_before(reading: Reading, sentence: Span, span: Span) -> Key | None:
    """`Pemkot X menggandeng sekolah. Biaya ditanggung lewat Program Y`: in a sentence that names nobody the programme is
    that of the government which the sentence before names first."""
    lead = reading.text[max(sentence.start, span.start - LONGEST_ATTRIBUTION) : span.start]
    acting = reading.mentions_in(sentence.start, sentence.end, "organization", "person", "post")
    if acting or through_pattern().search(lead) is None:
        return None
    earlier = [s for s in reading.sentences if s.end <= sentence.start]
    named = reading.mentions_in(earlier[-1].start, earlier[-1].end, "organization") if earlier else []
    return named[0].key if named and named[0].kind.startswith("pemerintah") else None


def _holders(reading: Reading, start: int, end: int) -> list[Mention]:
    return reading.mentions_in(start, end, "person", "post")


@cache
def _joining_pattern() -> re.Pattern[str]:
    verbs = program_words("runs") | program_words("has") | subject_verbs()
    return re.compile(rf"\b(?:{either(verbs)})\b", re.IGNORECASE)


@cache
def _said_pattern() -> re.Pattern[str]:
    verbs = either(verbs_behind())
    return re.compile(rf"[^\"“”\n]{{0,{LONGEST_QUOTE}}}[\"”],?\s*(?:{verbs})\b\s*", re.IGNORECASE)


@cache
def _said_by_pronoun() -> re.Pattern[str]:
    verbs = either(verbs_behind())
    return re.compile(rf"\b(?:{verbs})nya\b", re.IGNORECASE)
