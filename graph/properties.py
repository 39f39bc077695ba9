"""Which property each field of a fact type becomes: one table for both layers of the graph.

The working layer writes every field, so that it can be read back without loss. The knowledge graph writes the fields marked
`shared` in the same way and says the others in its own words: a rank is a concept there, a date stands at the event.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from pyoxigraph import Literal, NamedNode

from graph import facts, rdf
from graph.rdf import term

Triple = tuple[NamedNode, NamedNode, rdf.Object]
Link = Callable[[str], NamedNode]
"""Makes a node of a key: of a local one (`person/1`) or of an IRI."""


class Kind(StrEnum):
    """How a value stands in RDF. `WORDS` is one `rdf:JSON` literal, since a set of literals would lose their order."""

    TEXT = "text"
    LINK = "link"
    FLAG = "flag"
    NUMBER = "number"
    CONCEPT = "concept"
    PARTIAL_DATE = "partial date"
    WORDS = "words"
    DATE = "date"
    PLACE = "place"
    PLACES = "places"


@dataclass(frozen=True, slots=True)
class Property:
    predicate: str
    kind: Kind = Kind.TEXT
    shared: bool = False


def _shared(predicate: str, kind: Kind = Kind.TEXT) -> Property:
    return Property(predicate, kind, shared=True)


CLASSES: dict[type, str] = {
    facts.Person: "schema:Person",
    facts.Organization: "org:Organization",
    facts.Area: "schema:AdministrativeArea",
    facts.Program: "cpsv:PublicService",
    facts.Event: "sem:Event",
    facts.Regulation: "eli:LegalResource",
    facts.HoldsPost: "org:Membership",
    facts.NamesOrganization: "simpul:OrganizationMention",
    facts.NamesArea: "simpul:AreaMention",
    facts.RunsProgram: "simpul:Provision",
    facts.TookPlace: "simpul:Occurrence",
    facts.TookPart: "simpul:Participation",
    facts.Said: "schema:Quotation",
    facts.Measured: "qb:Observation",
    facts.Cites: "simpul:Citation",
}

SCHEMES: dict[type[StrEnum], str] = {
    facts.Modality: "modality",
    facts.Certainty: "certainty",
    facts.Status: "status",
    facts.Role: "participation-role",
}
"""The concept scheme of each closed list of words."""

ENTITY = {
    "name": _shared("rdfs:label"),
    "names": Property("simpul:otherNames", Kind.WORDS),
    "mentions": Property("simpul:mention", Kind.PLACES),
}
CLAIM = {
    "span": Property("simpul:evidence", Kind.PLACE),
    "rule": Property("simpul:rule"),
    "modality": Property("simpul:modality", Kind.CONCEPT),
    "certainty": Property("simpul:certainty", Kind.CONCEPT),
}

PROPERTIES: dict[type, dict[str, Property]] = {
    facts.Person: ENTITY
    | {
        "honorifics": Property("simpul:honorifics", Kind.WORDS),
        "degrees": Property("simpul:degrees", Kind.WORDS),
    },
    facts.Organization: ENTITY
    | {
        "kind": Property("simpul:kind"),
        "area": _shared("schema:areaServed", Kind.LINK),
        "part_of": _shared("org:subOrganizationOf", Kind.LINK),
    },
    facts.Area: ENTITY
    | {
        "kind": Property("simpul:kind"),
        "code": _shared("skos:notation"),
        "candidates": Property("simpul:candidateCodes", Kind.WORDS),
        "within": Property("schema:containedInPlace", Kind.LINK),
    },
    facts.Program: ENTITY,
    facts.Event: ENTITY
    | {
        "kind": Property("simpul:kind"),
        "date": Property("simpul:date", Kind.DATE),
        "venue": Property("simpul:venue"),
        "area": _shared("simpul:area", Kind.LINK),
        "status": Property("simpul:status", Kind.CONCEPT),
    },
    facts.Regulation: ENTITY
    | {
        "kind": Property("simpul:kind"),
        "number": _shared("eli:id_local"),
        "year": _shared("simpul:year"),
        "subject": _shared("eli:title"),
    },
    facts.Date: {
        "value": Property("rdf:value", Kind.PARTIAL_DATE),
        "end": Property("simpul:endDate", Kind.PARTIAL_DATE),
        "weekday": Property("simpul:weekday"),
        "candidates": Property("simpul:candidateYears", Kind.WORDS),
        "basis": Property("simpul:basis"),
        "misprint": Property("simpul:misprint", Kind.FLAG),
    },
    facts.HoldsPost: CLAIM
    | {
        "person": _shared("org:member", Kind.LINK),
        "post": Property("simpul:rank"),
        "title": Property("simpul:postTitle"),
        "body": _shared("org:organization", Kind.LINK),
        "acting": _shared("simpul:acting"),
        "former": _shared("simpul:former", Kind.FLAG),
        "date": Property("simpul:date", Kind.DATE),
    },
    facts.NamesOrganization: CLAIM | {"organization": _shared("simpul:organization", Kind.LINK)},
    facts.NamesArea: CLAIM | {"area": _shared("simpul:area", Kind.LINK)},
    facts.RunsProgram: CLAIM
    | {"program": _shared("simpul:program", Kind.LINK), "body": _shared("simpul:organization", Kind.LINK)},
    facts.TookPlace: CLAIM | {"event": _shared("simpul:event", Kind.LINK)},
    facts.TookPart: CLAIM
    | {
        "event": _shared("simpul:event", Kind.LINK),
        "participant": _shared("simpul:participant", Kind.LINK),
        "role": Property("simpul:participationRole", Kind.CONCEPT),
        "represents": _shared("simpul:represents", Kind.LINK),
    },
    facts.Said: CLAIM
    | {
        "speaker": _shared("schema:creator", Kind.LINK),
        "quote": Property("simpul:quoted", Kind.PLACE),
        "cue": _shared("simpul:cue"),
        "direct": Property("simpul:direct", Kind.FLAG),
    },
    facts.Measured: CLAIM
    | {
        "measure": _shared("simpul:measureText"),
        "value": _shared("simpul:value", Kind.NUMBER),
        "unit": _shared("simpul:unit"),
        "concept": Property("simpul:kind"),
        "subject": _shared("simpul:subject", Kind.LINK),
        "subject_text": _shared("simpul:subjectText"),
        "period": _shared("simpul:period"),
        "per": _shared("simpul:per"),
        "target": _shared("simpul:target", Kind.FLAG),
        "claimed_by": _shared("simpul:claimedBy", Kind.LINK),
    },
    facts.Cites: CLAIM | {"regulation": _shared("simpul:regulation", Kind.LINK)},
}


def said(thing: object, *, shared_only: bool = False) -> Iterator[tuple[str, Property, object]]:
    """The fields of `thing` that say something: those unlike their default, an empty required text included."""
    for entry in dataclasses.fields(thing):  # type: ignore[arg-type]
        known = PROPERTIES[type(thing)].get(entry.name)
        value = getattr(thing, entry.name)
        default = entry.default_factory() if entry.default_factory is not dataclasses.MISSING else entry.default
        if known is None or value is None or value == default or (shared_only and not known.shared):
            continue
        yield entry.name, known, value


def concept_iri(base: str, scheme: str, name: str) -> str:
    """`base concept/event-kind/rapat-koordinasi`: the concept of a name that a register uses as its id."""
    return f"{base}concept/{scheme}/{rdf.slug(name)}"


def shared_triples(node: NamedNode, thing: object, base: str) -> Iterator[Triple]:
    """What both layers say of `thing` in the same way; its keys are IRIs, and what is empty is left out."""
    for _, known, value in said(thing, shared_only=True):
        if value != "":
            yield node, term(known.predicate), plain(known.kind, value, base, NamedNode)


def plain(kind: Kind, value: object, base: str, link: Link) -> rdf.Object:
    """A value that takes one literal or node, without triples of its own."""
    match kind, value:
        case Kind.LINK, str():
            return link(value)
        case Kind.CONCEPT, StrEnum():
            return NamedNode(concept_iri(base, SCHEMES[type(value)], value))
        case Kind.FLAG, bool():
            return rdf.boolean(value)
        case Kind.NUMBER, str():
            return rdf.typed(value, "xsd:decimal")
        case Kind.PARTIAL_DATE, str():
            return rdf.date(value)
        case Kind.WORDS, tuple():
            return _words(value)
        case Kind.TEXT, str():
            return rdf.text(value)
    raise ValueError(f"unexpected value of kind {kind}: {value!r}")


def _words(values: tuple[str, ...]) -> Literal:
    rdf.text("".join(values))  # json would escape half a character silently
    return rdf.typed(json.dumps(values, ensure_ascii=False), "rdf:JSON")
