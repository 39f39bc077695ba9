"""The questions that come with Simpul: SPARQL files whose header says what they ask and with which values.

    # question: 6
    # id: Siapa memegang jabatan ini pada tanggal itu?
    # en: Who held this post on that day?
    # param: post text Wali Kota — rank of the post, in standard spelling
    # param: on date 2024-03-04 — the day

A parameter is a variable that the query selects (`?post`), bound by the runner and never pasted into the text. Its type is
`text`, `integer` or `date` (a partial ISO date, bound as a plain string). Without a value before the dash it must be given.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ontology.errors import OntologyError

FOLDER = Path(__file__).parent / "questions"
TYPES = ("text", "integer", "date")
PARAM = re.compile(r"(?P<name>[a-z_]+) (?P<type>\w+)(?: (?P<default>.+?))? — (?P<description>.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a question needs; `default` is None where it must be given."""

    name: str
    type: str
    default: str | None
    description: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """`title` is what it asks in Indonesian, `title_en` in English, `sparql` the whole file."""

    name: str
    number: int
    title: str
    title_en: str
    parameters: tuple[Parameter, ...]
    sparql: str


@cache
def questions() -> dict[str, Question]:
    """All questions by name, in order of their number.

    Raises:
        OntologyError: a file's header is broken; the message names file and line.
    """
    found = [read_question(path) for path in sorted(FOLDER.glob("*.rq"))]
    return {question.name: question for question in sorted(found, key=lambda q: (q.number, q.name))}


def read_question(path: Path) -> Question:
    """The question of one file, named by the file.

    Raises:
        OntologyError: the header lacks a line, or has one that cannot be read.
    """
    text = path.read_text(encoding="utf-8")
    said: dict[str, str] = {}
    parameters = []
    for number, line in enumerate(text.splitlines(), 1):
        if not line.startswith("#"):
            break
        key, colon, value = (part.strip() for part in line.lstrip("#").partition(":"))
        if colon and key == "param":
            parameters.append(_parameter(value, path, number))
        elif colon:
            said[key] = value
    if lacking := [key for key in ("question", "id", "en") if not said.get(key)]:
        raise OntologyError(f"{path}: the header lacks a line '# {lacking[0]}: ...'")
    if not said["question"].isdigit():
        raise OntologyError(f"{path}: '# question:' must be a number, not {said['question']!r}")
    return Question(
        name=path.stem,
        number=int(said["question"]),
        title=said["id"],
        title_en=said["en"],
        parameters=tuple(parameters),
        sparql=text,
    )


def _parameter(value: str, path: Path, number: int) -> Parameter:
    match = PARAM.fullmatch(value)
    if match is None:
        raise OntologyError(f"{path}, line {number}: not '# param: NAME TYPE DEFAULT — DESCRIPTION'")
    if match["type"] not in TYPES:
        raise OntologyError(f"{path}, line {number}: unknown type {match['type']!r}; known are {', '.join(TYPES)}")
    return Parameter(**match.groupdict())
