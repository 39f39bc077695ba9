"""The property graph in a running Neo4j, through the official driver.

Constraints come first, then nodes, then relationships, in batches of one label or type: `UNWIND $rows ... MERGE` on the id.
Labels and types come from the closed list of `graph.property_schema` and all else is a parameter, so a name such as
``x`) DETACH DELETE (n`` is only ever a value. Exporting twice changes nothing. The Cypher used is common to Cypher 5 and 25.
"""

from __future__ import annotations

import pickle
import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from typing import IO, Final

from pyoxigraph import Store

from graph.errors import ExportError
from graph.export.cypher import Row, batches, edge_row, node_row
from graph.export.neo4j_writer import BATCH, Answer, Batch, Ended, Refused, Server, Written, serve
from graph.property_graph import Edge, Node, nodes_and_edges
from graph.property_reader import Reader
from graph.property_schema import ARTICLE, FACT_TYPES, LINKS, NODE_TYPES
from loaders import child

AHEAD: Final = 64
"""Batches read and not yet written, 50 MB of them: a new server makes its constraints for 6 s, and reading goes on."""

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
    with _writing(Server(uri, user, password, database), on_progress, prune=prune) as writing:
        written = {kind: writing.send(elements) for kind, elements in groupby(nodes_and_edges(store), type)}
        removed = writing.end()
    return Exported(written.get(Node, Counter()), written.get(Edge, Counter()), writing.resumed, removed)


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


@contextmanager
def _writing(server: Server, on_progress: Callable[[int], object], *, prune: bool) -> Iterator[_Writing]:
    with tempfile.TemporaryFile() as log:
        process = child.start(serve, log, server, prune=prune)
        try:
            yield _Writing(server.uri, process, log, on_progress)
        finally:
            process.stop()


class _Writing:
    """Sends batches to the process that writes them, and counts what it says is written."""

    def __init__(self, uri: str, process: child.Child, log: IO[bytes], on_progress: Callable[[int], object]) -> None:
        self.resumed = 0
        self._uri, self._process, self._log, self._on_progress = uri, process, log, on_progress
        self._waiting = 0

    def send(self, elements: Iterable[Node | Edge]) -> Counter[str]:
        """Sends nodes or relationships, and waits until they are written. How many, by name."""
        count: Counter[str] = Counter()
        for name, rows in batches(map(_named_row, elements), BATCH):
            count[name] += len(rows)
            self._say(Batch(name, pickle.dumps(rows), len(rows)))
            self._waiting += 1
            while self._waiting > AHEAD or self._process.pipe.poll():
                self._take()
        while self._waiting:
            self._take()
        return count

    def end(self) -> int:
        """The end of an export; how many nodes and relationships were removed."""
        self._say(None)
        return self._take()

    def _take(self) -> int:
        match self._heard():
            case Refused(reason):
                raise ExportError(f"{self._uri}: {reason}; mend that and export again, it continues where it stopped")
            case Ended(removed):
                return removed
            case Written(size, before):
                self._waiting -= 1
                self.resumed += size if before else 0
                self._on_progress(size)
                return 0

    def _say(self, message: Batch | None) -> None:
        try:
            self._process.pipe.send(message)
        except ConnectionError as error:
            raise self._ended() from error

    def _heard(self) -> Answer:
        try:
            answer: Answer = self._process.pipe.recv()
        except (EOFError, ConnectionError) as error:
            raise self._ended() from error
        return answer

    def _ended(self) -> ExportError:
        """The process is gone, which it never should be: what it said last."""
        exit_code = self._process.process.wait()
        self._log.seek(0)
        said = self._log.read().decode(errors="replace").strip().rpartition("\n")[2] or f"exit {exit_code}"
        return ExportError(f"{self._uri}: writing ended abnormally ({said}); export again, it continues where it stopped")


def _named_row(element: Node | Edge) -> tuple[str, Row]:
    """The label or type of an element, and its row."""
    if isinstance(element, Node):
        return element.labels[0], node_row(element)
    return element.type, edge_row(element)
