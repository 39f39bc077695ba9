"""Kinds of law, regulation and decree, with their abbreviations."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class RegulationKind:
    """`named`: the name alone cites it (`KUHP`), `year` is then its year; `draft`: a bill, which is no regulation yet."""

    kind: str
    label: str
    en: str = ""
    forms: tuple[str, ...] = ()
    named: bool = False
    year: str = ""
    draft: bool = False


@cache
def regulation_kinds() -> tuple[RegulationKind, ...]:
    """The register of kinds of regulation."""
    return read_register(RegulationKind, "regulation-kinds", register_folders())


@dataclass(frozen=True, slots=True)
class TitledRegulation:
    """A form of a kind that a title alone may complete; `capitals`: also capital words right behind it (`UU Cipta Kerja`)."""

    form: str
    capitals: bool


@cache
def titled_regulations() -> tuple[TitledRegulation, ...]:
    """The forms of kinds that are cited by title, the user's own included."""
    return read_register(TitledRegulation, "titled-regulations", register_folders())
