"""Checks across articles: each finds its contradiction, and leaves alone what only looks like one."""

from __future__ import annotations

import pytest
from pyoxigraph import Store

from graph import facts as f
from graph.check import check_graph
from graph.finding import Finding
from graph.knowledge import Fact, Knowledge, Source, SourcedClaim
from graph.knowledge_graph import to_quads
from graph.rdf import term
from ontology.checks import checks, read_check
from ontology.errors import OntologyError

BASE = "urn:simpul:"
HALL, CITY = f"{BASE}organization/pemerintah-kota-rawa", f"{BASE}area/rawa"
NORTH, SOUTH = f"{BASE}area/rawa-utara", f"{BASE}area/rawa-selatan"
ONE, TWO, NOBODY = f"{BASE}person/sartono-1", f"{BASE}person/wulan-1", f"{BASE}person/tanpa-nama/aa-1"
AT, ELSEWHERE = f.Span(0, 10), f.Span(20, 30)
ENTITIES: tuple[f.Entity, ...] = (
    f.Area(key=CITY, name="Kota Rawa"),
    f.Area(key=NORTH, name="Rawa Utara", within=CITY),
    f.Area(key=SOUTH, name="Rawa Selatan", within=CITY),
    f.Organization(key=HALL, name="Pemerintah Kota Rawa"),
    f.Person(key=ONE, name="Sartono"),
    f.Person(key=TWO, name="Wulan"),
    f.Person(key=NOBODY, names=("Wali Kota Rawa",)),
)


def fact(name: str, claim: f.Claim, article: str = "a", first: str = "", last: str = "") -> Fact:
    """A fact that one article states; its evidence says which fact and which article."""
    sourced = SourcedClaim(
        iri=f"{BASE}claim/{article}/{name}", article=f"{BASE}article/{article}", claim=claim, evidence=f"{name} di {article}"
    )
    return Fact(iri=f"{BASE}fact/{claim.table}/{name}", table=claim.table, claims=(sourced,), first=first, last=last)


def knowledge(*facts: Fact, events: tuple[f.Event, ...] = ()) -> Knowledge:
    articles = sorted({claim.article for found in facts for claim in found.claims})
    sources = (Source(iri=iri, hash="00", locations=(f"{iri[-1]}.txt#1",)) for iri in articles)
    return Knowledge(sources=tuple(sources), entities=(*ENTITIES, *events), facts=facts)


def findings(*facts: Fact, events: tuple[f.Event, ...] = ()) -> list[Finding]:
    store = Store()
    store.bulk_extend(to_quads(knowledge(*facts, events=events), version="v"))
    return list(check_graph(store))


def post(person: str, first: str, last: str, rank: str = "Wali Kota", **more: str | bool) -> Fact:
    claim = f.HoldsPost(span=AT, rule="r", person=person, post=rank, body=HALL, **more)  # type: ignore[arg-type]
    return fact(person[-9:].replace("/", "-"), claim, "a" if person == ONE else "b", first, last)


@pytest.mark.parametrize(
    ("one", "two", "found"),
    [
        (post(ONE, "2031-01-05", "2031-03-01"), post(TWO, "2031-02-01", "2031-02-01"), True),
        (post(ONE, "2031-01-05", "2031-01-05"), post(TWO, "2031-01-05", "2031-01-05"), True),
        (post(ONE, "2031-01", "2032"), post(TWO, "2031-03", "2031-05"), True),
        (post(ONE, "2031-01-05", "2031-01-05"), post(TWO, "2031-02-01", "2031-02-01"), False),
        (post(ONE, "2031-01", "2031-01"), post(TWO, "2031-01", "2031-01"), False),
        (post(ONE, "2031", "2031"), post(TWO, "2031-01-05", "2031-01-05"), False),
        (post(ONE, "2031-01-05", "2031-01-05"), post(TWO, "2031-01-05", "2031-01-05", acting="Plt."), False),
        (post(ONE, "2031-01-05", "2031-01-05"), post(TWO, "2031-01-05", "2031-01-05", former=True), False),
        (post(ONE, "2031-01-05", "2031-01-05"), post(NOBODY, "2031-01-05", "2031-01-05"), False),
        (post(ONE, "2031-01-05", "2031-01-05", "Anggota DPRD"), post(TWO, "2031-01-05", "2031-01-05", "Anggota DPRD"), False),
    ],
)
def test_two_holders_of_one_exclusive_post(one: Fact, two: Fact, found: bool) -> None:
    assert [finding.check for finding in findings(one, two)] == ["two-holders"] * found


def test_a_finding_names_articles_and_evidence() -> None:
    (finding,) = findings(post(ONE, "2031-01-05", "2031-03-01"), post(TWO, "2031-02-01", "2031-02-01"))
    assert finding.articles == ("a.txt#1", "b.txt#1")
    assert finding.evidence == ("sartono-1 di a", "n-wulan-1 di b")
    assert finding.detail == ("Wali Kota, Pemerintah Kota Rawa: Sartono (2031-01-05–2031-03-01), Wulan (2031-02-01–2031-02-01)")
    assert finding.title == "Dua orang tercatat memegang satu jabatan tunggal pada hari yang sama"


def figure(name: str, value: str, article: str = "a", *, at: f.Span = AT, **more: object) -> Fact:
    known: dict[str, object] = {"measure": "penerima", "unit": "orang", "subject": CITY, "period": "2031"} | more
    return fact(name, f.Measured(span=at, rule="r", value=value, **known), article)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("two", "found"),
    [
        (figure("dua", "9000", "b"), True),
        (figure("dua", "9000", "a", at=ELSEWHERE), True),
        (figure("dua", "9000", "a"), False),
        (figure("dua", "8825.0", "b"), False),
        (figure("dua", "9000", "b", period="2032"), False),
        (figure("dua", "9000", "b", period=""), False),
        (figure("dua", "9000", "b", unit="kg"), False),
        (figure("dua", "9000", "b", subject=NORTH), False),
        (figure("dua", "9000", "b", measure="keluarga"), False),
        (figure("dua", "9000", "b", per="keluarga"), False),
        (figure("dua", "9000", "b", target=True), False),
        (figure("dua", "9000", "b", modality=f.Modality.DENIED), False),
    ],
)
def test_one_figure_with_two_values(two: Fact, found: bool) -> None:
    both = [
        finding for finding in findings(figure("satu", "8825"), two) if len(finding.articles) > 1 or len(finding.evidence) > 1
    ]
    assert [finding.check for finding in both] == ["figures-disagree"] * found


def test_figures_are_one_by_their_concept_too() -> None:
    one = figure("satu", "8.2", measure="angka kemiskinan", concept="kemiskinan")
    two = figure("dua", "8.4", "b", measure="persentase penduduk miskin", concept="kemiskinan")
    assert [finding.check for finding in findings(one, two)] == ["figures-disagree"]


@pytest.mark.parametrize(
    ("north", "south", "found"),
    [
        (figure("utara", "40", subject=NORTH), figure("selatan", "50", subject=SOUTH), True),
        (figure("utara", "40", subject=NORTH), figure("selatan", "60", subject=SOUTH), False),
        (figure("utara", "40", subject=NORTH), figure("selatan", "50", subject=SOUTH, at=f.Span(50, 60)), False),
        (figure("utara", "40", subject=NORTH), figure("selatan", "50", "b", subject=SOUTH), False),
        (figure("utara", "40", subject=NORTH), figure("selatan", "50", subject=SOUTH, measure="lansia"), False),
        (figure("utara", "40", subject=NORTH, unit="%"), figure("selatan", "50", subject=SOUTH, unit="%"), False),
    ],
)
def test_parts_that_do_not_add_up(north: Fact, south: Fact, found: bool) -> None:
    total = figure("total", "100", at=ELSEWHERE, unit="%" if "%" in str(north) else "orang")
    assert [finding.check for finding in findings(total, north, south)] == ["sums"] * found


def meeting(name: str, date: f.Date, article: str, leader: str = ONE, **more: str) -> tuple[f.Event, list[Fact]]:
    event = f.Event(key=f"{BASE}event/{name}", **({"kind": "Rapat", "venue": "Aula"} | more), date=date)  # type: ignore[arg-type]
    led = f.TookPart(span=AT, rule="r", event=event.key, participant=leader, role=f.Role.LEADS)
    took_place = f.TookPlace(span=AT, rule="r", event=event.key)
    return event, [fact(f"{name}-pimpin", led, article), fact(name, took_place, article)]


DAY = f.Date(value="2031-02-28")


@pytest.mark.parametrize(
    ("two", "found"),
    [
        (meeting("dua", f.Date(value="2031-03-01"), "b"), True),
        (meeting("dua", f.Date(value="2031-03-07"), "b"), False),
        (meeting("dua", f.Date(value="2031-03-01"), "b", leader=TWO), False),
        (meeting("dua", f.Date(value="2031-03-01"), "b", venue="Balai"), False),
        (meeting("dua", f.Date(value="2031-03-01"), "b", kind="Apel"), False),
        (meeting("dua", f.Date(value="2031-03"), "b"), False),
        (meeting("dua", f.Date(value="2031-03-01", end="2031-03-02"), "b"), False),
    ],
)
def test_one_event_with_two_dates(two: tuple[f.Event, list[Fact]], found: bool) -> None:
    event, facts = meeting("satu", DAY, "a")
    assert [finding.check for finding in findings(*facts, *two[1], events=(event, two[0]))] == ["event-dates"] * found


@pytest.mark.parametrize("misprint", [True, False])
def test_a_weekday_that_does_not_fit(misprint: bool) -> None:
    event, facts = meeting("satu", f.Date(value="2031-02-28", weekday="Senin", misprint=misprint), "a")
    found = findings(*facts, events=(event,))
    assert [(finding.check, finding.detail, finding.articles) for finding in found] == [
        ("weekdays", "Rapat 2031-02-28", ("a.txt#1",))
    ] * misprint


@pytest.mark.parametrize(("lost", "found"), [("simpul:states", True), ("oa:exact", True), ("rdfs:label", False)])
def test_nothing_stands_without_evidence(lost: str, found: bool) -> None:
    store = Store()
    quads = to_quads(knowledge(figure("satu", "8825")), version="v")
    store.bulk_extend(quad for quad in quads if quad.predicate != term(lost))
    assert [finding.check for finding in check_graph(store)] == ["no-evidence"] * found


def test_every_check_says_what_it_finds_in_both_languages() -> None:
    known = {"event-dates", "figures-disagree", "no-evidence", "sums", "two-holders", "weekdays"}
    assert {check.name for check in checks() if check.title and check.title_en} == known


def test_a_check_without_a_header_is_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("checks") / "lacking.rq"
    path.write_text("# id: Ada yang salah\nSELECT ?finding ?article ?evidence {}\n", encoding="utf-8")
    with pytest.raises(OntologyError, match=r"lacking\.rq: the header lacks a line '# en: \.\.\.'"):
        read_check(path)
