"""What is wrong in a graph: inside one article by shapes and queries, across articles by queries (`ontology/checks/`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, QuerySolutions, Store

from graph.finding import Finding
from graph.rdf import Object, term
from graph.shapes import shape_findings
from ontology.checks import Check, article_checks, checks

__all__ = ["Finding", "check_article", "check_graph"]


def check_article(quads: Iterable[Quad]) -> list[Finding]:
    """What the shapes and the checks of one article say against an article graph; empty where all is well."""
    given = list(quads)
    return [*shape_findings(given), *_query_findings(given)]


def check_graph(store: Store) -> Iterator[Finding]:
    """Everything that cannot all be true in a knowledge graph, by check and then by what was found."""
    for check in checks():
        for detail, facts in sorted(_rows(check, store).items()):
            sources = sorted({source for fact in facts for source in _sources(fact, store)})
            yield Finding(
                check=check.name,
                title=check.title,
                title_en=check.title_en,
                detail=detail,
                articles=tuple(sorted({article for article, _ in sources})),
                evidence=tuple(evidence for _, evidence in sources if evidence),
            )


def _query_findings(quads: Iterable[Quad]) -> Iterator[Finding]:
    """What the checks of one article find."""
    store = Store()
    store.bulk_extend(Quad(quad.subject, quad.predicate, quad.object) for quad in quads)
    articles = tuple(_texts(None, "schema:identifier", store))
    for check in article_checks():
        for detail in sorted(_rows(check, store)):
            yield Finding(check=check.name, title=check.title, title_en=check.title_en, detail=detail, articles=articles)


def _rows(check: Check, store: Store) -> dict[str, set[str]]:
    """What a check found, and the IRIs behind each finding."""
    solutions = store.query(check.sparql)
    if not isinstance(solutions, QuerySolutions):
        raise ValueError(f"the check {check.name!r} is not a SELECT query")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in solutions:
        found[row["finding"].value].update(row["facts"].value.split())
    return found


def _sources(iri: str, store: Store) -> Iterator[tuple[str, str]]:
    """The article ids and the evidence of a fact's claims, or of a claim itself."""
    node = NamedNode(iri)
    claims = [quad.subject for quad in store.quads_for_pattern(None, term("simpul:states"), node)] or [node]
    for claim in claims:
        words = [
            text
            for evidence in _objects(claim, "simpul:evidence", store)
            for selector in _objects(evidence, "oa:hasSelector", store)
            for text in _texts(selector, "oa:exact", store)
        ]
        for article in _objects(claim, "simpul:article", store):
            for location in _texts(article, "schema:identifier", store):
                yield from ((location, evidence) for evidence in words or [""])


def _objects(node: object, predicate: str, store: Store) -> list[Object]:
    return [quad.object for quad in store.quads_for_pattern(node, term(predicate), None)]  # type: ignore[arg-type,misc]


def _texts(node: object, predicate: str, store: Store) -> list[str]:
    return [value.value for value in _objects(node, predicate, store)]
