"""Build the articles that have gold, score the tables, and write how often each rule is right.

    python bench/score.py ../shared

The counts go to `ontology/registers/rule-precision.tsv`, from which each claim gets its `confidence`. Half of the articles of
other regions is left unread while the extraction is being made, so it is not scored here.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.build import build
from graph.evaluate import Score, evaluate, read_gold, read_texts
from graph.store import opened
from graph.tables import rows

UNREAD = ("o016", "o022", "o034", "o043", "o053", "o062", "o076", "o084")
SETS = (("seeds", "eval/seeds", "seeds"), ("open", "eval/open/gold", "eval/open/texts"))
REGISTER = Path(__file__).parents[1] / "ontology/registers/rule-precision.tsv"
HEAD = "# source: `make score` on the development articles (seeds, and the half of the open set that may be read)\n"


def score(gold: Path, articles: Path) -> dict[str, Score]:
    """The score of each table on one set."""
    standard = read_gold(gold)
    files = sorted(path for path in articles.glob("*.txt") if path.stem not in UNREAD)
    with TemporaryDirectory() as folder:
        build(files, Path(folder, "graph"))
        store = opened(Path(folder, "graph")).open()
        found = {name: rows(store, name) for name in standard.tables}
    only = frozenset(path.name for path in files)
    return evaluate(standard, found, texts=read_texts(standard, articles), only=only)


def main() -> None:
    shared = Path(sys.argv[1])
    rules: Counter[tuple[str, str]] = Counter()
    for name, gold, articles in SETS:
        scores = score(shared / gold, shared / articles)
        print(f"{name:16} gold   hit  miss wrong      P      R     F1")
        for table, s in scores.items():
            counts = f"{s.hit + len(s.missed):5} {s.hit:5} {len(s.missed):5} {len(s.wrong):5}"
            print(f"{table:16}{counts}  {s.precision:.3f}  {s.recall:.3f}  {s.f1:.3f}")
            for rule, outcomes in s.rules.items():
                rules.update({(rule, outcome): number for outcome, number in outcomes.items()})
        counted = [s.f1 for s in scores.values() if s.hit or s.missed or s.wrong]
        print(f"macro F1 {sum(counted) / len(counted):.3f}\n")
    names = sorted({rule for rule, _ in rules})
    lines = [f"{rule}\t{rules[rule, 'hit']}\t{rules[rule, 'wrong']}\n" for rule in names]
    REGISTER.write_text(HEAD + "rule\thits\twrong\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
