"""One entity for each cluster: the fullest name as label, other forms beside it, of each property what most articles say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from graph.facts import Area, Date, Entity, Event, Key, Organization, Person, Program, Regulation, Status
from graph.identity.iris import Member, fullest_name, members
from graph.identity.local import Ref, Report
from graph.identity.masking import Masks, pseudonym


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What merging needs of the articles: their reports and masks by hash, the IRIs, and the dates completed."""

    reports: Mapping[str, Report]
    masks: Mapping[str, Masks]
    iris: Mapping[Ref, str]
    citizens: Mapping[Ref, int]
    dates: Mapping[Ref, Date]


def merged_entities(refs: Iterable[Ref], sources: Sources) -> list[Entity]:
    """All entities, sorted by IRI; citizens have nothing but their pseudonym."""
    clusters: defaultdict[str, list[Ref]] = defaultdict(list)
    for ref in refs:
        clusters[sources.iris[ref]].append(ref)
    return [_merged(iri, clusters[iri], sources) for iri in sorted(clusters)]


def _merged(iri: str, refs: Sequence[Ref], sources: Sources) -> Entity:
    if refs[0] in sources.citizens:
        return Person(key=iri, name=pseudonym(sources.citizens[refs[0]]))
    cluster = members(refs, sources.reports, sources.masks)
    entity = _joined(iri, cluster, sources)
    name = entity.name or fullest_name(cluster)
    forms = {form for m in cluster for form in (m.entity.name, *m.entity.names) if form}
    return replace(entity, name=name, names=tuple(sorted(forms - {name})))


def _joined(iri: str, cluster: Sequence[Member], sources: Sources) -> Entity:
    """The properties of a cluster of one type; names are left to the caller."""
    match cluster[0].entity:
        case Person():
            people = [m.entity for m in cluster if isinstance(m.entity, Person)]
            return Person(
                key=iri,
                honorifics=_each_once(form for p in people for form in p.honorifics),
                degrees=_each_once(form for p in people for form in p.degrees),
            )
        case Organization():
            bodies = [m.entity for m in cluster if isinstance(m.entity, Organization)]
            area = _commonest(_iri(m, "area", sources) for m in cluster)
            above = _commonest(_iri(m, "part_of", sources) for m in cluster)
            return Organization(
                key=iri,
                kind=_commonest(b.kind for b in bodies),
                area=area or None,
                part_of=above if above != iri and above else None,
            )
        case Area():
            areas = [m.entity for m in cluster if isinstance(m.entity, Area)]
            within = _commonest(_iri(m, "within", sources) for m in cluster)
            return Area(
                key=iri,
                name=_commonest(a.name for a in areas),
                kind=_commonest(a.kind for a in areas),
                code=_commonest(a.code for a in areas),
                candidates=() if any(a.code for a in areas) else _each_once(c for a in areas for c in a.candidates),
                within=within if within != iri and within else None,
            )
        case Event():
            return _event(iri, cluster, sources)
        case Regulation():
            acts = [m.entity for m in cluster if isinstance(m.entity, Regulation)]
            return replace(
                acts[0], key=iri, name="", names=(), mentions=(), subject=max((a.subject for a in acts), key=_length)
            )
        case _:
            return Program(key=iri)


def _event(iri: str, cluster: Sequence[Member], sources: Sources) -> Event:
    """An occasion as all its articles tell it: the fullest date, and the status that the latest article gives."""
    told = [m.entity for m in cluster if isinstance(m.entity, Event)]
    dates = [sources.dates.get(m.ref, e.date) for m, e in zip(cluster, told, strict=True)]
    date = max(dates, key=lambda d: (not d.value.startswith("--"), len(d.value), d.value, d.end))
    status = Status.HELD if any(e.status is Status.HELD for e in told) else told[-1].status
    area = _commonest(_iri(m, "area", sources) for m in cluster)
    venue = _commonest(e.venue for e in told)
    return Event(key=iri, kind=told[0].kind, date=date, venue=venue, area=area or None, status=status)


def _iri(member: Member, field: str, sources: Sources) -> str:
    key: Key | None = getattr(member.entity, field)
    return sources.iris[(member.ref[0], key)] if key is not None else ""


def _commonest(values: Iterable[str]) -> str:
    """What most articles say; of equals the longest, then the first in the alphabet."""
    counts = Counter(value for value in values if value)
    return min(counts, key=lambda value: (-counts[value], -len(value), value), default="")


def _each_once(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(set(values)))


def _length(text: str) -> tuple[int, str]:
    return len(text), text
