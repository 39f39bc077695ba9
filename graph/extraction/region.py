"""The region an article is about, and which area an ambiguous name means there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from graph.extraction.areas import AreaName
from graph.extraction.unregistered import is_unregistered
from ontology.areas import AreaEntry, areas

GOVERNED = (2, 5)
"""Lengths of the codes of areas that have a government of their own: provinces, kabupaten and kota."""


def region_of(names: Iterable[tuple[AreaName, int]], place: str = "") -> str:
    """The code of the province, kabupaten or kota that the article names most; the first of equals, empty if none.

    `names` come with their weight. A kecamatan or village that only one region has counts for it; the place of the dateline
    counts once.
    """
    votes: Counter[str] = Counter()
    order: dict[str, int] = {}
    for position, (name, weight) in enumerate(sorted(names, key=lambda n: n[0].start)):
        codes = {e.code if is_unregistered(e.code) else e.code[:5] for e in name.entries if e.code != "ID"}
        if len(codes) == 1:
            code = codes.pop()
            votes[code] += weight
            order.setdefault(code, position)
    for entry in _governed(areas().named(place)) if place else ():
        votes[entry.code] += 1
        order.setdefault(entry.code, len(order))
    if not votes:
        return ""
    return min(votes, key=lambda code: (-votes[code], order[code]))


def _governed(entries: Iterable[AreaEntry]) -> list[AreaEntry]:
    found = [e for e in entries if len(e.code) in GOVERNED and e.code != "ID"]
    return found if len(found) == 1 else []


def meant(name: AreaName, region: str, cued: dict[str, str]) -> tuple[AreaEntry | None, tuple[AreaEntry, ...]]:
    """The area that `name` means, and what else it could mean.

    One entry is that; of several the one in the article's region, then in its province, then the one that the article names
    with its kind (`cued`: folded name -> code), then the kota of that name: `Bogor` alone is the city.
    """
    entries = name.entries
    if len(entries) <= 1:
        return (entries[0] if entries else None), ()
    for scope in (region,) if is_unregistered(region) else (region, region[:2]):
        inside = [e for e in entries if scope and areas().is_within(e.code, scope)]
        if len(inside) == 1:
            return inside[0], ()
        entries = tuple(inside) or entries
    if (code := cued.get(name.name.casefold())) is not None:
        return areas().get(code), ()
    cities = [e for e in entries if e.kind == "kota"]
    if len(cities) == 1 and not name.cued:
        return cities[0], tuple(e for e in entries if e != cities[0])
    return None, entries[:20]
