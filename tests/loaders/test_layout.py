"""What the loaders take for headline, dateline, byline and boilerplate."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.layout import lay_out

BODY = "Camat Sukamaju membuka pasar murah di halaman kantor kecamatan, Selasa (05/03/2024)."


def said(text: str, place: tuple[int, int] | None) -> str | None:
    return None if place is None else text[slice(*place)]


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"Camat Buka Pasar Murah\n\n{BODY}", "Camat Buka Pasar Murah"),
        (f"0 Comments\n\nCamat Buka Pasar Murah…\n\n{BODY}", "Camat Buka Pasar Murah…"),
        (f"Harga Naik, Apa Sebabnya?\n{BODY}", "Harga Naik, Apa Sebabnya?"),
        (f"{BODY}\n{BODY}", None),
        (f"METRO – {BODY[:-1]}\n{BODY}", None),
        ("Camat Buka Pasar Murah", None),
        (f"PERSIB-Persija Berakhir Imbang\n\n{BODY}", "PERSIB-Persija Berakhir Imbang"),
    ],
)
def test_headline(text: str, headline: str | None) -> None:
    assert said(text, lay_out(text).headline) == headline


@pytest.mark.parametrize(
    ("line", "dateline", "place", "outlet"),
    [
        ("METRO -  ", "METRO -", "METRO", ""),
        ("METRO -\u00a0 ", "METRO -", "METRO", ""),
        ("MUARASARI- ", "MUARASARI-", "MUARASARI", ""),
        ("Kota Metro — ", "Kota Metro —", "Kota Metro", ""),
        ("Metro,Kabar7.com – ", "Metro,Kabar7.com –", "Metro", "Kabar7.com"),
        ("BANDAR LAMPUNG, Kabar Kita - ", "BANDAR LAMPUNG, Kabar Kita -", "BANDAR LAMPUNG", "Kabar Kita"),
        ("LAMPUNG TIMUR (Antara) - ", "LAMPUNG TIMUR (Antara) -", "LAMPUNG TIMUR", ""),
        ("BREBES-", "BREBES-", "BREBES", ""),
        ("BREBES, KABAR7.COM-", "BREBES, KABAR7.COM-", "BREBES", "KABAR7.COM"),
        ("brebeskab.go.id - ", "brebeskab.go.id -", "", "brebeskab.go.id"),
        ("www.brebeskab.go.id – ", "www.brebeskab.go.id –", "", "www.brebeskab.go.id"),
        ("KabarKita-", "KabarKita-", "", "KabarKita"),
        ("TNI-Polri dan ", None, "", ""),
        ("Rute Metro-Sukamaju kini dilayani bus. ", None, "", ""),
        ("Harga beras - menurut warga - turun. ", None, "", ""),
        ("", None, "", ""),
    ],
)
def test_dateline(line: str, dateline: str | None, place: str, outlet: str) -> None:
    text = f"Camat Buka Pasar Murah\n\n{line}{BODY}\n\n{BODY}"
    layout = lay_out(text)
    assert (said(text, layout.dateline), layout.place, layout.outlet) == (dateline, place, outlet)


def test_dateline_on_the_line_of_the_headline() -> None:
    text = f"Camat Buka Pasar Murah di Kantor BREBES - {BODY}\n\n{BODY}"
    layout = lay_out(text)
    assert (said(text, layout.headline), said(text, layout.dateline)) == ("Camat Buka Pasar Murah di Kantor", "BREBES -")


@pytest.mark.parametrize(
    ("text", "byline"),
    [
        (f"Judul Berita\n\n{BODY} (adi/lis)", "(adi/lis)"),
        (f"Judul Berita\n\n{BODY[:-1]} (adi/lis)", "(adi/lis)"),
        (f"Judul Berita\n\n{BODY}\n(ADV)", "(ADV)"),
        (f"Judul Berita\n\n{BODY} (K7-Dan)", "(K7-Dan)"),
        (f"Judul Berita\n\n{BODY}(LIS)\n\nTinggalkan Balasan", "(LIS)"),
        (f"Judul Berita\n\nReporter: Anu Anuan\n{BODY}", "Reporter: Anu Anuan"),
        (f"Judul Berita\n\nTim News Room Kominfo Sukamaju\n{BODY}", "Tim News Room Kominfo Sukamaju"),
        (f"Judul Berita\n\n{BODY[:-1]} di Badan Pangan (Bapang)", None),
        (f"Judul Berita\n\n{BODY[:-1]}, Rabu (06/03/2024)", None),
    ],
)
def test_byline(text: str, byline: str | None) -> None:
    assert said(text, lay_out(text).byline) == byline


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("0 Comments", ["0 Comments"]),
        ("SCROLL TO CONTINUE WITH CONTENT", ["SCROLL TO CONTINUE WITH CONTENT"]),
        ("ADVERTISEMENT", ["ADVERTISEMENT"]),
        ("Baca juga: Lurah Buka Lomba Mewarnai", ["Baca juga: Lurah Buka Lomba Mewarnai"]),
        ("Baca Juga:\nLurah Buka Lomba Mewarnai", ["Baca Juga:\nLurah Buka Lomba Mewarnai"]),
        ("Baca Juga:\n- Lurah Buka Lomba\n- Camat Tanam Padi", ["Baca Juga:\n- Lurah Buka Lomba\n- Camat Tanam Padi"]),
        ("Simak juga Video 'Panen Raya di Sukamaju':", ["Simak juga Video 'Panen Raya di Sukamaju':"]),
        ("Saksikan Live Kabar Pagi :", ["Saksikan Live Kabar Pagi :"]),
        ("Bagikan ini:\n\nFacebook\n\nWhatsApp", ["Bagikan ini:\n\nFacebook\n\nWhatsApp"]),
        ("#PasarMurah #KotaMetro", ["#PasarMurah #KotaMetro"]),
        ("Tags: beras, pasar murah", ["Tags: beras, pasar murah"]),
        ("(Foto: Humas Kecamatan Sukamaju)", ["(Foto: Humas Kecamatan Sukamaju)"]),
        ("Tulisan ini dibuat oleh Anu Anuan, mahasiswa magang.", ["Tulisan ini dibuat oleh Anu Anuan, mahasiswa magang."]),
        ("Judul Berita", ["Judul Berita"]),  # the headline again
        ("Baca juga riwayat desa, pesan camat kepada warga yang hadir.", []),
        ("Foto bersama menutup acara itu.", []),
        ("Iklan layanan masyarakat dipasang di tiap kelurahan.", []),
    ],
)
def test_boilerplate_inside_the_article(line: str, marked: list[str]) -> None:
    text = f"Judul Berita\n\n{line}\n\n{BODY}"
    assert [said(text, place) for place in lay_out(text).boilerplate] == marked


@pytest.mark.parametrize("line", ["Pos terkait", "Tinggalkan Balasan", "Berita Terkait:", "Leave a Reply Cancel reply"])
def test_boilerplate_after_the_article_goes_to_the_end(line: str) -> None:
    text = f"Judul Berita\n\n{BODY}\n\n{line}\n\nLurah Sukamaju Buka Lomba\n\nerror: Content is protected !!\n"
    (place,) = lay_out(text).boilerplate
    assert said(text, place) == text[text.index(line) :].strip()


def test_a_paragraph_is_no_boilerplate_however_it_begins() -> None:
    text = f"Judul Berita\n\nSimak juga video yang diputar camat: {BODY * 4}\n\n{BODY}"
    assert lay_out(text).boilerplate == ()


PIECES = (
    "Judul Berita",
    "0 Comments",
    "METRO – ",
    BODY,
    " (adi/lis)",
    "Baca juga:",
    "- Lain",
    "Pos terkait",
    "\n",
    "\r\n",
    " ",
    "é",
    "™",
)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
def test_spans_lie_in_the_text_apart_and_in_order(text: str) -> None:
    layout = lay_out(text)
    places = sorted(p for p in (layout.headline, layout.dateline, layout.byline, *layout.boilerplate) if p is not None)
    assert list(layout.boilerplate) == sorted(layout.boilerplate)
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))


HOSTILE = (
    "a\n" * 100_000,
    "Judul\n" + "(" * 199_000,
    "#a" * 100_000,
    "A " * 100_000,
    *(
        (line + "x\n") * 1000
        for line in ("1 " * 99, "a > " * 49, "share 1 " * 24, "halaman " + "1 " * 90, "#a " * 66, "(Ist" * 49)
    ),
    f"{BODY}\n" + f"Terkini\n{BODY}\n" * 2000,
    f"{BODY}\n" + "Baca Juga\n" * 20_000,
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_takes_no_longer_than_its_length(text: str) -> None:  # D-11
    before = time.process_time()
    lay_out(text)
    assert time.process_time() - before < 5
