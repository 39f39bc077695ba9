"""The knowledge graph in RDF: what a person who writes a query finds there."""

from __future__ import annotations

import dataclasses

import pytest
from pyoxigraph import Store

from graph import facts as f
from graph.knowledge import Fact, Knowledge, Source, SourcedClaim
from graph.knowledge_graph import to_quads
from ontology.namespaces import PREFIXES

BASE = "urn:simpul:"
HEADER = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
ARTICLE = f"{BASE}article/0011223344556677"
MAYOR, HALL, METRO = f"{BASE}person/sartono-1872-1", f"{BASE}organization/pemerintah-kota-metro", f"{BASE}area/18.72"
EVENT = f"{BASE}event/rapat-2031-02-28-1"
HELD_POST = f.HoldsPost(span=f.Span(0, 20), rule="posts.title", person=MAYOR, post="Wali Kota", body=HALL)
CLAIMS: tuple[f.Claim, ...] = (
    HELD_POST,
    f.NamesOrganization(span=f.Span(0, 20), rule="organizations.name", organization=HALL),
    f.NamesArea(span=f.Span(0, 20), rule="places.cue", area=METRO),
    f.RunsProgram(span=f.Span(0, 20), rule="programs.name", program=f"{BASE}program/sapu-kampung", body=HALL),
    f.TookPlace(span=f.Span(0, 20), rule="events.kind", event=EVENT),
    f.TookPart(span=f.Span(0, 20), rule="participants.verb", event=EVENT, participant=MAYOR, role=f.Role.LEADS),
    f.Said(span=f.Span(0, 20), rule="statements.cue", speaker=MAYOR, quote=f.Span(3, 9)),
    f.Measured(span=f.Span(0, 20), rule="figures.noun", measure="penerima", value="8825", unit="penerima", subject=METRO),
    f.Cites(span=f.Span(0, 20), rule="regulations.number", regulation=f"{BASE}regulation/perda-5-2031"),
)
ENTITIES: tuple[f.Entity, ...] = (
    f.Area(key=METRO, name="Kota Metro", kind="kota", code="18.72"),
    f.Event(key=EVENT, kind="Rapat", date=f.Date(value="2031-02-28"), venue="Aula Kota", area=METRO),
    f.Organization(key=HALL, name="Pemerintah Kota Metro", kind="pemerintah-kota", area=METRO),
    f.Person(key=MAYOR, name="Sartono Wira", names=("Sartono",), honorifics=("H.",), degrees=("M.M.",)),
    f.Program(key=f"{BASE}program/sapu-kampung", name="Sapu Kampung"),
    f.Regulation(key=f"{BASE}regulation/perda-5-2031", kind="perda", number="5", year="2031"),
)


def sourced(claim: f.Claim, number: int = 1, article: str = ARTICLE) -> SourcedClaim:
    """A claim with its evidence."""
    return SourcedClaim(
        iri=f"{BASE}claim/{article[-16:]}/{claim.table}/0-20/{number}",
        article=article,
        claim=claim,
        evidence="Wali Kota Metro Sart",
        prefix="METRO – ",
        quote="tertib" if claim.table == "statements" else "",
        speaker_post="Wali Kota, Pemerintah Kota Metro" if claim.table == "statements" else "",
    )


def fact(claim: f.Claim, **more: str) -> Fact:
    return Fact(iri=f"{BASE}fact/{claim.table}/aa", table=claim.table, claims=(sourced(claim),), **more)


KNOWLEDGE = Knowledge(
    sources=(
        Source(
            iri=ARTICLE,
            hash="0011223344556677" * 4,
            locations=("a.txt#1", "b.txt#2"),
            headline="Rapat Kota",
            published="2031-03",
            outlet="Kabar Contoh",
            region=METRO,
        ),
    ),
    entities=ENTITIES,
    facts=tuple(fact(claim) for claim in CLAIMS),
    replaced=((f"{BASE}person/sartono", MAYOR),),
    citizens=(f"{BASE}person/warga/0011-1",),
)


UNLABELLED = """SELECT ?x { ?x a ?class FILTER NOT EXISTS { ?x rdfs:label ?label }
    FILTER(?class NOT IN (oa:TextPositionSelector, oa:TextQuoteSelector, oa:SpecificResource, simpul:Claim)) }"""
"""Nodes without a label, but for evidence and claims, which nobody lists."""


def rows(knowledge: Knowledge, query: str) -> list[tuple[str, ...]]:
    store = Store()
    store.bulk_extend(to_quads(knowledge, version="v1"))
    found = store.query(HEADER + query)
    return sorted(tuple(value.value if value else "" for value in row) for row in found)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("SELECT ?p ?label { ?x simpul:holdsPost ?post . ?x rdfs:label ?p . ?post rdfs:label ?label }",
         [("Sartono Wira", "Wali Kota, Pemerintah Kota Metro")]),
        ("SELECT ?post { ?post a org:Post ; org:postIn ?body ; org:role ?rank . ?rank simpul:exclusive true }",
         [(f"{BASE}post/pemerintah-kota-metro/wali-kota",)]),
        ("SELECT ?code { <urn:simpul:area/18.72> schema:containedInPlace+ ?above . ?above skos:notation ?code }",
         [("18",), ("ID",)]),
        ("SELECT ?l { ?x a schema:AdministrativeArea ; rdfs:label ?l }",
         [("Indonesia",), ("Kota Metro",), ("Lampung",)]),
        ("SELECT ?l { ?x sem:eventType ?k ; sem:hasTimeStamp '2031-02-28'^^xsd:date ; sem:hasPlace/rdfs:label ?l }",
         [("Aula Kota",)]),
        ("SELECT ?l { ?x sem:hasActor/rdfs:label ?l }", [("Sartono Wira",)]),
        ("SELECT ?l { ?x cpsv:hasCompetentAuthority/rdfs:label ?l }", [("Pemerintah Kota Metro",)]),
        ("SELECT ?l { ?x schema:mentions/rdfs:label ?l }", [("Kota Metro",), ("Pemerintah Kota Metro",)]),
        ("SELECT ?l { ?x schema:identifier ?l ; schema:datePublished '2031-03'^^xsd:gYearMonth }",
         [("a.txt#1",), ("b.txt#2",)]),
        ("SELECT ?t ?p { ?x a schema:Quotation ; schema:text ?t ; simpul:inPost ?p ; simpul:direct true }",
         [("tertib", "Wali Kota, Pemerintah Kota Metro")]),
        ("SELECT ?v { ?x a qb:Observation ; simpul:value ?v FILTER(?v > 8000) }", [("8825",)]),
        ("SELECT ?l { ?x eli:type_document/skos:prefLabel ?l }", [("Peraturan Daerah",), ("Regional regulation",)]),
        ("SELECT ?old { ?old dcterms:isReplacedBy <urn:simpul:person/sartono-1872-1> }", [(f"{BASE}person/sartono",)]),
        ("SELECT ?c { ?c simpul:pseudonymous true }", [(f"{BASE}person/warga/0011-1",)]),
        ("SELECT ?n { ?x skos:altLabel ?n }", [("Sartono",)]),
        ("SELECT ?l { ?x simpul:participationRole/rdfs:label ?l }", [("Leads",), ("Memimpin",)]),
        ("SELECT ?v { ?x a prov:Activity ; schema:softwareVersion ?v }", [("v1",)]),
        ("SELECT ?x { ?x ?p ?o FILTER isBlank(?x) }", []),
        (UNLABELLED, []),
    ],
)  # fmt: skip
def test_a_query_finds(query: str, expected: list[tuple[str, ...]]) -> None:
    assert rows(KNOWLEDGE, query) == expected


def test_every_fact_leads_to_the_words_that_state_it() -> None:
    query = """SELECT ?fact ?words ?start ?end ?location { ?claim simpul:states ?fact ; simpul:evidence ?evidence .
        ?evidence oa:hasSource/schema:identifier ?location .
        ?evidence oa:hasSelector [ oa:exact ?words ] , [ oa:start ?start ; oa:end ?end ] .
        FILTER(?location = 'a.txt#1') }"""
    expected = [(f"{BASE}fact/{claim.table}/aa", "Wali Kota Metro Sart", "0", "20", "a.txt#1") for claim in CLAIMS]
    assert rows(KNOWLEDGE, query) == sorted(expected)


@pytest.mark.parametrize(
    ("claim", "short"),
    [
        (HELD_POST, 1),
        (dataclasses.replace(HELD_POST, modality=f.Modality.PLANNED), 1),
        (dataclasses.replace(HELD_POST, modality=f.Modality.DENIED), 0),
        (dataclasses.replace(HELD_POST, modality=f.Modality.HOPED), 0),
        (dataclasses.replace(HELD_POST, former=True), 0),
    ],
)
def test_only_what_is_said_to_hold_gives_a_short_triple(claim: f.Claim, short: int) -> None:
    knowledge = dataclasses.replace(KNOWLEDGE, facts=(fact(claim),))
    assert len(rows(knowledge, "SELECT ?x { ?x simpul:holdsPost ?post }")) == short
    assert len(rows(knowledge, "SELECT ?x { ?x a org:Membership ; org:member ?p ; org:organization ?o }")) == 1


def test_a_post_is_attested_from_first_to_last_and_bounded_by_its_successor() -> None:
    held = fact(HELD_POST, first="2031-02-28", last="2031-03", not_after="2032")
    knowledge = dataclasses.replace(KNOWLEDGE, facts=(held,))
    query = "SELECT ?a ?b ?c { ?x simpul:firstAttested ?a ; simpul:lastAttested ?b ; simpul:notAfter ?c }"
    assert rows(knowledge, query) == [("2031-02-28", "2031-03", "2032")]


def test_what_derivation_added_says_why() -> None:
    claim = dataclasses.replace(sourced(HELD_POST), completed=(("body", "region of the article", f"{BASE}claim/other"),))
    knowledge = dataclasses.replace(KNOWLEDGE, facts=(Fact(iri=f"{BASE}fact/posts/aa", table="posts", claims=(claim,)),))
    query = "SELECT ?why ?from { ?x simpul:completed ?why ; simpul:completedFrom ?from }"
    assert rows(knowledge, query) == [("body: region of the article", f"{BASE}claim/other")]


def test_an_area_without_a_code_lies_where_the_article_puts_it() -> None:
    hamlet = f.Area(key=f"{BASE}area/dusun-tiga", name="Dusun Tiga", within=METRO)
    knowledge = dataclasses.replace(KNOWLEDGE, entities=(*ENTITIES, hamlet), facts=())
    query = "SELECT ?above { <urn:simpul:area/dusun-tiga> schema:containedInPlace ?above }"
    assert rows(knowledge, query) == [(METRO,)]


def test_another_base_moves_everything_but_the_vocabulary() -> None:
    moved = {
        str(quad.subject) for quad in to_quads(Knowledge(sources=(), entities=(), facts=()), base="https://a.id/", version="v")
    }
    assert moved == {"<https://a.id/extraction/v>"}
