"""From claims of single articles to the knowledge graph: complete, protect, join."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from graph.derive.completion import (
    complete_bodies,
    complete_holders,
    complete_years,
    governments,
    years_by_events,
    years_by_holders,
)
from graph.derive.drafts import Draft, drafts
from graph.derive.entities import Sources, merged_entities
from graph.derive.facts import facts, sourced
from graph.derive.holder_names import called
from graph.derive.tenure import Place, Tenures, exclusive, tenures
from graph.facts import ArticleFacts, Date, Entity, HoldsPost, Organization, Person, Said
from graph.identity.clusters import Clusters
from graph.identity.local import Ref, Report, reports
from graph.identity.masking import Masks
from graph.knowledge import Knowledge, Source
from graph.rdf import article_iri
from loaders.article import Article
from ontology.bodies import organization_kinds
from ontology.namespaces import DEFAULT_BASE


def derive(
    articles: Iterable[tuple[Article, ArticleFacts]],
    clusters: Clusters,
    *,
    base: str = DEFAULT_BASE,
    previous: Iterable[tuple[str, str, str]] = (),
) -> Knowledge:
    """The knowledge graph of all articles, given who is who.

    Args:
        articles: every article of the build with its facts, in any order.
        clusters: what `graph.identity.resolve` decided about the same articles.
        base: where the IRIs begin.
        previous: (IRI, article hash, local key) of the build before, for IRIs that this one replaces.
    """
    all_reports = reports(articles)
    found = drafts(all_reports, clusters.iris, base)
    unnamed = frozenset(clusters.iris[ref] for ref in clusters.unnamed)
    dates, known, named = _complete(all_reports, found, clusters, unnamed)
    sources = Sources(
        reports={report.hash: report for report in all_reports},
        masks=clusters.masks,
        iris=clusters.iris,
        citizens=clusters.citizens,
        dates=dates,
    )
    kept = [ref for ref, iri in clusters.iris.items() if iri not in named]
    entities = merged_entities(kept, sources)
    labels = {entity.key: entity.name for entity in entities}
    speaking = _posts_of_speakers(found, known, labels)
    claims = [sourced(draft, clusters.masks[draft.report.hash], base, speaking.get(draft.iri, "")) for draft in found]
    days = {article_iri(base, draft.report.hash): draft.day for draft in found}
    return Knowledge(
        sources=tuple(sorted((_source(r, clusters.masks[r.hash], clusters, base) for r in all_reports), key=lambda s: s.iri)),
        entities=tuple(_with_posts(entities, found, unnamed - named.keys(), labels)),
        facts=tuple(facts(claims, days, base)),
        replaced=_replaced(previous, clusters),
        citizens=tuple(sorted({clusters.iris[ref] for ref in clusters.citizens})),
    )


def _complete(
    all_reports: Sequence[Report], found: Sequence[Draft], clusters: Clusters, unnamed: frozenset[str]
) -> tuple[Mapping[Ref, Date], Tenures, Mapping[str, str]]:
    """Bodies, then years, then holders: each step knows what the one before it found."""
    complete_bodies(found, governments(all_reports, clusters.iris))
    first = tenures(found, unnamed)
    by_events = years_by_events(all_reports, found, clusters.iris)
    dates = complete_years(all_reports, found, by_events, years_by_holders(all_reports, found, first))
    known = tenures(found, unnamed)
    return dates, known, complete_holders(found, known, unnamed)


def _posts_of_speakers(found: Sequence[Draft], known: Tenures, labels: Mapping[str, str]) -> dict[str, str]:
    """For each claim of speech the post that the speaker held that day: as the article says, else as others attest."""
    stated: defaultdict[tuple[str, str], list[tuple[bool, int, str]]] = defaultdict(list)
    for draft in found:
        claim = draft.known
        if isinstance(claim, HoldsPost) and not claim.former:
            shown = _show((claim.post, claim.body or ""), claim.acting, labels)
            stated[(draft.report.hash, claim.person)].append((claim.post not in exclusive(), claim.span.start, shown))
    posts = {}
    for draft in found:
        if isinstance(draft.known, Said) and (speaker := draft.known.speaker) is not None:
            if here := stated.get((draft.report.hash, speaker)):
                posts[draft.iri] = min(here)[2]
            elif elsewhere := known.posts_on(speaker, draft.day):
                place = min(elsewhere, key=lambda p: (p[0] not in exclusive(), p))
                posts[draft.iri] = _show(place, "", labels)
    return posts


def _show(place: Place, acting: str, labels: Mapping[str, str]) -> str:
    """`Plt. Wali Kota, Pemerintah Kota Magelang`."""
    rank = f"{acting} {place[0]}".strip()
    return ", ".join(part for part in (rank, labels.get(place[1], "")) if part)


def _with_posts(
    entities: Iterable[Entity], found: Sequence[Draft], unnamed: Iterable[str], labels: Mapping[str, str]
) -> Iterable[Entity]:
    """Persons without a name carry their post among their other names, so that views have something to show."""
    known = tuple(entities)
    governments = {kind.id for kind in organization_kinds().values() if kind.governs}
    areas = {e.key: e.area for e in known if isinstance(e, Organization) and e.area and e.kind in governments}
    posts = {
        claim.person: called(claim, labels.get(areas.get(claim.body or "", claim.body or ""), ""), governs=claim.body in areas)
        for draft in reversed(found)
        if isinstance(claim := draft.known, HoldsPost)
    }
    nameless = frozenset(unnamed)
    for entity in known:
        shown = posts.get(entity.key, "")
        yield Person(key=entity.key, names=(shown,)) if entity.key in nameless and shown else entity


def _source(report: Report, masks: Masks, clusters: Clusters, base: str) -> Source:
    article = report.article
    region = report.facts.region
    return Source(
        iri=article_iri(base, report.hash),
        hash=report.hash,
        locations=report.locations,
        headline=masks.cut(*article.headline) if article.headline is not None else "",
        published=report.facts.published or article.published,
        place=masks.free(article.place),
        outlet=masks.name(article.outlet),
        url="" if masks.mentions(article.url) else article.url,
        region=None if region is None else clusters.iris[(report.hash, region)],
    )


def _replaced(previous: Iterable[tuple[str, str, str]], clusters: Clusters) -> tuple[tuple[str, str], ...]:
    """IRIs of the build before that no entity has now, and the IRI that most of their members have. Who is a citizen now is
    not traced back to a name.
    """
    private = {clusters.iris[ref] for ref in clusters.citizens}
    current = set(clusters.iris.values())
    moved: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for iri, article, key in previous:
        now = clusters.iris.get((article, key))
        if now is not None and iri not in current and now not in private:
            moved[iri][now] += 1
    return tuple((old, min(counts, key=lambda iri: (-counts[iri], iri))) for old, counts in sorted(moved.items()))
