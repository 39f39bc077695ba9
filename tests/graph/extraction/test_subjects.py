"""Who a sentence has speak or act. Names and posts are found as the pipeline finds them."""

from __future__ import annotations

import pytest

from graph.extraction.named import named_behind, named_in
from graph.extraction.pipeline import read
from graph.extraction.reading import Reading
from graph.extraction.subjects import sentence_speaker
from graph.facts import Person
from tests.graph.extraction.case_files import article_of

KNOWN = "Bupati Tulang Bawang Hasan Basri, Sekretaris Daerah Anwar Sanusi dan Ketua DPRD Sopian Harun hadir."

SPEAKERS = {
    "Hasan Basri mengatakan warga senang.": "Hasan Basri",
    "Menurut Hasan Basri, warga senang.": "Hasan Basri",
    "Hal itu disampaikan langsung oleh Hasan Basri di Menggala.": "Hasan Basri",
    "Jalan itu, kata Anwar Sanusi, rusak.": "Anwar Sanusi",
    "Hasan Basri didampingi Anwar Sanusi menjelaskan rencana itu.": "Hasan Basri",
    "Pada kesempatan yang sama, Anwar Sanusi meminta warga sabar.": "Anwar Sanusi",
    "Rombongan dipimpin oleh Sopian Harun.": "Sopian Harun",
    "Ia juga menambahkan dana sudah ada.": "nobody new",
    "Turut hadir dalam acara itu Anwar Sanusi.": "nobody",
    "Sopian Harun dinilai lalai.": "nobody",
    "Untuk Sopian Harun tidak ada tunjangan.": "nobody",
    "Itu tanggung jawab Sopian Harun.": "nobody",
    "Bantuan yang dikumpulkan oleh Sopian Harun sudah tiba.": "nobody",
    "Seorang pedagang mengeluhkan sepinya pembeli.": "somebody",
}


def reading_of(sentence: str) -> Reading:
    return read(article_of(f"Judul Berita Hari Ini\n\n{KNOWN}\n\n{sentence}\n"))


def name_of(reading: Reading, key: str | None) -> str:
    person = reading.entities.get(key or "")
    return person.name if isinstance(person, Person) else ""


@pytest.mark.parametrize(("sentence", "expected"), SPEAKERS.items())
def test_speaker(sentence: str, expected: str) -> None:
    reading = reading_of(sentence)
    subject = sentence_speaker(reading, reading.sentences[-1], "person/current")
    if expected == "nobody new":
        assert subject is not None
        assert (subject.key, subject.named) == ("person/current", None)
    elif expected == "somebody":
        assert subject is not None
        assert subject.key is None
        assert subject.named is not None
    elif expected == "nobody":
        assert subject is None or subject.named is None
    else:
        assert subject is not None
        assert name_of(reading, subject.key) == expected


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        ("Bupati Tulang Bawang, Hasan Basri, di kantornya.", "Hasan Basri"),
        ("Sekretaris Daerah (Sekda) Anwar Sanusi kepada Hasan Basri.", "Anwar Sanusi"),
        ("hasan saat ditemui.", "Hasan Basri"),
        ("politisi itu di hadapan Hasan Basri.", ""),
        ("seorang warga.", ""),
        (". Hasan Basri lalu pulang.", ""),
    ],
)
def test_named_behind_a_verb_of_saying(behind: str, expected: str) -> None:
    reading = reading_of(f'"Kami siap membantu warga," ujar {behind}')
    offset = reading.text.index("ujar ") + len("ujar")
    offset += behind.startswith(".")
    who = named_behind(reading, offset)
    assert name_of(reading, who.key if who else None) == expected


def test_a_post_and_its_holder_are_one() -> None:
    reading = reading_of("Rapat selesai.")
    start = reading.text.index("Bupati")
    assert [name_of(reading, n.key) for n in named_in(reading, start, len(reading.text))] == [
        "Hasan Basri",
        "Anwar Sanusi",
        "Sopian Harun",
    ]
