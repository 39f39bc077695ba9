"""Words that turn a statement into a plan, a hope, a denial, a condition or hearsay."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class ModalityCue:
    """`modality` is a value of `graph.facts.Modality`, or `none` where the expression changes nothing (`tidak hanya`)."""

    cue: str
    modality: str


@cache
def modality_cues() -> dict[str, str]:
    """Cue -> modality."""
    return {cue.cue: cue.modality for cue in read_register(ModalityCue, "modality-cues", register_folders())}
