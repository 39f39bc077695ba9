"""Reads the knowledge graph for `graph.property_graph`, many subjects at a time: properties, and the claims of a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from pyoxigraph import Store

from graph.facts import Certainty, Modality
from graph.property_schema import UNDATED, Kind, Property
from graph.solutions import language, lines, text

Value = str | float | bool | list[str]
Properties = dict[str, Value]
Values = Mapping[str, list[str]]
"""The objects of one subject by predicate, as cells of an answer."""

CLAIM = "?number ?evidence ?words ?modality ?certainty ?confidence"
CLAIM_PATTERNS = (
    "?claim simpul:states ?id",
    "?claim simpul:modality ?modality",
    "?claim simpul:certainty ?certainty",
    "?claim simpul:confidence ?confidence",
    "?claim simpul:evidence ?evidence",
    "?evidence oa:hasSelector ?selector",
    "?selector oa:exact ?words",
)

UNSHOWABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
"""Characters that XML cannot hold and no view can show; U+001F also parts the lists of the import files."""

LONGEST_NAME = 2_000
"""Characters of a name: Neo4j indexes 8,167 bytes, and an article that is one line has its text as its headline."""

START = re.compile(r"char=(\d+),")
"""Evidence is a stretch of its article (`graph.rdf.evidence_iri`): `ARTICLE#char=12,48`."""

MODALITIES = tuple(m.value for m in (Modality.STATED, Modality.PLANNED, Modality.REPORTED))
CERTAINTIES = tuple(c.value for c in Certainty)


class Claim(NamedTuple):
    """One article's statement of a fact, as the edge of the fact shows it. Sorts by publication date, article and place."""

    published: str
    article: str
    start: int
    evidence: str
    modality: str
    certainty: str
    confidence: float

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

    def subjects(self, pattern: str) -> list[str]:
        """The IRIs that a SPARQL pattern binds to `?id`, sorted."""
        return sorted(line[1:-1] for line in lines(self._store, f"SELECT DISTINCT ?id WHERE {{ {pattern} }}"))

    def count(self, pattern: str) -> int:
        """How many solutions a SPARQL pattern has."""
        return int(lines(self._store, f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}")[0])

    def values(self, subjects: Sequence[str], predicates: Iterable[str]) -> Iterator[Values]:
        """What each of these subjects has under these predicates, in their order. All is read before the first is given."""
        names = sorted(set(predicates))
        each = (f"{{ SELECT * {{ {_pattern(name)} BIND({place} AS ?name) }} }}" for place, name in enumerate(names))
        rows = self._joined("?number ?name ?value", subjects, " UNION ".join(each))
        return (_values(names, own) for own in rows)

    def claims(self, facts: Sequence[str]) -> Iterator[list[Claim]]:
        """The claims that state each of these facts, by publication date, article and place. Read as by `values`."""
        patterns = " ".join(f"{{ SELECT * {{ {pattern} }} }}" for pattern in CLAIM_PATTERNS)
        rows = self._joined(CLAIM, facts, patterns)
        return (sorted(map(self._claim, own)) for own in rows)

    def _joined(self, variables: str, ids: Sequence[str], patterns: str) -> list[list[str]]:
        """The rows in which `?id` is one of `ids`, by its place among them (`?number`, which costs no look-up, as an IRI does).

        Patterns are subselects because Oxigraph then goes once through its index in order; else it looks up each subject by
        itself, which takes 3.5 s instead of 1.8 for 30,000 of 300,000 claims, and far longer from a cold disk.
        """
        numbered = " ".join(f"(<{id_}> {number})" for number, id_ in enumerate(ids))
        found: list[list[str]] = [[] for _ in ids]
        for row in lines(self._store, f"SELECT {variables} WHERE {{ VALUES (?id ?number) {{ {numbered} }} {patterns} }}"):
            number, _, rest = row.partition("\t")
            found[int(number)].append(rest)
        return found

    def properties(self, values: Values, wanted: Iterable[Property]) -> Properties:
        """The properties that a subject has; those that it lacks are left out."""
        read: Properties = {}
        for one in wanted:
            if (objects := values.get(one.predicate)) is not None:
                read[one.name] = self._value(objects, one.kind)
        return read

    def _value(self, found: list[str], kind: Kind) -> Value:
        match kind:
            case Kind.TEXTS:
                return sorted({clean(text(one)) for one in found})
            case Kind.NUMBER:
                return float(text(min(found)))
            case Kind.FLAG:
                return text(min(found)) == "true"
            case Kind.LABEL:
                return min(self.label(text(one)) for one in found)
            case Kind.CODE:
                return min(last_part(text(one)) for one in found)
            case Kind.NAME:
                return _cut(clean(_preferred(found)))
            case Kind.TEXT:
                return clean(_preferred(found))

    def label(self, iri: str) -> str:
        """The Indonesian label of a node, else any, else the last part of its IRI."""
        known = self._labels.get(iri)
        if known is None:
            found = lines(self._store, f"SELECT ?label {{ <{iri}> rdfs:label|skos:prefLabel ?label }}")
            known = clean(_preferred(found)) if found else last_part(iri)
            self._labels[iri] = known
        return known

    @cached_property
    def published(self) -> dict[str, str]:
        """The publication date of every article that has one."""
        found = lines(self._store, "SELECT ?article ?day { ?article schema:datePublished ?day }")
        return {text(article): text(day) for article, _, day in (line.partition("\t") for line in found)}

    def _claim(self, row: str) -> Claim:
        place, words, modality, certainty, confidence = row.split("\t")
        article, _, place = text(place).partition("#")
        start = START.match(place)
        return Claim(
            self.published.get(article, UNDATED),
            article,
            int(start[1]) if start else 0,
            clean(text(words)),
            _code(modality),
            _code(certainty),
            _number(confidence),
        )


@cache
def _code(cell: str) -> str:
    """The last part of an IRI of a closed list, of which there are few."""
    return last_part(text(cell))


@cache
def _number(cell: str) -> float:
    return float(text(cell))


def _pattern(predicate: str) -> str:
    """What binds `?value` to the objects of `?id` under a predicate, or under a second one of what the first leads to."""
    first, _, second = predicate.partition("/")
    if not second:
        return f"?id {first} ?value"
    return f"{{ SELECT * {{ ?id {first} ?via }} }} {{ SELECT * {{ ?via {second} ?value }} }}"


def _values(names: Sequence[str], rows: list[str]) -> Values:
    found: dict[str, list[str]] = {}
    for row in rows:
        name, _, value = row.partition("\t")
        found.setdefault(names[int(name)], []).append(value)
    return found


def clean(value: str) -> str:
    """Text without the characters that no view can show; tabs and line breaks stay."""
    return value if value.isprintable() else UNSHOWABLE.sub("", value)


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"


def last_part(iri: str) -> str:
    """What an IRI ends with: `urn:simpul:concept/modality/stated` -> `stated`."""
    return iri.rpartition("/")[2]


def _preferred(found: list[str]) -> str:
    """The Indonesian text, else the first."""
    if len(found) == 1:
        return text(found[0])
    return min((language(one) != "id", text(one)) for one in found)[1]
