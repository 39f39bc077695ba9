"""Where the nodes stand, computed before the page is written: a browser that has to do it shows nothing for a minute.

Two steps, so that hidden kinds do not pull the picture apart: first the nodes that are drawn when the page opens, then the
others around them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import networkx as nx

from graph.property_graph import Edge, Node

SEED = 7
STEPS = 200
SPREAD = 95
"""Pixels: the room of one node with its label, in each direction."""


def positions(nodes: Iterable[Node], edges: Iterable[Edge], first: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Coordinates in pixels by id; the same for the same graph. `first` are the labels that are drawn when the page opens."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from((node.id, {"first": node.labels[0] in first}) for node in nodes)
    graph.add_edges_from((edge.source, edge.target) for edge in edges if edge.source != edge.target)
    core = graph.subgraph([one for one, shown in graph.nodes(data="first") if shown]).copy()
    placed = _placed(core)
    rest = _beside(graph, placed)
    return {one: (round(x), round(y)) for one, (x, y) in {**placed, **rest}.items()}


def _placed(graph: nx.Graph[str]) -> dict[str, tuple[float, float]]:
    """Connected parts by forces, each in its own circle, then all packed; nodes alone in a grid below."""
    if not graph:
        return {}
    size = SPREAD * math.sqrt(len(graph))
    found = nx.forceatlas2_layout(graph, max_iter=STEPS, seed=SEED, scaling_ratio=4.0, gravity=1.5)
    reach = max(abs(float(v)) for place in found.values() for v in place) or 1.0
    return {one: (float(x) / reach * size, float(y) / reach * size) for one, (x, y) in found.items()}


def _beside(graph: nx.Graph[str], placed: dict[str, tuple[float, float]]) -> dict[str, tuple[float, float]]:
    """The other nodes on a sunflower around the middle of what they are joined to."""
    rest: dict[str, tuple[float, float]] = {}
    taken: dict[tuple[int, int], int] = {}
    for one in sorted(set(graph) - set(placed)):
        near = [placed[other] for other in graph[one] if other in placed] or [(0.0, 0.0)]
        x, y = (sum(place[axis] for place in near) / len(near) for axis in (0, 1))
        cell = (round(x / SPREAD), round(y / SPREAD))
        turn = taken[cell] = taken.get(cell, 0) + 1
        angle, radius = turn * math.pi * (3 - math.sqrt(5)), SPREAD * 0.55 * math.sqrt(turn)
        rest[one] = (x + radius * math.cos(angle), y + radius * math.sin(angle))
    return rest
