"""Roots of words: `tandatangan` inside `penandatanganan` is `tanda tangan`; others are listed where the treebanks lack them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class CompoundRoot:
    joined: str
    root: str


@cache
def compound_roots() -> dict[str, str]:
    """The root in two words by its spelling between affixes."""
    return {entry.joined: entry.root for entry in read_register(CompoundRoot, "compound-roots", register_folders())}


@dataclass(frozen=True, slots=True)
class Root:
    root: str


@cache
def roots() -> frozenset[str]:
    """Roots of the genre that the treebanks do not hold: `lantik` (pelantikan), `imbau` (mengimbau)."""
    return frozenset(entry.root for entry in read_register(Root, "roots", register_folders()))
