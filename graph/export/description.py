"""What a published graph says of itself: VoID (what is in it, how much), DCAT 3 (who publishes it, which files there are).

Without blank nodes, like the graph: whatever is described has an address that begins with that of the folder.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from pyoxigraph import Literal, NamedNode, Store, Triple

from graph import rdf
from graph.solutions import lines, text
from ontology.namespaces import PREFIXES, shorten

ABOUT: Final = (
    "Facts from Indonesian local-government news, each with the sentence and the article that state it; private citizens are "
    "not named."
)
INDONESIAN: Final = "http://publications.europa.eu/resource/authority/language/IND"
MEDIA_TYPES: Final = "https://www.iana.org/assignments/media-types/"
OF_DESCRIPTIONS: Final = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "void": "http://rdfs.org/ns/void#",
}
"""Prefixes of descriptions, beside those of the graph."""

ALL_PREFIXES: Final = {**PREFIXES, **OF_DESCRIPTIONS}
COUNT_CLASSES: Final = "SELECT ?class (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class } GROUP BY ?class ORDER BY ?class"
COUNT_PROPERTIES: Final = "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Who publishes a folder, and at which address (it ends with `/`)."""

    url: str
    title: str
    publisher: str
    contact: str


@dataclass(frozen=True, slots=True)
class Dump:
    """One file of RDF."""

    name: str
    media_type: str
    size: int
    sha256: str


def describe(store: Store, publication: Publication, dumps: Iterable[Dump], days: tuple[str, str]) -> Iterator[Triple]:
    """The triples of `void.ttl`. `days` are the dates of the first and the last article, empty where none is dated."""
    about = _About(publication.url)
    yield from about("catalog", "rdf:type", "dcat:Catalog")
    yield from about("catalog", "dcterms:title", Literal(publication.title))
    yield from about("catalog", "dcat:dataset", about.node("dataset"))
    yield from _dataset(about, publication, days)
    yield from _contents(about, store)
    for dump in dumps:
        yield from _distribution(about, dump)


class _About:
    """Triples of what the folder's address and a name behind `#` stand for."""

    def __init__(self, url: str) -> None:
        self.url = url

    def node(self, name: str) -> NamedNode:
        return NamedNode(f"{self.url}#{name}")

    def __call__(self, name: str, predicate: str, value: str | NamedNode | Literal) -> Iterator[Triple]:
        yield Triple(self.node(name), _term(predicate), _term(value) if isinstance(value, str) else value)


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(ALL_PREFIXES[prefix] + local)


def _dataset(about: _About, publication: Publication, days: tuple[str, str]) -> Iterator[Triple]:
    for kind in ("dcat:Dataset", "void:Dataset"):
        yield from about("dataset", "rdf:type", kind)
    yield from about("dataset", "dcterms:title", Literal(publication.title))
    yield from about("dataset", "dcterms:description", Literal(ABOUT, language="en"))
    yield from about("dataset", "dcterms:language", NamedNode(INDONESIAN))
    yield from about("dataset", "dcterms:publisher", about.node("publisher"))
    yield from about("publisher", "rdf:type", "foaf:Agent")
    yield from about("publisher", "foaf:name", Literal(publication.publisher))
    yield from about("dataset", "dcat:contactPoint", about.node("contact"))
    yield from about("contact", "rdf:type", "vcard:Kind")
    yield from about("contact", "vcard:fn", Literal(publication.publisher))
    yield from about("contact", "vcard:hasEmail", NamedNode(f"mailto:{publication.contact}"))
    if all(days):
        yield from about("dataset", "dcterms:temporal", about.node("period"))
        yield from about("period", "rdf:type", "dcterms:PeriodOfTime")
        for predicate, day in zip(("dcat:startDate", "dcat:endDate"), days, strict=True):
            yield from about("period", predicate, rdf.date(day))


def _contents(about: _About, store: Store) -> Iterator[Triple]:
    """How many instances of each class and triples of each property there are."""
    classes, properties = (_counted(store, query) for query in (COUNT_CLASSES, COUNT_PROPERTIES))
    yield from about("dataset", "void:triples", rdf.count(sum(properties.values())))
    yield from about("dataset", "void:classes", rdf.count(len(classes)))
    yield from about("dataset", "void:properties", rdf.count(len(properties)))
    used = sorted({shorten(iri).partition(":")[0] for iri in (*classes, *properties)} & PREFIXES.keys())
    for prefix in used:
        yield from about("dataset", "void:vocabulary", NamedNode(PREFIXES[prefix]))
    for kind, counts, measure in (("class", classes, "void:entities"), ("property", properties, "void:triples")):
        for iri, number in counts.items():
            part = f"{kind}-{rdf.slug(shorten(iri))}"
            yield from about("dataset", f"void:{kind}Partition", about.node(part))
            yield from about(part, f"void:{kind}", NamedNode(iri))
            yield from about(part, measure, rdf.count(number))


def _counted(store: Store, query: str) -> dict[str, int]:
    rows = (row.split("\t") for row in lines(store, query))
    return {text(name): int(number) for name, number in rows}


def _distribution(about: _About, dump: Dump) -> Iterator[Triple]:
    address = NamedNode(about.url + dump.name)
    yield from about("dataset", "void:dataDump", address)
    yield from about("dataset", "dcat:distribution", about.node(dump.name))
    yield from about(dump.name, "rdf:type", "dcat:Distribution")
    yield from about(dump.name, "dcterms:title", Literal(dump.name))
    yield from about(dump.name, "dcat:downloadURL", address)
    yield from about(dump.name, "dcat:mediaType", NamedNode(MEDIA_TYPES + dump.media_type))
    yield from about(dump.name, "dcat:byteSize", rdf.count(dump.size))
    checksum = f"{dump.name}-sha256"
    yield from about(dump.name, "spdx:checksum", about.node(checksum))
    yield from about(checksum, "rdf:type", "spdx:Checksum")
    yield from about(checksum, "spdx:algorithm", "spdx:checksumAlgorithm_sha256")
    yield from about(checksum, "spdx:checksumValue", rdf.typed(dump.sha256, "xsd:hexBinary"))
