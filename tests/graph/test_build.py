"""The build: the same input gives the same graph, and a change costs what has changed."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from graph import working_layer
from graph.build import Summary, build
from graph.errors import SimpulError
from graph.store import opened
from graph.tables import rows

SAMPLES = Path(__file__).parents[2] / "samples"
VISIT = """Wali Kota Metro Darma Wiratama Tinjau Pasar

METRO - Wali Kota Metro Darma Wiratama meninjau Pasar Melati di Kecamatan Metro Timur, Selasa (12/03/2024).
"Harga cabai kembali turun," kata Darma.
"""


def dump(graph: Path) -> bytes:
    """The whole knowledge graph, sorted."""
    return b"\n".join(sorted(str(quad).encode() for quad in opened(graph).open()))


def article_graphs(graph: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((graph / "articles").iterdir())}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample corpus and one article more."""
    folder = tmp_path_factory.mktemp("corpus") / "berita"
    shutil.copytree(SAMPLES, folder)
    (folder / "kunjungan.txt").write_text(VISIT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def clean(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph of the whole corpus, made at once."""
    graph = tmp_path_factory.mktemp("clean") / "graph"
    summary = build([corpus], graph, processes=1)
    assert summary.made == summary.articles > 8
    assert summary.skipped == ()
    return graph


@pytest.mark.parametrize(
    ("seed", "processes", "order"),
    [("1", "1", False), ("2", "2", True)],
    ids=["another hash seed and folder", "two processes, files in another order"],
)
def test_the_same_input_gives_the_same_bytes(
    seed: str, processes: str, order: bool, corpus: Path, clean: Path, tmp_path: Path
) -> None:
    sources = [str(corpus)]
    if order:  # the same files, created in another order and reached by a link
        reordered = tmp_path / "berita"
        for path in sorted((p for p in corpus.rglob("*") if p.is_file()), reverse=True):
            target = reordered / path.relative_to(corpus)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        sources = [str(reordered)]
    command = [sys.executable, "-m", "graph.cli", "build", *sources, "--graph", "out", "--processes", processes]
    subprocess.run(command, check=True, cwd=tmp_path, env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True)
    assert dump(tmp_path / "out") == dump(clean)
    assert article_graphs(tmp_path / "out") == article_graphs(clean)


def test_after_a_change_only_its_article_is_read_again(corpus: Path, clean: Path, tmp_path: Path) -> None:
    news, graph = tmp_path / "berita", tmp_path / "graph"
    shutil.copytree(corpus, news)
    shutil.copytree(clean, graph)
    before = article_graphs(graph)
    (news / "kunjungan.txt").write_text(VISIT.replace("Pasar Melati", "Pasar Kenanga"), encoding="utf-8")
    assert build([news], graph).made == 1
    after = article_graphs(graph)
    assert len(before.keys() - after.keys()) == len(after.keys() - before.keys()) == 1
    assert all(after[name] == before[name] for name in before.keys() & after.keys())
    build([news], tmp_path / "anew")
    assert dump(graph) == dump(tmp_path / "anew")


def test_a_file_that_goes_and_comes_back_leaves_no_trace(corpus: Path, clean: Path, tmp_path: Path) -> None:
    news, graph = tmp_path / "berita", tmp_path / "graph"
    shutil.copytree(corpus, news)
    shutil.copytree(clean, graph)
    (news / "kunjungan.txt").unlink()
    assert build([news], graph).made == 0
    assert len(article_graphs(graph)) == len(article_graphs(clean)) - 1
    (news / "kunjungan.txt").write_text(VISIT, encoding="utf-8")
    assert build([news], graph).made == 1
    default = [quad for quad in opened(graph).open() if str(quad.graph_name) == "DEFAULT"]
    assert b"\n".join(sorted(str(quad).encode() for quad in default)) == dump(clean)


def test_one_text_in_two_files_is_one_article_with_two_places(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / "berita").mkdir(exist_ok=True)
        (tmp_path / "berita" / name).write_text(VISIT, encoding="utf-8")
    summary = build([tmp_path / "berita"], tmp_path / "graph")
    assert (summary.articles, summary.made) == (1, 1)
    posts = rows(opened(tmp_path / "graph").open(), "posts")
    assert [(row["article"], row["person"], row["post"]) for row in posts] == [
        ("a.txt#1", "Darma Wiratama", "Wali Kota"),
        ("b.txt#1", "Darma Wiratama", "Wali Kota"),
    ]


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    news = tmp_path / "berita"
    news.mkdir()
    (news / "a.txt").write_text(VISIT, encoding="utf-8")
    (news / "b.txt").write_bytes(b"")
    summary = build([news], tmp_path / "graph")
    assert summary.articles == 1
    assert len(summary.skipped) == 1
    assert "b.txt" in summary.skipped[0].reason


def test_a_document_that_takes_too_long_is_left_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(working_layer, "SECONDS_PER_ARTICLE", 0.0)
    (tmp_path / "a.txt").write_text(VISIT, encoding="utf-8")
    summary = build([tmp_path / "a.txt"], tmp_path / "graph")
    assert (summary.articles, [s.name for s in summary.skipped]) == (0, ["a.txt#1"])
    assert "took more than 0 seconds; it is left out" in summary.skipped[0].reason


def test_broken_judgements_leave_the_graph_as_it_was(clean: Path, corpus: Path, tmp_path: Path) -> None:
    graph = tmp_path / "graph"
    shutil.copytree(clean, graph)
    (graph / "judgements.tsv").write_text("a\tb\tjudgement\nx y\n", encoding="utf-8")
    with pytest.raises(SimpulError, match=r"judgements\.tsv, line 2"):
        build([corpus], graph)
    assert dump(graph) == dump(clean)


def test_without_texts_no_article_text_is_kept(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(VISIT, encoding="utf-8")
    summary: Summary = build([tmp_path / "a.txt"], tmp_path / "graph", texts=False)
    assert summary.articles == 1
    assert all(b"Harga cabai kembali" not in data for data in article_graphs(tmp_path / "graph").values())
