"""What is read of JSON Lines."""

from __future__ import annotations

import io
import json

import pytest

from loaders.errors import LoaderError
from loaders.json_lines import read_json_lines
from loaders.page import Page
from tests.loaders.files import BODY, TITLE


def read(*lines: object) -> list[Page | LoaderError]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return list(read_json_lines(io.BytesIO(text.encode())))


def test_the_named_fields_are_read_and_others_are_not() -> None:
    article = {
        "title": TITLE, "text": BODY, "published": "2024-03-05T10:00:00+07:00", "place": "Metro",
        "outlet": "Kabar Kita", "url": "https://example.org/a", "html": "<p>lain", "author": {"name": "lain"},
    }  # fmt: skip
    assert read(article) == [
        Page(
            text=f"{TITLE}\n\n{BODY}",
            published="2024-03-05",
            place="Metro",
            outlet="Kabar Kita",
            url="https://example.org/a",
            splits=False,
        )
    ]


@pytest.mark.parametrize(
    ("article", "expected"),
    [
        ({"text": BODY}, Page(text=BODY, splits=False)),
        ({"text": BODY, "title": None, "published": "2024-03"}, Page(text=BODY, published="2024-03", splits=False)),
        ({"text": BODY, "url": "javascript:alert(1)"}, Page(text=BODY, splits=False)),
        ({"text": "Pasar\x00 \ud83d", "outlet": "\x1b]0;x\x07"}, Page(text="Pasar� �", outlet="\x1b]0;x�", splits=False)),
    ],
    ids=["text alone", "null, a month", "D-27 address that runs", "characters that no text has"],
)
def test_one_line(article: dict[str, object], expected: Page) -> None:
    assert read(article) == [expected]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("{", "line 2 is no JSON object in UTF-8; write one object on each line"),
        ("[1]", "line 2 is no JSON object in UTF-8; write one object on each line"),
        ("[" * 100_000, "line 2 is no JSON object in UTF-8; write one object on each line"),
        ("9" * 5_000, "line 2 is no JSON object in UTF-8; write one object on each line"),
        ({"title": TITLE}, "line 2 has no 'text'; give the article's own text there"),
        ({"text": " "}, "line 2 has no 'text'; give the article's own text there"),
        ({"text": [BODY]}, "line 2 has no text in 'text'; put it in quotation marks"),
        ({"text": BODY, "published": 2024}, "line 2 has no text in 'published'; put it in quotation marks"),
        ({"text": BODY, "published": "05/03/2024"}, "line 2 has no date in 'published'; write 2024-01-30, 2024-01 or 2024"),
    ],
)
def test_a_line_that_does_not_fit_is_left_out(line: object, fault: str) -> None:
    one, three, error = read({"text": "Satu"}, line, {"text": "Tiga"})
    assert (one, three) == (Page(text="Satu", splits=False), Page(text="Tiga", splits=False))
    assert str(error) == fault


def test_many_lines_that_do_not_fit_are_one_sentence() -> None:
    *pages, fault = read({"text": "Satu"}, "{", "", "{}", {"text": "Lima"})
    assert [page.text for page in pages if isinstance(page, Page)] == ["Satu", "Lima"]
    assert str(fault).startswith("2 of 4 lines are left out; the first: line 2 is no JSON object")
