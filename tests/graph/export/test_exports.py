"""Each format read again by a tool that is not ours, with nothing lost."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
import rdflib
from pyld import jsonld
from pyoxigraph import Dataset, Literal, Quad, RdfFormat, Store, parse
from rdflib.compare import isomorphic

from graph.export.cypher import export_cypher
from graph.export.jsonld import export_jsonld
from graph.export.neo4j_csv import export_neo4j_csv
from graph.export.networkx_files import export_gexf, export_graphml
from graph.export.rdf import FORMATS, export_rdf
from graph.property_graph import edges, nodes, to_networkx
from graph.property_schema import LABELS, TYPES, edge_properties, node_properties
from graph.rdf import term
from ontology.namespaces import PREFIXES

RDF = {
    **{name: (lambda store, out, name=name: export_rdf(store, out, format_=name)) for name in FORMATS},
    "jsonld": export_jsonld,
}
READ_AS = {"turtle": "turtle", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
EXPORTS: dict[str, Callable[[Store, Path], object]] = {
    **RDF,
    "graphml": export_graphml,
    "gexf": export_gexf,
    "cypher": export_cypher,
}
NASTY = ["</edge>&amp;\"'", "satu\ndua\ttiga\r\nempat", "U+001F \x1f NUL \x00 ESC \x1b", "\u202eterbalik \U0001f33e", "a;b|c,d"]


@pytest.fixture
def nasty_store(store: Store) -> Store:
    quads = sorted(store.quads_for_pattern(None, term("rdfs:label"), None), key=str)
    for number, quad in enumerate(quads):
        store.add(Quad(quad.subject, term("skos:altLabel"), Literal(NASTY[number % len(NASTY)], language="id")))
    return store


def plain(value: Any) -> Any:
    """A property as GraphML and GEXF give it back."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value


@pytest.mark.filterwarnings("ignore:(ConjunctiveGraph|Dataset):DeprecationWarning:rdflib")  # raised inside its own readers
@pytest.mark.parametrize("name", RDF)
def test_rdf_read_by_rdflib_is_the_same_graph(nasty_store: Store, name: str, tmp_path: Path) -> None:
    """Case O-25."""
    RDF[name](nasty_store, tmp_path / "graph")
    found = rdflib.Dataset().parse(tmp_path / "graph", format=READ_AS[name])
    expected = rdflib.Graph().parse(data="\n".join(f"{quad.triple} ." for quad in nasty_store), format="nt")
    triples = rdflib.Graph()
    for subject, predicate, value, _ in found.quads():
        triples.add((subject, predicate, value))
    assert isomorphic(triples, expected)


def test_json_ld_read_by_oxigraph_is_the_same_graph_and_names_no_context_elsewhere(nasty_store: Store, tmp_path: Path) -> None:
    export_jsonld(nasty_store, tmp_path / "graph.jsonld")
    assert Dataset(parse(path=tmp_path / "graph.jsonld", format=RdfFormat.JSON_LD)) == Dataset(nasty_store)
    document = json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))
    assert document["@context"] == {"@version": 1.1, **PREFIXES}


def test_json_ld_read_by_a_processor_of_its_own_is_the_same_graph(nasty_store: Store, tmp_path: Path) -> None:
    """Case O-25: PyLD, which is let load no context from elsewhere."""
    export_jsonld(nasty_store, tmp_path / "graph.jsonld")
    document = json.loads((tmp_path / "graph.jsonld").read_text(encoding="utf-8"))

    def refuse(url: str, _options: object) -> None:
        raise AssertionError(url)

    options = {"documentLoader": refuse, "processingMode": "json-ld-1.1", "format": "application/n-quads"}
    lines = jsonld.to_rdf(document, options)
    assert Dataset(parse(lines, format=RdfFormat.N_QUADS)) == Dataset(nasty_store)
    compacted = jsonld.compact(jsonld.expand(document, options), document["@context"], options)
    (person,) = [node for node in compacted["@graph"] if node["@id"] == "urn:simpul:person/raka-sentosa-99.71-1"]
    assert person["rdfs:label"] == "Raka Sentosa"


def test_no_property_is_called_as_gexf_calls_its_own() -> None:
    """Case O-19: those that GEXF and its reader keep for themselves."""
    both = {"id", "label", "type", "kind", "start", "end", "slices", "spells", "viz"}
    of_nodes = {one.name for label in LABELS for one in node_properties(label)}
    of_edges = {one.name for type_ in TYPES for one in edge_properties(type_)}
    assert of_nodes & {*both, "pid", "parents"} == {"kind"}  # GEXF has it for relationships alone
    assert of_edges & {*both, "source", "target", "weight"} == set()


@pytest.mark.parametrize(("export", "read"), [(export_graphml, nx.read_graphml), (export_gexf, nx.read_gexf)])
def test_networkx_reads_all_nodes_edges_and_properties(
    nasty_store: Store, export: Callable[[Store, Path], None], read: Callable[..., Any], tmp_path: Path
) -> None:
    """Cases O-18 and O-25: control characters, lists and properties that are absent."""
    export(nasty_store, tmp_path / "graph")
    found = nx.MultiDiGraph(read(tmp_path / "graph"))
    expected = to_networkx(nasty_store)
    assert set(found) == set(expected)
    for name, properties in expected.nodes(data=True):
        own = {key: plain(value) for key, value in properties.items() if key != "label"}
        assert own.items() <= found.nodes[name].items()
        assert found.nodes[name]["type"] == properties["label"]
    by_fact = {(a, b, data.get("fact"), data.get("type") or data.get("label")): data for a, b, data in found.edges(data=True)}
    for a, b, properties in expected.edges(data=True):
        own = {key: plain(value) for key, value in properties.items() if key != "type"}
        assert own.items() <= by_fact[a, b, properties.get("fact"), properties["type"]].items()


def test_parallel_relationships_are_kept(store: Store, tmp_path: Path) -> None:
    """Case O-20."""
    store.update(
        "INSERT DATA { <urn:simpul:fact/posts/03> a <http://www.w3.org/ns/org#Membership> ;"
        " <http://www.w3.org/ns/org#member> <urn:simpul:person/raka-sentosa-99.71-1> ;"
        " <http://www.w3.org/ns/org#organization> <urn:simpul:organization/dinas-pertanian-kota-sukamaju> ;"
        " <http://www.w3.org/ns/org#role> <urn:simpul:concept/role/lurah> }"
    )
    export_gexf(store, tmp_path / "graph.gexf")
    export_graphml(store, tmp_path / "graph.graphml")
    for found in (nx.read_gexf(tmp_path / "graph.gexf"), nx.read_graphml(tmp_path / "graph.graphml")):
        assert found.number_of_edges() == len(list(edges(store)))


def test_gephi_gets_days_and_the_date_as_it_is(store: Store, tmp_path: Path) -> None:
    export_gexf(store, tmp_path / "graph.gexf")
    found = nx.read_gexf(tmp_path / "graph.gexf")
    month = found.nodes["urn:simpul:article/bbbb000000000002"]
    assert (month["start"], month["end"], month["published"]) == ("2024-03-01", "2024-03-31", "2024-03")
    event = found.nodes["urn:simpul:event/panen-2024-03-02-1"]
    assert (event["start"], event["end"]) == ("2024-03-02", "2024-03-03")
    assert "start" not in found.nodes["urn:simpul:article/cccc000000000003"]
    assert 'timeformat="date"' in (tmp_path / "graph.gexf").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", EXPORTS)
def test_equal_graphs_give_equal_files(nasty_store: Store, name: str, tmp_path: Path) -> None:
    turned = Store(str(tmp_path / "turned"))
    turned.bulk_extend(reversed(list(nasty_store)))
    EXPORTS[name](nasty_store, tmp_path / "one")
    EXPORTS[name](turned, tmp_path / "two")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_import_files_have_a_line_for_each_node_and_relationship(store: Store, tmp_path: Path) -> None:
    command = export_neo4j_csv(store, tmp_path / "csv")
    rows = {path.stem: path.read_text(encoding="utf-8").count('"urn:simpul:') for path in (tmp_path / "csv").glob("*.csv")}
    assert rows["Person"] == 3
    assert sum(1 for _ in nodes(store)) == sum(n for name, n in rows.items() if not name.isupper())
    assert command in (tmp_path / "csv" / "import.sh").read_text(encoding="utf-8")
    assert "--nodes=Person:Simpul=Person.csv" in command
