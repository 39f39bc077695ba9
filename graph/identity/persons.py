"""Which persons are one: name, region, post and body and date. Only exclusive posts tell two bearers of one name apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.facts import HoldsPost, Person, Role, TookPart
from graph.identity.dates import attested, years_apart
from graph.identity.local import Ref, Report, home, regions_meet
from graph.identity.matching import NEVER, Feature, Match
from graph.identity.person_names import NameMatch, Parts, compare_names, name_parts
from ontology.posts import posts

LONGEST_TENURE = 10
"""Two terms of five years: who held the post more than ten years before is another person of that name."""


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A post as an article attests it. `body` is the body's cluster, `code` the area whose body it is, `date` partial ISO."""

    rank: str
    body: str
    code: str
    date: str
    exclusive: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Local persons of one name and region who hold the same exclusive posts, or none."""

    id: str
    names: tuple[Parts, ...]
    region: str
    posts: tuple[Post, ...]
    receives: bool
    refs: tuple[Ref, ...]

    @property
    def name(self) -> Parts:
        return self.names[0]

    @property
    def strength(self) -> int:
        """The fuller name is the surer one; of equal names the one with a post, and last who only receives."""
        return 10 * sum(map(len, self.name)) + (2 if self.posts else 0 if self.receives else 1)

    @property
    def blocks(self) -> Iterable[str]:
        """By whole name, by two parts of it in a region, and by post and body."""
        yield " ".join(self.name)
        yield "".join(self.name)
        if len(self.name) > 1:
            yield from (f"{self.region} {part}" for part in self.name if len(part) > 1)
        yield from (f"{post.body} {post.rank.split()[0]}" for post in self.posts if post.body)


def profiles(reports: Sequence[Report], bodies: Mapping[Ref, str], own: frozenset[Ref]) -> list[Someone]:
    """All persons with a name, those of one name, region and exclusive posts together; those in `own` each for itself."""
    groups: defaultdict[tuple[str, ...], list[tuple[Ref, Parts, tuple[Post, ...], bool]]] = defaultdict(list)
    for report in reports:
        held_by = _posts(report, bodies)
        receivers = {c.participant for c in report.facts.claims if isinstance(c, TookPart) and c.role is Role.RECEIVES}
        for ref, person in report.of_type(Person):
            if parts := name_parts(person.name):
                held = tuple(sorted(held_by.get(ref[1], ())))
                region = next((home(p.code) for p in held if p.code), home(report.region))
                exclusive = ",".join(sorted({f"{p.rank} {p.body}" for p in held if p.exclusive}))
                receives = ref[1] in receivers and not held
                key = (" ".join(parts), region, exclusive, str(receives), "/".join(ref) if ref in own else "")
                groups[key].append((ref, parts, held, receives))
    return [
        Someone(
            id="|".join(key),
            names=(members[0][1],),
            region=key[1],
            posts=tuple(sorted({post for *_, held, _ in members for post in held})),
            receives=members[0][3],
            refs=tuple(sorted(ref for ref, *_ in members)),
        )
        for key, members in sorted(groups.items())
    ]


@cache
def _exclusive() -> frozenset[str]:
    return frozenset(entry.post for entry in posts() if entry.exclusive)


@cache
def _national() -> frozenset[str]:
    """Posts of the whole country, whatever region the article is about: `Presiden`, `Menteri`."""
    return frozenset(entry.post for entry in posts() if entry.takes in ("negara", "portfolio"))


def _posts(report: Report, bodies: Mapping[Ref, str]) -> Mapping[str, list[Post]]:
    """The posts that an article gives to each of its persons, with the day on which it does."""
    found: defaultdict[str, list[Post]] = defaultdict(list)
    for claim in report.facts.claims:
        if isinstance(claim, HoldsPost):
            body = report.entities.get(claim.body or "")
            code = report.code(getattr(body, "area", None)) or ("ID" if claim.post in _national() else "")
            exclusive = claim.post in _exclusive() and not claim.acting and not claim.former and body is not None
            held = bodies.get((report.hash, claim.body or ""), "")
            found[claim.person].append(Post(claim.post, held, code, claim.date.value or report.date, exclusive))
    return found


def name_match(a: Someone, b: Someone) -> NameMatch:
    return compare_names(a.name, b.name)


def exclusive_posts_meet(a: Someone, b: Someone) -> Match | None:
    """Both hold posts that nobody holds together, in two areas, over days that meet."""
    for post, other in ((x, y) for x in a.posts for y in b.posts if x.exclusive and y.exclusive):
        if not (post.code and other.code) or post.code == other.code:
            continue
        span = attested(p.date for p in a.posts if (p.rank, p.body) == (post.rank, post.body))
        if span.meets(attested(p.date for p in b.posts if (p.rank, p.body) == (other.rank, other.body))):
            return Match(-1, f"at one time {post.rank} ({post.code}) and {other.rank} ({other.code})")
    return None


def other_full_name(a: Someone, b: Someone) -> Match | None:
    """Two full names that do not go together; this parts whole clusters."""
    full = all(sum(len(part) > 1 for part in x.name) > 1 for x in (a, b))
    return Match(-1, "other name") if full and name_match(a, b) is NameMatch.OTHER else None


def other_name(a: Someone, b: Someone) -> Match | None:
    """Two short names without relation: `Rina` and `Wulandari` may yet both be Rina Wulandari."""
    return Match(-1, "other name") if name_match(a, b) is NameMatch.OTHER else None


def same_name(a: Someone, b: Someone) -> Match | None:
    """Equal names of two parts or more."""
    return Match(1, "same full name") if len(a.name) > 1 and name_match(a, b) is NameMatch.SAME else None


def initials(a: Someone, b: Someone) -> Match | None:
    return Match(1, "initials fit") if name_match(a, b) is NameMatch.INITIALS else None


def part_of_name(a: Someone, b: Someone) -> Match | None:
    return Match(1, "part of the full name") if name_match(a, b) is NameMatch.PART else None


def spelling(a: Someone, b: Someone) -> Match | None:
    return Match(1, "same name, spelt otherwise") if name_match(a, b) is NameMatch.SPELLING else None


def single_name(a: Someone, b: Someone) -> Match | None:
    """One part alone, equal to the other's only part or to one of its parts."""
    single = min(len(a.name), len(b.name)) == 1 and name_match(a, b) in (NameMatch.SAME, NameMatch.SINGLE)
    return Match(1, "a name of one part fits") if single else None


def same_region(a: Someone, b: Someone) -> Match | None:
    return Match(1, "same region") if regions_meet(a.region, b.region) else None


def same_post(a: Someone, b: Someone) -> Match | None:
    """The same post of the same body, no further apart than one person can have held it."""
    for post in a.posts:
        for other in b.posts:
            gap = years_apart(post.date, other.date)
            if post.body and post.body == other.body and _ranks_agree(post.rank, other.rank) and (gap or 0) <= LONGEST_TENURE:
                return Match(1, f"same post ({post.rank})")
    return None


def _ranks_agree(a: str, b: str) -> bool:
    """`Kepala` of an agency is its `Kepala Dinas`; `Wali Kota` is not `Wakil Wali Kota`."""
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


def receiver_and_official(a: Someone, b: Someone) -> Match | None:
    """One receives aid and is given no post, the other holds one: a name alone does not make an official of a citizen."""
    return Match(-1, "one receives, the other holds a post") if (a.receives and b.posts) or (b.receives and a.posts) else None


FEATURES: tuple[Feature[Someone], ...] = (
    Feature(exclusive_posts_meet, NEVER, "two of the name Hasan Basri: Camat here and Lurah there in one month", parts=True),
    Feature(other_full_name, NEVER, "Rina Wulandari, Rini Kusumawati", parts=True),
    Feature(other_name, NEVER, "Rina, Wulandari"),
    Feature(same_name, 0.7, "Rina Wulandari, Rina Wulandari"),
    Feature(initials, 0.5, "A. Suherman, Achmad Suherman"),
    Feature(part_of_name, 0.5, "Rina Wulandari, Rina Sri Wulandari"),
    Feature(spelling, 0.4, "Bangkit Hariyo, Bangkit Haryo"),
    Feature(single_name, 0.3, "Wulandari, Rina Wulandari"),
    Feature(same_region, 0.3, "both of Kota Metro; a minister anywhere"),
    Feature(same_post, 0.6, "both Camat of Metro Selatan, two years apart"),
    Feature(receiver_and_official, 0.3, "Siti Rahayu got rice; Siti Rahayu is a Lurah", parts=True),
)
