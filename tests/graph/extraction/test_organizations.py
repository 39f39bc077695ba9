"""Names of organisations: how far they go, their kind, their area and their acronym."""

from __future__ import annotations

import pytest

from graph.extraction.organizations import organization_at
from tests.graph.extraction.word_cases import words_of


@pytest.mark.parametrize(
    ("text", "base", "kind", "area", "acronym"),
    [
        ("Pemerintah Kota Metro membuka", "Pemerintah Kota", "pemerintah-kota", "Metro", ""),
        ("Pemkab. Agam", "Pemerintah Kabupaten", "pemerintah-kabupaten", "Agam", ""),
        ("Pemerintah Kabupaten (Pemkab) Wakatobi", "Pemerintah Kabupaten", "pemerintah-kabupaten", "Wakatobi", ""),
        ("Pemprov Sultra", "Pemerintah Provinsi", "pemerintah-provinsi", "Sultra", ""),
        ("Pemda Toba", "Pemerintah Kabupaten", "pemerintah-kabupaten", "Toba", ""),
        ("Dinas Sosial Kota Metro", "Dinas Sosial", "dinas", "Kota Metro", ""),
        ("Dinas Kepemudaan, Olahraga dan Pariwisata", "Dinas Kepemudaan, Olahraga dan Pariwisata", "dinas", "", ""),
        ("dinas sosial", "dinas sosial", "dinas", "", ""),
        ("Dinas Sosial dan warga", "Dinas Sosial", "dinas", "", ""),
        ("Badan Pendapatan Daerah (Bapenda) Kota Bima", "Badan Pendapatan Daerah", "badan", "Kota Bima", "Bapenda"),
        ("Bappeda Kota Metro", "Bappeda", "badan", "Kota Metro", ""),
        ("Inspektorat Kabupaten Poso", "Inspektorat", "inspektorat", "Kabupaten Poso", ""),
        ("Bagian Hukum Setda Kota Magelang", "Bagian Hukum", "bagian", "Kota Magelang", ""),
        ("Sekretariat Daerah Pemkab Agam", "Sekretariat Daerah", "sekretariat", "Agam", ""),
        ("BPK RI Perwakilan Provinsi Lampung", "BPK RI", "lembaga-negara", "Provinsi Lampung", ""),
        ("Kementerian Kelautan dan Perikanan RI", "Kementerian Kelautan dan Perikanan", "kementerian", "", ""),
        ("RSUD A. Yani", "RSUD A. Yani", "rumah-sakit", "", ""),
        ("RSUD dr. Soegiri Lamongan Wahyuni Astuti", "RSUD dr. Soegiri Lamongan", "rumah-sakit", "", ""),
        ("SMP Negeri 3 Tegal Joko", "SMP Negeri 3 Tegal", "sekolah", "", ""),
        ("SD Negeri 5 Kupang Barat", "SD Negeri 5 Kupang Barat", "sekolah", "", ""),
        ("Kodim 0735/Surakarta", "Kodim 0735/Surakarta", "militer", "", ""),
        ("Polres Bengkalis", "Polres", "kepolisian", "Bengkalis", ""),
        ("PT Bumi Sawit Lestari melapor", "PT Bumi Sawit Lestari", "perusahaan", "", ""),
        ("Satgas Pangan Kabupaten Sleman", "Satgas Pangan", "satgas", "Kabupaten Sleman", ""),
        ("Universitas Samudra Raya", "Universitas Samudra Raya", "perguruan-tinggi", "", ""),
        ("Partai Golkar", "Partai Golkar", "partai", "", ""),
        ("PKK Kelurahan Imopuro", "PKK", "asosiasi", "Kelurahan Imopuro", ""),
    ],
)
def test_name_kind_area_acronym(text: str, base: str, kind: str, area: str, acronym: str) -> None:
    words = words_of(text)
    found = organization_at(words, 0)
    assert found is not None
    assert (found.base, found.kind, found.acronym) == (base, kind, acronym)
    assert (words.written(found.area.start, found.area.end) if found.area else "") == area


@pytest.mark.parametrize(
    "text",
    [
        "Dinas Teknis terkait",
        "Badan Usaha",
        "Kementerian Kesehatan Jepang",
        "pemerintah kota akan",
        "pan penggorengan",
        "Universitas",
    ],
)
def test_no_organization(text: str) -> None:
    assert organization_at(words_of(text), 0) is None
