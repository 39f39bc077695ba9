"""`make score`: the scores of the articles with gold, tests of honesty, and the precision of each rule.

    python -m scoring ../shared [--blind] [--details FOLDER]

With `--blind` only the blind half is scored: once, when the extraction is done.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from graph.extraction.language import SWITCH
from graph.version import extraction_version
from ontology.precision import NAME
from ontology.register import HERE
from scoring.corpora import Corpus, blind_half, development
from scoring.regions import copy_without, scored_codes
from scoring.renaming import rename
from scoring.report import Trial, replaced, score_table, trial_table, write_details, write_precision
from scoring.runs import ROOT, Scores, joined, run

PAGE = ROOT / "docs/scores.md"


def score_development(reference: Path, details: Path | None) -> None:
    """Score the development articles, as they are and changed; write the page and the precision of the rules."""
    with TemporaryDirectory() as folder:
        corpora = development(reference, Path(folder, "corpora"))
        by_corpus = run(corpora)
        whole = joined(by_corpus.values())
        trials = _trials(reference, corpora, Path(folder))
    write_precision(whole, HERE / f"{NAME}.tsv")
    _write("scores", f"{_measured()}\n\n{score_table(by_corpus | {'both': whole})}")
    _write("honesty", f"{_measured()}\n\n{trial_table(whole, list(trials.values()))}")
    print(f"{PAGE}\n{trial_table(whole, list(trials.values()))}")
    if details is not None:
        details.mkdir(parents=True, exist_ok=True)
        for name, scores in ({"whole": whole} | {name: trial.scores for name, trial in trials.items()}).items():
            write_details(scores, details / f"{name}.txt")


def score_blind(reference: Path) -> None:
    """Score the blind half, and write its table."""
    with TemporaryDirectory() as folder:
        scores = run(blind_half(reference, Path(folder)))
    _write("blind", f"{_measured()}\n\n{score_table({'blind half': scores['open']})}")


def _trials(reference: Path, corpora: Sequence[Corpus], folder: Path) -> dict[str, Trial]:
    """The tests of honesty by name, each scored on seeds and open together."""
    return {
        "local-names": Trial("invented names, but for what national registers name", _renamed(reference, folder / "local")),
        "names": Trial(
            "invented names for every person, body and programme", _renamed(reference, folder / "all", national=True)
        ),
        "regions": Trial("no data of the scored kabupaten and kota", _both(run(corpora, code=_without(corpora, folder)))),
        "model": Trial("no trained model", _both(run(corpora, settings={SWITCH: "off"}))),
    }


def _renamed(reference: Path, folder: Path, *, national: bool = False) -> Scores:
    corpora = development(reference, folder)
    rename(corpora, national=national)
    return _both(run(corpora))


def _without(corpora: Sequence[Corpus], folder: Path) -> Path:
    return copy_without(scored_codes(corpora), folder / "without")


def _both(by_corpus: dict[str, Scores]) -> Scores:
    return joined(by_corpus.values())


def _measured() -> str:
    return f"Measured by `make score` on version `{extraction_version()}` of the extraction."


def _write(section: str, text: str) -> None:
    PAGE.write_text(replaced(PAGE.read_text(encoding="utf-8"), section, text), encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("reference", type=Path, help="folder with articles and gold")
    parser.add_argument("--blind", action="store_true", help="score the blind half, and nothing else")
    parser.add_argument("--details", type=Path, help="folder for the missed and wrong rows of each run")
    given = parser.parse_args()
    if given.blind:
        score_blind(given.reference)
    else:
        score_development(given.reference, given.details)
