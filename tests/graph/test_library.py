"""`KnowledgeGraph`, as a notebook uses it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.errors import UsageError
from graph.library import KnowledgeGraph
from graph.store import locked, write_generation
from graph.tables import TABLES
from ontology.namespaces import expand

LABEL = NamedNode(expand("rdfs:label"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    graph = tmp_path_factory.mktemp("library") / "graph"
    quads = [Quad(NamedNode(f"urn:x:{name}"), LABEL, Literal(name), DefaultGraph()) for name in ("Wira", "Tini")]
    with locked(graph):
        write_generation(graph, [*quads, Quad(NamedNode("urn:x:old"), LABEL, Literal("old"), NamedNode("urn:other"))], {})
    return graph


def test_a_query_gives_a_frame(folder: Path) -> None:
    frame = KnowledgeGraph.open(folder).query("SELECT ?name WHERE { ?s rdfs:label ?name } ORDER BY ?name")
    assert frame.to_dict("list") == {"name": ["Tini", "Wira"]}


def test_values_are_bound(folder: Path) -> None:
    frame = KnowledgeGraph.open(folder).query("SELECT ?s ?name WHERE { ?s rdfs:label ?name }", name=Literal("Wira"))
    assert frame.to_dict("list") == {"s": ["urn:x:Wira"], "name": ["Wira"]}


def test_rdflib_sees_the_knowledge_graph_and_nothing_else(folder: Path) -> None:
    graph = KnowledgeGraph.open(folder).to_rdflib()
    assert sorted(str(label) for label in graph.objects()) == ["Tini", "Wira"]
    assert [str(row[0]) for row in graph.query("SELECT ?n WHERE { ?s rdfs:label ?n } ORDER BY ?n")] == ["Tini", "Wira"]


def test_tables_are_frames_with_their_header(folder: Path) -> None:
    tables = KnowledgeGraph.open(folder).tables()
    assert {name: tuple(frame.columns) for name, frame in tables.items()} == {n: t.header for n, t in TABLES.items()}


def test_networkx_gets_the_property_graph(folder: Path) -> None:
    assert KnowledgeGraph.open(folder).to_networkx().number_of_edges() == 0


def test_no_graph_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no graph here"):
        KnowledgeGraph.open(tmp_path)


def test_what_a_notebook_shows_of_a_frame_is_text(folder: Path) -> None:
    """Case O-10: an entity named `<img onerror=...>` in a table of a notebook."""
    shown = KnowledgeGraph.open(folder).query("SELECT ('<img src=x onerror=alert(1)>' AS ?name) WHERE {}")._repr_html_()
    assert "&lt;img src=x onerror=alert(1)&gt;" in shown
    assert "<img" not in shown


def test_a_graph_is_shown_by_its_name_and_not_by_what_it_holds(folder: Path) -> None:
    """Case O-12: nothing is read to show it, however large it is."""
    kg = KnowledgeGraph.open(folder)
    del kg.store
    assert "KnowledgeGraph" in repr(kg)
    assert [name for name in dir(kg) if name.startswith("_repr_")] == []


def test_a_script_without_a_main_guard_can_query(folder: Path) -> None:
    script = f"""
from graph.library import KnowledgeGraph
print(len(KnowledgeGraph.open({str(folder)!r}).query("SELECT ?s WHERE {{ ?s ?p ?o }}")))
"""
    done = subprocess.run([sys.executable, "-"], input=script, capture_output=True, text=True, check=True)
    assert done.stdout == "2\n"
