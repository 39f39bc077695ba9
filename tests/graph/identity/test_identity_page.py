"""The page on identity says what the tables of features say."""

from __future__ import annotations

import re
from pathlib import Path

from graph.identity import events, organizations, person_features, programs
from graph.identity.matching import NEVER, SAME, UNSURE

PAGE = Path(__file__).parents[3] / "docs" / "identity.md"


def test_the_page_lists_every_feature_with_its_weight_and_example() -> None:
    tables = (person_features.FEATURES, organizations.FEATURES, programs.FEATURES, events.FEATURES)
    told = [
        (f.compare.__name__, "" if f.weight == NEVER else str(f.weight), f.parts, f.example) for table in tables for f in table
    ]
    rows = re.findall(
        r"^\| `(\w+)` \| (never|[\d.]+)? ?\(?(parts)?\)? \| (.+) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [(name, weight.replace("never", ""), bool(parts), example) for name, weight, parts, example in rows] == told


def test_the_page_names_the_limits() -> None:
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert f"From a sum of {SAME} on two are one; from {UNSURE} on the pair goes" in text
