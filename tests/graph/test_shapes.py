"""SHACL on one article graph: a sound one passes, and each fault is found and named."""

from __future__ import annotations

import dataclasses

import pytest

from graph import facts as f
from graph.article_graph import to_quads
from graph.check import check_article
from loaders.article import Article

TEXT = "Camat Rawa Indah Sartono membuka rapat. “Mari tertib,” katanya. " * 20
ARTICLE = Article(id="berita/a.txt#1", hash="ab" * 32, text=TEXT)
AT = f.Span(0, 38)
ENTITIES: tuple[f.Entity, ...] = (
    f.Person(key="person/1", name="Sartono"),
    f.Organization(key="organization/1", name="Dinas Kolam", area="area/1", part_of="organization/2"),
    f.Organization(key="organization/2", name="Pemerintah Kota Rawa"),
    f.Area(key="area/1", name="Rawa Indah", code="18.72.01"),
    f.Program(key="program/1", name="Sapu Kampung"),
    f.Event(key="event/1", kind="Rapat", date=f.Date(value="2031-02-28", weekday="Jumat"), area="area/1"),
    f.Regulation(key="regulation/1", kind="perda", number="5", year="2031"),
)
POST = f.HoldsPost(span=AT, rule="posts.title", person="person/1", post="Camat", body="area/1")
ORGANIZATION = f.NamesOrganization(span=AT, rule="organizations.name", organization="organization/1")
AREA = f.NamesArea(span=AT, rule="places.cue", area="area/1")
PROGRAM = f.RunsProgram(span=AT, rule="programs.name", program="program/1", body="organization/1")
EVENT = f.TookPlace(span=AT, rule="events.kind", event="event/1")
PART = f.TookPart(span=AT, rule="participants.verb", event="event/1", participant="person/1", role=f.Role.LEADS)
SPEECH = f.Said(span=AT, rule="statements.cue", speaker="person/1", quote=f.Span(41, 51))
FIGURE = f.Measured(span=AT, rule="figures.noun", measure="penerima", value="82.82", subject="area/1")
CITATION = f.Cites(span=AT, rule="regulations.number", regulation="regulation/1")
SOUND: tuple[f.Claim, ...] = (POST, ORGANIZATION, AREA, PROGRAM, EVENT, PART, SPEECH, FIGURE, CITATION)


def titles(*, claims: tuple[f.Claim, ...] = (), entities: tuple[f.Entity, ...] = ENTITIES, texts: bool = True) -> list[str]:
    facts = f.ArticleFacts(article=ARTICLE.hash, entities=entities, claims=claims)
    return [finding.title_en for finding in check_article(to_quads(ARTICLE, facts, texts=texts))]


@pytest.mark.parametrize("texts", [True, False])
def test_a_sound_article_passes(texts: bool) -> None:
    assert titles(claims=SOUND, texts=texts) == []


@pytest.mark.parametrize(
    ("claim", "title"),
    [
        (dataclasses.replace(POST, person="organization/1"), "A post must be held by one person"),
        (dataclasses.replace(POST, post=""), "A post must have a rank"),
        (dataclasses.replace(POST, body="event/1"), "A post is in an organisation or an area"),
        (dataclasses.replace(ORGANIZATION, organization="area/1"), "The mention must point to one organisation"),
        (dataclasses.replace(AREA, area="organization/1"), "The mention must point to one area"),
        (dataclasses.replace(AREA, area="area/9"), "The mention must point to one area"),
        (dataclasses.replace(PROGRAM, program="event/1"), "A provision must point to one programme"),
        (dataclasses.replace(PROGRAM, body="person/1"), "A programme is run by an organisation or an area"),
        (dataclasses.replace(EVENT, event="person/1"), "It must point to one event"),
        (dataclasses.replace(PART, event="area/1"), "A participation must point to one event"),
        (dataclasses.replace(PART, participant="area/1"), "A participant is a person or an organisation"),
        (dataclasses.replace(SPEECH, speaker="event/1"), "A speaker is a person or an organisation"),
        (dataclasses.replace(FIGURE, value="8.825.000"), "A figure must be one decimal number"),
        (dataclasses.replace(FIGURE, value="ribuan"), "A figure must be one decimal number"),
        (dataclasses.replace(FIGURE, measure=""), "A figure must say what is measured"),
        (dataclasses.replace(FIGURE, claimed_by="area/1"), "Who claims a figure is a person or an organisation"),
        (dataclasses.replace(CITATION, regulation="program/1"), "A citation must point to one regulation"),
        (dataclasses.replace(POST, rule=""), "A claim must name the rule that made it"),
        (dataclasses.replace(POST, span=f.Span(9, 9)), "A position must have one start, before its end"),
        (dataclasses.replace(POST, span=f.Span(1200, 1300)), "A position lies beyond the end of the article's text"),
        (dataclasses.replace(POST, span=f.Span(0, 401)), "Evidence is longer than 400 characters"),
    ],
)
def test_a_faulty_claim_is_found(claim: f.Claim, title: str) -> None:
    assert set(titles(claims=(claim,))) == {title}


def test_a_quotation_may_be_as_long_as_it_is() -> None:
    assert titles(claims=(dataclasses.replace(SPEECH, span=f.Span(0, 900)),)) == []


@pytest.mark.parametrize(
    ("entity", "title"),
    [
        (f.Area(key="area/2", name="Rawa", code="1872"), "A code must look like 18, 18.72, 18.72.01 or 18.72.01.1001"),
        (f.Area(key="area/2", name="Rawa", within="person/1"), "An area lies in an area"),
        (f.Area(key="area/2"), "It must have a name"),
        (f.Organization(key="organization/3"), "It must have a name"),
        (f.Organization(key="organization/3", name="Dinas", area="person/1"), "The area served must be an area"),
        (f.Organization(key="organization/3", name="Dinas", part_of="area/1"), "The body above must be an organisation"),
        (f.Program(key="program/2"), "It must have a name"),
        (f.Event(key="event/2"), "An event must have a kind"),
        (f.Event(key="event/2", kind="Rapat", area="person/1"), "An event takes place in an area"),
        (f.Regulation(key="regulation/2", year="'31"), "The year of a regulation has four digits"),
        (
            f.Event(key="event/2", kind="Rapat", date=f.Date(value="akhir 2031")),
            "A date must be ISO 8601, cut where the text is silent",
        ),
        (f.Event(key="event/2", kind="Rapat", date=f.Date(value="2031-02", end="Mei")), "An end date must be ISO 8601"),
        (
            f.Event(key="event/2", kind="Rapat", date=f.Date(value="2031-02-28", weekday="Senin", misprint=True)),
            "The weekday written does not fit the date written",
        ),
    ],
)
def test_a_faulty_entity_is_found(entity: f.Entity, title: str) -> None:
    assert titles(entities=(*ENTITIES, entity)) == [title]


def test_a_finding_names_the_article_and_the_place() -> None:
    faulty = dataclasses.replace(FIGURE, value="ribuan")
    facts = f.ArticleFacts(article=ARTICLE.hash, entities=ENTITIES, claims=(POST, faulty))
    finding, *_ = check_article(to_quads(ARTICLE, facts))
    assert finding.articles == ("berita/a.txt#1",)
    assert finding.detail == "claim/2 simpul:value ribuan"
    assert str(finding) == (
        "Angka harus berupa satu bilangan desimal / A figure must be one decimal number: claim/2 simpul:value ribuan"
    )
