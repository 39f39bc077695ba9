"""Plain text: the file is the text, but for what a page left of its markup in it."""

from __future__ import annotations

from loaders.page import Page, decoded, readable


def read_text(text: str) -> Page:
    """The page of a plain text file."""
    return Page(text=readable(decoded(text)))
