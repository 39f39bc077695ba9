"""The overview of a graph too large to draw: sub-districts and larger areas, agencies and programmes, and what joins them.

Not merely the biggest hubs: each of the three kinds gets its share, and two of them are joined where an event, a figure, a
person or an article has to do with both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from graph.property_graph import Edge, Node

MOST_JOINED = 12
"""A node with more neighbours in the overview joins nothing in particular, as the article that lists all agencies of a city."""

MOST_NODES = 300
"""As many names as can be read on one screen, at twice the zoom."""

MOST_DIRECT, MOST_EDGES = 500, 700
"""Lines that can still be told apart: those that stand in the graph first, the rest for what joins."""

SHOWN_JOINERS = 5
"""Of the nodes that join two, so many give their evidence; the number of all stands beside."""


def overview(nodes: Sequence[Node], edges: Sequence[Edge]) -> tuple[tuple[Node, ...], tuple[Edge, ...]]:
    """The most reported areas, agencies and programmes, the relationships between them, and `JOINED` where others join them."""
    weights = Counter(end for edge in edges if edge.properties for end in (edge.source, edge.target))
    groups: dict[str, list[Node]] = {"Area": [], "Organization": [], "Program": []}
    for node in nodes:
        if _belongs(node):
            groups[node.labels[0]].append(node)
    kept = {node.id: node for group in _shares(groups, weights) for node in group}
    direct = [edge for edge in edges if edge.source in kept and edge.target in kept]
    direct = sorted(direct, key=_links_first)[:MOST_DIRECT]
    joined = _joined(edges, kept)[: MOST_EDGES - len(direct)]
    return tuple(sorted(kept.values(), key=lambda node: node.id)), (*direct, *joined)


def _links_first(edge: Edge) -> tuple[bool, int, str]:
    """Where things lie and belong, which bears no evidence, then what most sentences state."""
    return bool(edge.properties), -len(_texts(edge, "evidence")), edge.id


def _belongs(node: Node) -> bool:
    """Areas down to the kecamatan (`18.72.01`), bodies of a kind that the register knows, programmes."""
    match node.labels[0]:
        case "Area":
            code = node.properties.get("code")
            return isinstance(code, str) and code.count(".") <= 2
        case "Organization":
            return "kind" in node.properties
        case label:
            return label == "Program"


def _shares(groups: dict[str, list[Node]], weights: Counter[str]) -> Iterable[list[Node]]:
    """The most reported of each group; what a small group leaves of its share goes to the others."""
    left = MOST_NODES
    for place, group in enumerate(sorted(groups.values(), key=len)):
        share = left // (len(groups) - place)
        ranked = sorted(group, key=lambda node: (-weights[node.id], node.id))
        left -= len(ranked[:share])
        yield ranked[:share]


def _joined(edges: Sequence[Edge], kept: dict[str, Node]) -> list[Edge]:
    """A relationship for every two nodes that others join, the most joined first."""
    touching: dict[str, dict[str, Edge]] = {}
    for edge in edges:
        for inside, outside in ((edge.source, edge.target), (edge.target, edge.source)):
            if edge.properties and inside in kept and outside not in kept:
                touching.setdefault(outside, {}).setdefault(inside, edge)
    count: Counter[tuple[str, str]] = Counter()
    through: dict[tuple[str, str], list[Edge]] = {}
    for _, ends in sorted(touching.items()):
        if len(ends) <= MOST_JOINED:
            for pair in combinations(sorted(ends), 2):
                count[pair] += 1
                if count[pair] <= SHOWN_JOINERS:
                    through.setdefault(pair, []).extend(ends[end] for end in pair)
    return [_join(pair, n, through[pair]) for pair, n in sorted(count.items(), key=lambda item: (-item[1], item[0]))]


def _join(pair: tuple[str, str], count: int, through: list[Edge]) -> Edge:
    """One relationship that stands for all that joins two nodes."""
    claims = dict.fromkeys(claim for edge in through for claim in zip(*(_texts(edge, name) for name in PARALLEL), strict=True))
    lists = {name: [claim[place] for claim in claims] for place, name in enumerate(PARALLEL)}
    return Edge(f"{pair[0]}#JOINED-{pair[1]}", "JOINED", *pair, {"joined": float(count), **lists})


PARALLEL = ("articles", "evidence", "published", "modalities")


def _texts(edge: Edge, name: str) -> list[str]:
    value = edge.properties.get(name)
    return value if isinstance(value, list) else []
