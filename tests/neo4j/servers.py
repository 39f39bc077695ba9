"""Starts the genuine Neo4j of `.neo4j/lib`, and runs its import tool; the tests and the timings use it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from graph.export.neo4j_csv import import_options

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
CLASSES = ROOT / ".neo4j" / "lib"


def have_server() -> bool:
    """Whether a server was fetched, and a JDK is there to start it."""
    return (ROOT / ".neo4j" / "complete").exists() and shutil.which("java") is not None


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


def import_files(folder: Path, home: Path) -> str:
    """What the import tool says of the files in `folder`, which it puts into a new database in `home`."""
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
    return done.stdout
