"""Lines that a page breaks within a sentence."""

from __future__ import annotations

import pytest

from loaders.wrapping import over_insets, unwrapped

HEADLINE = "Jalan Rusak\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Camat meninjau\njalan desa.", "Camat meninjau jalan desa."),
        ("Camat meninjau jalan, Kamis\n(13/6/2024).", "Camat meninjau jalan, Kamis (13/6/2024)."),
        ("Camat meninjau\n(1) jalan\n(2) jembatan", "Camat meninjau\n(1) jalan\n(2) jembatan"),
        (
            "Camat Slawi bersama\nwarga Desa Sukamaju dan\nKades Rahmat hadir",
            "Camat Slawi bersama warga Desa Sukamaju dan Kades Rahmat hadir",
        ),
        ("Camat meninjau jalan.\njuga jembatan", "Camat meninjau jalan.\njuga jembatan"),
        ("Camat meninjau\n\njalan desa.", "Camat meninjau\n\njalan desa."),
        ("yang dibagikan:\nberas dan gula", "yang dibagikan:\nberas dan gula"),
        ("yang dibagikan\na. beras\nb. gula", "yang dibagikan\na. beras\nb. gula"),
        ("anggota DPRD Kabupaten\nEnde hadir", "anggota DPRD Kabupaten\nEnde hadir"),
        ('"Kami siap membantu\nwarga di sini" kata Camat', '"Kami siap membantu warga di sini" kata Camat'),
    ],
    ids=[
        "small letter",
        "date",
        "numbered list",
        "short text",
        "finished",
        "paragraph",
        "colon",
        "list",
        "capital in a text that is not wrapped",
        "speech",
    ],
)
def test_break_within_a_sentence_becomes_a_blank(text: str, expected: str) -> None:
    assert unwrapped(HEADLINE + text) == HEADLINE + expected


def test_in_a_wrapped_text_full_lines_go_on_with_a_capital_and_headings_stay() -> None:
    lines = [
        "keluhan guru ditampung",
        "lewat kunjungan anggota",
        "dewan yang berjalan di",
        "Kabupaten Ende dan juga",
        "terungkap di sana",
        "Bantah",
        "Camat membantah.",
    ]
    whole = unwrapped(HEADLINE + "\n".join(lines))
    assert whole == HEADLINE + " ".join(lines[:5]) + "\nBantah\nCamat membantah."


def test_headline_is_never_joined() -> None:
    assert unwrapped("Jalan Rusak di Desa\nakhirnya mulus") == "Jalan Rusak di Desa\nakhirnya mulus"


def test_text_of_one_line_stays() -> None:
    assert unwrapped("Jalan rusak") == "Jalan rusak"


@pytest.mark.parametrize(
    ("before", "behind", "over"),
    [
        ("Kita harus bekerja keras,", "dan bekerja cerdas", True),
        ("Kita harus bekerja keras.", "dan bekerja cerdas", False),
        ("Kita harus bekerja keras,", "Dan bekerja cerdas", False),
        ("Berita Kota", "oleh redaksi", False),
    ],
    ids=["within a sentence", "finished", "a capital", "a label"],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_an_inset_within_a_sentence_is_read_over(before: str, behind: str, *, over: bool, gap: str) -> None:
    text = f"{HEADLINE}{before}{gap}IKLAN{gap}{behind}"
    at = text.index("IKLAN")
    read = over_insets(text, ((at, at + 5),))
    assert read == (f"{HEADLINE}{before}{' ' * (5 + 2 * len(gap))}{behind}" if over else text)
