"""The copy of the project whose registers do not know an area."""

from __future__ import annotations

from pathlib import Path

from scoring.corpora import Corpus
from scoring.regions import copy_without, scored_codes


def test_kabupaten_and_kota_that_the_gold_names_are_scored(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    rows = "a.txt#1\tKota Cimahi|Cimahi\tkota\n?a.txt#1\tKota Bogor\tkota\na.txt#1\tJawa Barat\tprovinsi\n"
    (tmp_path / "gold/places.tsv").write_text(f"article\tname\tkind\n{rows}")
    assert scored_codes([Corpus("made", tmp_path)]) == ("32.77",)


def test_an_area_goes_with_all_that_lies_in_it(tmp_path: Path) -> None:
    registers = copy_without(("32.77",), tmp_path / "copy") / "ontology/registers"
    codes = [line.split("\t")[0] for line in (registers / "areas.tsv").read_text(encoding="utf-8").splitlines()]
    assert "32.76" in codes
    assert [code for code in codes if code.startswith("32.77")] == []
