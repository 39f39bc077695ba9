"""`simpul check`."""

from __future__ import annotations

import typer

from graph.cli.codes import FOUND
from graph.cli.options import DEFAULT_GRAPH, Graph
from graph.cli.output import say, show_table

EXAMPLES = "Example:  simpul check --graph metro"


def check(graph: Graph = DEFAULT_GRAPH) -> None:
    """Look for what cannot all be true: contradicting figures, two holders of one post, sums that do not add up."""
    from graph.check import check_graph
    from graph.store import opened

    findings = list(check_graph(opened(graph).open()))
    if not findings:
        say("nothing found")
        return
    rows = [(f"{f.title}\n{f.title_en}", f.detail, "\n".join(f.articles), "\n".join(f.evidence)) for f in findings]
    show_table("", ("check", "finding", "articles", "evidence"), rows)
    raise typer.Exit(FOUND)
