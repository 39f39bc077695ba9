"""The nine tables: one row per fact and article, with the clearest sentence that states it."""

from __future__ import annotations

import dataclasses

import pytest
from pyoxigraph import Store

from graph import facts as f
from graph.knowledge import Fact, Knowledge, Source, SourcedClaim
from graph.knowledge_graph import to_quads
from graph.tables import TABLES, rows

BASE = "urn:simpul:"
FIRST, SECOND = f"{BASE}article/aaaa", f"{BASE}article/bbbb"
LURAH, NAMELESS, CITIZEN = f"{BASE}person/wira-1", f"{BASE}person/tanpa-nama/aaaa-1", f"{BASE}person/warga/aaaa-1"
OFFICE, AREA, PROGRAM = f"{BASE}organization/melati", f"{BASE}area/18.72.01.1001", f"{BASE}program/sapu-kampung"
EVENT, OPEN_EVENT, LAW = f"{BASE}event/rapat-1", f"{BASE}event/apel-1", f"{BASE}regulation/perda-5-2031"
COMMON = {"span": f.Span(0, 9), "rule": "x.y"}
ENTITIES: tuple[f.Entity, ...] = (
    f.Area(key=AREA, name="Melati", kind="kelurahan", code="18.72.01.1001"),
    f.Event(key=OPEN_EVENT, name="Apel", kind="Apel", date=f.Date(value="--01-09")),
    f.Event(key=EVENT, name="Rapat Warga", kind="Rapat", date=f.Date(value="2031-02"), venue="Balai Melati"),
    f.Organization(key=OFFICE, name="Kelurahan Melati", kind="kelurahan", area=AREA),
    f.Person(key=NAMELESS, names=("Camat, Kecamatan Kenanga",)),
    f.Person(key=CITIZEN, name="warga 1"),
    f.Person(key=LURAH, name="Wira Santoso"),
    f.Program(key=PROGRAM, name="Sapu Kampung"),
    f.Regulation(key=LAW, name="Perda Melati", kind="perda", number="5", year="2031"),
)
HOLDS = f.HoldsPost(**COMMON, person=LURAH, post="Lurah", body=OFFICE, acting="Plt.")
SAYS = f.Said(**COMMON, speaker=NAMELESS, quote=f.Span(1, 5))
COUNTS = f.Measured(**COMMON, measure="penerima", value="120", unit="orang", subject_text="RW 2", period="2031")


def store(*claims: tuple[f.Claim, str, str], locations: tuple[str, ...] = ("a.txt#1",)) -> Store:
    """A graph in which each (claim, article, evidence) with equal arguments belongs to one fact."""
    by_fact: dict[str, list[SourcedClaim]] = {}
    for number, (claim, article, evidence) in enumerate(claims):
        arguments = dataclasses.replace(
            claim, span=f.Span(0, 0), rule="", modality=f.Modality.STATED, certainty=f.Certainty.STATED
        )
        iri = f"{BASE}claim/{article[-4:]}/{claim.table}/{claim.span.start}-{claim.span.end}/{number}"
        quote = "Datanglah" if isinstance(claim, f.Said) else ""
        by_fact.setdefault(repr(arguments), []).append(
            SourcedClaim(iri=iri, article=article, claim=claim, evidence=evidence, quote=quote)
        )
    found = [Fact(iri=f"{BASE}fact/{n}", table=c[0].claim.table, claims=tuple(c)) for n, c in enumerate(by_fact.values())]
    sources = (
        Source(iri=FIRST, hash="aaaa", locations=locations),
        Source(iri=SECOND, hash="bbbb", locations=("b.txt#2",)),
    )
    made = Store()
    made.bulk_extend(to_quads(Knowledge(sources=sources, entities=ENTITIES, facts=tuple(found)), version="v"))
    return made


@pytest.mark.parametrize(
    ("name", "claim", "cells"),
    [
        ("posts", HOLDS, ("Wira Santoso", "Lurah", "Kelurahan Melati")),
        ("places", f.NamesArea(**COMMON, area=AREA), ("Melati", "kelurahan")),
        ("programs", f.RunsProgram(**COMMON, program=PROGRAM, body=OFFICE), ("Sapu Kampung", "Kelurahan Melati")),
        ("programs", f.RunsProgram(**COMMON, program=PROGRAM), ("Sapu Kampung", "")),
        ("events", f.TookPlace(**COMMON, event=EVENT), ("Rapat Warga", "Rapat", "2031-02", "Balai Melati")),
        ("events", f.TookPlace(**COMMON, event=OPEN_EVENT), ("Apel", "Apel", "", "")),
        (
            "participants",
            f.TookPart(**COMMON, event=EVENT, participant=CITIZEN, role=f.Role.ATTENDS),
            ("Rapat", "2031-02", "warga 1", "attends"),
        ),
        ("statements", SAYS, ("Camat, Kecamatan Kenanga", "Datanglah")),
        ("figures", COUNTS, ("penerima", "RW 2", "2031", "120", "orang")),
        ("figures", dataclasses.replace(COUNTS, subject=AREA), ("penerima", "Melati", "2031", "120", "orang")),
        ("regulations", f.Cites(**COMMON, regulation=LAW), ("Perda Melati", "5", "2031")),
    ],
)
def test_a_claim_is_a_row(name: str, claim: f.Claim, cells: tuple[str, ...]) -> None:
    (row,) = rows(store((claim, FIRST, "kalimat")), name)
    assert tuple(row.values())[: len(cells) + 2] == ("a.txt#1", *cells, "kalimat")
    assert tuple(row) == TABLES[name].header
    assert (row["modality"], row["certainty"], row["rule"]) == ("stated", "stated", "x.y")


def test_the_kind_of_an_organisation_is_its_label() -> None:
    (row,) = rows(store((f.NamesOrganization(**COMMON, organization=OFFICE), FIRST, "kalimat")), "organizations")
    assert (row["name"], row["area"]) == ("Kelurahan Melati", "Melati")
    assert row["kind"]


def test_somebody_without_a_name_holds_no_post_in_the_table() -> None:
    assert rows(store((dataclasses.replace(HOLDS, person=NAMELESS), FIRST, "kalimat")), "posts") == []


def test_two_articles_are_two_rows_and_two_places_of_one_article_too() -> None:
    found = rows(store((HOLDS, FIRST, "satu"), (HOLDS, SECOND, "dua"), locations=("z.txt#10", "z.txt#9")), "posts")
    assert [(row["article"], row["evidence"]) for row in found] == [
        ("b.txt#2", "dua"),
        ("z.txt#9", "satu"),
        ("z.txt#10", "satu"),
    ]
    assert len({row["fact"] for row in found}) == 1


@pytest.mark.parametrize(
    ("second", "evidence"),
    [
        ({"span": f.Span(20, 29)}, "satu"),
        ({"span": f.Span(20, 29), "modality": f.Modality.PLANNED}, "satu"),
    ],
)
def test_the_first_stated_sentence_is_the_evidence(second: dict[str, object], evidence: str) -> None:
    later = dataclasses.replace(HOLDS, **second)  # type: ignore[arg-type]
    (row,) = rows(store((later, FIRST, "dua"), (HOLDS, FIRST, "satu")), "posts")
    assert row["evidence"] == evidence


def test_a_stated_sentence_stands_before_an_inferred_or_hoped_one() -> None:
    inferred = dataclasses.replace(HOLDS, certainty=f.Certainty.INFERRED)
    hoped = dataclasses.replace(HOLDS, modality=f.Modality.HOPED)
    later = dataclasses.replace(HOLDS, span=f.Span(20, 29))
    (row,) = rows(store((inferred, FIRST, "satu"), (hoped, FIRST, "dua"), (later, FIRST, "tiga")), "posts", every=True)
    assert row["evidence"] == "tiga"


@pytest.mark.parametrize(("modality", "shown"), [("stated", True), ("planned", True), ("hoped", False), ("denied", False)])
def test_what_is_only_hoped_or_denied_is_a_row_on_request(modality: str, shown: bool) -> None:
    graph = store((dataclasses.replace(HOLDS, modality=f.Modality(modality)), FIRST, "kalimat"))
    assert len(rows(graph, "posts")) == int(shown)
    assert [row["modality"] for row in rows(graph, "posts", every=True)] == [modality]


def test_reported_speech_is_a_row_on_request() -> None:
    graph = store((dataclasses.replace(SAYS, direct=False, modality=f.Modality.REPORTED), FIRST, "kalimat"))
    assert rows(graph, "statements") == []
    assert len(rows(graph, "statements", every=True)) == 1
