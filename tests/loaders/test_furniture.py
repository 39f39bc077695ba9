"""The page's own lines, of which no fact is read, and what of the article stays beside them."""

from __future__ import annotations

import pytest

from loaders.layout import lay_out

TITLE = "Camat Buka Pasar Murah"
BODY = "Camat Sukamaju membuka pasar murah di halaman kantor kecamatan, Selasa (05/03/2024)."
MORE = "Pasar itu dibuka sampai hari Jumat dan dapat didatangi oleh warga dari semua kelurahan."
OTHER = "Wali Kota Tegal Buka Pameran Batik"
OTHERS = f"{OTHER}\n\nLurah Melati Tanam Seribu Pohon\n\nBupati Brebes Lantik Pejabat Baru"


def marked(*paragraphs: str) -> list[str]:
    text = "\n\n".join([TITLE, *paragraphs])
    return [text[slice(*place)] for place in lay_out(text).boilerplate]


@pytest.mark.parametrize(
    "line",
    [
        f"Baca Juga {OTHER}",
        f"BACA JUGA  {OTHER}",
        f"Baca juga >> {OTHER}",
        f"Baca juga » {OTHER}",
        f"**Baca juga: {OTHER}",
        f"(Baca juga: {OTHER})",
        f"[Baca juga: {OTHER}]",
        f"(Baca: {OTHER})",
        f"- Baca juga: {OTHER}",
        f"Baca: {OTHER}",
        f"Baca pula: {OTHER}",
        f"Baca lagi: {OTHER}",
        f"BACAJUGA: {OTHER}",
        f"Read also: {OTHER}",
        f"Also Read: {OTHER}",
        f"Read More: {OTHER}",
        f"See also: {OTHER}",
        f"Related: {OTHER}",
        f"Klik juga: {OTHER}",
        f"Kunjungi juga: {OTHER}",
        f"Jangan lewatkan: {OTHER}",
        f"Jangan Lupa Baca: {OTHER}",
        f"Baca Selengkapnya di sini: {OTHER}",
        f"Nonton: {OTHER}",
        f"Pilihan Redaksi: {OTHER}",
        f"Berita sebelumnya: {OTHER}",
        f"Sebelumnya: {OTHER}",
        f"Selanjutnya: {OTHER}",
        f"Baca Juga\n- {OTHER}\n- Camat Slawi Tanam Padi",
        f"Baca Juga\n➡ {OTHER}\n» Camat Slawi Tanam Padi",
        f"Bacaan Lainnya\n{OTHER}\nLurah Melati Tanam Seribu Pohon",
    ],
)
def test_teaser_of_another_article(line: str) -> None:
    assert marked(BODY, line, MORE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Kategori: Kota Tegal",
        "Posted in Kota Tegal",
        "Tagged Kota Tegal, DPRD Kota Tegal",
        "#Kota Tegal #DPRD Kota Tegal",
        "Home > Jawa Tengah > Kabupaten Tegal > Berita",
        "Berita » Daerah » Kabupaten Tegal",
        "512 Pengunjung",
        "Pengunjung hari ini 350 orang",
        "Jumlah Pengunjung : 512 orang",
        "120 orang online",
        "2 min read",
        "25 Shares",
        "Share 25 Tweet",
        "Bagikan 12 Facebook 3 Twitter",
        "12 votes",
        "1 2 3 4 Next",
        "Halaman: 1 2 3 Semua",
        "1 dari 2 halaman",
        "Lihat 2 foto",
        "Ukuran file 2,5 MB",
        "visibility 103 comment 0 komentar",
        "PANEN: Camat Sukamaju Rahmat memanen padi. (IST)",
        "POTONG PITA. Camat Sukamaju Rahmat memotong pita f-ist",
        "Caption : Camat Sukamaju Rahmat memanen padi.",
        "Keterangan foto: Camat Sukamaju Rahmat memanen padi.",
        "Ket. Foto : Camat Sukamaju Rahmat memanen padi.",
        "Teks foto: Camat Sukamaju Rahmat memanen padi.",
        "FOTO BERSAMA: Camat Sukamaju Rahmat di tengah warga.",
        "Foto: Rahmat",
        "FOTO/Rahmat",
        "Istimewa",
        "SCROLL TO RESUME CONTENT",
        "GULIR UNTUK LANJUT BACA",
        "Scroll Ke Bawah Untuk Melanjutkan",
        "masukkan script iklan disini",
        "banner 468x60",
        "Alamat Redaksi: Jl. Merdeka 5, Kota Tegal",
        "Situs ini menggunakan cookie untuk kenyamanan Anda.",
        "Klik untuk berbagi di Facebook(Membuka di jendela yang baru)",
        "Follow Berita Kabar Kita di Google News",
        "5 jam lalu",
        "Kemarin : 350",
    ],
)
def test_label_counter_or_caption(line: str) -> None:
    assert marked(BODY, line, MORE) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "Website Resmi Pemerintah Kabupaten Tegal",
        "Wilayah: Kota Tegal",
        "Pemimpin Redaksi: Rahmat",
        "Direktur Utama: Rahmat",
        "Kantor: Jl. Merdeka 5, Kecamatan Slawi, Kabupaten Tegal",
        "Dinas Sosial Kota Tegal Mengucapkan Selamat Hari Raya",
        "Selamat dan Sukses atas pelantikan Bupati Tegal",
    ],
)
def test_imprint_and_greeting_stand_before_or_behind_the_article(line: str) -> None:
    assert marked(BODY, MORE, line) == [line]
    assert marked(line, BODY, MORE) == [line]
    assert marked(BODY, line, MORE) == []


@pytest.mark.parametrize(
    "heading",
    [
        "Related Posts",
        "Next article",
        "Previous Post",
        "You might also like",
        "You may also like",
        "You May Have Missed",
        "Trending Now",
        "Popular Posts",
        "Recent Posts",
        "More Stories",
        "MORE FROM AUTHOR",
        "Editor’s Picks",
        "Editor Picks",
        "Don't Miss",
        "Must Read",
        "Post navigation",
        "Comments",
        "Load More",
        "Categories",
        "Berita Sebelumnya",
        "Berita Berikutnya",
        "Berita Lain",
        "Berita Terkini",
        "Berita Utama",
        "Berita Pilihan",
        "Berita Foto",
        "Berita Daerah",
        "Artikel Sebelumnya",
        "Artikel Menarik Lainnya",
        "Post Sebelumnya",
        "Pos-pos Terbaru",
        "Tulisan Terkait",
        "Konten Promosi",
        "Topik Terkait",
        "Selanjutnya",
        "Lainnya",
        "Terpopuler",
        "Rekomendasi Untuk Anda",
        "Mungkin Anda Menyukai",
        "Jangan Lewatkan",
        "Breaking News",
        "Hot News",
        "Pilihan Editor",
        "Info Terkini",
        "Kabar Lainnya",
        "Navigasi",
        "Arsip",
        "Kategori",
        "Galeri",
        "Komentar",
        "Redaksi",
        "Tentang Kami",
        "Sponsor",
        "Indeks",
        "Jelajahi",
        "TAGS",
        "Terkait",
        "Discussion about this post",
        "Lihat Semua",
        "Muat Lainnya",
    ],
)
def test_footer_block_ends_the_article(heading: str) -> None:
    assert marked(BODY, heading, OTHERS) == [f"{heading}\n\n{OTHERS}"]
    assert marked(heading, BODY, MORE) == [heading]  # a menu at the top


@pytest.mark.parametrize(
    ("behind", "inset"),
    [
        ([OTHER, BODY, MORE], OTHER),
        ([OTHER, "Lurah Melati Tanam Seribu Pohon", BODY, MORE], f"{OTHER}\n\nLurah Melati Tanam Seribu Pohon"),
        ([OTHER, MORE], OTHER),
        ([OTHER, f"“{MORE}” kata Rahmat (adi/lis)"], OTHER),
    ],
    ids=["paragraphs", "two headlines", "one paragraph", "speech"],
)
def test_article_goes_on_behind_an_inset(behind: list[str], inset: str) -> None:
    assert marked(BODY, "Berita Terkait", *behind) == [f"Berita Terkait\n\n{inset}"]


@pytest.mark.parametrize(
    "teasers",
    [
        [OTHER, MORE, "Lurah Melati Tanam Seribu Pohon", MORE],
        [OTHER, f"TEGAL - {MORE}"],
        [OTHER, f"{MORE[:-1]}..."],
    ],
    ids=["a headline between", "a dateline", "broken off"],
)
def test_teasers_of_other_articles_are_no_paragraphs(teasers: list[str]) -> None:
    assert marked(BODY, "Berita Terkait", *teasers) == ["\n\n".join(["Berita Terkait", *teasers])]


def test_menu_above_the_headline() -> None:
    text = f"Beranda\nDaerah\nTerkini\n{TITLE}\n\n{BODY}\n\n{MORE}"
    headline = lay_out(text).headline
    assert headline is not None
    assert text[slice(*headline)] == TITLE


def test_headlines_in_small_letters_behind_the_article() -> None:
    teasers = "Baca Juga\n\nWali kota buka pameran batik\n\nLurah tanam pohon"
    assert marked(BODY, teasers, "Editor: Rahmat") == [teasers]


def test_the_article_goes_on_behind_a_heading_of_its_own() -> None:
    assert marked(BODY, "Rekomendasi", "1. Camat menata pasar itu.", "2. Lurah mendata pedagang.") == ["Rekomendasi"]


def test_a_word_may_head_a_list_of_the_article() -> None:
    assert marked(BODY, "Kategori", "Lansia: 214 orang\nDifabel: 187 orang") == ["Kategori"]
    assert marked(BODY, "Lainnya", "Kelurahan Melati", MORE) == ["Lainnya"]


@pytest.mark.parametrize(
    "credit",
    ["(Foto: Dinas Pangan Kota Tegal)", "(Dok. Dinsos)", "(Ist)", "(Sumber foto: Humas Pemkot)", f"(Baca juga: {OTHER})"],
)
def test_brackets_at_the_end_of_a_line(credit: str) -> None:
    assert marked(f"Camat Sukamaju memanen padi. {credit}", BODY, MORE) == [credit]


@pytest.mark.parametrize(
    "line",
    [
        "Berita terkait longsor di desa itu beredar sejak pagi.",
        "Kategori pemenang ada tiga.",
        "Total: 350",
        "Kantor: kecamatan, kelurahan, dan desa ikut dibersihkan.",
        "Bupati mengucapkan selamat kepada para juara.",
        "Lihat juga keterangan camat di bawah ini.",
        "Lokasi: Dusun Krajan RT 14/05 Desa Sukorame Kecamatan Gandusari",
        "REMBANG: Pasar itu dibuka oleh camat.",
        "Camat membuka pasar (dokumen lengkap menyusul) itu.",
    ],
)
def test_line_of_the_article(line: str) -> None:
    assert marked(BODY, line, MORE) == []
