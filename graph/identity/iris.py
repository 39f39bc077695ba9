"""IRIs of clusters, as `docs/graph-model.md` has them: from names, codes and the earliest mention, never from input order."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.facts import Entity, Event, Organization, Person, Program, Regulation
from graph.identity.local import Ref, Report, home
from graph.identity.masking import Masks, masked
from graph.identity.organizations import bare
from graph.identity.person_names import name_parts
from graph.identity.registered import Key
from graph.identity.wording import tokens
from graph.rdf import slug

NO_DATE = "9999"
NO_REGION = "0"
HASH_DIGITS = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A local entity of a cluster with its article's region and date."""

    ref: Ref
    entity: Entity
    region: str
    date: str


def members(refs: Iterable[Ref], reports: Mapping[str, Report], masks: Mapping[str, Masks]) -> tuple[Member, ...]:
    """The members of a cluster, masked, the earliest-dated first; an undated one comes last."""
    found = []
    for ref in refs:
        report = reports[ref[0]]
        entity = masked(report.entities[ref[1]], masks[ref[0]])
        found.append(Member(ref=ref, entity=entity, region=report.region, date=report.date))
    return tuple(sorted(found, key=lambda m: (m.date or NO_DATE, m.ref)))


def fullest_name(cluster: Sequence[Member]) -> str:
    """The fullest form known: most parts, then fewest abbreviated, then the commonest, then the longest."""
    counts = Counter(m.entity.name for m in cluster if m.entity.name)
    return max(counts, key=lambda name: (*_fullness(name), counts[name], len(name), name), default="")


def _fullness(name: str) -> tuple[int, int]:
    parts = name_parts(name)
    return sum(len(part) > 1 for part in parts), len(parts)


def stems(cluster: Sequence[Member], regions: Mapping[Ref, str], keys: Mapping[Ref, Key]) -> str:
    """The IRI of a cluster without base and ordinal: `person/rina-wulandari-18.72`."""
    first = cluster[0].entity
    match first:
        case Person():
            return f"person/{slug(fullest_name(cluster))}-{_commonest(cluster, regions) or NO_REGION}"
        case Organization():
            return f"organization/{slug(fullest_name(cluster))}{_area_of(cluster, regions)}"
        case Program():
            return f"program/{slug(fullest_name(cluster))}"
        case Event():
            dates = sorted(m.entity.date.value for m in cluster if isinstance(m.entity, Event))
            return f"event/{slug(first.kind)}-{dates[-1].lstrip('-') or 'tanpa-tanggal'}"
        case Regulation():
            kind, number, year, issuer, *title = keys[cluster[0].ref]
            words = (first.name or first.subject) if title else ""
            parts = (kind, number, year, "" if issuer == "ID" else issuer, words)
            return "regulation/" + "-".join(slug(part) for part in parts if part)
        case _:
            key = keys[cluster[0].ref]
            return f"area/{key[0]}" if len(key) == 1 else f"area/{slug(key[0])}-{slug(fullest_name(cluster))}"


def _area_of(cluster: Sequence[Member], codes: Mapping[Ref, str]) -> str:
    """`-18.72` where the name does not say whose body it is: there is a Dinas Sosial in every kota."""
    name, code = fullest_name(cluster), _commonest(cluster, codes, home_region=False)
    return f"-{code}" if code and bare(name, code) == tokens(name) else ""


def _commonest(cluster: Sequence[Member], regions: Mapping[Ref, str], *, home_region: bool = True) -> str:
    """The code that most members have: their own, or else their article's."""
    counts = Counter(code for m in cluster if (code := regions.get(m.ref) or (home(m.region) if home_region else "")))
    return max(counts, key=lambda region: (counts[region], region), default="")


def numbered(stems: Mapping[str, Sequence[Sequence[Member]]]) -> dict[Ref, str]:
    """IRIs for clusters by their stem: persons and events always carry an ordinal, others where their stem is not theirs
    alone. The earliest-dated mention is the first.
    """
    iris: dict[Ref, str] = {}
    for stem, clusters in sorted(stems.items()):
        always = stem.startswith((Person.type, Event.type))
        ordered = sorted(clusters, key=lambda c: (c[0].date or NO_DATE, c[0].ref))
        for n, cluster in enumerate(ordered, 1):
            iri = f"{stem}-{n}" if always or n > 1 else stem
            iris |= {member.ref: iri for member in cluster}
    return iris


def group_by_stem(
    clusters: Iterable[tuple[Member, ...]], regions: Mapping[Ref, str], keys: Mapping[Ref, Key]
) -> dict[str, list[tuple[Member, ...]]]:
    """Clusters that would have the same IRI but for an ordinal."""
    found: defaultdict[str, list[tuple[Member, ...]]] = defaultdict(list)
    for cluster in clusters:
        found[stems(cluster, regions, keys)].append(cluster)
    return found


def citizen_iri(article: str, number: int) -> str:
    """The pseudonymous IRI of a private person: from the article and the order of mention, never from the name."""
    return f"person/warga/{article[:HASH_DIGITS]}-{number}"


def unnamed_iri(article: str, number: int) -> str:
    """The IRI of somebody whom an article calls by the post alone."""
    return f"person/tanpa-nama/{article[:HASH_DIGITS]}-{number}"
