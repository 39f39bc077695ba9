"""Persons as identity compares them: name, region, and the posts that their articles give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.facts import HoldsPost, Person, Role, TookPart
from graph.identity.local import Ref, Report, home
from graph.identity.person_names import Parts, name_parts
from ontology.posts import posts

COUNTRY_POST = "negara"
"""What completes the posts of the state itself, in the register of posts."""


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
    beside: frozenset[tuple[str, str, str]]
    """(name, rank, body) of holders of posts whom the same article calls by one part of their name."""
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
        """By whole name, by parts of it in a region where more than that part is known, and by post and body."""
        yield " ".join(self.name)
        yield "".join(self.name)
        if len(self.name) > 1 or self.beside:
            yield from (f"{self.region} {part}" for part in self.name if len(part) > 1)
        yield from (f"{post.body} {post.rank.split()[0]}" for post in self.posts if post.body)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """One local person as its article tells of it."""

    ref: Ref
    name: Parts
    region: str
    posts: tuple[Post, ...]
    receives: bool
    beside: frozenset[tuple[str, str, str]]

    @property
    def group(self) -> tuple[str, ...]:
        """What must be equal for two to be taken for one without comparison."""
        exclusive = sorted({f"{p.rank} {p.body}" for p in self.posts if p.exclusive})
        beside = sorted(map(" ".join, self.beside))
        return " ".join(self.name), self.region, ",".join(exclusive), ",".join(beside), str(self.receives)


def profiles(reports: Sequence[Report], bodies: Mapping[Ref, str], own: frozenset[Ref]) -> list[Someone]:
    """All persons with a name, those of one name, region and exclusive posts together; those in `own` each for itself."""
    groups: defaultdict[tuple[str, ...], list[_Told]] = defaultdict(list)
    for report in reports:
        for told in _told(report, bodies):
            groups[(*told.group, "/".join(told.ref) if told.ref in own else "")].append(told)
    return [
        Someone(
            id="|".join(key),
            names=(group[0].name,),
            region=group[0].region,
            posts=tuple(sorted({post for told in group for post in told.posts})),
            receives=group[0].receives,
            beside=group[0].beside,
            refs=tuple(sorted(told.ref for told in group)),
        )
        for key, group in sorted(groups.items())
    ]


def _told(report: Report, bodies: Mapping[Ref, str]) -> list[_Told]:
    posts = _posts(report, bodies)
    names = {ref: parts for ref, person in report.of_type(Person) if (parts := name_parts(person.name))}
    receivers = {c.participant for c in report.facts.claims if isinstance(c, TookPart) and c.role is Role.RECEIVES}
    short = {(n[0], post.rank, post.body) for ref, n in names.items() if len(n) == 1 for post in posts.get(ref[1], ())}
    found = []
    for ref, parts in names.items():
        held = tuple(sorted(posts.get(ref[1], ())))
        alone = len(parts) == 1 and not held
        found.append(
            _Told(
                ref=ref,
                name=parts,
                region=next((home(post.code) for post in held if post.code), home(report.region)),
                posts=held,
                receives=ref[1] in receivers and not held,
                beside=frozenset(short) if alone else frozenset(),
            )
        )
    return found


@cache
def _exclusive() -> frozenset[str]:
    return frozenset(entry.post for entry in posts() if entry.exclusive)


@cache
def _national() -> frozenset[str]:
    """Posts of the whole country, whatever region the article is about: `Presiden`, `Menteri`."""
    return frozenset(entry.post for entry in posts() if entry.takes in (COUNTRY_POST, "portfolio"))


@cache
def _of_country() -> frozenset[str]:
    """Posts of the state itself, whatever body an article gives to them: `Presiden`, `Presiden Republik Indonesia`."""
    return frozenset(entry.post for entry in posts() if entry.takes == COUNTRY_POST)


def _posts(report: Report, bodies: Mapping[Ref, str]) -> Mapping[str, list[Post]]:
    """The posts that an article gives to each of its persons, with the day on which it does."""
    found: defaultdict[str, list[Post]] = defaultdict(list)
    for claim in report.facts.claims:
        if isinstance(claim, HoldsPost):
            body = report.entities.get(claim.body or "")
            code = report.code(getattr(body, "area", None)) or ("ID" if claim.post in _national() else "")
            exclusive = claim.post in _exclusive() and not claim.acting and not claim.former and body is not None
            held = "ID" if claim.post in _of_country() else bodies.get((report.hash, claim.body or ""), "")
            found[claim.person].append(Post(claim.post, held, code, claim.date.value or report.date, exclusive))
    return found
