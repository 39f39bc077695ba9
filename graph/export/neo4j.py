"""The property graph in a running Neo4j, through the official driver.

Constraints come first, then nodes, then relationships, in batches of one label or type: `UNWIND $rows ... MERGE` on the id.
Labels and types come from the closed list of `graph.property_schema` and all else is a parameter, so a name such as
``x`) DETACH DELETE (n`` is only ever a value. Exporting twice changes nothing. The Cypher used is common to Cypher 5 and 25.
"""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Final

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from pyoxigraph import Store

from graph.errors import ExportError
from graph.export.cypher import (
    DELETE_EDGES,
    DELETE_NODES,
    FIND_EDGES,
    FIND_NODES,
    MERGE_EDGES,
    MERGE_NODES,
    Row,
    batches,
    constraints,
    edge_row,
    node_row,
)
from graph.property_graph import edges, nodes

BATCH: Final = 1_000
"""Rows of one transaction: above 2,000 a server with 1 GB of heap gets no faster."""

AHEAD: Final = 2
"""Batches read and not yet written: enough to keep the server busy, and memory flat."""

ADDRESS: Final = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://\S+\Z")


@dataclass(frozen=True, slots=True)
class Exported:
    """How many nodes and relationships were sent, by label and type."""

    nodes: Counter[str]
    relationships: Counter[str]
    removed: int = 0
    """Nodes and relationships that `prune` took out."""


def export_neo4j(
    store: Store,
    *,
    uri: str,
    user: str = "",
    password: str = "",
    database: str = "neo4j",
    prune: bool = False,
    on_progress: Callable[[int], object] = bool,
) -> Exported:
    """Brings every node and relationship of the graph into a Neo4j database (5.7 or later); what else it holds is left alone.

    Without `user` the driver asks for no authentication. `prune` removes what an earlier export brought and the graph no
    longer has. `on_progress` gets the number of rows of each batch written.

    Raises:
        ExportError: the server cannot be reached, refuses the password or a batch. What was sent before stays; a
            second export completes it.
    """
    if not ADDRESS.match(uri):
        raise ExportError(f"{uri}: is no address of a Neo4j server; use one like neo4j://localhost:7687")
    with neo4j.GraphDatabase.driver(uri, auth=(user, password) if user else None) as driver:
        try:
            with driver.session(database=database) as session:
                _prepare(session)
                sent, ids = _send(store, session, on_progress, remember=prune)
                return replace(sent, removed=_prune(session, ids)) if prune else sent
        except (DriverError, Neo4jError) as error:
            said = str(error).partition("\n")[0].rstrip(":. ") or type(error).__name__
            raise ExportError(f"{uri}: {said}; mend that and export again, it continues where it stopped") from error


def _prepare(session: neo4j.Session) -> None:
    for statement in constraints():
        session.run(statement).consume()
    session.run("CALL db.awaitIndexes()").consume()


def _send(
    store: Store, session: neo4j.Session, on_progress: Callable[[int], object], *, remember: bool
) -> tuple[Exported, set[str]]:
    """Writes all, nodes first; one batch is written while the next is read. Also the ids sent, where they are to be kept."""
    sent, ids = Exported(Counter(), Counter()), set[str]()
    written: deque[Future[int]] = deque()
    rows_of_nodes = batches(((node.labels[0], node_row(node)) for node in nodes(store)), BATCH)
    rows_of_edges = batches(((edge.type, edge_row(edge)) for edge in edges(store)), BATCH)
    with ThreadPoolExecutor(max_workers=1) as writer:
        for statements, count, all_rows in (
            (MERGE_NODES, sent.nodes, rows_of_nodes),
            (MERGE_EDGES, sent.relationships, rows_of_edges),
        ):
            for name, rows in all_rows:
                written.append(writer.submit(_write, session, statements[name], rows))
                count[name] += len(rows)
                if remember:
                    ids.update(row["id"] for row in rows)
                if len(written) > AHEAD:
                    on_progress(written.popleft().result())
        while written:
            on_progress(written.popleft().result())
    return sent, ids


def _write(session: neo4j.Session, statement: str, rows: list[Row]) -> int:
    """Writes one batch in a transaction that the driver tries again where the server asks for it."""
    session.execute_write(lambda transaction: transaction.run(statement, rows=rows).consume())
    return len(rows)


def _prune(session: neo4j.Session, ids: set[str]) -> int:
    """Removes nodes and relationships of ours that are not among `ids`; how many those were."""
    removed = 0
    for query, deletion in ((FIND_EDGES, DELETE_EDGES), (FIND_NODES, DELETE_NODES)):
        gone = [{"id": element} for id_, element in session.run(query) if id_ not in ids]
        for start in range(0, len(gone), BATCH):
            removed += _write(session, deletion, gone[start : start + BATCH])
    return removed
