"""Claims joined into facts, and entities with their labels. All persons are invented."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from graph.derive import derive
from graph.facts import (
    Area,
    Date,
    Event,
    HoldsPost,
    Measured,
    Modality,
    NamesOrganization,
    Organization,
    Person,
    Span,
    Status,
)
from graph.identity import resolve
from graph.knowledge import Fact, Knowledge
from loaders.article import Article

Told = Callable[..., tuple]  # type: ignore[type-arg]

MAYOR = "Wali Kota"
CITY = "Pemerintah Kota Metro"


def derived(*articles: tuple) -> Knowledge:  # type: ignore[type-arg]
    return derive(articles, resolve(articles))


def posts(knowledge: Knowledge) -> dict[str, Fact]:
    """Facts about posts by the last part of the person's IRI."""
    found = {}
    for fact in knowledge.facts:
        if fact.table == "posts":
            claim = fact.claims[0].claim
            found[f"{claim.person.rpartition('/')[2]}{' former' * claim.former}{claim.acting}"] = fact  # type: ignore[attr-defined]
    return found


def test_a_post_is_held_on_the_days_attested_and_not_after_a_successor(appoint: Told) -> None:
    found = posts(
        derived(
            appoint("Hasan Basri", MAYOR, CITY, "2021-06-01"),
            appoint("Hasan Basri", MAYOR, CITY, "2020"),
            appoint("Rina Wulandari", MAYOR, CITY, "2022-02-01"),
            appoint("Sri Lestari", MAYOR, CITY, "2021-09-01", acting="Plt."),
        )
    )
    assert {name: (f.first, f.last, f.not_after) for name, f in found.items()} == {
        "hasan-basri-18.72-1": ("2020", "2021-06-01", "2022-02-01"),
        "rina-wulandari-18.72-1": ("2022-02-01", "2022-02-01", ""),
        "sri-lestari-18.72-1Plt.": ("2021-09-01", "2021-09-01", "2022-02-01"),
    }


def test_who_is_called_a_former_holder_holds_no_more(appoint: Told) -> None:
    found = posts(
        derived(
            appoint("Hasan Basri", MAYOR, CITY, "2021-06-01"),
            appoint("Hasan Basri", MAYOR, CITY, "2023-01-01", former=True),
        )
    )
    assert found["hasan-basri-18.72-1"].not_after == "2023-01-01"
    assert found["hasan-basri-18.72-1 former"].first == ""


def test_a_post_that_several_hold_knows_no_successor(appoint: Told) -> None:
    found = posts(
        derived(
            appoint("Hasan Basri", "Anggota DPRD", CITY, "2021-06-01"),
            appoint("Rina Wulandari", "Anggota DPRD", CITY, "2022-02-01"),
        )
    )
    assert [fact.not_after for fact in found.values()] == ["", ""]


@pytest.mark.parametrize(
    ("value", "measure", "facts"),
    [
        pytest.param("100", "Penerima bantuan", 1, id="two articles, one figure"),
        pytest.param("120", "penerima bantuan", 2, id="figures that disagree stand side by side"),
        pytest.param("100", "penerima beras", 2, id="another measure"),
    ],
)
def test_figures(tell: Told, value: str, measure: str, facts: int) -> None:
    def told(text: str, **changes: str) -> tuple:  # type: ignore[type-arg]
        claim = Measured(span=Span(0, 1), rule="test", subject="area/1", unit="orang", **changes)  # type: ignore[arg-type]
        return tell(text, Area(key="area/1", code="18.72.01"), claims=(claim,))

    knowledge = derived(told("satu", measure="penerima bantuan", value="100"), told("dua", measure=measure, value=value))
    assert len([fact for fact in knowledge.facts if fact.table == "figures"]) == facts


def test_a_mention_is_a_fact_of_its_article(tell: Told) -> None:
    body = Organization(key="organization/1", name="Dinas Sosial", kind="dinas", area="area/0")
    claim = NamesOrganization(span=Span(0, 1), rule="test", organization="organization/1")
    knowledge = derived(tell("satu", body, claims=(claim,)), tell("dua", body, claims=(claim,)))
    assert [fact.table for fact in knowledge.facts] == ["organizations", "organizations"]


def test_the_label_is_the_fullest_name(appoint: Told) -> None:
    names = ("Wulandari", "Rina Sri Wulandari", "R. S. Wulandari", "Rina Wulandari")
    knowledge = derived(*(appoint(name, MAYOR, CITY, f"202{n}-01-01") for n, name in enumerate(names)))
    (person,) = [entity for entity in knowledge.entities if isinstance(entity, Person)]
    assert person.name == "Rina Sri Wulandari"
    assert person.names == ("R. S. Wulandari", "Rina Wulandari", "Wulandari")


def test_one_text_in_two_files_is_one_source(appoint: Told) -> None:
    article, facts = appoint("Hasan Basri", MAYOR, CITY, "2024-01-01")
    copy = Article(id="salinan.txt#1", hash=article.hash, text=article.text, headline=article.headline)
    knowledge = derived((copy, facts), (article, facts))
    assert [source.locations for source in knowledge.sources] == [(article.id, "salinan.txt#1")]
    assert [len(fact.claims) for fact in knowledge.facts] == [1]


def test_evidence_carries_what_stands_around_it(tell: Told) -> None:
    text = "Pada hari Senin pagi itu di balai kota, Dinas Sosial membagikan beras kepada warga setempat."
    body = Organization(key="organization/1", name="Dinas Sosial", kind="dinas", area="area/0")
    claim = NamesOrganization(span=Span(40, 52), rule="test", organization="organization/1")
    (fact,) = derived(tell(text, body, claims=(claim,))).facts
    assert (fact.claims[0].prefix, fact.claims[0].evidence, fact.claims[0].suffix) == (
        "i Senin pagi itu di balai kota, ",
        "Dinas Sosial",
        " membagikan beras kepada warga s",
    )


def test_order_of_articles_changes_nothing(appoint: Told) -> None:
    told = [
        appoint(name, post, CITY, f"20{year}-01-01")
        for year in range(18, 24)
        for name, post in (("Hasan Basri", MAYOR), ("Rina Wulandari", "Sekretaris Daerah"), ("", MAYOR))
    ]
    expected = derived(*told)
    for seed in range(5):
        random.Random(seed).shuffle(told)
        assert derived(*told) == expected


def test_what_an_iri_became(appoint: Told) -> None:
    article = appoint("Rina Wulandari", MAYOR, CITY, "2024-01-01")
    previous = [
        ("urn:simpul:person/wulandari-18.72-1", article[1].article, "person/1"),
        ("urn:simpul:person/hasan-basri-18.72-1", "another article", "person/1"),
    ]
    knowledge = derive([article], resolve([article]), previous=previous)
    assert knowledge.replaced == (("urn:simpul:person/wulandari-18.72-1", "urn:simpul:person/rina-wulandari-18.72-1"),)


def test_a_denied_post_attests_no_day(tell: Told) -> None:
    body = Organization(key="organization/1", name=CITY, kind="pemerintah-kota", area="area/0")
    person = Person(key="person/1", name="Rina Wulandari")

    def told(text: str, day: str, modality: Modality) -> tuple:  # type: ignore[type-arg]
        claim = HoldsPost(span=Span(0, 1), rule="test", person="person/1", post=MAYOR, body="organization/1", modality=modality)
        return tell(text, person, body, claims=(claim,), date=day)

    (fact,) = derived(
        told("Rina", "2024-01-01", Modality.STATED),
        told("Rina.", "2024-05-01", Modality.STATED),
        told("Rina!", "2025-05-01", Modality.DENIED),
    ).facts
    assert (fact.first, fact.last, len(fact.claims)) == ("2024-01-01", "2024-05-01", 3)


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ((Status.ANNOUNCED, Status.HELD), Status.HELD),
        ((Status.HELD, Status.ANNOUNCED), Status.HELD),
        ((Status.ANNOUNCED, Status.CANCELLED), Status.CANCELLED),
    ],
)
def test_an_event_was_held_where_one_article_says_so_else_the_latest_counts(
    tell: Told, statuses: tuple[Status, ...], expected: Status
) -> None:
    day = Date(value="2024-01-30")
    articles = [
        tell(f"artikel {n}", Event(key="event/1", kind="Rapat", date=day, venue="Aula", status=status), date=f"2024-02-0{n}")
        for n, status in enumerate(statuses, 1)
    ]
    (event,) = [entity for entity in derived(*articles).entities if isinstance(entity, Event)]
    assert event.status is expected


def test_of_a_property_most_articles_decide(tell: Told) -> None:
    kinds = ("kecamatan", "kelurahan", "kelurahan")
    articles = [
        tell(f"artikel {n}", Area(key="area/1", name="Ganjar", kind=kind, code="18.72.01", candidates=("18.72.01", "18.72.02")))
        for n, kind in enumerate(kinds)
    ]
    (area,) = [entity for entity in derived(*articles).entities if isinstance(entity, Area) and entity.name == "Ganjar"]
    assert (area.kind, area.candidates) == ("kelurahan", ())


def test_an_iri_in_use_is_not_replaced(appoint: Told) -> None:
    early = appoint("Rina Wulandari", MAYOR, CITY, "2024-01-01")
    swapped = [
        ("urn:simpul:person/rina-wulandari-18.72-1", "an article that is gone", "person/1"),
        ("urn:simpul:organization/pemerintah-kota-metro", early[1].article, "person/1"),
    ]
    assert derive([early], resolve([early]), previous=swapped).replaced == ()
