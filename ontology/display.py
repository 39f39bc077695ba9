"""What the views call labels, relationship types and properties, in Indonesian and English, and how they draw them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class LabelDisplay:
    """A label of nodes. `shown` says whether its nodes are drawn when the page opens."""

    label: str
    name: str
    en: str
    shape: str
    color: str
    shown: bool


@dataclass(frozen=True, slots=True)
class TypeDisplay:
    """A relationship type, read from source to target."""

    type: str
    name: str
    en: str


@dataclass(frozen=True, slots=True)
class PropertyDisplay:
    """A property; `scheme` is the concept scheme whose codes it holds, if any."""

    property: str
    name: str
    en: str
    scheme: str = ""


@cache
def label_displays() -> tuple[LabelDisplay, ...]:
    """All labels, in the order of the legend.

    Raises:
        OntologyError: the register is missing or broken.
    """
    return read_register(LabelDisplay, "node-labels", register_folders())


@cache
def type_displays() -> tuple[TypeDisplay, ...]:
    """All relationship types.

    Raises:
        OntologyError: the register is missing or broken.
    """
    return read_register(TypeDisplay, "relationship-types", register_folders())


@cache
def property_displays() -> tuple[PropertyDisplay, ...]:
    """All properties that are shown, in the order in which they are shown.

    Raises:
        OntologyError: the register is missing or broken.
    """
    return read_register(PropertyDisplay, "property-names", register_folders())
