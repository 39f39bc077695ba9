"""Whom an article tells a crime of: what they are said to have done gives them no word."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from ontology.name_cues import name_cues
from ontology.speech_verbs import speech_cues

REACH = 40
"""Characters of `terduga pelaku diketahui bernama lengkap |`."""


def find_suspects(reading: Reading) -> None:
    """Fill `reading.suspects` with those whom the article calls a suspect anywhere."""
    people = (m for m in reading.mentions if m.type == "person")
    told = (m.key for m in people if _suspect_pattern().search(reading.text, max(0, m.start - REACH), m.start))
    reading.suspects = frozenset(told)


def clear_holders(reading: Reading) -> None:
    """Whoever holds a post speaks as such, whatever they are suspected of."""
    reading.suspects -= reading.holders


@cache
def _suspect_pattern() -> re.Pattern[str]:
    """`Tersangka | Rahmat`, `Pelaku diketahui bernama | Rahmat`, `pria berinisial RM alias | Iwan`."""
    suspects, links = either(speech_cues("suspect")), either(speech_cues("identity"))
    about = "".join(rf"(?<!\b{re.escape(word)}\s)" for word in speech_cues("companion"))
    initials = rf"\b(?:{either(speech_cues('initials'))})\s+(?-i:[A-Z][A-Z.]{{0,4}})\s+(?:{either(name_cues('called'))})\s+"
    told = (*speech_cues("somebody"), *speech_cues("counted"))  # else somebody else is named: `Kuasa hukum tersangka, | Rahmat`
    counted = "|".join(["(?<!\\w\\s)", *(rf"(?<=\b{re.escape(word)}\s)" for word in told)])
    comma = rf"(?:{counted})\b(?:{suspects}),\s+"
    called = rf"(?:{comma}|{about}\b(?:{suspects})(?:nya)?\s+)(?:(?:{links}),?\s+){{0,3}}"
    return re.compile(rf"(?:{called}|{initials})$", re.IGNORECASE)
