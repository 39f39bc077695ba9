"""The small graph, and a browser to open pages in."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
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
def browser() -> Iterator[webdriver.Chrome]:
    """Debian's chromium without a window; skipped where it is absent, failed where `SIMPUL_REQUIRE` says it must be there."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if chromium is None or driver is None:
        reason = "no browser: apt-get install chromium chromium-driver"
        if "browser" in os.environ.get("SIMPUL_REQUIRE", "").split(","):
            pytest.fail(reason)
        pytest.skip(reason)
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for switch in ("headless=new", "no-sandbox", "disable-gpu", "disable-dev-shm-usage", "disable-background-networking"):
        options.add_argument(f"--{switch}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    with webdriver.Chrome(options=options, service=Service(driver)) as opened:
        opened.set_window_size(1400, 900)
        yield opened
