"""The notebooks run from top to bottom, and their tables and pictures are not empty."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import nbformat
import pytest

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"


@pytest.fixture(scope="module")
def cells() -> list[Any]:
    """The cells of the tour after it ran."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # jupyter's own: a missing event loop policy, a directory that moves
        from nbclient import NotebookClient

        notebook = nbformat.read(NOTEBOOKS / "01-tour.ipynb", as_version=4)
        client = NotebookClient(notebook, timeout=300, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}})
        client.execute()
    return list(notebook.cells)


def test_the_notebook_is_kept_without_results() -> None:
    notebook = nbformat.read(NOTEBOOKS / "01-tour.ipynb", as_version=4)
    assert [cell.outputs for cell in notebook.cells if cell.cell_type == "code" and cell.outputs] == []


def test_every_table_has_rows(cells: list[Any]) -> None:
    pages = [
        output.data["text/html"] for cell in cells if cell.cell_type == "code" for output in cell.outputs if "data" in output
    ]
    tables = [page for page in pages if "<table" in page]
    assert len(tables) == 8
    assert [table for table in tables if table.count("<tr") < 2] == []


def test_the_picture_is_the_last_result(cells: list[Any]) -> None:
    (result,) = cells[-1].outputs
    assert result.data["text/html"].startswith("<div><iframe srcdoc=")
    assert "Dinas Sosial Kota Metro" in result.data["text/html"]
