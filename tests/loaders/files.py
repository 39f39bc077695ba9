"""Small files of each format, made by hand or by the library that reads them."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable, Sequence

import docx

TITLE = "Camat Buka Pasar Murah"
BODY = "Camat Sukamaju membuka pasar murah di halaman kantor kecamatan, Selasa (05/03/2024)."
HTML_HEADERS = (("Content-Type", "text/html; charset=utf-8"),)
Response = tuple[str, bytes, Sequence[tuple[str, str]]]


def pdf_objects(*objects: bytes) -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


def pdf_stream(data: bytes, entries: bytes = b"") -> bytes:
    return b"<< /Length %d %b >>\nstream\n%b\nendstream" % (len(data), entries, data)


def pdf(*pages: Sequence[str], catalog: bytes = b"", contents: bytes | None = None) -> bytes:
    """A PDF with these lines on its pages; `contents` is an object that stands for the contents of every page."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * number) for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R %b >>" % catalog,
        b"<< /Type /Pages /Kids [%b] /Count %d >>" % (kids, len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, lines in enumerate(pages):
        shown = b" ".join(b"(%b) Tj T*" % line.encode("cp1252") for line in lines)
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R" % (5 + 2 * number)
            + b" /Resources << /Font << /F1 3 0 R >> >> >>",
            contents or pdf_stream(b"BT /F1 12 Tf 14 TL 50 800 Td %b ET" % shown),
        ]
    return pdf_objects(*objects)


def docx_of(document: docx.document.Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def docx_text(*paragraphs: str) -> bytes:
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    return docx_of(document)


def changed_part(archive: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """The ZIP archive with `old` replaced once in the file `name`."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for entry in before.namelist():
            data = before.read(entry)
            after.writestr(entry, data.replace(old, new, 1) if entry == name else data)
    return out.getvalue()


def html(title: str = TITLE, body: str = BODY) -> bytes:
    date = '<meta property="article:published_time" content="2024-03-05T10:00:00+07:00">'
    return f"<html><head><title>{title}</title>{date}</head><body><article><p>{body}</p></article></body></html>".encode()


def warc_record(kind: str, address: str, content_type: str, block: bytes) -> bytes:
    fields = {"WARC-Type": kind, "WARC-Target-URI": address, "Content-Type": content_type, "Content-Length": len(block)}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return f"WARC/1.0\r\n{head}\r\n".encode() + block + b"\r\n\r\n"


def warc(answers: Iterable[Response], *, packed: bool = False, status: str = "200 OK") -> tuple[bytes, list[int]]:
    """An archive of a `warcinfo` record and these answers (address, body, headers), and where each record ends."""
    records = [warc_record("warcinfo", "", "application/warc-fields", b"software: by hand")]
    for address, body, headers in answers:
        head = "".join(f"{name}: {value}\r\n" for name, value in headers)
        block = f"HTTP/1.1 {status}\r\n{head}\r\n".encode() + body
        records.append(warc_record("response", address, "application/http; msgtype=response", block))
    out, ends = b"", []
    for record in records:
        out += gzip.compress(record) if packed else record
        ends.append(len(out))
    return out, ends


def rss(*items: str, head: str = "") -> str:
    """A feed with these items (their inner XML)."""
    wrapped = "".join(f"<item>{item}</item>" for item in items)
    space = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    return f'<?xml version="1.0"?>{head}<rss version="2.0" {space}><channel><title>Kabar Kita</title>{wrapped}</channel></rss>'
