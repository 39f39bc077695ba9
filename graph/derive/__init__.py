"""What follows from all articles together: gaps that others fill, citizens protected, claims joined into facts."""

from graph.derive.derivation import derive

__all__ = ["derive"]
