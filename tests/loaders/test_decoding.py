"""Which bytes are text, and which text they are."""

from __future__ import annotations

import pytest

from loaders.decoding import decode
from loaders.errors import LoaderError

TEXT = "Lurah berkata, “Pasar dibuka pukul 08.00 – 12.00 di Kafé Sukamaju,” kepada warga yang datang pagi itu."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_text_of_any_encoding(encoding: str) -> None:  # D-03
    assert decode(TEXT.encode(encoding)) == TEXT


def test_utf_16_without_a_mark() -> None:
    assert decode(("Lurah membuka pasar murah. " * 5).encode("utf-16-le")).startswith("Lurah membuka")


def test_what_a_page_declares_is_tried() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body>' + "Łódź ąęś " * 20
    assert decode(page.encode("iso-8859-2")) == page


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"%PDF-1.7\n...", "is a PDF"),
        (b"PK\x03\x04....", "ZIP archive"),
        (bytes(range(256)) * 8, "is binary"),
        (b"Judul\x00isi", "is binary"),
    ],
)
def test_what_is_no_text(data: bytes, fault: str) -> None:
    with pytest.raises(LoaderError, match=fault):
        decode(data)
