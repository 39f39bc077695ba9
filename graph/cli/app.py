"""The program: its commands, and what becomes of an error or an interruption."""

from __future__ import annotations

import signal
import sys
from importlib.metadata import version
from types import FrameType
from typing import Annotated, Never

import typer

from graph.cli import build, check, evaluate, export, info, query, show, tables
from graph.cli.codes import FAILED, INTERRUPTED, WRONG_CALL
from graph.cli.output import data, say
from graph.errors import SimpulError, UsageError
from loaders.errors import LoaderError
from ontology.errors import OntologyError

app = typer.Typer(
    name="simpul",
    epilog="Exit codes: 0 done, 1 failed, 2 the call is wrong, 3 inputs left out, 4 a check found something, 130 interrupted.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        data(f"simpul {version('simpul')}\n")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """A knowledge graph from Indonesian local-government news: build it, ask it, see it, take it elsewhere."""


app.command(epilog=build.EXAMPLES)(build.build)
app.command(epilog=query.EXAMPLES)(query.query)
app.command(epilog=tables.EXAMPLES)(tables.tables)
app.command(epilog=show.EXAMPLES)(show.show)
app.add_typer(export.app, name="export")
app.command(epilog=check.EXAMPLES)(check.check)
app.command(epilog=evaluate.EXAMPLES)(evaluate.evaluate)
app.command(epilog=info.EXAMPLES)(info.info)


def main() -> None:
    """Run the program; an error is one sentence on standard error and an exit code, never a traceback."""
    signal.signal(signal.SIGINT, _interrupted)
    try:
        app()
    except UsageError as error:
        _fail(str(error), WRONG_CALL)
    except (SimpulError, LoaderError, OntologyError) as error:
        _fail(str(error), FAILED)
    except OSError as error:
        _fail(f"{error.filename or 'the system'}: {error.strerror or error}", FAILED)


def _fail(message: str, code: int) -> Never:
    say(f"simpul: {message}")
    sys.exit(code)


def _interrupted(_number: int, _frame: FrameType | None) -> Never:
    say("simpul: interrupted; the graph is as it was")
    sys.exit(INTERRUPTED)
