"""The export to Neo4j against a genuine server: counts and answers as SPARQL gives them, and names that try to be Cypher."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import neo4j
import pytest
from pyoxigraph import Literal, Quad, Store

from graph.errors import ExportError
from graph.export.cypher import export_cypher
from graph.export.neo4j import export_neo4j
from graph.export.neo4j_csv import export_neo4j_csv
from graph.property_graph import edges, nodes
from graph.rdf import term
from ontology.namespaces import PREFIXES

Imported = Callable[[Path], AbstractContextManager[tuple[str, str]]]

COUNTED = {
    "Person": "?x a schema:Person",
    "Organization": "?x a org:Organization",
    "Area": "?x a schema:AdministrativeArea",
    "Program": "?x a cpsv:PublicService",
    "Event": "?x a sem:Event",
    "Venue": "?x a sem:Place",
    "Regulation": "?x a eli:LegalResource",
    "Article": "?x a schema:NewsArticle",
    "Post": "?f a org:Membership ; org:role ?x FILTER NOT EXISTS { ?f org:organization [] }",
    "Statement": "?x a schema:Quotation",
    "Figure": "?x a qb:Observation",
    "HOLDS": "?x a org:Membership",
    "MENTIONS": "?x a ?kind ; ^simpul:states/simpul:article ?y VALUES ?kind { simpul:OrganizationMention simpul:AreaMention }",
    "RUNS": "?x a simpul:Provision ; simpul:organization []",
    "REPORTS": "?x a ?kind ; ^simpul:states/simpul:article ?y "
    "VALUES ?kind { simpul:Provision simpul:Occurrence schema:Quotation qb:Observation }",
    "TOOK_PART": "?x a simpul:Participation",
    "SAID": "?x a schema:Quotation ; schema:creator []",
    "MEASURES": "?x a qb:Observation ; simpul:subject []",
    "CLAIMS": "?x a qb:Observation ; simpul:claimedBy []",
    "CITES": "?x a simpul:Citation ; ^simpul:states/simpul:article ?y",
    "WITHIN": "{ ?x schema:containedInPlace ?y } UNION { ?x a sem:Place ; simpul:area ?y }",
    "PART_OF": "?x org:subOrganizationOf ?y",
    "SERVES": "?x schema:areaServed ?y",
    "HELD_AT": "?x sem:hasPlace ?y",
    "HELD_IN": "?x a sem:Event ; simpul:area ?y",
    "ABOUT": "?x schema:contentLocation ?y",
}
WHO_SPOKE_AT_WHICH_EVENT = """
MATCH (p)-[t:TOOK_PART {role: 'speaks'}]->(e:Event)
RETURN p.name AS who, e.name AS event, t.evidence AS evidence ORDER BY who, event
"""
NASTY = [
    "Orang`) DETACH DELETE (n",
    "Robi' WITH true AS ignored MATCH (s) DETACH DELETE s; //",
    'kata "kutip", koma; titik koma',
    "baris\nkedua\r\nketiga\tujung",
    "\\u0027 garis miring \\ di akhir \\",
    ":ID,:LABEL",
    "=1+1",
    "\U0001f33e padi \u200f",
    " spasi di tepi ",
]


def sparql(store: Store, query: str) -> list[Any]:
    return list(store.query(query, prefixes=PREFIXES))


def expected_counts(store: Store) -> dict[str, int]:
    query = "SELECT (COUNT(*) AS ?n) WHERE {{ SELECT DISTINCT ?x ?y WHERE {{ {} }} }}"
    return {name: int(sparql(store, query.format(pattern))[0]["n"].value) for name, pattern in COUNTED.items()}


def counts(uri: str) -> dict[str, int]:
    with neo4j.GraphDatabase.driver(uri) as driver:
        labels = driver.execute_query("MATCH (n:Simpul) UNWIND labels(n) AS l WITH l WHERE l <> 'Simpul' RETURN l, count(*)")
        types = driver.execute_query("MATCH (:Simpul)-[r]->(:Simpul) RETURN type(r), count(*)")
    return dict([*labels.records, *types.records])


def everything(uri: str) -> list[Any]:
    """All nodes and relationships with all their properties, comparable."""
    with neo4j.GraphDatabase.driver(uri) as driver:
        nodes = driver.execute_query("MATCH (n:Simpul) RETURN labels(n) AS labels, properties(n) AS p").records
        edges = driver.execute_query("MATCH (:Simpul)-[r]->() RETURN type(r) AS type, properties(r) AS p").records
    return sorted([(sorted(n["labels"]), sorted(n["p"].items())) for n in nodes]) + sorted(
        [(e["type"], sorted(e["p"].items())) for e in edges]
    )


def run_script(uri: str, script: Path) -> None:
    """What `cypher-shell --file` does: a statement ends with `;` at the end of a line."""
    with neo4j.GraphDatabase.driver(uri) as driver:
        for statement in script.read_text(encoding="utf-8").split(";\n"):
            if statement:
                driver.execute_query(statement)  # type: ignore[arg-type]


@pytest.fixture
def nasty_store(store: Store) -> Store:
    """The small graph where every label is a text that tries to be more."""
    labels = list(store.quads_for_pattern(None, term("rdfs:label"), None))
    for number, quad in enumerate(sorted(labels, key=str)):
        store.add(Quad(quad.subject, term("skos:altLabel"), Literal(NASTY[number % len(NASTY)])))
    return store


def test_counts_equal_those_of_sparql_after_one_export_and_after_two(store: Store, uri: str) -> None:
    sent = export_neo4j(store, uri=uri)
    once = counts(uri)
    export_neo4j(store, uri=uri)
    assert once == expected_counts(store)
    assert counts(uri) == once
    assert {**sent.nodes, **sent.relationships} == once


def test_cypher_and_sparql_agree_on_who_spoke_at_which_event(store: Store, uri: str) -> None:
    export_neo4j(store, uri=uri)
    rows = sparql(
        store,
        """SELECT ?who ?event ?exact WHERE {
            ?fact a simpul:Participation ; simpul:participant/rdfs:label ?who ; simpul:event/rdfs:label ?event ;
                simpul:participationRole <urn:simpul:concept/participation-role/speaks> .
            ?claim simpul:states ?fact ; simpul:evidence ?evidence .
            BIND(IRI(CONCAT(STR(?evidence), ";quote")) AS ?quote) ?quote oa:exact ?exact } ORDER BY ?who ?event""",
    )
    with neo4j.GraphDatabase.driver(uri) as driver:
        found = driver.execute_query(WHO_SPOKE_AT_WHICH_EVENT).records
    assert [tuple(r) for r in found] == [(r["who"].value, r["event"].value, [r["exact"].value]) for r in rows]
    assert found


def test_a_relationship_keeps_its_articles_evidence_and_dates_side_by_side(store: Store, uri: str) -> None:
    export_neo4j(store, uri=uri)
    with neo4j.GraphDatabase.driver(uri) as driver:
        (holds,) = driver.execute_query("MATCH (:Person {name: 'Raka Sentosa'})-[r:HOLDS]->() RETURN properties(r)").records
    assert holds[0]["published"] == ["2024-03", "2024-03-05"]
    assert holds[0]["evidence"] == ["Plt. Kadis Pertanian Raka", "Plt. Kepala Dinas Pertanian, Raka Sentosa"]
    assert (holds[0]["acting"], holds[0]["first"], holds[0]["last"]) == ("Plt.", "2024-03", "2024-03-05")


def test_a_property_that_the_graph_no_longer_has_goes(store: Store, uri: str) -> None:
    export_neo4j(store, uri=uri)
    store.update("DELETE WHERE { ?x <http://www.w3.org/2004/02/skos/core#altLabel> ?name }")
    export_neo4j(store, uri=uri)
    with neo4j.GraphDatabase.driver(uri) as driver:
        (found,) = driver.execute_query("MATCH (n:Simpul) RETURN count(n.names)").records
    assert found[0] == 0


def test_prune_takes_out_what_the_graph_no_longer_has_and_nothing_else(store: Store, uri: str) -> None:
    export_neo4j(store, uri=uri)
    with neo4j.GraphDatabase.driver(uri) as driver:
        driver.execute_query("MATCH (p:Person), (a:Article) CREATE (p)-[:READ {mine: true}]->(a)")
        drawn = driver.execute_query("MATCH ()-[r:READ]->() RETURN count(r)").records[0][0]
        store.update("DELETE WHERE { <urn:simpul:fact/figures/01> ?p ?o }")
        assert export_neo4j(store, uri=uri).removed == 0
        assert export_neo4j(store, uri=uri, prune=True).removed == 4  # the figure and its three relationships
        assert driver.execute_query("MATCH ()-[r:READ]->() RETURN count(r)").records[0][0] == drawn
        driver.execute_query("MATCH ()-[r:READ]->() DELETE r")
    assert counts(uri) == {name: n for name, n in expected_counts(store).items() if n}


def test_an_export_that_broke_off_goes_on_where_it_stopped(store: Store, uri: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.export.neo4j.BATCH", 5)
    rows = len(list(nodes(store))) + len(list(edges(store)))
    written: list[int] = []

    def break_off(batch: int) -> None:
        written.append(batch)
        if len(written) == 12:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_neo4j(store, uri=uri, on_progress=break_off)
    again = export_neo4j(store, uri=uri)
    assert sum(written) <= again.resumed < rows
    assert counts(uri) == expected_counts(store)
    assert export_neo4j(store, uri=uri).resumed == 0


def test_a_graph_that_changed_after_an_export_broke_off_is_sent_as_it_is_now(store: Store, uri: str) -> None:
    left = len(list(nodes(store)))

    def break_off(batch: int) -> None:
        nonlocal left
        left -= batch
        if not left:
            raise KeyboardInterrupt  # all nodes are written, no relationship is

    with pytest.raises(KeyboardInterrupt):
        export_neo4j(store, uri=uri, on_progress=break_off)
    store.update("DELETE WHERE { ?x <http://www.w3.org/2004/02/skos/core#altLabel> ?name }")
    assert 0 < export_neo4j(store, uri=uri).resumed < len(list(nodes(store)))
    with neo4j.GraphDatabase.driver(uri) as driver:
        (found,) = driver.execute_query("MATCH (n:Simpul) RETURN count(n.names)").records
    assert found[0] == 0


def test_nodes_that_are_not_ours_are_left_alone(store: Store, uri: str) -> None:
    with neo4j.GraphDatabase.driver(uri) as driver:
        driver.execute_query("CREATE (:Person {name: 'Raka Sentosa', mine: true})")
        export_neo4j(store, uri=uri)
        (found,) = driver.execute_query("MATCH (p:Person {mine: true}) DELETE p RETURN count(*)").records
    assert found[0] == 1


def test_names_that_try_to_be_cypher_stay_values(nasty_store: Store, uri: str) -> None:
    """Cases O-15 and O-16."""
    export_neo4j(nasty_store, uri=uri)
    assert counts(uri) == expected_counts(nasty_store)
    with neo4j.GraphDatabase.driver(uri) as driver:
        found = driver.execute_query("MATCH (n:Simpul) UNWIND n.names AS name RETURN DISTINCT name").records
    assert set(NASTY) <= {record["name"] for record in found}


def test_the_script_gives_the_same_graph(nasty_store: Store, uri: str, tmp_path: Path) -> None:
    export_neo4j(nasty_store, uri=uri)
    live = everything(uri)
    with neo4j.GraphDatabase.driver(uri) as driver:
        driver.execute_query("MATCH (n:Simpul) DETACH DELETE n")
    export_cypher(nasty_store, tmp_path / "graph.cypher")
    run_script(uri, tmp_path / "graph.cypher")
    assert everything(uri) == live


def test_the_import_tool_takes_the_files_without_a_warning(
    nasty_store: Store, uri: str, tmp_path: Path, imported: Imported
) -> None:
    """Case O-17, with a field of 10 MB."""
    nasty_store.add(Quad(term("simpul:long"), term("rdf:type"), term("cpsv:PublicService")))
    for predicate in ("rdfs:label", "skos:altLabel"):
        nasty_store.add(Quad(term("simpul:long"), term(predicate), Literal('panjang "sekali",\n' * 600_000)))
    export_neo4j_csv(nasty_store, tmp_path / "csv")
    export_neo4j(nasty_store, uri=uri)
    with imported(tmp_path / "csv") as (said, imported_uri):
        assert counts(imported_uri) == expected_counts(nasty_store)
        assert everything(imported_uri) == everything(uri)
        run_script(imported_uri, tmp_path / "csv" / "constraints.cypher")
        export_neo4j(nasty_store, uri=imported_uri)  # a later live export goes on where the import ended
        assert everything(imported_uri) == everything(uri)
    assert "IMPORT DONE" in said
    assert not [line for line in said.splitlines() if "warn" in line.lower()]
    assert (tmp_path / "csv" / "import.report").read_text() == ""


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:9", "https://127.0.0.1:9", "no address"])
def test_a_server_that_is_not_there_is_one_sentence(store: Store, uri: str) -> None:
    with pytest.raises(ExportError, match=uri) as raised:
        export_neo4j(store, uri=uri)
    assert "\n" not in str(raised.value)


def test_a_writing_process_that_ends_by_itself_is_one_sentence(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("graph.export.neo4j.serve", print)  # the call gives a TypeError
    with pytest.raises(ExportError, match=r"^bolt://127\.0\.0\.1:9: writing ended abnormally \(TypeError: .*\); export again"):
        export_neo4j(store, uri="bolt://127.0.0.1:9")
