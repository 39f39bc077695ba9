"""The one mapping from the knowledge graph to nodes and edges, which the graph page, networkx, GEXF and Neo4j share.

A relationship is a fact and keeps what states it: parallel lists `articles`, `evidence`, `published`. (Followthemoney's
`graph.py`: one model, several projections.) The table of labels and types is `graph.property_schema`.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, islice
from operator import attrgetter
from typing import TypeVar

import networkx as nx
from pyoxigraph import Store

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
from graph.solutions import text

__all__ = ["Edge", "Node", "Properties", "Value", "edges", "nodes", "nodes_and_edges", "period", "to_networkx"]

T = TypeVar("T")
Type = TypeVar("Type", NodeType, FactType, Link)
Read = Callable[[], Iterable[T]]

AT_A_TIME = (10_000, 40_000)
"""Subjects of the first part and of all others. Going through the indexes of 300,000 claims takes 1 s each time, so parts are
large; the first is small, or a database waits for it."""

READERS = 2
"""Threads that read; a third finds nothing to do on four processors, where a database writes at the same time."""

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
    """Every node, by label and IRI. Streams: held are the IRIs, and what was read of some ten thousand nodes."""
    return _each(_node_reads(Reader(store)))


def edges(store: Store) -> Iterator[Edge]:
    """Every relationship: facts by class and IRI, then the links between places and bodies. Streams as `nodes` does."""
    return _each(_edge_reads(Reader(store)))


def nodes_and_edges(store: Store) -> Iterator[Node | Edge]:
    """All of `nodes`, then all of `edges`: the first relationships are read while the last nodes are used."""
    reader = Reader(store)
    return _each(chain[Read[Node | Edge]](_node_reads(reader), _edge_reads(reader)))


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


def _node_reads(reader: Reader) -> Iterator[Read[Node]]:
    return (partial(_nodes, reader, part) for part in _parts(reader, NODE_TYPES))


def _edge_reads(reader: Reader) -> Iterator[Read[Edge]]:
    yield from (partial(_edges, reader, part) for part in _parts(reader, FACT_TYPES))
    yield from (partial(_links, reader, part) for part in _parts(reader, LINKS))


def _parts(reader: Reader, types: Iterable[Type]) -> Iterator[list[tuple[Type, str]]]:
    """The subjects of these types in lists that are read together."""
    subjects = ((type_, id_) for type_ in types for id_ in reader.subjects(type_.pattern))
    first, more = AT_A_TIME
    part = list(islice(subjects, first))
    while part:
        yield part
        part = list(islice(subjects, more))


def _each(reads: Iterator[Read[T]]) -> Iterator[T]:
    """What each gives, in order. Reading begins at once; while one is used, the next are read in threads of their own."""
    readers = ThreadPoolExecutor(READERS)
    waiting = deque(readers.submit(read) for read in islice(reads, READERS))
    return _in_turn(readers, reads, waiting)


def _in_turn(readers: ThreadPoolExecutor, reads: Iterator[Read[T]], waiting: deque[Future[Iterable[T]]]) -> Iterator[T]:
    with readers:
        while waiting:
            found = waiting.popleft().result()
            waiting.extend(readers.submit(read) for read in islice(reads, 1))
            yield from found


def _nodes(reader: Reader, part: list[tuple[NodeType, str]]) -> Iterator[Node]:
    """Reads the nodes of a part; they are put together as they are asked for."""
    wanted = {type_: (*NAMED, *type_.properties) for type_, _ in part}
    predicates = (one.predicate for properties in wanted.values() for one in properties)
    values = reader.values([id_ for _, id_ in part], predicates)
    return (
        Node(id_, (type_.label, BASE_LABEL), reader.properties(own, wanted[type_]))
        for (type_, id_), own in zip(part, values, strict=True)
    )


def _edges(reader: Reader, part: list[tuple[FactType, str]]) -> Iterator[Edge]:
    """Reads the facts of a part; their relationships are put together as they are asked for."""
    facts = [fact for _, fact in part]
    predicates = (name for type_ in {type_ for type_, _ in part} for name in _predicates(type_))
    read = zip(part, reader.values(facts, predicates), reader.claims(facts), strict=True)
    return (edge for (type_, fact), values, claims in read for edge in _edges_of_fact(reader, type_, fact, values, claims))


def _predicates(fact_type: FactType) -> Iterator[str]:
    """What is to be read of facts of a class: their properties and what leads to the ends of their relationships."""
    for relation in fact_type.relations:
        yield from (one.predicate for one in relation.properties)
        yield from (name for end in (relation.source, relation.target) if end not in (ITSELF, ARTICLE) for name in end)


def _links(reader: Reader, part: list[tuple[Link, str]]) -> Iterator[Edge]:
    predicates = (link.predicate for link, _ in part)
    read = zip(part, reader.values([source for _, source in part], predicates), strict=True)
    return (
        Edge(f"{source}#{link.type}-{target}", link.type, source, target)
        for (link, source), values in read
        for target in sorted({text(one) for one in values[link.predicate]})
    )


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
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    for article, own in sorted(by_article.items()):
        name = f"{fact}#{relation.type}-{last_part(article)}"
        yield Edge(name, relation.type, article, target, {"fact": fact, **properties, **_evidence(own)})


def _end(predicates: tuple[str, ...], fact: str, values: Values) -> str | None:
    if predicates == ITSELF:
        return fact
    found = (values[predicate] for predicate in predicates if predicate in values)
    return next((text(min(objects)) for objects in found), None)


def _evidence(claims: list[Claim]) -> Properties:
    if not claims:
        return {}
    strongest = claims[0] if len(claims) == 1 else min(claims, key=attrgetter("weakness"))
    return {
        "articles": [claim.article for claim in claims],
        "evidence": [claim.evidence for claim in claims],
        "published": [claim.published for claim in claims],
        "modalities": [claim.modality for claim in claims],
        "modality": strongest.modality,
        "certainty": strongest.certainty,
        "confidence": strongest.confidence,
    }
