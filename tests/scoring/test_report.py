"""The page of scores and the register of precision."""

from __future__ import annotations

from collections import Counter, defaultdict
from pathlib import Path

import pytest

from graph.evaluate import Score
from scoring.report import Trial, replaced, score_table, trial_table, write_details, write_precision

WHOLE = {"posts": Score(hit=3, rules=defaultdict(Counter, {"posts.before-name": Counter(hit=3, optional=1)}))}
WORSE = {"posts": Score(hit=1, missed=[{"article": "a.txt#1", "person": "Sari"}, {"article": "a.txt#1", "person": "Budi"}])}


def test_a_corpus_has_four_columns() -> None:
    assert score_table({"seeds": WHOLE, "open": WORSE}).splitlines()[2] == (
        "| posts | 3 | 1.000 | 1.000 | 1.000 | 3 | 1.000 | 0.333 | 0.500 |"
    )


def test_a_trial_stands_with_its_difference() -> None:
    assert trial_table(WHOLE, [Trial("other names", WORSE)]).splitlines()[-1] == "| other names | 0.500 | -0.500 | 0.500 |"


def test_only_what_stands_between_the_markers_is_replaced() -> None:
    page = "a\n<!-- s: begin -->\nold\n<!-- s: end -->\nb\n"
    assert replaced(page, "s", "new") == page.replace("old", "new")
    with pytest.raises(ValueError, match="no markers of 't'"):
        replaced(page, "t", "new")


def test_the_register_of_precision_counts_hits_and_wrong_rows(tmp_path: Path) -> None:
    write_precision(WHOLE, tmp_path / "r.tsv")
    assert (tmp_path / "r.tsv").read_text().splitlines()[1:] == ["rule\thits\twrong", "posts.before-name\t3\t0"]


def test_details_list_each_row(tmp_path: Path) -> None:
    write_details(WORSE, tmp_path / "d.txt")
    assert (tmp_path / "d.txt").read_text().splitlines()[0] == "posts\tmissed\tarticle=a.txt#1\tperson=Sari"
