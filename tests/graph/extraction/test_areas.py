"""Names of areas: with and without the word of their kind."""

from __future__ import annotations

import pytest

from graph.extraction.areas import area_at
from tests.graph.extraction.word_cases import words_of


@pytest.mark.parametrize(
    ("text", "name", "kind", "codes", "cued"),
    [
        ("Kota Metro", "Metro", "kota", ("18.72",), True),
        ("Metro", "Metro", "kota", ("18.72",), False),
        ("Kab. Agam", "Agam", "kabupaten", ("13.06",), True),
        ("kabupaten tulang bawang", "tulang bawang", "kabupaten", ("18.05",), True),
        ("Sultra", "Sultra", "provinsi", ("74",), False),
        ("Kecamatan Metro Utara", "Metro Utara", "kecamatan", ("18.72.02",), True),
        ("se-Kecamatan Metro Utara", "Metro Utara", "kecamatan", ("18.72.02",), True),
        ("Kelurahan Imopuro", "Imopuro", "kelurahan", ("18.72.01.1003",), True),
        ("Distrik Heram", "Heram", "kecamatan", ("91.71.05",), True),
        ("Bekasi", "Bekasi", "kabupaten", ("32.16", "32.75"), False),
        ("Desa Rembulan Jingga dan", "Rembulan Jingga", "desa", (), True),
        ("Kabupaten Kaur", "Kaur", "kabupaten", ("17.04",), True),
        ("Indonesia", "Indonesia", "negara", ("ID",), False),
    ],
)
def test_area(text: str, name: str, kind: str, codes: tuple[str, ...], cued: bool) -> None:
    found = area_at(words_of(text), 0)
    assert found is not None
    assert (found.name, found.kind, tuple(e.code for e in found.entries), found.cued) == (name, kind, codes, cued)


@pytest.mark.parametrize("text", ["metro", "Metropolitan", "Kaur", "batu bara", "Metro-Jakarta", "Desa itu", "Imopuro"])
def test_no_area(text: str) -> None:
    assert area_at(words_of(text), 0) is None
