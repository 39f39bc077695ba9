"""The nine tables as CSV with `datapackage.json`, which says what their columns hold (Frictionless Data Package, version 2).

Plain CSV holds every cell as it is (UTF-8, RFC 4180). The variant for spreadsheets is what a double click opens rightly in an
Excel that speaks Indonesian: parted by `;`, marked as UTF-8, numbers with a decimal comma, and no cell is taken for a formula.
"""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from pyoxigraph import Store

from graph.export.files import replacing_files
from graph.tables import FLAGS, NUMBERS, TABLES, Row, rows

PACKAGE: Final = "datapackage.json"
PROFILE: Final = "https://datapackage.org/profiles/2.0/datapackage.json"

FORMULA: Final = tuple(
    "=+-@\t\r\n\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
)
"""What makes a spreadsheet take a cell for a formula: `=HYPERLINK("http://x";"klik")` in a headline would be one."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How the cells of a file are written."""

    delimiter: str
    encoding: str
    decimal: str
    safe: bool


PLAIN: Final = Dialect(",", "utf-8", ".", safe=False)
SPREADSHEET: Final = Dialect(";", "utf-8-sig", ",", safe=True)


def write_csv(
    store: Store, folder: Path, *, every: bool = False, dialect: Dialect = PLAIN, force: bool = False
) -> dict[str, int]:
    """Writes `NAME.csv` for each of the nine tables, and their description; the number of rows of each.

    Raises:
        ExportError: a file cannot be written, or is not Simpul's and `force` is not given; it is as it was.
    """
    counts = {}
    with replacing_files(folder, [*(f"{name}.csv" for name in TABLES), PACKAGE], force=force) as staged:
        for name, table in TABLES.items():
            found = rows(store, name, every=every)
            with (staged / f"{name}.csv").open("w", encoding=dialect.encoding, newline="") as handle:
                writer = csv.DictWriter(handle, table.header, delimiter=dialect.delimiter)
                writer.writeheader()
                writer.writerows(_cells(row, dialect) for row in found)
            counts[name] = len(found)
        package = json.dumps(_package(staged, dialect), indent=1, ensure_ascii=False) + "\n"
        (staged / PACKAGE).write_text(package, encoding="utf-8")
    return counts


def _cells(row: Row, dialect: Dialect) -> Mapping[str, str]:
    if not dialect.safe:
        return row
    return {
        name: cell.replace(".", dialect.decimal) if name in NUMBERS else f"'{cell}" if cell.startswith(FORMULA) else cell
        for name, cell in row.items()
    }


def _package(folder: Path, dialect: Dialect) -> dict[str, Any]:
    resources = [_resource(folder / f"{name}.csv", table.header, dialect) for name, table in TABLES.items()]
    return {"$schema": PROFILE, "name": "simpul-tables", "title": "Simpul: the nine tables of facts", "resources": resources}


def _resource(path: Path, header: tuple[str, ...], dialect: Dialect) -> dict[str, Any]:
    content = path.read_bytes()
    return {
        "name": path.stem,
        "type": "table",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": dialect.encoding,
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
        "dialect": {"delimiter": dialect.delimiter},
        "schema": {"fields": [_field(name, dialect) for name in header], "missingValues": [""]},
    }


def _field(name: str, dialect: Dialect) -> dict[str, str]:
    if name in NUMBERS:
        return {"name": name, "type": "number", "decimalChar": dialect.decimal}
    return {"name": name, "type": "boolean" if name in FLAGS else "string"}
