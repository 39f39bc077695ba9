"""The one mapping from the knowledge graph to nodes and edges, which the graph page, networkx, GEXF and Neo4j share.

A relationship is a fact and keeps what states it: parallel lists `articles`, `evidence`, `published`. (Followthemoney's
`graph.py`: one model, several projections.) The table of labels and types is `graph.property_schema`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import cast

import networkx as nx
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QuerySolutions, Store, Triple

from graph.facts import Certainty, Modality
from graph.property_schema import (
    ARTICLE,
    BASE_LABEL,
    FACT_TYPES,
    ITSELF,
    LINKS,
    NAMED,
    NODE_TYPES,
    UNDATED,
    FactType,
    Kind,
    Property,
    Relation,
)
from graph.rdf import term
from ontology.namespaces import PREFIXES

Value = str | float | bool | list[str]
Properties = dict[str, Value]
Values = Mapping[str, list[NamedNode | Literal]]
"""The objects of one subject by predicate IRI."""

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that XML cannot hold and no view can show; U+001F also parts the lists of the import files."""

DATED = re.compile(r"\d{4}")
"""A date whose year is known, unlike `--01-09`."""

START = re.compile(r"#char=(\d+),")

MODALITIES = tuple(m.value for m in (Modality.STATED, Modality.PLANNED, Modality.REPORTED))
CERTAINTIES = tuple(c.value for c in Certainty)


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
    reader = _Reader(store)
    for node in NODE_TYPES:
        for subject in reader.subjects(node.pattern):
            values = reader.values(subject)
            yield Node(subject.value, (node.label, BASE_LABEL), reader.properties(values, (*NAMED, *node.properties)))


def edges(store: Store) -> Iterator[Edge]:
    """Every relationship: facts by class and IRI, each read once, then the links between places and bodies."""
    reader = _Reader(store)
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


@dataclass(frozen=True, slots=True)
class _Claim:
    """One article's statement of a fact, as the edge of the fact shows it."""

    published: str
    article: str
    start: int
    evidence: str
    modality: str
    certainty: str
    confidence: float

    @property
    def place(self) -> tuple[str, str, int, str]:
        return self.published, self.article, self.start, self.evidence

    @property
    def weakness(self) -> tuple[int, int, float]:
        """Smaller is stronger; a denied, hoped or conditional claim is weaker than any that says it is so."""
        return _rank(self.modality, MODALITIES), _rank(self.certainty, CERTAINTIES), -self.confidence


def _rank(word: str, order: tuple[str, ...]) -> int:
    return order.index(word) if word in order else len(order)


class _Reader:
    """Reads subjects of the default graph of a store, each once; articles and labels are remembered."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._labels: dict[str, str] = {}

    def subjects(self, pattern: str) -> list[NamedNode]:
        """The nodes that a SPARQL pattern binds to `?id`, sorted by IRI."""
        found = self._store.query(f"SELECT DISTINCT ?id WHERE {{ {pattern} }}", prefixes=PREFIXES)
        solutions = cast("QuerySolutions", found)
        return sorted((_node(solution["id"]) for solution in solutions), key=lambda node: node.value)

    def values(self, subject: NamedNode) -> Values:
        """All objects of a subject by predicate."""
        found: dict[str, list[NamedNode | Literal]] = {}
        for quad in self._store.quads_for_pattern(subject, None, None, DefaultGraph()):
            found.setdefault(quad.predicate.value, []).append(_object(quad.object))
        return found

    def objects(self, subject: NamedNode, predicate: str) -> Iterator[NamedNode | Literal]:
        """The objects of one subject and predicate."""
        for quad in self._store.quads_for_pattern(subject, term(predicate), None, DefaultGraph()):
            yield _object(quad.object)

    def properties(self, values: Values, wanted: Iterable[Property]) -> Properties:
        """The properties that a subject has; those that it lacks are left out."""
        read: Properties = {}
        for one in wanted:
            if (objects := values.get(term(one.predicate).value)) is not None:
                read[one.name] = self._value(objects, one.kind)
        return read

    def _value(self, objects: list[NamedNode | Literal], kind: Kind) -> Value:
        match kind:
            case Kind.TEXTS:
                return sorted({clean(o.value) for o in objects})
            case Kind.NUMBER:
                return float(objects[0].value)
            case Kind.FLAG:
                return objects[0].value == "true"
            case Kind.LABEL:
                return min(self.label(_node(o)) for o in objects)
            case Kind.CODE:
                return min(_code(o.value) for o in objects)
            case Kind.TEXT:
                return clean(min(objects, key=_indonesian_first).value)

    def label(self, node: NamedNode) -> str:
        """The Indonesian label of a node, else any, else the last part of its IRI."""
        known = self._labels.get(node.value)
        if known is None:
            found = [*self.objects(node, "rdfs:label"), *self.objects(node, "skos:prefLabel")]
            known = clean(min(found, key=_indonesian_first).value) if found else _code(node.value)
            self._labels[node.value] = known
        return known

    @cached_property
    def published(self) -> dict[str, str]:
        """The publication date of every article that has one."""
        quads = self._store.quads_for_pattern(None, term("schema:datePublished"), None, DefaultGraph())
        return {_node(quad.subject).value: _object(quad.object).value for quad in quads}

    def claims(self, fact: NamedNode) -> list[_Claim]:
        """The claims that state a fact, by publication date, article and place."""
        quads = self._store.quads_for_pattern(None, term("simpul:states"), fact, DefaultGraph())
        return sorted((self._claim(_node(quad.subject)) for quad in quads), key=lambda claim: claim.place)

    def _claim(self, claim: NamedNode) -> _Claim:
        values = self.values(claim)
        (article,) = values[term("simpul:article").value]
        (evidence,) = values[term("simpul:evidence").value]
        (confidence,) = values[term("simpul:confidence").value]
        quotes = self.objects(NamedNode(f"{evidence.value};quote"), "oa:exact")
        start = START.search(evidence.value)
        return _Claim(
            published=self.published.get(article.value, UNDATED),
            article=article.value,
            start=int(start[1]) if start else 0,
            evidence=next((clean(quote.value) for quote in quotes), ""),
            modality=_code(values[term("simpul:modality").value][0].value),
            certainty=_code(values[term("simpul:certainty").value][0].value),
            confidence=float(confidence.value),
        )


def _edges_of_fact(reader: _Reader, fact_type: FactType, fact: NamedNode) -> Iterator[Edge]:
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
    relation: Relation, fact: str, values: Values, properties: Properties, claims: list[_Claim]
) -> Iterator[Edge]:
    """One relationship for each article that states the fact, with that article's evidence."""
    target = _end(relation.target, fact, values)
    if target is None:
        return
    for article in sorted({claim.article for claim in claims}):
        own = [claim for claim in claims if claim.article == article]
        name = f"{fact}#{relation.type}-{_code(article)}"
        yield Edge(name, relation.type, article, target, {"fact": fact, **properties, **_evidence(own)})


def _end(predicates: tuple[str, ...], fact: str, values: Values) -> str | None:
    if predicates == ITSELF:
        return fact
    found = (values[iri] for p in predicates if (iri := term(p).value) in values)
    return next((min(o.value for o in objects) for objects in found), None)


def _evidence(claims: list[_Claim]) -> Properties:
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


def _node(found: NamedNode | BlankNode | Literal | Triple | None) -> NamedNode:
    if isinstance(found, NamedNode):
        return found
    raise ValueError(f"Unexpected RDF term where the graph has an IRI: {found!r}")


def _object(found: NamedNode | BlankNode | Literal | Triple) -> NamedNode | Literal:
    if isinstance(found, NamedNode | Literal):
        return found
    raise ValueError(f"Unexpected RDF term: {found!r}")


def clean(text: str) -> str:
    """Text without the characters that no view can show; tabs and line breaks stay."""
    return UNSHOWABLE.sub("", text)


def _code(iri: str) -> str:
    """`urn:simpul:concept/modality/stated` -> `stated`."""
    return iri.rpartition("/")[2]


def _indonesian_first(value: NamedNode | Literal) -> tuple[bool, str]:
    return not (isinstance(value, Literal) and value.language == "id"), value.value
