"""Bytes to text, in whatever encoding they come."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

from loaders.errors import LoaderError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark its own begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
OTHER_FORMATS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old or an encrypted office document"),
    (b"\x1f\x8b", "packed by gzip"),
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset=["']?([\w-]{2,40})|<\?xml[^>]{0,200}encoding=["']([\w-]{2,40})""", re.IGNORECASE
)


def decode(data: bytes) -> str:
    """The text that `data` holds, without a byte order mark.

    UTF-8 is tried first, then what a page declares, then what the bytes look like.

    Raises:
        LoaderError: `data` is no text; the message says what it is, without the file's name.
    """
    for magic, kind in OTHER_FORMATS:
        if data.startswith(magic):
            raise LoaderError(f"is {kind}, not text or HTML; save it as text")
    for encoding in _candidates(data):
        text = _try(data, encoding)
        if text is not None and CONTROL.search(text) is None:
            return text
    raise LoaderError("is binary, not text or HTML; save it as text")


def _candidates(data: bytes) -> list[str]:
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return [encoding]
    found = ["utf-8"]
    if declared := DECLARED.search(data[:4096]):
        found.append((declared[1] or declared[2]).decode("ascii"))
    # In Indonesian only quotation marks, dashes and a rare é lie outside ASCII. Where so few bytes are high, a guess has too
    # little to go by (it answers mac_iceland for two curly quotes), and Windows-1252 is what editors of the time wrote.
    if sum(byte >= 0x80 for byte in data) < 0.05 * len(data):
        found.append("cp1252")
    best = from_bytes(data[:100_000]).best()
    return found if best is None else [*found, best.encoding]


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None
