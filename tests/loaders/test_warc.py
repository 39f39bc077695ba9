"""What is read of a web archive, and how it says that something is missing."""

from __future__ import annotations

import gzip
import io
import re

import pytest

from loaders.errors import LoaderError
from loaders.page import Page
from loaders.warc import read_warc
from tests.loaders.files import BODY, HTML_HEADERS, TITLE, Response, html, warc, warc_record


def answer(number: int) -> Response:
    return f"https://example.org/{number}", html(f"{TITLE} {number}"), HTML_HEADERS


ANSWERS = [answer(number) for number in (1, 2, 3)]
PICTURE = ("https://example.org/x.png", b"\x89PNG", [("Content-Type", "image/png")])


def read(data: bytes) -> tuple[list[Page], list[str]]:
    pages: list[Page] = []
    faults: list[str] = []
    try:
        for item in read_warc(io.BytesIO(data)):
            if isinstance(item, Page):
                pages.append(item)
            else:
                faults.append(str(item))
    except LoaderError as error:
        faults.append(str(error))
    return pages, faults


def headlines(pages: list[Page]) -> list[str]:
    return [page.text.partition("\n")[0] for page in pages]


@pytest.mark.parametrize("packed", [False, True])
def test_each_page_is_an_article_with_its_address(packed: bool) -> None:
    pages, faults = read(warc([ANSWERS[0], PICTURE, ANSWERS[1]], packed=packed)[0])
    assert headlines(pages) == [f"{TITLE} 1", f"{TITLE} 2"]
    assert pages[0] == Page(text=f"{TITLE} 1\n\n{BODY}", published="2024-03-05", url="https://example.org/1", splits=False)
    assert faults == []


def test_an_archive_packed_as_a_whole() -> None:
    assert len(read(gzip.compress(warc(ANSWERS)[0]))[0]) == 3


@pytest.mark.parametrize(
    ("body", "headers"),
    [
        (gzip.compress(html()), [*HTML_HEADERS, ("Content-Encoding", "gzip")]),
        (b"%x\r\n%b\r\n0\r\n\r\n" % (len(html()), html()), [*HTML_HEADERS, ("Transfer-Encoding", "chunked")]),
        (html(), [*HTML_HEADERS, ("Transfer-Encoding", "chunked")]),
        (html(), [("content-type", "TEXT/HTML")]),
    ],
    ids=["packed", "in chunks", "D-32 in chunks, it says", "no encoding named"],
)
def test_what_http_wraps_around_a_page_is_taken_off(body: bytes, headers: list[tuple[str, str]]) -> None:
    pages, faults = read(warc([("https://example.org/1", body, headers)])[0])
    assert (headlines(pages), faults) == ([TITLE], [])


def test_a_page_stored_without_its_answer() -> None:
    (page,), faults = read(warc_record("resource", "", "text/html", html()).replace(b"WARC-Target-URI: \r\n", b""))
    assert (headlines([page]), page.url, faults) == ([TITLE], "", [])


def test_what_is_no_page_is_passed_over() -> None:  # D-32
    assert read(warc([PICTURE])[0]) == ([], [])
    assert read(warc(ANSWERS, status="404 Not Found")[0]) == ([], [])


def test_a_page_without_an_article_is_counted() -> None:
    empty = ("https://example.org/e", b"<html></html>", HTML_HEADERS)
    pages, faults = read(warc([ANSWERS[0], empty, empty])[0])
    assert len(pages) == 1
    assert faults == [
        "2 of 3 records are left out; the first: record 3 is HTML in which no article was found; save the article as text"
    ]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("more", [30, 100, 200])
def test_a_truncated_archive_says_after_which_record(packed: bool, more: int) -> None:  # D-29
    data, ends = warc(ANSWERS, packed=packed)
    pages, faults = read(data[: ends[2] + more])
    assert headlines(pages) == [f"{TITLE} 1", f"{TITLE} 2"]
    assert faults == ["is a WARC truncated after record 3; fetch it again"]


def test_an_archive_packed_as_a_whole_and_truncated() -> None:  # D-29
    pages, (fault,) = read(gzip.compress(warc(ANSWERS)[0])[:-100])
    assert len(pages) < 3
    assert re.fullmatch(r"is a WARC truncated after record \d; fetch it again", fault)


@pytest.mark.parametrize(
    ("length", "fault"),
    [
        (b"99999", "is a WARC truncated after record 1; fetch it again"),
        (b"30", "is a WARC damaged after record 2; fetch it again"),
    ],
)
def test_a_wrong_length_of_a_record(length: bytes, fault: str) -> None:  # D-32
    data, (first, *_) = warc(ANSWERS)
    wrong = data[:first] + re.sub(rb"(msgtype=response\r\nContent-Length: )\d+", rb"\g<1>" + length, data[first:], count=1)
    assert read(wrong) == ([], [fault])


@pytest.mark.parametrize("data", [b"WARC/1.0\r\nini bukan arsip\r\n" * 9, b"WARC/9.9\r\n\r\n", b"WARC"])
def test_what_only_begins_as_an_archive(data: bytes) -> None:  # D-30
    pages, faults = read(data)
    assert pages == []
    assert len(faults) == 1
    assert "after record 0" in faults[0]


def test_a_page_that_unpacks_to_too_much_is_left_out() -> None:  # D-31
    bomb = gzip.compress(bytes(100_000_000))
    packed = ("https://example.org/b", bomb, [*HTML_HEADERS, ("Content-Encoding", "gzip")])
    pages, faults = read(warc([ANSWERS[0], packed, ANSWERS[1]], packed=True)[0])
    assert headlines(pages) == [f"{TITLE} 1", f"{TITLE} 2"]
    assert faults == ["record 3 is a page of more than 5 MB; save its text alone"]


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("socket.socket", None)
    assert len(read(warc(ANSWERS)[0])[0]) == 3
