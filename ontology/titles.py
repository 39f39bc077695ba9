"""Titles before and after names, and other abbreviations that carry a stop: typed access to three registers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class Title:
    """A degree (`M.Kes.`, after a name) or an honorific (`Brigjen Pol`, before it); `also` are its other spellings.

    Kinds of degrees: `diploma`, `bachelor`, `master`, `doctor`, `specialist`, `professional`, `military`, `police`,
    `religious`. Kinds of honorifics: `courtesy`, `religious`, `academic`, `professional`, `nobility`, `military`, `police`.
    """

    form: str
    kind: str
    en: str
    also: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.form, *self.also)


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A word cut short (`Kec.` kecamatan); `ends` says whether it may be the last word of a sentence (`dll.`)."""

    form: str
    full: str
    ends: bool
    also: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        return (self.form, *self.also)


@cache
def degrees() -> tuple[Title, ...]:
    """All degrees that follow a name."""
    return read_register(Title, "degrees", register_folders())


@cache
def honorifics() -> tuple[Title, ...]:
    """All honorifics, ranks and titles of nobility that stand before a name."""
    return read_register(Title, "honorifics", register_folders())


@cache
def abbreviations() -> tuple[Abbreviation, ...]:
    """All other abbreviations that are written with a stop or a slash."""
    return read_register(Abbreviation, "abbreviations", register_folders())


def plain(title: str) -> str:
    """The letters of a title alone, lower-case: `M.Kes`, `M. Kes.` and `MKes` are one."""
    return re.sub(r"\W", "", title).lower()


@cache
def _degree_letters() -> frozenset[str]:
    return frozenset(plain(form) for degree in degrees() for form in degree.forms)


@cache
def _honorific_forms() -> frozenset[str]:
    return frozenset(form.rstrip(".") for honorific in honorifics() for form in honorific.forms)


def is_degree(text: str) -> bool:
    """Whether `text` is a degree, with or without its stops: `M.Kes`, `SE`, `Sp.OG(K)`; but not the words `se` and `ma`."""
    return text[:1].isupper() and plain(text) in _degree_letters()


def is_honorific(text: str) -> bool:
    """Whether `text` is one honorific, with or without its last stop: `H`, `Hj.`, `Letkol Inf`, `dr.`; case counts."""
    return text.rstrip(".") in _honorific_forms()
