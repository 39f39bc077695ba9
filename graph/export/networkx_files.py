"""The property graph as GraphML and GEXF, for networkx, Gephi and yEd.

Neither format has lists, so a list is written as a JSON array: nothing is lost and `json.loads` reads it back.
"""

from __future__ import annotations

import calendar
import json
import re
from pathlib import Path
from xml.etree.ElementTree import ElementTree

import networkx as nx
from networkx.readwrite.gexf import GEXFWriter
from networkx.readwrite.graphml import GraphMLWriter
from pyoxigraph import Store

from graph.export.files import replacing
from graph.property_graph import Node, Properties, edges, nodes, period

FULL_DATE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")


def export_graphml(store: Store, target: Path, *, force: bool = False) -> None:
    """Writes the property graph to `target` as GraphML with typed attributes.

    Raises:
        ExportError: the file cannot be written, or is not Simpul's and `force` is not given.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node in nodes(store):
        graph.add_node(node.id, label=node.properties.get("name", ""), type=node.labels[0], **_flat(node.properties))
    for edge in edges(store):
        graph.add_edge(edge.source, edge.target, key=edge.id, type=edge.type, **_flat(edge.properties))
    writer = GraphMLWriter(graph, edge_id_from_attribute=None)
    with replacing(target, force=force) as file:
        writer.dump(file)


def export_gexf(store: Store, target: Path, *, force: bool = False) -> None:
    """Writes the property graph to `target` as GEXF 1.2; Gephi reads `start` and `end` as the time of node or edge.

    A partial date spans what it leaves open (`2024-02` is 1 to 29 February); the date as it is stands beside it.

    Raises:
        ExportError: the file cannot be written, or is not Simpul's and `force` is not given.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph(mode="dynamic")
    for node in nodes(store):
        p, time = _flat(node.properties), _time_of_node(node)
        graph.add_node(node.id, label=p.get("name", ""), type=node.labels[0], **p, **time)
    for edge in edges(store):
        p, time = _flat(edge.properties), _interval(*period(edge))
        graph.add_edge(edge.source, edge.target, key=edge.id, id=edge.id, label=edge.type, **p, **time)
    writer = GEXFWriter(graph)
    for meta in writer.xml.findall("meta"):
        writer.xml.remove(meta)  # it holds today's date: the same graph shall give the same file
    with replacing(target, force=force) as file:
        ElementTree(writer.xml).write(file, encoding="utf-8", xml_declaration=True)


def _flat(properties: Properties) -> dict[str, str | float | bool]:
    return {k: json.dumps(v, ensure_ascii=False) if isinstance(v, list) else v for k, v in properties.items()}


def _time_of_node(node: Node) -> dict[str, str]:
    """When an event was, when an article came out; other nodes have no time."""
    p = node.properties
    first = p.get("date") or p.get("published")
    return _interval(first, p.get("until") or first)


def _interval(first: object, last: object) -> dict[str, str]:
    """The days that two partial dates may span: `2024-02`, `2024` -> 2024-02-01 to 2024-12-31."""
    start, end = (FULL_DATE.fullmatch(d) if isinstance(d, str) else None for d in (first, last))
    if start is None or end is None:
        return {}
    year, month = end[1], end[2] or "12"
    day = end[3] or str(calendar.monthrange(int(year), int(month))[1])
    return {"start": f"{start[1]}-{start[2] or '01'}-{start[3] or '01'}", "end": f"{year}-{month}-{day}"}
