"""A run: build each corpus, score its tables. Each is a process of its own, so that another copy of the code can be scored.

    python -m scoring.runs GOLD ARTICLES        writes the scores of one corpus as JSON
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.build import build
from graph.evaluate import Score, evaluate, read_gold, read_texts
from graph.store import opened
from graph.tables import rows
from scoring.corpora import Corpus

ROOT = Path(__file__).parents[1]

Scores = dict[str, Score]
"""The score of each of the nine tables."""


def run(corpora: Sequence[Corpus], *, code: Path = ROOT, settings: Mapping[str, str] | None = None) -> dict[str, Scores]:
    """The scores of each corpus, measured with the packages that lie in `code` and the environment `settings`.

    Raises:
        CalledProcessError: the build or the scoring failed.
    """
    environment = os.environ | (settings or {})
    found = {}
    for corpus in corpora:
        command = [sys.executable, "-m", "scoring.runs", str(corpus.gold), str(corpus.articles)]
        ended = subprocess.run(command, cwd=code, env=environment, check=True, stdout=subprocess.PIPE)
        found[corpus.name] = {table: Score(**numbers) for table, numbers in json.loads(ended.stdout).items()}
    return found


def joined(scores: Iterable[Scores]) -> Scores:
    """The scores of several corpora counted together."""
    total: Scores = {}
    for tables in scores:
        for name, score in tables.items():
            into = total.setdefault(name, Score())
            into.hit += score.hit
            into.rows += score.rows
            into.missed += score.missed
            into.wrong += score.wrong
            into.unsupported += score.unsupported
            for rule, outcomes in score.rules.items():
                into.rules[rule].update(outcomes)
    return total


def macro_f1(scores: Scores) -> float:
    """The mean F1 of the tables that have gold or wrong rows."""
    counted = [score.f1 for score in scores.values() if score.hit or score.missed or score.wrong]
    return sum(counted) / len(counted)


def rule_counts(scores: Scores) -> dict[str, Counter[str]]:
    """Of each rule how many rows were `hit`, `wrong` and `optional`, over all tables."""
    counts: dict[str, Counter[str]] = {}
    for score in scores.values():
        for rule, outcomes in score.rules.items():
            counts.setdefault(rule, Counter()).update(outcomes)
    return dict(sorted(counts.items()))


def _measure(gold: Path, articles: Path) -> Scores:
    standard = read_gold(gold)
    with TemporaryDirectory() as folder:
        build([articles], Path(folder, "graph"))
        store = opened(Path(folder, "graph")).open()
        found = {name: rows(store, name) for name in standard.tables}
    return evaluate(standard, found, texts=read_texts(standard, articles))


def _as_data(score: Score) -> dict[str, object]:
    return {
        "hit": score.hit,
        "missed": score.missed,
        "wrong": score.wrong,
        "rows": score.rows,
        "unsupported": score.unsupported,
        "rules": score.rules,
    }


if __name__ == "__main__":
    measured = _measure(Path(sys.argv[1]), Path(sys.argv[2]))
    print(json.dumps({table: _as_data(score) for table, score in measured.items()}))
