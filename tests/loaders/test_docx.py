"""What is read of a DOCX, and what is refused before it can do harm."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml

from loaders.docx import read_docx
from loaders.errors import LoaderError
from tests.loaders.files import changed_part, docx_of, docx_text

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
GOOD = docx_text("Camat Buka Pasar", "Pasar murah dibuka.")
MAIN = "word/document.xml"


def text(data: bytes) -> str:
    (found,) = read_docx(io.BytesIO(data))
    return found.text


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_paragraphs_and_tables_in_their_order() -> None:
    document = docx.Document()
    document.add_heading("Camat Buka Pasar", 0)
    table = document.add_table(2, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"sel {number}"
    table.cell(0, 0).merge(table.cell(0, 1))
    document.add_paragraph("Pasar murah dibuka.")
    assert text(docx_of(document)) == ("Camat Buka Pasar\nsel 0 sel 1\tsel 2\nsel 3\tsel 4\tsel 5\nPasar murah dibuka.")


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (f'<w:ins {W} w:id="1" w:author="x"><w:r><w:t>dua belas</w:t></w:r></w:ins>', "Dilantik dua belas lurah."),
        (f'<w:del {W} w:id="1" w:author="x"><w:r><w:delText>dua belas</w:delText></w:r></w:del>', "Dilantik  lurah."),
        (f"<w:sdt {W}><w:sdtPr/><w:sdtContent><w:r><w:t>12</w:t></w:r></w:sdtContent></w:sdt>", "Dilantik 12 lurah."),
        (f"<w:r {W}><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>", "Dilantik  lurah."),
        (f'<w:r {W}><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>12</w:t></w:r>', "Dilantik 12 lurah."),
    ],
    ids=["inserted", "deleted", "field of a form", "D-09 hidden", "not hidden"],
)
def test_the_text_is_what_a_reader_of_the_document_sees(xml: str, expected: str) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Dilantik ")
    paragraph._p.append(parse_xml(xml))
    paragraph.add_run(" lurah.")
    assert text(docx_of(document)) == expected


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        pytest.param(GOOD[:-40], "is a damaged DOCX or ZIP archive", id="truncated"),
        pytest.param(changed_part(GOOD, MAIN, b"</w:body>", b""), "is a damaged DOCX", id="broken XML"),
        pytest.param(zipped(**{MAIN: b"<x/>"}), "is a damaged DOCX", id="lacks its parts"),
        pytest.param(zipped(**{"xl/workbook.xml": b"<x/>"}), "is a ZIP archive or another office document", id="D-02 a table"),
        pytest.param(zipped(**{"../../a.txt": b"x", "/b": b""}), "is a ZIP archive", id="D-24 paths that lead out"),
        pytest.param(docx_text(), "without text", id="D-17 no text"),
        pytest.param(
            changed_part(GOOD, MAIN, b"Pasar", b"x" * 20_000_000), "unpacks to more than any article needs", id="D-20"
        ),
        pytest.param(changed_part(GOOD, MAIN, b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_000_000), "unpacks to more", id="D-21"),
        pytest.param(
            changed_part(GOOD, MAIN, b"<w:document", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><w:document'),
            "declares entities",
            id="D-22",
        ),
    ],
)
def test_what_cannot_be_read(data: bytes, fault: str) -> None:
    with pytest.raises(LoaderError, match=fault):
        text(data)


def test_a_template_elsewhere_is_not_fetched(monkeypatch: pytest.MonkeyPatch) -> None:  # D-23
    monkeypatch.setattr("socket.socket", None)
    link = (
        b'<Relationship Id="rId99" TargetMode="External" Target="http://127.0.0.1/x.dotx" Type="http://schemas.openxmlformats.'
    )
    link += b'org/officeDocument/2006/relationships/attachedTemplate"/></Relationships>'
    assert text(changed_part(GOOD, "word/_rels/document.xml.rels", b"</Relationships>", link)) == text(GOOD)
