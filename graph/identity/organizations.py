"""Which organisations are one: kind and area agree, and the name, its acronym or its long spelling is the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.facts import Organization
from graph.identity.local import Ref, Report, home, regions_meet
from graph.identity.matching import NEVER, Feature, Match
from graph.identity.wording import Tokens, exact_tokens, initials, same_spelling, stands_for, tokens
from ontology.areas import areas
from ontology.bodies import bodies

GOVERNMENT = "pemerintah"
COUNTRY_NAMES = (("republik", "indonesia"), ("ri",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """Local organisations of one kind and area that have one name."""

    id: str
    kind: str
    code: str
    region: str
    names: tuple[Tokens, ...]
    refs: tuple[Ref, ...]

    @property
    def name(self) -> Tokens:
        return self.names[0]

    @property
    def strength(self) -> int:
        return sum(map(len, self.name))

    @property
    def blocks(self) -> Iterable[str]:
        """By kind and area where both are known; else by whole names and by the first letters of their words."""
        if self.kind and self.code:
            yield f"{self.kind} {self.code}"
        for name in self.names:
            yield " ".join(name)
            yield initials(name)


def profiles(reports: Sequence[Report], own: frozenset[Ref]) -> list[Body]:
    """All local organisations, those with one name, kind and area together; those in `own` each for itself."""
    groups: defaultdict[tuple[str, ...], list[tuple[Ref, tuple[Tokens, ...]]]] = defaultdict(list)
    for report in reports:
        for ref, body in report.of_type(Organization):
            code = report.code(body.area)
            kind = GOVERNMENT if body.kind.startswith(GOVERNMENT) and code else body.kind
            names = tuple(dict.fromkeys(bare(n, code, kind) for n in (body.name, *body.names)))
            alone = "/".join(ref) if ref in own else ""
            groups[(kind, code, "" if code else home(report.region), " ".join(names[0]), alone)].append((ref, names))
    return [_body(key, members) for key, members in sorted(groups.items())]


def _body(key: tuple[str, ...], members: list[tuple[Ref, tuple[Tokens, ...]]]) -> Body:
    kind, code, region, _, _ = key
    first = members[0][1][0]
    others = sorted({name for _, names in members for name in names} - {first})
    refs = tuple(sorted(ref for ref, _ in members))
    return Body(id="|".join(key), kind=kind, code=code, region=region or code, names=(first, *others), refs=refs)


def bare(name: str, code: str, kind: str = "") -> Tokens:
    """A body's name without the area it belongs to: `Dinas Sosial Kota Magelang` -> `dinas sosial`, `BPK RI` -> `bpk`. The
    government of an area has no other name than that.
    """
    if kind == GOVERNMENT:
        return (GOVERNMENT,)
    found = tokens(name)
    tails = (*_area_tails(code), *COUNTRY_NAMES)
    while tail := next((t for t in tails if len(found) > len(t) and found[-len(t) :] == t), None):
        found = found[: -len(tail)]
    return _standard().get(found, found)


@cache
def _standard() -> Mapping[Tokens, Tokens]:
    """The official name of each form that the register of bodies knows for one body alone."""
    names: defaultdict[Tokens, set[Tokens]] = defaultdict(set)
    for body in bodies():
        for form in (body.name, *body.forms):
            names[tokens(form)].add(tokens(body.name))
    return {form: next(iter(official)) for form, official in names.items() if len(official) == 1}


@cache
def _area_tails(code: str) -> tuple[Tokens, ...]:
    """The ways in which an area ends a name, the longest first: `kota metro`, `metro`, `provinsi lampung`, `lampung`."""
    tails: set[Tokens] = set()
    while code and (area := areas().get(code)) is not None:
        for name in map(tokens, (area.name, *area.names)):
            tails |= {(area.kind, *name), (area.kind[:3], *name), (area.kind[:4], *name), name}
        code = code.rpartition(".")[0]
    return tuple(sorted(tails, key=lambda tail: (-len(tail), tail)))


@cache
def _official() -> frozenset[Tokens]:
    """Names that the register of bodies knows: there is one Ombudsman, whoever writes of it."""
    return frozenset(_standard().values())


def other_kind(a: Body, b: Body) -> Match | None:
    """Bodies of two kinds are two."""
    return Match(-1, f"kinds differ: {a.kind}, {b.kind}") if a.kind and b.kind and a.kind != b.kind else None


def other_area(a: Body, b: Body) -> Match | None:
    """Bodies of two areas are two."""
    return Match(-1, f"areas differ: {a.code}, {b.code}") if a.code and b.code and a.code != b.code else None


def other_number(a: Body, b: Body) -> Match | None:
    """Numbers and words of direction must be the same."""
    if not a.names or not b.names or exact_tokens(a.name) == exact_tokens(b.name):
        return None
    return Match(-1, "numbers or directions differ")


def same_name(a: Body, b: Body) -> Match | None:
    """A name in common that says more than the kind of body."""
    shared = set(a.names) & set(b.names)
    telling = [n for n in shared if len(n) > 1 or n[0] != a.kind]
    return Match(1, "same name") if telling else None


def acronym(a: Body, b: Body) -> Match | None:
    """A name of one abbreviates a name of the other."""
    if set(a.names) & set(b.names):
        return None
    pairs = [(x, y) for x in a.names for y in b.names]
    return Match(1, "acronym and full name") if any(stands_for(x, y) or stands_for(y, x) for x, y in pairs) else None


def spelling(a: Body, b: Body) -> Match | None:
    """Two names that differ by slips."""
    return Match(1, "same name, spelt otherwise") if same_spelling(a.name, b.name) and a.name != b.name else None


def same_area(a: Body, b: Body) -> Match | None:
    """Bodies of one area; or both of none, where the articles are about one region or the register knows the name."""
    if a.code != b.code:
        return None
    known = a.code or regions_meet(a.region, b.region) or set(a.names) & set(b.names) & _official()
    return Match(1, "same area") if known else None


def out_of_region(a: Body, b: Body) -> Match | None:
    """Only one article says whose body it is, and the other is not about that region: a branch and its centre, or the agency
    of another city.
    """
    apart = bool(a.code) != bool(b.code) and not regions_meet(a.region, b.region)
    return Match(-1, "not of the region") if apart else None


FEATURES: tuple[Feature[Body], ...] = (
    Feature(other_kind, NEVER, "Dinas Sosial, Badan Sosial", parts=True),
    Feature(other_area, NEVER, "Dinas Sosial Kota Magelang, Dinas Sosial Kota Bogor", parts=True),
    Feature(other_number, NEVER, "SMPN 1, SMPN 2; Polsek Timur, Polsek Barat", parts=True),
    Feature(out_of_region, NEVER, "BPS in an article about Bogor, BPS Kota Magelang", parts=True),
    Feature(same_name, 0.7, "Dinas Sosial Kota Magelang, Dinas Sosial"),
    Feature(acronym, 0.7, "Dinsos, Dinas Sosial"),
    Feature(spelling, 0.7, "Badan Pengelola Keuangan Daerah, Badan Pengelolaan Keuangan Daerah"),
    Feature(same_area, 0.3, "both of Kota Magelang; the Ombudsman anywhere, but not SMPN 1"),
)
