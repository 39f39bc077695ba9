"""What is copied for scoring, and what is never opened."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.corpora import BLIND, blind_half, development, file_of


@pytest.fixture
def reference(tmp_path: Path) -> Path:
    """A reference folder with a seed, an open article and a blind one whose text would raise where it is opened."""
    for folder in ("eval/seeds", "seeds", "eval/open/gold", "eval/open/texts"):
        (tmp_path / folder).mkdir(parents=True)
    blind = min(BLIND)
    rows = {"eval/seeds": ["a.txt#1"], "eval/open/gold": ["b.txt#1", f"{blind}.txt#1", f"?{blind}.txt#1"]}
    for folder, articles in rows.items():
        (tmp_path / folder / "places.tsv").write_text("article\tname\n" + "".join(f"{a}\tSukamaju\n" for a in articles))
    (tmp_path / "seeds/a.txt").write_text("a")
    (tmp_path / "eval/open/texts/b.txt").write_text("b")
    (tmp_path / f"eval/open/texts/{blind}.txt").symlink_to("/nonexistent")
    return tmp_path


def test_the_development_articles_come_without_the_blind_half(reference: Path, tmp_path: Path) -> None:
    seeds, held_open = development(reference, tmp_path / "copy")
    assert [path.name for path in seeds.articles.iterdir()] == ["a.txt"]
    assert [path.name for path in held_open.articles.iterdir()] == ["b.txt"]
    assert (held_open.gold / "places.tsv").read_text() == "article\tname\nb.txt#1\tSukamaju\n"


def test_the_blind_half_is_opened_where_it_is_asked_for(reference: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        blind_half(reference, tmp_path / "copy")


@pytest.mark.parametrize(("article", "file"), [("b.txt#1", "b.txt"), ("?b.txt#12", "b.txt"), ("article", "")])
def test_the_file_of_an_article(article: str, file: str) -> None:
    assert file_of(article) == file
