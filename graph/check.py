"""What is wrong in a graph: inside one article by shapes (`graph.shapes`), across articles by SPARQL (`ontology/checks/`)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from pyoxigraph import QuerySolutions, Store

from graph.finding import Finding
from graph.shapes import check_article
from ontology.checks import Check, checks

__all__ = ["Finding", "check_article", "check_graph"]


def check_graph(store: Store) -> Iterator[Finding]:
    """Everything that cannot all be true in a knowledge graph, by check and then by what was found."""
    for check in checks():
        yield from _findings(check, store)


def _findings(check: Check, store: Store) -> Iterator[Finding]:
    """The rows of a check, those of one finding put together."""
    solutions = store.query(check.sparql)
    if not isinstance(solutions, QuerySolutions):
        raise ValueError(f"the check {check.name!r} is not a SELECT query")
    sources: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for row in solutions:
        found, article, evidence = (row[name].value if row[name] else "" for name in ("finding", "article", "evidence"))
        sources[found].add((article, evidence))
    for found, places in sorted(sources.items()):
        yield Finding(
            check=check.name,
            title=check.title,
            title_en=check.title_en,
            detail=found,
            articles=tuple(sorted({article for article, _ in places if article})),
            evidence=tuple(evidence for _, evidence in sorted(places) if evidence),
        )
