"""Nothing in the code or the registers names a person, an agency or a regional programme of the articles it is scored on.

Read are the development articles' gold tables alone. National bodies and programmes stand in registers with their source.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology.bodies import organization_kinds
from scoring.corpora import development
from scoring.naming import WORD
from scoring.renaming import GoldFile, invented_names

ROOT = Path(__file__).parents[1]
FOLDERS = ("graph", "loaders", "ontology")
KINDS = (".py", ".tsv", ".ttl", ".rq")

REGISTERS_WITH_COMMON_NAMES = {
    "abbreviations",  # `Muh.` is Muhammad
    "area-names",  # an area may be called as a person is
    "areas",
    "hijri-occasions",  # the birth of Muhammad
    "honorifics",  # `Haryo` is a title of nobility
    "name-variants",  # `Achmad` is Ahmad
    "not-names",  # `Bangkit` begins sentences
    "number-cues",  # `zaman` is an age
    "venue-words",  # `Pura` is a temple
}


@pytest.fixture(scope="module")
def gold(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, GoldFile]]:
    corpora = development(shared, tmp_path_factory.mktemp("gold"))
    return [{path.stem: GoldFile(path) for path in corpus.gold.glob("*.tsv")} for corpus in corpora]


@pytest.fixture(scope="module")
def texts() -> dict[str, str]:
    """Every file of code and registers, white space folded, lower-case."""
    files = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*") if path.suffix in KINDS]
    texts = {str(path.relative_to(ROOT)): " ".join(path.read_text(encoding="utf-8").lower().split()) for path in files}
    assert len(texts) > 100
    return texts


def forms(gold: list[dict[str, GoldFile]], table: str, column: str) -> set[str]:
    return {form for tables in gold for _, cell in tables[table].cells(column) for form in cell}


def found_in(texts: dict[str, str], names: set[str]) -> Iterator[str]:
    pattern = re.compile(rf"(?<!\w)({'|'.join(re.escape(name.lower()) for name in sorted(names))})(?!\w)")
    for file, text in sorted(texts.items()):
        yield from sorted({f"{file}: {name}" for name in pattern.findall(text)})


def test_no_person(gold: list[dict[str, GoldFile]], texts: dict[str, str]) -> None:
    names = {n for n in forms(gold, "posts", "person") | forms(gold, "participants", "participant") if " " in n}
    assert len(names) > 30
    assert list(found_in(texts, names)) == []


def test_no_agency_of_a_region(gold: list[dict[str, GoldFile]], texts: dict[str, str]) -> None:
    """An agency's name that holds the name of an area. Governments are called as their area is; areas stand in a register."""
    areas = {word for name in forms(gold, "places", "name") - {"Republik Indonesia"} for word in WORD.findall(name)} - {
        "Indonesia"
    }
    governments = {head for kind in organization_kinds().values() if kind.shape == "government" for head in kind.heads}
    every = forms(gold, "organizations", "name") | forms(gold, "posts", "body")
    names = {n for n in every - forms(gold, "places", "name") if " " in n and areas.intersection(WORD.findall(n))}
    names = {n for n in names if not n.startswith((*governments, "Kota ", "Kabupaten ", "Kab. ", "Provinsi ", "Prov. "))}
    assert len(names) > 100
    assert list(found_in(texts, names)) == []


def test_no_programme_of_a_region(gold: list[dict[str, GoldFile]], texts: dict[str, str]) -> None:
    """A name with a word of its own beside those of its kind: `Kartu Maju Bersama`, not `bantuan beras`."""
    names = invented_names(gold, [], national=False)
    own = {form for form in forms(gold, "programs", "program") if " " in form and names.rewrite("", form) != form}
    assert len(own) > 5
    assert list(found_in(texts, own)) == []


def test_registers_hold_no_person(gold: list[dict[str, GoldFile]]) -> None:
    """Not even a part of a name, but where it is a name that very many bear (a spelling, a title, a cue of a date)."""
    words = {word.lower() for name in forms(gold, "posts", "person") for word in WORD.findall(name) if len(word) > 3}
    held = set()
    for path in sorted((ROOT / "ontology/registers").glob("*.tsv")):
        if path.stem not in REGISTERS_WITH_COMMON_NAMES:
            entries = (line for line in path.read_text(encoding="utf-8").lower().splitlines() if not line.startswith("#"))
            held |= {f"{path.stem}: {word}" for line in entries for word in WORD.findall(line) if word in words}
    assert held == set()
