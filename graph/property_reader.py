"""Reads the knowledge graph subject by subject for `graph.property_graph`: properties, and the claims that state a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, QuerySolutions, Store, Triple

from graph.facts import Certainty, Modality
from graph.property_schema import UNDATED, Kind, Property
from graph.rdf import term
from ontology.namespaces import PREFIXES

Value = str | float | bool | list[str]
Properties = dict[str, Value]
Values = Mapping[str, list[NamedNode | Literal]]
"""The objects of one subject by predicate IRI."""

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that XML cannot hold and no view can show; U+001F also parts the lists of the import files."""

START = re.compile(r"#char=(\d+),")

MODALITIES = tuple(m.value for m in (Modality.STATED, Modality.PLANNED, Modality.REPORTED))
CERTAINTIES = tuple(c.value for c in Certainty)


@dataclass(frozen=True, slots=True)
class Claim:
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


class Reader:
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
                return min(last_part(o.value) for o in objects)
            case Kind.TEXT:
                return clean(min(objects, key=_indonesian_first).value)

    def label(self, node: NamedNode) -> str:
        """The Indonesian label of a node, else any, else the last part of its IRI."""
        known = self._labels.get(node.value)
        if known is None:
            found = [*self.objects(node, "rdfs:label"), *self.objects(node, "skos:prefLabel")]
            known = clean(min(found, key=_indonesian_first).value) if found else last_part(node.value)
            self._labels[node.value] = known
        return known

    @cached_property
    def published(self) -> dict[str, str]:
        """The publication date of every article that has one."""
        quads = self._store.quads_for_pattern(None, term("schema:datePublished"), None, DefaultGraph())
        return {_node(quad.subject).value: _object(quad.object).value for quad in quads}

    def claims(self, fact: NamedNode) -> list[Claim]:
        """The claims that state a fact, by publication date, article and place."""
        quads = self._store.quads_for_pattern(None, term("simpul:states"), fact, DefaultGraph())
        return sorted((self._claim(_node(quad.subject)) for quad in quads), key=lambda claim: claim.place)

    def _claim(self, claim: NamedNode) -> Claim:
        values = self.values(claim)
        (article,) = values[term("simpul:article").value]
        (evidence,) = values[term("simpul:evidence").value]
        (confidence,) = values[term("simpul:confidence").value]
        quotes = self.objects(NamedNode(f"{evidence.value};quote"), "oa:exact")
        start = START.search(evidence.value)
        return Claim(
            published=self.published.get(article.value, UNDATED),
            article=article.value,
            start=int(start[1]) if start else 0,
            evidence=next((clean(quote.value) for quote in quotes), ""),
            modality=last_part(values[term("simpul:modality").value][0].value),
            certainty=last_part(values[term("simpul:certainty").value][0].value),
            confidence=float(confidence.value),
        )


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


def last_part(iri: str) -> str:
    """What an IRI ends with: `urn:simpul:concept/modality/stated` -> `stated`."""
    return iri.rpartition("/")[2]


def _indonesian_first(value: NamedNode | Literal) -> tuple[bool, str]:
    return not (isinstance(value, Literal) and value.language == "id"), value.value
