"""WARC, packed or not: each HTML page in the archive is an article, by warcio."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BufferedIOBase, BytesIO
from typing import TYPE_CHECKING

from loaders.decoding import decode
from loaders.errors import LoaderError
from loaders.html import read_html
from loaders.page import Page, gather, web_address

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

MAX_RECORD = 5_000_000  # bytes, as the server sent it and unpacked again; a page of a newspaper has 50 to 500 thousand
BLOCK = 1 << 16
HTML = ("text/html", "application/xhtml+xml")


def read_warc(handle: BufferedIOBase) -> Iterator[Page | LoaderError]:
    """The HTML pages that servers answered with status 200, and an error for those in which no article is found.

    Raises:
        LoaderError: the archive is damaged or truncated; the message says after which record.
    """
    pages = ((number, _page(record, block)) for number, record, block in _records(handle))
    yield from gather("record", ((number, page) for number, page in pages if page is not None))


def _records(handle: BufferedIOBase) -> Iterator[tuple[int, ArcWarcRecord, bytes]]:
    """Each record that is whole, with its number and the beginning of its block.

    warcio ends in silence where a file breaks off, so what a record should hold is compared with what is left of it to read.
    """
    from warcio.archiveiterator import WARCIterator
    from warcio.exceptions import ArchiveLoadFailed

    stream = _Stream(handle)
    count, whole = 0, True
    try:
        for record in WARCIterator(stream, no_record_parse=True):
            block = record.raw_stream.read(MAX_RECORD)
            while record.raw_stream.read(BLOCK):
                pass
            whole = record.length is not None and record.raw_stream.limit == 0
            if not whole:
                break
            count += 1
            yield count, record, block
    except ArchiveLoadFailed as error:
        raise LoaderError(f"is a WARC damaged after record {count}; fetch it again") from error
    if stream.broken or not whole:
        raise LoaderError(f"is a WARC truncated after record {count}; fetch it again")


class _Stream:
    """The archive without the packing of gzip, up to where that is `broken`.

    warcio can unpack by itself, but only where each record is packed alone; `gzip kabar.warc` packs them together.
    """

    def __init__(self, handle: BufferedIOBase) -> None:
        packed = handle.read(2) == b"\x1f\x8b"
        handle.seek(0)
        self.handle: BufferedIOBase = gzip.GzipFile(fileobj=handle) if packed else handle
        self.broken = False

    def tell(self) -> int:
        return self.handle.tell()

    def read(self, size: int) -> bytes:
        try:
            return self.handle.read1(size)  # `read` would lose what comes right before the break
        except (EOFError, zlib.error, gzip.BadGzipFile):
            self.broken = True
            return b""


def _page(record: ArcWarcRecord, block: bytes) -> Page | LoaderError | None:
    """The page in a record; None where it holds none: a request, a picture, a redirection."""
    from warcio.statusandheaders import StatusAndHeadersParserException

    try:
        payload = _payload(record, block)
        if payload is None:
            return None
        if record.length > MAX_RECORD or len(payload) > MAX_RECORD:
            return LoaderError(f"is a page of more than {MAX_RECORD // 1_000_000} MB; save its text alone")
        page = read_html(decode(payload))
    except (StatusAndHeadersParserException, EOFError):
        return LoaderError("is no answer of a web server; fetch it again")
    except LoaderError as error:
        return error
    return replace(page, url=page.url or web_address(_address(record)))


def _payload(record: ArcWarcRecord, block: bytes) -> bytes | None:
    """The HTML in a record, without what HTTP wraps around it; a byte more than allowed where it is too long."""
    from warcio.recordloader import ArcWarcRecord
    from warcio.statusandheaders import StatusAndHeadersParser

    if record.rec_type == "resource":
        return block if _is_html(record.content_type) else None
    if record.rec_type != "response" or not web_address(_address(record)):
        return None
    stream = BytesIO(block)
    headers = StatusAndHeadersParser(["HTTP/1.0", "HTTP/1.1"], verify=False).parse(stream)
    if headers.get_statuscode() != "200" or not _is_html(headers.get_header("Content-Type")):
        return None
    answer = ArcWarcRecord("warc", record.rec_type, record.rec_headers, stream, headers, None, None)
    payload: bytes = answer.content_stream().read(MAX_RECORD + 1)
    return payload


def _address(record: ArcWarcRecord) -> str:
    return record.rec_headers.get_header("WARC-Target-URI") or ""


def _is_html(content_type: str | None) -> bool:
    return (content_type or "").partition(";")[0].strip().lower() in HTML
