"""Persons as identity compares them: name, region, and the posts that their articles give them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from graph.facts import HoldsPost, Key, Person, Role, Said, TookPart
from graph.identity.local import Ref, Report, home
from graph.identity.person_names import Parts, name_parts
from ontology.posts import Post as PostEntry
from ontology.posts import posts

COUNTRY_POST = "negara"
"""What completes the posts of the state itself, in the register of posts."""
KNOWN_BY_NAME = frozenset({COUNTRY_POST, "portfolio", "provinsi", "kabupaten", "kota"})
"""What completes the posts whose holders a newspaper names without saying what they are: ministers, heads of regions."""


@dataclass(frozen=True, slots=True, order=True)
class Post:
    """A post as an article attests it. `body` is the body's cluster, `code` the area whose body it is, `date` partial ISO."""

    rank: str
    body: str
    code: str
    date: str
    exclusive: bool
    prominent: bool = False
    """The post of a minister or the head of a region."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Someone:
    """Local persons of one name and region who hold the same posts; of a name of one part without a post, one alone."""

    id: str
    names: tuple[Parts, ...]
    region: str
    posts: tuple[Post, ...]
    passive: bool
    """No post, no speech, no part in an event but to receive: perhaps a citizen who has the name of an official."""
    beside: frozenset[tuple[str, str, str]]
    """(name, rank, body) of holders of posts whom the same article calls by one part of their name."""
    refs: tuple[Ref, ...]

    @property
    def name(self) -> Parts:
        return self.names[0]

    @property
    def strength(self) -> int:
        """The fuller name is the surer one; of equal names the one with a post, and last who does nothing."""
        return 10 * sum(map(len, self.name)) + (2 if self.posts else 0 if self.passive else 1)

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
    passive: bool
    beside: frozenset[tuple[str, str, str]]

    @property
    def group(self) -> tuple[str, ...]:
        """What must be equal for two to be taken for one without comparison."""
        held = sorted({f"{post.rank} {post.body}" for post in self.posts})
        alone = "" if held or len(self.name) > 1 else "/".join(self.ref)
        return " ".join(self.name), self.region, ",".join(held), str(self.passive), alone


def profiles(reports: Sequence[Report], bodies: Mapping[Ref, str], own: frozenset[Ref]) -> list[Someone]:
    """All persons with a name, those of one name, region and posts together; those in `own` each for itself."""
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
            passive=group[0].passive,
            beside=group[0].beside,
            refs=tuple(sorted(told.ref for told in group)),
        )
        for key, group in sorted(groups.items())
    ]


def _told(report: Report, bodies: Mapping[Ref, str]) -> list[_Told]:
    posts = _posts(report, bodies)
    names = {ref: parts for ref, person in report.of_type(Person) if (parts := name_parts(person.name))}
    active = _active(report)
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
                passive=not held and ref[1] not in active,
                beside=frozenset(short) if alone else frozenset(),
            )
        )
    return found


def _active(report: Report) -> set[Key]:
    """Who speaks in an article, or takes part in an event otherwise than by receiving."""
    claims = report.facts.claims
    speakers = {claim.speaker for claim in claims if isinstance(claim, Said) and claim.speaker is not None}
    return speakers | {c.participant for c in claims if isinstance(c, TookPart) and c.role is not Role.RECEIVES}


@cache
def _register() -> dict[str, PostEntry]:
    return {entry.post: entry for entry in posts()}


def _posts(report: Report, bodies: Mapping[Ref, str]) -> Mapping[Key, list[Post]]:
    """The posts that an article gives to each of its persons, with the day on which it does."""
    found: defaultdict[Key, list[Post]] = defaultdict(list)
    for claim in report.facts.claims:
        if isinstance(claim, HoldsPost):
            found[claim.person].append(_post(claim, report, bodies))
    return found


def _post(claim: HoldsPost, report: Report, bodies: Mapping[Ref, str]) -> Post:
    """A post of the state itself is that, whatever body an article gives to it (`Presiden`, `Presiden Republik Indonesia`);
    ministers are of the whole country, whatever region the article is about.
    """
    entry = _register().get(claim.post)
    takes = entry.takes if entry is not None else ""
    body = report.entities.get(claim.body or "")
    return Post(
        rank=claim.post,
        body="ID" if takes == COUNTRY_POST else bodies.get((report.hash, claim.body or ""), ""),
        code=report.code(getattr(body, "area", None)) or ("ID" if takes in (COUNTRY_POST, "portfolio") else ""),
        date=claim.date.value or report.date,
        exclusive=entry is not None and entry.exclusive and not claim.acting and not claim.former and body is not None,
        prominent=takes in KNOWN_BY_NAME,
    )
