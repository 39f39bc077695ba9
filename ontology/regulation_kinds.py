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
