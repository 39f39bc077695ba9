"""The answer to a SELECT as lines, read in one go: Oxigraph writes it as TSV while other threads of Python run on.

Cells become text when they are asked for. Going through the solutions one by one takes Python's lock for each and makes two
threads wait for one another all the time.
"""

from __future__ import annotations

import re
from typing import Final, cast

from pyoxigraph import QueryResultsFormat, QuerySolutions, Store

from ontology.namespaces import PREFIXES

ESCAPED: Final = re.compile(r"\\(.)")
UNESCAPED: Final = {"t": "\t", "n": "\n", "r": "\r", '"': '"', "\\": "\\"}


def lines(store: Store, query: str) -> list[str]:
    """The rows of the answer, their cells parted by tabs; `text` and `language` read one."""
    solutions = cast("QuerySolutions", store.query(query, prefixes=PREFIXES))
    answer = solutions.serialize(format=QueryResultsFormat.TSV) or b""
    return answer.decode().split("\n")[1:-1]


def text(cell: str) -> str:
    """The value of `<urn:x>`, `"teks"`, `"teks"@id`, `"2024"^^<...gYear>`, `12` and `true`, as SPARQL's TSV writes terms."""
    if cell.startswith('"'):
        value = cell[1 : cell.rindex('"')]
        return ESCAPED.sub(lambda match: UNESCAPED[match[1]], value) if "\\" in value else value
    return cell[1:-1] if cell.startswith("<") else cell


def language(cell: str) -> str:
    """The language of a text, if it has one."""
    _, _, rest = cell.rpartition('"')
    return rest[1:] if rest.startswith("@") else ""
