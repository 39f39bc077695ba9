"""SPARQL on the knowledge graph: read only, in a process that can be stopped.

Oxigraph has no time limit and would call what `SERVICE` names, so a query is parsed first (by rdflib), and runs in a process
of its own with limits of time and memory. It only ever sees the knowledge graph. Values are bound to variables, never pasted.
"""

from __future__ import annotations

import re
import resource
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from typing import cast

from pyoxigraph import BlankNode, Literal, NamedNode, QueryBoolean, QueryTriples, Store, Triple, Variable

from graph.errors import QueryError, QueryTimeout, SimpulError, UsageError
from graph.store import opened
from loaders.child import start
from ontology.namespaces import PREFIXES, expand
from ontology.questions import Parameter, questions

Term = NamedNode | Literal

SECONDS = 30.0
MEMORY = 4 << 30  # bytes of address space; RocksDB maps the files of a million triples in less than one GiB
ROWS = 10_000
PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
REFUSED = {
    "ServiceGraphPattern": "SERVICE asks another server",
    "DatasetClause": "FROM names another graph; the knowledge graph is the only one",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a query found. `graph` says that the rows are triples; `truncated` that there are more rows than these."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]
    graph: bool = False
    truncated: bool = False


def ask(
    graph: Path,
    sparql: str,
    values: Mapping[str, Term] | None = None,
    *,
    rows: int = ROWS,
    seconds: float = SECONDS,
    memory: int = MEMORY,
) -> Answer:
    """Run a query on the graph in folder `graph`, with `values` bound to its variables.

    Raises:
        QueryError: it is not SPARQL, or asks for what is not allowed.
        QueryTimeout: it ran longer than `seconds`.
        UsageError: there is no graph.
        SimpulError: it needed more than `memory` bytes.
    """
    data = opened(graph).data
    # Standard error is closed: it would have Rust's last words when memory runs out.
    child = start(_serve, subprocess.DEVNULL, data, sparql, dict(values or {}), rows, memory)
    try:
        if not child.pipe.poll(seconds):
            raise QueryTimeout(f"the query ran longer than {seconds:g} seconds and was stopped; narrow it, or raise --timeout")
        answer = child.pipe.recv()
    except (EOFError, ConnectionResetError) as error:
        raise SimpulError(f"the query needed more than {memory >> 20} MB of memory and was stopped; narrow it") from error
    finally:
        child.stop()
    if isinstance(answer, SimpulError):
        raise answer
    return cast("Answer", answer)


def ask_question(
    graph: Path, name: str, given: Mapping[str, str], *, rows: int = ROWS, seconds: float = SECONDS, memory: int = MEMORY
) -> Answer:
    """Answer a question that comes with Simpul (`ontology.questions`), with values for its parameters.

    The question selects its parameters, so that they can be bound; the answer leaves these columns out.

    Raises:
        UsageError: no question or parameter of this name, or a value that does not fit; otherwise as `ask`.
    """
    known = questions()
    if name not in known:
        raise UsageError(f"no question is called {name!r}; known are {', '.join(known)}")
    parameters = {parameter.name: parameter for parameter in known[name].parameters}
    if unknown := [key for key in given if key not in parameters]:
        raise UsageError(f"{name}: has no value {unknown[0]!r}; it knows {', '.join(parameters) or 'none'}")
    values = {key: _bound(name, parameter, given.get(key, parameter.default)) for key, parameter in parameters.items()}
    answer = ask(graph, known[name].sparql, values, rows=rows, seconds=seconds, memory=memory)
    shown = [number for number, column in enumerate(answer.columns) if column not in values]
    return replace(
        answer,
        columns=tuple(answer.columns[n] for n in shown),
        rows=tuple(tuple(row[n] for n in shown) for row in answer.rows),
    )


def checked(sparql: str) -> str:
    """The query, its line ends made plain, if it only reads the knowledge graph.

    Raises:
        QueryError: it does not parse, or asks for what is not allowed.
    """
    from pyparsing import ParseBaseException, ParseResults
    from rdflib.plugins.sparql.parser import parseQuery

    # A comment ends at CR for Oxigraph, not for rdflib: `# x\rSERVICE ...` would pass unseen.
    plain = sparql.replace("\r\n", "\n").replace("\r", "\n")
    try:
        parsed = parseQuery(plain)
    except ParseBaseException as error:
        near = error.line.strip()[:60]
        raise QueryError(f"not a SPARQL query (line {error.lineno}, column {error.column}): {near!r}") from None
    except RecursionError:
        raise QueryError("the query is nested too deeply; write it flatter") from None
    waiting: list[object] = [parsed]
    while waiting:
        part = waiting.pop()
        if (name := getattr(part, "name", "")) in REFUSED:
            raise QueryError(f"the query is refused: {REFUSED[name]}")
        if isinstance(part, (list, ParseResults)):  # first: a ParseResults is a mapping, too, of nothing
            waiting.extend(part)
        elif isinstance(part, Mapping):
            waiting.extend(part.values())
    return plain


def _bound(question: str, parameter: Parameter, value: str | None) -> Term:
    if value is None:
        raise UsageError(f"{question}: needs a value: --set {parameter.name}=... ({parameter.description})")
    if parameter.type == "integer":
        if not value.lstrip("-").isdigit():
            raise UsageError(f"{question}: {parameter.name} must be a whole number, not {value!r}")
        return Literal(value, datatype=NamedNode(expand("xsd:integer")))
    if parameter.type == "date" and PARTIAL_DATE.fullmatch(value) is None:
        raise UsageError(f"{question}: {parameter.name} must be a date such as 2024-03-04, 2024-03 or 2024, not {value!r}")
    return Literal(value)


def _serve(pipe: Connection, data: Path, sparql: str, values: dict[str, Term], rows: int, memory: int) -> None:
    """In the process of the query: everything is read out here, since results may not leave the thread that made them."""
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    try:
        answer: Answer | SimpulError = run(Store.read_only(str(data)), checked(sparql), values, rows=rows)
    except SimpulError as error:
        answer = error
    pipe.send(answer)


def run(store: Store, sparql: str, values: Mapping[str, Term], *, rows: int = ROWS) -> Answer:
    """Evaluate a checked query here and now, without limits. The variables of `values` must be among those selected.

    Raises:
        QueryError: Oxigraph does not take the query (an unknown prefix, say).
    """
    bound: dict[Variable, NamedNode | BlankNode | Literal | Triple] = {Variable(n): value for n, value in values.items()}
    try:
        found = store.query(sparql, prefixes=PREFIXES, substitutions=bound)
    except SyntaxError as error:
        raise QueryError(f"not a SPARQL query: {error}") from error
    except RuntimeError as error:  # a bound variable is not among those selected
        raise QueryError(f"the values do not fit the query: {error}") from error
    if isinstance(found, QueryBoolean):
        truth = Literal("true" if found else "false", datatype=NamedNode(expand("xsd:boolean")))
        return Answer(columns=("answer",), rows=((truth,),))
    if isinstance(found, QueryTriples):
        triples = [(t.subject, t.predicate, t.object) for t in islice(found, rows + 1)]
        columns: tuple[str, ...] = ("subject", "predicate", "object")
        return Answer(columns=columns, rows=tuple(triples[:rows]), graph=True, truncated=len(triples) > rows)
    columns = tuple(variable.value for variable in found.variables)
    solutions = [tuple(solution[name] for name in columns) for solution in islice(found, rows + 1)]
    return Answer(columns=columns, rows=tuple(solutions[:rows]), truncated=len(solutions) > rows)
