"""The program `simpul`: exit codes, one sentence for an error, and what a terminal may be shown."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

from graph.cli.output import clean

SAMPLES = Path(__file__).parents[3] / "samples"


def simpul(*arguments: object, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "graph.cli", *map(str, arguments)]
    settings = os.environ | environment
    return subprocess.run(command, cwd=cwd, env=settings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("program")
    (folder / "berita").mkdir()
    for path in sorted((SAMPLES / "2024").glob("*"))[:3]:
        (folder / "berita" / path.name).write_bytes(path.read_bytes())
    (folder / "berita" / "kosong.txt").touch()
    done = simpul("build", folder / "berita", "--graph", folder / "graph")
    assert done.returncode == 3, done.stderr
    assert done.stdout == ""
    assert "left out: " in done.stderr
    assert "kosong.txt" in done.stderr
    assert "articles" in done.stderr
    return folder / "graph"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["query", "SELECT * WHERE { ?s ?p"], 2, "simpul: not a SPARQL query (line 1, column"),
        (["query", "--question", "weather"], 2, "simpul: no question is called 'weather'; known are"),
        (["query", "--question", "posts-of-person", "--set", "colour=red"], 2, "has no value 'colour'"),
        (["query"], 2, "simpul: give one of: SPARQL text, --file FILE, --question NAME"),
        (["query", "--file", "nowhere.rq"], 2, "simpul: nowhere.rq: the query cannot be read"),
        (["query", "ASK {}", "--set", "a=b"], 2, "simpul: --set gives values to a --question"),
        (["query", "ASK {}", "--format", "ttl"], 2, "simpul: ttl is for CONSTRUCT and DESCRIBE"),
        (["query", "ASK {}", "--graph", "nowhere"], 2, "simpul: nowhere: no graph here; make one with: simpul build"),
        (["tables", "t", "--graph", "nowhere"], 2, "simpul: nowhere: no graph here"),
        (["build", "nowhere"], 2, "simpul: nowhere: no such file or folder"),
        (
            ["build", str(SAMPLES), "--base", "not an iri"],
            2,
            "simpul: --base 'not an iri': is no beginning of an IRI; write one like",
        ),
        (["build", str(SAMPLES), "--registers", "nowhere"], 2, "simpul: nowhere: no such folder of registers"),
        (["show", "out.html", "--around", "Nobody At All"], 2, "Nobody At All"),
        (["export", "turtle", "."], 1, "simpul: .: is a folder; name a file"),
        (["export", "neo4j"], 2, "simpul: no password: set $NEO4J_PASSWORD"),
        (["tables", "t.xlsx", "--spreadsheet"], 2, "simpul: t.xlsx: --spreadsheet is for CSV"),
        (["paint"], 2, "No such command"),
    ],
)
def test_a_wrong_call_is_one_clear_line(arguments: list[str], code: int, message: str, graph: Path, tmp_path: Path) -> None:
    done = simpul(*arguments, cwd=tmp_path, SIMPUL_GRAPH=str(graph), PYTHONPATH=str(SAMPLES.parent), NEO4J_PASSWORD="")
    assert done.returncode == code, done.stderr
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""
    if "simpul: " in done.stderr:
        assert done.stderr.count("\n") == 1


REGISTER = "post\tforms\ttakes\texclusive\ten\tbody\n"


def test_registers_of_ones_own_stand_on_top_and_make_article_graphs_stale(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "Saluran Air Bersih\n\nMETRO - Penghulu Wira Santoso dan Wali Kota Metro Darma Wiratama membersihkan saluran air.\n",
        encoding="utf-8",
    )
    (tmp_path / "own").mkdir()
    (tmp_path / "own/posts.tsv").write_text(f"{REGISTER}Penghulu\tPenghulu\tnone\tno\tPenghulu\t\n", encoding="utf-8")
    calls = [["build", "a.txt"], ["build", "a.txt", "--registers", "own"], ["build", "a.txt", "--registers", "own"]]
    made = []
    for call in calls:
        done = simpul(*call, "--graph", "g", cwd=tmp_path, PYTHONPATH=str(SAMPLES.parent))
        assert done.returncode == 0, done.stderr
        made.append(done.stderr.split("read anew")[1].split()[1])
    assert made == ["1", "1", "0"]
    found = simpul("query", "SELECT ?post { ?m a org:Membership ; org:role / rdfs:label ?post }", "--graph", tmp_path / "g")
    assert "Penghulu" in found.stdout


def test_an_empty_folder_leaves_the_graph_as_it_was(graph: Path, tmp_path: Path) -> None:
    before = sorted(path.name for path in graph.rglob("*"))
    result = simpul("build", str(tmp_path), "--graph", str(graph))
    assert (result.returncode, result.stderr) == (
        2,
        f"simpul: {tmp_path}: no file in this folder; name the folder of the news\n",
    )
    assert sorted(path.name for path in graph.rglob("*")) == before


def test_a_broken_register_is_one_error_with_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("METRO - Lurah Melati Wira Santoso membuka posyandu.\n", encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/posts.tsv").write_text(f"{REGISTER}Penghulu\tPenghulu\tnone\tmaybe\tPenghulu\t\n", encoding="utf-8")
    done = simpul("build", "a.txt", "--registers", "own", "--graph", "g", cwd=tmp_path, PYTHONPATH=str(SAMPLES.parent))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.strip().endswith("own/posts.tsv, line 2: exclusive is 'maybe', not yes or no")
    assert done.stderr.count("\n") == 1


def test_a_register_that_nothing_reads_is_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "own").mkdir()
    (tmp_path / "own/post.tsv").write_text(REGISTER, encoding="utf-8")
    done = simpul("build", ".", "--registers", "own", "--graph", "g", cwd=tmp_path, PYTHONPATH=str(SAMPLES.parent))
    assert done.returncode == 2
    assert done.stderr.startswith("simpul: own/post.tsv: no register is called 'post'; rename it to one of abbreviations, ")
    assert done.stderr.count("\n") == 1


def test_data_goes_to_standard_output_and_the_rest_does_not(graph: Path) -> None:
    done = simpul("query", "SELECT ?n WHERE { ?a a schema:NewsArticle ; schema:identifier ?n } ORDER BY ?n", "--graph", graph)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "n\nberas-februari.txt#1\nberas-maret.txt#1\nkerja-sama.html#1\n"


def test_a_table_says_what_was_asked_and_with_which_values(graph: Path) -> None:
    done = simpul("query", "--graph", str(graph), "-q", "holder-on-date", "--set", "post=Lurah", "--format", "table")
    assert done.stdout.splitlines()[2] == "post=Lurah, body=Kota Metro, on=2022-03-15"


def test_a_cut_answer_says_so(graph: Path) -> None:
    done = simpul("query", "SELECT ?s WHERE { ?s ?p ?o }", "--limit", "3", "--graph", graph)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == 4
    assert "cut after 3 rows, there are more" in done.stderr


def test_tables_are_nine_files(graph: Path, tmp_path: Path) -> None:
    done = simpul("tables", tmp_path / "t", "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert len(list((tmp_path / "t").glob("*.csv"))) == 9
    done = simpul("tables", tmp_path / "s", "--spreadsheet", "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "s" / "posts.csv").read_bytes().startswith(b"\xef\xbb\xbfarticle;person;")
    done = simpul("tables", tmp_path / "t.xlsx", "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "t.xlsx").read_bytes().startswith(b"PK")


def test_a_file_of_somebody_else_needs_force(graph: Path, tmp_path: Path) -> None:
    """Case O-26."""
    (tmp_path / "a.ttl").write_text("mine", encoding="utf-8")
    done = simpul("export", "turtle", tmp_path / "a.ttl", "--graph", graph)
    assert (done.returncode, done.stderr) == (
        1,
        f"simpul: {tmp_path}/a.ttl: was not written by Simpul, or was changed since; --force writes over it\n",
    )
    for force in (["--force"], []):
        done = simpul("export", "turtle", tmp_path / "a.ttl", *force, "--graph", graph)
        assert done.returncode == 0, done.stderr


def test_a_folder_to_publish_is_described(graph: Path, tmp_path: Path) -> None:
    told = ("--publisher", "Kabar", "--contact", "a@example.id", "--graph", graph)
    done = simpul("export", "dataset", tmp_path / "d", "--url", "https://example.id/d/", *told)
    assert done.returncode == 0, done.stderr
    assert json.loads((tmp_path / "d" / "data.json").read_text(encoding="utf-8"))["dataset"][0]["modified"]
    assert simpul("export", "dataset", tmp_path / "e", "--url", "example.id", *told).returncode == 2


def test_a_check_that_finds_something_says_so_with_its_code(graph: Path) -> None:
    done = simpul("check", "--graph", graph)
    assert (done.returncode, done.stderr) == (4, "")
    assert "beras-februari.txt#1" in done.stdout


def test_the_page_is_one_file_whose_address_is_data(graph: Path, tmp_path: Path) -> None:
    done = simpul("show", tmp_path / "page.html", "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert done.stdout == f"{(tmp_path / 'page.html').as_uri()}\n"
    assert (tmp_path / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")


def test_tables_are_compared_with_gold(graph: Path, tmp_path: Path) -> None:
    gold = "article\tperson\tpost\tbody\nberas-februari.txt#1\tRatna Kusumawati\tKepala Dinas\t*\nberas-maret.txt#1\tX\tY\tZ\n"
    (tmp_path / "posts.tsv").write_text(gold, encoding="utf-8")
    done = simpul("evaluate", tmp_path, "--articles", SAMPLES / "2024", "--json", "--graph", graph)
    assert done.returncode == 0, done.stderr
    scores = json.loads(done.stdout)
    assert (scores["posts"]["gold"], scores["posts"]["hit"], scores["posts"]["missed"]) == (2, 1, 1)
    assert scores["evidence"]["supported"] == scores["evidence"]["rows"] > 0
    done = simpul("evaluate", tmp_path, "--misses", "--rules", "--graph", graph)
    assert "person=X" in done.stdout
    assert "posts." in done.stdout


def test_an_interrupted_build_leaves_with_130(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "graph.cli", "build", str(SAMPLES), "--graph", str(tmp_path / "g")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while not (tmp_path / "g/build.log").exists():
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said == "simpul: interrupted; the graph is as it was\n"
    assert not (tmp_path / "g/store/CURRENT").exists()


@pytest.mark.parametrize("format_", ["turtle", "trig", "nquads", "jsonld", "graphml", "gexf", "cypher"])
def test_every_format_can_be_written(format_: str, graph: Path, tmp_path: Path) -> None:
    done = simpul("export", format_, tmp_path / "out", "--graph", graph)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out").stat().st_size > 1000


def test_info_names_the_versions_and_the_counts(graph: Path) -> None:
    done = simpul("info", "--graph", graph)
    assert done.returncode == 0
    told = dict(line.split("\t") for line in done.stdout.splitlines())
    assert told["articles"] == "3"
    assert told["left out"] == "1"
    assert len(told["extraction"]) == 16
    assert told["model"]


def test_the_version_is_that_of_the_distribution() -> None:
    done = simpul("--version")
    assert (done.returncode, done.stdout) == (0, f"simpul {version('simpul')}\n")


def test_help_is_quick() -> None:
    """Commands load their libraries when they run, not when the program starts."""
    times = []
    for _ in range(3):
        begin = time.perf_counter()
        assert simpul("--help").returncode == 0
        times.append(time.perf_counter() - begin)
    loaded = simpul_modules()
    assert not {"spacy", "pyoxigraph", "rdflib", "pandas", "trafilatura", "networkx"} & loaded
    assert min(times) < 3  # 0.3 s on an idle machine


def simpul_modules() -> set[str]:
    code = "import sys, graph.cli.app; print(*sys.modules)"
    return set(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split())


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wali Kota\nMetro\t12", "Wali Kota\nMetro\t12"),
        ("\x1b]0;owned\x07", "�]0;owned�"),
        ("\x1b[2J", "�[2J"),
        ("a\u202eb\x9bc\r", "a�b�c�"),
        ("Jum’at “é”", "Jum’at “é”"),
    ],
)
def test_nothing_from_an_article_steers_the_terminal(text: str, shown: str) -> None:
    """Case O-22."""
    assert clean(text) == shown
