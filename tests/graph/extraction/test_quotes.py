"""Where speech begins and ends, whatever the marks look like. `[` and `]` stand around what is expected."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.extraction.pipeline import read
from graph.extraction.quotes import find_quotes
from graph.extraction.reading import Reading
from loaders.article import Article
from tests.graph.extraction.case_files import article_of

SPEECH = [
    '"[Kami siap membantu warga,]" ujar Rahmat.',
    "“[Kami siap membantu warga]”, ujar Rahmat.",
    "”[Kami siap membantu warga]”, ujar Rahmat.",
    '“[Kami siap membantu warga,]" ujar Rahmat.',
    "“[Kami siap membantu warga,] “ujar Rahmat.",
    "“[Kami siap membantu warga,]“ujarnya. Warga senang.",
    "‘’[Kami siap membantu warga,]’’ katanya.",
    "''[Kami siap membantu warga,]'' katanya.",
    '" [Kami ingin tahu cara menyusun laporan tahunan] " Rahmat lalu pulang.',
    '"[Satu kalimat yang tidak pernah ditutup sama sekali.]',
    "[Kami siap membantu warga,]” ujar Rahmat.",
    '"[Pasar ini ramai,]" kata Sari. "[Besok lebih ramai lagi karena libur panjang.]"',
    "“[Data itu aman, tidak usah khawatir,]” ucapnya,” tutup Sari.",
    "Bantuan tiba.“[Tidak ada potongan bantuan,]” kata Sari.",
    '"[Warung "Ibu Sri" tutup sejak kemarin,]" kata Sari.',
    '"[Kalimat pertama ini belum ditutup sama sekali. ]"[Kalimat kedua ditutup dengan baik,]" kata Sari.',
    'Sari menyebut: "[Benar.]"',
    'Camat Rahmat: "[Siap, Pak!]"',
    "“[Kami perbaiki segera]”. Ujar Hasan.",
    "Tambahnya, “[jalan ini prioritas.]”",
    '"[Kami,]" kata Sari, Senin (5/2), "[harus cepat.]"',
    '"[Ya,]" jawab Sari.',
    '"[Kami mau apa lagi?]" tanya Sari.',
]
NO_SPEECH = [
    "Acara bertema “Bersama Menuju Desa yang Sehat” itu ramai.",
    'Lagu "Padamu Negeri" dinyanyikan bersama.',
    'Ada istilah "uang rokok" di kantor itu.',
    "Bupati “RAHMAT” hadir.",
    "Warga membeli lembaga “Adil” yang baru.",
]


def stretches(text: str) -> list[str]:
    reading = Reading(article=Article(id="a.txt#1", hash="0", text=text), doc=Doc(Vocab()))
    find_quotes(reading)
    return [text[q.start : q.end] for q in reading.quotes]


@pytest.mark.parametrize("marked", SPEECH)
def test_speech(marked: str) -> None:
    expected = [part.partition("]")[0].strip() for part in marked.split("[")[1:]]
    assert stretches(marked.replace("[", "").replace("]", "")) == expected


@pytest.mark.parametrize("text", NO_SPEECH)
def test_titles_and_scare_quotes_are_no_speech(text: str) -> None:
    assert stretches(text) == []


def test_headline_and_boilerplate_have_no_speech() -> None:
    text = 'Bupati: "Kami Siap Membantu Semua Warga"\n\nBaca juga: "Warga Siap Membantu Bupati Lagi"\n'
    article = Article(id="a.txt#1", hash="0", text=text, headline=(0, 40), boilerplate=((42, len(text)),))
    reading = Reading(article=article, doc=Doc(Vocab()))
    find_quotes(reading)
    assert reading.quotes == []


def test_no_quotation_holds_an_unpaired_mark() -> None:
    text = '"Program “Satu Data" berjalan dan akan terus berjalan sampai selesai," kata Sari.'
    assert all(s.count("“") == s.count("”") and s.count('"') % 2 == 0 for s in stretches(text))


@pytest.mark.parametrize("inset", ["ADVERTISEMENT", "SCROLL TO RESUME CONTENT", "Baca juga: Wali Kota Tegal Buka Pameran"])
def test_a_quotation_goes_on_behind_an_inset_of_the_page(inset: str) -> None:
    text = f'Camat Bersihkan Sungai\n\n"Kita harus bekerja keras,\n\n{inset}\n\ndan bekerja cerdas," ujar Camat Slawi Rahmat.'
    (quote,) = read(article_of(text)).quotes
    assert text[quote.start : quote.end] == f"Kita harus bekerja keras,\n\n{inset}\n\ndan bekerja cerdas,"


@pytest.mark.parametrize(
    "paragraph",
    [
        'Warga Sambut Jembatan\n\n"[Jembatan ini aman,]" ujar Rahmat. (Foto: Dinas Sosial)',
        'Warga Sambut Jembatan Baru TEGAL - "[Jembatan ini aman,]" ujar Rahmat.',
    ],
    ids=["a credit behind it", "a headline before it"],
)
def test_speech_beside_what_is_no_sentence(paragraph: str) -> None:
    text = f"{paragraph}\n\nJembatan itu dibangun tahun lalu oleh warga dari dua desa yang dipisahkan oleh sungai."
    plain = text.replace("[", "").replace("]", "")
    (quote,) = read(article_of(plain)).quotes
    assert plain[quote.start : quote.end] == "Jembatan ini aman,"
