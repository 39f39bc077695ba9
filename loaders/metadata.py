"""`metadata.csv` beside the files: what their text does not say.

Columns: `file` (relative to the folder of `metadata.csv`; `kabar.txt#2` is the second article of that file), and any of
`published` (a partial ISO date: `2024-01-30`, `2024-01`, `2024`), `place`, `outlet`, `url`. Separated by commas or semicolons.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from loaders.decoding import decode
from loaders.errors import LoaderError

NAME = "metadata.csv"
COLUMNS = ("file", "published", "place", "outlet", "url")


@dataclass(frozen=True, slots=True)
class Metadata:
    """A row of `metadata.csv`; empty where a cell is."""

    published: str = ""
    place: str = ""
    outlet: str = ""
    url: str = ""


def read_metadata(path: Path) -> dict[str, Metadata]:
    """The rows of the file at `path`, by resolved path of the file (and `#N`) that they are about.

    Raises:
        LoaderError: the file cannot be read, or a row does not fit; the message names file and line.
    """
    try:
        text = decode(path.read_bytes())
    except OSError as error:
        raise LoaderError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    except LoaderError as error:
        raise LoaderError(f"{path}: {error}") from error
    head = text.partition("\n")[0]
    rows = csv.reader(text.splitlines(), delimiter=";" if ";" in head else ",")
    columns = [name.strip().casefold() for name in next(rows, [])]
    if "file" not in columns or (unknown := [c for c in columns if c not in COLUMNS]):
        fault = "column 'file' is missing" if "file" not in columns else f"unknown column {unknown[0]!r}"
        raise LoaderError(f"{path}, line 1: {fault}; the columns are {', '.join(COLUMNS)}")
    found: dict[str, Metadata] = {}
    for cells in rows:
        if any(cells):
            key, row = _row(
                f"{path}, line {rows.line_num}", path.parent, dict(zip(columns, map(str.strip, cells), strict=False))
            )
            found[key] = row
    return found


def _row(where: str, folder: Path, row: dict[str, str]) -> tuple[str, Metadata]:
    name = row.pop("file")
    path, mark, number = name, "", ""
    if not (folder / path).is_file():
        path, mark, number = name.rpartition("#")
    if path == "" or not (folder / path).is_file():
        raise LoaderError(f"{where}: there is no file {name!r}; correct the name or drop the line")
    if not is_partial_date(row.get("published", "")):
        raise LoaderError(f"{where}: {row['published']!r} is no date; write 2024-01-30, 2024-01 or 2024")
    return f"{(folder / path).resolve()}{mark}{number}", Metadata(**row)


def is_partial_date(text: str) -> bool:
    """Whether `text` is empty or an ISO date, a month or a year of the calendar."""
    padded = text + "2024-01-01"[len(text) :] if len(text) in (0, 4, 7) else text
    try:
        return date.fromisoformat(padded).isoformat() == padded
    except ValueError:
        return False
