"""What one file gives before it is split into articles."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from loaders.errors import LoaderError
from loaders.metadata import is_partial_date

UNREADABLE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ud800-\udfff]")
"""What no text has: control characters (a PDF's font without names for them), half a surrogate pair (`\\ud83d` in JSON)."""
TAG = re.compile(r"<[a-z/!][^>]*>", re.IGNORECASE)

REFERENCE = re.compile(r"&(?:amp;)?(#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,30});")
"""A character as a page writes it: `&#8220;`, `&ldquo;`, and twice so, `&amp;#8220;`."""
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A text and what its format says about it. `splits` is false where the format says that it is one article."""

    text: str
    published: str = ""
    place: str = ""
    outlet: str = ""
    url: str = ""
    splits: bool = True


def page_of(text: str, *, title: str = "", published: str = "", place: str = "", outlet: str = "", url: str = "") -> Page:
    """The page of one article that a library gave, its title above it where it does not itself begin with it.

    Each character that no text has becomes `�`; an address that is not of the web is dropped, and so is a date that is none.
    """
    return Page(
        text=readable(headed(decoded(title), decoded(text))),
        published=published if is_partial_date(published) else "",
        place=readable(place.strip()),
        outlet=readable(outlet.strip()),
        url=web_address(url),
        splits=False,
    )


def headed(title: str, text: str) -> str:
    """The text with its title above it, where it does not itself begin with it."""
    title, text = title.strip(), text.strip()
    return text if text.casefold().startswith(title.casefold()) else f"{title}\n\n{text}"


def decoded(text: str) -> str:
    """The text without what a page leaves of its markup in words: `&#8220;Siap&#8221;` is “Siap”; soft hyphens are dropped."""
    return REFERENCE.sub(lambda reference: html.unescape(f"&{reference[1]};"), text).replace(SOFT_HYPHEN, "")


def readable(text: str) -> str:
    """The text with `�` for each character that no text has: as long as before."""
    return UNREADABLE.sub("\N{REPLACEMENT CHARACTER}", text)


def without_tags(text: str) -> str:
    """A title of a feed without the markup that it may carry."""
    return " ".join(TAG.sub("", text).split())


def web_address(text: str) -> str:
    """An address of the web as written, empty for any other (`javascript:`, `dns:`)."""
    return readable(text.strip()) if text.strip().lower().startswith(("http://", "https://")) else ""


def gather(thing: str, found: Iterable[tuple[int, Page | LoaderError]]) -> Iterator[Page | LoaderError]:
    """The pages as they come, and in the end one sentence about those that could not be read, whatever their number.

    `thing` says what is counted ("line"), and each page comes with its number.

    Raises:
        LoaderError: what `found` raises where it breaks off, after that sentence.
    """
    total, faults, end = 0, [], None
    try:
        for number, item in found:
            total += 1
            if isinstance(item, LoaderError):
                faults.append(f"{thing} {number} {item}")
            else:
                yield item
    except LoaderError as error:
        end = error
    if len(faults) == 1:
        yield LoaderError(faults[0])
    elif faults:
        yield LoaderError(f"{len(faults)} of {total} {thing}s are left out; the first: {faults[0]}")
    if end is not None:
        raise end
