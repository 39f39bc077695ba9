"""A folder to publish: what it says of itself is true, read by rdflib."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Store
from rdflib.namespace import DCAT, DCTERMS, FOAF, RDF, VOID

from graph.errors import ExportError, UsageError
from graph.export.dataset import DUMPS, export_dataset
from graph.export.description import Publication

HERE = Publication(url="https://data.example.id/s/", title="Sukamaju", publisher="Kabar", contact="redaksi@example.id")
DATASET = rdflib.URIRef("https://data.example.id/s/#dataset")


@pytest.fixture
def folder(store: Store, tmp_path: Path) -> Path:
    export_dataset(store, tmp_path, HERE)
    return tmp_path


@pytest.fixture
def description(folder: Path) -> rdflib.Graph:
    return rdflib.Graph().parse(folder / "void.ttl")


def test_void_counts_what_is_there(description: rdflib.Graph, folder: Path) -> None:
    dump = rdflib.Graph().parse(folder / "graph.ttl")
    assert int(str(description.value(DATASET, VOID.triples))) == len(dump)
    classes = {
        description.value(part, VOID["class"]): int(str(description.value(part, VOID.entities)))
        for part in description.objects(DATASET, VOID.classPartition)
    }
    assert classes == {c: len(set(dump.subjects(RDF.type, c))) for c in set(dump.objects(None, RDF.type))}
    properties = {
        description.value(part, VOID.property): int(str(description.value(part, VOID.triples)))
        for part in description.objects(DATASET, VOID.propertyPartition)
    }
    assert properties == {p: len(list(dump.triples((None, p, None)))) for p in set(dump.predicates())}


def test_dcat_names_each_file_with_its_checksum(description: rdflib.Graph, folder: Path) -> None:
    found = {}
    for distribution in description.objects(DATASET, DCAT.distribution):
        url = str(description.value(distribution, DCAT.downloadURL))
        checksum = description.value(distribution, rdflib.URIRef("http://spdx.org/rdf/terms#checksum"))
        value = description.value(checksum, rdflib.URIRef("http://spdx.org/rdf/terms#checksumValue"))
        found[url.removeprefix(HERE.url)] = (int(str(description.value(distribution, DCAT.byteSize))), str(value).lower())
    contents = {name: (folder / name).read_bytes() for name in DUMPS}
    assert found == {name: (len(data), hashlib.sha256(data).hexdigest()) for name, data in contents.items()}


def test_the_period_is_that_of_the_articles(description: rdflib.Graph) -> None:
    period = description.value(DATASET, DCTERMS.temporal)
    assert [str(description.value(period, p)) for p in (DCAT.startDate, DCAT.endDate)] == ["2024-03", "2024-03-05"]


def test_every_term_of_the_description_is_one_of_its_vocabulary(description: rdflib.Graph) -> None:
    named = {*description.predicates(), *description.objects(None, RDF.type)}
    for vocabulary in (DCAT, DCTERMS, FOAF, VOID):
        own = {term for term in named if str(term).startswith(str(vocabulary))}
        assert own
        assert {term for term in own if term not in vocabulary} == set()


def test_nothing_in_it_is_a_blank_node(description: rdflib.Graph) -> None:
    assert [term for triple in description for term in triple if isinstance(term, rdflib.BNode)] == []


def test_data_json_has_what_a_harvester_asks_for(folder: Path) -> None:
    catalog = json.loads((folder / "data.json").read_text(encoding="utf-8"))
    (dataset,) = catalog["dataset"]
    required = {"title", "description", "keyword", "modified", "publisher", "contactPoint", "identifier", "accessLevel"}
    assert required <= dataset.keys()
    assert dataset["contactPoint"]["hasEmail"] == "mailto:redaksi@example.id"
    assert [d["downloadURL"] for d in dataset["distribution"]] == [HERE.url + name for name in DUMPS]
    assert "@context" not in catalog


def test_equal_graphs_give_equal_folders(store: Store, folder: Path, tmp_path: Path) -> None:
    export_dataset(store, tmp_path / "again", HERE)
    assert all(
        (tmp_path / "again" / name).read_bytes() == (folder / name).read_bytes() for name in (*DUMPS, "void.ttl", "data.json")
    )


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"url": "data.example.id/s/"}, "is no address of a folder"),
        ({"url": "https://data.example.id/s"}, "is no address of a folder"),
        ({"url": "https://data.example.id/> a <x/"}, "is no address of a folder"),
        ({"contact": "redaksi"}, "is no e-mail address"),
        ({"contact": "a@b> <x"}, "is no e-mail address"),
    ],
)
def test_what_is_no_address_is_a_wrong_call(store: Store, tmp_path: Path, change: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        export_dataset(store, tmp_path / "out", dataclasses.replace(HERE, **change))
    assert not (tmp_path / "out").exists()


def test_o_26_a_file_of_somebody_else_in_the_folder_stays(store: Store, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "data.json").write_text("{}")
    with pytest.raises(ExportError, match=r"data\.json: was not written by Simpul"):
        export_dataset(store, folder, HERE)
    assert [path.name for path in folder.iterdir()] == ["data.json"]
