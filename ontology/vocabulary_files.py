"""The Turtle files of the ontology: the vocabulary, and the shapes."""

from __future__ import annotations

from pathlib import Path
from typing import Final

HERE = Path(__file__).parent

VOCABULARY: Final = tuple(sorted((HERE / "vocabulary").glob("*.ttl")))
SHAPES: Final = tuple(sorted((HERE / "shapes").glob("*.ttl")))
