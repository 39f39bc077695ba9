"""Words beside a number that say whether and what it measures."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from re import escape

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class NumberCue:
    """`roles` are explained at the head of the register (`before`, `label`, `stop`, ...)."""

    words: str
    roles: tuple[str, ...]


@cache
def number_cues() -> tuple[NumberCue, ...]:
    """The register of words around numbers."""
    return read_register(NumberCue, "number-cues", register_folders())


@cache
def cue_words(*roles: str) -> frozenset[str]:
    """The words that play one of these roles, as written in the register."""
    return frozenset(cue.words for cue in number_cues() if set(roles) & set(cue.roles))


@cache
def cue_pattern(*roles: str) -> str:
    """The words of these roles as alternatives of a regular expression, the longest first."""
    ordered = sorted(cue_words(*roles), key=lambda words: (-len(words), words))
    return "|".join(escape(words).replace(r"\ ", r"\s+") for words in ordered)
