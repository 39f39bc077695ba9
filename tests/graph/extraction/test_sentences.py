"""One line, one decision: where a sentence of the genre begins, written with `|` before it."""

from __future__ import annotations

import pytest

from graph.extraction.language import nlp

TEXTS = [
    # what carries a stop ends nothing
    "Wali Kota dr. H. Budi Santosa hadir.",
    "Hadir Ir. Rini Lestari dan Drs. Tono.",
    "Dibuka H. M. Yusuf Pratama di aula.",
    "Sekda A. Pratama memimpin rapat.",
    "Ketua KH. Zainal Abidin berdoa.",
    "Budi Santosa, Sp.OG., M.H. memimpin rapat.",
    "Budi Santosa, S.E. dan Rini Lestari, M.Kes. hadir.",
    "Budi Santosa, SE., MM. hadir.",
    "Pejabat Budi Santosa, S.Sos. M.Si. hadir.",
    "Budi Santosa, M.Si. (kanan) hadir.",
    "Warga Kec. Sukamaju dan Kel. Mawar senang.",
    "Kantor di Jl. Melati No. 5 Kab. Sentosa ramai.",
    "Anggaran Rp. 1.039.466.660 cair.",
    "Anggaran Rp 1.039. 466 cair.",
    "Perda No. 5 Th. 2020 berlaku.",
    "Sesuai UU No. 23 Tahun 2014 tentang daerah.",
    "Pada Rabu, 12 Jan. 2022 kegiatan dimulai.",
    "Pukul 08.30 WIB acara dimulai.",
    "Naik 82,82 persen dari 2.600 siswa.",
    "Beras, gula, dll. tersedia di pasar.",
    "Budi dkk. menang.",
    "PT. Maju Jaya Tbk. merugi.",
    "Plt. Camat Sukamaju hadir.",
    "St. Maria dan Ny. Lestari hadir.",
    "Kombes. Pol. Budi Santosa hadir.",
    "Letkol. Inf. Budi Santosa hadir.",
    "Situs contoh.go.id memuatnya.",
    "Warga RT. 05 RW. 02 senang.",
    "1. Jalan diperbaiki",
    # a stop ends the sentence
    "Rapat selesai. |Warga pulang.",
    "Rapat selesai! |Warga pulang.",
    "Rapat selesai? |Warga pulang.",
    "Rapat selesai… |Warga pulang.",
    "Rapat selesai.  |Warga pulang.",
    "Pada tahun 2019. |Warga pulang.",
    "Naik 9,8 persen. |5 orang hadir.",
    "Kegiatan Aparatur.|Pemerintah hadir.",
    "Siap, tuturnya.|Kota ramai.",
    "Hadir (dan pulang). |Warga senang.",
    "Hadir di Jl. Melati No. 12. |Warga senang.",
    "Ada RT. |Budi pulang.",
    # a title or abbreviation at a real end
    "Dipimpin Budi Santosa, Sp.OG. |Ia hadir.",
    "Dipimpin Budi Santosa, S.H., M.H. |Wali Kota hadir.",
    "Dipimpin Budi Santosa, Sp.OG(K). |Ia hadir.",
    "Dipimpin Budi Santosa, SE. |Rapat dimulai.",
    "Dipimpin Budi Santosa, M.Kes. |“Kami siap.”",
    "Tersedia beras, gula, dll. |Warga senang.",
    "Hadir Budi dkk. |Mereka pulang.",
    # direct speech
    "“Kami siap. |Warga tenang,” ujarnya.",
    "“Kami siap.” |Warga tenang.",
    '"Kami siap." |Warga tenang.',
    "“Kami siap.“ |Warga tenang.",
    "“Kami siap.” ujar Budi.",
    "“Mengapa?” tanya Budi.",
    "“Ayo!” seru Budi. |Warga ikut.",
    "Ia menjawab.|“Bantuan cair.” |Warga senang.",
    'Ia menjawab.|"Bantuan cair." |Warga senang.',
    "Ia menjawab. |“Bantuan cair.”",
    'Ia menjawab. |"Bantuan cair."',
    "Ia menjawab. |‘Bantuan cair.’ |Warga senang.",
    "Ia menjawab. |''Bantuan cair.'' |Warga senang.",
    "“Kami siap.”|Kata Budi begitu.",
    "(“Kami siap.”) |Warga tenang.",
    # lines
    "JUDUL BERITA\n|Isi berita.",
    "JUDUL BERITA\n\n|Isi berita.",
    "JUDUL BERITA\r\n|Isi berita.",
    "Baris yang terputus\ndi tengah kalimat.",
    "Baris pertama.\n|dan baris kedua",
    "Satu\n\n|dua",
    "1. Jalan\n|2. Jembatan\n|3. Pasar",
    "- Jalan\n|- Jembatan",
]


@pytest.mark.parametrize("marked", TEXTS)
def test_sentences_begin_here(marked: str) -> None:
    text = marked.replace("|", "")
    starts = [sentence.start_char for sentence in nlp()(text).sents]
    shown = "".join("|" * (i in starts and i > 0) + character for i, character in enumerate(text))
    assert shown == marked


def test_an_empty_text_has_no_sentence() -> None:
    assert list(nlp()("").sents) == []


def test_every_token_is_marked_so_that_the_parser_adds_no_boundary() -> None:
    assert {token.is_sent_start for token in nlp()("Rapat selesai. Warga pulang.")} == {True, False}
