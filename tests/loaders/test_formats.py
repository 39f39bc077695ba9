"""How a file's format is told, and what its size may be."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from loaders.errors import LoaderError
from loaders.formats import read_file
from loaders.page import Page
from tests.loaders.files import BODY, TITLE, docx_text, html, pdf, rss, warc

ARCHIVE = warc([("https://example.org/1", html(), [("Content-Type", "text/html")])])[0]
LINE = f'{{"title": "{TITLE}", "text": "{BODY}"}}'.encode()
MARK = b"\xef\xbb\xbf"


def read(path: Path, data: bytes) -> list[Page | LoaderError]:
    path.write_bytes(data)
    return list(read_file(path))


@pytest.mark.parametrize("name", ["a.txt", "a.pdf", "a", "a.html.gz"])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(f"{TITLE}\n\n{BODY}".encode(), id="text"),
        pytest.param(html(), id="HTML"),
        pytest.param(rss(f"<title>{TITLE}</title><description>{BODY}</description>").encode(), id="feed"),
        pytest.param(rss(f"<title>{TITLE}</title><description>{BODY}</description>").encode("utf-16"), id="feed in UTF-16"),
        pytest.param(pdf([TITLE, " ", BODY]), id="PDF"),
        pytest.param(docx_text(TITLE, "", BODY), id="DOCX"),
        pytest.param(ARCHIVE, id="WARC"),
        pytest.param(gzip.compress(ARCHIVE), id="packed WARC"),
        pytest.param(LINE, id="JSON Lines"),
        pytest.param(MARK + LINE, id="JSON Lines with a mark"),
    ],
)
def test_content_decides_and_not_the_name(tmp_path: Path, name: str, data: bytes) -> None:  # D-02, and D-33: one text of all
    (page,) = read(tmp_path / name, data)
    assert isinstance(page, Page)
    assert "\n".join(line.strip() for line in page.text.strip().splitlines()) == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.txt", b"", "is empty"),  # D-01
        ("a.txt", MARK + b" \n", "is empty"),  # D-01
        ("a.warc", b"Judul berita", "is called .warc but does not begin as a WARC"),  # D-30
        ("a.WARC.GZ", b"", "is called .GZ but does not begin as a WARC"),  # D-30
        ("a.jsonl", b"Judul berita", "is called .jsonl but does not begin as JSON Lines in UTF-8"),
        ("a.jsonl", LINE.decode().encode("utf-16"), "is called .jsonl but does not begin as JSON Lines in UTF-8"),
        ("a.json", b'[\n {"text": "Isi"}\n]', "2 of 3 lines are left out"),
        ("a.txt", gzip.compress(b"Judul berita"), "is packed by gzip, not text or HTML"),
        ("a.warc.gz", gzip.compress(gzip.compress(ARCHIVE)), "is called .gz but does not begin as a WARC"),  # D-31
        ("a.txt", b"\x1f\x8b\x00", "is packed by gzip"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, fault: str) -> None:
    with pytest.raises(LoaderError, match=fault):
        raise next(item for item in read(tmp_path / name, data) if isinstance(item, LoaderError))


@pytest.mark.parametrize(
    ("head", "megabytes"),
    [(b"Judul", 5), (b"<html>", 5), (b"%PDF-1.7", 50), (b"PK\x03\x04", 50), (LINE, 100), (b"WARC/1.0", 1000)],
)
def test_size_is_looked_at_before_anything_is_read(tmp_path: Path, head: bytes, megabytes: int) -> None:  # D-05
    path = tmp_path / "a"
    with path.open("wb") as handle:
        handle.write(head)
        handle.truncate(megabytes * 1_000_000 + 1)
    with pytest.raises(LoaderError, match=f"is larger than {megabytes:,} MB; split it"):
        list(read_file(path))
