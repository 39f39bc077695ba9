"""How well the tables agree with gold tables, per table and per rule.

A gold cell lists its accepted forms (`|`), `*` accepts anything; a gold row whose article begins with `?` may be found or
not. A row of a table is a hit where one gold row accepts all its cells and its evidence supports it; the pairing is the
largest one possible (Kuhn's algorithm), so that the order of rows does not matter. What is said twice counts once.
"""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from graph.agreement import accepts, fault_of
from graph.errors import UsageError
from graph.tables import Row

Gold = dict[str, str]


@dataclass(slots=True)
class Score:
    """Counts of one table, or of all, with the rows behind them."""

    hit: int = 0
    missed: list[Gold] = field(default_factory=list)
    wrong: list[Row] = field(default_factory=list)
    rows: int = 0
    unsupported: list[tuple[Row, str]] = field(default_factory=list)
    rules: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    """For each rule how many of its rows are `hit`, `wrong` or `optional`."""

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + len(self.wrong)) if self.hit + len(self.wrong) else 0.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + len(self.missed)) if self.hit + len(self.missed) else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class GoldTable:
    """One gold table: its columns (`article` first) and rows."""

    columns: tuple[str, ...]
    rows: tuple[Gold, ...]


@dataclass(frozen=True, slots=True)
class GoldStandard:
    """A folder of gold tables. `starts` gives for each article the words with which it begins in its file (or nothing)."""

    tables: dict[str, GoldTable]
    starts: dict[str, str]


def read_gold(folder: Path) -> GoldStandard:
    """The gold tables of a folder.

    Raises:
        UsageError: there are none.
    """
    tables = {path.stem: _read_table(path) for path in sorted(folder.glob("*.tsv"))}
    listed = tables.pop("articles", None)
    if not tables:
        raise UsageError(f"{folder}: holds no gold tables (NAME.tsv); name the folder that does")
    if listed is not None:
        return GoldStandard(tables, {row["article"]: row["start"] or "" for row in listed.rows})
    return GoldStandard(tables, {row["article"].lstrip("?"): "" for table in tables.values() for row in table.rows})


def read_texts(gold: GoldStandard, folder: Path) -> dict[str, str]:
    """The text of each article by its id, with single spaces; one ends where the next of its file begins.

    Raises:
        UsageError: a file is missing, or an article's first words are not in it, in order.
    """
    by_file: dict[str, list[str]] = defaultdict(list)
    for article in sorted(gold.starts, key=lambda a: int(a.rpartition("#")[2])):
        by_file[article.rpartition("#")[0]].append(article)
    texts = {}
    for name, articles in by_file.items():
        path = folder / name
        if not path.is_file():
            raise UsageError(f"{path}: this article of the gold is not there; name the folder that holds it")
        whole = " ".join(path.read_text(encoding="utf-8", errors="replace").split())
        begins = [whole.find(" ".join(gold.starts[a].split())) if gold.starts[a] else 0 for a in articles]
        if -1 in begins or begins != sorted(begins):
            raise UsageError(f"{path}: the first words of an article are not in it, or out of order")
        for article, begin, end in zip(articles, begins, [*begins[1:], len(whole)], strict=True):
            texts[article] = whole[begin:end]
    return texts


def evaluate(
    gold: GoldStandard,
    tables: Mapping[str, Sequence[Row]],
    *,
    texts: Mapping[str, str] | None = None,
    only: frozenset[str] = frozenset(),
) -> dict[str, Score]:
    """The score of each gold table. With `texts` a row whose evidence does not support it is wrong; `only` names articles
    or files to score alone.

    Raises:
        UsageError: `only` names nothing of this gold.
    """
    articles = [a for a in gold.starts if not only or a in only or a.rpartition("#")[0] in only]
    if not articles:
        raise UsageError(f"no article of this gold is called {', '.join(sorted(only))}; its articles.tsv lists them")
    return {name: _score(table, tables.get(name, ()), articles, texts) for name, table in gold.tables.items()}


def total(scores: Mapping[str, Score]) -> Score:
    """The scores of all tables as one."""
    made = Score()
    for score in scores.values():
        made.hit += score.hit
        made.rows += score.rows
        made.missed += score.missed
        made.wrong += score.wrong
        made.unsupported += score.unsupported
        for rule, outcomes in score.rules.items():
            made.rules[rule] += outcomes
    return made


def macro_f1(scores: Mapping[str, Score]) -> float:
    """The mean F1 of the tables that have gold or wrong rows."""
    counted = [score.f1 for score in scores.values() if score.hit or score.missed or score.wrong]
    return sum(counted) / len(counted) if counted else 0.0


def _score(table: GoldTable, rows: Sequence[Row], articles: list[str], texts: Mapping[str, str] | None) -> Score:
    score = Score()
    mine: dict[str, list[Row]] = defaultdict(list)
    bad: dict[str, list[Row]] = defaultdict(list)
    seen = set()
    for row in rows:
        article = row["article"]
        if article not in articles:
            continue
        score.rows += 1
        fault = "" if texts is None else fault_of(row, texts.get(article, ""))
        if fault:
            score.unsupported.append((row, fault))
        cells = tuple(row.get(column, "").strip() for column in table.columns)
        if cells not in seen:
            seen.add(cells)
            (bad if fault else mine)[article].append(row)
    for article in articles:
        _score_article(score, table, article, mine[article])
        _count(score, "wrong", bad[article])
    return score


def _score_article(score: Score, table: GoldTable, article: str, rows: list[Row]) -> None:
    """Pair the rows of one article with its gold, and count hits, misses and wrong rows."""
    required = [row for row in table.rows if row["article"] == article]
    optional = [row for row in table.rows if row["article"] == f"?{article}"]
    paired = _largest_pairing([[n for n, row in enumerate(rows) if accepts(gold, row, table.columns)] for gold in required])
    score.hit += len(paired)
    score.missed += [gold for n, gold in enumerate(required) if n not in paired.values()]
    _count(score, "hit", [row for n, row in enumerate(rows) if n in paired])
    for row in (row for n, row in enumerate(rows) if n not in paired):
        allowed = any(accepts(gold, row, table.columns) for gold in optional)
        _count(score, "optional" if allowed else "wrong", [row])


def _count(score: Score, outcome: str, rows: list[Row]) -> None:
    for row in rows:
        score.rules[row.get("rule", "")][outcome] += 1
    if outcome == "wrong":
        score.wrong += rows


def _largest_pairing(choices: list[list[int]]) -> dict[int, int]:
    """Row number -> gold number, for as many gold rows as can have a row of their own among their `choices`."""
    holder: dict[int, int] = {}

    def place(gold: int, tried: set[int]) -> bool:
        for row in choices[gold]:
            if row in tried:
                continue
            tried.add(row)
            if row not in holder or place(holder[row], tried):
                holder[row] = gold
                return True
        return False

    for gold in range(len(choices)):
        place(gold, set())
    return holder


def _read_table(path: Path) -> GoldTable:
    with path.open(encoding="utf-8", newline="") as handle:
        reader = csv.DictReader(handle, delimiter="\t", quoting=csv.QUOTE_NONE)
        return GoldTable(tuple(reader.fieldnames or ()), tuple(reader))
