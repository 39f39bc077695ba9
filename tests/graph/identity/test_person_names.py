"""How two names stand to each other; all names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.identity.person_names import NameMatch, compare_names, name_parts

PARTS = st.lists(st.sampled_from(["Rina", "R", "Wulandari", "Sri", "M", "Muh", "Bangkit", "Bangkid", "Adi", "Ari"]), max_size=4)


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Moh. Ridwan", ("muhammad", "ridwan")),
        ("Achmad Syarief", ("ahmad", "syarif")),
        ("A. Suherman", ("a", "suherman")),
        ("Ma'ruf", ("maruf",)),
        ("Ma’ruf", ("maruf",)),
        ("José", ("jose",)),
        ("R.A. Kusuma", ("r", "a", "kusuma")),
        ("Al-Fatih", ("al", "fatih")),
        ("", ()),
        ("123", ()),
    ],
)
def test_parts(name: str, parts: tuple[str, ...]) -> None:
    assert name_parts(name) == parts


@pytest.mark.parametrize(
    ("a", "b", "match"),
    [
        ("Rina Wulandari", "rina WULANDARI", NameMatch.SAME),
        ("Moh. Ridwan Suherman", "Muhammad Ridwan Suherman", NameMatch.SAME),
        ("Djoko Susilo", "Joko Soesilo", NameMatch.SAME),
        ("A. Suherman", "Achmad Suherman", NameMatch.INITIALS),
        ("Rina W.", "Rina Wulandari", NameMatch.INITIALS),
        ("M. Suherman", "Moch. Suherman", NameMatch.INITIALS),
        ("R. W.", "Rina Wulandari", NameMatch.OTHER),
        ("A. Suherman", "Budi Suherman", NameMatch.OTHER),
        ("Rina Wulandari", "Rina Sri Wulandari", NameMatch.PART),
        ("Rina Wulandari", "Wulandari Rina Sri", NameMatch.OTHER),
        ("R. Wulandari", "Rina Sri Wulandari", NameMatch.OTHER),
        ("Wulandari", "Rina Wulandari", NameMatch.SINGLE),
        ("Wulan", "Rina Wulandari", NameMatch.OTHER),
        ("R", "Rina Wulandari", NameMatch.OTHER),
        ("Wulandari", "Wulandari", NameMatch.SAME),
        ("Bangkit Hariyo", "Bangkit Haryo", NameMatch.SPELLING),
        ("Hendri Wansyah", "Hendriwansyah", NameMatch.SPELLING),
        ("Adi Putra", "Ari Putra", NameMatch.OTHER),
        ("Rina Wulandari", "Rini Kusumawati", NameMatch.OTHER),
        ("", "Rina", NameMatch.OTHER),
    ],
)
def test_comparison(a: str, b: str, match: NameMatch) -> None:
    assert compare_names(name_parts(a), name_parts(b)) is match


@given(PARTS, PARTS)
def test_comparison_knows_no_order(a: list[str], b: list[str]) -> None:
    x, y = name_parts(" ".join(a)), name_parts(" ".join(b))
    assert compare_names(x, y) is compare_names(y, x)
