"""Conversion of the treebanks, on invented sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.tokens import Doc

from graph.extraction.language import blank
from training.lemma_table import lemma_table
from training.treebanks import RelabellingMap, agreement, read_treebank

CLITIC = """\
# text = Budi menyetujuinya.
1\tBudi\tBudi\tPROPN\t_\t_\t2\tnsubj\t_\t_
2-3\tmenyetujuinya\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No
2\tmenyetujui\tsetuju\tVERB\t_\t_\t0\troot\t_\t_
3\tnya\tnya\tPRON\t_\t_\t2\tobj\t_\t_
4\t.\t.\tPUNCT\t_\t_\t2\tpunct\t_\t_

"""
PLURAL = """\
1\tanak\t_\tNOUN\t_\t_\t4\tnsubj\t_\tSpaceAfter=No
2\t-\t_\tPUNCT\t_\t_\t3\tpunct\t_\tSpaceAfter=No
3\tanak\t_\tNOUN\t_\t_\t1\tcompound:plur\t_\t_
4\tbermain\t_\tVERB\t_\t_\t0\troot\t_\t_

"""


def _read(text: str, folder: Path) -> Doc:
    path = folder / "bank.conllu"
    path.write_text(text)
    return read_treebank(path, blank().vocab)[0]


def _sentence(words: str, tags: str, relations: str) -> Doc:
    heads = [0] * len(words.split())
    return Doc(blank().vocab, words=words.split(), pos=tags.split(), deps=relations.split(), heads=heads)


def test_a_clitic_is_merged_to_its_word(tmp_path: Path) -> None:
    doc = _read(CLITIC, tmp_path)
    assert [(t.text, t.pos_, t.dep_, t.head.i) for t in doc] == [
        ("Budi", "PROPN", "nsubj", 1),
        ("menyetujuinya", "VERB", "ROOT", 1),
        (".", "PUNCT", "punct", 1),
    ]
    assert doc.text.strip() == "Budi menyetujuinya."


def test_the_lemma_of_a_merged_word_is_that_of_its_host(tmp_path: Path) -> None:
    assert lemma_table([_read(CLITIC, tmp_path)]) == {"menyetujuinya": "setuju"}


def test_a_doubled_plural_is_one_word(tmp_path: Path) -> None:
    assert [t.text for t in _read(PLURAL, tmp_path)] == ["anak-anak", "bermain"]


def test_a_treebank_says_nothing_about_names(tmp_path: Path) -> None:
    assert not _read(CLITIC, tmp_path).has_annotation("ENT_IOB")


@pytest.fixture
def learned() -> RelabellingMap:
    old = _sentence("pergi telah ia", "VERB ADV PRON", "ROOT advmod nsubj")
    new = _sentence("pergi telah ia", "VERB AUX PRON", "ROOT aux nsubj")
    return RelabellingMap([old], [new])


def test_a_word_of_a_closed_class_gets_the_label_it_has_today(learned: RelabellingMap) -> None:
    doc = learned.relabel(_sentence("datang telah", "VERB ADV", "ROOT advmod"))
    assert [(t.pos_, t.dep_) for t in doc] == [("VERB", "ROOT"), ("AUX", "aux")]


def test_what_was_never_seen_keeps_its_label(learned: RelabellingMap) -> None:
    doc = learned.relabel(_sentence("datang sekali", "VERB NOUN", "ROOT obj"))
    assert [(t.pos_, t.dep_) for t in doc] == [("VERB", "ROOT"), ("NOUN", "obj")]


def test_agreement_counts_tags_and_attachments() -> None:
    a, b = _sentence("pergi telah", "VERB ADV", "ROOT advmod"), _sentence("pergi telah", "VERB AUX", "ROOT advmod")
    found = agreement([a], [b])
    assert (found.upos, found.las) == (50.0, 100.0)
