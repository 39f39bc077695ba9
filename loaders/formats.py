"""Which format a file has, told by how it begins and never by its name, and how large it may be."""

from __future__ import annotations

import codecs
import os
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from loaders.decoding import decode
from loaders.docx import read_docx
from loaders.errors import LoaderError
from loaders.feed import is_feed, read_feed
from loaders.html import is_html, read_html
from loaders.json_lines import read_json_lines
from loaders.page import Page
from loaders.pdf import read_pdf
from loaders.text import read_text
from loaders.warc import read_warc

HEAD = 4096
JSON = re.compile(rb"\s*\[?\s*\{\s*[\"}]")  # a list of objects, too: the reader says that it is not one object a line


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How a format begins, how many bytes of it are read, and its reader.

    A file with one of the `names` that does not begin so is refused where it would else pass for an article in plain text.
    """

    name: str
    begins: Callable[[bytes], bool]
    max_bytes: int
    read: Callable[[BufferedReader], Iterator[Page | LoaderError]]
    names: tuple[str, ...] = ()


def read_file(path: Path) -> Iterator[Page | LoaderError]:
    """The pages of one file, and an error for what of it cannot be read.

    Raises:
        LoaderError: nothing of it, or nothing more, can be read; the message is without the file's name.
    """
    try:
        handle = path.open("rb")
    except OSError as error:
        raise LoaderError(f"cannot be read ({error.strerror}); check its permissions") from error
    with handle:
        format_ = recognized(handle.read(HEAD), path.name)
        if os.fstat(handle.fileno()).st_size > format_.max_bytes:
            raise LoaderError(f"is larger than {format_.max_bytes // 1_000_000:,} MB; split it")
        handle.seek(0)
        yield from format_.read(handle)


def recognized(head: bytes, name: str) -> Format:
    """The format of the file that begins with `head`.

    Raises:
        LoaderError: its name says a format that it has not.
    """
    head = head.removeprefix(codecs.BOM_UTF8)
    found = next((format_ for format_ in FORMATS if format_.begins(head)), MARKUP)
    for format_ in FORMATS if found is MARKUP else ():
        if name.lower().endswith(format_.names):
            raise LoaderError(f"has the name of {format_.name} but does not begin as such; fetch or save it again")
    return found


def _unzipped(head: bytes) -> bytes:
    """The first bytes of what gzip packed; nothing where it did not."""
    try:
        return zlib.decompressobj(wbits=31).decompress(head, 16)
    except zlib.error:
        return b""


def _read_markup(handle: BufferedReader) -> Iterator[Page | LoaderError]:
    text = decode(handle.read())
    if not text.strip():
        raise LoaderError("is empty; remove it or fill it")
    if is_feed(text):
        yield from read_feed(text)
    else:
        yield read_html(text) if is_html(text) else read_text(text)


MARKUP = Format(
    name="text, HTML or a feed",
    begins=lambda _: True,
    max_bytes=5_000_000,  # a year of a small paper's articles in one file; a single article has 2 to 20 thousand
    read=_read_markup,
)
FORMATS = (
    Format(
        name="a PDF",
        begins=lambda head: head.lstrip().startswith(b"%PDF-"),
        max_bytes=50_000_000,  # a press release with its photographs has 1 to 20 MB
        read=read_pdf,
    ),
    Format(
        name="a DOCX",
        begins=lambda head: head.startswith((b"PK\x03\x04", b"PK\x05\x06")),
        max_bytes=50_000_000,
        read=read_docx,
    ),
    Format(
        name="a WARC",
        begins=lambda head: head.startswith(b"WARC/") or _unzipped(head).startswith(b"WARC/"),
        max_bytes=1_000_000_000,  # where crawlers begin a new file; it is read piece by piece
        read=read_warc,
        names=(".warc", ".warc.gz"),
    ),
    Format(
        name="JSON Lines in UTF-8",
        begins=lambda head: JSON.match(head) is not None,
        max_bytes=100_000_000,
        read=read_json_lines,
        names=(".jsonl", ".ndjson"),
    ),
)
