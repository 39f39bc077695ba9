"""The graph as one HTML page that works from a file, without a network."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Store

from graph.explorer.page import render
from graph.explorer.selection import select
from graph.export.files import replacing
from graph.property_graph import edges, nodes

__all__ = ["show"]


def show(
    store: Store,
    out: Path,
    *,
    around: str | None = None,
    depth: int = 1,
    date_from: str | None = None,
    date_to: str | None = None,
    force: bool = False,
) -> None:
    """Writes the page of a knowledge graph to `out`: all of it, or what lies within `depth` steps `around` a name.

    `date_from` and `date_to` are partial ISO dates; facts that fall outside, or have no date, are left out. A graph of
    more than `selection.MOST_NODES` nodes is shown as an overview.

    Raises:
        UsageError: nothing has that name, or a date is no date.
        ExportError: the page cannot be written, or `out` is not Simpul's and `force` is not given.
    """
    all_nodes = list(nodes(store))
    view = select(all_nodes, list(edges(store)), around=around, depth=depth, date_from=date_from, date_to=date_to)
    articles = [node for node in all_nodes if node.labels[0] == "Article"]
    with replacing(out, force=force) as file:
        file.write(render(view, articles).encode())
