"""The property graph in a running Neo4j, through the official driver.

Constraints come first, then nodes, then relationships, in batches of one label or type: `UNWIND $rows ... MERGE` on the id.
Labels and types come from the closed list of `graph.property_schema` and all else is a parameter, so a name such as
``x`) DETACH DELETE (n`` is only ever a value. Exporting twice changes nothing. The Cypher used is common to Cypher 5 and 25.
"""

from __future__ import annotations

import hashlib
import pickle
import re
from collections import Counter, deque
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import neo4j
from neo4j.exceptions import DriverError, Neo4jError
from pyoxigraph import Store

from graph.errors import ExportError
from graph.export.cypher import (
    ANY,
    CREATE_EDGES,
    CREATE_NODES,
    DELETE_EDGES,
    DELETE_NODES,
    FIND_BATCHES,
    FIND_EDGES,
    FIND_NODES,
    FORGET_BATCHES,
    MERGE_EDGES,
    MERGE_NODES,
    NOTE_BATCH,
    Row,
    batches,
    constraints,
    edge_row,
    node_row,
)
from graph.property_graph import Edge, Node, nodes_and_edges
from graph.property_reader import Reader
from graph.property_schema import ARTICLE, FACT_TYPES, LINKS, NODE_TYPES

BATCH: Final = 2_000
"""Rows of one transaction: with 1,000 a server with 1 GB of heap is a tenth slower, with 4,000 no faster."""

CONNECTIONS: Final = 4
"""Batches written at the same time: of 200,000 facts the driver alone gets 19,000 to 20,500 rows a second through four, 19,000
through three, 16,000 through two and 11,000 through one.
"""

AHEAD: Final = 2 * CONNECTIONS
"""Batches read and not yet written: enough to keep the server busy, and memory flat."""

ADDRESS: Final = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://\S+\Z")


@dataclass(frozen=True, slots=True)
class Exported:
    """How many nodes and relationships the database now has of the graph, by label and type."""

    nodes: Counter[str]
    relationships: Counter[str]
    resumed: int
    """How many of them an export that broke off had written."""
    removed: int
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
        ExportError: the server cannot be reached, refuses the password or a batch. What was sent before stays; the next
            export goes on where this one stopped.
    """
    if not ADDRESS.match(uri):
        raise ExportError(f"{uri}: is no address of a Neo4j server; use one like neo4j://localhost:7687")
    found = nodes_and_edges(store)  # read from here on, while the server is asked and makes its constraints
    with neo4j.GraphDatabase.driver(uri, auth=(user, password) if user else None, notifications_min_severity="OFF") as driver:
        try:
            with driver.session(database=database) as session:
                writer = _prepared(driver, session, database, on_progress, remember=prune)
                written = {kind: writer.write(elements) for kind, elements in groupby(found, type)}
                session.run(FORGET_BATCHES).consume()
                removed = _prune(session, writer.ids) if prune else 0
                return Exported(written.get(Node, Counter()), written.get(Edge, Counter()), writer.resumed, removed)
        except (DriverError, Neo4jError) as error:
            said = str(error).partition("\n")[0].rstrip(":. ") or type(error).__name__
            raise ExportError(f"{uri}: {said}; mend that and export again, it continues where it stopped") from error


def most_rows(store: Store) -> int:
    """How many nodes and relationships an export will write, or a few more: a fact may lack an end, or be stated twice by an
    article. Counted without reading them, for a progress bar.
    """
    counted = Reader(store).count
    told = "{{ SELECT * {{ {} }} }} {{ SELECT * {{ ?claim simpul:states ?id }} }}"
    return sum(counted(one.pattern) for one in (*NODE_TYPES, *LINKS)) + sum(
        counted(told.format(fact.pattern) if ARTICLE in (relation.source, relation.target) else fact.pattern)
        for fact in FACT_TYPES
        for relation in fact.relations
    )


def _prepared(
    driver: neo4j.Driver, session: neo4j.Session, database: str, on_progress: Callable[[int], object], *, remember: bool
) -> _Writer:
    """Makes constraints and indexes and finds out what the database holds."""
    for statement in constraints():
        session.run(statement).consume()
    session.run("CALL db.awaitIndexes()").consume()
    empty = session.run(ANY).single() is None
    done = {record[0] for record in session.run(FIND_BATCHES)}
    return _Writer(driver, database, on_progress, empty=empty, done=done, remember=remember)


class _Writer:
    """Writes rows in batches over several connections, but for the batches that an export that broke off has written."""

    def __init__(
        self,
        driver: neo4j.Driver,
        database: str,
        on_progress: Callable[[int], object],
        *,
        empty: bool,
        done: set[str],
        remember: bool,
    ) -> None:
        self._statements = {**CREATE_NODES, **CREATE_EDGES} if empty else {**MERGE_NODES, **MERGE_EDGES}
        self.ids: set[str] = set()
        self.resumed = 0
        self._driver, self._database, self._on_progress = driver, database, on_progress
        self._done, self._remember = done, remember

    def write(self, elements: Iterable[Node | Edge]) -> Counter[str]:
        """Writes nodes or relationships; the next are read while `CONNECTIONS` batches are written. How many, by name."""
        count: Counter[str] = Counter()
        waiting: deque[tuple[Future[bool], int]] = deque()
        with ThreadPoolExecutor(CONNECTIONS) as connections:
            for name, batch in batches(map(_named_row, elements), BATCH):
                count[name] += len(batch)
                if self._remember:
                    self.ids.update(row["id"] for row in batch)
                waiting.append((connections.submit(self._write, name, self._statements[name], batch), len(batch)))
                if len(waiting) > AHEAD:
                    self._written(*waiting.popleft())
            while waiting:
                self._written(*waiting.popleft())
        return count

    def _written(self, batch: Future[bool], size: int) -> None:
        if not batch.result():
            self.resumed += size
        self._on_progress(size)

    def _write(self, name: str, statement: str, batch: list[Row]) -> bool:
        """Writes a batch in a transaction that the driver tries again where the server asks for it; False where it is there."""
        note = hashlib.sha256(pickle.dumps((name, batch))).hexdigest()
        if note in self._done:
            return False

        def work(transaction: neo4j.ManagedTransaction) -> None:
            transaction.run(statement, rows=batch)
            transaction.run(NOTE_BATCH, id=note).consume()

        with self._driver.session(database=self._database) as session:
            session.execute_write(work)
        return True


def _named_row(element: Node | Edge) -> tuple[str, Row]:
    """The label or type of an element, and its row."""
    if isinstance(element, Node):
        return element.labels[0], node_row(element)
    return element.type, edge_row(element)


def _prune(session: neo4j.Session, ids: set[str]) -> int:
    """Removes nodes and relationships of ours that are not among `ids`; how many those were."""
    removed = 0
    for query, deletion in ((FIND_EDGES, DELETE_EDGES), (FIND_NODES, DELETE_NODES)):
        gone = [{"id": element} for id_, element in session.run(query) if id_ not in ids]
        for start in range(0, len(gone), BATCH):
            session.execute_write(_run, deletion, gone[start : start + BATCH])
        removed += len(gone)
    return removed


def _run(transaction: neo4j.ManagedTransaction, statement: str, rows: list[Row]) -> None:
    transaction.run(statement, rows=rows).consume()
