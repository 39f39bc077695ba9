"""Plain text: the file is the text."""

from __future__ import annotations

from loaders.page import Page


def read_text(text: str) -> Page:
    """The page of a plain text file."""
    return Page(text=text)
