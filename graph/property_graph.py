"""The one mapping from the knowledge graph to nodes and edges, which the graph page, networkx, GEXF and Neo4j share.

A relationship is a fact and keeps what states it: parallel lists `articles`, `evidence`, `published`. (Followthemoney's
`graph.py`: one model, several projections.) The table of labels and types is `graph.property_schema`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import networkx as nx
from pyoxigraph import NamedNode, Store

from graph.property_reader import Claim, Properties, Reader, Value, Values, last_part
from graph.property_schema import ARTICLE, BASE_LABEL, FACT_TYPES, ITSELF, LINKS, NAMED, NODE_TYPES, FactType, Relation
from graph.rdf import term

__all__ = ["Edge", "Node", "Properties", "Value", "edges", "nodes", "period", "to_networkx"]

DATED = re.compile(r"\d{4}")
"""A date whose year is known, unlike `--01-09`."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node: its IRI, its labels (the kind, then `Simpul`), and its properties."""

    id: str
    labels: tuple[str, ...]
    properties: Properties = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship between two nodes. `id` tells it from all others, also from those of the same fact."""

    id: str
    type: str
    source: str
    target: str
    properties: Properties = field(default_factory=dict)


def nodes(store: Store) -> Iterator[Node]:
    """Every node, by label and IRI. Streams: only the IRIs of one label are held at a time."""
    reader = Reader(store)
    for node in NODE_TYPES:
        for subject in reader.subjects(node.pattern):
            values = reader.values(subject)
            yield Node(subject.value, (node.label, BASE_LABEL), reader.properties(values, (*NAMED, *node.properties)))


def edges(store: Store) -> Iterator[Edge]:
    """Every relationship: facts by class and IRI, each read once, then the links between places and bodies."""
    reader = Reader(store)
    for fact_type in FACT_TYPES:
        for fact in reader.subjects(f"?id a {fact_type.rdf_class}"):
            yield from _edges_of_fact(reader, fact_type, fact)
    for link in LINKS:
        for subject in reader.subjects(f"?id a {link.source} ; {link.predicate} ?target"):
            for target in sorted(o.value for o in reader.objects(subject, link.predicate)):
                yield Edge(f"{subject.value}#{link.type}-{target}", link.type, subject.value, target)


def to_networkx(store: Store) -> nx.MultiDiGraph[str]:
    """The property graph as a networkx `MultiDiGraph`: node key is the IRI, edge key the id of the relationship.

    Nodes have `label` and their properties, edges `type` and theirs.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(store):
        graph.add_node(node.id, label=node.labels[0], **node.properties)
    for edge in edges(store):
        graph.add_edge(edge.source, edge.target, key=edge.id, type=edge.type, **edge.properties)
    return graph


def period(edge: Edge) -> tuple[str, str]:
    """First and last date of a fact: those on which a post is attested, else those on which articles with it came out.

    Partial ISO dates; both empty where nothing is dated.
    """
    first, last, published = (edge.properties.get(name) for name in ("first", "last", "published"))
    dates = [date for date in (first, last) if isinstance(date, str) and DATED.match(date)]
    if not dates and isinstance(published, list):
        dates = [date for date in published if DATED.match(date)]
    return (min(dates), max(dates)) if dates else ("", "")


def _edges_of_fact(reader: Reader, fact_type: FactType, fact: NamedNode) -> Iterator[Edge]:
    values = reader.values(fact)
    claims = reader.claims(fact)
    for relation in fact_type.relations:
        properties = reader.properties(values, relation.properties)
        if ARTICLE in (relation.source, relation.target):
            yield from _edges_by_article(relation, fact.value, values, properties, claims)
            continue
        source, target = (_end(end, fact.value, values) for end in (relation.source, relation.target))
        if source is not None and target is not None:
            carried = {"fact": fact.value, **properties, **_evidence(claims)}
            yield Edge(f"{fact.value}#{relation.type}", relation.type, source, target, carried)


def _edges_by_article(
    relation: Relation, fact: str, values: Values, properties: Properties, claims: list[Claim]
) -> Iterator[Edge]:
    """One relationship for each article that states the fact, with that article's evidence."""
    target = _end(relation.target, fact, values)
    if target is None:
        return
    for article in sorted({claim.article for claim in claims}):
        own = [claim for claim in claims if claim.article == article]
        name = f"{fact}#{relation.type}-{last_part(article)}"
        yield Edge(name, relation.type, article, target, {"fact": fact, **properties, **_evidence(own)})


def _end(predicates: tuple[str, ...], fact: str, values: Values) -> str | None:
    if predicates == ITSELF:
        return fact
    found = (values[iri] for p in predicates if (iri := term(p).value) in values)
    return next((min(o.value for o in objects) for objects in found), None)


def _evidence(claims: list[Claim]) -> Properties:
    if not claims:
        return {}
    strongest = min(claims, key=lambda claim: claim.weakness)
    return {
        "articles": [claim.article for claim in claims],
        "evidence": [claim.evidence for claim in claims],
        "published": [claim.published for claim in claims],
        "modalities": [claim.modality for claim in claims],
        "modality": strongest.modality,
        "certainty": strongest.certainty,
        "confidence": strongest.confidence,
    }
