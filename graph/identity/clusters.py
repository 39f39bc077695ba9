"""Who is who across all articles: every local entity gets the IRI of its cluster."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from graph.facts import ArticleFacts, Person
from graph.identity import events, organizations, person_features, persons, programs
from graph.identity.citizens import citizen_numbers, public_persons
from graph.identity.iris import citizen_iri, group_by_stem, members, numbered, unnamed_iri
from graph.identity.judgements import Judged, Judgements, find_judged
from graph.identity.local import Ref, Report, reports
from graph.identity.masking import Masks, masks
from graph.identity.matching import Edge, Feature, Judgement, P, Partition, unite
from graph.identity.registered import Key, area_keys, regulation_keys
from loaders.article import Article
from ontology.namespaces import DEFAULT_BASE


@dataclass(frozen=True, slots=True, order=True)
class Unsure:
    """A pair for a person to look at; `a` and `b` are written as `judgements.tsv` takes them."""

    a: str
    b: str
    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Clusters:
    """The IRI of every local entity. `citizens` are the persons under a pseudonym, with their number in their article;
    `unnamed` those whom an article calls by their post alone; `masks` hide citizens in each article's words;
    `unused` are the judgements about what is not in the build.
    """

    iris: Mapping[Ref, str]
    citizens: Mapping[Ref, int]
    unnamed: frozenset[Ref]
    masks: Mapping[str, Masks]
    unsure: tuple[Unsure, ...] = ()
    unused: tuple[Judged, ...] = ()

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """(IRI, article hash, local key), sorted: what a build keeps for the next one as `identity.tsv`."""
        return iter(sorted((iri, *ref) for ref, iri in self.iris.items()))


def resolve(
    articles: Iterable[tuple[Article, ArticleFacts]],
    judgements: Iterable[Judged] = (),
    *,
    base: str = DEFAULT_BASE,
    previous: Iterable[tuple[str, str, str]] = (),
) -> Clusters:
    """Decide which local entities are one. `previous` are the rows of the last build, so that a judgement may name its IRIs.

    Areas and regulations go by their codes; organisations, persons, programmes and events, in this order, by their tables of
    features, each built on those before it.
    """
    all_reports = reports(articles)
    old: defaultdict[str, list[Ref]] = defaultdict(list)
    for iri, article, key in sorted(previous):
        old[iri].append((article, key))
    judged = find_judged(judgements, all_reports, {iri: tuple(refs) for iri, refs in old.items()})
    matcher = _Matcher(all_reports, judged)
    cluster_of, unsure = matcher.run()
    return _named(all_reports, cluster_of, matcher, unsure, base, judged.unused)


class _Matcher:
    """Runs the tables one after the other; each sees the clusters of those before it."""

    def __init__(self, all_reports: Sequence[Report], judged: Judgements) -> None:
        self.reports = all_reports
        self.judged = judged
        self.keys: dict[Ref, Key] = {**area_keys(all_reports), **regulation_keys(all_reports)}
        self.regions: dict[Ref, str] = {}
        self.cluster_of: dict[Ref, str] = {ref: "|".join(key) for ref, key in self.keys.items()}
        self.unsure: list[tuple[Ref, Ref, float, tuple[str, ...]]] = []

    def run(self) -> tuple[dict[Ref, str], list[tuple[Ref, Ref, float, tuple[str, ...]]]]:
        """The cluster of every local entity that has a name, and the pairs to look at."""
        own = self.judged.own
        bodies = organizations.profiles(self.reports, own)
        self.regions |= {ref: body.code for body in bodies for ref in body.refs}
        self._unite(bodies, organizations.FEATURES)
        people = persons.profiles(self.reports, self.cluster_of, own)
        self.regions |= {ref: person.region for person in people for ref in person.refs}
        self._unite(people, person_features.FEATURES)
        self._unite(programs.profiles(self.reports, self.cluster_of, own), programs.FEATURES)
        self._unite(events.profiles(self.reports, self.cluster_of), events.FEATURES)
        return self.cluster_of, self.unsure

    def _unite(self, profiles: Sequence[P], features: Sequence[Feature[P]]) -> None:
        ids = {ref: profile.id for profile in profiles for ref in profile.refs}
        partition = Partition(
            {profile.id: profile for profile in profiles},
            features,
            apart=frozenset(self._pairs(ids, Judgement.DIFFERENT, Judgement.UNSURE)),
        )
        edges = unite(partition, self._pairs(ids, Judgement.SAME))
        self.cluster_of |= {ref: partition.cluster_of[id_] for ref, id_ in ids.items()}
        self.unsure += [self._pair(partition, edge) for edge in edges]
        self.unsure += [(a, b, 0.0, ("judged unsure",)) for a, b in self.judged.refs(Judgement.UNSURE) if a in ids]

    def _pairs(self, ids: Mapping[Ref, str], *words: Judgement) -> list[tuple[str, str]]:
        found = [(ids[a], ids[b]) for a, b in self.judged.refs(*words) if a in ids and b in ids]
        return [(min(pair), max(pair)) for pair in found]

    def _pair(self, partition: Partition[P], edge: Edge) -> tuple[Ref, Ref, float, tuple[str, ...]]:
        a, b, decision = edge
        return partition.profiles[a].refs[0], partition.profiles[b].refs[0], decision.score, decision.reasons


def _named(
    all_reports: Sequence[Report],
    cluster_of: Mapping[Ref, str],
    matcher: _Matcher,
    unsure: Iterable[tuple[Ref, Ref, float, tuple[str, ...]]],
    base: str,
    unused: tuple[Judged, ...],
) -> Clusters:
    by_hash = {report.hash: report for report in all_reports}
    grouped: defaultdict[tuple[str, str], list[Ref]] = defaultdict(list)
    for ref, cluster in cluster_of.items():
        grouped[(by_hash[ref[0]].entities[ref[1]].type, cluster)].append(ref)
    public = public_persons(all_reports)
    private = {ref for (type_, _), refs in grouped.items() if type_ == Person.type and public.isdisjoint(refs) for ref in refs}
    citizens = {ref: n for report in all_reports for ref, n in citizen_numbers(report, frozenset(private)).items()}
    all_masks = {report.hash: masks(report, citizens) for report in all_reports}
    named = [members(refs, by_hash, all_masks) for _, refs in sorted(grouped.items()) if private.isdisjoint(refs)]
    iris = numbered(group_by_stem(named, matcher.regions, matcher.keys))
    iris |= {ref: citizen_iri(ref[0], n) for ref, n in citizens.items()}
    missing = frozenset(ref for report in all_reports for ref, _ in report.of_type(Person) if ref not in iris)
    counts: Counter[str] = Counter()
    for ref in sorted(missing):
        counts[ref[0]] += 1
        iris[ref] = unnamed_iri(ref[0], counts[ref[0]])
    return Clusters(
        iris={ref: base + iri for ref, iri in sorted(iris.items())},
        citizens=citizens,
        unnamed=missing,
        masks=all_masks,
        unsure=tuple(sorted(Unsure(_show(by_hash, a), _show(by_hash, b), s, why) for a, b, s, why in unsure)),
        unused=unused,
    )


def _show(by_hash: Mapping[str, Report], ref: Ref) -> str:
    return f"{by_hash[ref[0]].locations[0]} {ref[1]}"
