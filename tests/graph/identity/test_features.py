"""One row for each feature of the tables: what it decides, and would not be decided without it. All names are invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from graph.facts import Area, Date, Entity, Event, HoldsPost, Organization, Person, Program, Role, RunsProgram, Span, TookPart
from graph.identity import resolve

Articles = Callable[..., tuple]  # type: ignore[type-arg]

HERE = Span(0, 1)
ONE, TWO = (True, 0), (False, 0)
UNSURE = (False, 1)


def outcome(*articles: tuple, key: str = "x") -> tuple[bool, int]:  # type: ignore[type-arg]
    """Whether the entities `key` of all articles are one, and how many pairs are left to a person."""
    clusters = resolve(articles)
    return len({iri for (_, k), iri in clusters.iris.items() if k == key}) == 1, len(clusters.unsure)


def body(name: str, *names: str, kind: str = "asosiasi", local: bool = True) -> Organization:
    return Organization(key="x", name=name, names=names, kind=kind, area="area/0" if local else None)


SCHOOL = body("SMPN 1", kind="sekolah", local=False)
CENTRE = body("BPS", kind="lembaga-negara", local=False)


@pytest.mark.parametrize(
    ("a", "b", "region", "expected"),
    [
        pytest.param(body("Warga Maju", kind="yayasan"), body("Warga Maju"), "18.72", TWO, id="other kind"),
        pytest.param(body("Forum Warga Maju"), body("Forum Warga Maju"), "18.71", TWO, id="other area"),
        pytest.param(body("Tani Sumber 1", "KTS"), body("Tani Sumber 2", "KTS"), "18.72", TWO, id="other number"),
        pytest.param(body("Tani Barat", "KTS"), body("Tani Utara", "KTS"), "18.72", TWO, id="other direction"),
        pytest.param(CENTRE, CENTRE, "32.75", ONE, id="a national body"),
        pytest.param(SCHOOL, SCHOOL, "32.75", UNSURE, id="a school of that number is in every city"),
        pytest.param(SCHOOL, SCHOOL, "18.72", ONE, id="the school of the city"),
        pytest.param(CENTRE, replace(CENTRE, area="area/0"), "18.71", TWO, id="a branch and its centre"),
        pytest.param(body("Griya Cendekia", "Omah Sinau"), body("Omah Sinau"), "18.72", ONE, id="a name in common"),
        pytest.param(body("Forum Warga Maju Jaya"), body("FWMJ"), "18.72", ONE, id="acronym"),
        pytest.param(body("Forum Pengelola Sampah"), body("Forum Pengelolaan Sampah"), "18.72", ONE, id="a slip"),
        pytest.param(body("Forum Warga Maju"), body("Forum Maju Warga"), "18.72", TWO, id="nothing but the area"),
        pytest.param(body("Dinas Gotong Royong", kind="dinas", local=False), body("Dinas Gotong Royong", kind="dinas"), "18.72",
                     UNSURE, id="only one says whose it is"),
    ],
)  # fmt: skip
def test_organizations(tell: Articles, a: Entity, b: Entity, region: str, expected: tuple[bool, int]) -> None:
    assert outcome(tell("satu", a), tell("dua", b, region=region)) == expected


@pytest.mark.parametrize(
    ("a", "b", "region", "run", "expected"),
    [
        pytest.param(("Bantuan Tahap 1", "BT"), ("Bantuan Tahap 2", "BT"), "18.72", False, TWO, id="other number"),
        pytest.param(("Kartu Sehat", "Kartu Waras"), ("Kartu Waras",), "18.72", False, ONE, id="a name in common"),
        pytest.param(("Kartu Sehat Ceria",), ("KSC",), "18.72", False, ONE, id="acronym"),
        pytest.param(("Kartu Sehat",), ("Kartu Sehat",), "32.75", False, UNSURE, id="another region"),
        pytest.param(("Kartu Sehat Ceria", "KSC"), ("KSC", "Kartu Sehat Ceria"), "32.75", False, ONE, id="name and acronym"),
        pytest.param(("Kartu Sehat",), ("Kartu Sehat",), "", True, ONE, id="run by the same body"),
        pytest.param(("Program Keluarga Harapan",), ("PKH",), "32.75", False, ONE, id="a national programme"),
    ],
)
def test_programmes(
    tell: Articles, a: tuple[str, ...], b: tuple[str, ...], region: str, run: bool, expected: tuple[bool, int]
) -> None:
    def told(text: str, names: tuple[str, ...], about: str) -> tuple:  # type: ignore[type-arg]
        program = Program(key="x", name=names[0], names=names[1:])
        area = Area(key="area/9", code="18.72")
        agency = Organization(key="organization/1", name="Dinas Sosial Kota Metro", kind="dinas", area="area/9")
        claim = RunsProgram(span=HERE, rule="test", program="x", body="organization/1")
        return tell(text, program, area, agency, claims=(claim,) if run else (), region=about)

    assert outcome(told("satu", a, "18.72"), told("dua", b, region)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param(("2024-01-30", "Aula", ""), ("2024-01-30", "Aula", ""), ONE, id="day, venue, region"),
        pytest.param(("2024-01-30", "", "18.72.01"), ("2024-01-30", "", "18.72.01"), ONE, id="day, kecamatan, region"),
        pytest.param(("2024-01-30", "", "18.72"), ("2024-01-30", "", "18.72"), TWO, id="a whole city is no place"),
        pytest.param(("2024-01-30", "Aula", "18.72.01"), ("2024-01-30", "Aula", "18.72.02"), TWO, id="other kecamatan"),
        pytest.param(("2024-01-30", "Aula", "18.72.01"), ("2023-01-30", "Aula", "18.72.01"), TWO, id="other year"),
        pytest.param(("2024-01", "Aula", "18.72.01"), ("2024-01", "Aula", "18.72.01"), TWO, id="a month is no day"),
    ],
)
def test_events(tell: Articles, first: tuple[str, str, str], second: tuple[str, str, str], expected: tuple[bool, int]) -> None:
    def told(text: str, day: str, venue: str, code: str) -> tuple:  # type: ignore[type-arg]
        place = Area(key="area/1", code=code)
        event = Event(key="x", kind="Rapat", date=Date(value=day), venue=venue, area="area/1" if code else None)
        return tell(text, event, *([place] if code else []))

    assert outcome(told("satu", *first), told("dua", *second)) == expected


@pytest.mark.parametrize(
    ("leaders", "venues", "expected"),
    [
        pytest.param(("Rina Wulandari", "Hasan Basri"), ("", ""), ONE, id="two persons"),
        pytest.param(("Rina Wulandari", "Hasan Basri"), ("Aula Ganjar", "Lapangan Merdeka"), UNSURE, id="other venue"),
        pytest.param(("Rina Wulandari", "Hasan Basri"), ("Aula Pemkot", "Aula Pemerintah Kota"), ONE, id="perhaps one venue"),
        pytest.param(("Rina Wulandari",), ("", ""), UNSURE, id="one person may be at two places a day"),
        pytest.param(("Rina Wulandari",), ("Aula Ganjar", "Aula Ganjar"), ONE, id="one person, one venue"),
        pytest.param((), ("", ""), TWO, id="the same agency alone"),
    ],
)
def test_events_with_the_same_people(
    tell: Articles, leaders: tuple[str, ...], venues: tuple[str, str], expected: tuple[bool, int]
) -> None:
    def told(text: str, venue: str) -> tuple:  # type: ignore[type-arg]
        agency = Organization(key="organization/1", name="Dinas Sosial", kind="dinas", area="area/0")
        people = [Person(key=f"person/{n}", name=name) for n, name in enumerate(leaders)]
        parts = tuple(
            TookPart(span=HERE, rule="test", event="x", participant=p.key, role=Role.LEADS, represents="organization/1")
            for p in (*people, agency)
        )
        event = Event(key="x", kind="Rapat", date=Date(value="2024-01-30"), venue=venue)
        return tell(text, event, agency, *people, claims=parts)

    assert outcome(told("satu", venues[0]), told("dua", venues[1])) == expected


def test_what_one_article_tells_as_two_events_is_two(tell: Articles) -> None:
    morning, evening = (Event(key=key, kind="Rapat", date=Date(value="2024-01-30"), venue="Aula") for key in ("x", "y"))
    clusters = resolve([tell("satu", morning, evening)])
    assert len({iri for iri in clusters.iris.values() if ":event/" in iri}) == 2


def test_a_chain_of_spellings_does_not_join_its_ends(appoint: Articles) -> None:
    names = ("Budi Suharyanto", "Budi Suharyanta", "Budi Suharyanda")
    told = [appoint(name, "Camat", "Kecamatan Metro Barat") for name in names]
    clusters = resolve(told)
    assert len({clusters.iris[(facts.article, "person/1")] for _, facts in told}) == 2
    assert len(clusters.unsure) == 1


@pytest.mark.parametrize(("a", "b"), [("Rina Wulandari", "Sri Kusumawati"), ("Rina", "Sri")])
def test_other_names_are_not_even_unsure(appoint: Articles, a: str, b: str) -> None:
    told = [appoint(name, "Camat", "Kecamatan Metro Barat") for name in (a, b)]
    assert outcome(*told, key="person/1") == TWO


@pytest.mark.parametrize(("agency", "expected"), [("Komisi Pemberantasan Korupsi", ONE), ("Ombudsman", UNSURE)])
def test_one_national_body_in_articles_about_two_regions(tell: Articles, agency: str, expected: tuple[bool, int]) -> None:
    def told(text: str, post: str, name: str, region: str) -> tuple:  # type: ignore[type-arg]
        claim = HoldsPost(span=HERE, rule="test", person="x", post=post, body="organization/1")
        office = Organization(key="organization/1", name=name, kind="lembaga-negara")
        return tell(text, Person(key="x", name="Rina Wulandari"), office, claims=(claim,), region=region)

    first = told("satu", "Pimpinan", "Komisi Pemberantasan Korupsi", "18.72")
    assert outcome(first, told("dua", "Wakil Ketua", agency, "32.75")) == expected


@pytest.mark.parametrize(("region", "expected"), [("ID", UNSURE), ("18.72", ONE)])
def test_a_minister_and_an_official_of_a_region_may_share_a_name(
    appoint: Articles, region: str, expected: tuple[bool, int]
) -> None:
    post = "Menteri" if region == "ID" else "Sekretaris Dinas"
    told = [appoint("Budi Hartono", post, "Dinas Sosial", region=region), appoint("Budi Hartono", "Camat", "Kecamatan Ganjar")]
    assert outcome(*told, key="person/1") == expected
