"""The one mapping from the knowledge graph to nodes and edges, which the graph page, networkx, GEXF and Neo4j share.

A relationship is a fact and keeps what states it: parallel lists `articles`, `evidence`, `published`. (Followthemoney's
`graph.py`: one model, several projections.) The table of labels and types is `graph.property_schema`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import TypeVar

import networkx as nx
from pyoxigraph import NamedNode, Store

from graph.property_reader import Claim, Properties, Reader, Value, Values, last_part
from graph.property_schema import (
    ARTICLE,
    BASE_LABEL,
    FACT_TYPES,
    ITSELF,
    LINKS,
    NAMED,
    NODE_TYPES,
    FactType,
    Link,
    NodeType,
    Relation,
)
from graph.rdf import term

__all__ = ["Edge", "Node", "Properties", "Value", "edges", "nodes", "period", "to_networkx"]

T = TypeVar("T")

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
    """Every node, by label and IRI. Streams: held are the IRIs of one label and some thousand nodes."""
    reader = Reader(store)
    return _ahead(_nodes_of_type(reader, type_, ids) for type_ in NODE_TYPES for ids in reader.subjects(type_.pattern))


def edges(store: Store) -> Iterator[Edge]:
    """Every relationship: facts by class and IRI, then the links between places and bodies. Streams as `nodes` does."""
    return _ahead(_edge_lists(Reader(store)))


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


def _ahead(lists: Iterator[list[T]]) -> Iterator[T]:
    """What the lists hold; while one is used, the next is read in a thread of its own."""
    with ThreadPoolExecutor(max_workers=1) as reader:
        waiting = reader.submit(next, lists, None)
        while (found := waiting.result()) is not None:
            waiting = reader.submit(next, lists, None)
            yield from found


def _nodes_of_type(reader: Reader, type_: NodeType, ids: list[NamedNode]) -> list[Node]:
    wanted = (*NAMED, *type_.properties)
    values = reader.values(ids, (one.predicate for one in wanted))
    labels = (type_.label, BASE_LABEL)
    return [Node(id_.value, labels, reader.properties(values[id_.value], wanted)) for id_ in ids]


def _edge_lists(reader: Reader) -> Iterator[list[Edge]]:
    for fact_type in FACT_TYPES:
        for facts in reader.subjects(f"?id a {fact_type.rdf_class}"):
            values, claims = reader.values(facts, _predicates(fact_type)), reader.claims(facts)
            read = ((fact.value, values[fact.value], claims[fact.value]) for fact in facts)
            yield [edge for one in read for edge in _edges_of_fact(reader, fact_type, *one)]
    for link in LINKS:
        for ids in reader.subjects(f"?id a {link.source} ; {link.predicate} ?target"):
            targets = reader.values(ids, [link.predicate])
            yield [edge for id_ in ids for edge in _links(link, id_.value, targets[id_.value])]


def _predicates(fact_type: FactType) -> Iterator[str]:
    """What is to be read of facts of a class: their properties and what leads to the ends of their relationships."""
    for relation in fact_type.relations:
        yield from (one.predicate for one in relation.properties)
        yield from (name for end in (relation.source, relation.target) if end not in (ITSELF, ARTICLE) for name in end)


def _links(link: Link, source: str, values: Values) -> Iterator[Edge]:
    for target in sorted({o.value for o in values[term(link.predicate).value]}):
        yield Edge(f"{source}#{link.type}-{target}", link.type, source, target)


def _edges_of_fact(reader: Reader, fact_type: FactType, fact: str, values: Values, claims: list[Claim]) -> Iterator[Edge]:
    for relation in fact_type.relations:
        properties = reader.properties(values, relation.properties)
        if ARTICLE in (relation.source, relation.target):
            yield from _edges_by_article(relation, fact, values, properties, claims)
            continue
        source, target = (_end(end, fact, values) for end in (relation.source, relation.target))
        if source is not None and target is not None:
            carried = {"fact": fact, **properties, **_evidence(claims)}
            yield Edge(f"{fact}#{relation.type}", relation.type, source, target, carried)


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
