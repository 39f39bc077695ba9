"""Attributions behind a quotation that the register of verbs behind quotations does not hold."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import Quote
from ontology.speech_verbs import subject_verbs

ODD_NYA = re.compile(r"[^\S\n]*(?P<verb>[a-z]{3,12}?)(?P<nya>n?ya)(?=[.,!?\n]|$)")
"""`punkasnya.`: what stands alone behind a quotation is a verb of saying, known or not."""


def odd_verb_with_nya(text: str, quote: Quote) -> re.Match[str] | None:
    """A word with `-nya` that no register has, alone behind speech that ends with a comma: `"Kami cek," punkasnya.`"""
    closed = quote.outer.end > quote.end and text[quote.end - 1] in ",!?"
    return ODD_NYA.match(text, quote.outer.end) if closed else None


def is_followed_by_subject(text: str, quote: Quote) -> bool:
    """`"Warga perlu obat," Rahmat mengingatkan.`"""
    return text[quote.end - 1] == "," and _subject_pattern().match(text, quote.outer.end) is not None


@cache
def _subject_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]+(?:[A-Z][\w.'-]*\s+){{1,4}}(?:{either(subject_verbs())})\b")
