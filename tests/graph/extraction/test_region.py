"""The region of an article, and what an ambiguous name means there."""

from __future__ import annotations

import pytest

from graph.extraction.areas import AreaName, area_at
from graph.extraction.region import meant, region_of
from tests.graph.extraction.word_cases import words_of


def _named(text: str, at: int = 0) -> AreaName:
    found = area_at(words_of("- " * at + text), at)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("names", "place", "region"),
    [
        ([], "", ""),
        ([("Kota Metro", 1)], "", "18.72"),
        ([("Kota Metro", 1), ("Kabupaten Agam", 1)], "", "18.72"),
        ([("Kota Metro", 1), ("Kabupaten Agam", 2)], "", "13.06"),
        ([("Kota Metro", 1), ("Kabupaten Agam", 1), ("Kabupaten Agam", 1)], "", "13.06"),
        ([("Kecamatan Metro Utara", 1)], "", "18.72"),
        ([("Bekasi", 2), ("Kabupaten Agam", 1)], "", "13.06"),
        ([("Indonesia", 2)], "", ""),
        ([("Provinsi Lampung", 1)], "", "18"),
        ([], "Kupang", ""),
        ([], "Wakatobi", "74.07"),
        ([("Kabupaten Agam", 1)], "Wakatobi", "13.06"),
    ],
    ids=str,
)
def test_region(names: list[tuple[str, int]], place: str, region: str) -> None:
    assert region_of([(_named(text, at), weight) for at, (text, weight) in enumerate(names)], place) == region


@pytest.mark.parametrize(
    ("name", "region", "cued", "code"),
    [
        ("Kota Metro", "", {}, "18.72"),
        ("Bekasi", "", {}, "32.75"),
        ("Bekasi", "32.16", {}, "32.16"),
        ("Bekasi", "", {"bekasi": "32.16"}, "32.16"),
        ("Kecamatan Sukajadi", "", {}, ""),
        ("Kecamatan Sukajadi", "32.73", {}, "32.73.07"),
    ],
)
def test_meaning(name: str, region: str, cued: dict[str, str], code: str) -> None:
    entry, _ = meant(_named(name), region, cued)
    assert (entry.code if entry else "") == code
