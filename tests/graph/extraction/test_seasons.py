"""Days of the Islamic year against those that Indonesia's ministry of religious affairs announced."""

from __future__ import annotations

from datetime import date

import pytest

from graph.extraction.seasons import is_in
from ontology.calendar import hijri_seasons

SEASONS = {season.season: season for season in hijri_seasons()}


@pytest.mark.parametrize(
    ("season", "day", "expected"),
    [
        ("Ramadan", "2022-04-03", True),
        ("Ramadan", "2023-03-23", True),
        ("Ramadan", "2024-03-12", True),
        ("Ramadan", "2025-03-01", True),
        ("Ramadan", "2025-02-20", False),
        ("Ramadan", "2030-01-06", True),  # of two in one year
        ("Ramadan", "2030-12-28", True),
        ("Idulfitri", "2022-05-02", True),
        ("Idulfitri", "2023-04-22", True),
        ("Idulfitri", "2024-04-20", False),
        ("Syawal", "2022-05-23", True),
        ("Syawal", "2016-05-23", False),
        ("Iduladha", "2024-06-17", True),
        ("Iduladha", "2025-06-06", True),
        ("Iduladha", "2025-06-20", False),
    ],
)
def test_whether_a_day_lies_in_a_season(season: str, day: str, expected: bool) -> None:
    assert is_in(date.fromisoformat(day), SEASONS[season]) is expected
