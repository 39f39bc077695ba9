"""Import files for `neo4j-admin database import full`: one CSV file for each label and type, and the command to run.

Lists are parted by U+001F (UNIT SEPARATOR), which no property holds: the tool's own `;` stands in many a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Final, TextIO

from pyoxigraph import Store

from graph.export.cypher import constraints
from graph.export.files import replacing_files
from graph.property_graph import Properties, Value, edges, nodes
from graph.property_schema import BASE_LABEL, LABELS, TYPES, Kind, Property, edge_properties, node_properties

SEPARATOR: Final = "\x1f"
CONSTRAINTS_FILE: Final = "constraints.cypher"
COMMAND_FILE: Final = "import.sh"
FILES: Final = (*(f"{name}.csv" for name in (*LABELS, *TYPES)), CONSTRAINTS_FILE, COMMAND_FILE)
TYPED: Final = {Kind.TEXTS: ":string[]", Kind.NUMBER: ":double", Kind.FLAG: ":boolean"}


def export_neo4j_csv(store: Store, target: Path, *, force: bool = False) -> str:
    """Fills the folder `target` and returns the command that imports it, which also stands in its `import.sh`.

    `constraints.cypher` beside it is to be run once the database is up. Memory does not grow with the graph.

    Raises:
        ExportError: a file cannot be written, or is not Simpul's and `force` is not given.
    """
    with replacing_files(target, FILES, force=force) as folder:
        with ExitStack() as stack:
            tables = {label: _Table(stack, folder, label, ["id:ID"], node_properties(label)) for label in LABELS}
            for node in nodes(store):
                tables[node.labels[0]].write([node.id], node.properties)
        with ExitStack() as stack:
            ends = ["id", ":START_ID", ":END_ID"]
            tables = {type_: _Table(stack, folder, type_, ends, edge_properties(type_)) for type_ in TYPES}
            for edge in edges(store):
                tables[edge.type].write([edge.id, edge.source, edge.target], edge.properties)
        (folder / CONSTRAINTS_FILE).write_text("".join(f"{c};\n" for c in constraints()), encoding="utf-8")
        script = f"#!/bin/sh\n# Run it in this folder, with the database stopped and new.\n{import_command()}\n"
        (folder / COMMAND_FILE).write_text(script, encoding="utf-8")
    return import_command()


def import_command() -> str:
    """The command that imports the files into a new database, to be run in their folder."""
    return " \\\n    ".join(["neo4j-admin database import full neo4j", *import_options()])


def import_options() -> list[str]:
    """The options of `neo4j-admin database import full` that name the files and say how to read them."""
    return [
        *(f"--nodes={label}:{BASE_LABEL}={label}.csv" for label in LABELS),
        *(f"--relationships={type_}={type_}.csv" for type_ in TYPES),
        "--id-type=string",
        "--array-delimiter=U+001F",
        "--multiline-fields=true",
        "--read-buffer-size=16m",  # the longest field that the tool takes; by default 4 MB
    ]


class _Table:
    """One file: a header that names and types the columns, then a line for each node or relationship."""

    def __init__(self, stack: ExitStack, folder: Path, name: str, ends: list[str], properties: tuple[Property, ...]) -> None:
        self._file: TextIO = stack.enter_context((folder / f"{name}.csv").open("w", encoding="utf-8", newline=""))
        self._columns = [one.name for one in properties]
        self._line([*ends, *(one.name + TYPED.get(one.kind, "") for one in properties)])

    def write(self, ends: list[str], properties: Properties) -> None:
        self._line([*ends, *map(properties.get, self._columns)])

    def _line(self, cells: Iterable[Value | None]) -> None:
        self._file.write(",".join(map(_cell, cells)) + "\n")


def _cell(value: Value | None) -> str:
    """A cell by RFC 4180. The tool tells nothing (no property) from `""` (an empty text), which `csv.writer` cannot write."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, list):
        return _quoted(SEPARATOR.join(value))
    if value is None:
        return ""
    return repr(value).lower()  # `true`, `1250.5`


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'
