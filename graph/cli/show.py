"""`simpul show`."""

from __future__ import annotations

from typing import Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Force, Graph, OutFile
from graph.cli.output import data, say

EXAMPLES = "Examples:  simpul show graf.html    |    simpul show graf.html --around 'Dinas Sosial' --depth 2 --from 2024"


def show(
    out: OutFile,
    around: Annotated[str | None, typer.Option(help="Only what lies around the entity of this name.")] = None,
    depth: Annotated[int, typer.Option(min=1, max=5, help="How many steps around it.")] = 1,
    date_from: Annotated[str | None, typer.Option("--from", help="Only facts from this date on (2024, 2024-03, ...).")] = None,
    date_to: Annotated[str | None, typer.Option("--to", help="Only facts up to this date.")] = None,
    force: Force = False,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Draw the graph as one HTML page that works from a file, without a network."""
    from graph.explorer import show as draw
    from graph.store import opened

    draw(opened(graph).open(), out, around=around, depth=depth, date_from=date_from, date_to=date_to, force=force)
    say(f"written: {out}")
    data(f"{out.resolve().as_uri()}\n")
