"""Words beside names: who acts, what joins a name to a post, what only looks like a name."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class NameCue:
    """A word beside a name; see the register for the kinds."""

    form: str
    kind: str


@cache
def _register() -> tuple[NameCue, ...]:
    return read_register(NameCue, "name-cues", register_folders())


@cache
def name_cues(kind: str) -> frozenset[str]:
    """The forms of one kind, lower-case."""
    return frozenset(cue.form.lower() for cue in _register() if cue.kind == kind)
