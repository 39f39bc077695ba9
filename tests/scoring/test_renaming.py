"""A corpus with other names, in its articles and its gold alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.corpora import Corpus
from scoring.renaming import GoldFile, rename

ARTICLE = "Kepala Dinas Sosial Kota Sukamaju, Wulandari Prakoso, hadir. “Terima kasih kepada Dinas Sosial,” ujar Wulandari.\n"
GOLD = {
    "articles": "article\tstart\na.txt#1\t\n",
    "organizations": "article\tname\na.txt#1\tDinas Sosial Kota Sukamaju|Dinas Sosial|Dinsos\n",
    "participants": "article\tevent_kind\tevent_date\tparticipant\n",
    "places": "article\tname\tkind\na.txt#1\tKota Sukamaju|Sukamaju\tkota\n",
    "posts": "article\tperson\tpost\tbody\na.txt#1\tWulandari Prakoso|Wulandari\tKepala Dinas\tDinas Sosial\n",
    "programs": "article\tprogram\tbody\n",
    "statements": "article\tspeaker\tquote\na.txt#1\tWulandari Prakoso\tTerima kasih kepada Dinas\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Corpus:
    made = Corpus("made", tmp_path)
    made.gold.mkdir()
    made.articles.mkdir()
    (made.articles / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for name, lines in GOLD.items():
        (made.gold / f"{name}.tsv").write_text(lines, encoding="utf-8")
    return made


def test_names_change_in_text_and_gold_alike(corpus: Corpus) -> None:
    rename([corpus], national=True)
    text = (corpus.articles / "a.txt").read_text(encoding="utf-8")
    for name in ("Wulandari", "Prakoso", "Sosial"):
        assert name not in text
    for table, column in (("posts", "person"), ("posts", "body"), ("statements", "quote"), ("organizations", "name")):
        [(file, forms)] = GoldFile(corpus.gold / f"{table}.tsv").cells(column)
        assert file == "a.txt"
        assert forms[0] in text
    assert (corpus.gold / "places.tsv").read_text(encoding="utf-8") == GOLD["places"]


def test_a_quotation_that_the_gold_cuts_within_a_name_is_cut_before_it(corpus: Corpus) -> None:
    path = corpus.gold / "organizations.tsv"
    path.write_text("article\tname\na.txt#1\tDinas Sosial dan Pangan\n", encoding="utf-8")
    text = corpus.articles / "a.txt"
    text.write_text(ARTICLE.replace("kepada Dinas Sosial", "kepada Dinas Sosial dan Pangan"), encoding="utf-8")
    quotes = corpus.gold / "statements.tsv"
    quotes.write_text(quotes.read_text(encoding="utf-8").replace("kepada Dinas", "kepada Dinas Sosial"), encoding="utf-8")
    rename([corpus], national=True)
    assert GoldFile(quotes).cells("quote")[0][1][0].startswith("Terima kasih kepada Dinas")
    assert GoldFile(quotes).cells("quote")[0][1][0] in text.read_text(encoding="utf-8")


def test_the_same_gold_gets_the_same_names(corpus: Corpus, tmp_path: Path) -> None:
    rename([corpus], national=True)
    first = (corpus.articles / "a.txt").read_text(encoding="utf-8")
    (corpus.articles / "a.txt").write_text(ARTICLE, encoding="utf-8")
    for name, lines in GOLD.items():
        (corpus.gold / f"{name}.tsv").write_text(lines, encoding="utf-8")
    rename([corpus], national=True)
    assert (corpus.articles / "a.txt").read_text(encoding="utf-8") == first
