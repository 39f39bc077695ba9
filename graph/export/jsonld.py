"""The knowledge graph as JSON-LD 1.1 with its context in the file: no reader has to fetch one.

Oxigraph writes JSON-LD in its expanded form, with every name at full length; here names are short as in the documentation.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO, Final

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from graph.export.files import replacing
from ontology.namespaces import PREFIXES, expand, shorten

XSD_STRING = expand("xsd:string")
RDF_TYPE = expand("rdf:type")

CONTEXT: Final = {"@version": 1.1, **PREFIXES}
"""Prefixes alone, in the file itself; `@version` keeps a processor of JSON-LD 1.0 from reading it otherwise."""


def export_jsonld(store: Store, target: Path, *, force: bool = False) -> None:
    """Writes the default graph of `store` to `target`, a node on each line.

    Raises:
        ExportError: the file cannot be written, or is not Simpul's and `force` is not given.
    """
    with replacing(target, force=force) as file:
        write_jsonld(store, file)


def write_jsonld(store: Store, file: BinaryIO) -> None:
    """Writes the default graph of `store` to an open file."""
    file.write(f'{{"@context": {json.dumps(CONTEXT)},\n"@graph": ['.encode())
    lines = (json.dumps(node, ensure_ascii=False) for node in _nodes(store))
    file.writelines(f"{',' if number else ''}\n{line}".encode() for number, line in enumerate(lines))
    file.write(b"\n]}\n")


def _nodes(store: Store) -> Iterator[dict[str, Any]]:
    """One object for each subject; the store gives the triples of a subject one after the other."""
    quads: Iterable[Quad] = store.quads_for_pattern(None, None, None, DefaultGraph())
    for subject, own in groupby(quads, key=lambda quad: quad.subject):
        if not isinstance(subject, NamedNode):
            raise TypeError(f"Unexpected subject: {subject!r}")
        node: dict[str, Any] = {"@id": subject.value}
        for quad in sorted(own, key=str):
            if quad.predicate.value == RDF_TYPE and isinstance(quad.object, NamedNode):
                node.setdefault("@type", []).append(shorten(quad.object.value))
            else:
                node.setdefault(shorten(quad.predicate.value), []).append(_value(quad.object))
        yield node


def _value(value: object) -> str | dict[str, str]:
    match value:
        case NamedNode():
            return {"@id": value.value}
        case Literal(language=str(language)):
            return {"@language": language, "@value": value.value}
        case Literal() if value.datatype.value == XSD_STRING:
            return value.value
        case Literal():
            return {"@type": shorten(value.datatype.value), "@value": value.value}
    raise ValueError(f"Unexpected RDF term: {value!r}")
