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
        pytest.param("a.txt", b"", "is empty", id="D-01 nothing"),
        pytest.param("a.txt", MARK + b" \n", "is empty", id="D-01 a mark and blanks"),
        pytest.param("a.warc", b"Judul berita", "has the name of a WARC but does not begin as such", id="D-30 text"),
        pytest.param("a.WARC.GZ", b"", "has the name of a WARC but does not begin as such", id="D-30 nothing"),
        pytest.param("a.jsonl", b"Judul berita", "has the name of JSON Lines in UTF-8 but", id="text"),
        pytest.param("a.jsonl", LINE.decode().encode("utf-16"), "has the name of JSON Lines in UTF-8 but", id="UTF-16"),
        pytest.param("a.json", b'[\n {"text": "Isi"}\n]', "2 of 3 lines are left out", id="a list"),
        pytest.param("a.txt", gzip.compress(b"Judul berita"), "is packed by gzip, not text or HTML", id="packed text"),
        pytest.param("a.warc.gz", gzip.compress(gzip.compress(ARCHIVE)), "has the name of a WARC but", id="D-31 packed twice"),
        pytest.param("a.txt", b"\x1f\x8b\x00", "is packed by gzip", id="a mark of gzip and nothing"),
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
