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
    bare: bool


@cache
def area_cues() -> tuple[AreaCue, ...]:
    """The register of area cues, the user's own included."""
    return read_register(AreaCue, "area-cues", register_folders())


@dataclass(frozen=True, slots=True)
class Homograph:
    """A region's name that is also a common word."""

    name: str
    meaning: str


@cache
def area_homographs() -> frozenset[str]:
    """Names of regions that are read only after a cue (`Kabupaten Kaur`): alone they are common words."""
    return frozenset(entry.name for entry in read_register(Homograph, "area-homographs", register_folders()))
