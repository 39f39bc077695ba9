"""Acronyms, numbers and spellings in the names of bodies and programmes."""

from __future__ import annotations

import pytest

from graph.identity.organizations import bare
from graph.identity.wording import exact_tokens, same_spelling, stands_for, tokens


@pytest.mark.parametrize(
    ("acronym", "name", "expected"),
    [
        ("Dinsos", "Dinas Sosial", True),
        ("Dinkes", "Dinas Kesehatan", True),
        ("Dinkes", "Dinas Sosial", False),
        ("Disdag", "Dinas Perdagangan", True),
        ("Disdukcapil", "Dinas Kependudukan dan Pencatatan Sipil", True),
        ("Disnakertrans", "Dinas Tenaga Kerja dan Transmigrasi", True),
        ("Bappeda", "Badan Perencanaan Pembangunan Daerah", True),
        ("BPKAD", "Badan Pengelolaan Keuangan dan Aset Daerah", True),
        ("BPKAD", "Badan Pengelolaan Keuangan", False),
        ("DPMPTSP", "Dinas Penanaman Modal dan Pelayanan Terpadu Satu Pintu", True),
        ("DP3A", "Dinas Pemberdayaan Perempuan dan Perlindungan Anak", True),
        ("DKP3", "Dinas Ketahanan Pangan, Pertanian dan Perikanan", True),
        ("KSC", "Kartu Sehat Ceria", True),
        ("KSC", "Kartu Sembako Cerdas Mandiri", False),
        ("Sosial", "Dinas Sosial", False),
        ("Dinas Sosial", "Dinas Sosial Budaya", False),
    ],
)
def test_acronym(acronym: str, name: str, expected: bool) -> None:
    assert stands_for(tokens(acronym), tokens(name)) is expected


@pytest.mark.parametrize(
    ("a", "b", "equal"),
    [
        ("Metro Barat", "Metro Utara", False),
        ("RT 01", "RT 02", False),
        ("RT 01", "RT 1", True),
        ("Perda 5", "Perda 6", False),
        ("Tahap II", "Tahap III", False),
        ("SMP Negeri 3 Tanjung", "SMP Negeri 3 Tanjung", True),
        ("Puskesmas Ganjar", "Puskesmas Ganjar Agung", True),
    ],
)
def test_what_must_be_exact(a: str, b: str, equal: bool) -> None:
    assert (exact_tokens(tokens(a)) == exact_tokens(tokens(b))) is equal


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Badan Pengelola Keuangan Daerah", "Badan Pengelolaan Keuangan Daerah", True),
        ("Bagian Hukum Sekretariat Daerah", "Bagian Umum Sekretariat Daerah", False),
        ("Dinas Perhubungan dan Kebudayaan", "Dinas Perhutanan dan Kebudayaan", False),
        ("Kelompok Tani Suka Maju", "Kelompok Tani Suka Makmur", False),
        ("Dinas Pendidikan dan Kebudayan", "Dinas Pendidikan dan Kebudayaan", True),
        ("Basarnas", "Baznas", False),
        ("Kelompok Tani Sumber Makmur 1", "Kelompok Tani Sumber Makmur 2", False),
        ("Puskesmas Rawat Inap Metro Barat", "Puskesmas Rawat Inap Metro Utara", False),
    ],
)
def test_spelling(a: str, b: str, same: bool) -> None:
    assert same_spelling(tokens(a), tokens(b)) is same


@pytest.mark.parametrize(
    ("name", "code", "expected"),
    [
        ("Dinas Sosial Kota Metro", "18.72", "dinas sosial"),
        ("Dinas Sosial Metro", "18.72", "dinas sosial"),
        ("Dinas Sosial Kota Metro Provinsi Lampung", "18.72", "dinas sosial"),
        ("Dinas Sosial", "18.72", "dinas sosial"),
        ("Dinas Sosial Kota Metro", "18.71", "dinas sosial kota metro"),
        ("BPK RI", "", "badan pemeriksa keuangan"),
    ],
)
def test_name_without_its_area(name: str, code: str, expected: str) -> None:
    assert " ".join(bare(name, code, "dinas")) == expected
