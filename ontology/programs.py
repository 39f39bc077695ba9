"""Public programmes: the national ones by name, the words by which all others are recognised."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class NationalProgram:
    """A national programme; `basis` is the rule or the body that made it."""

    name: str
    basis: str
    en: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ProgramWord:
    """A word beside or in names of programmes; see the register for the `kinds`."""

    word: str
    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProgramModifier:
    """What may stand between the word of a kind and a name; `capital`: also with a capital letter."""

    word: str
    capital: bool


@cache
def program_modifiers() -> tuple[ProgramModifier, ...]:
    """The register of words between `program` and its name, the user's own included."""
    return read_register(ProgramModifier, "program-modifiers", register_folders())


@cache
def national_programs() -> tuple[NationalProgram, ...]:
    """The register of national programmes, the user's own programmes included."""
    return read_register(NationalProgram, "programs", register_folders())


@cache
def _program_words() -> tuple[ProgramWord, ...]:
    return read_register(ProgramWord, "program-words", register_folders())


@cache
def program_words(kind: str) -> frozenset[str]:
    """The words of one kind, lower-case."""
    return frozenset(word.word.lower() for word in _program_words() if kind in word.kinds)
