"""The table of the property graph: which labels and relationship types there are, and what each is read from.

`docs/property-graph.md` shows this table to people and a test holds the two together. Labels and types are a closed list:
nothing that an article says becomes a label, a type or the name of a property.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

BASE_LABEL: Final = "Simpul"
"""The second label of every node, so that a database that holds other things too can tell ours from them."""


class Kind(StrEnum):
    """What a property holds, and so how it is read and typed in a file."""

    TEXT = "text"
    NAME = "name"
    """Text that is an index's key and no longer than one may be."""
    TEXTS = "texts"
    NUMBER = "number"
    FLAG = "flag"
    LABEL = "label"
    """Text: the Indonesian label of what the triple points to (`Kecamatan`)."""
    CODE = "code"
    """Text: the last part of the IRI that the triple points to (`attends`), the word that the tables use."""


@dataclass(frozen=True, slots=True)
class Property:
    """A property and the predicate that its values stand under, or two with `/` between: of what the first leads to."""

    name: str
    predicate: str
    kind: Kind = Kind.TEXT


@dataclass(frozen=True, slots=True)
class NodeType:
    """Nodes of one label; `pattern` is the SPARQL pattern that finds their `?id`."""

    label: str
    pattern: str
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A relationship that is one triple: where things lie and belong. It carries no evidence of its own."""

    type: str
    source: str
    predicate: str
    target: str

    @property
    def pattern(self) -> str:
        """The SPARQL pattern that finds where such relationships begin, as `?id`."""
        return f"{{ SELECT * {{ ?id a {self.source} }} }} {{ SELECT * {{ ?id {self.predicate} ?target }} }}"


ITSELF: Final = ("the fact",)
ARTICLE: Final = ("its article",)
"""As an end of a `Relation`: the node that the fact itself is, or each article that states the fact."""


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship that a fact gives. An end is the first of these predicates that the fact has."""

    type: str
    source: tuple[str, ...]
    target: tuple[str, ...]
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class FactType:
    """Facts of one class and the relationships that each gives."""

    rdf_class: str
    relations: tuple[Relation, ...]

    @property
    def pattern(self) -> str:
        """The SPARQL pattern that finds these facts, as `?id`."""
        return f"?id a {self.rdf_class}"


NAMED: Final = (Property("name", "rdfs:label", Kind.NAME), Property("names", "skos:altLabel", Kind.TEXTS))
"""Every node has these."""

NODE_TYPES: Final = (
    NodeType(
        "Person",
        "?id a schema:Person",
        (
            Property("honorifics", "schema:honorificPrefix", Kind.TEXTS),
            Property("degrees", "schema:honorificSuffix", Kind.TEXTS),
        ),
    ),
    NodeType("Organization", "?id a org:Organization", (Property("kind", "org:classification", Kind.LABEL),)),
    NodeType(
        "Area",
        "?id a schema:AdministrativeArea",
        (Property("code", "skos:notation"), Property("kind", "org:classification", Kind.LABEL)),
    ),
    NodeType("Program", "?id a cpsv:PublicService"),
    NodeType(
        "Event",
        "?id a sem:Event",
        (
            Property("kind", "sem:eventType", Kind.LABEL),
            Property("date", "sem:hasTimeStamp"),
            Property("until", "simpul:endDate"),
            Property("status", "simpul:status", Kind.CODE),
        ),
    ),
    NodeType("Venue", "?id a sem:Place"),
    NodeType(
        "Regulation",
        "?id a eli:LegalResource",
        (
            Property("kind", "eli:type_document", Kind.LABEL),
            Property("number", "eli:id_local"),
            Property("year", "simpul:year"),
            Property("subject", "eli:title"),
        ),
    ),
    NodeType(
        "Article",
        "?id a schema:NewsArticle",
        (
            Property("identifiers", "schema:identifier", Kind.TEXTS),
            Property("headline", "schema:headline"),
            Property("published", "schema:datePublished"),
            Property("place", "schema:locationCreated"),
            Property("outlet", "schema:publisher"),
            Property("url", "schema:url"),
            Property("sha256", "schema:sha256"),
        ),
    ),
    NodeType("Post", "?fact a org:Membership ; org:role ?id FILTER NOT EXISTS { ?fact org:organization ?body }"),
    NodeType(
        "Statement",
        "?id a schema:Quotation",
        (Property("text", "schema:text"), Property("direct", "simpul:direct", Kind.FLAG)),
    ),
    NodeType(
        "Figure",
        "?id a qb:Observation",
        (
            Property("measure", "simpul:measureText"),
            Property("concept", "simpul:measure", Kind.LABEL),
            Property("value", "simpul:value", Kind.NUMBER),
            Property("unit", "simpul:unit"),
            Property("per", "simpul:per"),
            Property("period", "simpul:period"),
            Property("subject", "simpul:subjectText"),
            Property("target", "simpul:target", Kind.FLAG),
        ),
    ),
)

LINKS: Final = (
    Link("WITHIN", "schema:AdministrativeArea", "schema:containedInPlace", "Area"),
    Link("WITHIN", "sem:Place", "simpul:area", "Area"),
    Link("PART_OF", "org:Organization", "org:subOrganizationOf", "Organization"),
    Link("SERVES", "org:Organization", "schema:areaServed", "Area"),
    Link("HELD_AT", "sem:Event", "sem:hasPlace", "Venue"),
    Link("HELD_IN", "sem:Event", "simpul:area", "Area"),
    Link("ABOUT", "schema:NewsArticle", "schema:contentLocation", "Area"),
)

REPORTED: Final = Relation("REPORTS", ARTICLE, ITSELF)
OF_PERIOD: Final = (Property("period", "simpul:period"),)
ON_DAYS: Final = (Property("date", "simpul:event/sem:hasTimeStamp"), Property("until", "simpul:event/simpul:endDate"))
"""When a fact holds where it is about a figure or an event; a post has dates of its own."""

FACT_TYPES: Final = (
    FactType(
        "org:Membership",
        (
            Relation(
                "HOLDS",
                ("org:member",),
                ("org:organization", "org:role"),
                (
                    Property("post", "org:role", Kind.LABEL),
                    Property("acting", "simpul:acting"),
                    Property("former", "simpul:former", Kind.FLAG),
                    Property("first", "simpul:firstAttested"),
                    Property("last", "simpul:lastAttested"),
                    Property("not_after", "simpul:notAfter"),
                ),
            ),
        ),
    ),
    FactType("simpul:OrganizationMention", (Relation("MENTIONS", ARTICLE, ("simpul:organization",)),)),
    FactType("simpul:AreaMention", (Relation("MENTIONS", ARTICLE, ("simpul:area",)),)),
    FactType(
        "simpul:Provision",
        (
            Relation("RUNS", ("simpul:organization",), ("simpul:program",)),
            Relation("REPORTS", ARTICLE, ("simpul:program",)),
        ),
    ),
    FactType("simpul:Occurrence", (Relation("REPORTS", ARTICLE, ("simpul:event",), ON_DAYS),)),
    FactType(
        "simpul:Participation",
        (
            Relation(
                "TOOK_PART",
                ("simpul:participant",),
                ("simpul:event",),
                (
                    Property("role", "simpul:participationRole", Kind.CODE),
                    Property("represents", "simpul:represents", Kind.LABEL),
                    *ON_DAYS,
                ),
            ),
        ),
    ),
    FactType(
        "schema:Quotation",
        (
            Relation(
                "SAID",
                ("schema:creator",),
                ITSELF,
                (Property("in_post", "simpul:inPost"), Property("cue", "simpul:cue")),
            ),
            REPORTED,
        ),
    ),
    FactType(
        "qb:Observation",
        (
            Relation("MEASURES", ITSELF, ("simpul:subject",), OF_PERIOD),
            Relation("CLAIMS", ("simpul:claimedBy",), ITSELF, OF_PERIOD),
            Relation("REPORTS", ARTICLE, ITSELF, OF_PERIOD),
        ),
    ),
    FactType("simpul:Citation", (Relation("CITES", ARTICLE, ("simpul:regulation",)),)),
)

EVIDENCE: Final = (
    Property("articles", "simpul:article", Kind.TEXTS),
    Property("evidence", "oa:exact", Kind.TEXTS),
    Property("published", "schema:datePublished", Kind.TEXTS),
    Property("modalities", "simpul:modality", Kind.TEXTS),
)
"""Parallel lists on every relationship that is a fact: one place in each for every claim that states it."""

UNDATED: Final = "-"
"""In `published`, of an article without a date. Not an empty text: the import tool of Neo4j reads a list of one empty text as
no list. It sorts before every year, so `published >= '2024'` leaves the undated out."""

STRENGTH: Final = (
    Property("modality", "simpul:modality", Kind.CODE),
    Property("certainty", "simpul:certainty", Kind.CODE),
    Property("confidence", "simpul:confidence", Kind.NUMBER),
)
"""Of the strongest claim: stated before planned before reported, then stated before inferred, then the surest rule."""

LABELS: Final = tuple(node.label for node in NODE_TYPES)
TYPES: Final = tuple(dict.fromkeys([*(r.type for fact in FACT_TYPES for r in fact.relations), *(link.type for link in LINKS)]))


def node_properties(label: str) -> tuple[Property, ...]:
    """The properties that nodes of this label may have, beside their `id`."""
    return (*NAMED, *next(node.properties for node in NODE_TYPES if node.label == label))


def edge_properties(type_: str) -> tuple[Property, ...]:
    """The properties that relationships of this type may have, beside their `id`; links have none."""
    relations = [r for fact in FACT_TYPES for r in fact.relations if r.type == type_]
    if not relations:
        return ()
    own = dict.fromkeys(p for r in relations for p in r.properties)
    return (Property("fact", "rdf:type"), *own, *EVIDENCE, *STRENGTH)
