"""What happens to the process that reads, and to the files after one that broke it."""

from __future__ import annotations

from pathlib import Path

import pytest

from loaders.page import Page
from loaders.reading import Reader
from tests.loaders.files import BODY, TITLE, pdf, pdf_stream

UNKNOWN_FILTER = pdf([BODY], contents=pdf_stream(b"x", b"/Filter /Unknown"))


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(f"{TITLE}\n\n{BODY}", encoding="utf-8")
    return path


def test_a_file_that_breaks_its_reader_costs_that_file(tmp_path: Path, good: Path) -> None:
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(UNKNOWN_FILTER)
    with Reader() as reader:
        before = list(reader.read(good))
        (fault,) = reader.read(bad)
        assert list(reader.read(good)) == before == [Page(text=f"{TITLE}\n\n{BODY}")]
    assert str(fault) == "is damaged: its reading broke off; split it, or open it where it was made and save it again"


def test_a_file_that_needs_too_much_memory(tmp_path: Path, good: Path) -> None:  # D-20, D-21
    large = tmp_path / "large.jsonl"
    with large.open("wb") as handle:
        handle.write(b'{"text": "satu"}\n{"text":')
        handle.truncate(90_000_000)
    with Reader(memory=200 << 20) as reader:
        page, fault = reader.read(large)
        assert [type(item) for item in reader.read(good)] == [Page]
    assert page == Page(text="satu", splits=False)
    assert str(fault).startswith("needs more than 200 MB of memory to read after article 1; split it")


def test_a_file_that_takes_too_long(tmp_path: Path, good: Path) -> None:  # D-05, D-14, D-15
    slow = tmp_path / "slow.html"
    slow.write_text("<html><body><article>" + f"<p>{BODY}</p>" * 20_000, encoding="utf-8")
    with Reader(seconds=0.5) as reader:
        (fault,) = reader.read(slow)
        reader.seconds = 60
        assert [type(item) for item in reader.read(good)] == [Page]
    assert str(fault).startswith("took more than 0.5 seconds to read and was stopped; split it")


def test_deep_markup_is_read_within_its_time(tmp_path: Path) -> None:  # D-04
    deep = tmp_path / "deep.html"
    deep.write_text("<html><body>" + "<div>" * 50_000 + BODY, encoding="utf-8")
    with Reader(seconds=30) as reader:
        assert len(list(reader.read(deep))) == 1
