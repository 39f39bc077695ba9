"""A run: build each corpus, score its tables. Each is a process of its own, so that another copy of the code can be scored.

python -m scoring.runs GOLD ARTICLES        writes the scores of one corpus as JSON
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from graph.build import build
from graph.evaluate import Score, evaluate, read_gold, read_texts, total
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
        found[corpus.name] = {table: _from_data(data) for table, data in json.loads(ended.stdout).items()}
    return found


def joined(scores: Iterable[Scores]) -> Scores:
    """The scores of several corpora counted together, table by table."""
    every = tuple(scores)
    return {table: total({str(n): tables[table] for n, tables in enumerate(every)}) for table in every[0]}


def _measure(gold: Path, articles: Path) -> Scores:
    standard = read_gold(gold)
    with TemporaryDirectory() as folder:
        build([articles], Path(folder, "graph"))
        store = opened(Path(folder, "graph")).open()
        found = {name: rows(store, name) for name in standard.tables}
    return evaluate(standard, found, texts=read_texts(standard, articles))


def _from_data(data: dict[str, Any]) -> Score:
    counts = {rule: Counter(outcomes) for rule, outcomes in data.pop("rules").items()}
    return Score(**data, rules=defaultdict(Counter, counts))


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
