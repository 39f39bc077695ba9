"""`python -m graph.cli`, where the program `simpul` is not on the path."""

from __future__ import annotations

from graph.cli import main

main()
