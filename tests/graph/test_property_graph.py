"""The mapping to nodes and relationships, on the small graph of `small.ttl`."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, Quad, Store

from graph import facts as f
from graph.knowledge import Fact, Knowledge, Source, SourcedClaim
from graph.knowledge_graph import to_quads
from graph.property_graph import Edge, Node, edges, nodes, nodes_and_edges, period, to_networkx
from graph.property_schema import EVIDENCE, LABELS, NODE_TYPES, TYPES, edge_properties, node_properties
from graph.rdf import term
from ontology.display import label_displays, type_displays

HERE = Path(__file__).parent
PAGE = (HERE.parents[1] / "docs" / "property-graph.md").read_text(encoding="utf-8")

A, B = "urn:simpul:article/aaaa000000000001", "urn:simpul:article/bbbb000000000002"
RAKA, DINAS = "urn:simpul:person/raka-sentosa-99.71-1", "urn:simpul:organization/dinas-pertanian-kota-sukamaju"


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(path=HERE / "small.ttl")
    return store


def edge(store: Store, id_: str) -> Edge:
    return next(one for one in edges(store) if one.id == id_)


def test_a_node_has_its_kind_its_names_and_its_properties(store: Store) -> None:
    found = {node.id: node for node in nodes(store)}
    assert found[RAKA] == Node(
        RAKA,
        ("Person", "Simpul"),
        {"name": "Raka Sentosa", "names": ["Raka"], "honorifics": ["H."], "degrees": ["M.Si.", "S.P."]},
    )
    assert found[DINAS].properties["kind"] == "Dinas"
    assert found["urn:simpul:fact/figures/01"].properties == {
        "name": "1.250,5 kilogram bibit",
        "measure": "bibit",
        "concept": "penerima",
        "value": 1250.5,
        "unit": "kilogram",
        "period": "2024",
        "subject": "program bibit",
        "target": True,
    }


def test_a_fact_keeps_all_that_states_it_side_by_side_and_its_strongest_claim(store: Store) -> None:
    assert edge(store, "urn:simpul:fact/posts/01#HOLDS") == Edge(
        "urn:simpul:fact/posts/01#HOLDS",
        "HOLDS",
        RAKA,
        DINAS,
        {
            "fact": "urn:simpul:fact/posts/01",
            "post": "Kepala Dinas",
            "acting": "Plt.",
            "first": "2024-03",
            "last": "2024-03-05",
            "articles": [B, A],
            "evidence": ["Plt. Kadis Pertanian Raka", "Plt. Kepala Dinas Pertanian, Raka Sentosa"],
            "published": ["2024-03", "2024-03-05"],
            "modalities": ["reported", "stated"],
            "modality": "stated",
            "certainty": "stated",
            "confidence": 0.9,
        },
    )


@pytest.mark.parametrize(
    ("id_", "type_", "source", "target"),
    [
        ("posts/02#HOLDS", "HOLDS", "person/wulan-ayu-99.71-1", "concept/role/lurah"),
        ("programs/01#RUNS", "RUNS", "organization/dinas-pertanian-kota-sukamaju", "program/bibit-untuk-semua"),
        ("programs/02#REPORTS-cccc000000000003", "REPORTS", "article/cccc000000000003", "program/kebun-sekolah"),
        ("statements/01#SAID", "SAID", "person/raka-sentosa-99.71-1", "fact/statements/01"),
        ("figures/01#MEASURES", "MEASURES", "fact/figures/01", "program/bibit-untuk-semua"),
        ("figures/01#CLAIMS", "CLAIMS", "organization/dinas-pertanian-kota-sukamaju", "fact/figures/01"),
        ("regulations/01#CITES-aaaa000000000001", "CITES", "article/aaaa000000000001", "regulation/perda-5-2021"),
    ],
)
def test_from_what_to_what_a_fact_leads(store: Store, id_: str, type_: str, source: str, target: str) -> None:
    found = edge(store, f"urn:simpul:fact/{id_}")
    assert (found.type, found.source, found.target) == (type_, f"urn:simpul:{source}", f"urn:simpul:{target}")


def test_every_relationship_has_an_id_of_its_own_and_ends_that_are_nodes(store: Store) -> None:
    known = {node.id for node in nodes(store)}
    found = list(edges(store))
    assert len({one.id for one in found}) == len(found)
    assert {end for one in found for end in (one.source, one.target)} <= known


def test_the_small_graph_has_every_label_and_every_type(store: Store) -> None:
    assert {node.labels[0] for node in nodes(store)} == set(LABELS)
    assert {one.type for one in edges(store)} == set(TYPES)


def test_the_lists_of_a_fact_are_parallel(store: Store) -> None:
    for one in edges(store):
        lengths = {len(one.properties[p.name]) for p in EVIDENCE if p.name in one.properties}  # type: ignore[arg-type]
        assert len(lengths) == (1 if one.properties else 0)


def test_relationships_have_no_property_that_the_table_lacks(store: Store) -> None:
    for one in edges(store):
        assert set(one.properties) <= {p.name for p in edge_properties(one.type)}


def test_characters_that_no_view_can_show_are_dropped(store: Store) -> None:
    store.add(Quad(term("simpul:x"), term("rdf:type"), term("cpsv:PublicService")))
    store.add(Quad(term("simpul:x"), term("rdfs:label"), Literal("a\x00b\x1fc\td\ne\ufffff")))
    assert next(n for n in nodes(store) if n.id == "urn:simpul:ns:x").properties["name"] == "abc\td\nef"


def test_the_order_does_not_depend_on_the_order_of_loading(store: Store) -> None:
    turned = Store()
    turned.extend(reversed(list(store)))
    assert list(nodes(turned)) == list(nodes(store))
    assert list(edges(turned)) == list(edges(store))


def test_nodes_and_edges_are_all_nodes_and_then_all_edges(store: Store) -> None:
    assert list(nodes_and_edges(store)) == [*nodes(store), *edges(store)]


def test_how_many_are_read_together_changes_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = list(nodes_and_edges(store))
    monkeypatch.setattr("graph.property_graph.AT_A_TIME", (1, 3))
    assert list(nodes_and_edges(store)) == expected


def test_claims_that_an_article_repeats_are_side_by_side_on_its_own_relationship(store: Store) -> None:
    by_article = [one for one in edges(store) if one.type in {"REPORTS", "MENTIONS", "CITES"}]
    assert by_article
    assert all(set(one.properties["articles"]) == {one.source} for one in by_article)  # type: ignore[arg-type]


def test_networkx_gets_all_with_parallel_edges_and_lists_as_lists(store: Store) -> None:
    graph = to_networkx(store)
    assert (len(graph), graph.number_of_edges()) == (len(list(nodes(store))), len(list(edges(store))))
    assert graph.edges[RAKA, DINAS, "urn:simpul:fact/posts/01#HOLDS"]["published"] == ["2024-03", "2024-03-05"]
    assert graph.nodes[DINAS]["label"] == "Organization"


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"first": "2023", "last": "2024-03", "published": ["2025"]}, ("2023", "2024-03")),
        ({"last": "2024-03"}, ("2024-03", "2024-03")),
        ({"first": "--01-09", "published": ["-", "2024-02", "2023-12-31"]}, ("2023-12-31", "2024-02")),
        ({"published": ["-"]}, ("", "")),
        ({}, ("", "")),
    ],
)
def test_the_period_of_a_fact(properties: dict[str, str | list[str]], expected: tuple[str, str]) -> None:
    assert period(Edge("e", "HOLDS", "a", "b", dict(properties))) == expected


@pytest.mark.parametrize("type_", NODE_TYPES, ids=LABELS)
def test_the_documentation_lists_each_label_with_its_properties(type_: object) -> None:
    label, properties = type_.label, [p.name for p in type_.properties]  # type: ignore[attr-defined]
    (row,) = re.findall(rf"^\| `{label}` \|[^|]*\|([^|]*)\|$", PAGE, re.MULTILINE)
    assert re.findall(r"`(\w+)`", row) == properties


@pytest.mark.parametrize("type_", TYPES)
def test_the_documentation_lists_each_type_with_its_properties(type_: str) -> None:
    rows = [row for row in PAGE.splitlines() if row.startswith("|") and f"[:{type_}]" in row]
    documented = {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[3] if row.count("|") > 3 else "")}
    common = {"fact", "articles", "evidence", "published", "modalities", "modality", "certainty", "confidence"}
    assert rows
    assert documented == {p.name for p in edge_properties(type_)} - common


def test_every_label_and_type_has_its_names_in_two_languages() -> None:
    assert {one.label for one in label_displays()} == set(LABELS)
    assert {one.type for one in type_displays()} == {*TYPES, "JOINED"}


def full_knowledge() -> Knowledge:
    """Every kind of fact with every field filled, as derivation hands it on."""
    base, span = "urn:simpul:", f.Span(0, 9)
    hall, area, person, event = (base + x for x in ("organization/balai", "area/99.71", "person/ani-99.71-1", "event/rapat-1"))
    program, law, article = base + "program/sapu", base + "regulation/perda-1", base + "article/0000000000000001"
    date = f.Date(value="2030-01-02", end="2030-01-03")
    claims: tuple[f.Claim, ...] = (
        f.HoldsPost(span=span, rule="r", person=person, post="Lurah", body=hall, acting="Plt.", former=True),
        f.HoldsPost(span=span, rule="r", person=person, post="Camat"),
        f.NamesOrganization(span=span, rule="r", organization=hall),
        f.NamesArea(span=span, rule="r", area=area),
        f.RunsProgram(span=span, rule="r", program=program, body=hall),
        f.TookPlace(span=span, rule="r", event=event),
        f.TookPart(span=span, rule="r", event=event, participant=person, role=f.Role.LEADS, represents=hall),
        f.Said(span=span, rule="r", speaker=person, quote=span, cue="ujar"),
        f.Measured(
            span=span,
            rule="r",
            measure="penerima",
            value="1250.5",
            unit="orang",
            concept="penerima",
            subject=program,
            subject_text="program sapu",
            period="2030",
            per="bulan",
            target=True,
            claimed_by=hall,
        ),
        f.Cites(span=span, rule="r", regulation=law),
    )
    facts = [
        Fact(
            iri=f"{base}fact/{claim.table}/{n}",
            table=claim.table,
            claims=(
                SourcedClaim(
                    iri=f"{base}claim/0000000000000001/{claim.table}/0-9/{n}",
                    article=article,
                    claim=claim,
                    evidence="Ani Lurah",
                    quote="bersih" if claim.table == "statements" else "",
                    speaker_post="Lurah" if claim.table == "statements" else "",
                ),
            ),
            first="2029" if claim.table == "posts" else "",
            last="2030" if claim.table == "posts" else "",
            not_after="2031" if claim.table == "posts" else "",
        )
        for n, claim in enumerate(claims)
    ]
    return Knowledge(
        sources=(
            Source(
                iri=article,
                hash="0000000000000001",
                locations=("a.txt#1",),
                headline="Rapat",
                published="2030-01-04",
                place="Sukamaju",
                outlet="Kabar",
                url="https://kabar.example/1",
                region=area,
            ),
        ),
        entities=(
            f.Area(key=area, name="Sukamaju", names=("Maju",), kind="kota", code="99.71", within=base + "area/99"),
            f.Area(key=base + "area/99", name="Negeri", kind="provinsi", code="99"),
            f.Event(key=event, name="Rapat", names=("Rakor",), kind="Rapat", date=date, venue="Aula", area=area),
            f.Organization(key=hall, name="Balai", names=("B",), kind="dinas", area=area, part_of=base + "organization/x"),
            f.Organization(key=base + "organization/x", name="Pusat", kind="dinas"),
            f.Person(key=person, name="Ani", names=("An",), honorifics=("Hj.",), degrees=("S.H.",)),
            f.Program(key=program, name="Sapu", names=("Sapu Kampung",)),
            f.Regulation(key=law, name="Perda", names=("P",), kind="perda", number="1", year="2030", subject="Sapu"),
        ),
        facts=tuple(facts),
    )


@pytest.fixture
def full_store() -> Store:
    store = Store()
    store.extend(to_quads(full_knowledge()))
    return store


@pytest.mark.parametrize("label", LABELS)
def test_every_property_of_a_node_is_found_in_the_graph_as_derivation_makes_it(full_store: Store, label: str) -> None:
    found = {name for node in nodes(full_store) if node.labels[0] == label for name in node.properties}
    without_other_names = {"Article", "Post", "Statement", "Figure", "Venue"}
    assert found == {p.name for p in node_properties(label)} - ({"names"} if label in without_other_names else set())


@pytest.mark.parametrize("type_", TYPES)
def test_every_property_of_a_relationship_is_found_in_the_graph_as_derivation_makes_it(full_store: Store, type_: str) -> None:
    found = [one for one in edges(full_store) if one.type == type_]
    assert found
    assert {name for one in found for name in one.properties} == {p.name for p in edge_properties(type_)}
