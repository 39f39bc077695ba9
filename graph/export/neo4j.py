"""The property graph in a running Neo4j, through the official driver.

Constraints come first, then nodes, then relationships, in batches of one label or type: `UNWIND $rows ... MERGE` on the id.
Labels and types come from the closed list of `graph.property_schema` and all else is a parameter, so a name such as
``x`) DETACH DELETE (n`` is only ever a value. Exporting twice changes nothing. The Cypher used is common to Cypher 5 and 25.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from pyoxigraph import Store

from graph.errors import ExportError
from graph.export.cypher import MERGE_EDGES, MERGE_NODES, Row, batches, constraints, edge_row, node_row
from graph.property_graph import edges, nodes

BATCH: Final = 1_000
"""Rows of one transaction: above 2,000 a server with 1 GB of heap gets no faster."""

ADDRESS: Final = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://\S+\Z")


@dataclass(frozen=True, slots=True)
class Exported:
    """How many nodes and relationships were sent, by label and type."""

    nodes: Counter[str]
    relationships: Counter[str]


def export_neo4j(
    store: Store,
    *,
    uri: str,
    user: str = "",
    password: str = "",
    database: str = "neo4j",
    on_progress: Callable[[int], object] = bool,
) -> Exported:
    """Brings every node and relationship of the graph into a Neo4j database (5.7 or later); what else it holds is left alone.

    Without `user` the driver asks for no authentication. `on_progress` gets the number of rows of each batch written.

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
                sent = Exported(Counter(), Counter())
                for label, node_rows in batches(((node.labels[0], node_row(node)) for node in nodes(store)), BATCH):
                    _write(session, MERGE_NODES[label], node_rows)
                    sent.nodes[label] += len(node_rows)
                    on_progress(len(node_rows))
                for type_, edge_rows in batches(((edge.type, edge_row(edge)) for edge in edges(store)), BATCH):
                    _write(session, MERGE_EDGES[type_], edge_rows)
                    sent.relationships[type_] += len(edge_rows)
                    on_progress(len(edge_rows))
                return sent
        except (DriverError, Neo4jError) as error:
            said = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise ExportError(f"{uri}: {said}; mend that and export again, it continues where it stopped") from error


def _prepare(session: neo4j.Session) -> None:
    for statement in constraints():
        session.run(statement).consume()
    session.run("CALL db.awaitIndexes()").consume()


def _write(session: neo4j.Session, statement: str, rows: list[Row]) -> None:
    session.execute_write(lambda transaction: transaction.run(statement, rows=rows).consume())
