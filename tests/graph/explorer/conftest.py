"""The small graph, and a browser to open pages in."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pyoxigraph import Store
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

SMALL = Path(__file__).parents[1] / "small.ttl"


@pytest.fixture
def store() -> Store:
    store = Store()
    store.load(path=SMALL)
    return store


@pytest.fixture(scope="session")
def browser(need: Callable[[str, bool, str], None]) -> Iterator[webdriver.Chrome]:
    """Debian's chromium without a window."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    need("browser", bool(chromium and driver), "no browser here: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium or ""
    for switch in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "disable-background-networking"):
        options.add_argument(f"--{switch}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with webdriver.Chrome(options=options, service=Service(driver)) as opened:
        opened.set_window_size(1400, 900)
        yield opened
