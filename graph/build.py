"""From a folder of news to a graph: load, extract what is new, decide who is who, derive, and write one new generation.

An article graph is made only where there is none yet for this article and this version of the extraction. Everything after
it is computed from all articles each time, so that a build after a change equals a clean one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path

from pyoxigraph import NamedNode, Quad

import loaders
from graph.derive import derive
from graph.errors import UsageError
from graph.identity import Clusters, read_judgements, resolve
from graph.knowledge import Knowledge
from graph.knowledge_graph import to_quads
from graph.rdf import term
from graph.store import current, locked, read_identity, read_replaced, write_durably, write_generation
from graph.version import extraction_version
from graph.working_layer import Layer, Options, Progress, Skipped, bring_up_to_date, remove_others
from loaders.article import Article
from loaders.errors import LoaderError
from ontology.namespaces import DEFAULT_BASE

BASE = re.compile(r"[a-z][a-z0-9+.-]*:[\w.~:/@!$&'()*+,;=%-]*[:/]", re.ASCII | re.IGNORECASE)
"""A scheme, the characters that a path may have, and a mark after which a name can follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What a build did. `made` counts the article graphs that were made anew; `facts` and `entities` are counts by kind."""

    articles: int
    made: int
    facts: dict[str, int]
    entities: dict[str, int]
    skipped: tuple[Skipped, ...]
    notes: tuple[str, ...]
    """What a person should look at: shapes that new article graphs do not fit, judgements about what is not in the build."""


def build(
    sources: Sequence[Path],
    graph: Path,
    *,
    base: str = DEFAULT_BASE,
    processes: int | None = None,
    texts: bool = True,
    on_progress: Progress | None = None,
) -> Summary:
    """Bring the graph folder up to date with `sources`: files and folders of news, which are the whole of the graph.

    `processes` is the number of extracting processes, where it is None as many as pay, one per processor at most; without
    `texts` the working layer keeps hashes and offsets alone. Pairs that identity is not sure of go to `review.tsv`, in the
    form of `judgements.tsv`.

    Raises:
        UsageError: the folder holds something else, another build runs in it, or `base` is no beginning of an IRI.
        SimpulError: judgements or registers are broken; the graph is as it was.
    """
    if BASE.fullmatch(base) is None:
        raise UsageError(f"--base {base!r}: is no beginning of an IRI; write one like urn:metro: or https://example.org/metro/")
    with locked(graph):
        judgements = read_judgements(graph / "judgements.tsv")
        articles, skipped = _load(sources)
        layer = bring_up_to_date(
            graph / "articles",
            list({article.hash: article for article in reversed(articles)}.values()),
            Options(base=base, texts=texts),
            processes=processes,
            on_progress=on_progress,
        )
        read = [(article, layer.facts[article.hash]) for article in articles if article.hash in layer.facts]
        before = current(graph)
        previous = read_identity(before)
        clusters = resolve(read, judgements, base=base, previous=previous)
        knowledge = derive(read, clusters, base=base, previous=previous)
        summary = _summary(knowledge, layer, skipped, clusters)
        replaced = _replaced(knowledge, read_replaced(before))
        write_generation(
            graph,
            _quads(knowledge, replaced, base),
            _manifest(summary, base),
            identity=clusters.rows(),
            replaced=replaced,
        )
        write_durably(graph / "review.tsv", _review(clusters))
        remove_others(graph / "articles", articles)
    return summary


def _load(sources: Sequence[Path]) -> tuple[list[Article], list[Skipped]]:
    """All articles, sorted by id, and what could not be read."""
    articles, skipped = [], []
    for item in loaders.load(sources):
        if isinstance(item, LoaderError):
            skipped.append(Skipped("", str(item)))
        else:
            articles.append(item)
    return sorted(articles, key=lambda article: article.id), skipped


def _replaced(knowledge: Knowledge, before: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    """(old IRI, new IRI) of this build and those before it, followed to what stands now."""
    known = {entity.key for entity in knowledge.entities}
    now = dict(knowledge.replaced)
    chained = {old: now.get(new, new) for old, new in before}
    return tuple(sorted((old, new) for old, new in (chained | now).items() if old not in known and new in known))


def _quads(knowledge: Knowledge, replaced: Iterable[tuple[str, str]], base: str) -> Iterator[Quad]:
    """The knowledge graph; what IRIs of earlier builds became stands in a graph of its own, for it is no part of what a
    clean build would give.
    """
    yield from to_quads(replace(knowledge, replaced=()), base=base)
    for old, new in replaced:
        yield Quad(NamedNode(old), term("dcterms:isReplacedBy"), NamedNode(new), NamedNode(f"{base}replaced"))


def _review(clusters: Clusters) -> bytes:
    """Pairs for a person to look at: copied into `judgements.tsv` with another word they settle the matter."""
    lines = ("\t".join((u.a, u.b, "unsure", "", f"{u.score:.2f}: {'; '.join(u.reasons)}")) for u in clusters.unsure)
    return "".join(f"{line}\n" for line in ("a\tb\tjudgement\twho\twhy", *lines)).encode()


def _summary(knowledge: Knowledge, layer: Layer, skipped: Iterable[Skipped], clusters: Clusters) -> Summary:
    facts = Counter(fact.table for fact in knowledge.facts)
    entities = Counter(entity.type for entity in knowledge.entities)
    unused = [f"judgements.tsv, line {j.line}: {j.a} or {j.b} is not in this build" for j in clusters.unused]
    return Summary(
        articles=len(knowledge.sources),
        made=layer.made,
        facts=dict(sorted(facts.items())),
        entities=dict(sorted(entities.items())),
        skipped=(*skipped, *sorted(layer.skipped, key=lambda s: s.name)),
        notes=(*unused, *sorted(layer.findings)),
    )


def _manifest(summary: Summary, base: str) -> dict[str, object]:
    """What the generation says of itself; no clock in it, so that equal builds are equal."""
    return {"simpul": version("simpul"), "extraction": extraction_version(), "base": base} | {
        name: value for name, value in asdict(summary).items() if name not in ("made", "notes")
    }
