"""The trained model: what it adds, how it is switched off, what a damaged file gives."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from graph.errors import ModelError
from graph.extraction.language import HASHES, MODEL, blank, model_info, nlp

TEXT = "Wali Kota dr. H. Budi Santosa, Sp.OG. membuka pasar. “Harga beras turun,” ujar Rini Lestari kepada warga."


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MODEL, tmp_path / "model"))


def test_persons_are_found_without_their_titles() -> None:
    assert {ent.text for ent in nlp()(TEXT).ents if ent.label_ == "PER"} == {"Budi Santosa", "Rini Lestari"}


def test_the_speaker_is_the_subject_of_the_verb_of_saying() -> None:
    subject = next(token for token in nlp()(TEXT) if token.text == "Rini")
    assert (subject.dep_, subject.head.text, subject.head.lemma_) == ("nsubj", "ujar", "ujar")


def test_words_are_tagged() -> None:
    doc = nlp()("Warga menerima bantuan di Sukamaju.")
    assert [token.pos_ for token in doc] == ["NOUN", "VERB", "NOUN", "ADP", "PROPN", "PUNCT"]


def test_words_have_lemmas_and_names_keep_their_letters() -> None:
    doc = nlp()("Warga menerima bantuan di Sukamaju.")
    assert [token.lemma_ for token in doc] == ["warga", "terima", "bantu", "di", "Sukamaju", "."]


def test_the_parser_keeps_to_the_boundaries_of_the_rules() -> None:
    assert [s.text for s in nlp()(TEXT).sents] == [s.text for s in blank()(TEXT).sents]


def test_one_variable_leaves_the_model_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIMPUL_MODEL", "off")
    assert nlp().pipe_names == ["news_sentences"]


def test_the_model_names_itself() -> None:
    info = model_info()
    assert info.name == "id_simpul_news"
    assert len(info.hash) == 64


def test_another_byte_is_another_hash(copy: Path) -> None:
    path = copy / HASHES
    path.write_text("\n".join(path.read_text().splitlines()[1:]) + "\n")
    assert model_info(copy).hash != model_info().hash


@pytest.mark.parametrize("name", ["pipeline/ner/model", "pipeline/config.cfg", "lemmas.tsv"])
def test_a_damaged_file_is_named(copy: Path, name: str) -> None:
    path = copy / name
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ModelError, match=rf"{name}.*damaged.*reinstall"):
        model_info(copy)


@pytest.mark.parametrize("name", ["pipeline/ner/model", HASHES])
def test_a_missing_file_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(ModelError, match=rf"{name}.*cannot be read.*reinstall"):
        model_info(copy)


def test_every_file_of_the_model_has_its_hash() -> None:
    listed = {line.partition("  ")[2] for line in (MODEL / HASHES).read_text().splitlines()}
    found = {path.relative_to(MODEL).as_posix() for path in MODEL.rglob("*") if path.is_file()}
    assert found - {HASHES} == listed


def test_the_model_is_small_and_carries_its_licence() -> None:
    assert sum(path.stat().st_size for path in MODEL.rglob("*")) < 15_000_000
    assert "Attribution-ShareAlike 4.0 International" in (MODEL / "LICENSE").read_text()
    assert "UD_Indonesian-GSD" in (MODEL / "NOTICE").read_text()
