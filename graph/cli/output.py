"""What the commands write: data on standard output, everything else on standard error, nothing that steers a terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters and those that reverse the direction of writing: an article may hold `ESC ] 0 ; title BEL`."""


def clean(text: str) -> str:
    """Text of an article or a file name as a terminal may show it: control characters become `�`."""
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def console(*, error: bool = False) -> Console:
    from rich.console import Console

    return Console(stderr=error, highlight=False, soft_wrap=True)


def say(message: str) -> None:
    """A line for the person, on standard error."""
    sys.stderr.write(clean(message) + "\n")


def data(text: str) -> None:
    """Data for the next program, on standard output."""
    sys.stdout.write(text)


def show_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, error: bool = False) -> None:
    """A table for a terminal; where it would be too wide, one line for each cell. Cells are plain text, never markup."""
    from rich.text import Text

    made = [[Text(clean(cell)) for cell in row] for row in rows]
    screen = console(error=error)
    if title:
        screen.print(Text(clean(title), style="italic"))
    widths = [max(len(line) for row in (columns, *made) for line in str(row[n]).split("\n")) for n in range(len(columns))]
    screen.print(_records(columns, made) if sum(widths) + 3 * len(columns) > screen.width else _table(columns, made))


def _table(columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table(header_style="bold", show_edge=False)
    for column in columns:
        table.add_column(Text(clean(column)), overflow="fold")
    for row in rows:
        table.add_row(*row)
    return table


def _records(columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> Table:
    from rich.table import Table
    from rich.text import Text

    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold")
    table.add_column(overflow="fold")
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            table.add_row(Text(clean(column)), cell)
        table.add_row()
    return table
