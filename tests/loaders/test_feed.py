"""What is read of RSS and Atom."""

from __future__ import annotations

import pytest

from loaders.errors import LoaderError
from loaders.feed import is_feed, read_feed
from loaders.page import Page
from tests.loaders.files import BODY, TITLE, rss

ITEM = f"<title>{TITLE}</title><description>{BODY}</description>"


def pages(feed: str) -> list[Page]:
    return [item for item in read_feed(feed) if isinstance(item, Page)]


def faults(feed: str) -> list[str]:
    found = []
    try:
        found += [str(item) for item in read_feed(feed) if isinstance(item, LoaderError)]
    except LoaderError as error:
        found.append(str(error))
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rss(ITEM), True),
        ('<?xml version="1.0"?><!-- <html> --><feed xmlns="http://www.w3.org/2005/Atom"/>', True),
        ('<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/>', True),
        ("<!DOCTYPE html><html><body><rss></rss></body></html>", False),
        ("Judul\n\n<rss> adalah bahasa penanda.", False),
        ("/etc/passwd", False),  # D-26
        ("http://127.0.0.1/feed", False),  # D-26
    ],
)
def test_the_first_element_decides_what_is_a_feed(text: str, expected: bool) -> None:
    assert is_feed(text) is expected


def test_an_item_with_what_the_feed_says_of_it() -> None:
    rest = "<link>https://example.org/a</link><pubDate>Tue, 05 Mar 2024 06:00:00 +0700</pubDate>"
    assert pages(rss(ITEM + rest)) == [
        Page(
            text=f"{TITLE}\n\n{BODY}",
            published="2024-03-05",
            outlet="Kabar Kita",
            url="https://example.org/a",
            splits=False,
        )
    ]


def test_an_entry_of_atom() -> None:
    date, link = "<published>2024-03-05T23:00:00Z</published>", '<link href="https://example.org/a"/>'
    entry = f'<entry><title>{TITLE}</title>{date}{link}<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry>'
    (page,) = pages(f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Kabar Kita</title>{entry}</feed>')
    assert page.text == f"{TITLE}\n\n{BODY}"
    assert (page.published, page.outlet, page.url) == ("2024-03-05", "Kabar Kita", "https://example.org/a")


def test_markup_is_read_as_a_page_is() -> None:  # D-06, D-08
    markup = f"<p>{BODY}</p><script>alert('x')</script><p><a href='javascript:alert(1)'>Harga beras</a> turun di pasar itu.</p>"
    (page,) = pages(rss(f"{ITEM}<content:encoded><![CDATA[{markup}]]></content:encoded>"))
    assert "alert" not in page.text
    assert page.text.startswith(f"{TITLE}\n\n{BODY}")
    assert "Harga beras turun di pasar itu." in page.text


def test_markup_in_a_title_and_addresses_that_run_are_dropped() -> None:  # D-27
    title = "<title>Camat &lt;img src=x onerror=alert(1)&gt; Buka &lt;b&gt;Pasar&lt;/b&gt;</title>"
    (page,) = pages(rss(f"{title}<link>javascript:alert(1)</link><description>{BODY}</description>"))
    assert (page.text, page.url) == (f"Camat Buka Pasar\n\n{BODY}", "")


@pytest.mark.parametrize("date", ["", "Selasa, 5 Maret 2024", "2024-02-30", "Tue, 05 Mar 99999999999 06:00:00 +0700"])
def test_a_date_that_is_none_stays_empty(date: str) -> None:  # D-28
    (page,) = pages(rss(f"{ITEM}<pubDate>{date}</pubDate>"))
    assert page.published == ""


def test_many_items_and_the_same_one_twice() -> None:  # D-28: the same text is one article, whatever its guid
    found = pages(rss(*[f"{ITEM}<guid>1</guid>"] * 2, *[f"<description>Berita ke-{n}.</description>" for n in range(5000)]))
    assert len(found) == 5002
    assert found[0] == found[1]


@pytest.mark.parametrize(
    ("feed", "expected"),
    [
        (rss(ITEM, "<title>Kosong</title>"), ["item 2 has no text; save the page that it announces"]),
        (
            rss("<title>Kosong</title>", ITEM, "<title>Hampa</title>"),
            ["2 of 3 items are left out; the first: item 1 has no text; save the page that it announces"],
        ),
        (rss(ITEM, ITEM)[:-60], ["is a feed truncated after item 1; fetch it again"]),
        (
            rss(ITEM, ITEM).replace("</item>", "</itm>", 1),
            ["is a feed whose XML is broken, so that some of it may be missing; fetch it again"],
        ),
        (rss(), ["is a feed without an item; fetch it again"]),
        (
            rss(ITEM, head='<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'),
            ["is a feed that declares entities, which no publisher does; do not trust it"],
        ),
    ],
    ids=["one item", "several items", "truncated", "broken", "empty", "D-25 entities"],
)
def test_what_cannot_be_read_is_one_sentence(feed: str, expected: list[str]) -> None:
    assert faults(feed) == expected


def test_a_declaration_of_another_encoding_is_of_the_file_not_of_the_text() -> None:  # D-03
    (page,) = pages(rss("<title>Kafé</title><description>“Pasar”</description>").replace("?>", " encoding='iso-8859-1'?>", 1))
    assert page.text == "Kafé\n\n“Pasar”"
