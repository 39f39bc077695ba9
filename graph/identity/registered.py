"""What an official code settles without comparison: areas by kode wilayah, regulations by kind, number and year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from graph.facts import Area, Regulation
from graph.identity.local import Ref, Report, home
from graph.identity.wording import tokens
from ontology.areas import areas, fold
from ontology.names import national_regulations
from ontology.regulation_kinds import regulation_kinds

Key = tuple[str, ...]


def area_keys(reports: Sequence[Report]) -> Mapping[Ref, Key]:
    """For each local area what it is one with: its code; without a code its kind, name and region, unless exactly one code
    of the build has that kind and name and lies in the region.
    """
    coded: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for report in reports:
        for _, area in report.of_type(Area):
            if area.code:
                coded[(area.kind, fold(area.name))].add(area.code)
    keys: dict[Ref, Key] = {}
    for report in reports:
        for ref, area in report.of_type(Area):
            name = fold(area.name)
            region = home(report.region)
            known = [c for c in coded[(area.kind, name)] if region and areas().is_within(c, region)]
            code = area.code or (known[0] if len(known) == 1 else "")
            keys[ref] = (code,) if code else (area.kind, name, region)
    return keys


def regulation_keys(reports: Sequence[Report]) -> Mapping[Ref, Key]:
    """For each regulation what it is one with: kind, number, year, and the region that issued it unless it is national.
    Perda 5 is not Perda 6. KUHP and UUD need no number; of others without one the title decides, within one region.
    """
    named = {kind.kind for kind in regulation_kinds() if kind.named}
    keys: dict[Ref, Key] = {}
    for report in reports:
        for ref, regulation in report.of_type(Regulation):
            issuer = "ID" if regulation.kind in national_regulations() else home(report.region)
            number = regulation.number.casefold().lstrip("0")
            title = () if number or regulation.kind in named else tokens(regulation.name or regulation.subject)
            keys[ref] = (regulation.kind, number, regulation.year, issuer, *title)
    return keys
