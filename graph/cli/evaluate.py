"""`simpul evaluate`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli.options import DEFAULT_GRAPH, Graph
from graph.cli.output import clean, data, show_table

if TYPE_CHECKING:
    from graph.evaluate import Score

EXAMPLES = "Example:  simpul evaluate gold/ --articles berita/ --graph metro"
OUTCOMES = ("hit", "wrong", "optional")
COLUMNS = ("gold", "hit", "missed", "wrong", "precision", "recall", "F1")


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Folder of gold tables (NAME.tsv).")],
    articles: Annotated[Path | None, typer.Option(help="Folder of the articles: evidence must stand in them.")] = None,
    only: Annotated[str, typer.Option(help="Score these articles or files alone, split by commas.")] = "",
    by_rule: Annotated[bool, typer.Option("--rules", help="Also count by rule.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Also print every missed and every wrong row.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the scores as JSON.")] = False,
    graph: Graph = DEFAULT_GRAPH,
) -> None:
    """Compare the nine tables with gold tables, per table and per rule."""
    from graph import evaluate as scoring
    from graph.store import opened
    from graph.tables import TABLES, rows

    standard = scoring.read_gold(gold)
    store = opened(graph).open()
    found = {name: rows(store, name) for name in standard.tables if name in TABLES}
    texts = None if articles is None else scoring.read_texts(standard, articles)
    scores = scoring.evaluate(standard, found, texts=texts, only=frozenset(filter(None, only.split(","))))
    total, macro = scoring.total(scores), scoring.macro_f1(scores)
    if as_json:
        made = {name: _numbers(score) for name, score in scores.items()} | {"all": _numbers(total) | {"macro_f1": macro}}
        evidence = {"supported": total.rows - len(total.unsupported), "rows": total.rows}
        data(json.dumps(made | {"evidence": evidence}, indent=1) + "\n")
        return
    if misses:
        _print_misses(scores)
    show_table("", ("table", *COLUMNS), [_cells(name, score) for name, score in (*scores.items(), ("all", total))])
    data(f"macro F1 {macro:.3f}\n")
    if texts is not None:
        data(f"evidence supported {total.rows - len(total.unsupported)}/{total.rows}\n")
    if by_rule:
        lines = [(name, *(str(counts[o]) for o in OUTCOMES)) for name, counts in sorted(total.rules.items())]
        show_table("", ("rule", *OUTCOMES), lines)


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


def _print_misses(scores: dict[str, Score]) -> None:
    for name, score in scores.items():
        for kind, rows in (("MISSED", score.missed), ("WRONG", score.wrong)):
            for row in rows:
                cells = " · ".join(f"{column}={(value or '')[:60]}" for column, value in row.items())
                data(clean(f"{name:14} {kind:6} {cells}") + "\n")
        for row, fault in score.unsupported:
            data(clean(f"{name:14} EVIDENCE {row['article']}: {fault}: {row['evidence'][:80]!r}") + "\n")
