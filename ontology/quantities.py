"""Numerals, units and measures: what a number is made of and what it can measure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number word; `role` says how it joins its neighbours (`digit`, `whole`, `teen`, `group`, `scale`)."""

    word: str
    value: float
    role: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its symbol; `forms` stand after the number, `before` before it (`Rp`).

    `measure` is what it measures where the text does not say (`20 hari`: durasi).
    """

    unit: str
    kind: str
    measure: str
    forms: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A concept that is measured; `forms` are its nouns in use, `kinds` those of the units it goes with, none for any.

    `verbs` say it without its noun (`menganggarkan`); `regional` measures are an area's, whoever tells them.
    """

    concept: str
    label: str
    en: str = ""
    forms: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    regional: bool = False

    def goes_with(self, kind: str) -> bool:
        """Whether a number with a unit of this kind can measure it."""
        return not self.kinds or kind in self.kinds


@cache
def numerals() -> tuple[Numeral, ...]:
    """The number words."""
    return read_register(Numeral, "numerals", register_folders())


@cache
def units() -> tuple[Unit, ...]:
    """The units."""
    return read_register(Unit, "units", register_folders())


@cache
def measures() -> tuple[Measure, ...]:
    """The measures, the user's own included."""
    return read_register(Measure, "measures", register_folders())


@cache
def unit_kinds() -> dict[str, str]:
    """Unit -> its kind (`money`, `share`, `mass`, ...)."""
    return {unit.unit: unit.kind for unit in units()}


@cache
def units_of(kind: str) -> frozenset[str]:
    """The units of a kind: `hari`, `bulan`, ... of `time`."""
    return frozenset(unit for unit, its in unit_kinds().items() if its == kind)


@cache
def unit_measures() -> dict[str, str]:
    """Unit -> what it measures where the text does not say."""
    return {unit.unit: unit.measure for unit in units()}


@cache
def number_words() -> frozenset[str]:
    """The number words and their abbreviations in lower case, one-letter ones left out."""
    return frozenset(form.lower() for n in numerals() for form in (n.word, *n.forms) if len(form) > 1)


@cache
def regional_concepts() -> frozenset[str]:
    """The concepts of measures that areas have."""
    return frozenset(measure.concept for measure in measures() if measure.regional)


@cache
def joined_units() -> frozenset[str]:
    """Units as written in one word with `per`: `perhektar`, `perkilogram`, `perorang`."""
    forms = {form.lower() for unit in units() for form in (unit.unit, *unit.forms)}
    return frozenset(f"per{form}" for form in forms if form.isalpha() and len(form) > 1)
