"""When a file is several articles."""

from __future__ import annotations

import pytest

from loaders.splitting import split_articles

BODY = "Camat Sukamaju membuka pasar murah di halaman kantor kecamatan pada hari Selasa lalu. " * 4
ONE, TWO, THREE = (f"Judul {word}\n\n{BODY.strip()}" for word in ("Satu", "Dua", "Tiga"))


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        (ONE, [ONE]),
        (f"\n{ONE}\n", [ONE]),
        (f"0 Comments\n\n{ONE}\n\n0 Comments\n\n{TWO}", [f"0 Comments\n\n{ONE}", f"0 Comments\n\n{TWO}"]),
        (f"{ONE}\n\n3 Komentar\n\n{TWO}\n\n0 Komentar\n", [f"{ONE}\n\n3 Komentar", f"{TWO}\n\n0 Komentar"]),
        (f"{ONE}\n\n=====\n{TWO}\n=======\n{THREE}", [ONE, TWO, THREE]),
        (f"{ONE}\r\n-----\r\n{TWO}", [ONE, TWO]),
        (f"{ONE}\n\n0 Comments\n", [f"{ONE}\n\n0 Comments"]),
        (f"{ONE}\n\n2 Comments\n\nBagus\n\n0 Comments", [f"{ONE}\n\n2 Comments\n\nBagus\n\n0 Comments"]),
        (f"{ONE}\n-----\nPendek saja.", [f"{ONE}\n-----\nPendek saja."]),
    ],
    ids=["one", "blanks", "counter above", "counter below", "rules", "CRLF", "one counter", "comments", "section"],
)
def test_split(text: str, articles: list[str]) -> None:
    assert split_articles(text) == articles
