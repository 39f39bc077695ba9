"""What counts as a degree, an honorific, an abbreviation."""

from __future__ import annotations

import pytest

from ontology.titles import abbreviations, degrees, honorifics, is_degree, is_honorific, plain


@pytest.mark.parametrize(
    "text", ["M.Kes.", "M.Kes", "MKes", "M. Kes.", "Sp.OG(K)", "SH", "S.H.", "SE", "S.STP", "S.Pd.I.", "Ph.D", "M.KES"]
)
def test_degrees(text: str) -> None:
    assert is_degree(text)


@pytest.mark.parametrize("text", ["se", "ma", "Budi", "Kota", "", "A", "m.kes"])
def test_no_degrees(text: str) -> None:
    assert not is_degree(text)


@pytest.mark.parametrize(
    "text",
    [
        "H",
        "H.",
        "Hi.",
        "Hj",
        "dr.",
        "Dr",
        "Ir.",
        "Drs.",
        "KH",
        "K.H.",
        "Letkol Inf",
        "Brigjen Pol.",
        "AKBP",
        "Tgk",
        "Pak",
        "Ustaz",
    ],
)
def test_honorifics(text: str) -> None:
    assert is_honorific(text)


@pytest.mark.parametrize("text", ["Andi", "pak", "Budi", "Wali Kota", ""])
def test_no_honorifics(text: str) -> None:
    assert not is_honorific(text)


@pytest.mark.parametrize(
    ("form", "full", "ends"), [("Kec.", "kecamatan", False), ("dll.", "dan lain-lain", True), ("No.", "nomor", False)]
)
def test_abbreviations(form: str, full: str, ends: bool) -> None:
    entry = next(a for a in abbreviations() if form in a.forms)
    assert (entry.full, entry.ends) == (full, ends)


def test_spellings_of_degrees_are_one_by_their_letters() -> None:
    assert plain("M. Kes.") == plain("MKes") == "mkes"


def test_each_spelling_belongs_to_one_degree() -> None:
    forms = [form for degree in degrees() for form in degree.forms]
    assert len(forms) == len(set(forms))


def test_each_title_has_a_known_kind() -> None:
    kinds = {title.kind for title in (*degrees(), *honorifics())}
    assert kinds == {
        "academic", "bachelor", "courtesy", "diploma", "doctor", "master", "military", "nobility", "police", "professional",
        "religious", "specialist",
    }  # fmt: skip
