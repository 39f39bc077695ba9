"""DOCX: paragraphs and tables in their order, by python-docx."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import IO, TYPE_CHECKING
from zipfile import BadZipFile, ZipFile

from loaders.errors import LoaderError
from loaders.page import Page, readable

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

MAX_XML = 10_000_000  # bytes, unpacked; Word's own styles have 1 million, a page of text 20 thousand
MAX_UNPACKED = 200_000_000  # bytes, with all pictures
MAX_RATIO = 100  # of unpacked to packed bytes; XML is packed to a tenth, a bomb to a thousandth
WRAPPERS = "//w:ins | //w:moveTo | //w:smartTag | //w:sdt | //w:sdtContent"
"""What stands around text that python-docx passes over: tracked insertions, and fields of a form."""
HIDDEN = "//w:r[w:rPr/w:vanish[not(@w:val='0' or @w:val='false')]]"
"""Words formatted as hidden: nobody who opens the document reads them."""


def read_docx(handle: IO[bytes]) -> Iterator[Page]:
    """The text of the body; of a table each row is a line, its cells parted by tabs.

    Nothing that the document refers to is fetched. Headers, footnotes, text boxes, comments and deleted words are left out.

    Raises:
        LoaderError: the file is no DOCX, damaged, or unpacks to too much; the message is without the file's name.
    """
    import docx
    from lxml.etree import XMLSyntaxError

    _check_size(handle)
    try:
        document = docx.Document(handle)
    except (BadZipFile, XMLSyntaxError, KeyError, ValueError) as error:
        raise LoaderError("is a damaged DOCX, or a template; open it and save it as DOCX") from error
    if document.element.getroottree().docinfo.internalDTD is not None:
        raise LoaderError("is a DOCX that declares entities, which no word processor does; do not trust it")
    text = readable("\n".join(_lines(document)))
    if not text.strip():
        raise LoaderError("is a DOCX without text; let an OCR program read its pictures")
    yield Page(text=text)


def _check_size(handle: IO[bytes]) -> None:
    """Refuse by the directory of the ZIP file, before anything is unpacked."""
    try:
        entries = ZipFile(handle).infolist()
    except BadZipFile as error:
        raise LoaderError("is a damaged DOCX or ZIP archive; fetch or save it again") from error
    if "word/document.xml" not in {entry.filename for entry in entries}:
        raise LoaderError("is a ZIP archive or another office document, not DOCX; unpack it, or save it as DOCX")
    xml = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    unpacked, packed = (sum(sizes) for sizes in zip(*((e.file_size, e.compress_size) for e in entries), strict=True))
    if xml > MAX_XML or unpacked > min(MAX_UNPACKED, MAX_RATIO * packed):
        raise LoaderError("is a DOCX that unpacks to more than any article needs; save its text alone")


def _lines(document: Document) -> Iterator[str]:
    from docx.table import Table

    for run in document.element.xpath(HIDDEN):
        run.getparent().remove(run)
    for wrapper in document.element.xpath(WRAPPERS):
        for child in list(wrapper):
            wrapper.addprevious(child)
        wrapper.getparent().remove(wrapper)
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield block.text


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = [cell for cell, _ in groupby(row.cells)]  # one that spans columns comes once for each
        yield "\t".join(" ".join(cell.text.split()) for cell in cells)
