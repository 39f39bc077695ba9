"""The article graphs on disk: which are up to date, and the making of those that are not.

A file `articles/HASH.nq` begins with the comment `# made from KEY`, the hash of all that it depends on: the article with its
metadata, the version of the extraction, and the options. So a file says itself whether it is stale.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from graph import rdf
from graph.article_graph import from_quads, to_quads
from graph.facts import ArticleFacts
from graph.store import write_durably
from graph.version import extraction_version
from graph.workers import Lost, run_all
from loaders.article import Article

SECONDS_PER_ARTICLE = 120.0  # an article of 2,000 words takes a third of a second; what takes minutes will not end
ARTICLES_PER_PROCESS = 25  # reading so many takes as long as starting one process more (spaCy, registers, model: 3 s)
WARM_UP = Article(id="", hash="", text="Lurah Melati Wira Santoso membuka rapat di balai kelurahan, Senin (01/01/2024).")
"""Read once in every process, so that a broken register or model is one error, not one for each article."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was left out, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What an article graph depends on beside its article and the version of the extraction."""

    base: str
    texts: bool


@dataclass(slots=True)
class Layer:
    """The facts of all articles that could be read, by hash; `made` of them were extracted in this build."""

    facts: dict[str, ArticleFacts] = field(default_factory=dict)
    made: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    """What the shapes say against article graphs made in this build."""


@dataclass(frozen=True, slots=True)
class _Made:
    """What a process makes of one article."""

    lines: bytes
    facts: ArticleFacts
    findings: tuple[str, ...]


def bring_up_to_date(
    folder: Path,
    articles: Sequence[Article],
    options: Options,
    *,
    processes: int | None = None,
    on_progress: Progress | None = None,
) -> Layer:
    """Make the article graphs that are missing or stale, and read the others."""
    layer = Layer()
    stale = []
    for article in articles:
        path = folder / f"{article.hash}.nq"
        if _key_of(path) == _key(article, options):
            layer.facts[article.hash] = from_quads(rdf.load(path.read_bytes(), source=str(path)))[1]
        else:
            stale.append(article)
    done = len(articles) - len(stale)
    workers = processes or min(os.cpu_count() or 1, 1 + len(stale) // ARTICLES_PER_PROCESS)
    log = folder.parent / "build.log"
    for ended in run_all(stale, partial(_prepare, options), processes=workers, seconds=SECONDS_PER_ARTICLE, log=log):
        if isinstance(ended, Lost):
            layer.skipped.append(Skipped(ended.task.id, f"{ended.reason}; it is left out"))
        else:
            _keep(layer, folder, options, *ended)
        done += 1
        if on_progress is not None:
            on_progress(done, len(articles))
    return layer


def remove_others(folder: Path, articles: Iterable[Article]) -> None:
    """Remove the article graphs of articles that are no longer among the sources."""
    kept = {f"{article.hash}.nq" for article in articles}
    for path in folder.iterdir():
        if path.name not in kept:
            path.unlink()


def _keep(layer: Layer, folder: Path, options: Options, article: Article, made: _Made) -> None:
    head = f"# made from {_key(article, options)}\n"
    write_durably(folder / f"{article.hash}.nq", head.encode() + made.lines)
    layer.facts[article.hash] = made.facts
    layer.made += 1
    layer.findings += [f"{article.id}: {finding}" for finding in made.findings]


def _key(article: Article, options: Options) -> str:
    return hashlib.sha256(f"{extraction_version()} {options!r} {article!r}".encode("utf-8", "surrogatepass")).hexdigest()


def _key_of(path: Path) -> str:
    """The key in the first line of an article graph; empty where there is none."""
    if not path.is_file():
        return ""
    with path.open("rb") as handle:
        return handle.readline(200).decode("utf-8", "replace").strip().removeprefix("# made from ")


def _prepare(options: Options) -> Callable[[Article], _Made]:
    """In a new process: load the pipeline once, and give the function for one article."""
    from graph.check import check_article
    from graph.extraction.pipeline import extract

    def make(article: Article) -> _Made:
        quads = list(to_quads(article, extract(article), base=options.base, texts=options.texts))
        facts = from_quads(quads)[1]  # as the next build will read them: mentions in order of place, each once
        return _Made(rdf.dump(quads), facts, tuple(str(finding) for finding in check_article(quads)))

    make(WARM_UP)
    return make
