"""`simpul tables`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Force, Graph
from graph.cli.output import say
from graph.errors import UsageError

EXAMPLES = (
    "Examples:  simpul tables tabel/ --graph metro    |    simpul tables tabel/ --spreadsheet    |    simpul tables tabel.xlsx"
)


def tables(
    out: Annotated[Path, typer.Argument(help="Folder for nine CSV files, or a file NAME.xlsx for one Excel workbook.")],
    every: Annotated[
        bool, typer.Option("--all", help="Also what is only hoped, denied, conditional or reported, each with its modality.")
    ] = False,
    spreadsheet: Annotated[
        bool, typer.Option("--spreadsheet", help="CSV for an Indonesian Excel: `;`, decimal comma, and no cell is a formula.")
    ] = False,
    force: Force = False,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Write the nine tables as CSV or XLSX: one row per fact and article, each with the sentence that states it."""
    from graph.export.csv_tables import PLAIN, SPREADSHEET, write_csv
    from graph.export.workbook import write_workbook
    from graph.store import opened

    workbook = out.suffix == ".xlsx"
    if workbook and spreadsheet:
        raise UsageError(f"{out}: --spreadsheet is for CSV; a workbook needs none of it")
    store = opened(graph).open()
    if workbook:
        counts = write_workbook(store, out, every=every, force=force)
    else:
        counts = write_csv(store, out, every=every, dialect=SPREADSHEET if spreadsheet else PLAIN, force=force)
    say(f"{sum(counts.values())} rows in {len(counts)} tables in {out}")
