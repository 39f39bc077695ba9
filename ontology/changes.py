"""Nouns for a change of something, and the verbs that say it: `turun`, `penurunan`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class Change:
    """`noun` names by how much something changed, `verbs` say so before the number."""

    noun: str
    verbs: tuple[str, ...]


@cache
def changes() -> tuple[Change, ...]:
    """The register of changes."""
    return read_register(Change, "changes", register_folders())


@cache
def change_nouns() -> dict[str, str]:
    """Verb -> the noun of its change."""
    return {verb: change.noun for change in changes() for verb in change.verbs}
