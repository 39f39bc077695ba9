"""An answer as text: for the eye, as CSV and JSON (the SPARQL 1.1 result formats), and as Turtle."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, serialize

from graph.errors import UsageError
from graph.query import Answer, Term
from ontology.namespaces import PREFIXES, expand, shorten

STRING = expand("xsd:string")


def as_text(answer: Answer) -> Iterator[tuple[str, ...]]:
    """Rows for a table on a terminal, with IRIs shortened by the known prefixes."""
    for row in answer.rows:
        yield tuple(shorten(term.value) if isinstance(term, NamedNode) else _value(term) for term in row)


def as_csv(answer: Answer) -> str:
    """SPARQL 1.1 Query Results CSV: plain values, an unbound one empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(answer.columns)
    writer.writerows([_value(term) for term in row] for row in answer.rows)
    return text.getvalue()


def as_json(answer: Answer) -> str:
    """SPARQL 1.1 Query Results JSON; `truncated` stands in the head where rows were cut."""
    bindings = [
        {column: _json_term(term) for column, term in zip(answer.columns, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    head: dict[str, object] = {"vars": list(answer.columns)}
    if answer.truncated:
        head["truncated"] = True
    return json.dumps({"head": head, "results": {"bindings": bindings}}, ensure_ascii=False, indent=1) + "\n"


def as_turtle(answer: Answer) -> str:
    """The triples of a CONSTRUCT or DESCRIBE query.

    Raises:
        UsageError: the answer is rows, not triples.
    """
    if not answer.graph:
        raise UsageError("ttl is for CONSTRUCT and DESCRIBE queries; choose --format csv or json")
    triples = [Triple(*row) for row in answer.rows]  # type: ignore[arg-type]
    return (serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()


def _value(term: Term | None) -> str:
    return "" if term is None else term.value


def _json_term(term: Term) -> dict[str, str]:
    if isinstance(term, NamedNode):
        return {"type": "uri", "value": term.value}
    if not isinstance(term, Literal):
        raise ValueError(f"Unexpected term: {term!r}")
    made = {"type": "literal", "value": term.value}
    if term.language:
        made["xml:lang"] = term.language
    elif term.datatype.value != STRING:
        made["datatype"] = term.datatype.value
    return made
