"""RDF terms and N-Quads as both layers of the graph use them: short names in, pyoxigraph terms out.

Names are written with the prefixes of `ontology.namespaces` (`org:member`), as in `docs/graph-model.md`, so that a reader
finds in the code what he reads in the documentation.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from urllib.parse import quote

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, RdfFormat, parse, serialize

from graph.errors import SimpulError
from graph.facts import Span
from ontology.namespaces import expand

Object = NamedNode | Literal

NOT_LATIN = re.compile(r"[^a-z0-9]+")
DATE_TYPES = (
    (re.compile(r"\d{4}-\d{2}-\d{2}"), "xsd:date"),
    (re.compile(r"\d{4}-\d{2}"), "xsd:gYearMonth"),
    (re.compile(r"\d{4}"), "xsd:gYear"),
    (re.compile(r"--\d{2}-\d{2}"), "xsd:gMonthDay"),
)


@cache
def term(name: str) -> NamedNode:
    """The node of a prefixed name (`org:member`)."""
    return NamedNode(expand(name))


def text(value: str, language: str | None = None) -> Literal:
    """A string literal.

    Raises:
        SimpulError: `value` holds half a character (a lone surrogate), which no UTF-8 file can.
    """
    try:
        value.encode()
    except UnicodeEncodeError as error:
        shown = value[error.start : error.start + 1].encode("unicode_escape").decode()
        raise SimpulError(f"the text has half a character ({shown}) at {error.start}; save its source as UTF-8") from error
    return Literal(value, language=language) if language else Literal(value)


def typed(value: str, datatype: str) -> Literal:
    """A literal of a named type: `typed("12", "xsd:nonNegativeInteger")`."""
    return Literal(value, datatype=term(datatype))


def boolean(value: bool) -> Literal:
    return typed(str(value).lower(), "xsd:boolean")


def count(value: int) -> Literal:
    return typed(str(value), "xsd:nonNegativeInteger")


def date(value: str) -> Literal:
    """A partial date typed by its precision (`2024-01` -> `xsd:gYearMonth`); anything else stays plain text."""
    for form, datatype in DATE_TYPES:
        if form.fullmatch(value):
            return typed(value, datatype)
    return text(value)


def slug(name: str) -> str:
    """`Dinas Kominfo Kota Magelang` -> `dinas-kominfo-kota-magelang`; a name without Latin letters is percent-encoded."""
    folded = unicodedata.normalize("NFKD", name).casefold()
    plain = "".join(c for c in folded if not unicodedata.combining(c))
    return NOT_LATIN.sub("-", plain).strip("-") or quote(name, safe="") or "-"


def article_iri(base: str, digest: str) -> str:
    """The IRI of the article whose text has this SHA-256; sixteen digits tell 2^64 articles apart."""
    return f"{base}article/{digest[:16]}"


def evidence_iri(article: str, span: Span) -> str:
    """A stretch of an article as a URI fragment (the scheme of RFC 5147, whose `char` counts as `Span` does)."""
    return f"{article}#char={span.start},{span.end}"


def position(evidence: str, span: Span) -> Iterator[tuple[NamedNode, NamedNode, Object]]:
    """The `oa:TextPositionSelector` of a piece of evidence."""
    node = NamedNode(f"{evidence};position")
    yield node, term("rdf:type"), term("oa:TextPositionSelector")
    yield node, term("oa:start"), count(span.start)
    yield node, term("oa:end"), count(span.end)


def dump(quads: Iterable[Quad]) -> bytes:
    """Sorted N-Quads, each line once: equal graphs give equal bytes."""
    lines = serialize(quads, format=RdfFormat.N_QUADS)
    return b"".join(sorted({line + b"\n" for line in (lines or b"").split(b"\n") if line}))


def load(data: bytes, *, source: str = "the graph") -> list[Quad]:
    """The quads of an N-Quads file.

    Raises:
        SimpulError: the bytes are not N-Quads; `source` names the file.
    """
    try:
        return list(parse(data, format=RdfFormat.N_QUADS))
    except SyntaxError as error:
        raise SimpulError(f"{source}: is not N-Quads ({error}); delete it and build again") from error


def in_graph(triples: Iterable[tuple[NamedNode, NamedNode, Object]], graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
    """Triples as quads of one graph."""
    return (Quad(s, p, o, graph) for s, p, o in triples)
