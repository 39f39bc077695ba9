"""`simpul evaluate`."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Graph
from graph.cli.output import clean, data, show_table

if TYPE_CHECKING:
    from graph.evaluate import Score

EXAMPLES = "Example:  simpul evaluate gold/ --articles berita/ --graph metro"
COLUMNS = ("gold", "hit", "missed", "wrong", "precision", "recall", "F1")


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold tables (NAME.tsv).")],
    articles: Annotated[Path | None, typer.Option(help="Folder of the articles: evidence must stand in them.")] = None,
    only: Annotated[str, typer.Option(help="Score these articles or files alone, split by commas.")] = "",
    rules: Annotated[bool, typer.Option("--rules", help="Also count by rule.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Also print every missed and every wrong row.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the scores as JSON.")] = False,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Compare the nine tables with gold tables, per table and per rule."""
    from graph.evaluate import evaluate as score
    from graph.evaluate import read_gold, read_texts
    from graph.store import opened
    from graph.tables import TABLES, rows

    standard = read_gold(gold)
    store = opened(graph).open()
    found = {name: rows(store, name) for name in standard.tables if name in TABLES}
    texts = None if articles is None else read_texts(standard, articles)
    scores = score(standard, found, texts=texts, only=frozenset(filter(None, only.split(","))))
    if as_json:
        data(json.dumps(_as_data(scores), indent=1) + "\n")
        return
    if misses:
        _print_misses(scores)
    show_table("", ("table", *COLUMNS), [_cells(name, score) for name, score in (*scores.items(), ("all", _total(scores)))])
    data(f"macro F1 {_macro(scores):.3f}\n")
    if texts is not None:
        total = _total(scores)
        data(f"evidence supported {total.rows - len(total.unsupported)}/{total.rows}\n")
    if rules:
        counted = {name: counts for score in scores.values() for name, counts in score.rules.items()}
        lines = [(n, *(str(c[outcome]) for outcome in ("hit", "wrong", "optional"))) for n, c in sorted(counted.items())]
        show_table("", ("rule", "hit", "wrong", "optional"), lines)


def _total(scores: dict[str, Score]) -> Score:
    from graph.evaluate import Score

    total = Score(rules={"": Counter()})
    for score in scores.values():
        total.hit += score.hit
        total.rows += score.rows
        total.missed += score.missed
        total.wrong += score.wrong
        total.unsupported += score.unsupported
    return total


def _macro(scores: dict[str, Score]) -> float:
    """The mean F1 of the tables that have gold or wrong rows."""
    counted = [score.f1 for score in scores.values() if score.hit or score.missed or score.wrong]
    return sum(counted) / len(counted) if counted else 0.0


def _numbers(score: Score) -> dict[str, float]:
    return {
        "gold": score.hit + len(score.missed),
        "hit": score.hit,
        "missed": len(score.missed),
        "wrong": len(score.wrong),
        "precision": score.precision,
        "recall": score.recall,
        "f1": score.f1,
    }


def _cells(name: str, score: Score) -> tuple[str, ...]:
    return (name, *(f"{n:.3f}" if isinstance(n, float) else str(n) for n in _numbers(score).values()))


def _as_data(scores: dict[str, Score]) -> dict[str, dict[str, float]]:
    total = _total(scores)
    made = {name: _numbers(score) for name, score in scores.items()}
    made["all"] = _numbers(total) | {"macro_f1": _macro(scores)}
    made["evidence"] = {"supported": total.rows - len(total.unsupported), "rows": total.rows}
    return made


def _print_misses(scores: dict[str, Score]) -> None:
    for name, score in scores.items():
        for kind, rows in (("MISSED", score.missed), ("WRONG", score.wrong)):
            for row in rows:
                cells = " · ".join(f"{column}={(value or '')[:60]}" for column, value in row.items())
                data(clean(f"{name:14} {kind:6} {cells}") + "\n")
        for row, fault in score.unsupported:
            data(clean(f"{name:14} EVIDENCE {row['article']}: {fault}: {row['evidence'][:80]!r}") + "\n")
