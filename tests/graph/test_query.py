"""Queries: what is refused, what is bound, and what happens to one that would not end."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from graph.answers import as_csv, as_json, as_text, as_turtle
from graph.errors import QueryError, QueryTimeout, SimpulError, UsageError
from graph.query import ask, ask_question, checked
from graph.store import locked, write_generation
from ontology.namespaces import expand

LABEL = NamedNode(expand("rdfs:label"))
NASTY = 'x" } DROP ALL #'


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("query") / "graph"
    labels = [Literal("Wira"), Literal("Desa", language="id"), Literal(NASTY)]
    labels += [Literal(f"n{number}") for number in range(400)]
    with locked(folder):
        quads = (Quad(NamedNode(f"urn:x:{n}"), LABEL, label, DefaultGraph()) for n, label in enumerate(labels))
        write_generation(folder, quads, {})
    return folder


@pytest.mark.parametrize(
    ("sparql", "message"),
    [
        ("SELECT * WHERE { SERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * WHERE { FILTER EXISTS { SERVICE SILENT ?x { ?s ?p ?o } } }", "SERVICE asks another server"),
        ("SELECT * WHERE { # innocent\rSERVICE <http://127.0.0.1/> { ?s ?p ?o } }", "SERVICE asks another server"),
        ("SELECT * WHERE { { SELECT * WHERE { \\u0053ERVICE <http://x/> { ?s ?p ?o } } } }", "SERVICE asks another server"),
        ("SELECT * FROM <file:///etc/passwd> WHERE { ?s ?p ?o }", "FROM names another graph"),
        ("SELECT * FROM NAMED <http://x/> WHERE { GRAPH ?g { ?s ?p ?o } }", "FROM names another graph"),
        ("LOAD <http://127.0.0.1/>", "not a SPARQL query"),
        ("DROP ALL", "not a SPARQL query"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "not a SPARQL query"),
        ("SELECT * WHERE { ?s ?p }", "not a SPARQL query"),
        ("", "not a SPARQL query"),
        ("SELECT * WHERE " + "{" * 3000 + "}" * 3000, "nested too deeply"),
    ],
)
def test_a_query_only_reads_the_knowledge_graph(sparql: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        checked(sparql)


@pytest.mark.parametrize(
    "sparql",
    [
        'SELECT ?service WHERE { ?service ?p "FROM SERVICE LOAD" }',
        "ASK { ?s ?p ?o } # SERVICE",
        "CONSTRUCT WHERE { ?s ?p ?o }",
        "DESCRIBE <urn:x:1>",
    ],
)
def test_words_in_names_texts_and_comments_are_no_commands(sparql: str) -> None:
    assert checked(sparql) == sparql


def test_an_answer_is_rows_in_order(graph: Path) -> None:
    answer = ask(
        graph, "SELECT ?s ?name ?none WHERE { ?s rdfs:label ?name FILTER(LANG(?name) = 'id') OPTIONAL { ?s a ?none } }"
    )
    assert answer.columns == ("s", "name", "none")
    assert answer.rows == ((NamedNode("urn:x:1"), Literal("Desa", language="id"), None),)
    assert not answer.truncated
    assert as_csv(answer) == "s,name,none\r\nurn:x:1,Desa,\r\n"
    assert '"xml:lang": "id"' in as_json(answer)
    assert list(as_text(answer)) == [("urn:x:1", "Desa", "")]


def test_an_ask_query_answers_true_or_false(graph: Path) -> None:
    assert as_csv(ask(graph, "ASK { <urn:x:0> rdfs:label 'Wira' }")) == "answer\r\ntrue\r\n"


def test_triples_go_out_as_turtle_and_rows_do_not(graph: Path) -> None:
    answer = ask(graph, "CONSTRUCT WHERE { <urn:x:0> ?p ?o }")
    assert '<urn:x:0> rdfs:label "Wira" .' in as_turtle(answer)
    with pytest.raises(UsageError, match="ttl is for CONSTRUCT and DESCRIBE"):
        as_turtle(ask(graph, "SELECT * WHERE { <urn:x:0> ?p ?o }"))


@pytest.mark.parametrize(("limit", "truncated"), [(10, True), (403, False)])
def test_rows_that_were_cut_are_said_to_be(limit: int, truncated: bool, graph: Path) -> None:
    answer = ask(graph, "SELECT ?s WHERE { ?s rdfs:label ?name }", rows=limit)
    assert (len(answer.rows), answer.truncated) == (limit, truncated)


def test_a_value_is_bound_not_pasted(graph: Path) -> None:
    answer = ask(graph, "SELECT ?s ?name WHERE { ?s rdfs:label ?name }", {"name": Literal(NASTY)})
    assert answer.rows == ((NamedNode("urn:x:2"), Literal(NASTY)),)


def test_a_bound_variable_must_be_selected(graph: Path) -> None:
    with pytest.raises(QueryError, match="the values do not fit the query"):
        ask(graph, "SELECT ?s WHERE { ?s rdfs:label ?name }", {"name": Literal("Wira")})


def test_a_query_that_does_not_end_is_stopped(graph: Path) -> None:
    product = " ".join(f"?s{n} ?p{n} ?o{n} ." for n in range(6))
    with pytest.raises(QueryTimeout, match="ran longer than 2 seconds"):
        ask(graph, f"SELECT (COUNT(*) AS ?n) WHERE {{ {product} FILTER(?s0 != ?s1) }}", seconds=2)


def test_a_query_that_wants_all_memory_is_stopped(graph: Path) -> None:
    doubling = " ".join(f"BIND(CONCAT(?a{n}, ?a{n}) AS ?a{n + 1})" for n in range(34))
    with pytest.raises(SimpulError, match=r"needed more than \d+ MB of memory"):
        ask(graph, f"SELECT (STRLEN(?a34) AS ?n) WHERE {{ BIND('aaaaaaaa' AS ?a0) {doubling} }}", memory=1 << 30)


def test_an_unknown_prefix_is_a_wrong_query(graph: Path) -> None:
    with pytest.raises(QueryError, match="not a SPARQL query"):
        ask(graph, "SELECT * WHERE { ?s nowhere:p ?o }")


def test_a_folder_without_a_graph_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no graph here; make one with: simpul build"):
        ask(tmp_path, "ASK {}")


def test_an_unknown_question_is_a_wrong_call(graph: Path) -> None:
    with pytest.raises(UsageError, match="no question is called 'weather'"):
        ask_question(graph, "weather", {})
