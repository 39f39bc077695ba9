"""The nine tables as one Excel workbook, a sheet for each: numbers are numbers, all else is text, and nothing is a formula."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from pyoxigraph import Store
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from graph.errors import ExportError
from graph.export.files import replacing
from graph.tables import NUMBERS, TABLES, Row, Table, rows

MOST_ROWS: Final = 1_048_576
MOST_CHARACTERS: Final = 32_767
"""What a sheet and a cell of Excel can hold."""

CUT: Final = "…"
"""Ends a text of which a cell does not hold the rest; the CSV has it all."""

LONGEST_EXACT: Final = 15
"""Digits of a number that Excel keeps: `1234567890123456` would become `1234567890123450`, so it stays text."""

MADE: Final = dt.datetime(2000, 1, 1)  # noqa: DTZ001 - the same graph gives the same file, whatever the day
WIDTHS: Final = {"evidence": 80, "quote": 60, "article": 30}


def write_workbook(store: Store, target: Path, *, every: bool = False, force: bool = False) -> dict[str, int]:
    """Writes the nine tables to the file `target`; the number of rows of each. Rows go to the disk as they are made.

    Raises:
        ExportError: a table has more rows than a sheet; or the file cannot be written, or is not Simpul's and `force` is
            not given.
    """
    counts = {}
    with replacing(target, force=force) as file, Workbook(file, {"constant_memory": True}) as book:
        book.set_properties({"title": "Simpul", "created": MADE})
        for name, table in TABLES.items():
            found = rows(store, name, every=every)
            if len(found) >= MOST_ROWS:
                raise ExportError(f"{target}: {name} has {len(found)} rows, more than a sheet holds; write CSV instead")
            _write_sheet(book.add_worksheet(name), table, found)
            counts[name] = len(found)
    return counts


def _write_sheet(sheet: Worksheet, table: Table, found: list[Row]) -> None:
    for column, name in enumerate(table.header):
        sheet.set_column(column, column, WIDTHS.get(name, 16))
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(found), len(table.header) - 1)
    for column, name in enumerate(table.header):
        sheet.write_string(0, column, name)
    for line, row in enumerate(found, start=1):
        for column, name in enumerate(table.header):
            _write_cell(sheet, line, column, row[name], number=name in NUMBERS)


def _write_cell(sheet: Worksheet, line: int, column: int, text: str, *, number: bool) -> None:
    if number and text and sum(map(str.isdigit, text)) <= LONGEST_EXACT:
        sheet.write_number(line, column, float(text))
    elif text:
        fits = len(text.encode("utf-16-le")) // 2 <= MOST_CHARACTERS
        sheet.write_string(line, column, text if fits else text[: MOST_CHARACTERS // 2] + CUT)
