"""The notebooks run from top to bottom, and their tables and pictures are not empty."""

from __future__ import annotations

import warnings
from functools import cache
from pathlib import Path
from typing import Any

import nbformat
import pytest

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
TABLES = {"01-tour": 8, "02-networks": 4}


@cache
def cells(name: str) -> list[Any]:
    """The cells of a notebook after it ran."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jupyter's own: a missing event loop policy, a directory that moves
        from nbclient import NotebookClient

        notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
        client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}})
        client.execute()
    return list(notebook.cells)


def test_every_notebook_is_run() -> None:
    assert {path.stem for path in NOTEBOOKS.glob("*.ipynb")} == set(TABLES)


@pytest.mark.parametrize("name", TABLES)
def test_a_notebook_is_kept_without_results(name: str) -> None:
    notebook = nbformat.read(NOTEBOOKS / f"{name}.ipynb", as_version=4)
    assert [cell.outputs for cell in notebook.cells if cell.cell_type == "code" and cell.outputs] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_rows(name: str) -> None:
    outputs = [output for cell in cells(name) if cell.cell_type == "code" for output in cell.outputs if "data" in output]
    tables = [page for output in outputs if "<table" in (page := output.data["text/html"])]
    assert len(tables) == TABLES[name]
    assert [table for table in tables if table.count("<tr") < 2] == []


def test_the_picture_is_the_last_result_of_the_tour() -> None:
    (result,) = cells("01-tour")[-1].outputs
    assert result.data["text/html"].startswith("<div><iframe srcdoc=")
    assert "Dinas Sosial Kota Metro" in result.data["text/html"]
