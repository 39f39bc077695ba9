"""Reading the name corpora, and the sentences that are written beside them."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.extraction.language import blank
from training.augment import Writer, recased
from training.name_corpora import read_names, spaces


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("Budi ( 52 ) datang .", "Budi (52) datang."),
        ('" Kami siap , " ujar Budi', '"Kami siap," ujar Budi'),
        ("naik 5 % kemarin", "naik 5% kemarin"),
    ],
)
def test_tokens_are_printed_as_a_newspaper_would(words: str, text: str) -> None:
    tokens = words.split()
    printed = "".join(w + " " * s for w, s in zip(tokens, spaces(tokens), strict=True))
    assert printed.strip() == text


def test_labels_of_both_corpora_become_one_set(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Budi PROPN B-PER\nSantosa PROPN I-PER\ndi ADP O\nSukamaju PROPN B-LOC\n\nDinas B-ORGANISATION\n")
    docs = read_names(path, blank().vocab)
    assert [[(ent.text, ent.label_) for ent in doc.ents] for doc in docs] == [
        [("Budi Santosa", "PER"), ("Sukamaju", "LOC")],
        [("Dinas", "ORG")],
    ]


def test_the_same_seed_writes_the_same_sentences() -> None:
    first, second = Writer(blank(), 1), Writer(blank(), 1)
    assert [first.sentence().text for _ in range(50)] == [second.sentence().text for _ in range(50)]


def test_written_names_carry_no_titles() -> None:
    writer = Writer(blank(), 1)
    persons = [ent.text for _ in range(200) for ent in writer.sentence().ents if ent.label_ == "PER"]
    assert len(persons) > 100
    assert not [person for person in persons if "," in person or "Sp." in person]


def test_a_headline_copy_keeps_its_names(tmp_path: Path) -> None:
    path = tmp_path / "names.txt"
    path.write_text("Camat O\ndi O\nSukamaju B-LOC\n")
    doc = read_names(path, blank().vocab)[0]
    assert [(d.text.strip(), d.ents[0].text) for d in (recased(doc, upper=True), recased(doc, upper=False))] == [
        ("CAMAT DI SUKAMAJU", "SUKAMAJU"),
        ("Camat di Sukamaju", "Sukamaju"),
    ]
