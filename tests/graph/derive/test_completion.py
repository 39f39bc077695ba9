"""What other articles of a build settle, and what they do not. All persons are invented."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from graph.derive import derive
from graph.facts import Certainty, Date, Event, HoldsPost, Modality, Organization, Person, Role, Said, Span, TookPart, TookPlace
from graph.identity import resolve
from graph.knowledge import Fact, Knowledge, SourcedClaim

Told = Callable[..., tuple]  # type: ignore[type-arg]

MAYOR = "Wali Kota"
CITY = "Pemerintah Kota Metro"
HERE = Span(0, 1)


def derived(*articles: tuple) -> Knowledge:  # type: ignore[type-arg]
    return derive(articles, resolve(articles))


def of_table(knowledge: Knowledge, table: str) -> list[Fact]:
    return [fact for fact in knowledge.facts if fact.table == table]


def in_article(knowledge: Knowledge, article: tuple, table: str) -> SourcedClaim:  # type: ignore[type-arg]
    """The one claim of that table in that article."""
    digest = article[1].article[:16]
    (claim,) = [c for f in of_table(knowledge, table) for c in f.claims if c.article.endswith(digest)]
    return claim


@pytest.mark.parametrize(
    ("post", "region", "completed"),
    [
        pytest.param(MAYOR, "18.72", True, id="the mayor of the city that the article is about"),
        pytest.param("Sekretaris Daerah", "18.72", True, id="a post of any government"),
        pytest.param("Bupati", "18.72", False, id="a kota has no bupati"),
        pytest.param(MAYOR, "", False, id="an article about nowhere"),
        pytest.param("Kepala Dinas", "18.72", False, id="of which agency is not known"),
    ],
)
def test_the_body_of_a_post(tell: Told, appoint: Told, post: str, region: str, completed: bool) -> None:
    claim = HoldsPost(span=HERE, rule="test", person="person/1", post=post)
    bare = tell("Hasan Basri", Person(key="person/1", name="Hasan Basri"), claims=(claim,), region=region)
    elsewhere = appoint("Rina Wulandari", "Asisten", CITY, "2024-01-01")
    found = in_article(derived(bare, elsewhere), bare, "posts")
    assert isinstance(found.claim, HoldsPost)
    assert (found.claim.body is not None) is completed
    assert (found.claim.certainty is Certainty.INFERRED) is completed
    assert bool(found.completed) is completed


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        pytest.param("2020-03-01", "Hasan Basri", id="between two days on which he is attested"),
        pytest.param("2020-09-01", "Hasan Basri", id="soon after the last"),
        pytest.param("2023-05-05", "Rina Wulandari", id="the successor"),
        pytest.param("2021-10-01", "", id="too long after the one, too long before the other"),
        pytest.param("2011-01-01", "", id="long before"),
        pytest.param("2020", "", id="a year alone"),
        pytest.param("", "", id="no date at all"),
    ],
)
def test_the_holder_of_a_post(appoint: Told, day: str, holder: str) -> None:
    told = [
        appoint("Hasan Basri", MAYOR, CITY, "2020-02-10"),
        appoint("Hasan Basri", MAYOR, CITY, "2020-06-10"),
        appoint("Rina Wulandari", MAYOR, CITY, "2023-02-10"),
        appoint("Rina Wulandari", MAYOR, CITY, "2024-06-10"),
    ]
    unnamed = appoint("", MAYOR, CITY, day)
    knowledge = derived(*told, unnamed)
    found = in_article(knowledge, unnamed, "posts")
    names = {entity.key: entity.name for entity in knowledge.entities}
    assert isinstance(found.claim, HoldsPost)
    assert names[found.claim.person] == holder
    assert [reason for _, reason, _ in found.completed] == (["who held the post on that day"] if holder else [])


def test_two_who_may_have_held_a_post_leave_it_open(appoint: Told) -> None:
    unnamed = appoint("", MAYOR, CITY, "2022-05-01")
    told = [appoint("Hasan Basri", MAYOR, CITY, "2022-03-01"), appoint("Rina Wulandari", MAYOR, CITY, "2022-07-01")]
    knowledge = derived(*told, unnamed)
    claim = in_article(knowledge, unnamed, "posts").claim
    assert isinstance(claim, HoldsPost)
    (person,) = [entity for entity in knowledge.entities if entity.key == claim.person]
    assert (person.name, person.names) == ("", ("Wali Kota Wilayah",))


def test_the_holder_speaks_and_takes_part_too(tell: Told, appoint: Told) -> None:
    body = Organization(key="organization/1", name=CITY, kind="pemerintah-kota", area="area/0")
    article = tell(
        'Wali Kota: "Mari."',
        Person(key="person/1"),
        body,
        Event(key="event/1", kind="Apel"),
        claims=(
            HoldsPost(span=HERE, rule="test", person="person/1", post=MAYOR, body="organization/1"),
            Said(span=HERE, rule="test", speaker="person/1", quote=Span(12, 17)),
            TookPart(span=HERE, rule="test", event="event/1", participant="person/1", role=Role.LEADS),
        ),
        date="2024-01-20",
    )
    knowledge = derived(article, appoint("Rina Wulandari", MAYOR, CITY, "2024-01-10"))
    speech = in_article(knowledge, article, "statements")
    part = in_article(knowledge, article, "participants").claim
    assert isinstance(speech.claim, Said)
    assert isinstance(part, TookPart)
    assert speech.claim.speaker == part.participant == "urn:simpul:person/rina-wulandari-18.72-1"
    assert speech.speaker_post == "Wali Kota, Pemerintah Kota Metro"


@pytest.mark.parametrize(
    ("days", "post"),
    [
        pytest.param(["2024-01-10"], "Wali Kota, Pemerintah Kota Metro", id="attested ten days before"),
        pytest.param(["2019-01-10"], "", id="years before"),
        pytest.param(["2019-01-10", "2026-01-10"], "Wali Kota, Pemerintah Kota Metro", id="before and after"),
    ],
)
def test_the_post_of_a_speaker_comes_from_other_articles(tell: Told, appoint: Told, days: list[str], post: str) -> None:
    said = Said(span=HERE, rule="test", speaker="person/1", quote=Span(0, 1))
    article = tell("Ujar Rina Wulandari", Person(key="person/1", name="Rina Wulandari"), claims=(said,), date="2024-01-20")
    knowledge = derived(article, *(appoint("Rina Wulandari", MAYOR, CITY, day) for day in days))
    assert in_article(knowledge, article, "statements").speaker_post == post


@pytest.mark.parametrize(
    ("others", "value"),
    [
        pytest.param([("Hasan Basri", "2016-03-01"), ("Sri Lestari", "2022-03-01")], "2019-01-09", id="before and after him"),
        pytest.param([("Sri Lestari", "2022-03-01")], "--01-09", id="nobody before him"),
        pytest.param([], "--01-09", id="nobody else"),
    ],
)
def test_the_year_is_what_the_holders_of_posts_leave(
    tell: Told, appoint: Told, others: list[tuple[str, str]], value: str
) -> None:
    body = Organization(key="organization/1", name=CITY, kind="pemerintah-kota", area="area/0")
    open_date = Date(value="--01-09", candidates=("2013", "2019", "2024"))
    article = tell(
        "Wali Kota Rina Wulandari memimpin apel, Rabu (09/01).",
        Person(key="person/1", name="Rina Wulandari"),
        body,
        Event(key="event/1", kind="Apel", date=open_date),
        claims=(
            HoldsPost(span=HERE, rule="test", person="person/1", post=MAYOR, body="organization/1"),
            TookPlace(span=HERE, rule="test", event="event/1"),
        ),
    )
    known = [appoint("Rina Wulandari", MAYOR, CITY, "2019-08-01")]
    knowledge = derived(article, *known, *(appoint(name, MAYOR, CITY, day) for name, day in others))
    (event,) = [entity for entity in knowledge.entities if isinstance(entity, Event)]
    assert event.date.value == value
    completed = in_article(knowledge, article, "events").completed
    assert [name for name, _, _ in completed] == ([] if value.startswith("--") else ["date"])


def test_the_year_of_an_event_comes_from_another_article(tell: Told) -> None:
    def told(text: str, date: Date) -> tuple:  # type: ignore[type-arg]
        people = [Person(key=f"person/{n}", name=name) for n, name in ((1, "Rina Wulandari"), (2, "Hasan Basri"))]
        body = Organization(key="organization/1", name=CITY, kind="pemerintah-kota", area="area/0")
        held = [
            HoldsPost(span=HERE, rule="test", person=p.key, post="Anggota DPRD", body="organization/1", date=Date(value="2020"))
            for p in people
        ]
        parts = [TookPart(span=HERE, rule="test", event="event/1", participant=p.key, role=Role.LEADS) for p in people]
        place = TookPlace(span=HERE, rule="test", event="event/1")
        return tell(text, *people, body, Event(key="event/1", kind="Rapat", date=date), claims=(*held, *parts, place))

    whole = told("satu", Date(value="2024-01-30"))
    open_year = told("dua", Date(value="--01-30", candidates=("2018", "2024")))
    knowledge = derived(whole, open_year)
    (event,) = [entity for entity in knowledge.entities if isinstance(entity, Event)]
    assert event.date.value == "2024-01-30"
    ((name, _, source),) = in_article(knowledge, open_year, "events").completed
    assert (name, source) == ("date", in_article(knowledge, whole, "events").iri)


@pytest.mark.parametrize(
    ("held", "asked", "named"),
    [
        pytest.param({}, {}, True, id="the holder"),
        pytest.param({}, {"former": True}, False, id="a former holder is asked for"),
        pytest.param({}, {"acting": "Plt."}, False, id="an acting holder is asked for"),
        pytest.param({"acting": "Plt."}, {"acting": "Plt."}, True, id="the acting holder"),
        pytest.param({"former": True}, {}, False, id="only a former holder is known"),
        pytest.param({"modality": Modality.DENIED}, {}, False, id="it is denied that he holds it"),
        pytest.param({"post": "Asisten"}, {"post": "Asisten"}, False, id="a post that several hold"),
    ],
)
def test_whose_attestation_names_a_holder(tell: Told, held: dict[str, Any], asked: dict[str, Any], named: bool) -> None:
    def told(name: str, text: str, changes: dict[str, Any]) -> tuple:  # type: ignore[type-arg]
        body = Organization(key="organization/1", name=CITY, kind="pemerintah-kota", area="area/0")
        claim = HoldsPost(**{"span": HERE, "rule": "test", "person": "person/1", "post": MAYOR, "body": body.key} | changes)
        public = HoldsPost(span=HERE, rule="test", person="person/1", post="Anggota DPRD", body=body.key)
        claims = (claim, public) if name else (claim,)
        return tell(text, Person(key="person/1", name=name), body, claims=claims, date="2024-01-10")

    unnamed = told("", "dua", asked)
    claim = in_article(derived(told("Rina Wulandari", "satu", held), unnamed), unnamed, "posts").claim
    assert isinstance(claim, HoldsPost)
    assert (claim.person == "urn:simpul:person/rina-wulandari-18.72-1") is named


@pytest.mark.parametrize(
    ("acting", "value"),
    [
        pytest.param("", "2019-01-09", id="regular holders before and after"),
        pytest.param("Plt.", "--01-09", id="whoever stands in may do so twice"),
    ],
)
def test_acting_holders_settle_no_year(tell: Told, appoint: Told, acting: str, value: str) -> None:
    body = Organization(key="organization/1", name=CITY, kind="pemerintah-kota", area="area/0")
    post = HoldsPost(span=HERE, rule="test", person="person/1", post=MAYOR, body="organization/1", acting=acting)
    event = Event(key="event/1", kind="Apel", date=Date(value="--01-09", candidates=("2013", "2019", "2024")))
    place = TookPlace(span=HERE, rule="test", event="event/1")
    article = tell("Rina Wulandari", Person(key="person/1", name="Rina Wulandari"), body, event, claims=(post, place))
    knowledge = derived(
        article,
        appoint("Rina Wulandari", MAYOR, CITY, "2019-08-01", acting=acting),
        appoint("Hasan Basri", MAYOR, CITY, "2016-03-01"),
        appoint("Sri Lestari", MAYOR, CITY, "2022-03-01"),
    )
    (found,) = [entity for entity in knowledge.entities if isinstance(entity, Event)]
    assert found.date.value == value


def test_a_former_post_is_not_what_somebody_speaks_as(tell: Told) -> None:
    body = Organization(key="organization/1", name=CITY, kind="pemerintah-kota", area="area/0")
    article = tell(
        "Kata Rina Wulandari",
        Person(key="person/1", name="Rina Wulandari"),
        body,
        claims=(
            HoldsPost(span=HERE, rule="test", person="person/1", post=MAYOR, body="organization/1", former=True),
            Said(span=HERE, rule="test", speaker="person/1", quote=HERE),
        ),
    )
    assert in_article(derived(article), article, "statements").speaker_post == ""
