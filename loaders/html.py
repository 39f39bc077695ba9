"""HTML: the text is what trafilatura takes for the article; date, outlet and address come from the page's own metadata."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from loaders.errors import LoaderError
from loaders.page import Page, page_of

MAX_CHARACTERS = 2_000_000  # trafilatura needs 6 s for 2.3 million characters of paragraphs and minutes for ten times that
MARKUP = re.compile(r"<(!doctype html|html|head|body|article|main|div|meta|title)\b", re.IGNORECASE)
DATE = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])")
DATE_TAGS = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='publishdate' or @name='pubdate' or @name='date' or @name='DC.date.issued']/@content",
)


def is_html(text: str) -> bool:
    """Whether `text` is markup, whatever its file is called."""
    return text.lstrip().startswith("<") and MARKUP.search(text, 0, 4000) is not None


def read_html(text: str) -> Page:
    """The article on a page, its title above it where the article does not itself begin with it.

    Nothing of the page is executed or fetched.

    Raises:
        LoaderError: the page is too large, or has no article; the message is without the file's name.
    """
    if len(text) > MAX_CHARACTERS:
        raise LoaderError(f"is HTML of more than {MAX_CHARACTERS // 1_000_000} million characters; save the article alone")
    from trafilatura import bare_extraction  # half a second, needed for HTML alone

    # The date is read below: trafilatura's own search guesses from the text, and its answer depends on today's date.
    found = bare_extraction(
        text, with_metadata=True, include_comments=False, date_extraction_params={"extensive_search": False}
    )
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise LoaderError("is HTML in which no article was found; save the article as text")
    return page_of(
        found.text or "",
        title=found.title or "",
        published=_published(text),
        outlet=found.sitename or "",
        url=found.url or "",
    )


def _published(text: str) -> str:
    """The day of publication that the page's metadata states, empty where it states none."""
    from trafilatura import load_html

    tree = load_html(text)
    if tree is None:
        return ""
    stated = [str(value) for path in DATE_TAGS for value in tree.xpath(path)]
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        stated += _dates_in_json(str(script))
    return next((match[0] for value in stated if (match := DATE.match(value.strip()))), "")


def _dates_in_json(script: str) -> list[str]:
    try:
        data = json.loads(script)
    except (json.JSONDecodeError, RecursionError):
        return []
    dates = (item.get("datePublished") for item in _objects(data))
    return [value for value in dates if isinstance(value, str)]


def _objects(data: object) -> Iterator[dict[str, object]]:
    """The object, those in a list, and those in an object's `@graph`: the forms in which JSON-LD is put into pages."""
    if isinstance(data, list):
        for item in data:
            yield from _objects(item)
    elif isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"))
