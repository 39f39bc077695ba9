"""`simpul export FORMAT`: one command for each format."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Force, Graph, OutFile, OutFolder
from graph.cli.output import console, data, say
from graph.errors import UsageError

if TYPE_CHECKING:
    from pyoxigraph import Store

app = typer.Typer(no_args_is_help=True, help="Take the graph elsewhere: RDF, networkx and Gephi, Neo4j.")


def _store(graph: Path) -> Store:
    from graph.store import opened

    return opened(graph).open()


def _write(export: Callable[..., object], graph: Path, out: Path, force: bool) -> None:
    export(_store(graph), out, force=force)
    say(f"written: {out}")


def _write_rdf(format_: str, graph: Path, out: Path, force: bool) -> None:
    from graph.export.rdf import export_rdf

    _write(partial(export_rdf, format_=format_), graph, out, force)


@app.command(epilog="Example:  simpul export turtle graph.ttl")
def turtle(out: OutFile, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """The knowledge graph as Turtle."""
    _write_rdf("turtle", graph, out, force)


@app.command(epilog="Example:  simpul export trig graph.trig")
def trig(out: OutFile, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """The knowledge graph as TriG."""
    _write_rdf("trig", graph, out, force)


@app.command(epilog="Example:  simpul export nquads graph.nq")
def nquads(out: OutFile, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """The knowledge graph as N-Quads, in one order: equal graphs give equal files."""
    _write_rdf("nquads", graph, out, force)


@app.command(epilog="Example:  simpul export jsonld graph.jsonld")
def jsonld(out: OutFile, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """The knowledge graph as JSON-LD with its context inside."""
    from graph.export.jsonld import export_jsonld

    _write(export_jsonld, graph, out, force)


@app.command(
    epilog="Example:  simpul export dataset terbit/ --url https://data.example.id/metro/ --publisher ... --contact ..."
)
def dataset(
    out: OutFolder,
    url: Annotated[str, typer.Option(help="Address at which the folder will be published; it ends with /.")],
    publisher: Annotated[str, typer.Option(help="Who publishes it.")],
    contact: Annotated[str, typer.Option(help="E-mail address for questions about it.")],
    title: Annotated[str, typer.Option(help="What it is called.")] = "Simpul",
    force: Force = False,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """A folder to publish: the graph in three RDF formats, described by VoID and DCAT (void.ttl) and data.json."""
    from graph.export.dataset import export_dataset
    from graph.export.description import Publication

    publication = Publication(url=url, title=title, publisher=publisher, contact=contact)
    export_dataset(_store(graph), out, publication, force=force)
    say(f"written: {out}")


@app.command(epilog="Example:  simpul export graphml graph.graphml")
def graphml(out: OutFile, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """Nodes and relationships as GraphML, for networkx and yEd."""
    from graph.export.networkx_files import export_graphml

    _write(export_graphml, graph, out, force)


@app.command(epilog="Example:  simpul export gexf graph.gexf")
def gexf(out: OutFile, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """Nodes and relationships as GEXF, for Gephi, with their time."""
    from graph.export.networkx_files import export_gexf

    _write(export_gexf, graph, out, force)


@app.command(epilog="Example:  simpul export cypher graph.cypher")
def cypher(out: OutFile, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """Nodes and relationships as a Cypher script, for small graphs."""
    from graph.export.cypher import export_cypher

    _write(export_cypher, graph, out, force)


@app.command("neo4j-csv", epilog="Example:  simpul export neo4j-csv impor/")
def neo4j_csv(out: OutFolder, force: Force = False, graph: Graph = DEFAULT_GRAPH) -> None:
    """Import files for `neo4j-admin database import full`; the command to run goes to standard output."""
    from graph.export.neo4j_csv import export_neo4j_csv

    data(export_neo4j_csv(_store(graph), out, force=force) + "\n")
    say(f"written: {out}")


@app.command(epilog="Example:  NEO4J_PASSWORD=... simpul export neo4j --uri bolt://localhost:7687 --user neo4j")
def neo4j(
    uri: Annotated[str, typer.Option(help="Address of the server.")] = "bolt://localhost:7687",
    user: Annotated[str, typer.Option(help="User; empty for a server without authentication.")] = "neo4j",
    database: Annotated[str, typer.Option(help="Database on the server.")] = "neo4j",
    prune: Annotated[bool, typer.Option("--prune", help="Remove what the graph no longer has.")] = False,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Write nodes and relationships into a Neo4j server. The password is read from $NEO4J_PASSWORD, or asked for."""
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    from graph.export.neo4j import export_neo4j, most_rows

    store = _store(graph)
    password = os.environ.get("NEO4J_PASSWORD", "")
    if user and not password:
        if not sys.stdin.isatty():
            raise UsageError("no password: set $NEO4J_PASSWORD, or give --user '' for a server without authentication")
        password = typer.prompt("Password", hide_input=True, err=True)
    screen, columns = console(error=True), (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    progress = Progress(*columns, console=screen, transient=True, disable=not screen.is_terminal)
    with progress as bar, ThreadPoolExecutor(max_workers=1) as counter:
        task = bar.add_task("written", total=None)
        if screen.is_terminal:  # counting takes 10 s of 200,000 facts: writing begins at once
            counter.submit(most_rows, store).add_done_callback(lambda counted: bar.update(task, total=counted.result()))
        done = export_neo4j(
            store,
            uri=uri,
            user=user,
            password=password,
            database=database,
            prune=prune,
            on_progress=lambda written: bar.advance(task, written),
        )
    resumed = f", {done.resumed} of them by the export that broke off" if done.resumed else ""
    removed = f"; {done.removed} removed" if prune else ""
    say(f"written to {uri}: {done.nodes.total()} nodes, {done.relationships.total()} relationships{resumed}{removed}")
