"""Words that decide whether two names are one: spellings of given names, directions, what an acronym leaves out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class NameVariants:
    """A part of a person's name and the other ways of writing it (`muhammad`: `moh`, `muh`)."""

    name: str
    variants: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Word:
    """A line of a register that is a plain list of words."""

    word: str


@cache
def standard_parts() -> dict[str, str]:
    """Every variant of a part of a name, in lower case, and the spelling it is compared as."""
    rows = read_register(NameVariants, "name-variants", register_folders())
    return {variant: row.name for row in rows for variant in (row.name, *row.variants)}


@cache
def distinguishing_words() -> frozenset[str]:
    """Words that two names must share or both lack to be one (`Magelang Tengah`, `Magelang Utara`), in lower case."""
    return _words("distinguishing-words")


@cache
def joining_words() -> frozenset[str]:
    """Words that an acronym may leave out (`dan` in BPKAD), in lower case."""
    return _words("joining-words")


@cache
def national_regulations() -> frozenset[str]:
    """Kinds of regulation that only the state issues, by their id."""
    return _words("national-regulations")


def _words(register: str) -> frozenset[str]:
    return frozenset(row.word for row in read_register(Word, register, register_folders()))
