"""A genuine Neo4j for the tests: the one that `SIMPUL_TEST_NEO4J_URI` names, else one started from `.neo4j/lib`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import neo4j
import pytest
from pyoxigraph import Store

sys.path.append(str(Path(__file__).parent))
from servers import ROOT, have_server, import_files, served

Need = Callable[[str, bool, str], None]
WHY = "no Neo4j here: `make neo4j` fetches one (it needs a JDK), or set SIMPUL_TEST_NEO4J_URI"


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(path=ROOT / "tests" / "graph" / "small.ttl")
    return store


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
        said = import_files(folder, home)
        with served(home) as uri:
            yield said, uri

    return imported
