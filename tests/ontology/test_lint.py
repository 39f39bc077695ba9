"""The ontology itself: every term said in both languages, nothing used that is not defined, no person in any register."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from graph.facts import Certainty, Modality, Role, Status
from graph.properties import CLASSES, PROPERTIES, SCHEMES
from ontology.areas import areas
from ontology.concepts import concepts, schemes
from ontology.namespaces import PREFIXES, expand, shorten
from ontology.register import HERE as REGISTERS
from ontology.vocabulary_files import SHAPES, VOCABULARY

ROOT = REGISTERS.parent.parent
TTL = sorted(path for folder in ("graph", "loaders", "ontology") for path in (ROOT / folder).rglob("*.ttl"))
OF_DESCRIPTIONS = ROOT / "graph" / "export" / "description.py"  # its terms are not those of the graph that it describes
CODE = sorted(set((ROOT / "graph").rglob("*.py")) - {OF_DESCRIPTIONS})
QUERIES = sorted((ROOT / "ontology").rglob("*.rq"))
TSV = sorted(REGISTERS.glob("*.tsv"))
NAMES = "|".join(PREFIXES)
QUOTED = re.compile(rf"\"({NAMES}):([A-Za-z_]\w*)\"")
IN_QUERY = re.compile(rf"(?<![\w<\"/])({NAMES}):([A-Za-z_]\w*)")
BUILT_IN = ("http://www.w3.org/2001/XMLSchema#", expand("rdfs:Literal"), expand("rdf:JSON"), "http://www.w3.org/ns/shacl#")
"""What RDF, SHACL and XML Schema define themselves and no label of ours is shown for."""


def quads(paths: tuple[Path, ...]) -> list[Quad]:
    return [quad for path in paths for quad in parse(path=path, format=RdfFormat.TURTLE)]


def labels() -> dict[str, dict[str, list[str]]]:
    """The labels of each term by language."""
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads(VOCABULARY):
        if quad.predicate.value == expand("rdfs:label") and isinstance(quad.object, Literal):
            found[str(quad.subject)[1:-1]][quad.object.language or ""].append(quad.object.value)
    return found


def terms(*predicates: str) -> set[str]:
    """The terms that the vocabulary says something of under these predicates, or all that it defines."""
    asked = {expand(name) for name in predicates or ("rdf:type",)}
    return {str(quad.subject)[1:-1] for quad in quads(VOCABULARY) if quad.predicate.value in asked}


def undefined(names: set[str]) -> set[str]:
    return {name for name in names if expand(name) not in terms() and not expand(name).startswith(BUILT_IN)}


@pytest.mark.parametrize("path", TTL, ids=lambda path: path.name)
def test_every_turtle_file_parses_and_says_something(path: Path) -> None:
    assert len(list(parse(path=path, format=RdfFormat.TURTLE))) > 10


def test_every_term_has_one_label_in_each_language() -> None:
    odd = {iri: dict(found) for iri, found in labels().items() if {k: len(v) for k, v in found.items()} != {"id": 1, "en": 1}}
    assert odd == {}
    assert set(labels()) == terms()


@pytest.mark.parametrize("language", ["id", "en"])
def test_no_two_terms_share_a_label(language: str) -> None:
    owners: dict[str, list[str]] = defaultdict(list)
    for iri, found in labels().items():
        owners[found[language][0].casefold()].append(shorten(iri))
    assert {label: iris for label, iris in owners.items() if len(iris) > 1} == {}


def test_every_term_of_our_own_has_a_comment() -> None:
    own = {iri for iri in terms() if iri.startswith(PREFIXES["simpul"])}
    assert own - terms("rdfs:comment") == set()


def test_domains_ranges_and_parents_are_defined() -> None:
    joining = {expand(n) for n in ("rdfs:domain", "rdfs:range", "rdfs:subClassOf", "rdfs:subPropertyOf")}
    named = {
        quad.object.value
        for quad in quads(VOCABULARY)
        if quad.predicate.value in joining and isinstance(quad.object, NamedNode)
    }
    assert len(named) > 10
    assert {iri for iri in named if iri not in terms() and not iri.startswith(BUILT_IN)} == set()


def test_what_the_converters_write_is_defined() -> None:
    written = {known.predicate for properties in PROPERTIES.values() for known in properties.values()} | set(CLASSES.values())
    assert len(written) > 50
    assert undefined(written) == set()


def test_what_the_code_names_is_defined() -> None:
    named = {":".join(match) for path in CODE for match in QUOTED.findall(path.read_text(encoding="utf-8"))}
    assert len(named) > 50
    assert undefined(named) == set()


def test_what_the_documentation_shows_is_defined() -> None:
    shown = set(IN_QUERY.findall((ROOT / "docs" / "graph-model.md").read_text(encoding="utf-8")))
    assert len(shown) > 50
    assert undefined({":".join(name) for name in shown} - {"simpul:ns"}) == set()


@pytest.mark.parametrize("path", QUERIES, ids=lambda path: path.name)
def test_what_a_query_asks_for_is_defined(path: Path) -> None:
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(("#", "PREFIX"))]
    named = {":".join(match) for match in IN_QUERY.findall("\n".join(lines))}
    assert named
    assert undefined(named) == set()


def test_what_the_shapes_ask_for_is_defined() -> None:
    asked = {expand(f"sh:{name}") for name in ("path", "class", "targetClass", "lessThan")}
    named = {shorten(q.object.value) for q in quads(SHAPES) if q.predicate.value in asked and isinstance(q.object, NamedNode)}
    assert undefined(named) == set()


def test_no_term_is_defined_in_vain() -> None:
    """A term is used where the code or a shape names it, or where another term stands below it."""
    used = {":".join(match) for path in CODE for match in QUOTED.findall(path.read_text(encoding="utf-8"))}
    above = {shorten(q.object.value) for q in quads(VOCABULARY) if isinstance(q.object, NamedNode)}
    assert {name for iri in terms() if (name := shorten(iri)) not in used | above} - {PREFIXES["simpul"]} == set()


@pytest.mark.parametrize("path", TSV, ids=lambda path: path.name)
def test_every_register_names_its_source(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert re.match(r"# source: \S", first)


@pytest.mark.parametrize("path", TSV, ids=lambda path: path.name)
def test_no_person_is_in_a_register(path: Path) -> None:
    """No column for people, and no cell that reads like a name with its honorific or degree (`H. Anu`, `Anu, S.E.`)."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    assert not {"person", "holder", "pejabat", "nik", "nip"} & set(lines[0].casefold().split("\t"))
    cells = [part for line in lines[1:] for cell in line.split("\t") for part in cell.split("|")]
    named = re.compile(r"^(H|Hj|Dr|dr|Ir|Drs|Dra|Prof)\. [A-Z][a-z]+|[a-z], (S|M)\.[A-Z][A-Za-z]*\.?$")
    assert [cell for cell in cells if named.search(cell)] == []


def test_every_scheme_has_concepts_with_both_labels() -> None:
    known = concepts().values()
    assert {scheme.id for scheme in schemes()} == {concept.scheme for concept in known}
    assert [concept for concept in known if not (concept.name and concept.en)] == []


@pytest.mark.parametrize("words", [Modality, Certainty, Status, Role])
def test_the_closed_lists_of_the_code_are_concepts(words: type[Modality | Certainty | Status | Role]) -> None:
    scheme = SCHEMES[words]
    assert {id_ for in_scheme, id_ in concepts() if in_scheme == scheme} == {str(word) for word in words}


def test_the_kinds_of_area_are_concepts() -> None:
    kinds = {entry.kind for entry in areas().regions()} | {"negara", "kecamatan", "kelurahan", "desa"}
    assert {id_ for scheme, id_ in concepts() if scheme == "area-kind"} == kinds
