"""How the article puts a fact: stated, planned, hoped, denied, on a condition, or as hearsay.

The scope of a cue is its clause (Tata Bahasa Baku): `tidak` in one clause says nothing of the next. Where several cues stand
in a clause the stronger one decides: `diharapkan tidak` is a hope, `tidak akan digelar` a denial.
"""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.facts import Modality, Span
from ontology.modality_cues import modality_cues

CLAUSE = re.compile(
    r"[.;:!?\n]|,(?!\s*(?:maka|akan|tidak)\b)|\b(?:yang|sehingga|karena|sebab|tetapi|tapi|namun|sedangkan|sementara|bahwa|walaupun|meskipun)\b",
    re.IGNORECASE,
)
STRONGEST = (Modality.CONDITIONAL, Modality.HOPED, Modality.DENIED, Modality.PLANNED, Modality.REPORTED)


def modality_of(reading: Reading, span: Span, *, since: int = 0) -> Modality:
    """The modality of the words at `span` (a verb, a name, a number; not a whole sentence) from the cues of their clause.

    Quoted speech counts as the clause of its own that it is, and so does what begins at `since`. Without a cue: stated.
    """
    sentence = reading.sentence_at(span.start)
    start = max(since, sentence.start) if sentence.end > span.start else span.start
    for boundary in CLAUSE.finditer(reading.text, start, span.start):
        start = boundary.end()
    found = {_modality(match[0]) for match in _pattern().finditer(reading.text, start, span.end)}
    return next((modality for modality in STRONGEST if modality in found), Modality.STATED)


def _modality(cue: str) -> Modality | None:
    name = modality_cues()[" ".join(cue.casefold().split())]
    return None if name == "none" else Modality(name)


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{either(modality_cues())})(?![\w-])", re.IGNORECASE)
