"""What all tests share: the folder of real articles beside the project, and needs that a machine may not meet."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="session")
def need() -> Callable[[str, bool, str], None]:
    """`need("browser", found, "no chromium here")`: skip where it is missing, fail where SIMPUL_REQUIRE names it."""

    def check(what: str, present: bool, why: str) -> None:
        if present:
            return
        if what in os.environ.get("SIMPUL_REQUIRE", "").split(","):
            pytest.fail(f"SIMPUL_REQUIRE names {what}: {why}")
        pytest.skip(why)

    return check


@pytest.fixture(scope="session")
def shared(need: Callable[[str, bool, str], None]) -> Path:
    """The reference folder `../shared`, whose articles and gold are not part of the project."""
    folder = ROOT.parent / "shared"
    need("shared", folder.is_dir(), f"{folder} is absent: no real articles here")
    return folder
