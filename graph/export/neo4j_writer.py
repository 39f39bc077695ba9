"""Writes batches into Neo4j in a process of its own: `graph.export.neo4j` reads the graph, this packs rows and sends them.

As threads of one process the two wait for one another all the time: 472,500 rows then take 40 to 44 s instead of 32 to 37.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from threading import Lock
from typing import Final

import neo4j
from neo4j.exceptions import DriverError, Neo4jError

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
    constraints,
)

BATCH: Final = 2_000
"""Rows of one transaction: with 1,000 a server with 1 GB of heap is a tenth slower, with 4,000 no faster."""

CONNECTIONS: Final = 4
"""Batches written at the same time: of 200,000 facts the driver alone gets 19,000 to 20,500 rows a second through four, 19,000
through three, 16,000 through two and 11,000 through one.
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A database of a Neo4j server, and how one enters: without `user` no authentication is asked for."""

    uri: str
    user: str
    password: str
    database: str


@dataclass(frozen=True, slots=True)
class Batch:
    """Rows of one label or type, pickled, and how many."""

    name: str
    rows: bytes
    size: int


@dataclass(frozen=True, slots=True)
class Written:
    """A batch of this size is in the database; `before`: an export that broke off had written it."""

    size: int
    before: bool


@dataclass(frozen=True, slots=True)
class Ended:
    """All is written, and so much of what the graph no longer has is removed."""

    removed: int


@dataclass(frozen=True, slots=True)
class Refused:
    """What the server or the driver said, in one line."""

    reason: str


Answer = Written | Ended | Refused


def serve(pipe: Connection, server: Server, *, prune: bool) -> None:
    """Each batch that comes through the pipe is written and answered; after a `None` the rest is done and answered.

    Batches are taken while the server makes its constraints and while others are written, so that nobody waits to send one.
    """
    sending = Lock()

    def answer(work: Callable[[], Answer]) -> None:
        said: Answer = Refused("an error in the process that writes")
        try:
            said = _outcome(work)
        finally:
            with sending:
                pipe.send(said)

    auth = (server.user, server.password) if server.user else None
    with neo4j.GraphDatabase.driver(server.uri, auth=auth, notifications_min_severity="OFF") as driver:
        writer = _Writer(driver, server.database, prune=prune)
        with ThreadPoolExecutor(CONNECTIONS) as connections:
            prepared = connections.submit(writer.prepare)
            while (batch := pipe.recv()) is not None:
                connections.submit(answer, partial(writer.write, batch, prepared))
        answer(partial(writer.end, prepared))


def _outcome(work: Callable[[], Answer]) -> Answer:
    try:
        return work()
    except (DriverError, Neo4jError) as error:
        return Refused(str(error).partition("\n")[0].rstrip(":. ") or type(error).__name__)


@dataclass(frozen=True, slots=True)
class _Prepared:
    """How rows are written, by label and type, and the notes of batches that an export that broke off has written."""

    statements: dict[str, str]
    done: set[str]


class _Writer:
    def __init__(self, driver: neo4j.Driver, database: str, *, prune: bool) -> None:
        self._driver, self._database, self._prune = driver, database, prune
        self._ids: set[str] = set()

    def prepare(self) -> _Prepared:
        """Makes constraints and indexes and finds out what the database holds."""
        with self._session() as session:
            for statement in constraints():
                session.run(statement).consume()
            session.run("CALL db.awaitIndexes()").consume()
            empty = session.run(ANY).single() is None
            statements = {**CREATE_NODES, **CREATE_EDGES} if empty else {**MERGE_NODES, **MERGE_EDGES}
            return _Prepared(statements, {record[0] for record in session.run(FIND_BATCHES)})

    def write(self, batch: Batch, prepared: Future[_Prepared]) -> Written:
        """Writes a batch in a transaction that the driver tries again where the server asks for it."""
        note, known = hashlib.sha256(batch.rows).hexdigest(), prepared.result()
        rows: list[Row] = pickle.loads(batch.rows)  # noqa: S301 of our own process
        if self._prune:
            self._ids.update(row["id"] for row in rows)
        if note in known.done:
            return Written(batch.size, before=True)

        def work(transaction: neo4j.ManagedTransaction) -> None:
            transaction.run(known.statements[batch.name], rows=rows)
            transaction.run(NOTE_BATCH, id=note).consume()

        with self._session() as session:
            session.execute_write(work)
        return Written(batch.size, before=False)

    def end(self, prepared: Future[_Prepared]) -> Ended:
        """Takes the notes away, and what the graph no longer has."""
        prepared.result()
        with self._session() as session:
            session.run(FORGET_BATCHES).consume()
            return Ended(_removed(session, self._ids) if self._prune else 0)

    def _session(self) -> neo4j.Session:
        return self._driver.session(database=self._database)


def _removed(session: neo4j.Session, ids: set[str]) -> int:
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
