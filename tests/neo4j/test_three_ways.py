"""One graph, three ways into three empty servers: the same counts, the same answers, and those that SPARQL gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from typing import Any

import neo4j
import pytest
from pyoxigraph import Store

from graph.build import build
from graph.export.cypher import export_cypher
from graph.export.neo4j import export_neo4j
from graph.export.neo4j_csv import export_neo4j_csv
from graph.property_graph import edges, nodes
from graph.store import opened
from ontology.namespaces import PREFIXES

Imported = Callable[[Path], AbstractContextManager[tuple[str, str]]]
Homes = Callable[[str], AbstractContextManager[str]]

SAID_TO_BE_SO = """FILTER EXISTS { ?claim simpul:states ?fact ; simpul:modality ?modality
    FILTER(?modality IN (<urn:simpul:concept/modality/stated>, <urn:simpul:concept/modality/planned>)) }"""
QUESTIONS = {
    "who holds which post": (
        """MATCH (who:Person)-[r:HOLDS]->(body:Organization) WHERE r.modality IN ['stated', 'planned']
           RETURN who.name, r.post, body.name""",
        f"""SELECT ?who ?post ?body {{ ?fact a org:Membership ; org:member/rdfs:label ?who ; org:role/rdfs:label ?post ;
            org:organization/rdfs:label ?body FILTER(LANG(?post) = "id") {SAID_TO_BE_SO} }}""",
    ),
    "who said what": (
        "MATCH (who)-[:SAID]->(what:Statement) RETURN who.name, what.text",
        "SELECT ?who ?text { ?fact a schema:Quotation ; schema:creator/rdfs:label ?who ; schema:text ?text }",
    ),
    "how many articles name a body": (
        "MATCH (a:Article)-[:MENTIONS]->(body:Organization) RETURN body.name, count(DISTINCT a)",
        """SELECT ?name (COUNT(DISTINCT ?article) AS ?articles) { ?claim simpul:states ?fact ; simpul:article ?article .
           ?fact a simpul:OrganizationMention ; simpul:organization ?body . ?body rdfs:label ?name } GROUP BY ?body ?name""",
    ),
    "what was measured of what": (
        "MATCH (f:Figure)-[:MEASURES]->(what) RETURN f.measure, f.value, f.unit, what.name",
        """SELECT ?measure ?value ?unit ?name { ?fact a qb:Observation ; simpul:measureText ?measure ; simpul:value ?value ;
           simpul:subject/rdfs:label ?name OPTIONAL { ?fact simpul:unit ?unit } }""",
    ),
    "which sentence reports which event": (
        "MATCH (:Article)-[r:REPORTS]->(event:Event) UNWIND r.evidence AS sentence RETURN event.name, sentence",
        """SELECT ?name ?sentence { ?fact a simpul:Occurrence ; simpul:event/rdfs:label ?name . ?claim simpul:states ?fact ;
           simpul:evidence/oa:hasSelector/oa:exact ?sentence }""",
    ),
}


@pytest.fixture(scope="module")
def seeds(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> Store:
    """The graph of real articles."""
    folder = tmp_path_factory.mktemp("seeds") / "graph"
    build([shared / "seeds"], folder)
    return opened(folder).open()


@pytest.fixture(scope="module")
def drivers(seeds: Store, imported: Imported, homes: Homes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A driver for each of three servers, each filled in another way."""
    folder = tmp_path_factory.mktemp("files")
    export_cypher(seeds, folder / "graph.cypher")
    export_neo4j_csv(seeds, folder / "csv")
    with ExitStack() as stack:
        _, by_files = stack.enter_context(imported(folder / "csv"))
        live, by_script = (stack.enter_context(homes(name)) for name in ("live", "script"))
        export_neo4j(seeds, uri=live)
        found = [stack.enter_context(neo4j.GraphDatabase.driver(uri)) for uri in (live, by_files, by_script)]
        for statement in (folder / "graph.cypher").read_text(encoding="utf-8").split(";\n"):
            if statement:
                found[2].execute_query(statement)  # type: ignore[arg-type]
        yield found


def rows(driver: neo4j.Driver, cypher: str) -> list[tuple[str, ...]]:
    return sorted(tuple(map(text, record.values())) for record in driver.execute_query(cypher).records)  # type: ignore[arg-type]


def text(value: object) -> str:
    """A value of either language: 1250.5 and "1250.5" are one."""
    if value is None:
        return ""
    shown = str(getattr(value, "value", value))
    return repr(float(shown)) if shown.replace(".", "", 1).isdigit() else shown


def test_three_ways_give_the_same_counts(seeds: Store, drivers: list[neo4j.Driver]) -> None:
    expected = Counter(node.labels[0] for node in nodes(seeds)) + Counter(edge.type for edge in edges(seeds))
    for driver in drivers:
        labels = driver.execute_query("MATCH (n:Simpul) UNWIND labels(n) AS l WITH l WHERE l <> 'Simpul' RETURN l, count(*)")
        types = driver.execute_query("MATCH ()-[r]->() RETURN type(r), count(*)")
        assert dict([*labels.records, *types.records]) == expected  # type: ignore[comparison-overlap]


@pytest.mark.parametrize("question", QUESTIONS)
def test_three_ways_and_sparql_give_the_same_answers(seeds: Store, drivers: list[neo4j.Driver], question: str) -> None:
    cypher, sparql = QUESTIONS[question]
    expected = sorted(tuple(map(text, row)) for row in seeds.query(sparql, prefixes=PREFIXES))  # type: ignore[union-attr]
    assert expected
    assert [rows(driver, cypher) for driver in drivers] == [expected] * 3
