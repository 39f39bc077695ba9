"""Programmes: which words name one, and which only look so."""

from __future__ import annotations

import pytest

from graph.extraction.pipeline import extract
from graph.facts import Program
from tests.graph.extraction.case_files import article_of

BODY = "Pemerintah Kota Tegal menggelar rapat. "
"""Programmes are read where an article speaks of a public body."""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Warga menerima PKH.", ["PKH"]),
        ("Warga menerima Program Keluarga Harapan (PKH).", ["Program Keluarga Harapan"]),
        ("Warga menerima BLT Dana Desa.", ["BLT Dana Desa"]),
        ("Warga mengikuti Program Tegal Pintar.", ["Tegal Pintar"]),
        ("Warga memegang Kartu Tegal Sehat (KTS).", ["Kartu Tegal Sehat"]),
        ("Warga memakai Aplikasi Lapor Tegal.", ["Aplikasi Lapor Tegal"]),
        ("Warga menggunakan aplikasi siaga.", ["Aplikasi siaga"]),
        ("Warga mengikuti Gerakan Tegal Bersih.", ["Gerakan Tegal Bersih"]),
        ("Warga membuka bank sampah.", ["bank sampah"]),
        ("Warga menabung di bank sampah.", []),
        ("Warga mendatangi Pasar Murah.", ["Pasar Murah"]),
        ("Warga menerima bantuan pangan beras.", ["bantuan pangan beras"]),
        ("Warga menerima santunan kematian.", ["santunan kematian"]),
        ("Warga menerima bantuan sosial.", []),
        ("Warga menerima bantuan.", []),
        ("Warga menyusun Program Kerja.", []),
        ("Warga mendukung Program Pemerintah.", []),
        ("Wasit memberi kartu Kuning.", []),
        ("Warga menggunakan aplikasi ini.", []),
        ("Warga mengikuti gerakan warga.", []),
    ],
)
def test_named_programmes(text: str, names: list[str]) -> None:
    facts = extract(article_of(BODY + text))
    assert sorted(e.name for e in facts.entities if isinstance(e, Program)) == names
