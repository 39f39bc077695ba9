"""The answer to a SELECT as lines, read in one go: Oxigraph writes it as TSV while other threads of Python run on.

Cells become text when they are asked for. Going through the solutions one by one takes Python's lock for each and makes two
threads wait for one another all the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple, cast

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from ontology.namespaces import PREFIXES

ESCAPED: Final = re.compile(r"\\(.)")
UNESCAPED: Final = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\"}


class Term(NamedTuple):
    """An IRI, or a literal with its language."""

    value: str
    language: str = ""


def lines(store: Store, query: str) -> list[str]:
    """The rows of the answer; `terms` reads one."""
    solutions = cast("QuerySolutions", store.query(query, prefixes=PREFIXES))
    answer = solutions.serialize(format=QueryResultsFormat.TSV) or b""
    return answer.decode().split("\n")[1:-1]


def terms(line: str) -> Iterator[Term]:
    """The terms of a row, in the order of its variables."""
    return map(_term, line.split("\t"))


def _term(cell: str) -> Term:
    """`<urn:x>`, `"teks"`, `"teks"@id`, `"2024"^^<...gYear>`, `12` and `true` as SPARQL's TSV writes them."""
    if cell.startswith("<"):
        return Term(cell[1:-1])
    if not cell.startswith('"'):
        return Term(cell)
    text, _, rest = cell[1:].rpartition('"')
    if "\\" in text:
        text = ESCAPED.sub(lambda match: UNESCAPED[match[1]], text)
    return Term(text, rest[1:] if rest.startswith("@") else "")
