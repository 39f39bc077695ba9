"""Who is who across articles: each row is a decision. All persons and bodies are invented."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from graph.facts import (
    Area,
    Claim,
    Date,
    Entity,
    Event,
    HoldsPost,
    Organization,
    Person,
    Program,
    Regulation,
    Role,
    Said,
    Span,
    TookPart,
)
from graph.identity import Clusters, Judged, resolve
from graph.identity.matching import Judgement

HERE = Span(0, 1)
Articles = Callable[..., tuple]  # type: ignore[type-arg]


@dataclass(frozen=True)
class Held:
    """Arguments of the fixture `appoint`."""

    name: str
    post: str
    body: str
    date: str = ""
    region: str = "18.72"
    acting: str = ""


def one(clusters: Clusters, key: str) -> bool:
    """Whether the entities with that local key are one in all articles."""
    return len({iri for (_, k), iri in clusters.iris.items() if k == key}) == 1


CAMAT = Held("Rina Wulandari", "Camat", "Kecamatan Metro Barat", "2024-01-03")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(CAMAT, Held("Rina Wulandari", "Camat", "Kecamatan Metro Barat", "2023"), True, id="same name and post"),
        pytest.param(CAMAT, Held("Wulandari", "Camat", "Kecamatan Metro Barat", "2023"), True, id="one part, same post"),
        pytest.param(CAMAT, Held("Wulandari", "Lurah", "Kelurahan Ganjar", "2023"), False, id="one part, other post"),
        pytest.param(CAMAT, Held("Wulandari", "Camat", "Kecamatan Metro Barat", "2009"), False, id="one part, long before"),
        pytest.param(CAMAT, Held("R. Wulandari", "Camat", "Kecamatan Metro Barat"), True, id="initial, same post"),
        pytest.param(CAMAT, Held("R. Wulandari", "Kepala Dinas", "Dinas Sosial"), False, id="initial, other post"),
        pytest.param(CAMAT, Held("Rina Wulandary", "Camat", "Kecamatan Metro Barat"), True, id="misspelt, same post"),
        pytest.param(CAMAT, Held("Rina Wulandary", "Kepala Dinas", "Dinas Sosial"), False, id="misspelt, other post"),
        pytest.param(CAMAT, Held("Rini Kusumawati", "Camat", "Kecamatan Metro Barat"), False, id="other name, same post"),
        pytest.param(CAMAT, Held("Rina Wulandari", "Camat", "Kecamatan Metro Barat", region="32.75"), False, id="other city"),
        pytest.param(CAMAT, Held("Rina Wulandari", "Kepala Dinas", "Dinas Sosial", "2024-09-01"), True, id="moved on"),
    ],
)
def test_persons(appoint: Articles, a: Held, b: Held, expected: bool) -> None:
    clusters = resolve([appoint(**vars(a)), appoint(**vars(b))])
    assert one(clusters, "person/1") is expected


@pytest.mark.parametrize(
    ("first", "second", "acting", "people"),
    [
        pytest.param("2024-01-10", "2024-02-01", "", 2, id="two exclusive posts at one time are two persons"),
        pytest.param("2024-01-10", "2024-02-01", "Plt.", 1, id="an acting post splits nobody"),
        pytest.param("2024-01-10", "2024-08-01", "", 1, id="one post after the other is a career"),
        pytest.param("2024", "2024", "", 1, id="a year alone says nothing about the day"),
    ],
)
def test_homonyms_are_split_by_exclusive_posts_alone(
    appoint: Articles, first: str, second: str, acting: str, people: int
) -> None:
    here = [appoint("Hasan Basri", "Camat", "Kecamatan Metro Barat", day, region="18.72.03") for day in (first, "2024-05-03")]
    there = appoint("Hasan Basri", "Lurah", "Kelurahan Ganjar", second, region="18.72.01", acting=acting)
    clusters = resolve([*here, there])
    assert len({iri for (_, key), iri in clusters.iris.items() if key == "person/1"}) == people


def test_a_name_that_fits_two_persons_joins_neither_and_is_reported(appoint: Articles, tell: Articles) -> None:
    told = [
        appoint("Rina Wulandari", "Kepala Bidang", "Dinas Sosial", "2024-01-01"),
        appoint("Sri Wulandari", "Kepala Bidang", "Dinas Sosial", "2024-01-02"),
        appoint("Wulandari", "Kepala Bidang", "Dinas Sosial", "2024-01-03"),
    ]
    clusters = resolve(told)
    assert len({clusters.iris[(facts.article, "person/1")] for _, facts in told}) == 3
    assert len(clusters.unsure) == 2
    assert {reason for pair in clusters.unsure for reason in pair.reasons} >= {"a name of one part fits"}


RECEIVES = TookPart(span=HERE, rule="test", event="event/1", participant="person/1", role=Role.RECEIVES)
SPEAKS = Said(span=HERE, rule="test", speaker="person/1", quote=HERE)


@pytest.mark.parametrize(
    ("name", "post", "claims", "official"),
    [
        pytest.param("Rina Wulandari", "Lurah", (SPEAKS,), True, id="an official who speaks elsewhere"),
        pytest.param("Rina Wulandari", "Lurah", (RECEIVES,), False, id="somebody of that name who receives"),
        pytest.param("Rina Wulandari", "Lurah", (), False, id="somebody of that name who does nothing"),
        pytest.param("Rina Ayu Wulandari", "Lurah", (), True, id="a name that few have"),
        pytest.param("Rina Wulandari", "Wali Kota", (), True, id="the mayor is known by name"),
    ],
)
def test_a_common_name_alone_makes_no_official(
    appoint: Articles, tell: Articles, name: str, post: str, claims: tuple[Claim, ...], official: bool
) -> None:
    known = appoint(name, post, "Pemerintah Kota Metro", "2024-01-01")
    other = tell(f"{name} datang", Person(key="person/1", name=name), Event(key="event/1"), claims=claims)
    clusters = resolve([known, other])
    assert one(clusters, "person/1") is official
    assert (":person/warga/" in clusters.iris[(other[0].hash, "person/1")]) is not official
    assert len(clusters.unsure) == (not official)


def test_a_citizen_does_not_become_an_official_by_way_of_a_third_article(appoint: Articles, tell: Articles) -> None:
    her = Person(key="person/1", name="Rina Wulandari")
    told = [
        appoint("Rina Wulandari", "Lurah", "Kelurahan Ganjar", "2024-01-01"),
        tell("Rina Wulandari menerima beras", her, Event(key="event/1"), claims=(RECEIVES,)),
        tell("Rina Wulandari berbicara", her, claims=(SPEAKS,)),
    ]
    iris = [resolve(told).iris[(facts.article, "person/1")] for _, facts in told]
    assert iris[0] == iris[2] != iris[1]


def test_two_parts_of_a_name_in_one_article_are_the_holder_of_the_post(appoint: Articles, tell: Articles) -> None:
    post = HoldsPost(span=HERE, rule="test", person="person/1", post="Wali Kota", body="organization/1")
    halves = tell(
        "Wali Kota Wulandari membuka acara. Rina berharap.",
        Person(key="person/1", name="Wulandari"),
        Person(key="person/2", name="Rina"),
        Organization(key="organization/1", name="Pemerintah Kota Metro", kind="pemerintah-kota", area="area/0"),
        claims=(post,),
    )
    clusters = resolve([halves, appoint("Rina Wulandari", "Wali Kota", "Pemerintah Kota Metro", "2024-01-01")])
    assert one(clusters, "person/1")
    assert clusters.iris[(halves[0].hash, "person/2")] == clusters.iris[(halves[0].hash, "person/1")]


@pytest.mark.parametrize(
    ("a", "b", "region", "same"),
    [
        ("Dinas Sosial Kota Metro", "Dinas Sosial", "18.72", True),
        ("Dinas Sosial", "Dinsos", "18.72", True),
        ("Dinas Sosial", "Dinsos", "18.71", False),
        ("Dinas Sosial", "Dinas Kesehatan", "18.72", False),
        ("Dinas Perhubungan dan Kebudayaan", "Dinas Perhutanan dan Kebudayaan", "18.72", False),
    ],
)
def test_organizations(tell: Articles, a: str, b: str, region: str, same: bool) -> None:
    bodies = [
        tell(a, Organization(key="organization/1", name=a, kind="dinas", area="area/0")),
        tell(f"{b}.", Organization(key="organization/1", name=b, kind="dinas", area="area/0"), region=region),
    ]
    assert one(resolve(bodies), "organization/1") is same


AREA = {"kind": "kelurahan", "name": "Ganjar Agung"}


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        pytest.param(Area(key="x", code="18.72.01.1001"), Area(key="x", code="18.72.01.1001"), True, id="area: one code"),
        pytest.param(
            Area(key="x", code="18.72.01.1001", **AREA), Area(key="x", code="18.72.02.1001", **AREA), False, id="two codes"
        ),
        pytest.param(Area(key="x", code="18.72.01.1001", **AREA), Area(key="x", **AREA), True, id="the one code in the region"),
        pytest.param(Area(key="x", code="32.75.01.1001", **AREA), Area(key="x", **AREA), False, id="a code elsewhere"),
        pytest.param(Program(key="x", name="Program Kartu Sehat"), Program(key="x", name="Kartu Sehat"), True, id="programme"),
        pytest.param(Program(key="x", name="KSC"), Program(key="x", name="Kartu Sehat Ceria"), True, id="programme: acronym"),
        pytest.param(
            Program(key="x", name="Bantuan Tahap 1"), Program(key="x", name="Bantuan Tahap 2"), False, id="two stages"
        ),
        pytest.param(
            Regulation(key="x", kind="perda", number="5", year="2021"),
            Regulation(key="x", kind="perda", number="05", year="2021"),
            True,
            id="regulation: kind, number, year",
        ),
        pytest.param(
            Regulation(key="x", kind="perda", number="5", year="2021"),
            Regulation(key="x", kind="perda", number="6", year="2021"),
            False,
            id="Perda 5 is not Perda 6",
        ),
    ],
)
def test_areas_programmes_regulations(tell: Articles, a: Entity, b: Entity, same: bool) -> None:
    assert one(resolve([tell("satu", a), tell("dua", b)]), "x") is same


@pytest.mark.parametrize(("kind", "same"), [("uu", True), ("perda", False)])
def test_a_law_is_national_and_a_perda_is_of_its_region(tell: Articles, kind: str, same: bool) -> None:
    act = Regulation(key="x", kind=kind, number="5", year="2021")
    assert one(resolve([tell("satu", act), tell("dua", act, region="32.75")]), "x") is same


@pytest.mark.parametrize(
    ("date", "candidates", "venue", "code", "same"),
    [
        pytest.param("2024-01-30", (), "Aula Sejahtera", "", True, id="same day, same venue"),
        pytest.param("2024-01-31", (), "Aula Sejahtera", "", False, id="other day"),
        pytest.param("2024-01-30", (), "", "", False, id="nothing but the day"),
        pytest.param("2024-01-30", (), "Aula Sejahtera", "18.72.01", True, id="a kecamatan of the kota"),
        pytest.param("2024-01-30", (), "Aula Sejahtera", "32.75", False, id="other city"),
        pytest.param("--01-30", ("2018", "2024"), "Aula Sejahtera", "", False, id="open year: the venue alone is not enough"),
        pytest.param("--01-30", ("2018",), "Aula Sejahtera", "", False, id="another year"),
    ],
)
def test_events(tell: Articles, date: str, candidates: tuple[str, ...], venue: str, code: str, same: bool) -> None:
    first = Event(key="event/1", kind="Rapat", date=Date(value="2024-01-30"), venue="Aula Sejahtera", area="area/0")
    place = Area(key="area/1", code=code)
    second = Event(
        key="event/1", kind="Rapat", date=Date(value=date, candidates=candidates), venue=venue, area="area/1" if code else None
    )
    assert one(resolve([tell("satu", first), tell("dua", second, place)]), "event/1") is same


def test_an_open_year_is_the_same_event_where_people_and_venue_agree(appoint: Articles, tell: Articles) -> None:
    def told(text: str, date: str) -> tuple[object, ...]:
        people = [Person(key=f"person/{n}", name=name) for n, name in ((1, "Rina Wulandari"), (2, "Hasan Basri"))]
        parts = tuple(
            TookPart(span=HERE, rule="test", event="event/1", participant=p.key, role=Role.LEADS, represents="organization/1")
            for p in people
        )
        event = Event(key="event/1", kind="Rapat", date=Date(value=date, candidates=("2018", "2024")))
        body = Organization(key="organization/1", name="Dinas Sosial", kind="dinas", area="area/0")
        return tell(text, *people, event, body, claims=parts)

    assert one(resolve([told("satu", "2024-01-30"), told("dua", "--01-30")]), "event/1")


def test_order_of_articles_changes_nothing(appoint: Articles) -> None:
    names = ("Rina Wulandari", "R. Wulandari", "Wulandari", "Hasan Basri", "H. Basri")
    told = [appoint(name, "Camat", "Kecamatan Metro Barat", f"202{n}-01-01") for n in range(4) for name in names]
    expected = resolve(told)
    for seed in range(5):
        random.Random(seed).shuffle(told)
        assert resolve(told) == expected


def test_iris_follow_the_earliest_mention(appoint: Articles) -> None:
    early = appoint("Hasan Basri", "Camat", "Kecamatan Metro Barat", "2019-05-01", region="18.72.03")
    between = appoint("Hasan Basri", "Lurah", "Kelurahan Ganjar", "2020-01-01", region="18.72.01")
    late = appoint("Hasan Basri", "Camat", "Kecamatan Metro Barat", "2021-05-01", region="18.72.03")
    iris = resolve([late, between, early]).iris
    assert iris[(early[0].hash, "person/1")] == "urn:simpul:person/hasan-basri-18.72-1"
    assert iris[(between[0].hash, "person/1")] == "urn:simpul:person/hasan-basri-18.72-2"


@pytest.mark.parametrize(
    ("name", "end"), [("Dinas Sosial", "dinas-sosial-18.72"), ("Dinas Sosial Kota Metro", "dinas-sosial-kota-metro")]
)
def test_the_iri_of_a_body_says_whose_it_is(appoint: Articles, name: str, end: str) -> None:
    told = appoint("Hasan Basri", "Kepala Dinas", name)
    assert resolve([told]).iris[(told[0].hash, "organization/1")] == f"urn:simpul:organization/{end}"


@pytest.mark.parametrize(
    ("second", "word", "same"),
    [
        ("Rina Wulandari", Judgement.SAME, True),
        ("Rina Wulandari", Judgement.DIFFERENT, False),
        ("Rina Wulandari", Judgement.UNSURE, False),
        ("Rini Kusumawati", Judgement.SAME, True),
    ],
)
@pytest.mark.parametrize("by", ["key", "name", "iri"])
def test_people_overrule_the_rules(appoint: Articles, second: str, word: Judgement, same: bool, by: str) -> None:
    told = [
        appoint("Rina Wulandari", "Camat", "Kecamatan Metro Barat", "2024-01-01"),
        appoint(second, "Camat", "Kecamatan Metro Barat", "2024-02-01"),
    ]
    before = resolve(told)
    names = {
        "key": [f"{article.id} person/1" for article, _ in told],
        "name": [f"{article.id} person/{n}" for (article, _), n in zip(told, ("Rina Wulandari", second), strict=True)],
        "iri": [before.iris[(told[0][0].hash, "person/1")], f"{told[1][0].id} person/1"],
    }[by]
    clusters = resolve(told, [Judged(names[0], names[1], word)], previous=before.rows())
    assert one(clusters, "person/1") is same
    assert not clusters.unused


def test_a_judgement_about_what_is_not_there_is_reported(appoint: Articles) -> None:
    line = Judged("hilang.txt#1 person/1", "hilang.txt#1 person/2", Judgement.SAME)
    assert resolve([appoint("Rina Wulandari", "Camat", "Kecamatan Metro Barat")], [line]).unused == (line,)


def test_a_judgement_about_two_kinds_of_thing_is_reported(appoint: Articles) -> None:
    told = appoint("Rina Wulandari", "Camat", "Kecamatan Metro Barat")
    line = Judged(f"{told[0].id} person/1", f"{told[0].id} organization/1", Judgement.SAME)
    assert resolve([told], [line]).unused == (line,)


def test_of_two_codes_in_the_region_none_is_taken(tell: Articles) -> None:
    known = [tell(code, Area(key="x", code=code, **AREA)) for code in ("18.72.01.1001", "18.72.02.1001")]
    bare = tell("tanpa kode", Area(key="x", **AREA))
    assert resolve([*known, bare]).iris[(bare[0].hash, "x")] == "urn:simpul:area/kelurahan-ganjar-agung"


def test_the_publication_date_decides_which_mention_is_the_earliest(tell: Articles) -> None:
    event = Event(key="event/1", kind="Rapat", date=Date(value="2024-01-30"))
    late, early = tell("satu", event, date="2024-03-01"), tell("dua", event, date="2024-02-01")
    iris = resolve([late, early]).iris
    assert iris[(early[0].hash, "event/1")].endswith("-1")
    assert iris[(late[0].hash, "event/1")].endswith("-2")
