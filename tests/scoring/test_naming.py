"""Invented names as decisions: what of a name stays, what changes with what."""

from __future__ import annotations

import re

import pytest

from scoring.inventing import Inventor
from scoring.naming import Names, heads


@pytest.fixture
def names() -> Names:
    return Names(Inventor({"sosial"}), frozenset({"sukamaju"}), heads(frozenset({"BPS"})))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Dinas Sosial", r"Dinas [A-Z][a-z]+"),
        ("Dinas Sosial Kota Sukamaju", r"Dinas [A-Z][a-z]+ Kota Sukamaju"),
        ("Dinas Kependudukan dan Pencatatan Sipil", r"Dinas Ke[a-z]+an dan Pen[a-z]+an [A-Z][a-z]+"),
        ("Badan Keuangan Daerah", r"Badan Ke[a-z]+an Daerah"),
        ("Pemerintah Kota Sukamaju", "Pemerintah Kota Sukamaju"),
        ("Inspektorat", "Inspektorat"),
        ("BPS", "BPS"),
    ],
)
def test_a_body_keeps_the_words_of_its_kind_and_its_area(names: Names, old: str, new: str) -> None:
    names.add_body((old,))
    assert re.fullmatch(new, names.rewrite("", old))
    assert names.rewrite("", old) != old or new == old


@pytest.mark.parametrize(
    ("full", "acronym"),
    [("Badan Pusat Siber", "BPS-S"), ("Dinas Tenaga Kerja", "DTK"), ("Persatuan Guru Republik Indonesia", "PGRI")],
)
def test_an_acronym_has_the_initials_of_the_new_name(names: Names, full: str, acronym: str) -> None:
    letters = acronym.partition("-")[0]
    names.add_body((full, f"{full} ({letters})", letters))
    new = names.rewrite("", full)
    if letters != "BPS":  # known to a register, so it stays
        assert names.rewrite("", letters) == "".join(word[0] for word in new.split())
    assert names.rewrite("", f"{full} ({letters})") == f"{new} ({names.rewrite('', letters)})"


def test_an_acronym_of_syllables_has_those_of_the_new_name(names: Names) -> None:
    names.add_body(("Dinas Sosial", "Dinsos"))
    field = names.rewrite("", "Dinas Sosial").split()[1]
    assert names.rewrite("", "Dinsos") == f"Din{field[:3].lower()}"


def test_a_post_changes_with_its_body(names: Names) -> None:
    names.add_body(("Kementerian Sosial",))
    assert names.rewrite("", "Menteri Sosial").split()[1] == names.rewrite("", "Kementerian Sosial").split()[1]


def test_a_programme_keeps_its_head_and_its_kind_of_aid(names: Names) -> None:
    names.add_program(("Kartu Sukamaju Ceria", "KSC"))
    names.add_program(("bantuan pangan beras",))
    names.add_program(("Pasar Murah", "Program Pasar Murah"))
    assert re.fullmatch(r"Kartu Sukamaju [A-Z][a-z]+", names.rewrite("", "Kartu Sukamaju Ceria"))
    assert names.rewrite("", "KSC")[:2] == "KS"
    assert names.rewrite("", "bantuan pangan beras") == "bantuan pangan beras"
    assert names.rewrite("", "Program Pasar Murah") == "Program Pasar Murah"


def test_a_person_is_replaced_in_full_in_part_and_in_every_case(names: Names) -> None:
    names.add_person("a.txt", ("Wulandari Prakoso", "Wulandari"))
    first, last = names.rewrite("a.txt", "Wulandari Prakoso").split()
    assert names.rewrite("a.txt", "WULANDARI, ujar wulandari; Prakoso") == f"{first.upper()}, ujar {first.lower()}; {last}"
    assert names.rewrite("b.txt", "Wulandari Prakoso") == "Wulandari Prakoso"


@pytest.mark.parametrize(
    ("name", "new"),
    [("A. Nurdin", r"A\. [A-Z]\w+"), ("Zainal HS", r"[A-Z]\w+ HS"), ("Gus Amir", r"Gus [A-Z]\w+")],
)
def test_initials_and_honorifics_stay(names: Names, name: str, new: str) -> None:
    names.add_person("a.txt", (name,))
    assert re.fullmatch(new, names.rewrite("a.txt", name))


def test_a_short_form_is_the_beginning_of_the_new_name(names: Names) -> None:
    names.add_person("a.txt", ("Budiarto", "Budi"))
    assert names.rewrite("a.txt", "Budiarto").startswith(names.rewrite("a.txt", "Budi"))


def test_invented_words_are_new_and_always_the_same() -> None:
    one, other = Inventor({"lambo"}), Inventor({"lambo"})
    words = [one.field_word(word) for word in ("Sosial", "Pangan", "Kerja", "sosial", "SOSIAL")]
    assert words == [other.field_word(word) for word in ("Sosial", "Pangan", "Kerja", "sosial", "SOSIAL")]
    assert words[0].lower() == words[3] == words[4].lower()
    assert len({word.lower() for word in words}) == 3
