"""The nine tables as files: CSV read by Python's and pandas' readers, the workbook by openpyxl, each with nothing lost."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from openpyxl.utils.escape import unescape
from pyoxigraph import Store

from graph import facts as f
from graph.errors import ExportError
from graph.export.csv_tables import PLAIN, SPREADSHEET, Dialect, write_csv
from graph.export.workbook import write_workbook
from graph.knowledge import Fact, Knowledge, Source, SourcedClaim
from graph.knowledge_graph import to_quads
from graph.tables import NUMBERS, TABLES, rows

FORMULAS = ["=1+1", "+62 812", "-0,5 persen", "@SUM(A1)", "\tTAB", "\rCR", "\nLF", "\N{FULLWIDTH EQUALS SIGN}1"]
TEXTS = [*FORMULAS, 'kata "dia",\nlalu; \\ habis', "\u200fterbalik \U0001f33e", "_x000D_ bukan CR", " spasi di tepi "]


ARTICLE, LURAH = "urn:simpul:article/aaaa", "urn:simpul:person/wira-1"


def told(sentences: list[str], value: str = "1250.5") -> Store:
    """A graph with a post and a figure for each of these sentences."""
    claims = [
        claim
        for place in range(len(sentences))
        for claim in (
            f.HoldsPost(span=f.Span(place, 99), rule="r", person=LURAH, post=f"Lurah {place}", former=True),
            f.Measured(span=f.Span(place, 99), rule="r", measure=f"beras {place}", value=value, unit="kg"),
        )
    ]
    facts = tuple(
        Fact(iri=f"urn:simpul:fact/{n}", table=claim.table, claims=(
            SourcedClaim(iri=f"urn:simpul:claim/{n}", article=ARTICLE, claim=claim, evidence=sentences[n // 2]),
        ))
        for n, claim in enumerate(claims)
    )  # fmt: skip
    sources = (Source(iri=ARTICLE, hash="aaaa", locations=("a.txt#1",)),)
    store = Store()
    store.extend(to_quads(Knowledge(sources=sources, entities=(f.Person(key=LURAH, name="Wira"),), facts=facts), version="v"))
    return store


@pytest.fixture
def nasty_store() -> Store:
    return told(TEXTS)


def read(path: Path, dialect: Dialect) -> list[dict[str, str]]:
    with path.open(encoding=dialect.encoding, newline="") as handle:
        return list(csv.DictReader(handle, delimiter=dialect.delimiter))


def test_the_sentences_of_the_tests_reach_the_tables(nasty_store: Store) -> None:
    assert [row["evidence"] for row in rows(nasty_store, "posts")] == TEXTS


def test_o_14_plain_csv_holds_every_cell_as_it_is(nasty_store: Store, tmp_path: Path) -> None:
    counts = write_csv(nasty_store, tmp_path, every=True)
    assert {name: read(tmp_path / f"{name}.csv", PLAIN) for name in TABLES} == {
        name: rows(nasty_store, name, every=True) for name in TABLES
    }
    assert counts == {name: len(rows(nasty_store, name, every=True)) for name in TABLES}
    assert (tmp_path / "events.csv").read_text(encoding="utf-8").startswith("article,event,kind,date,venue,evidence,")


def test_o_13_no_cell_of_the_spreadsheet_variant_is_a_formula_and_numbers_stay_numbers(
    tmp_path: Path,
) -> None:
    nasty_store = told(TEXTS, value="-0.5")
    write_csv(nasty_store, tmp_path, every=True, dialect=SPREADSHEET)
    assert (tmp_path / "figures.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle;measure;")
    for name in TABLES:
        for cells, row in zip(read(tmp_path / f"{name}.csv", SPREADSHEET), rows(nasty_store, name, every=True), strict=True):
            for column, cell in row.items():
                expected = (
                    cell.replace(".", ",") if column in NUMBERS else f"'{cell}" if cell[:1] in "=+-@\t\r\n＝" and cell else cell
                )
                assert cells[column] == expected
    assert {row["value"] for row in read(tmp_path / "figures.csv", SPREADSHEET)} == {"-0,5"}


@pytest.mark.parametrize("dialect", [PLAIN, SPREADSHEET])
def test_the_data_package_says_how_to_read_each_file(nasty_store: Store, tmp_path: Path, dialect: Dialect) -> None:
    write_csv(nasty_store, tmp_path, every=True, dialect=dialect)
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    assert [resource["name"] for resource in package["resources"]] == list(TABLES)
    for resource in package["resources"]:
        content = (tmp_path / resource["path"]).read_bytes()
        assert (resource["bytes"], resource["hash"]) == (len(content), f"sha256:{hashlib.sha256(content).hexdigest()}")
        fields = resource["schema"]["fields"]
        frame = pd.read_csv(
            tmp_path / resource["path"],
            sep=resource["dialect"]["delimiter"],
            encoding=resource["encoding"],
            decimal=next((field["decimalChar"] for field in fields if field["type"] == "number"), "."),
            dtype={field["name"]: "float64" if field["type"] == "number" else "string" for field in fields},
            keep_default_na=False,
            na_values={field["name"]: [""] for field in fields if field["type"] == "number"},
        )
        expected = rows(nasty_store, resource["name"], every=True)
        assert list(frame.columns) == [field["name"] for field in fields]
        assert frame["confidence"].tolist() == [float(row["confidence"]) for row in expected]


def test_the_workbook_read_by_openpyxl_has_every_cell_and_no_formula(nasty_store: Store, tmp_path: Path) -> None:
    counts = write_workbook(nasty_store, tmp_path / "t.xlsx", every=True)
    book = openpyxl.load_workbook(tmp_path / "t.xlsx")
    assert book.sheetnames == list(TABLES)
    for name, table in TABLES.items():
        header, *lines = book[name].iter_rows()
        assert tuple(cell.value for cell in header) == table.header
        expected = rows(nasty_store, name, every=True)
        assert len(lines) == len(expected) == counts[name]
        for line, row in zip(lines, expected, strict=True):
            for cell, (column, text) in zip(line, row.items(), strict=True):
                assert cell.data_type != "f"
                value = unescape(cell.value) if isinstance(cell.value, str) else cell.value  # CR is `_x000D_` in a workbook
                assert value == ((float(text) if column in NUMBERS else text) if text else None)


def test_equal_graphs_give_equal_workbooks(nasty_store: Store, tmp_path: Path) -> None:
    for name in ("a.xlsx", "b.xlsx"):
        write_workbook(nasty_store, tmp_path / name)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


@pytest.mark.parametrize(("text", "kept"), [("x" * 32_767, "x" * 32_767), ("x" * 32_768, "x" * 16_383 + "…")])
def cell(path: Path, table: str, column: str) -> object:
    """The first cell of a column."""
    return openpyxl.load_workbook(path)[table].cell(2, TABLES[table].header.index(column) + 1).value


@pytest.mark.parametrize(("text", "kept"), [("x" * 32_767, "x" * 32_767), ("x" * 32_768, "x" * 16_383 + "…")])
def test_a_text_that_no_cell_of_excel_holds_is_cut_with_a_mark(tmp_path: Path, text: str, kept: str) -> None:
    write_workbook(told([text]), tmp_path / "t.xlsx")
    assert cell(tmp_path / "t.xlsx", "posts", "evidence") == kept


@pytest.mark.parametrize(
    ("value", "kept"), [("1234567890.12345", 1234567890.12345), ("1234567890.123456", "1234567890.123456")]
)
def test_a_number_that_excel_would_round_is_text(tmp_path: Path, value: str, kept: object) -> None:
    write_workbook(told(["a"], value=value), tmp_path / "t.xlsx")
    assert cell(tmp_path / "t.xlsx", "figures", "value") == kept


def test_more_rows_than_a_sheet_holds_is_one_sentence(
    nasty_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("graph.export.workbook.MOST_ROWS", 1)
    with pytest.raises(ExportError, match=r"t\.xlsx: posts has \d+ rows, more than a sheet holds; write CSV instead"):
        write_workbook(nasty_store, tmp_path / "t.xlsx")
    assert list(tmp_path.glob("t*")) == []


def test_o_26_a_table_that_somebody_changed_needs_force(nasty_store: Store, tmp_path: Path) -> None:
    write_csv(nasty_store, tmp_path)
    (tmp_path / "posts.csv").write_text("mine", encoding="utf-8")
    with pytest.raises(ExportError, match=r"posts\.csv: was not written by Simpul, or was changed since"):
        write_csv(nasty_store, tmp_path)
    assert (tmp_path / "posts.csv").read_text(encoding="utf-8") == "mine"
    write_csv(nasty_store, tmp_path, force=True)
    assert read(tmp_path / "posts.csv", PLAIN) == rows(nasty_store, "posts")
