"""RSS and Atom: each item of a feed is an article, by feedparser; the markup in it is read as a page is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from html import escape
from typing import TYPE_CHECKING
from xml.sax import SAXException

from loaders.errors import LoaderError
from loaders.html import DATE, read_html
from loaders.page import TAG, Page, gather, page_of, without_tags

if TYPE_CHECKING:
    from feedparser import FeedParserDict

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ELEMENT = re.compile(r"<([a-z][\w:.-]*)[\s/>]", re.IGNORECASE)
END = re.compile(r"</(?:\w+:)?(?:rss|feed|RDF)\s*>\s*$")
DECLARATION = re.compile(r"<\?xml[^>]*\?>")


def is_feed(text: str) -> bool:
    """Whether `text` is XML whose first element is that of RSS or Atom."""
    if not text.lstrip().startswith("<"):
        return False
    first = ELEMENT.search(COMMENT.sub("", text[:10_000]))
    return first is not None and first[1].rpartition(":")[2] in {"rss", "feed", "RDF"}


def read_feed(text: str) -> Iterator[Page | LoaderError]:
    """The items that have a text, and one error for those that have none.

    Nothing that the feed names is fetched. An item that the end of a truncated feed cuts is left out.

    Raises:
        LoaderError: the feed declares entities (which may unfold without end), is truncated or broken, or has no item.
    """
    import feedparser

    if "<!ENTITY" in text:
        raise LoaderError("is a feed that declares entities, which no publisher does; do not trust it")
    # A stream: of a string, and of bytes too, feedparser opens the file or fetches the address that they may spell.
    stream = io.BytesIO(DECLARATION.sub("", text, count=1).encode("utf-8", "replace"))
    headers = {"content-type": "application/xml; charset=utf-8"}
    parsed = feedparser.parse(stream, response_headers=headers, resolve_relative_uris=False, sanitize_html=False)
    truncated = END.search(COMMENT.sub("", text[-10_000:])) is None
    entries = parsed.entries[:-1] if truncated else parsed.entries
    outlet = without_tags(parsed.feed.get("title", ""))
    yield from gather("item", ((number, _item(entry, outlet)) for number, entry in enumerate(entries, 1)))
    if truncated:
        raise LoaderError(f"is a feed truncated after item {len(entries)}; fetch it again")
    if not entries:
        raise LoaderError("is a feed without an item; fetch it again")
    if isinstance(parsed.get("bozo_exception"), SAXException):
        raise LoaderError("is a feed whose XML is broken, so that some of it may be missing; fetch it again")


def _item(entry: FeedParserDict, outlet: str) -> Page | LoaderError:
    bodies = [content.value for content in entry.get("content", ()) if content.value.strip()]
    body = bodies[0] if bodies else entry.get("summary", "")
    title = without_tags(entry.get("title", ""))
    if not TAG.sub("", body).strip():
        return LoaderError("has no text; save the page that it announces")
    try:
        text = read_html(_as_page(title, body)).text if TAG.search(body) else body
    except LoaderError as error:
        return error
    source = without_tags(entry.get("source", {}).get("title", ""))
    published = _day(entry.get("published", ""))
    return page_of(text, title=title, published=published, outlet=source or outlet, url=entry.get("link", ""))


def _as_page(title: str, body: str) -> str:
    head = f'<meta property="og:title" content="{escape(title)}">'
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>"


def _day(stated: str) -> str:
    """The day as stated, in the feed's own time zone: `Tue, 05 Mar 2024 06:00:00 +0700` is the fifth, in London the fourth."""
    if match := DATE.match(stated.strip()):
        return match[0]
    try:
        return parsedate_to_datetime(stated).date().isoformat()
    except (ValueError, OverflowError):
        return ""
