"""The page in a real browser: drawn, silent, and deaf to names that try to be code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from selenium.webdriver import Chrome, Keys
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from graph.explorer import show
from graph.rdf import term

ATTACKS = [
    "</script><script>window.attacked=1</script>",
    '<img src=x onerror="window.attacked=1">',
    '"><svg onload=window.attacked=1>',
    "javascript:window.attacked=1",
    '<a href="javascript:window.attacked=1">href</a>',
    "{{ 7*7 }}${window.attacked=1}`",
    "<!--<script>",
    "\u2028window.attacked=1//",
]
SHOWN_TEXTS = ["rdfs:label", "schema:headline", "oa:exact", "schema:text", "skos:altLabel", "schema:publisher", "simpul:cue"]


def opened(browser: Chrome, page: Path) -> list[str]:
    """The requests that a page makes until it is drawn, itself and the browser's own icons left out."""
    browser.get_log("performance")
    browser.get_log("browser")
    browser.get(page.as_uri())
    WebDriverWait(browser, 30).until(lambda b: b.execute_script("return document.body.dataset.drawn"))
    messages = [json.loads(entry["message"])["message"] for entry in browser.get_log("performance")]
    requests = [m["params"]["request"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    return [r["url"] for r in requests if r["url"] != page.as_uri() and not r["url"].startswith("data:")]


def visit(browser: Chrome, name: str) -> str:
    """Searches a name by keyboard, opens the first that is found and gives the text of the panel."""
    field = browser.find_element(By.ID, "search")
    field.clear()
    field.send_keys(name, Keys.ENTER)
    return browser.find_element(By.ID, "detail").text


def pixels(browser: Chrome) -> int:
    """How many points of the canvas are not empty."""
    return browser.execute_script(
        "const c = document.querySelector('canvas'), d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
        "let n = 0; for (let i = 3; i < d.length; i += 4) n += d[i] > 0; return n"
    )


@pytest.fixture
def page(store: Store, tmp_path: Path) -> Path:
    show(store, tmp_path / "graf.html")
    return tmp_path / "graf.html"


@pytest.fixture
def attacking_store(store: Store) -> Store:
    """The small graph where every text that a page shows is an attack."""
    number = 0
    for predicate in SHOWN_TEXTS:
        for quad in sorted(store.quads_for_pattern(None, term(predicate), None), key=str):
            store.remove(quad)
            store.add(Quad(quad.subject, quad.predicate, Literal(f"{ATTACKS[number % len(ATTACKS)]} {number}")))
            number += 1
    for article in store.quads_for_pattern(None, term("schema:headline"), None):
        store.add(Quad(article.subject, term("schema:url"), Literal("javascript:window.attacked=1")))
    return store


def test_it_is_drawn_from_a_file_without_a_request_or_an_error(browser: Chrome, page: Path) -> None:
    """Cases O-07 and O-08: under a policy that forbids every request, without a message of the browser."""
    assert opened(browser, page) == []
    assert browser.get_log("browser") == []
    assert pixels(browser) > 2_000


def test_the_panel_shows_every_sentence_with_its_article_and_date(browser: Chrome, page: Path) -> None:
    opened(browser, page)
    text = visit(browser, "Raka Sentosa")
    for part in (
        "Plt. Kepala Dinas Pertanian, Raka Sentosa",
        "Dinas Pertanian Bagikan Bibit · Kabar Sukamaju · 2024-03-05 · bibit.txt#1",
        "Plt. Kadis Pertanian Raka",
        "Dikutip dari pihak lain",
        "Berbicara · Speaks",
        "Dinas Pertanian Kota Sukamaju",
    ):
        assert part in text


def test_another_name_finds_too_and_a_hidden_kind_is_shown_when_it_is_visited(browser: Chrome, page: Path) -> None:
    opened(browser, page)
    assert visit(browser, "distan").startswith("Dinas Pertanian Kota Sukamaju")
    statements = browser.find_element(By.CSS_SELECTOR, "input[value=Statement]")
    assert not statements.is_selected()
    assert "Panen tahun ini cukup" in visit(browser, "panen tahun ini")
    assert statements.is_selected()


def test_unchecking_a_kind_takes_its_nodes_off_the_canvas(browser: Chrome, page: Path) -> None:
    opened(browser, page)
    before = pixels(browser)
    for box in browser.find_elements(By.CSS_SELECTOR, "input[name=kind]:checked"):
        box.click()
    browser.execute_async_script("requestAnimationFrame(() => requestAnimationFrame(arguments[0]))")
    assert pixels(browser) < before / 10


def test_a_period_without_facts_empties_the_canvas(browser: Chrome, page: Path) -> None:
    opened(browser, page)
    before = pixels(browser)
    browser.execute_async_script(
        "const to = document.getElementById('to'); to.value = '2023-12-31'; to.dispatchEvent(new Event('change'));"
        "requestAnimationFrame(() => requestAnimationFrame(arguments[0]))"
    )
    assert pixels(browser) < before / 10


def test_a_graph_too_large_to_draw_is_an_overview_and_says_so(browser: Chrome, store: Store, tmp_path: Path) -> None:
    for number in range(1_000):
        store.add(Quad(NamedNode(f"urn:simpul:person/p{number}"), term("rdf:type"), term("schema:Person")))
    show(store, tmp_path / "graf.html")
    assert opened(browser, tmp_path / "graf.html") == []
    assert browser.find_element(By.CLASS_NAME, "note").text.startswith("Ringkasan: 6 dari 1018 simpul")
    assert pixels(browser) > 2_000


def test_names_that_try_to_be_code_stay_text(browser: Chrome, attacking_store: Store, tmp_path: Path) -> None:
    """Cases O-01, O-03, O-04, O-05, O-06, O-09 and O-21: in headings, ids, data, tooltips, addresses and scripts."""
    show(attacking_store, tmp_path / "graf.html")
    assert opened(browser, tmp_path / "graf.html") == []
    for attack in ("onerror", "javascript", "script"):
        assert attack in visit(browser, attack)
    canvas = browser.find_element(By.TAG_NAME, "canvas")
    for x in range(-300, 301, 100):
        for y in range(-200, 201, 100):
            browser.execute_script(
                "const [c, x, y] = arguments, r = c.getBoundingClientRect();"
                "for (const t of ['pointermove', 'mousemove', 'click']) c.dispatchEvent(new MouseEvent(t,"
                "{bubbles: true, clientX: r.x + r.width / 2 + x, clientY: r.y + r.height / 2 + y}))",
                canvas,
                x,
                y,
            )
    assert browser.execute_script("return window.attacked") is None
    assert browser.find_elements(By.CSS_SELECTOR, "a[href^=javascript]") == []
    assert browser.get_log("browser") == []


def test_the_page_is_the_same_each_time(store: Store, page: Path, tmp_path: Path) -> None:
    show(store, tmp_path / "again.html")
    assert (tmp_path / "again.html").read_bytes() == page.read_bytes()


def test_nothing_in_the_page_names_another_host(page: Path) -> None:
    text = page.read_text("utf-8")
    outside_the_library = text[: text.index("<script>")] + text[text.rindex("<script>") :]
    assert "http://" not in outside_the_library
    assert "https://" not in outside_the_library
    assert "default-src 'none'" in outside_the_library
