"""The version of the extraction: a hash of all that an article graph depends on beside its article."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path

import graph
import loaders
import ontology
from ontology.register import register_folders

HERE = Path(graph.__file__).parent
CODE = (HERE / "extraction", HERE / "facts.py", HERE / "rdf.py", HERE / "properties.py", HERE / "article_graph.py")
ONTOLOGY = Path(ontology.__file__).parent
LIBRARIES = ("spacy", "trafilatura")
MADE_LATER = {"rule-precision.tsv"}  # read when the knowledge graph is made; an article graph does not depend on it


@cache
def extraction_version() -> str:
    """Sixteen hexadecimal digits over code, registers (the user's too), trained model and the libraries that read a text.

    >>> len(extraction_version())
    16
    """
    digest = hashlib.sha256(f"model {os.environ.get('SIMPUL_MODEL', 'on')}\0".encode())
    for name in LIBRARIES:
        digest.update(f"{name} {version(name)}\0".encode())
    places = (*CODE, *sorted(ONTOLOGY.glob("*.py")), *register_folders(), Path(loaders.__file__).parent)
    for place in places:
        for path in _files(place):
            digest.update(f"{path.relative_to(place.parent)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()[:16]


def _files(place: Path) -> Iterator[Path]:
    """A file, or the files of a folder in order of their path, without what Python or an editor leaves beside them."""
    if place.is_file():
        yield place
        return
    for path in sorted(place.rglob("*")):
        passing = any(part.startswith((".", "__pycache__")) for part in path.relative_to(place).parts)
        if path.is_file() and not passing and path.name not in MADE_LATER:
            yield path
