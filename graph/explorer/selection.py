"""Which nodes and relationships a page shows: all of a small graph, what lies around a name, or an overview of a large one."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.errors import UsageError
from graph.explorer.overview import overview
from graph.property_graph import Edge, Node, period

MOST_NODES = 1_000
"""Nodes of a page: with 2,000 a laptop without a graphics card needs a tenth of a second for each frame."""

PARTIAL_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class View:
    """What a page shows. `note` and `note_en` say what was left out, empty where nothing was."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    note: str = ""
    note_en: str = ""


def select(
    nodes: Sequence[Node],
    edges: Sequence[Edge],
    *,
    around: str | None = None,
    depth: int = 1,
    date_from: str | None = None,
    date_to: str | None = None,
) -> View:
    """The part of a graph that a page shows.

    Raises:
        UsageError: nothing is named `around`, or a date is no date.
    """
    if date_from is not None or date_to is not None:
        edges = [edge for edge in edges if not edge.properties or _within(period(edge), date_from, date_to)]
        dated = {end for edge in edges if edge.properties for end in (edge.source, edge.target)}
        nodes = [node for node in nodes if node.id in dated]
    if around is not None:
        return _around(nodes, edges, around, depth)
    if len(nodes) > MOST_NODES:
        return _overview(nodes, edges)
    return View(tuple(nodes), _between({node.id for node in nodes}, edges))


def _within(dates: tuple[str, str], date_from: str | None, date_to: str | None) -> bool:
    """Whether a fact's dates may fall into a period: `2024-03` may from 2024-03-15 on. Undated facts do not."""
    first, last = dates
    for limit in (date_from, date_to):
        if limit is not None and not PARTIAL_DATE.fullmatch(limit):
            raise UsageError(f"{limit!r}: is no date; write it like 2024, 2024-03 or 2024-03-05")
    after = date_from is None or last[: len(date_from)] >= date_from[: len(last)]
    before = date_to is None or first[: len(date_to)] <= date_to[: len(first)]
    return bool(first) and after and before


def _around(nodes: Sequence[Node], edges: Sequence[Edge], around: str, depth: int) -> View:
    """The nodes within `depth` steps of those with this name; the farthest are left out where they are too many."""
    found = {node.id for node in nodes if around.casefold() in _names(node)}
    if not found:
        raise UsageError(f"nothing is named {around!r}{_suggestion(nodes, around)}")
    neighbours: dict[str, list[str]] = {}
    for edge in edges:
        neighbours.setdefault(edge.source, []).append(edge.target)
        neighbours.setdefault(edge.target, []).append(edge.source)
    reached, newest = set(found), found
    for _ in range(depth):
        newest = {other for one in newest for other in neighbours.get(one, ())} - reached
        room = MOST_NODES - len(reached)
        if len(newest) > room:
            ranked = sorted(newest, key=lambda one: (-len(neighbours[one]), one))
            kept = reached | set(ranked[:room])
            return _cut(nodes, edges, kept, around)
        reached |= newest
    return View(tuple(node for node in nodes if node.id in reached), _between(reached, edges))


def _cut(nodes: Sequence[Node], edges: Sequence[Edge], kept: set[str], around: str) -> View:
    return View(
        tuple(node for node in nodes if node.id in kept),
        _between(kept, edges),
        f"Sekitar {around} terlalu banyak: hanya {len(kept)} simpul yang paling terhubung digambar; kurangi --depth.",
        f"Too much around {around}: only the {len(kept)} best connected nodes are drawn; lower --depth.",
    )


def _overview(nodes: Sequence[Node], edges: Sequence[Edge]) -> View:
    kept, joins = overview(nodes, edges)
    shown, total = len(kept), len(nodes)
    return View(
        kept,
        joins,
        f"Ringkasan: {shown} dari {total} simpul, yaitu kecamatan, instansi dan program yang paling banyak diberitakan "
        "dan apa yang menghubungkannya. Sisanya: simpul show HALAMAN.html --around NAMA.",
        f"Overview: {shown} of {total} nodes, namely the most reported sub-districts, agencies and programmes "
        "and what joins them. For the rest: simpul show PAGE.html --around NAME.",
    )


def _between(kept: set[str], edges: Iterable[Edge]) -> tuple[Edge, ...]:
    return tuple(edge for edge in edges if edge.source in kept and edge.target in kept)


def _names(node: Node) -> set[str]:
    other = node.properties.get("names")
    names = [node.properties.get("name"), *(other if isinstance(other, list) else [])]
    return {name.casefold() for name in names if isinstance(name, str)}


def _suggestion(nodes: Sequence[Node], around: str) -> str:
    """The three names that come closest, if any do."""
    names = Counter(str(node.properties.get("name", "")) for node in nodes if node.labels[0] not in ("Statement", "Figure"))
    close = difflib.get_close_matches(around, sorted(names), n=3)
    return f"; did you mean {' or '.join(repr(name) for name in close)}?" if close else "; search the page without --around"
