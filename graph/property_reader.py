"""Reads the knowledge graph for `graph.property_graph`, many subjects at a time: properties, and the claims of a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import cast

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Store, Triple

from graph.facts import Certainty, Modality
from graph.property_schema import UNDATED, Kind, Property
from graph.rdf import term
from ontology.namespaces import PREFIXES

Value = str | float | bool | list[str]
Properties = dict[str, Value]
Term = NamedNode | Literal
Values = Mapping[str, list[Term]]
"""The objects of one subject by predicate IRI."""

Found = NamedNode | BlankNode | Literal | Triple | None
Solution = Iterable[Found]
"""The values of one row of an answer, in the order of its variables."""

AT_A_TIME = 20_000
"""Subjects read together: memory stays flat, and going through an index of 300,000 claims (0.1 s) pays for itself."""

CLAIM = "?id ?article ?evidence ?words ?modality ?certainty ?confidence"
CLAIM_PATTERNS = (
    "?claim simpul:states ?id",
    "?claim simpul:article ?article",
    "?claim simpul:modality ?modality",
    "?claim simpul:certainty ?certainty",
    "?claim simpul:confidence ?confidence",
    "?claim simpul:evidence ?evidence",
    "?evidence oa:hasSelector ?selector",
    "?selector oa:exact ?words",
)

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
    """Reads many subjects of the default graph at a time; publication dates and labels are remembered."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._labels: dict[str, str] = {}

    def subjects(self, pattern: str) -> Iterator[list[NamedNode]]:
        """The nodes that a SPARQL pattern binds to `?id`, sorted by IRI, in lists of at most `AT_A_TIME`."""
        solutions = self._solutions(f"SELECT DISTINCT ?id WHERE {{ {pattern} }}")
        found = sorted((_node(one) for (one,) in solutions), key=lambda node: node.value)
        for first in range(0, len(found), AT_A_TIME):
            yield found[first : first + AT_A_TIME]

    def values(self, subjects: list[NamedNode], predicates: Iterable[str]) -> dict[str, Values]:
        """What these subjects have under these predicates, by IRI of the subject."""
        read: dict[str, dict[str, list[Term]]] = {subject.value: {} for subject in subjects}
        for predicate in sorted(set(predicates)):
            iri = term(predicate).value
            for subject, value in self._joined("?id ?value", subjects, f"?id {predicate} ?value"):
                read[_node(subject).value].setdefault(iri, []).append(_object(value))
        return dict(read)

    def claims(self, facts: list[NamedNode]) -> dict[str, list[Claim]]:
        """The claims that state these facts, by IRI of the fact; each list by publication date, article and place."""
        read: dict[str, list[Claim]] = {fact.value: [] for fact in facts}
        for fact, *told in self._joined(CLAIM, facts, *CLAIM_PATTERNS):
            read[_node(fact).value].append(self._claim(*map(_object, told)))
        for claims in read.values():
            claims.sort(key=lambda claim: claim.place)
        return read

    def _joined(self, variables: str, ids: list[NamedNode], *patterns: str) -> Iterator[Solution]:
        """The solutions in which `?id` is one of `ids`. Each pattern is a subselect because Oxigraph then goes once through
        its index in order; else it looks up each subject by itself, which took 127 s instead of 10 s for 300,000 claims.
        """
        parts = " ".join(f"{{ SELECT * {{ {pattern} }} }}" for pattern in patterns)
        yield from self._solutions(f"SELECT {variables} WHERE {{ VALUES ?id {{ {' '.join(map(str, ids))} }} {parts} }}")

    def _solutions(self, query: str) -> Iterator[Solution]:
        yield from cast("Iterable[Solution]", self._store.query(query, prefixes=PREFIXES))

    def objects(self, subject: NamedNode, predicate: str) -> Iterator[Term]:
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

    def _value(self, objects: list[Term], kind: Kind) -> Value:
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

    def _claim(self, article: Term, evidence: Term, quotation: Term, *words: Term) -> Claim:
        modality, certainty, confidence = (word.value for word in words)
        start = START.search(evidence.value)
        return Claim(
            published=self.published.get(article.value, UNDATED),
            article=article.value,
            start=int(start[1]) if start else 0,
            evidence=clean(quotation.value),
            modality=last_part(modality),
            certainty=last_part(certainty),
            confidence=float(confidence),
        )


def _node(found: Found) -> NamedNode:
    if isinstance(found, NamedNode):
        return found
    raise ValueError(f"Unexpected RDF term where the graph has an IRI: {found!r}")


def _object(found: Found) -> Term:
    if isinstance(found, NamedNode | Literal):
        return found
    raise ValueError(f"Unexpected RDF term: {found!r}")


def clean(text: str) -> str:
    """Text without the characters that no view can show; tabs and line breaks stay."""
    return UNSHOWABLE.sub("", text)


def last_part(iri: str) -> str:
    """What an IRI ends with: `urn:simpul:concept/modality/stated` -> `stated`."""
    return iri.rpartition("/")[2]


def _indonesian_first(value: Term) -> tuple[bool, str]:
    return not (isinstance(value, Literal) and value.language == "id"), value.value
