"""`Article`: one news article as a loader read it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One article. `text` is the article's own text as read, never cleaned: every offset of the graph points into it.

    `headline`, `dateline` and `byline` are (start, end) into `text`, end exclusive, None where the text has none;
    `boilerplate` are the stretches of the web page (related posts, comment forms, credits) that state nothing.
    `published` is a partial ISO date (`2024-01-30`, `2024-01`, `2024`, or empty).
    """

    id: str
    """`PATH#N`: the path below the source, and which article of the file it is, counted from 1."""
    hash: str
    """SHA-256 of `text` as UTF-8, in hexadecimal: the article's identity, whatever file it lies in."""
    text: str
    headline: tuple[int, int] | None = None
    dateline: tuple[int, int] | None = None
    byline: tuple[int, int] | None = None
    boilerplate: tuple[tuple[int, int], ...] = ()
    published: str = ""
    place: str = ""
    outlet: str = ""
    url: str = ""
