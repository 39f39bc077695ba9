"""The page itself: pyvis holds nodes and edges and ships vis-network, the template and the rules are our own.

pyvis's own page links two CDNs and runs what stands in headings, ids and options. Here everything from the graph is data:
JSON in a script element that no browser runs, shown by `textContent` alone, under a content security policy that allows the
two scripts and the style sheet of this page by their hashes and no request at all.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections import Counter
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final

import jinja2
import pyvis
from markupsafe import Markup
from pyvis.network import Network

from graph.explorer.layout import positions
from graph.explorer.selection import View
from graph.property_graph import Edge, Node, Value, period
from graph.property_schema import EVIDENCE
from ontology.concepts import concepts
from ontology.display import LabelDisplay, label_displays, property_displays, type_displays

HERE: Final = Path(__file__).parent
VIS_NETWORK: Final = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
LONGEST_LABEL: Final = 42
"""Characters of a name on the canvas; `Dinas Pemberdayaan Perempuan, Perlindungan` is as long. The panel has it in full."""


LANDMARKS: Final = 20
"""Nodes whose names are larger, those with the most relationships: with 30 the names lie over each other."""


def render(view: View, articles: Iterable[Node]) -> str:
    """The HTML of a view. `articles` are all articles of the graph, which the evidence of any relationship may name."""
    environment = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True, undefined=jinja2.StrictUndefined)
    style, script = (HERE / "page.css").read_text("utf-8"), (HERE / "page.js").read_text("utf-8")
    library = _library()
    return environment.get_template("page.html").render(
        style=Markup(style),  # noqa: S704  our own file
        library=Markup(library),  # noqa: S704  a file of pyvis
        script=Markup(script),  # noqa: S704  our own file
        scripts=" ".join(_hash(text) for text in (library, script)),
        styles=_hash(style),
        data=Markup(_json(_data(view, articles))),  # noqa: S704  escaped for a script element by _json
        kinds=[(kind, n) for kind in label_displays() if (n := sum(node.labels[0] == kind.label for node in view.nodes))],
        shapes=SHAPES,
        note=view.note,
        note_en=view.note_en,
        node_count=len(view.nodes),
        edge_count=len(view.edges),
    )


@cache
def _library() -> str:
    """vis-network as pyvis ships it, without the line that makes developer tools look for a map of its source."""
    text = VIS_NETWORK.read_text("utf-8")
    return "\n".join(line for line in text.split("\n") if not line.startswith("//# sourceMappingURL"))


def _hash(text: str) -> str:
    """What a content security policy calls a script or style by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _json(data: object) -> str:
    r"""JSON that no text can leave: `</script>` in a name is `\u003c/script>`."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028")


SHAPES: Final = {
    "dot": "M8 2a6 6 0 1 0 .01 0z",
    "square": "M3 3h10v10H3z",
    "hexagon": "M4.5 2.5h7L15 8l-3.5 5.5h-7L1 8z",
    "star": "M8 1l2.1 4.6 5 .5-3.8 3.3 1.1 4.9L8 11.8l-4.4 2.5 1.1-4.9L.9 6.1l5-.5z",
    "diamond": "M8 1l7 7-7 7-7-7z",
    "triangle": "M8 2l7 12H1z",
    "triangleDown": "M8 14L1 2h14z",
}
"""The shapes of vis-network, as paths of 16 by 16 for the legend."""


def _data(view: View, articles: Iterable[Node]) -> dict[str, Any]:
    named = {article for edge in view.edges for article in _texts(edge.properties.get("articles"))}
    cited = [node for node in articles if node.id in named]
    network = _network(view, {node.id: number for number, node in enumerate(cited)})
    return {
        "nodes": network.nodes,
        "edges": network.edges,
        "articles": [_article(node) for node in cited],
        "kinds": {kind.label: [kind.name, kind.en] for kind in label_displays()},
        "hidden": [kind.label for kind in label_displays() if not kind.shown],
        "types": {type_.type: [type_.name, type_.en] for type_ in type_displays()},
        "properties": {one.property: [one.name, one.en] for one in property_displays()},
        "modalities": {key: [one.name, one.en] for (scheme, key), one in concepts().items() if scheme == "modality"},
    }


def _network(view: View, articles: dict[str, int]) -> Network:
    """The view as a pyvis network: numbers for ids, places fixed, no physics."""
    displays = {display.label: display for display in label_displays()}
    first = frozenset(display.label for display in label_displays() if display.shown)
    places = positions(view.nodes, view.edges, first)
    drawn = sum(node.labels[0] in first for node in view.nodes)
    degree = Counter(end for edge in view.edges for end in (edge.source, edge.target))
    largest = {one for one, _ in sorted(degree.items(), key=lambda item: (-item[1], item[0]))[:LANDMARKS]}
    numbers = {node.id: number for number, node in enumerate(view.nodes)}
    network = Network(directed=True)
    for node in view.nodes:
        lettering = _lettering(drawn, large=node.id in largest)
        network.add_node(
            numbers[node.id], **_node(node, displays[node.labels[0]], degree[node.id]), **_place(places[node.id]), **lettering
        )
    between: Counter[frozenset[str]] = Counter()
    for number, edge in enumerate(view.edges):
        ends = frozenset((edge.source, edge.target))
        network.add_edge(numbers[edge.source], numbers[edge.target], **_edge(number, edge, between[ends], articles))
        between[ends] += 1
    return network


def _node(node: Node, display: LabelDisplay, degree: int) -> dict[str, Any]:
    """What pyvis draws, then what the panel shows."""
    return {
        "label": _short(_name(node)),
        "shape": display.shape,
        "color": display.color,
        "size": 8 + min(20, round(3 * degree**0.5)),
        "kind": display.label,
        "name": _name(node),
        "about": _shown(node.properties),
    }


def _place(place: tuple[int, int]) -> dict[str, int]:
    return {"x": place[0], "y": place[1]}


def _lettering(drawn: int, *, large: bool) -> dict[str, Any]:
    """The size of a name: landmarks grow with the graph, so that they can be read while all of it is on the screen."""
    size = round(13 * max(1.2, (drawn / 50) ** 0.5)) if large else 13
    return {"font": {"size": size}, "widthConstraint": {"maximum": 12 * size}}


def _edge(number: int, edge: Edge, parallel: int, articles: dict[str, int]) -> dict[str, Any]:
    """`parallel` edges stand between the same two nodes already: each further one bends more."""
    claims = zip(*(_texts(edge.properties.get(one.name)) for one in EVIDENCE), strict=True)
    return {
        "id": number,
        "type": edge.type,
        "dashes": edge.properties.get("modality", "stated") != "stated",
        "smooth": {"enabled": parallel > 0, "type": "curvedCW", "roundness": 0.12 * parallel},
        "about": _shown(edge.properties),
        "claims": [[articles[article], *rest] for article, *rest in claims],
        "period": period(edge),
    }


def _article(node: Node) -> list[str]:
    """Headline, date, outlet, file and address, as the panel shows them."""
    p = node.properties
    files = _texts(p.get("identifiers"))
    return [_name(node), *(str(p.get(name, "")) for name in ("published", "outlet")), ", ".join(files), str(p.get("url", ""))]


def _shown(properties: dict[str, Value]) -> list[list[str]]:
    """The properties that the panel shows, in its order."""
    parallel = {one.name for one in EVIDENCE} if "articles" in properties else set()
    return [
        [display.property, _text(properties[display.property], display.scheme)]
        for display in property_displays()
        if display.property in properties and display.property not in parallel
    ]


def _text(value: Value, scheme: str) -> str:
    """A value in words: `speaks` -> `Berbicara · Speaks`, 1250.5 -> `1.250,5` as Indonesian writes it."""
    match value:
        case bool():
            return "ya · yes" if value else "tidak · no"
        case float():
            return f"{value:,.15g}".translate(str.maketrans(",.", ".,"))
        case list():
            return ", ".join(value)
    concept = concepts().get((scheme, value))
    return f"{concept.name} · {concept.en}" if concept is not None else value


def _texts(value: Value | None) -> list[str]:
    return value if isinstance(value, list) else []


def _name(node: Node) -> str:
    return str(node.properties.get("name", node.id))


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_LABEL else name[: LONGEST_LABEL - 1].rstrip() + "…"
