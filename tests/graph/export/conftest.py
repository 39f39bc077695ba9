from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import Store

SMALL = Path(__file__).parents[1] / "small.ttl"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """The small graph in a store on disk, as the build makes it."""
    store = Store(str(tmp_path / "store"))
    store.bulk_load(path=SMALL)
    return store
