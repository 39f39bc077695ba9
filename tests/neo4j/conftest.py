"""A genuine Neo4j for the tests: the one that `SIMPUL_TEST_NEO4J_URI` names, else one started from `.neo4j/lib`."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import neo4j
import pytest
from pyoxigraph import Store

from graph.export.neo4j_csv import import_options

Need = Callable[[str, bool, str], None]

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CLASSES = ROOT / ".neo4j" / "lib"


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(path=ROOT / "tests" / "graph" / "small.ttl")
    return store


def have_server() -> bool:
    """Whether a server was fetched, and a JDK is there to start it."""
    return (ROOT / ".neo4j" / "complete").exists() and shutil.which("java") is not None


WHY = "no Neo4j here: `make neo4j` fetches one (it needs a JDK), or set SIMPUL_TEST_NEO4J_URI"


@contextmanager
def served(home: Path) -> Iterator[str]:
    """The URI of a Neo4j server on a free loopback port that serves the home given; it ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["java", "-Xmx1g", "-cp", f"{CLASSES}/*", str(HERE / "Server.java"), str(home), str(port)]
    with (
        (home / "server.log").open("wb") as log,
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log) as server,
    ):
        assert server.stdin is not None
        assert server.stdout is not None
        said = server.stdout.readline()
        try:
            assert said == b"ready\n", (home / "server.log").read_text(errors="replace")[-2_000:]
            yield f"bolt://127.0.0.1:{port}"
        finally:
            server.stdin.close()
            server.wait(timeout=60)


@pytest.fixture(scope="session")
def server(need: Need, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server's URI."""
    if uri := os.environ.get("SIMPUL_TEST_NEO4J_URI"):
        yield uri
        return
    need("neo4j", have_server(), WHY)
    with served(tmp_path_factory.mktemp("neo4j")) as uri:
        yield uri


@pytest.fixture
def uri(server: str) -> str:
    """The URI of a server that holds nothing of Simpul's."""
    with neo4j.GraphDatabase.driver(server) as driver:
        driver.execute_query("MATCH (n:Simpul) DETACH DELETE n")
    return server


@pytest.fixture(scope="session")
def homes(need: Need, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], AbstractContextManager[str]]:
    """Servers of their own, each with an empty home: the Community edition holds one database."""
    need("neo4j", have_server(), WHY)
    return lambda name: served(tmp_path_factory.mktemp(name))


@pytest.fixture(scope="session")
def imported(need: Need, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Path], AbstractContextManager[tuple[str, str]]]:
    """Imports the files of a folder with the server's own tool: gives what the tool said and the URI that serves them."""
    need("neo4j", have_server(), WHY)

    @contextmanager
    def imported(folder: Path) -> Iterator[tuple[str, str]]:
        home = tmp_path_factory.mktemp("imported")
        (home / "conf").mkdir()
        (home / "conf" / "neo4j.conf").touch()
        tool = ["java", "-Xmx2g", "-cp", f"{CLASSES}/*", "org.neo4j.cli.AdminTool"]
        done = subprocess.run(
            [*tool, "database", "import", "full", "neo4j", *import_options()],
            cwd=folder,
            env={**os.environ, "NEO4J_HOME": str(home), "NEO4J_CONF": str(home / "conf")},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout[-2_000:]
        with served(home) as uri:
            yield done.stdout, uri

    return imported
