"""The checks that are queries: SPARQL files whose header says, in both languages, what a row of theirs has found.

A check binds `?finding`, which says in words what was found, and `?facts`, the IRIs of the facts (or claims) behind it with a
space between: their articles and evidence are shown with it. Those in `article/` are run on one article graph.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError
from ontology.namespaces import PREFIXES

FOLDER = Path(__file__).parent / "checks"
HEADER = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())


@dataclass(frozen=True, slots=True)
class Check:
    """`title` says in Indonesian what is wrong where the check finds something, `title_en` in English."""

    name: str
    title: str
    title_en: str
    sparql: str


@cache
def checks() -> tuple[Check, ...]:
    """The checks of the knowledge graph, by name.

    Raises:
        OntologyError: a file lacks a line of its header.
    """
    return tuple(read_check(path) for path in sorted(FOLDER.glob("*.rq")))


@cache
def article_checks() -> tuple[Check, ...]:
    """The checks of one article graph that no shape can say, by name.

    Raises:
        OntologyError: a file lacks a line of its header.
    """
    return tuple(read_check(path) for path in sorted((FOLDER / "article").glob("*.rq")))


def read_check(path: Path) -> Check:
    """The check of one file, named by the file.

    Raises:
        OntologyError: the file lacks a line of its header.
    """
    text = path.read_text(encoding="utf-8")
    said = dict(line[2:].split(": ", 1) for line in text.splitlines() if line.startswith(("# id: ", "# en: ")))
    if lacking := [key for key in ("id", "en") if not said.get(key)]:
        raise OntologyError(f"{path}: the header lacks a line '# {lacking[0]}: ...'")
    return Check(path.stem, said["id"], said["en"], HEADER + text)
