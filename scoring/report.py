"""What `make score` writes: tables between markers in `docs/scores.md`, and how often each rule was right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from graph.evaluate import Score, macro_f1, total
from scoring.runs import Scores

REGISTER_HEAD = """# source: `make score` on the development articles (seeds, and the half of the open set that may be read)
rule\thits\twrong
"""


@dataclass(frozen=True, slots=True)
class Trial:
    """A test of honesty: what was changed before scoring, and the scores then."""

    what: str
    scores: Scores


def score_table(corpora: Mapping[str, Scores]) -> str:
    """P, R and F of each table, side by side for each corpus."""
    names = list(corpora)
    heads = "".join(f" {name}: gold | P | R | F |" for name in names)
    tables = [_row(table, [corpora[name][table] for name in names]) for table in corpora[names[0]]]
    totals = _row("all rows", [total(corpora[name]) for name in names])
    macros = "| **macro F1** |" + "".join(f" | | | **{macro_f1(corpora[name]):.3f}** |" for name in names)
    return "\n".join((f"| table |{heads}", "|---|" + "---:|---:|---:|---:|" * len(names), *tables, totals, macros))


def trial_table(whole: Scores, trials: list[Trial]) -> str:
    """Macro F1 of each test of honesty beside that of the articles as they are, and the F of each table."""
    columns = list(whole)
    heads = "".join(f" {column} |" for column in columns)
    lines = [_trial_row(Trial("as they are", whole), whole), *(_trial_row(trial, whole) for trial in trials)]
    return "\n".join((f"| articles | macro F1 | difference |{heads}", "|---|" + "---:|" * (len(columns) + 2), *lines))


def replaced(page: str, section: str, text: str) -> str:
    """`page` with `text` between the markers of `section`.

    Raises:
        ValueError: the page has no such markers.
    """
    begin, end = f"<!-- {section}: begin -->\n", f"\n<!-- {section}: end -->"
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the page has no markers of {section!r}")
    return before + begin + text + end + after


def write_precision(scores: Scores, register: Path) -> None:
    """Write of each rule how many of its rows were right and how many wrong."""
    counts = sorted(total(scores).rules.items())
    lines = (f"{rule}\t{outcomes['hit']}\t{outcomes['wrong']}\n" for rule, outcomes in counts)
    register.write_text(REGISTER_HEAD + "".join(lines), encoding="utf-8")


def write_details(scores: Scores, path: Path) -> None:
    """Write every missed and every wrong row, one a line."""
    with path.open("w", encoding="utf-8") as lines:
        for table, score in scores.items():
            for kind, rows in (("missed", score.missed), ("wrong", score.wrong)):
                for row in rows:
                    cells = "\t".join(f"{column}={' '.join((value or '').split())}" for column, value in row.items())
                    lines.write(f"{table}\t{kind}\t{cells}\n")


def _row(name: str, scores: list[Score]) -> str:
    cells = (f" {s.hit + len(s.missed)} | {s.precision:.3f} | {s.recall:.3f} | {s.f1:.3f} |" for s in scores)
    return f"| {name} |" + "".join(cells)


def _trial_row(trial: Trial, whole: Scores) -> str:
    macro = macro_f1(trial.scores)
    cells = "".join(f" {score.f1:.3f} |" for score in trial.scores.values())
    return f"| {trial.what} | {macro:.3f} | {macro - macro_f1(whole):+.3f} |{cells}"
