"""The lists that loaders read: tab-separated files in `lists/`, comment lines first, then a header row."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from loaders.errors import LoaderError

HERE = Path(__file__).parent / "lists"


@cache
def read_patterns(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(first cell, compiled pattern) for each line of list `name`.

    Raises:
        LoaderError: the list is missing, or a line has not two cells or no valid pattern.
    """
    path = HERE / f"{name}.tsv"
    if not path.exists():
        raise LoaderError(f"{path}: the list is missing; reinstall Simpul")
    lines = enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
    rows = [(number, line.split("\t")) for number, line in lines if line.strip() and not line.startswith("#")]
    return tuple(_row(path, number, cells) for number, cells in rows[1:])


def _row(path: Path, number: int, cells: list[str]) -> tuple[str, re.Pattern[str]]:
    if len(cells) != 2:
        raise LoaderError(f"{path}, line {number}: {len(cells)} cells, not 2; separate them by one tab")
    try:
        return cells[0], re.compile(cells[1], re.IGNORECASE)
    except re.error as error:
        raise LoaderError(f"{path}, line {number}: {cells[1]!r} is no regular expression ({error})") from error
