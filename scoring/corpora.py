"""The articles with gold, copied to a folder of our own: a run may then change text and gold alike.

Half of the articles of other regions is kept unread while the extraction is being made. Unless that half is asked for, its
texts are not opened and its gold rows are dropped line by line, before anything looks at them.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

BLIND = frozenset({"o016", "o022", "o034", "o043", "o053", "o062", "o076", "o084"})
SETS = {"seeds": ("eval/seeds", "seeds"), "open": ("eval/open/gold", "eval/open/texts")}
"""For each set the folders of its gold and of its articles, in the reference folder."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Articles with gold: `FOLDER/gold/NAME.tsv` and `FOLDER/articles/*.txt`."""

    name: str
    folder: Path

    @property
    def gold(self) -> Path:
        return self.folder / "gold"

    @property
    def articles(self) -> Path:
        return self.folder / "articles"


def development(reference: Path, folder: Path) -> tuple[Corpus, ...]:
    """The sets without their blind half, copied below `folder`."""
    return tuple(_copy(name, reference, folder / name, blind=False) for name in SETS)


def blind_half(reference: Path, folder: Path) -> tuple[Corpus, ...]:
    """The blind half alone, copied below `folder`."""
    return (_copy("open", reference, folder / "blind", blind=True),)


def file_of(article: str) -> str:
    """The file of an article id, as a gold row has it: `?o014.txt#1` -> `o014.txt`."""
    return article.removeprefix("?").rpartition("#")[0]


def _copy(name: str, reference: Path, folder: Path, *, blind: bool) -> Corpus:
    corpus = Corpus(name, folder)
    corpus.gold.mkdir(parents=True)
    corpus.articles.mkdir()
    gold, articles = (reference / part for part in SETS[name])
    files: set[str] = set()
    for table in sorted(gold.glob("*.tsv")):
        head, *rows = _rows(table, blind=blind)
        (corpus.gold / table.name).write_text("".join((head, *rows)), encoding="utf-8", newline="")
        files.update(file_of(row.split("\t")[0]) for row in rows)
    for file in sorted(files):
        shutil.copyfile(articles / file, corpus.articles / file)
    return corpus


def _rows(table: Path, *, blind: bool) -> list[str]:
    """The head of a gold table and those of its lines that belong to the half that is asked for."""
    with table.open(encoding="utf-8", newline="") as lines:
        return [next(lines), *(line for line in lines if (Path(file_of(line.split("\t")[0])).stem in BLIND) == blind)]
