"""The Cypher that brings the property graph into Neo4j, and the graph as one Cypher script for small graphs.

Labels and types come from the closed list of `graph.property_schema`; all that an article says is a parameter, in a script a
quoted text, so a name such as ``x`) DETACH DELETE (n`` is only ever a value. The Cypher is common to Cypher 5 and 25.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Store

from graph.export.files import replacing
from graph.property_graph import Edge, Node, edges, nodes
from graph.property_schema import BASE_LABEL, LABELS, TYPES

SCRIPT_BATCH: Final = 100
"""Rows of one statement of a script: a longer one is slow to parse, as every value is part of the text."""

Row = dict[str, Any]
"""`id`, `properties`, and of a relationship `source` and `target`."""

# Into a database that holds nothing of ours: no look-up for each row, and half as long.
CREATE_NODES: Final = {label: f"UNWIND $rows AS row CREATE (n:{BASE_LABEL}:{label}) SET n = row.properties" for label in LABELS}
CREATE_EDGES: Final = {
    type_: f"UNWIND $rows AS row MATCH (a:{BASE_LABEL} {{id: row.source}}) MATCH (b:{BASE_LABEL} {{id: row.target}}) "
    f"CREATE (a)-[r:{type_}]->(b) SET r = row.properties"
    for type_ in TYPES
}

# `SET n = ` and not `+=`: a property that the graph no longer has goes.
MERGE_NODES: Final = {
    label: f"UNWIND $rows AS row MERGE (n:{BASE_LABEL} {{id: row.id}}) SET n:{label} SET n = row.properties" for label in LABELS
}
MERGE_EDGES: Final = {
    type_: f"UNWIND $rows AS row MATCH (a:{BASE_LABEL} {{id: row.source}}) MATCH (b:{BASE_LABEL} {{id: row.target}}) "
    f"MERGE (a)-[r:{type_} {{id: row.id}}]->(b) SET r = row.properties"
    for type_ in TYPES
}

# A batch and the note that it is written are one transaction; an export that ends takes its notes away.
ANY: Final = f"MATCH (n:{BASE_LABEL}) RETURN 1 LIMIT 1"
NOTE_BATCH: Final = f"MERGE (:{BASE_LABEL}:SimpulBatch {{id: $id}})"
FIND_BATCHES: Final = "MATCH (b:SimpulBatch) RETURN b.id"
FORGET_BATCHES: Final = "MATCH (b:SimpulBatch) DELETE b"

# Relationships of ours have the type and the id of one; those that others drew between our nodes have not.
FIND_NODES: Final = f"MATCH (n:{BASE_LABEL}) RETURN n.id, elementId(n)"
FIND_EDGES: Final = (
    f"MATCH (:{BASE_LABEL})-[r:{'|'.join(TYPES)}]->(:{BASE_LABEL}) WHERE r.id IS NOT NULL RETURN r.id, elementId(r)"
)
DELETE_NODES: Final = "UNWIND $rows AS row MATCH (n) WHERE elementId(n) = row.id DETACH DELETE n"
DELETE_EDGES: Final = "UNWIND $rows AS row MATCH ()-[r]->() WHERE elementId(r) = row.id DELETE r"


def constraints() -> list[str]:
    """The statements that a database needs first: ids are unique, names are indexed.

    Uniqueness alone, for the Community edition knows no node keys; of relationships it is known from Neo4j 5.7 on.
    """
    return [
        f"CREATE CONSTRAINT simpul_id IF NOT EXISTS FOR (n:{BASE_LABEL}) REQUIRE n.id IS UNIQUE",
        f"CREATE INDEX simpul_name IF NOT EXISTS FOR (n:{BASE_LABEL}) ON (n.name)",
        *(f"CREATE CONSTRAINT simpul_{t.lower()}_id IF NOT EXISTS FOR ()-[r:{t}]-() REQUIRE r.id IS UNIQUE" for t in TYPES),
    ]


def node_row(node: Node) -> Row:
    """A node as a parameter of `MERGE_NODES`."""
    return {"id": node.id, "properties": {"id": node.id, **node.properties}}


def edge_row(edge: Edge) -> Row:
    """A relationship as a parameter of `MERGE_EDGES`."""
    properties = {"id": edge.id, **edge.properties}
    return {"id": edge.id, "source": edge.source, "target": edge.target, "properties": properties}


def batches(rows: Iterable[tuple[str, Row]], size: int) -> Iterator[tuple[str, list[Row]]]:
    """Rows by label or type, `size` at a time; only unfinished batches are held."""
    waiting: dict[str, list[Row]] = {}
    for name, row in rows:
        batch = waiting.setdefault(name, [])
        batch.append(row)
        if len(batch) == size:
            yield name, waiting.pop(name)
    yield from waiting.items()


def export_cypher(store: Store, target: Path, *, force: bool = False) -> None:
    """Writes the property graph to `target` as a script for `cypher-shell --file`. For graphs of some 10,000 facts at most.

    Raises:
        ExportError: the file cannot be written, or is not Simpul's and `force` is not given.
    """
    with replacing(target, force=force) as file:
        for statement in _statements(store):
            file.write(f"{statement};\n".encode())


def _statements(store: Store) -> Iterator[str]:
    yield from constraints()
    for label, rows in batches(((node.labels[0], node_row(node)) for node in nodes(store)), SCRIPT_BATCH):
        yield MERGE_NODES[label].replace("$rows", _literal(rows), 1)
    for type_, rows in batches(((edge.type, edge_row(edge)) for edge in edges(store)), SCRIPT_BATCH):
        yield MERGE_EDGES[type_].replace("$rows", _literal(rows), 1)


def _literal(value: object) -> str:
    """A value as Cypher: as in JSON, but the keys of a map (ours, never an article's) are bare."""
    match value:
        case dict():
            return "{" + ", ".join(f"{key}: {_literal(one)}" for key, one in value.items()) + "}"
        case list():
            return "[" + ", ".join(_literal(one) for one in value) + "]"
    return json.dumps(value)
