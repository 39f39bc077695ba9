"""What the line of a bulletin or table calls its number: `- Korban luka: 2 orang`, `Sawah terendam : 45 hektare`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.noun_phrases import concept_of
from graph.extraction.patterns import Placed, either, starting_in
from graph.extraction.reading import Reading
from graph.facts import Span
from ontology.area_cues import area_cues
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import units_of

LONGEST_NAME = 200  # characters of a name: where one that covers a label may begin
MOST_WORDS = 8
FARTHEST = 800  # characters from a label to the others of its list
KINDS = ("count", "money", "mass", "area", "length")
ITEM = re.compile(r"[,;]\s+")
LABEL = (
    r"[ \t]*(?:(?:[-–—•*·▪●➢✓√>]|\(?(?:\d{1,2}|[a-z])[.)])[ \t]*)?(?P<label>[^\W\d][^\n:=.;!?\"“”\d]{1,70}?)[ \t]*[:=][ \t]*"
)
LABELS = re.compile(rf"(?m)^{LABEL}(?=\S*\d)")


def label_of(reading: Reading, number: Placed) -> Span | None:
    """The words between the start of a line, or of an item in it (`sembuh: 12 orang, dirawat: | 5 orang`), and the colon before
    its number; None where they are a name, a day, or only `jumlah`, `total`."""
    line = reading.text.rfind("\n", 0, number.start) + 1
    items = [match.end() for match in ITEM.finditer(reading.text, line, number.start)][-1:]
    starts = (_labelled().fullmatch(reading.text, start, number.start) for start in (line, *items))
    labelled = next((match for match in starts if match is not None), None)
    if labelled is None:
        return None
    label = Span(*labelled.span("label"))
    words = reading.text[label.start : label.end].lower().split()
    near = starting_in(reading.mentions, label.start - LONGEST_NAME, label.end)
    named = any(m.start <= label.start < m.end for m in near)
    plain = {word for word in words if word not in cue_words("counter", "month") | units_of("time")}
    if named or not plain or len(words) > MOST_WORDS or words[0] in _areas():
        return None
    return label if _is_of_things(reading, line, label) else None


def is_among_counts(reading: Reading, number: Placed) -> bool:
    """Whether a line beside that of a number counts something: `Ibu hamil : 7 orang` above `Lansia : 33`."""
    return _counting().search(*_block(reading.text, number.start)) is not None


def _is_of_things(reading: Reading, line: int, label: Span) -> bool:
    """Whether a label is no name (`Satlantas : 205 buah`): one of its words, or of the labels beside it, is in small letters
    (`Korban luka`), it is registered, or the article has its first word in small letters elsewhere."""
    words = reading.text[label.start : label.end]
    if _tells_things(words) or words.split()[0].lower() in cue_words("sex", "counter"):
        return True
    if re.search(rf"\b{re.escape(words.split()[0].lower())}\b", reading.text):
        return True
    return any(_tells_things(match["label"]) for match in LABELS.finditer(*_block(reading.text, line)))


def _tells_things(label: str) -> bool:
    """`Rumah terendam`, `Peserta`; `Anak dan Remaja` may be a name."""
    words = label.split()
    if any(concept_of(label, kind) for kind in KINDS) or words[0][0].islower():
        return True
    return any(word[0].islower() and word not in cue_words("stop") for word in words[1:])


def _block(text: str, at: int) -> tuple[str, int, int]:
    """The lines around an offset, as far as no empty line parts them."""
    first, last = max(0, at - FARTHEST), min(len(text), at + FARTHEST)
    above, below = text.rfind("\n\n", first, at), text.find("\n\n", at, last)
    return text, first if above < 0 else above + 1, last if below < 0 else below


@cache
def _areas() -> frozenset[str]:
    return frozenset(cue.form.lower() for cue in area_cues())


@cache
def _counting() -> re.Pattern[str]:
    return re.compile(
        rf"(?m)^{LABEL}\d[\d.]*[ \t]+(?:{either(units_of('count') | cue_words('sorter-alone'))})\b", re.IGNORECASE
    )


@cache
def _labelled() -> re.Pattern[str]:
    return re.compile(rf"{LABEL}(?:(?:{cue_pattern('before', 'about')})\s+)*", re.IGNORECASE)
