"""Words that stand before the name of an area and say its kind."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class AreaCue:
    """`Kec.` before a name: a kecamatan."""

    form: str
    kind: str
    en: str


@cache
def area_cues() -> tuple[AreaCue, ...]:
    """The register of area cues, the user's own included."""
    return read_register(AreaCue, "area-cues", register_folders())
