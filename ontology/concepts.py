"""The concept schemes: kinds, ranks, measures and the closed lists of words, with labels in both languages.

A scheme is made from the register that holds its entries (`posts.tsv` gives the scheme `role`), else from `concepts.tsv`, so
that a concept added to a register, the user's own included, is in the graph without a second list.
"""

from __future__ import annotations

from dataclasses import dataclass, field, make_dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class Scheme:
    """A concept scheme. `name` and `en` are its labels, `register` and `label` say where its concepts stand."""

    id: str
    name: str
    en: str
    register: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Concept:
    """A concept; `exclusive` marks a post that has one holder at a time."""

    scheme: str
    id: str
    name: str
    en: str
    exclusive: bool = False


@dataclass(frozen=True, slots=True)
class _Listed:
    id: str
    name: str
    en: str


@cache
def schemes() -> tuple[Scheme, ...]:
    """All schemes.

    Raises:
        OntologyError: `schemes.tsv` is missing or broken.
    """
    return read_register(Scheme, "schemes", register_folders())


@cache
def concepts() -> dict[tuple[str, str], Concept]:
    """Every concept by scheme and id.

    Raises:
        OntologyError: a register is missing or broken.
    """
    found = [concept for scheme in schemes() if scheme.register for concept in _from_register(scheme)]
    for listed in read_register(_Listed, "concepts", register_folders()):
        scheme, _, name = listed.id.partition("/")
        found.append(Concept(scheme, name, listed.name, listed.en))
    return {(concept.scheme, concept.id): concept for concept in found}


def _from_register(scheme: Scheme) -> list[Concept]:
    """The entries of a scheme's register, of which this module knows the id, the label, `en` and `exclusive` alone."""
    folders = register_folders()
    columns = _columns(folders[0] / f"{scheme.register}.tsv")
    if lacking := [column for column in (scheme.label, "en") if column and column not in columns]:
        raise OntologyError(
            f"{scheme.register}.tsv: lacks the column {lacking[0]!r}, which the concept scheme {scheme.id!r} needs"
        )
    first, *others = columns
    entry = make_dataclass("Entry", [(first, str), *((name, str, field(default="")) for name in others)])
    rows: tuple[object, ...] = read_register(entry, scheme.register, folders)
    return [_concept(scheme, first, row) for row in rows]


def _concept(scheme: Scheme, first: str, row: object) -> Concept:
    name = getattr(row, first)
    label = getattr(row, scheme.label) if scheme.label else name.replace("-", " ").capitalize()
    exclusive = getattr(row, "exclusive", "no") == "yes"
    return Concept(scheme.id, name, label, getattr(row, "en"), exclusive)  # noqa: B009


def _columns(path: Path) -> list[str]:
    """The header of a register."""
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except OSError as error:
        raise OntologyError(f"{path}: the register is missing; reinstall Simpul") from error
    header = next((line for line in lines if line.strip() and not line.startswith("#")), "")
    return [column.strip() for column in header.split("\t")]
