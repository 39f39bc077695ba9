"""The command line `simpul`: one module per group of commands, libraries loaded only by the command that needs them."""

from __future__ import annotations

from graph.cli.app import main

__all__ = ["main"]
