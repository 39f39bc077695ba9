"""How fast a generated graph leaves for Neo4j: `make bench`, or `python bench/exports.py [FACTS]` (200,000 by default).

Live: what the driver alone needs for the same rows, all in memory, with several settings, against the export that reads them
from the store. Import files: against reading the rows and throwing them away, each the better of two times; and what the
import tool says. Each server is new, with 1 GB of heap. Figures of one run are comparable, those of two machines are not.
"""

from __future__ import annotations

import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

import neo4j
from generated import fill
from pyoxigraph import Store

from graph.export import cypher
from graph.export.neo4j import export_neo4j
from graph.export.neo4j_csv import export_neo4j_csv
from graph.export.neo4j_writer import BATCH, CONNECTIONS
from graph.property_graph import edges, nodes

sys.path.append(str(Path(__file__).parents[1] / "tests" / "neo4j"))
from servers import have_server, import_files, served

FACTS = 200_000
SETTINGS = [
    ("MERGE", 2_000, 1),
    ("MERGE", 2_000, 2),
    ("CREATE", 2_000, 1),
    ("CREATE", 2_000, 2),
    ("CREATE", 2_000, 3),
    ("CREATE", 1_000, 2),
    ("CREATE", 4_000, 2),
    ("CREATE", 4_000, 4),
]
"""What was tried for the driver alone: how rows are written, rows of a batch, connections."""

Rows = list[tuple[str, cypher.Row]]


def most_memory() -> int:
    """The most memory that this process has held, in MB, and with it that of a process that it started."""
    (line,) = (line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM:"))
    return (int(line.split()[1]) + getrusage(RUSAGE_CHILDREN).ru_maxrss) // 1024


def read(folder: Path) -> tuple[float, int, int]:
    """Seconds to read every row once, how many, and the most memory in MB."""
    store, start = Store.read_only(str(folder)), time.perf_counter()
    count = sum(1 for _ in nodes(store)) + sum(1 for _ in edges(store))
    return time.perf_counter() - start, count, most_memory()


def write_files(folder: Path, target: Path) -> tuple[float, int]:
    """Seconds to write the import files, and the most memory in MB."""
    store, start = Store.read_only(str(folder)), time.perf_counter()
    export_neo4j_csv(store, target)
    return time.perf_counter() - start, most_memory()


def live(folder: Path, uri: str) -> tuple[float, int]:
    """Seconds of an export into an empty server, and the most memory in MB."""
    store, start = Store.read_only(str(folder)), time.perf_counter()
    export_neo4j(store, uri=uri)
    return time.perf_counter() - start, most_memory()


def alone(folder: Path, done: Callable[[str], None]) -> dict[tuple[str, int, int], float]:
    """Seconds of the driver alone for each of the settings."""
    store = Store.read_only(str(folder))
    node_rows: Rows = [(node.labels[0], cypher.node_row(node)) for node in nodes(store)]
    edge_rows: Rows = [(edge.type, cypher.edge_row(edge)) for edge in edges(store)]
    seconds = {}
    for how, batch, connections in SETTINGS:
        with server() as uri:
            seconds[how, batch, connections] = write_rows(uri, node_rows, edge_rows, how, batch, connections)
        rate = (len(node_rows) + len(edge_rows)) / seconds[how, batch, connections]
        done(f"driver alone, {how:<6} {batch:>5} rows, {connections} connection(s)  {rate:>8,.0f} rows/s")
    return seconds


def write_rows(uri: str, node_rows: Rows, edge_rows: Rows, how: str, batch: int, connections: int) -> float:
    """Seconds in which the driver makes the constraints and writes rows that stand in memory."""
    statements = {"MERGE": (cypher.MERGE_NODES, cypher.MERGE_EDGES), "CREATE": (cypher.CREATE_NODES, cypher.CREATE_EDGES)}[how]
    with neo4j.GraphDatabase.driver(uri) as driver:

        def write(statement: str, rows: list[cypher.Row]) -> None:
            with driver.session() as session:
                session.execute_write(lambda transaction: transaction.run(statement, rows=rows).consume())

        start = time.perf_counter()
        for constraint in cypher.constraints():
            driver.execute_query(constraint)
        driver.execute_query("CALL db.awaitIndexes()")
        for texts, rows in zip(statements, (node_rows, edge_rows), strict=True):
            with ThreadPoolExecutor(connections) as pool:
                list(pool.map(lambda one, texts=texts: write(texts[one[0]], one[1]), cypher.batches(rows, batch)))
        return time.perf_counter() - start


@contextmanager
def server() -> Iterator[str]:
    with tempfile.TemporaryDirectory() as home, served(Path(home)) as uri:
        yield uri


def fresh(work: Callable[..., tuple], *arguments: object) -> tuple:
    """What `work` gives in a process of its own: the most memory is that of this work."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
        return process.submit(work, *arguments).result()


def main(facts: int) -> None:
    logging.getLogger("neo4j").setLevel(logging.ERROR)  # a transaction that is tried again
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "store"
        start = time.perf_counter()
        fill(folder, facts)
        print(f"{facts:,} facts made in {time.perf_counter() - start:.0f} s")
        both = [(fresh(read, folder), fresh(write_files, folder, Path(name) / "csv")) for _ in range(2)]
        reading, rows, memory = min(read_once for read_once, _ in both)
        print(f"reading {rows:,} rows{rows / reading:>36,.0f} rows/s, {memory} MB")
        writing, memory = min(written for _, written in both)
        print(f"import files{rows / writing:>44,.0f} rows/s, {memory} MB, {reading / writing:.2f} of reading")
        if not have_server():
            print("no server here: `make neo4j` fetches one")
            return
        said = import_files(Path(name) / "csv", Path(tempfile.mkdtemp(dir=name)))
        warnings = [line for line in said.splitlines() if "warn" in line.lower()]
        print(f"import tool: {'IMPORT DONE' if 'IMPORT DONE' in said else 'failed'}, {len(warnings)} warnings")
        best = min(alone(folder, print).values())
        with server() as uri:
            seconds, memory = fresh(live, folder, uri)
        print(f"live export, {BATCH:,} rows, {CONNECTIONS} connections{rows / seconds:>22,.0f} rows/s, {memory} MB, "
              f"{best / seconds:.2f} of the driver alone at its best")  # fmt: skip


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else FACTS)
