"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Graph = Annotated[
    Path, typer.Option("--graph", "-g", envvar="SIMPUL_GRAPH", help="Folder of the graph.", show_default="simpul-graph")
]
DEFAULT_GRAPH = Path("simpul-graph")
OutFile = Annotated[Path, typer.Argument(help="File to write; one that Simpul wrote is replaced.")]
Force = Annotated[bool, typer.Option("--force", help="Write also over what Simpul did not write, or what was changed since.")]
OutFolder = Annotated[Path, typer.Argument(help="Folder to write into.")]
