"""Which events are one: kind and date agree, and place or people show that it is the same occasion."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from graph.facts import Date, Event, Person, TookPart
from graph.identity.local import Ref, Report, home, regions_meet
from graph.identity.matching import NEVER, Feature, Match
from graph.identity.wording import Tokens, tokens

FULL = len("2024-01-30")


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """One event of one article. `people` are the clusters of who took part."""

    id: str
    kind: str
    date: Date
    region: str
    code: str
    venue: Tokens
    people: frozenset[str]
    refs: tuple[Ref, ...]
    strength: int = 0

    @property
    def month_day(self) -> str:
        """`01-30`, empty where the date has no day."""
        whole = len(self.date.value) == FULL or self.date.value.startswith("--")
        return self.date.value[-len("01-30") :] if whole else ""

    @property
    def blocks(self) -> Iterable[str]:
        """By kind and day of the year: kinds must agree, and a year that one article leaves open another may give."""
        if self.month_day:
            yield f"{self.kind} {self.month_day} {self.region}"
            yield from (f"{self.kind} {self.month_day} {person}" for person in self.people)


def profiles(reports: Sequence[Report], who: Mapping[Ref, str]) -> list[Occasion]:
    """Every event; `who` gives the cluster of a local person. The government that holds them all tells no two apart."""
    found = []
    for report in reports:
        people: defaultdict[str, set[str]] = defaultdict(set)
        for claim in report.facts.claims:
            if isinstance(claim, TookPart) and isinstance(report.entities[claim.participant], Person):
                people[claim.event].add(who.get((report.hash, claim.participant), ""))
        found += [
            Occasion(
                id="/".join(ref),
                kind=event.kind,
                date=event.date,
                region=home(report.region),
                code=report.code(event.area),
                venue=tokens(event.venue),
                people=frozenset(people[event.key] - {""}),
                refs=(ref,),
            )
            for ref, event in report.of_type(Event)
        ]
    return found


def other_date(a: Occasion, b: Occasion) -> Match | None:
    """Dates that cannot both be right; a year left open fits each of its candidates."""
    full, open_ = sorted((a, b), key=lambda e: e.date.value.startswith("--"))
    if a.month_day != b.month_day:
        return Match(-1, "dates differ")
    if open_.date.value.startswith("--") and len(full.date.value) == FULL:
        years = open_.date.candidates
        return Match(-1, "year excluded") if years and full.date.value[:4] not in years else None
    return Match(-1, "years differ") if a.date.value != b.date.value else None


def other_area(a: Occasion, b: Occasion) -> Match | None:
    """Two kelurahan on one day are two occasions; a kelurahan and its kota may be one."""
    known = a.code and b.code and not regions_meet(a.code, b.code)
    return Match(-1, f"areas differ: {a.code}, {b.code}") if known else None


def one_article(a: Occasion, b: Occasion) -> Match | None:
    """What one article tells as two events is two."""
    return Match(-1, "two events of one article") if a.refs[0][0] == b.refs[0][0] else None


def same_date(a: Occasion, b: Occasion) -> Match | None:
    return Match(1, f"same day ({a.date.value})") if len(a.date.value) == FULL and a.date.value == b.date.value else None


def open_year(a: Occasion, b: Occasion) -> Match | None:
    """One article leaves the year open, the other gives one that fits."""
    return Match(1, "same day, one year open") if a.date.value != b.date.value else None


def same_venue(a: Occasion, b: Occasion) -> Match | None:
    return Match(1, "same venue") if a.venue and a.venue == b.venue else None


def other_venue(a: Occasion, b: Occasion) -> Match | None:
    """Two venues without a word in common."""
    return Match(-1, "other venue") if a.venue and b.venue and not set(a.venue) & set(b.venue) else None


def same_small_area(a: Occasion, b: Occasion) -> Match | None:
    """The same kecamatan, kelurahan or desa; a whole kota has many occasions a day."""
    return Match(1, f"same area ({a.code})") if len(a.code) > len("18.72") and a.code == b.code else None


def same_region(a: Occasion, b: Occasion) -> Match | None:
    return Match(1, "same region") if regions_meet(a.region, b.region) else None


def same_people(a: Occasion, b: Occasion) -> Match | None:
    """Participants in common; from two on they count in full."""
    shared = len(a.people & b.people)
    return Match(min(shared, 2) / 2, f"{shared} participants in common") if shared else None


FEATURES: tuple[Feature[Occasion], ...] = (
    Feature(other_date, NEVER, "Apel of 2024-01-29, Apel of 2024-02-05", parts=True),
    Feature(other_area, NEVER, "Musrenbang of two kelurahan on one day", parts=True),
    Feature(one_article, NEVER, "rice handed out at two places in one article", parts=True),
    Feature(same_date, 0.5, "both on 2024-01-30"),
    Feature(open_year, 0.3, "Kamis (09/01), and 2020-01-09"),
    Feature(same_venue, 0.4, "both in Aula Sejahtera"),
    Feature(other_venue, 0.3, "Aula Sejahtera, Lapangan Merdeka"),
    Feature(same_small_area, 0.4, "both in one kelurahan"),
    Feature(same_region, 0.1, "both articles are about Kota Magelang"),
    Feature(same_people, 0.6, "the mayor, who visits two places on one day: half the weight; mayor and secretary: all of it"),
)
