"""One reader for all registers: tab-separated lists that a spreadsheet can edit and a diff can show.

A register is a file `NAME.tsv`: comment lines (`# source: ...`), a header row, one entry a line. A cell may hold several
values split by `|`. The columns are the fields of a frozen dataclass; a file that does not fit it is rejected with its name
and line, so a broken register cannot be loaded (the idea is followthemoney's `Schema.generate`).
"""

from __future__ import annotations

import dataclasses
import os
from functools import cache
from pathlib import Path
from typing import TypeVar, get_type_hints

from ontology.errors import OntologyError

HERE = Path(__file__).parent / "registers"
MAX_BYTES = 16_000_000  # the national register of areas takes 3 MB

Entry = TypeVar("Entry")


def read_register(entry: type[Entry], name: str, folders: tuple[Path, ...] = (HERE,)) -> tuple[Entry, ...]:
    """All entries of register `name`, later folders adding to (or, by equal first column, replacing) earlier ones.

    Raises:
        OntologyError: a file is missing, too large, or has a line that does not fit `entry`.
    """
    found: dict[tuple[str, ...], Entry] = {}
    paths = [folder / f"{name}.tsv" for folder in folders]
    if not paths[0].exists():
        raise OntologyError(f"{paths[0]}: the register is missing; reinstall Simpul")
    for path in paths:
        if path.exists():
            found |= _read_file(entry, path)
    return tuple(found.values())


def _read_file(entry: type[Entry], path: Path) -> dict[tuple[str, ...], Entry]:
    if path.stat().st_size > MAX_BYTES:
        raise OntologyError(f"{path}: larger than {MAX_BYTES // 1_000_000} MB; split the register or shorten it")
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise OntologyError(f"{path}: is not UTF-8 ({error.reason}); save it as UTF-8") from error
    rows = [(n, line.split("\t")) for n, line in enumerate(lines, 1) if line.strip() and not line.startswith("#")]
    if not rows:
        raise OntologyError(f"{path}: has no header row")
    head, columns = rows[0]
    fields = {f.name: f for f in dataclasses.fields(entry)}  # type: ignore[arg-type]
    if unknown := [c for c in columns if c not in fields]:
        raise OntologyError(f"{path}, line {head}: unknown column {unknown[0]!r}; known are {', '.join(fields)}")
    required = [n for n, f in fields.items() if f.default is dataclasses.MISSING]
    if lacking := [n for n in required if n not in columns]:
        raise OntologyError(f"{path}, line {head}: column {lacking[0]!r} is missing")
    hints = get_type_hints(entry)
    found: dict[tuple[str, ...], Entry] = {}
    for number, cells in rows[1:]:
        if len(cells) > len(columns):
            raise OntologyError(f"{path}, line {number}: {len(cells)} cells under {len(columns)} columns")
        values = dict(zip(columns, (c.strip() for c in cells), strict=False))
        if empty := [n for n in required if not values.get(n)]:
            raise OntologyError(f"{path}, line {number}: {empty[0]!r} is empty")
        made = entry(**{n: _value(hints[n], v, path, number, n) for n, v in values.items() if v or n in required})
        key = tuple(str(values[n]) for n in required[:1])
        if key in found:
            raise OntologyError(f"{path}, line {number}: {key[0]!r} stands twice")
        found[key] = made
    return found


def _value(hint: object, text: str, path: Path, number: int, column: str) -> object:
    """A cell as the type of its field: text, words split by `|`, a number, yes or no."""
    if hint is str:
        return text
    if hint == tuple[str, ...]:
        return tuple(part for t in text.split("|") if (part := t.strip()))
    if hint is bool:
        if text not in ("yes", "no"):
            raise OntologyError(f"{path}, line {number}: {column} is {text!r}, not yes or no")
        return text == "yes"
    if hint is float or hint is int:
        try:
            return hint(text)
        except ValueError as error:
            raise OntologyError(f"{path}, line {number}: {column} is {text!r}, not a number") from error
    raise TypeError(f"a register cannot hold {hint!r}")


@cache
def register_folders() -> tuple[Path, ...]:
    """The project's registers, then those that `SIMPUL_REGISTERS` (set by `--registers DIR`) adds on top."""
    own = os.environ.get("SIMPUL_REGISTERS", "")
    return (HERE, *(Path(p) for p in own.split(os.pathsep) if p))
