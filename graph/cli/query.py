"""`simpul query`."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Graph
from graph.cli.output import data, say, show_table
from graph.errors import UsageError

if TYPE_CHECKING:
    from graph.query import Answer

EXAMPLES = (
    "Examples:  simpul query --list    |    simpul query --question NAME --set key=value    |    "
    "simpul query 'SELECT ?p WHERE { ?p a schema:Person }' --format csv"
)


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"
    TTL = "ttl"


def query(
    sparql: Annotated[str | None, typer.Argument(help="A SPARQL query; the prefixes of the graph are known.")] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="A file with the query.")] = None,
    question: Annotated[str | None, typer.Option("--question", "-q", help="A question that comes with Simpul.")] = None,
    values: Annotated[list[str] | None, typer.Option("--set", help="key=value for the question; bound, never pasted.")] = None,
    list_questions: Annotated[bool, typer.Option("--list", help="List the questions with their values.")] = False,
    format_: Annotated[Format | None, typer.Option("--format", help="By default a table on a terminal, else CSV.")] = None,
    limit: Annotated[int, typer.Option(min=1, help="At most so many rows; a note says where there are more.")] = 10_000,
    timeout: Annotated[float, typer.Option(min=0.1, help="Seconds after which the query is stopped.")] = 30.0,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Ask the graph: SPARQL text, a file, or one of the questions that come with Simpul."""
    if list_questions:
        _list()
        return
    if sum(way is not None for way in (sparql, file, question)) != 1:
        raise UsageError("give one of: SPARQL text, --file FILE, --question NAME (--list shows the questions)")
    if values and question is None:
        raise UsageError("--set gives values to a --question; write them into your own query")
    from graph.query import ask, ask_question

    given = _pairs(values or [])
    if question is not None:
        answer = ask_question(graph, question, given, rows=limit, seconds=timeout)
    else:
        answer = ask(graph, _text(file) if file is not None else sparql or "", rows=limit, seconds=timeout)
    _write(answer, format_ or (Format.TABLE if sys.stdout.isatty() else Format.CSV), _title(question, given))
    if answer.truncated:
        say(f"cut after {limit} rows, there are more; raise --limit, or add LIMIT and OFFSET to the query")


def _pairs(values: list[str]) -> dict[str, str]:
    pairs = {}
    for value in values:
        key, equals, rest = value.partition("=")
        if not equals:
            raise UsageError(f"--set {value}: write key=value")
        pairs[key.strip()] = rest.strip()
    return pairs


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{file}: the query cannot be read; name a file of UTF-8 text") from error


def _title(name: str | None, values: dict[str, str]) -> str:
    """What a table answers: the question in both languages, and the values that it was asked with."""
    from ontology.questions import questions

    if name is None:
        return ""
    question = questions()[name]
    asked = ", ".join(f"{p.name}={values.get(p.name, p.default)}" for p in question.parameters)
    return "\n".join(filter(None, (question.title, question.title_en, asked)))


def _write(answer: Answer, format_: Format, title: str) -> None:
    from graph.answers import as_csv, as_json, as_text, as_turtle

    match format_:
        case Format.TABLE:
            show_table(title, answer.columns, as_text(answer))
        case Format.CSV:
            data(as_csv(answer))
        case Format.JSON:
            data(as_json(answer))
        case Format.TTL:
            data(as_turtle(answer))


def _list() -> None:
    from ontology.questions import questions

    rows = []
    for question in questions().values():
        values = (f"{p.name}={p.default if p.default is not None else '(needed)'}" for p in question.parameters)
        rows.append((question.name, f"{question.title}\n{question.title_en}", "\n".join(values)))
    show_table("", ("question", "asks", "values"), rows)
