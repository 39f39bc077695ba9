"""Words per second of each part, with one process and with two: `make bench`, or `python bench/words.py FOLDER ...`.

Words are what stands between white space. Each part reads the same articles once, after every process has read some of them:
to start Python and to load model and registers is not counted. It is in the last line, a whole build as a user runs it, of
several copies of the articles that differ by a line.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import loaders
from graph.build import build
from graph.extraction.language import blank, nlp, read_text
from graph.extraction.pipeline import extract
from loaders.article import Article

PROCESSES = (1, 2)
CHUNK = 4
WARM = 8
"""Articles that a process reads first; by then nearly all registers and patterns are loaded."""
COPIES = 10


def tokenize(article: Article) -> int:
    return len(blank().make_doc(article.text))


def run_model(article: Article) -> int:
    return len(nlp()(article.text))


def run_names(article: Article) -> int:
    return len(read_text(article.text))


def run_extraction(article: Article) -> int:
    return len(extract(article).claims)


PARTS: dict[str, Callable[[Article], int]] = {
    "blank tokenizer": tokenize,
    "model alone": run_model,
    "its names alone": run_names,
    "whole extraction": run_extraction,
}


def seconds(part: Callable[[Article], int], articles: list[Article], processes: int) -> float:
    """Wall-clock seconds in which `processes` processes put all articles through a part."""
    with ProcessPoolExecutor(processes) as pool:
        list(pool.map(part, articles[:WARM] * processes * 2, chunksize=WARM))
        start = time.perf_counter()
        list(pool.map(part, articles, chunksize=CHUNK))
        return time.perf_counter() - start


def build_seconds(articles: list[Article], processes: int) -> float:
    """Wall-clock seconds of a whole build of the copies into an empty folder, its start included."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sources = folder / "sources"
        sources.mkdir()
        for copy in range(COPIES):
            for i, article in enumerate(articles):
                (sources / f"{i}-{copy}.txt").write_text(f"{article.text}\n\nSalinan {copy}\n", encoding="utf-8")
        start = time.perf_counter()
        build([sources], folder / "graph", processes=processes)
        return time.perf_counter() - start


def main(sources: list[Path]) -> None:
    articles = [article for article in loaders.load(sources) if isinstance(article, Article)]
    if not articles:
        sys.exit("bench/words.py: no articles; name folders of them, as `make bench` does")
    words = sum(len(article.text.split()) for article in articles)
    print(f"{len(articles)} articles, {words} words, {os.cpu_count()} processors")
    print(f"{'words per second':<20}" + "".join(f"{f'{n} process(es)':>16}" for n in PROCESSES) + f"{'gain':>8}")
    for name, part in PARTS.items():
        _show(name, [words / seconds(part, articles, n) for n in PROCESSES])
    _show("whole build", [COPIES * words / build_seconds(articles, n) for n in PROCESSES])


def _show(name: str, speeds: list[float]) -> None:
    print(f"{name:<20}" + "".join(f"{speed:>16,.0f}" for speed in speeds) + f"{speeds[-1] / speeds[0]:>8.2f}")


if __name__ == "__main__":
    main([Path(folder) for folder in sys.argv[1:]])
