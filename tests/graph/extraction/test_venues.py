"""Places of events: `[` and `]` stand around the place that is read."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from graph.extraction.reading import Reading
from graph.extraction.venues import name_end, venue_at, venues_in
from loaders.article import Article

PLACES = [
    "Rapat digelar di [Aula Bappeda] pada pagi hari.",
    "Rapat digelar di [Gedung Serba Guna Menggala], Senin.",
    "Rapat digelar di [ruang kerja Bupati], dihadiri Sekda.",
    "Apel di [halaman Kantor Wali Kota setempat] diikuti pegawai.",
    "Acara di [Pusat Kesejahteraan Sosial (Puskesos) Sukamaju] untuk warga.",
    "Acara di Kota Sukamaju di [Hotel Mutiara].",
    "Panen di [Desa Sukamaju] yang subur.",
    "Acara di [Jalan Merdeka], dekat pasar.",
    "Rapat di lantai dua [Gedung DPRD] Rabu pagi.",
]
NO_PLACES = [
    "Petugas turun di lapangan.",
    "Warga tinggal di desa seberang.",
    "Rapat di lingkungan Pemkab.",
    "Acara di Jakarta.",
]


def reading_of(text: str) -> Reading:
    return Reading(article=Article(id="a.txt#1", hash="0", text=text), doc=Doc(Vocab()))


@pytest.mark.parametrize("marked", PLACES)
def test_place(marked: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    expected = marked.partition("[")[2].partition("]")[0]
    assert [text[v.start : v.end] for v in venues_in(reading_of(text), 0, len(text))] == [expected]


@pytest.mark.parametrize("text", NO_PLACES)
def test_no_place(text: str) -> None:
    assert venues_in(reading_of(text), 0, len(text)) == []


def test_what_is_visited_is_a_place() -> None:
    text = "Bupati meninjau Puskesmas Sukamaju bersama Sekda."
    visited = venue_at(reading_of(text), text.index(" Puskesmas"), len(text))
    assert visited is not None
    assert text[visited.start : visited.end] == "Puskesmas Sukamaju"


def test_a_name_ends_where_its_sentence_does() -> None:
    text = "Aula Bappeda Kabupaten"
    assert name_end(reading_of(text), 0, 12) == 12
