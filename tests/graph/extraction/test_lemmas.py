"""What is left of a word without its affixes."""

from __future__ import annotations

import pytest

from graph.extraction.lemmas import Lemmas

KNOWN = {
    "salur": "salur",
    "bagian": "bagi",
    "bangunan": "bangun",
    "kerja": "kerja",
    "sama": "sama",
    "anak": "anak",
    "ikut": "ikut",
    "kirim": "kirim",
}


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("menyalurkan", "salur"),
        ("Menyalurkannya", "salur"),
        ("penyaluran", "salur"),
        ("disalurkan", "salur"),
        ("tersalurkan", "salur"),
        ("penandatanganan", "tanda tangan"),
        ("ditandatangani", "tanda tangan"),
        ("menandatangani", "tanda tangan"),
        ("menindaklanjuti", "tindak lanjut"),
        ("diserahterimakan", "serah terima"),
        ("mempertanggungjawabkan", "tanggung jawab"),
        ("ujarnya", "ujar"),
        ("bebernya", "beber"),
        ("imbuhnya", "imbuh"),
        ("mengimbau", "imbau"),
        ("pelantikan", "lantik"),
        ("dilantik", "lantik"),
        ("meresmikan", "resmi"),
        ("mengirim", "kirim"),
        ("bekerja", "kerja"),
        ("bersama-sama", "sama"),
        ("anak-anak", "anak"),
        ("mengikuti", "ikut"),
        ("bagian", "bagi"),  # by look-up, against the affixes
        ("mengkudu", "mengkudu"),  # nothing known is left: nothing is taken off
        ("di", "di"),
        ("2024", "2024"),
        ("“", "“"),
    ],
)
def test_lemma(word: str, lemma: str) -> None:
    assert Lemmas(KNOWN).lemma(word) == lemma
