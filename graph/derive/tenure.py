"""Who is attested in which post, and when: the memory that the other steps of derivation ask.

A post is held on the days on which it is attested. Between two attestations of one holder he holds it; outside them nothing is
certain, and only a post that one person holds at a time (register of posts, `exclusive`) can be asked for its holder.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache

from graph.derive.drafts import Draft
from graph.facts import HoldsPost
from graph.identity.citizens import NAMING
from graph.identity.dates import YEAR
from ontology.posts import posts

NEAR = 183
"""Days around an attestation in which its holder is still taken for the holder, where nobody else is attested: half a year.
`Wali Kota Magelang` in January, and the mayor named in February of that year."""

Place = tuple[str, str]
"""A post: its rank and the IRI of its body."""


@cache
def exclusive() -> frozenset[str]:
    """Ranks that one person holds at a time."""
    return frozenset(entry.post for entry in posts() if entry.exclusive)


@dataclass(frozen=True, slots=True, order=True)
class Attestation:
    """One claim that a person holds a post, on a partial ISO date."""

    date: str
    claim: str
    acting: str = ""


@dataclass(slots=True)
class Tenures:
    """For each post its holders, and for each of them the attestations, sorted by date; for each person the posts."""

    holders: defaultdict[Place, dict[str, list[Attestation]]] = field(default_factory=lambda: defaultdict(dict))
    places: defaultdict[str, set[Place]] = field(default_factory=lambda: defaultdict(set))

    def holder_on(self, place: Place, day: str, *, acting: str = "") -> tuple[str, str] | None:
        """The one person who held `place` on `day`, with the claim that shows it; None where nobody or several may have.

        Args:
            place: rank and body.
            day: partial ISO date with at least a month; a year alone settles nothing.
            acting: `Plt.`, where an acting holder is asked for.
        """
        if place[0] not in exclusive() or len(day) < len("2024-01") or not YEAR.match(day):
            return None
        near = {}
        for person, attestations in self.holders.get(place, {}).items():
            fitting = [a for a in attestations if not acting or a.acting == acting]
            if (shown := _nearest(fitting, day)) is not None:
                near[person] = shown
        return next(iter(near.items())) if len(near) == 1 else None

    def posts_on(self, person: str, day: str) -> list[Place]:
        """The posts that `person` is attested in around `day`, sorted."""
        return sorted(
            place for place in self.places[person] if YEAR.match(day) and _nearest(self.holders[place][person], day) is not None
        )

    def others(self, place: Place, person: str) -> list[Attestation]:
        """When somebody else is attested as the regular holder, sorted."""
        found = self.holders.get(place, {})
        return sorted(a for other, attestations in found.items() if other != person for a in attestations if not a.acting)


def day_of(draft: Draft) -> str:
    """The day on which a claim attests something: its own where it has a year, else its article's."""
    own = draft.known.date.value if isinstance(draft.known, HoldsPost) else ""
    return own if YEAR.match(own) else draft.day


def tenures(drafts: Iterable[Draft], unnamed: frozenset[str]) -> Tenures:
    """What the build's articles attest; posts formerly held, and holders without a name, attest nothing."""
    found = Tenures()
    for draft in drafts:
        claim = draft.known
        if not isinstance(claim, HoldsPost) or claim.former or claim.body is None or claim.person in unnamed:
            continue
        when = day_of(draft)
        if claim.modality in NAMING and YEAR.match(when):
            place = (claim.post, claim.body)
            found.places[claim.person].add(place)
            found.holders[place].setdefault(claim.person, []).append(Attestation(when, draft.iri, claim.acting))
    for holders in found.holders.values():
        for attestations in holders.values():
            attestations.sort()
    return found


def _nearest(attestations: list[Attestation], day: str) -> str | None:
    """The claim that shows somebody in the post on `day`: the day lies between two attestations or near one."""
    if not attestations:
        return None
    distance, claim = min((_days_between(a.date, day), a.claim) for a in attestations)
    between = attestations[0].date <= day <= attestations[-1].date
    return claim if between or distance <= NEAR else None


def _days_between(a: str, b: str) -> int:
    return abs(_day_number(a) - _day_number(b))


def _day_number(day: str) -> int:
    """A partial date, taken in its middle, as a count of days for measuring distances alone."""
    year, month, number = (*day.split("-"), "", "")[:3]
    return int(year) * 366 + int(month or 7) * 30 + int(number or 15)
