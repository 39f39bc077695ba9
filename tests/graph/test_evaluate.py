"""Scoring: what a row must say to be a hit, and the same figures as the reference scorer gives."""

from __future__ import annotations

import csv
import json
import random
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from graph.agreement import accepts, fault_of
from graph.errors import UsageError
from graph.evaluate import GoldStandard, GoldTable, evaluate, read_gold, read_texts
from graph.tables import TABLES, Row

TEXT = "Lurah Sukamaju, Wira Santoso, membuka posyandu. “Datanglah,” kata dia kepada Bu Tini di balai desa."


@pytest.mark.parametrize(
    ("column", "gold", "cell", "agrees"),
    [
        ("person", "Wira Santoso|Wira", "wira", True),
        ("person", "Wira Santoso", "Wira", False),
        ("post", "Wali Kota", "Walikota", True),
        ("body", "*", "anything", True),
        ("body", "", "anything", True),
        ("value", "500000000", "5e8", True),
        ("value", "82.82", "82.83", False),
        ("value", "82.82", "banyak", False),
        ("date", "2031-02|2031-02-28", "2031-02-28", True),
        ("date", "2031-02-28", "2031-02", False),
        ("unit", "%", "persen", True),
        ("unit", "IDR", "Rp", True),
        ("unit", "orang", "kg", False),
        ("measure", "penerima", "penerima beras", True),
        ("measure", "penerima beras", "penerima", True),
        ("measure", "beras", "berasap", False),
        ("quote", "Datanglah", "“Datanglah,”", True),
    ],
)
def test_a_cell_agrees_with_its_accepted_forms(column: str, gold: str, cell: str, agrees: bool) -> None:
    assert accepts({"kind": "", column: gold}, {"kind": "", column: cell}, ["article", "kind", column]) is agrees


@pytest.mark.parametrize(
    ("evidence", "fault"),
    [
        ("Wira Santoso, membuka  posyandu.", ""),
        ("kata dia kepada ⟦warga 1⟧ di balai desa", ""),
        ("Lurah Sukamaju ⟦warga 1⟧ di balai desa", "not in its article"),
        ("Wira Santosa", "not in its article"),
        ("", "no evidence"),
        ("a" * 401, "longer than 400 characters"),
    ],
)
def test_evidence_stands_in_its_article(evidence: str, fault: str) -> None:
    assert fault_of({"evidence": evidence}, TEXT + "a" * 500) == fault


def test_a_quotation_ends_where_its_marks_end() -> None:
    row = {"evidence": "“Datanglah,” kata dia", "quote": "Datanglah,” kata dia"}
    assert fault_of(row, TEXT) == "runs over a quotation mark"


def test_evidence_must_speak_of_its_row_where_a_name_is_stated() -> None:
    columns, gold = ["article", "name", "evidence"], {"name": "Posyandu Melati|PM"}
    assert accepts(gold, {"name": "Posyandu Melati", "evidence": "membuka posyandu"}, columns[:2])
    assert not accepts(gold, {"name": "Posyandu Melati", "evidence": "di balai desa"}, columns[:2])


def score(gold: list[dict[str, str]], rows: list[Row]) -> tuple[int, int, int]:
    table = GoldTable(("article", "person", "post"), tuple(gold))
    found = evaluate(GoldStandard({"posts": table}, {"a#1": ""}), {"posts": rows})["posts"]
    return found.hit, len(found.missed), len(found.wrong)


def person(name: str, *, article: str = "a#1") -> Row:
    return {"article": article, "person": name, "post": "Lurah"}


@pytest.mark.parametrize(
    ("gold", "rows", "expected"),
    [
        ([person("A")], [person("A")], (1, 0, 0)),
        ([person("A")], [], (0, 1, 0)),
        ([person("A")], [person("B")], (0, 1, 1)),
        ([person("A")], [person("A"), person("A")], (1, 0, 0)),
        ([person("A", article="?a#1")], [person("A")], (0, 0, 0)),
        ([person("A", article="?a#1")], [], (0, 0, 0)),
        ([person("A|B"), person("A")], [person("A"), person("B")], (2, 0, 0)),
        ([person("A"), person("A|B")], [person("A"), person("B")], (2, 0, 0)),
        ([person("A")], [person("A", article="b#1")], (0, 1, 0)),
    ],
)
def test_rows_pair_with_gold_once(gold: list[dict[str, str]], rows: list[Row], expected: tuple[int, int, int]) -> None:
    assert score(gold, rows) == expected


def test_hits_and_wrong_rows_are_counted_by_rule() -> None:
    rows = [person("A") | {"rule": "posts.before"}, person("B") | {"rule": "posts.after"}]
    table = GoldTable(("article", "person", "post"), (person("A"),))
    found = evaluate(GoldStandard({"posts": table}, {"a#1": ""}), {"posts": rows})["posts"]
    assert found.rules == {"posts.before": Counter(hit=1), "posts.after": Counter(wrong=1)}


def test_only_must_name_an_article() -> None:
    with pytest.raises(UsageError, match=r"no article of this gold is called b\.txt"):
        evaluate(GoldStandard({}, {"a.txt#1": ""}), {}, only=frozenset({"b.txt"}))


def test_a_folder_without_gold_is_a_wrong_call(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no gold tables"):
        read_gold(tmp_path)


def invented_rows(gold: GoldStandard, texts: dict[str, str], seed: int) -> dict[str, list[Row]]:
    """Rows as a mediocre system would give them: some right, some altered, some with evidence from elsewhere."""
    dice = random.Random(seed)
    made: dict[str, list[Row]] = {}
    for name, table in gold.tables.items():
        made[name] = []
        for row in table.rows:
            article = row["article"].lstrip("?")
            if article not in texts or dice.random() < 0.2:
                continue
            cells = {c: dice.choice((row[c] or "").split("|")).replace("*", "lain") for c in table.columns[1:]}
            if dice.random() < 0.2:
                altered = dice.choice(table.columns[1:])
                cells[altered] += " lain"
            begin = dice.randrange(max(1, len(texts[article]) - 300))
            around = texts[article][begin : begin + dice.choice((80, 300, 500))]
            found = texts[article].find(cells[table.columns[1]])
            evidence = texts[article][max(0, found - 40) : found + 80] if found >= 0 and dice.random() < 0.8 else around
            made[name] += [{"article": article, **cells, "evidence": evidence}] * dice.choice((1, 1, 2))
    return made


@pytest.mark.parametrize(("gold", "articles"), [("eval/seeds", "seeds"), ("eval/open/gold", "eval/open/texts")])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_scores_equal_those_of_the_reference_scorer(gold: str, articles: str, seed: int, shared: Path, tmp_path: Path) -> None:
    standard = read_gold(shared / gold)
    files = sorted({a.split("#")[0] for a in standard.starts})[::2]
    texts = read_texts(standard, shared / articles)
    mine = {article: text for article, text in texts.items() if article.split("#")[0] in files}
    rows = invented_rows(standard, mine, seed)
    for name, found in rows.items():
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            writer = csv.DictWriter(handle, TABLES[name].header)
            writer.writeheader()
            writer.writerows(found)
    reference = [sys.executable, str(shared / "eval/score.py"), str(shared / gold), str(tmp_path), "--json"]
    options = ["--articles", str(shared / articles), "--only", ",".join(files)]
    expected = json.loads(subprocess.run([*reference, *options], check=True, capture_output=True, text=True).stdout)
    scores = evaluate(standard, rows, texts=texts, only=frozenset(files))
    for name, score in scores.items():
        counts = {
            "gold": score.hit + len(score.missed),
            "hit": score.hit,
            "missed": len(score.missed),
            "wrong": len(score.wrong),
        }
        assert counts == {key: expected[name][key] for key in counts}, name
        assert score.f1 == pytest.approx(expected[name]["f1"])
    supported = sum(score.rows - len(score.unsupported) for score in scores.values())
    assert (supported, sum(score.rows for score in scores.values())) == tuple(expected["evidence"].values())
    assert sum(score.hit for score in scores.values()) > 20
