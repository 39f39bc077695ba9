"""Words of which names of organisations are made: their fields, acronyms and numbers."""

from __future__ import annotations

import re

from ontology.bodies import fields

NOUN = re.compile(r"(Pe|Per|Pem|Pen|Peng|Ke)[a-z]{3,}an|[A-Z][a-z]+(asi|isme|itas|ologi|grafi)")
"""The shape of abstract nouns, of which names of agencies are made: `Penyelarasan`, `Kepulauan`, `Digitalisasi`; a person's
name seldom has it."""
SHORT_AGENCY = re.compile(
    "Di[sn](?:dik|kominfo|pora|nak|perin|bud|hub|hut|tan|pertan|pus|dag|kop|par|kes|bun|perkim|duk|penduk|sos|lut|permas"
    "|permades|sper|arpus)[a-z]*"
)
"""`Disperindagkop`, `Disdikbud`, `Dinporapar`: each region joins the fields of an agency its own way."""
AGENCY = re.compile(r"D[A-Z][A-Z0-9]{2,7}")
"""`DPKH`, `DP3AP2KB`: the letters of an agency."""
SHORT_MINISTRY = re.compile(r"Kemen[a-z]{3,}|Kemen[A-Z]\w+")
"""`Kemensos`, `KemenPAN`: ministries come and go with each cabinet, the way of shortening them stays."""
WITH_NUMBER = re.compile("[A-Z]+[2-4][A-Z0-9]*")
"""`P3A`, `KBP3A`: acronyms that only fields of agencies have."""
ROMAN = re.compile(r"[IVX]+")


def is_field(text: str) -> bool:
    """Whether a word makes names of agencies: the register says so, or its shape."""
    return text in fields() or NOUN.fullmatch(text) is not None


def is_acronym(text: str) -> bool:
    """`PUPR`, `P3AP2KB`, but no Roman numeral."""
    return text.isupper() and 2 <= len(text) <= 9 and text.isalnum() and text[0].isalpha() and not ROMAN.fullmatch(text)
