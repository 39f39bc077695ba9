"""The knowledge graph as RDF: sources, facts, their claims and evidence, and the short triples beside them.

Everything stands in the default graph, as `docs/graph-model.md` shows it, and is yielded piece by piece: what is held in
memory beside `Knowledge` is the entities by IRI, and the posts, places and concepts that are in use.
"""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import shorten

from pyoxigraph import DefaultGraph, NamedNode, Quad

from graph import rdf
from graph.facts import (
    Cites,
    Claim,
    HoldsPost,
    Measured,
    Modality,
    NamesArea,
    NamesOrganization,
    RunsProgram,
    Said,
    TookPart,
    TookPlace,
)
from graph.knowledge import Fact, Knowledge, Source, SourcedClaim
from graph.knowledge_entities import Entities
from graph.properties import CLASSES, SCHEMES, Triple, shared_triples
from graph.rdf import term
from graph.version import extraction_version
from ontology.namespaces import DEFAULT_BASE
from ontology.precision import confidence

AFFIRMED = (Modality.STATED, Modality.PLANNED)
"""What counts as a fact where no modality is asked for: a short triple needs a claim put in one of these ways."""
LABEL_WIDTH = 100  # of a quotation in its label; the whole is in schema:text
OF_ONE_ARTICLE = (NamesOrganization, NamesArea, Said, Cites)
"""Facts whose article is one of their arguments."""


def to_quads(knowledge: Knowledge, *, base: str = DEFAULT_BASE, version: str | None = None) -> Iterator[Quad]:
    """The quads of the knowledge graph, in no order that means anything; a quad may come twice.

    `version` is that of the extraction which made the claims, the installed one where it is None.
    """
    writer = _Writer(knowledge, base, f"{base}extraction/{version or extraction_version()}")
    return rdf.in_graph(writer.triples(knowledge), DefaultGraph())


class _Writer:
    def __init__(self, knowledge: Knowledge, base: str, extraction: str) -> None:
        self.base = base
        self.entities = Entities(knowledge.entities, base)
        self.extraction = NamedNode(extraction)

    def triples(self, knowledge: Knowledge) -> Iterator[Triple]:
        yield self.extraction, term("rdf:type"), term("prov:Activity")
        version = self.extraction.value.rpartition("/")[2]
        yield self.extraction, term("rdfs:label"), rdf.text(f"Ekstraksi {version}", "id")
        yield self.extraction, term("rdfs:label"), rdf.text(f"Extraction {version}", "en")
        yield self.extraction, term("schema:softwareVersion"), rdf.text(version)
        for source in knowledge.sources:
            yield from _source(source)
        yield from self.entities.triples()
        for fact in knowledge.facts:
            yield from self._fact(fact)
        yield from self.entities.in_use()
        for old, new in knowledge.replaced:
            yield NamedNode(old), term("dcterms:isReplacedBy"), NamedNode(new)
        for citizen in knowledge.citizens:
            yield NamedNode(citizen), term("simpul:pseudonymous"), rdf.boolean(True)

    def _fact(self, fact: Fact) -> Iterator[Triple]:
        node, first = NamedNode(fact.iri), fact.claims[0]
        yield node, term("rdf:type"), term("simpul:Fact")
        yield node, term("rdf:type"), term(CLASSES[type(first.claim)])
        yield node, term("rdfs:label"), rdf.text(self._label(first))
        yield from shared_triples(node, first.claim, self.base)
        yield from self._own(node, fact, first)
        if isinstance(first.claim, OF_ONE_ARTICLE):
            for article in sorted({claim.article for claim in fact.claims}):
                yield node, term("simpul:article"), NamedNode(article)
        yield from self._short(fact)
        for claim in fact.claims:
            yield from self._claim(node, claim)

    def _own(self, node: NamedNode, fact: Fact, first: SourcedClaim) -> Iterator[Triple]:
        """What the knowledge graph says of a fact in its own words: concepts instead of words, dates, the quotation."""
        match first.claim:
            case HoldsPost(post=rank, body=body):
                yield node, term("org:role"), self.entities.concept("role", rank)
                yield node, term("simpul:post"), self.entities.post(rank, body)
                for predicate, day in (
                    ("simpul:firstAttested", fact.first),
                    ("simpul:lastAttested", fact.last),
                    ("simpul:notAfter", fact.not_after),
                ):
                    if day:
                        yield node, term(predicate), rdf.date(day)
            case Said(direct=direct):
                yield node, term("schema:text"), rdf.text(first.quote)
                yield node, term("simpul:direct"), rdf.boolean(direct)
                if first.speaker_post:
                    yield node, term("simpul:inPost"), rdf.text(first.speaker_post)
            case TookPart(role=role):
                yield node, term("simpul:participationRole"), self.entities.concept(SCHEMES[type(role)], role)
            case Measured(concept=measure) if measure:
                yield node, term("simpul:measure"), self.entities.concept("measure", measure)

    def _short(self, fact: Fact) -> Iterator[Triple]:
        """The short triples: a simple question is a simple query."""
        for sourced in fact.claims:
            if sourced.claim.modality in AFFIRMED:
                yield from self._direct(sourced.claim, sourced.article)

    def _direct(self, claim: Claim, article: str) -> Iterator[Triple]:
        match claim:
            case HoldsPost(former=False):
                yield NamedNode(claim.person), term("simpul:holdsPost"), self.entities.post(claim.post, claim.body)
            case RunsProgram(body=str() as body):
                yield NamedNode(claim.program), term("cpsv:hasCompetentAuthority"), NamedNode(body)
            case TookPart():
                yield NamedNode(claim.event), term("sem:hasActor"), NamedNode(claim.participant)
            case NamesOrganization(organization=mentioned) | NamesArea(area=mentioned):
                yield NamedNode(article), term("schema:mentions"), NamedNode(mentioned)

    def _claim(self, fact: NamedNode, sourced: SourcedClaim) -> Iterator[Triple]:
        node, claim = NamedNode(sourced.iri), sourced.claim
        evidence = rdf.evidence_iri(sourced.article, claim.span)
        yield node, term("rdf:type"), term("simpul:Claim")
        yield node, term("simpul:states"), fact
        yield node, term("simpul:article"), NamedNode(sourced.article)
        yield node, term("simpul:evidence"), NamedNode(evidence)
        yield node, term("simpul:rule"), rdf.text(claim.rule)
        yield node, term("simpul:modality"), self.entities.concept(SCHEMES[type(claim.modality)], claim.modality)
        yield node, term("simpul:certainty"), self.entities.concept(SCHEMES[type(claim.certainty)], claim.certainty)
        yield node, term("simpul:confidence"), rdf.typed(f"{confidence(claim.rule):.3f}", "xsd:decimal")
        yield node, term("prov:wasGeneratedBy"), self.extraction
        for field, reason, settled_by in sourced.completed:
            yield node, term("simpul:completed"), rdf.text(f"{field}: {reason}")
            if settled_by:
                yield node, term("simpul:completedFrom"), NamedNode(settled_by)
        yield from _evidence(evidence, sourced)

    def _label(self, sourced: SourcedClaim) -> str:
        """What a person reads where the fact is one line of a list."""
        named = self.entities.label
        match sourced.claim:
            case HoldsPost(person=person, post=rank, body=body):
                return f"{named(person)}: {self.entities.post_label(rank, body)}"
            case NamesOrganization(organization=key) | NamesArea(area=key) | Cites(regulation=key):
                return named(key)
            case RunsProgram(program=program, body=body):
                return f"{named(program)}: {named(body)}" if body else named(program)
            case TookPart(event=event, participant=participant):
                return f"{named(participant)}: {named(event)}"
            case Said():
                return f"“{shorten(sourced.quote, LABEL_WIDTH, placeholder=' …')}”"
            case Measured() as figure:
                subject = named(figure.subject) if figure.subject else figure.subject_text
                return " ".join(part for part in (figure.measure, subject, figure.value, figure.unit) if part)
            case TookPlace(event=event):
                return named(event)
        raise ValueError(f"unexpected claim {sourced.claim!r}")


def _source(source: Source) -> Iterator[Triple]:
    """An article with its metadata; its label is its headline, else its first id."""
    node = NamedNode(source.iri)
    yield node, term("rdf:type"), term("schema:NewsArticle")
    yield node, term("rdfs:label"), rdf.text(source.headline or source.locations[0])
    yield node, term("schema:sha256"), rdf.text(source.hash)
    for location in source.locations:
        yield node, term("schema:identifier"), rdf.text(location)
    for predicate, value in (
        ("schema:headline", source.headline),
        ("schema:locationCreated", source.place),
        ("schema:publisher", source.outlet),
        ("schema:url", source.url),
    ):
        if value:
            yield node, term(predicate), rdf.text(value)
    if source.published:
        yield node, term("schema:datePublished"), rdf.date(source.published)
    if source.region is not None:
        yield node, term("schema:contentLocation"), NamedNode(source.region)


def _evidence(iri: str, sourced: SourcedClaim) -> Iterator[Triple]:
    """A stretch of the article by place and by words (Web Annotation's two selectors); the words are masked already."""
    node, quotation = NamedNode(iri), NamedNode(f"{iri};quote")
    yield node, term("rdf:type"), term("oa:SpecificResource")
    yield node, term("oa:hasSource"), NamedNode(sourced.article)
    yield node, term("oa:hasSelector"), NamedNode(f"{iri};position")
    yield node, term("oa:hasSelector"), quotation
    yield from rdf.position(iri, sourced.claim.span)
    yield quotation, term("rdf:type"), term("oa:TextQuoteSelector")
    yield quotation, term("oa:exact"), rdf.text(sourced.evidence)
    for predicate, words in (("oa:prefix", sourced.prefix), ("oa:suffix", sourced.suffix)):
        if words:
            yield quotation, term(predicate), rdf.text(words)
