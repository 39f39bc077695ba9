"""What a page shows of a graph."""

from __future__ import annotations

import pytest

from graph.errors import UsageError
from graph.explorer import overview, selection
from graph.explorer.selection import View, select
from graph.property_graph import Edge, Node


def node(label: str, number: int, **properties: str) -> Node:
    return Node(f"{label}/{number}", (label, "Simpul"), {"name": f"{label} {number}", **properties})


def fact(source: Node, target: Node, published: str = "2024-03-05") -> Edge:
    lists = {name: ["-"] for name in ("articles", "evidence", "modalities")}
    return Edge(f"{source.id}>{target.id}", "REPORTS", source.id, target.id, {**lists, "published": [published]})


ANI, BUDI, CITRA = (node("Person", n) for n in (1, 2, 3))
DINAS = node("Organization", 1, kind="Dinas")
CHAIN = [ANI, BUDI, CITRA, DINAS]
LINKS = [fact(ANI, BUDI, "2023"), fact(BUDI, CITRA, "2024-03"), fact(CITRA, DINAS, "-")]


def shown(view: View) -> list[str]:
    return [one.id for one in view.nodes]


def test_a_small_graph_is_shown_whole() -> None:
    assert select(CHAIN, LINKS) == View(tuple(CHAIN), tuple(LINKS))


@pytest.mark.parametrize(
    ("around", "depth", "expected"),
    [
        ("Person 1", 1, [ANI, BUDI]),
        ("person 1", 2, [ANI, BUDI, CITRA]),
        ("Person 2", 1, [ANI, BUDI, CITRA]),
        ("Organization 1", 5, CHAIN),
    ],
)
def test_around_a_name(around: str, depth: int, expected: list[Node]) -> None:
    assert select(CHAIN, LINKS, around=around, depth=depth).nodes == tuple(expected)


def test_around_another_name() -> None:
    named = Node("Person/9", ("Person", "Simpul"), {"name": "Dewi Lestari Putri", "names": ["Dewi"]})
    assert shown(select([*CHAIN, named], LINKS, around="dewi")) == ["Person/9"]


def test_a_name_that_nothing_has_is_one_sentence_with_those_that_come_close() -> None:
    with pytest.raises(UsageError, match="nothing is named 'Organisation 1'; did you mean 'Organization 1'"):
        select(CHAIN, LINKS, around="Organisation 1")


@pytest.mark.parametrize(
    ("date_from", "date_to", "expected"),
    [
        ("2024", None, [BUDI, CITRA]),
        ("2024-03-15", None, [BUDI, CITRA]),
        ("2024-04", None, []),
        (None, "2023-06-01", [ANI, BUDI]),
        ("2023", "2024-12", [ANI, BUDI, CITRA]),
    ],
)
def test_a_period_leaves_out_what_falls_outside_or_has_no_date(
    date_from: str | None, date_to: str | None, expected: list[Node]
) -> None:
    assert select(CHAIN, LINKS, date_from=date_from, date_to=date_to).nodes == tuple(expected)


@pytest.mark.parametrize("date", ["kemarin", "2024-3", "05-03-2024", ""])
def test_what_is_no_date_is_said(date: str) -> None:
    with pytest.raises(UsageError, match="is no date; write it like 2024"):
        select(CHAIN, LINKS, date_from=date)


def test_a_large_graph_is_an_overview_that_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "MOST_NODES", 5)
    area, village = node("Area", 1, code="99.71.01"), node("Area", 2, code="99.71.01.1001")
    program, event = node("Program", 1), node("Event", 1)
    edges = [*LINKS, fact(event, area), fact(DINAS, event), fact(CITRA, program), fact(CITRA, village)]
    view = select([*CHAIN, area, village, program, event], edges)
    assert shown(view) == ["Area/1", "Organization/1", "Program/1"]
    assert [(e.type, e.source, e.target) for e in view.edges] == [
        ("JOINED", "Area/1", "Organization/1"),
        ("JOINED", "Organization/1", "Program/1"),
    ]
    assert view.edges[0].properties["joined"] == 1
    assert "3 dari 8 simpul" in view.note
    assert "--around" in view.note_en


def test_each_kind_has_its_share_of_the_overview(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(overview, "MOST_NODES", 10)
    offices = [node("Organization", n, kind="Dinas") for n in range(50)]
    areas = [node("Area", n, code=f"99.71.{n:02}") for n in range(2)]
    programs = [node("Program", n) for n in range(50)]
    edges = [fact(office, offices[0]) for office in offices[1:40]]
    kept, _ = overview.overview([*offices, *areas, *programs], edges)
    labels = [one.labels[0] for one in kept]
    assert {label: labels.count(label) for label in labels} == {"Area": 2, "Organization": 4, "Program": 4}
    assert "Organization/0" in {one.id for one in kept}


def test_too_much_around_a_name_is_cut_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(selection, "MOST_NODES", 3)
    view = select(CHAIN, [fact(DINAS, ANI), fact(DINAS, BUDI), fact(DINAS, CITRA), fact(BUDI, CITRA)], around="Organization 1")
    assert shown(view) == ["Person/2", "Person/3", "Organization/1"]
    assert "lower --depth" in view.note_en
