"""The knowledge graph as an RDF file: Turtle, TriG and N-Quads, streamed by Oxigraph.

rdflib's own serializers of datasets are not used: they hold everything and raise deprecation warnings. The order is that of
the store on disk, which depends on its content alone, so equal graphs give equal files.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO, Final

from pyoxigraph import DefaultGraph, Quad, RdfFormat, Store, Triple, serialize

from graph.export.files import replacing
from ontology.namespaces import PREFIXES

FORMATS: Final = {"turtle": RdfFormat.TURTLE, "trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}


def export_rdf(store: Store, target: Path, *, format_: str, force: bool = False) -> None:
    """Writes the default graph of `store` to `target`; `format_` is a key of `FORMATS`.

    Raises:
        ExportError: the file cannot be written, or is not Simpul's and `force` is not given.
    """
    with replacing(target, force=force) as file:
        write_rdf(store, file, format_=format_)


def write_rdf(store: Store, file: BinaryIO, *, format_: str) -> None:
    """Writes the default graph of `store` to an open file."""
    quads = store.quads_for_pattern(None, None, None, DefaultGraph())
    prefixes = None if format_ == "nquads" else PREFIXES
    write_sorted_head(quads, file, FORMATS[format_], prefixes)


def write_sorted_head(
    found: Iterable[Triple] | Iterable[Quad], file: BinaryIO, format_: RdfFormat, prefixes: dict[str, str] | None
) -> None:
    """Writes triples or quads as they come, and the prefixes before them in one order."""
    sorted_head = _SortedHead(file)
    serialize(found, sorted_head, format_, prefixes=prefixes)  # type: ignore[arg-type]  # write() is all it needs
    sorted_head.close()


class _SortedHead:
    """A file that sorts the `@prefix` lines written first: Oxigraph gives them in another order on each run."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._head: bytes | None = b""

    def write(self, data: bytes) -> int:
        if self._head is None:
            return self._file.write(data)
        self._head += data
        if any(not b"@prefix".startswith(line[:7]) for line in self._head.splitlines()):
            self.close()
        return len(data)

    def close(self) -> None:
        """Writes what was held back."""
        if self._head is not None:
            lines = self._head.splitlines(keepends=True)
            prefixes = [line for line in lines if line.startswith(b"@prefix ")]
            self._file.write(b"".join([*sorted(prefixes), *lines[len(prefixes) :]]))
            self._head = None

    def flush(self) -> None:
        """Oxigraph asks for it; the file is flushed when it is complete."""
