"""The noun that is counted as a unit, and small numbers before nouns that count nothing."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from graph.extraction import numerals
from graph.extraction.noun_phrases import WORD, bare
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.number_cues import cue_words

PERSONS = "orang"
BEFORE = 40  # characters before a number in which `salah` stands
FEW = 20  # things that a speaker lists are fewer
GOES_ON = re.compile(r"(?:,|,?\s+(?:dan|serta|beserta|dengan|plus|ditambah))\s+", re.IGNORECASE)
ONE_OF = re.compile(r"\bsalah\s+$", re.IGNORECASE)  # `di salah | satu unit rumah`


def head_of(text: str, noun: Span) -> str:
    """The noun counted as a unit: its first word, acronyms as written (`OPD`), others in lower case (`kelurahan`).

    Some nouns name nothing without the second: `45 wakil rakyat`.
    """
    words = [match.group() for match in WORD.finditer(text, noun.start, noun.end)]
    if not words or words[0].isupper():
        return words[0] if words else ""
    long = 2 if words[0].lower() in cue_words("compound") else 1
    return bare(" ".join(words[:long]).lower())


def counted_unit(text: str, named: Span) -> str:
    """The unit of a count named before it: its noun without `jumlah`, `total`."""
    words = list(WORD.finditer(text, named.start, named.end))
    if words[0].group().lower() in cue_words("sex"):
        return PERSONS
    while len(words) > 1 and words[0].group().lower() in cue_words("counter"):
        words = words[1:]
    return head_of(text, Span(words[0].start(), named.end))


def is_article(reading: Reading, match: re.Match[str], noun: Span, found: list[Quantity]) -> bool:
    """`satu` and `setengah` are articles and halves unless a classifier follows (`satu buah mobil`) or another count goes on
    with it (`lima rumah serta satu musala`, `satu mobil dan dua motor`)."""
    if (match["words"] or "").lower() not in ("satu", "setengah"):
        return False
    if ONE_OF.search(reading.text, max(0, match.start("words") - BEFORE), match.start("words")):
        return True
    goes_on = (
        bool(found) and found[-1].unit and GOES_ON.fullmatch(reading.text, found[-1].end, match.start("words")) is not None
    )
    goes_on = goes_on or (match["words"] == "satu" and _next_count().match(reading.text, noun.end) is not None)
    return not goes_on and head_of(reading.text, noun).lower() not in cue_words("sorter")


@cache
def _next_count() -> re.Pattern[str]:
    """The next of several things, in the plural: `satu mobil | dan dua motor`."""
    number = rf"(?:[2-9]|[1-9]\d{{1,2}}|(?!satu\b){numerals.words_pattern()})"
    return re.compile(rf"{GOES_ON.pattern}{number}\s+[a-z]{{3,}}", re.IGNORECASE)


def is_way_to_speak(reading: Reading, most: Decimal, noun: Span) -> bool:
    """A small count of abstract things: `tiga hal`, `9 poin`; `500 bidang` are plots of land."""
    return most < FEW and head_of(reading.text, noun).lower() in cue_words("abstract")
