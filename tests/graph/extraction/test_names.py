"""Names of persons by their shape: what is name, what is title, what is degree, and where a name ends."""

from __future__ import annotations

import pytest

from graph.extraction.names import is_initial, looks_like_name, person_at
from tests.graph.extraction.word_cases import words_of


@pytest.mark.parametrize(
    ("text", "name", "honorifics", "degrees"),
    [
        ("Rini Astuti", "Rini Astuti", (), ()),
        ("Sumarni membuka acara", "Sumarni", (), ()),
        ("dr. H. Fauzan Malik, Sp.OG., M.H. membuka", "Fauzan Malik", ("dr.", "H."), ("Sp.OG.", "M.H.")),
        ("Hj. Ratna Dewi, M.Kes", "Ratna Dewi", ("Hj.",), ("M.Kes",)),
        ("Drs Supardi MM membuka", "Supardi", ("Drs",), ("MM",)),
        ("Prof. Dr. Ir. Gunarso Wibisono", "Gunarso Wibisono", ("Prof.", "Dr.", "Ir."), ()),
        ("AKBP Robertus Hermanus, S.I.K.", "Robertus Hermanus", ("AKBP",), ("S.I.K.",)),
        ("Brigjen Pol Yanto Sugiri", "Yanto Sugiri", ("Brigjen Pol",), ()),
        ("Letkol Inf Bayu Kuncoro", "Bayu Kuncoro", ("Letkol Inf",), ()),
        ("Bapak Karyono", "Karyono", ("Bapak",), ()),
        ("A. Fahrezi", "A. Fahrezi", (), ()),
        ("Moh. Zainuddin Ali", "Moh. Zainuddin Ali", (), ()),
        ("J. Ch. Pattinama hadir", "J. Ch. Pattinama", (), ()),
        ("Ahmad bin Sulaiman berdoa", "Ahmad bin Sulaiman", (), ()),
        ("Nur'aini Sa'adah", "Nur'aini Sa'adah", (), ()),
        ("Tb. Hasan", "Tb. Hasan", (), ()),
        ("HENDRO WICAKSONO", "Hendro Wicaksono", (), ()),
        ("Siti Aminah bin membuka", "Siti Aminah", (), ()),
        ("Budi Hartono Senin pagi", "Budi Hartono", (), ()),
        ("Budi Hartono Dinas Sosial", "Budi Hartono", (), ()),
        ("Sri Rahayu Siak", "Sri Rahayu Siak", (), ()),
        ("I Gusti Ngurah Wisnawa mengatakan", "I Gusti Ngurah Wisnawa", (), ()),
    ],
)
def test_name_and_titles(text: str, name: str, honorifics: tuple[str, ...], degrees: tuple[str, ...]) -> None:
    person = person_at(words_of(text), 0)
    assert person is not None
    assert (person.name, person.honorifics, person.degrees) == (name, honorifics, degrees)


@pytest.mark.parametrize(
    "text", ["membuka acara", "Senin pagi", "Pemerintah Kota", "FORKOPIMDA", "A. B.", "2024", "Dinas Sosial", "Sebelumnya"]
)
def test_no_name(text: str) -> None:
    assert person_at(words_of(text), 0, opened=False) is None


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("A.", True), ("A", True), ("Moh.", True), ("Muh", True), ("Ch.", True), ("a.", False), ("Ali", False), ("moh.", False)],
)
def test_initials(text: str, is_one: bool) -> None:
    assert is_initial(text) is is_one


@pytest.mark.parametrize(
    ("text", "looks"), [("SALEH", True), ("YUSUF", True), ("RSUDM", False), ("BPKAD", False), ("ANI", False)]
)
def test_capitals_that_can_be_spoken_are_a_name(text: str, looks: bool) -> None:
    assert looks_like_name(text) is looks
