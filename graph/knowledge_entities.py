"""The nodes that facts are about: entities, and with them posts, venues, the areas above an area, and concepts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode

from graph import rdf
from graph.facts import Area, Date, Entity, Event, Key, Organization, Person, Regulation
from graph.properties import CLASSES, Triple, concept_iri, shared_triples
from graph.rdf import term
from ontology.areas import areas
from ontology.concepts import concepts, schemes


class Entities:
    """The entities of a knowledge graph by IRI, and what of posts, venues, areas and concepts has been asked for.

    Ask first, then write `in_use()`: only what something points to is in the graph.
    """

    def __init__(self, entities: Iterable[Entity], base: str) -> None:
        self.base = base
        self._by_iri = {entity.key: entity for entity in entities}
        self._posts: dict[NamedNode, tuple[str, Key | None]] = {}
        self._concepts: dict[NamedNode, tuple[str, str]] = {}
        self._codes: set[str] = set()

    def label(self, key: Key) -> str:
        """What the entity is called: by its name, else by what is known of it (somebody without a name by the post among the
        other names, an event by kind and date), else by the end of its IRI.
        """
        entity = self._by_iri.get(key)
        if entity is not None and (name := entity.name or next(iter(entity.names), "")):
            return name
        match entity:
            case Event(kind=kind, date=Date(value=day)) if kind:
                return f"{kind} {day}".strip()
            case Regulation(kind=kind, number=number, year=year) if kind:
                known = concepts().get(("regulation-kind", kind))
                parts = (known.name if known else kind, f"Nomor {number}" if number else "", f"Tahun {year}" if year else "")
                return " ".join(part for part in parts if part)
        return key.removeprefix(self.base)

    def post_label(self, rank: str, body: Key | None) -> str:
        """`Wali Kota, Pemerintah Kota Magelang`."""
        return f"{rank}, {self.label(body)}" if body else rank

    def post(self, rank: str, body: Key | None) -> NamedNode:
        """The post of that rank in that body."""
        place = f"{body.removeprefix(self.base).partition('/')[2]}/" if body else ""
        node = NamedNode(f"{self.base}post/{place}{rdf.slug(rank)}")
        self._posts[node] = (rank, body)
        return node

    def concept(self, scheme: str, name: str) -> NamedNode:
        """The concept of that name, which a register need not know."""
        node = NamedNode(concept_iri(self.base, scheme, name))
        self._concepts.setdefault(node, (scheme, name))
        return node

    def triples(self) -> Iterator[Triple]:
        """All entities."""
        for key, entity in self._by_iri.items():
            node = NamedNode(key)
            yield node, term("rdf:type"), term(CLASSES[type(entity)])
            yield node, term("rdfs:label"), rdf.text(self.label(key))
            yield from shared_triples(node, entity, self.base)
            for name in entity.names:
                yield node, term("skos:altLabel"), rdf.text(name)
            yield from self._own(node, entity)

    def _own(self, node: NamedNode, entity: Entity) -> Iterator[Triple]:
        match entity:
            case Person(name=name, honorifics=honorifics, degrees=degrees):
                if not name:
                    yield node, term("simpul:unnamed"), rdf.boolean(True)
                for title in honorifics:
                    yield node, term("schema:honorificPrefix"), rdf.text(title)
                for degree in degrees:
                    yield node, term("schema:honorificSuffix"), rdf.text(degree)
            case Organization(kind=kind) if kind:
                yield node, term("org:classification"), self.concept("organization-kind", kind)
            case Area():
                yield from self._area(node, entity)
            case Event():
                yield from self._event(node, entity)
            case Regulation(kind=kind) if kind:
                yield node, term("eli:type_document"), self.concept("regulation-kind", kind)

    def _area(self, node: NamedNode, area: Area) -> Iterator[Triple]:
        """What an area lies in is the register's to say where it has a code, else the article's."""
        if area.kind:
            yield node, term("org:classification"), self.concept("area-kind", area.kind)
        above = areas().parent(area.code) if area.code else None
        if above is not None:
            yield node, term("schema:containedInPlace"), self._area_node(above.code)
        elif area.within is not None:
            yield node, term("schema:containedInPlace"), NamedNode(area.within)

    def _event(self, node: NamedNode, event: Event) -> Iterator[Triple]:
        if event.kind:
            yield node, term("sem:eventType"), self.concept("event-kind", event.kind)
        for predicate, day in (("sem:hasTimeStamp", event.date.value), ("simpul:endDate", event.date.end)):
            if day:
                yield node, term(predicate), rdf.date(day)
        if event.date.misprint:
            yield node, term("simpul:misprint"), rdf.boolean(True)
        yield node, term("simpul:status"), self.concept("status", event.status)
        if event.venue:
            venue = NamedNode(f"{self.base}venue/{rdf.slug(event.venue)}")
            yield node, term("sem:hasPlace"), venue
            yield venue, term("rdf:type"), term("sem:Place")
            yield venue, term("rdfs:label"), rdf.text(event.venue)
            if event.area is not None:
                yield venue, term("simpul:area"), NamedNode(event.area)

    def in_use(self) -> Iterator[Triple]:
        """The posts, areas and concepts that were asked for, each once."""
        for post, (rank, body) in self._posts.items():
            yield post, term("rdf:type"), term("org:Post")
            yield post, term("rdfs:label"), rdf.text(self.post_label(rank, body))
            yield post, term("org:role"), self.concept("role", rank)
            if body:
                yield post, term("org:postIn"), NamedNode(body)
        yield from self._areas_above()
        yield from self._concepts_in_use()

    def _areas_above(self) -> Iterator[Triple]:
        """The areas up to the country that no article names but that those named lie in."""
        for code in sorted({upper for asked in self._codes for upper in _upwards(asked)}):
            area, node = areas().get(code), self._area_node(code)
            if area is None or node.value in self._by_iri:
                continue
            yield node, term("rdf:type"), term("schema:AdministrativeArea")
            yield node, term("rdfs:label"), rdf.text(area.name)
            yield node, term("skos:notation"), rdf.text(code)
            yield node, term("org:classification"), self.concept("area-kind", area.kind)
            if (above := areas().parent(code)) is not None:
                yield node, term("schema:containedInPlace"), self._area_node(above.code)

    def _area_node(self, code: str) -> NamedNode:
        self._codes.add(code)
        return NamedNode(f"{self.base}area/{code}")

    def _concepts_in_use(self) -> Iterator[Triple]:
        """Concepts with the labels of their register; one that no register knows has the article's word alone."""
        for node, (scheme, name) in self._concepts.items():
            known = concepts().get((scheme, name))
            yield node, term("rdf:type"), term("skos:Concept")
            yield node, term("skos:inScheme"), NamedNode(f"{self.base}concept/{scheme}")
            name, english = (known.name, known.en) if known else (name, "")
            yield from _labels(node, "rdfs:label", name, english)
            yield from _labels(node, "skos:prefLabel", name, english)
            if known and known.exclusive:
                yield node, term("simpul:exclusive"), rdf.boolean(True)
        used = {scheme for scheme, _ in self._concepts.values()}
        for listed in schemes():
            if listed.id in used:
                node = NamedNode(f"{self.base}concept/{listed.id}")
                yield node, term("rdf:type"), term("skos:ConceptScheme")
                yield from _labels(node, "rdfs:label", listed.name, listed.en)


def _labels(node: NamedNode, predicate: str, name: str, english: str) -> Iterator[Triple]:
    yield node, term(predicate), rdf.text(name, "id")
    if english:
        yield node, term(predicate), rdf.text(english, "en")


def _upwards(code: str) -> Iterator[str]:
    """An area's code and those of the areas above it, up to the country."""
    yield code
    above = areas().parent(code)
    while above is not None:
        yield above.code
        above = areas().parent(above.code)
