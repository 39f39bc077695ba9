"""What is read of a PDF, and what is refused."""

from __future__ import annotations

import io
import random
import zlib

import pypdf
import pytest

from loaders.errors import LoaderError
from loaders.page import Page
from loaders.pdf import read_pdf, unwrapped
from tests.loaders.files import pdf, pdf_objects, pdf_stream

LINES = ("Camat Buka Pasar Murah", "Sukamaju – Camat membuka pasar murah.")


def page(data: bytes) -> Page:
    (found,) = read_pdf(io.BytesIO(data))
    return found


def encrypted(password: str) -> bytes:
    writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(io.BytesIO(pdf(LINES))))
    writer.encrypt(password, "pemilik", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def test_the_text_of_all_pages() -> None:
    assert page(pdf(LINES, ["Halaman dua."])).text == "\n".join([*LINES, "", "Halaman dua.", ""])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pasar dibuka oleh Wali Kota\nMetro pada hari Selasa.", "Pasar dibuka oleh Wali Kota Metro pada hari Selasa."),
        ("Camat Buka Pasar\nPasar dibuka oleh Wali Kota itu.", "Camat Buka Pasar\nPasar dibuka oleh Wali Kota itu."),
        (
            "Pasar dibuka oleh Wali Kota.\nHarga beras turun di sana.",
            "Pasar dibuka oleh Wali Kota.\nHarga beras turun di sana.",
        ),
        ("Satu\nDuaa\nTiga:\nEmpat", "Satu Duaa Tiga:\nEmpat"),
        ("", ""),
    ],
    ids=["wraps", "headline", "sentence ends", "short lines are full where all are", "nothing"],
)
def test_a_line_that_wraps_goes_on(text: str, expected: str) -> None:
    assert unwrapped(text) == expected
    assert len(unwrapped(text)) == len(text)


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(b"%PDF-1.4", "is a damaged PDF", id="D-12 nothing behind its mark"),
        pytest.param(b"%PDF-1.4\n" + random.Random(1).randbytes(5000), "is a damaged PDF", id="D-12 random bytes"),
        pytest.param(pdf(LINES)[:-150], "is a damaged PDF", id="D-12 truncated"),
        pytest.param(pdf(LINES).replace(b"%%EOF", b""), "is a damaged PDF", id="D-12 no end mark"),
        pytest.param(
            pdf(LINES, contents=pdf_stream(zlib.compress(bytes(100_000_000), 9), b"/Filter /FlateDecode")),
            "unpacks to more",
            id="D-13 100 MB in 100 KB",
        ),
        pytest.param(
            pdf_objects(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 1 >>"),
            "is a damaged PDF",
            id="D-14 pages in a circle",
        ),
        pytest.param(encrypted("rahasia"), "is an encrypted PDF", id="D-16"),
        pytest.param(pdf([]), "without text, a scan", id="D-17"),
        pytest.param(pdf(*[[]] * 201), "201 pages, of which 200 are read at most; split it", id="D-19"),
    ],
)
def test_what_cannot_be_read(data: bytes, fault: str) -> None:
    with pytest.raises(LoaderError, match=fault):
        page(data)


def test_what_an_owner_only_forbids_to_change_is_read() -> None:
    assert page(encrypted("")).text == page(pdf(LINES)).text


def test_a_chain_of_tables_that_ends_in_itself_is_left() -> None:  # D-14
    data = pdf(LINES)
    table = data.rindex(b"xref\n0")
    assert page(data.replace(b"/Root", b"/Prev %d /Root" % table)).text == page(data).text


def test_scripts_and_actions_are_not_looked_at() -> None:  # D-18
    action = b"/OpenAction << /S /JavaScript /JS (app.alert\\('x'\\)) >> /AA << /WC << /S /Launch /F (a.exe) >> >>"
    assert page(pdf(LINES, catalog=action)) == page(pdf(LINES))
