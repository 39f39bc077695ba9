"""Where the nodes stand, computed before the page is written: a browser that has to do it shows nothing for a minute.

Two steps, so that hidden kinds do not pull the picture apart: first the nodes that are drawn when the page opens, then the
others around them.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import networkx as nx
import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from graph.property_graph import Edge, Node

Places = dict[str, tuple[float, float]]

SEED = 7
FEW_NODES = 120
"""Up to here Kamada-Kawai, which shows distances truly and takes a second at 150 nodes; above it ForceAtlas2."""

WIDTH, HEIGHT = 165.0, 78.0
"""Pixels that a node takes with its name below it, in two lines or three."""

STEPS = 120
"""Rounds of forces; with more a part of 800 nodes changes little."""

STEPS_APART = 150
"""Rounds of pushing names apart; a part of 300 nodes is clear after some 60."""

LANDSCAPE = 1.5
"""Pages are wider than high."""


def positions(nodes: Iterable[Node], edges: Iterable[Edge], first: frozenset[str]) -> dict[str, tuple[int, int]]:
    """Coordinates in pixels by id; the same for the same graph. `first` are the labels that are drawn when the page opens."""
    labels = {node.id: node.labels[0] for node in nodes}
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(labels)
    graph.add_edges_from((edge.source, edge.target) for edge in edges if edge.source != edge.target)
    core = graph.subgraph([one for one, label in labels.items() if label in first])
    parts = [_part(graph.subgraph(sorted(part))) for part in nx.connected_components(core)]
    placed = _packed(sorted(parts, key=lambda part: (-len(part), min(part))))
    return {one: (round(x), round(y)) for one, (x, y) in {**placed, **_beside(graph, placed)}.items()}


def _part(part: nx.Graph[str]) -> Places:
    """A connected part by forces, with room for the names."""
    ordered: nx.Graph[str] = nx.Graph()  # a subgraph's own order is that of a set, which changes from run to run
    ordered.add_nodes_from(sorted(part))
    ordered.add_edges_from(sorted((min(edge), max(edge)) for edge in part.edges))
    names = list(ordered)
    if len(names) == 1:
        return {names[0]: (0.0, 0.0)}
    few = len(names) <= FEW_NODES
    drawn = nx.kamada_kawai_layout(ordered) if few else nx.forceatlas2_layout(ordered, max_iter=STEPS, seed=SEED)
    points = np.array([drawn[name] for name in names], dtype=float)
    points -= points.mean(axis=0)
    lengths = [math.dist(drawn[a], drawn[b]) for a, b in ordered.edges]
    points *= 0.7 * WIDTH / (float(np.median(lengths)) or 1.0)
    points[:, 0] *= LANDSCAPE
    return {name: (float(x), float(y)) for name, (x, y) in zip(names, _apart(points), strict=True)}


def _apart(points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Nodes whose names would lie over each other pushed apart, each pair along the shorter way."""
    box = np.array([WIDTH, HEIGHT])
    for _ in range(STEPS_APART):
        pairs = cKDTree(points / box).query_pairs(0.999, p=np.inf, output_type="ndarray")
        if not len(pairs):
            break
        a, b = pairs[:, 0], pairs[:, 1]
        gap = points[a] - points[b]
        over = (box - np.abs(gap)) / box
        shorter = over == over.min(axis=1, keepdims=True)
        push = 0.35 * np.where(gap < 0, -1.0, 1.0) * over * box * shorter
        np.add.at(points, a, push)
        np.add.at(points, b, -push)
    return points


def _packed(parts: list[Places]) -> Places:
    """The parts in rows, the largest first."""
    boxes = [(part, *_extent(part)) for part in parts]
    row_width = max([LANDSCAPE * math.sqrt(sum(w * h for *_, w, h in boxes)), *(w for *_, w, _ in boxes)], default=0.0)
    placed: Places = {}
    x = y = row_height = 0.0
    for part, left, top, width, height in boxes:
        if x and x + width > row_width:
            x, y, row_height = 0.0, y + row_height, 0.0
        placed |= {one: (px - left + x, py - top + y) for one, (px, py) in part.items()}
        x, row_height = x + width, max(row_height, height)
    return placed


def _extent(part: Places) -> tuple[float, float, float, float]:
    """Left, top, width and height of a part, with the room of its nodes."""
    xs, ys = [x for x, _ in part.values()], [y for _, y in part.values()]
    return min(xs) - WIDTH / 2, min(ys) - HEIGHT / 2, max(xs) - min(xs) + WIDTH, max(ys) - min(ys) + HEIGHT


def _beside(graph: nx.Graph[str], placed: Places) -> Places:
    """The other nodes on a sunflower around the middle of what they are joined to."""
    rest: Places = {}
    taken: dict[tuple[int, int], int] = {}
    for one in sorted(set(graph) - set(placed)):
        near = [placed[other] for other in sorted(graph[one]) if other in placed] or [(0.0, 0.0)]
        x, y = (sum(place[axis] for place in near) / len(near) for axis in (0, 1))
        cell = (round(x / WIDTH), round(y / WIDTH))
        turn = taken[cell] = taken.get(cell, 0) + 1
        angle, radius = turn * math.pi * (3 - math.sqrt(5)), WIDTH * 0.5 * math.sqrt(turn)
        rest[one] = (x + radius * math.cos(angle), y + radius * math.sin(angle))
    return rest
