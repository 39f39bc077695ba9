"""A copy of the project without the region data of the scored areas: its registers know neither them nor what lies in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from ontology.areas import areas
from ontology.register import HERE
from scoring.corpora import Corpus
from scoring.renaming import GoldFile
from scoring.runs import ROOT

PACKAGES = ("graph", "loaders", "ontology", "scoring")
REGISTERS = ("areas", "area-names")
"""The registers that name areas, each by the code in its first column."""
GOVERNED = ("kabupaten", "kota")


def scored_codes(corpora: Iterable[Corpus]) -> tuple[str, ...]:
    """The codes of all kabupaten and kota that required rows of the gold name as places."""
    found: set[str] = set()
    for corpus in corpora:
        places = GoldFile(corpus.gold / "places.tsv")
        for (_, names), (_, kinds) in zip(places.cells("name"), places.cells("kind"), strict=True):
            if kinds[0] in GOVERNED:
                found.update(area.code for name in names for area in areas().named(_bare(name)) if area.kind == kinds[0])
    return tuple(sorted(found))


def copy_without(codes: tuple[str, ...], folder: Path) -> Path:
    """A copy of the packages below `folder`, in which no register knows the areas `codes` or what lies in them."""
    for package in PACKAGES:
        shutil.copytree(ROOT / package, folder / package, ignore=shutil.ignore_patterns("__pycache__"))
    for name in REGISTERS:
        register = folder / HERE.relative_to(ROOT) / f"{name}.tsv"
        lines = register.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not _is_within(line.split("\t")[0], codes)]
        register.write_text("".join(kept), encoding="utf-8")
    return folder


def _is_within(code: str, codes: tuple[str, ...]) -> bool:
    return code in codes or code.startswith(tuple(f"{above}." for above in codes))


def _bare(name: str) -> str:
    """A name without the word of its kind: `Kota Cimahi` -> `Cimahi`."""
    first, _, rest = name.partition(" ")
    return rest if first.lower() in GOVERNED else name
