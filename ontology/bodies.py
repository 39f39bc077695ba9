"""Organisations: the kinds there are, the bodies that carry a known name, and the words that names are made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class OrganizationKind:
    """A kind of organisation. `heads` begin its names, `shape` says how a name goes on (`government`, `area`, `field`,
    `name`, `number`), `local` whether such a body belongs to a region's government, `public` whether it is the state's,
    `rank` is the post of its head, `governs` the kind of area a government governs, `title` how a government's name begins."""

    id: str
    heads: tuple[str, ...]
    shape: str
    local: bool
    en: str
    public: bool
    rank: str = ""
    governs: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Body:
    """A body with a name of its own. `forms` are its acronyms and other names; with `branches` an area after it belongs to
    the name (`BPS Kota Magelang`)."""

    name: str
    kind: str
    branches: bool
    en: str
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word of names of agencies; with `alone=no` it names no body by itself (`Badan Usaha`)."""

    word: str
    alone: bool = True


@cache
def organization_kinds() -> dict[str, OrganizationKind]:
    """The kinds of organisation by their id."""
    return {kind.id: kind for kind in read_register(OrganizationKind, "organization-kinds", register_folders())}


@dataclass(frozen=True, slots=True)
class HeadVariants:
    """How a kind of name begins in full, and its shorter beginnings (`rumah sakit umum daerah`: `rsud`)."""

    head: str
    variants: tuple[str, ...]


@cache
def full_heads() -> dict[str, str]:
    """Short beginning of a body's name -> the full one, in lower case."""
    rows = read_register(HeadVariants, "head-variants", register_folders())
    return {variant: row.head for row in rows for variant in row.variants}


@cache
def government_of(area_kind: str) -> OrganizationKind:
    """The kind of government that areas of this kind have."""
    kinds = organization_kinds()
    return next((k for k in kinds.values() if k.governs == area_kind), kinds["pemerintah-daerah"])


@cache
def bodies() -> tuple[Body, ...]:
    """National bodies and the usual agencies of a region, the user's own included."""
    return read_register(Body, "bodies", register_folders())


@cache
def fields() -> frozenset[str]:
    """The words of which names of agencies are made, as written."""
    return frozenset(entry.word for entry in read_register(Word, "fields", register_folders()))


@cache
def generic_fields() -> frozenset[str]:
    """Words of names of agencies that alone name none."""
    return frozenset(entry.word for entry in read_register(Word, "fields", register_folders()) if not entry.alone)


@cache
def headline_verbs() -> frozenset[str]:
    """The verbs with which headlines go on behind a name, lower-case."""
    return frozenset(entry.word.lower() for entry in read_register(Word, "headline-verbs", register_folders()))


@dataclass(frozen=True, slots=True)
class NotName:
    """A common word that may stand with a capital letter; see the register for the kinds."""

    word: str
    kind: str


@cache
def not_names() -> dict[str, str]:
    """Words that may stand with a capital letter and are no part of a person's name: lower-case word -> its kind."""
    return {entry.word.lower(): entry.kind for entry in read_register(NotName, "not-names", register_folders())}
