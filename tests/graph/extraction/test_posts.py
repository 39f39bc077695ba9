"""Posts: the rank, its title, and the body or area that completes it."""

from __future__ import annotations

import pytest

from graph.extraction.posts import post_at
from tests.graph.extraction.word_cases import words_of


@pytest.mark.parametrize(
    ("text", "rank", "body", "area"),
    [
        ("Bupati Agam membuka", "Bupati", "", "Agam"),
        ("Wakil Bupati Kabupaten Agam", "Wakil Bupati", "", "Kabupaten Agam"),
        ("Walikota Metro", "Wali Kota", "", "Metro"),
        ("Wagub NTB", "Wakil Gubernur", "", "NTB"),
        ("Bupati", "Bupati", "", ""),
        ("Sekda Pemkab Agam", "Sekretaris Daerah", "", "Agam"),
        ("Camat Metro Utara", "Camat", "", "Metro Utara"),
        ("Lurah Imopuro", "Lurah", "", "Imopuro"),
        ("Kepala Desa Sukorejo Kecamatan Parengan Kabupaten Tuban", "Kepala Desa", "", "Sukorejo"),
        ("Kepala Dinas Pertanian Kabupaten Ngawi", "Kepala Dinas", "Dinas Pertanian", ""),
        ("Kadis PUPR", "Kepala Dinas", "Dinas PUPR", ""),
        ("Kadisdukcapil Kota Bima", "Kepala Dinas", "Disdukcapil", ""),
        ("Kaban Kesbangpol", "Kepala Badan", "Badan Kesbangpol", ""),
        ("Kepala Bappeda Kota Metro", "Kepala Badan", "Bappeda", ""),
        ("Kepala BPBD", "Kepala Badan", "BPBD", ""),
        ("Kepala BPS Kota Metro", "Kepala", "BPS", ""),
        ("Kabag Hukum Setda Kota Metro", "Kepala Bagian", "Setda", ""),
        ("Kabid Akuntansi BPKAD", "Kepala Bidang", "BPKAD", ""),
        ("Kasi Pelayanan Kelurahan Imopuro", "Kepala Seksi", "", "Kelurahan Imopuro"),
        ("Asisten I Bidang Pemerintahan dan Kesejahteraan Rakyat", "Asisten", "", ""),
        ("Staf Ahli Bidang Hukum", "Staf Ahli", "", ""),
        ("Inspektur Kota Metro", "Inspektur", "", "Kota Metro"),
        ("Ketua DPRD Kota Metro", "Ketua DPRD", "DPRD", ""),
        ("Wakil Ketua II DPRD Metro", "Wakil Ketua DPRD", "DPRD", ""),
        ("Ketua Komisi III DPRD Agam", "Ketua Komisi", "DPRD", ""),
        ("Anggota DPRD Provinsi Lampung", "Anggota DPRD", "DPRD", ""),
        ("Menteri Dalam Negeri", "Menteri", "Kementerian Dalam Negeri", ""),
        ("Wakil Menteri Sosial", "Wakil Menteri", "Kementerian Sosial", ""),
        ("Kapolres Metro", "Kapolres", "Polres", ""),
        ("Kapolsek Mandau", "Kapolsek", "Polsek", ""),
        ("Dandim 0411/Kota Metro", "Dandim", "Kodim 0411/Kota Metro", ""),
        ("Kajari Agam", "Kajari", "Kejaksaan Negeri", ""),
        ("Direktur RSUD Menggala", "Direktur", "RSUD Menggala", ""),
        ("Direktur RSUDM", "Direktur", "RSUDM", ""),
        ("Ketua PWI Provinsi Lampung", "Ketua", "PWI", ""),
        ("Ketua Kadin Kota Bima", "Ketua", "Kadin", ""),
        ("Sekretaris Utama BSSN RI", "Sekretaris Utama", "BSSN RI", ""),
        ("Kepala SMPN 2 Sentani", "Kepala Sekolah", "SMPN 2 Sentani", ""),
    ],
)
def test_rank_body_and_area(text: str, rank: str, body: str, area: str) -> None:
    post = post_at(words_of(text), 0, {})
    assert post is not None
    assert (post.rank, post.body.base if post.body else "") == (rank, body)
    assert (words_of(text).written(post.area.start, post.area.end) if post.area else "") == area


@pytest.mark.parametrize(
    ("text", "acting", "former", "plural"),
    [
        ("Bupati Agam", "", False, False),
        ("Plt. Bupati Agam", "Plt.", False, False),
        ("Plt Bupati Agam", "Plt.", False, False),
        ("Pelaksana Tugas (Plt) Bupati Agam", "Plt.", False, False),
        ("Penjabat Sementara Wali Kota Metro", "Pjs.", False, False),
        ("Pj. Gubernur Lampung", "Pj.", False, False),
        ("mantan Bupati Agam", "", True, False),
        ("Calon Bupati Agam", "", False, True),
        ("para Camat", "", False, True),
        ("seluruh Lurah se-Kota Metro", "", False, True),
        ("Lurah se-Kota Metro", "", False, True),
    ],
)
def test_marks_before_a_post(text: str, acting: str, former: bool, plural: bool) -> None:
    post = post_at(words_of(text), 0, {})
    assert post is not None
    assert (post.acting, post.former, post.plural) == (acting, former, plural)


@pytest.mark.parametrize("text", ["Ketua-ketua adat", "Menteri Luar Negeri Jepang", "kepala sakit", "Kepala Kota"])
def test_no_post(text: str) -> None:
    assert post_at(words_of(text), 0, {}) is None
