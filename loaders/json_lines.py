"""JSON Lines: an article on each line, as an object with text in the fields of `FIELDS`. Other fields are not looked at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

from loaders.errors import LoaderError
from loaders.metadata import is_partial_date
from loaders.page import Page, gather, page_of

FIELDS = ("text", "title", "published", "place", "outlet", "url")


def read_json_lines(handle: IO[bytes]) -> Iterator[Page | LoaderError]:
    """The article of each line, and one error for the lines that hold none; empty lines are passed over."""
    lines = ((number, line) for number, line in enumerate(handle, 1) if line.strip())
    yield from gather("line", ((number, _page(line)) for number, line in lines))


def _page(line: bytes) -> Page | LoaderError:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        return LoaderError("is no JSON object in UTF-8; write one object on each line")
    fields = {name: found[name] for name in FIELDS if found.get(name) is not None}
    for name, value in fields.items():
        if not isinstance(value, str):
            return LoaderError(f"has no text in {name!r}; put it in quotation marks")
    if not fields.get("text", "").strip():
        return LoaderError("has no 'text'; give the article's own text there")
    fields["published"] = _day(fields.get("published", ""))
    if not is_partial_date(fields["published"]):
        return LoaderError("has no date in 'published'; write 2024-01-30, 2024-01 or 2024")
    return page_of(**fields)


def _day(stated: str) -> str:
    """`2024-01-30T07:15:00+07:00`, and with a blank for the T, is the day before the mark."""
    return stated.strip().replace("T", " ").partition(" ")[0]
