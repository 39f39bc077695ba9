"""Which programmes are one: the same name or acronym, in one region or run by one body."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.facts import Program, RunsProgram
from graph.identity.local import Ref, Report, home, regions_meet
from graph.identity.matching import NEVER, Feature, Match
from graph.identity.wording import Tokens, exact_tokens, initials, stands_for, tokens
from ontology.programs import national_programs


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """Local programmes of one name in one region."""

    id: str
    region: str
    names: tuple[Tokens, ...]
    bodies: frozenset[str]
    refs: tuple[Ref, ...]

    @property
    def strength(self) -> int:
        return sum(map(len, self.names[0]))

    @property
    def blocks(self) -> Iterable[str]:
        """By whole names and by first letters, which an acronym is made of."""
        for name in self.names:
            yield " ".join(name)
            yield initials(name)


def profiles(reports: Sequence[Report], bodies: Mapping[Ref, str], own: frozenset[Ref]) -> list[Scheme]:
    """All programmes, those of one name and region together; those in `own` each for itself."""
    groups: defaultdict[tuple[str, ...], list[tuple[Ref, tuple[Tokens, ...], frozenset[str]]]] = defaultdict(list)
    for report in reports:
        running: defaultdict[str, set[str]] = defaultdict(set)
        for claim in report.facts.claims:
            if isinstance(claim, RunsProgram) and (body := bodies.get((report.hash, claim.body or ""))):
                running[claim.program].add(body)
        for ref, program in report.of_type(Program):
            names = tuple(name for name in dict.fromkeys(map(_bare, (program.name, *program.names))) if name)
            if names:
                national = names[0] in _standard()
                region = "ID" if national else home(report.region)
                key = (" ".join(names[0]), region, "/".join(ref) if ref in own else "")
                groups[key].append((ref, names, frozenset(running[program.key])))
    return [
        Scheme(
            id="|".join(key),
            region=key[1],
            names=tuple(dict.fromkeys((members[0][1][0], *sorted({n for _, names, _ in members for n in names})))),
            bodies=frozenset[str]().union(*(run for *_, run in members)),
            refs=tuple(sorted(ref for ref, *_ in members)),
        )
        for key, members in sorted(groups.items())
    ]


def _bare(name: str) -> Tokens:
    """`Program Kartu Sehat` is the Kartu Sehat."""
    found = tokens(name)
    bare = found[1:] if len(found) > 1 and found[0] == Program.type else found
    return _standard().get(bare, _standard().get(found, bare))


@cache
def _standard() -> Mapping[Tokens, Tokens]:
    """Every name of a national programme, and the official one."""
    return {tokens(form): tokens(entry.name) for entry in national_programs() for form in (*entry.forms, entry.name)}


def same_name(a: Scheme, b: Scheme) -> Match | None:
    return Match(1, "same name") if set(a.names) & set(b.names) else None


def acronym(a: Scheme, b: Scheme) -> Match | None:
    """A name of one abbreviates a name of the other."""
    found = any(stands_for(x, y) or stands_for(y, x) for x in a.names for y in b.names)
    return Match(1, "acronym and full name") if found and not set(a.names) & set(b.names) else None


def acronym_too(a: Scheme, b: Scheme) -> Match | None:
    """Both a full name and its acronym in common: no two schemes share both by chance."""
    shared = sorted(set(a.names) & set(b.names))
    found = any(stands_for(x, y) for x in shared for y in shared)
    return Match(1, "same acronym and full name") if found else None


def other_number(a: Scheme, b: Scheme) -> Match | None:
    """Numbers must be the same."""
    return Match(-1, "numbers differ") if exact_tokens(a.names[0]) != exact_tokens(b.names[0]) else None


def same_region(a: Scheme, b: Scheme) -> Match | None:
    return Match(1, "same region") if regions_meet(a.region, b.region) else None


def same_body(a: Scheme, b: Scheme) -> Match | None:
    return Match(1, "run by the same body") if a.bodies & b.bodies else None


FEATURES: tuple[Feature[Scheme], ...] = (
    Feature(other_number, NEVER, "Bantuan Tahap 1, Bantuan Tahap 2", parts=True),
    Feature(same_name, 0.7, "Kartu Sehat Ceria, Program Kartu Sehat Ceria"),
    Feature(acronym, 0.7, "KSC, Kartu Sehat Ceria"),
    Feature(acronym_too, 0.3, "Kartu Sehat Ceria (KSC) in two regions"),
    Feature(same_region, 0.3, "both in articles about Kota Magelang; a national programme anywhere"),
    Feature(same_body, 0.3, "both run by the Dinas Sosial of Kota Magelang"),
)
