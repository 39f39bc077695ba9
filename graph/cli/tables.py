"""`simpul tables`."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Graph, OutFolder
from graph.cli.output import say

EXAMPLES = "Example:  simpul tables tabel/ --graph metro"


def tables(
    out: OutFolder,
    every: Annotated[
        bool, typer.Option("--all", help="Also what is only hoped, denied, conditional or reported, each with its modality.")
    ] = False,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Write the nine tables as CSV: one row per fact and article, each with the sentence that states it."""
    from graph.store import opened
    from graph.tables import write_tables

    counts = write_tables(opened(graph).open(), out, every=every)
    say(f"{sum(counts.values())} rows in {len(counts)} tables in {out}")
