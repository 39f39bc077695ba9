"""Concepts come from the registers, and rules are trusted as far as they were right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from ontology import concepts as module
from ontology import precision
from ontology.concepts import Concept, Scheme, concepts
from ontology.errors import OntologyError
from ontology.namespaces import expand, shorten
from ontology.posts import posts
from ontology.register import HERE, read_register


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of registers of the user's own, on top of the project's."""
    monkeypatch.setattr(module, "register_folders", lambda: (HERE, tmp_path))
    concepts.cache_clear()
    yield tmp_path
    concepts.cache_clear()


@pytest.mark.parametrize(
    ("scheme", "id_", "name", "en", "exclusive"),
    [
        ("role", "Wali Kota", "Wali Kota", "Mayor", True),
        ("role", "Anggota DPRD", "Anggota DPRD", "Council member", False),
        ("organization-kind", "rumah-sakit", "Rumah sakit", "Hospital", False),
        ("area-kind", "kelurahan", "Kelurahan", "Urban village", False),
        ("modality", "denied", "Dibantah", "Denied", False),
        ("event-kind", "Rapat Koordinasi", "Rapat Koordinasi", "Coordination meeting", False),
        ("regulation-kind", "perda", "Peraturan Daerah", "Regional regulation", False),
    ],
)
def test_a_concept_has_labels_from_its_register(scheme: str, id_: str, name: str, en: str, exclusive: bool) -> None:
    assert concepts()[scheme, id_] == Concept(scheme, id_, name, en, exclusive)


def test_every_post_is_a_concept_and_as_exclusive_as_the_register_says() -> None:
    roles = {concept.id: concept.exclusive for concept in concepts().values() if concept.scheme == "role"}
    assert roles == {post.post: post.exclusive for post in posts()}


def test_a_register_of_the_user_adds_concepts(own: Path) -> None:
    header = next(line for line in (HERE / "posts.tsv").read_text(encoding="utf-8").splitlines() if line.startswith("post\t"))
    cells = {"post": "Juru Kunci", "forms": "Juru Kunci", "takes": "none", "exclusive": "no", "en": "Keeper"}
    row = "\t".join(cells.get(column, "") for column in header.split("\t"))
    (own / "posts.tsv").write_text(f"{header}\n{row}\n", encoding="utf-8")
    assert concepts()["role", "Juru Kunci"] == Concept("role", "Juru Kunci", "Juru Kunci", "Keeper")
    assert concepts()["role", "Wali Kota"].exclusive


@pytest.mark.parametrize(
    ("register", "label", "message"),
    [
        ("no-such-register", "", r"no-such-register\.tsv: the register is missing"),
        ("posts", "nama", r"posts\.tsv: lacks the column 'nama', which the concept scheme 'x' needs"),
    ],
)
def test_a_scheme_without_its_register_or_column_is_refused(
    monkeypatch: pytest.MonkeyPatch, register: str, label: str, message: str
) -> None:
    concepts.cache_clear()
    monkeypatch.setattr(module, "schemes", lambda: (Scheme("x", "x", "x", register, label),))
    with pytest.raises(OntologyError, match=message):
        concepts()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("posts.title", 0.8), ("figures.noun", 0.75), ("never.scored", 0.5), ("always.wrong", 0.25)],
)
def test_confidence_is_laplace_smoothed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, rule: str, expected: float) -> None:
    table = "rule\thits\twrong\nposts.title\t3\t0\nfigures.noun\t8\t2\nalways.wrong\t0\t2\n"
    (tmp_path / "rule-precision.tsv").write_text(table, encoding="utf-8")
    monkeypatch.setattr(precision, "HERE", tmp_path)
    monkeypatch.setattr(precision, "read_register", lambda entry, name: read_register(entry, name, (tmp_path,)))
    precision._counted.cache_clear()
    assert precision.confidence(rule) == expected
    precision._counted.cache_clear()


def test_before_any_scoring_every_rule_is_a_coin(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(precision, "HERE", tmp_path)
    precision._counted.cache_clear()
    assert precision.confidence("posts.title") == 0.5
    precision._counted.cache_clear()


@pytest.mark.parametrize(
    ("iri", "name"),
    [
        ("http://www.w3.org/ns/org#member", "org:member"),
        ("urn:simpul:ns:holdsPost", "simpul:holdsPost"),
        ("urn:simpul:person/x-1", "urn:simpul:person/x-1"),
        ("https://schema.org/", "https://schema.org/"),
    ],
)
def test_an_iri_is_shortened_where_a_prefix_fits(iri: str, name: str) -> None:
    assert shorten(iri) == name
    assert name == iri or expand(name) == iri
