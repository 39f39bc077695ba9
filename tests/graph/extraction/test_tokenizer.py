"""One line, one decision: how a stretch of news text is cut into tokens, written with `·` between them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.extraction.language import nlp
from graph.extraction.tokenizer import split, split_chunk

DEGREES = [
    "Sp.OG(K)", "Sp.OG", "Sp.A(K)", "Sp.PD", "M.Kes.", "M.Kes", "M.kes", "M.KES", "S.STP.", "S.STP", "S.Sos.",
    "S.Pd.", "S.Pd.I", "S.H.", "S.E.", "S.IP", "S.Ip.", "M.Si.", "M.Si", "M.H.", "M.M.", "M.Pd", "M.AP.", "M.T.",
    "M.Hum.", "Ph.D.", "A.Md.Keb.", "S.Tr.Keb.", "M.Tr.(Han)", "LL.M.", "Lc.", "SH.", "SE.", "MM.", "M.I.Kom.",
    "S.I.Kom", "S.Farm.", "Amd.Kep",
]  # fmt: skip
HONORIFICS = [
    "dr.", "drg.", "Dr.", "Ir.", "Hi.", "H.", "Hj.", "Drs.", "Dra.", "KH.", "K.H.", "Prof.", "Tgk.", "Ny.", "Bpk.",
    "R.", "TGH.",
]  # fmt: skip
ABBREVIATIONS = [
    "Jl.", "Kec.", "Kel.", "Kab.", "Prov.", "No.", "Rp.", "Plt.", "Pj.", "PT.", "CV.", "RT.", "RW.", "RT/RW", "dll.",
    "dkk.", "dst.", "s.d.", "s/d", "a.n.", "a/n", "u.p.", "c.q.", "tgl.", "Telp.", "Tbk.", "KEC.", "JL.", "Moh.",
    "Muh.", "Abd.", "Des.", "Gg.",
]  # fmt: skip
NUMBERS = [
    "2.047.388.150", "82,82", "12/01/2022", "2024-01-30", "30-01-2024", "08.30", "23/2014", "1990-an", "05/02",
    "100.3.3.1/400/013/2025",
]  # fmt: skip
WORDS = [
    "anak-anak", "Jum'at", "Jum’at", "Ma'arif", "COVID-19", "se-Kota", "ke-78", "menyalurkannya", "ujarnya",
    "non-ASN", "https://berita.contoh.id/a?b=1", "dinas@contoh.go.id", "contoh.go.id", "Kabar24jam.com",
    "@kominfo.contoh", "P3K", "e-KTP", "--", "...", "''",
]  # fmt: skip


@pytest.mark.parametrize("word", [*DEGREES, *HONORIFICS, *ABBREVIATIONS, *NUMBERS, *WORDS])
def test_stays_whole(word: str) -> None:
    assert split_chunk(word) == (word,)


@pytest.mark.parametrize(
    "text",
    [
        "Rp·640 juta",
        "Rp.·2.047.388.150",
        "Rp. 2.047.388.150·,",
        "Rp 750.250·,-",
        "US$·20",
        "82,82·%",
        "(·12/01/2022·)",
        "No.·53",
        "UU No.·23/2014",
        "Nomor 5/2020·.",
        "10·kg",
        "08.00·-·10.00 WIB",
        "2023·-·2024",
        "2023·–·2024",
        "dan·/·atau",
        "jawab·.·“·Bantuan",
        "Aparatur·.·Pemerintah",
        "tuturnya·.·Kota",
        "bertambah·.·”·,",
        "“·Kami siap·,·”",
        '"·Kami siap·,·"',
        "‘·Kami·’",
        "``·Kami siap·''",
        "“·“·Kami",
        "„·Kami·“",
        "«·Kami·»",
        "Santosa·,·Sp.OG(K)·.",
        "Santosa·,·S.STP.·,·M.Si.",
        "Santosa·,·S.IP·,·M.Si",
        "(·OPD·)",
        "(·Rakor·)·,",
        "Ir.·Santosa",
        "Hi.·Santosa",
        "H.·Santosa",
        "A.·Pratama",
        "H.·M.·Santosa",
        "Jl.·Melati",
        "Kec.·Sukamaju",
        "Ayo·!",
        "Mengapa·?·”",
        "hari ini·…",
        "Letkol Inf.·",
        "Kota·:",
        "Metro·;",
        "A·/·T.",
        "\n·JUDUL",
        "🎉·Selamat",
    ],
)
def test_is_cut_here(text: str) -> None:
    expected = [part for token in text.split("·") for part in _parts(token)]
    assert [word for word, _ in split(text.replace("·", ""))] == expected


def _parts(token: str) -> list[str]:
    """What stands between two `·`: one token, or several with spaces between them."""
    return token.split() or ([token] if token else [])


def test_white_space_beyond_one_space_is_a_token() -> None:
    assert list(split("satu  dua \ntiga")) == [("satu", True), (" ", False), ("dua", True), ("\n", False), ("tiga", False)]


@settings(deadline=None)
@given(st.text(max_size=200))
def test_offsets_are_exact(text: str) -> None:
    assert "".join(word + " " * space for word, space in split(text)) == text


@settings(deadline=None)
@given(st.text(alphabet="aAR.,/-'’\"“”()1 \n", max_size=80))
def test_documents_keep_the_text(text: str) -> None:
    assert nlp()(text).text == text


def test_a_long_stretch_without_spaces_is_read_in_time() -> None:
    words = list(split("a." * 200_000))
    assert len(words) == 400_000
