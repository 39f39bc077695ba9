"""What is read from a page."""

from __future__ import annotations

import pytest

from loaders.errors import LoaderError
from loaders.html import is_html, read_html

PARAGRAPHS = (
    "<p>Metro – Camat Sukamaju membuka pasar murah di halaman kantor kecamatan, Selasa (05/03/2024).</p>"
    "<p>“Kami menyiapkan dua ton beras untuk warga,” ujarnya di sela kegiatan itu kepada wartawan.</p>"
)


def page(head: str = "", body: str = PARAGRAPHS) -> str:
    title = "<title>Camat Buka Pasar Murah</title>"
    return f"<!DOCTYPE html><html><head>{title}{head}</head><body><article>{body}</article></body></html>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (page(), True),
        ("  \n<html><body>x</body></html>", True),
        ("<?xml version='1.0'?><html/>", True),
        ("Judul\n\n<html> adalah bahasa penanda.", False),
        ("<3 Metro", False),
    ],
)
def test_content_decides_what_is_html(text: str, expected: bool) -> None:
    assert is_html(text) is expected


def test_the_title_stands_above_the_text() -> None:
    assert read_html(page()).text.startswith("Camat Buka Pasar Murah\n\nMetro – Camat Sukamaju membuka")
    assert read_html(page(body="<h1>Camat Buka Pasar Murah</h1>" + PARAGRAPHS)).text.count("Camat Buka Pasar Murah") == 1


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2024-03-05T10:00:00+07:00">', "2024-03-05"),
        ('<meta itemprop="datePublished" content="2024-03-06">', "2024-03-06"),
        ('<script type="application/ld+json">{"@graph":[{"datePublished":"2024-03-07T01:00"}]}</script>', "2024-03-07"),
        ('<script type="application/ld+json">{broken</script>', ""),
        ('<script type="application/ld+json">[1, {"datePublished": 5}]</script>', ""),
        ('<meta name="date" content="kemarin">', ""),
        ("", ""),
    ],
)
def test_the_date_is_the_metadata_s_or_none(head: str, published: str) -> None:
    assert read_html(page(head)).published == published


def test_outlet_and_address() -> None:
    found = read_html(
        page('<meta property="og:site_name" content="Kabar Kita"><link rel="canonical" href="https://example.org/a">')
    )
    assert (found.outlet, found.url) == ("Kabar Kita", "https://example.org/a")


def test_scripts_and_markup_stay_outside() -> None:  # D-06, D-07
    text = read_html(
        page(body=PARAGRAPHS + "<script>alert('x')</script><p>Harga &lt;b&gt;murah&lt;/b&gt; itu berlaku sampai sore.</p>")
    ).text
    assert "alert" not in text
    assert "<b>murah</b>" in text


@pytest.mark.parametrize("text", ["<html><body></body></html>", "<html>" + " " * 2_000_000], ids=["no article", "too large"])
def test_a_page_without_an_article_says_so(text: str) -> None:
    with pytest.raises(LoaderError, match="save the article"):
        read_html(text)
