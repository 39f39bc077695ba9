"""What one article leaves open and others of the build settle: the body of a post, the year of a date, who held a post.

Each step fills in a field only where exactly one answer remains, and records from which claim it has it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from graph.derive.drafts import KEYS, Draft
from graph.derive.tenure import Tenures, day_of
from graph.facts import Certainty, Date, Event, HoldsPost, Organization, TookPlace
from graph.identity.dates import YEAR
from graph.identity.local import Ref, Report, home
from graph.identity.organizations import GOVERNMENT
from ontology.areas import area_kind
from ontology.posts import posts

BY_HOLDERS = "the years in which others held the posts named"

Answer = tuple[str, str]
"""What was found, and the IRI of the claim that shows it."""


def governments(reports: Sequence[Report], iris: Mapping[Ref, str]) -> dict[str, str]:
    """The government of each area that some article names: code -> IRI."""
    return {
        report.code(body.area): iris[ref]
        for report in reports
        for ref, body in report.of_type(Organization)
        if body.kind.startswith(GOVERNMENT) and report.code(body.area)
    }


def complete_bodies(drafts: Sequence[Draft], governments: Mapping[str, str]) -> None:
    """`Wali Kota` in an article about Kota Magelang is the mayor of Magelang; a `Bupati` there is not."""
    takes = {entry.post: entry.takes for entry in posts()}
    for draft in drafts:
        claim = draft.known
        if isinstance(claim, HoldsPost) and claim.body is None and claim.person:
            region = home(draft.report.region)
            wanted = takes.get(claim.post, "")
            fits = bool(region) and (wanted == "government" or wanted == area_kind(region))
            if fits and region in governments:
                draft.complete("body", governments[region], "the region that the article is about")
                draft.known = replace(draft.known, certainty=Certainty.INFERRED)


def years_by_events(reports: Sequence[Report], drafts: Sequence[Draft], iris: Mapping[Ref, str]) -> dict[Ref, Answer]:
    """The year of events that another article tells with a whole date."""
    whole: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for draft in drafts:
        if isinstance(draft.claim, TookPlace):
            event = draft.report.entities[draft.claim.event]
            if isinstance(event, Event) and YEAR.match(event.date.value):
                whole[iris[(draft.report.hash, event.key)]].setdefault(event.date.value[:4], draft.iri)
    found = {}
    for report in reports:
        for ref, event in report.of_type(Event):
            known = whole.get(iris[ref], {})
            if event.date.value.startswith("--") and len(known) == 1:
                found[ref] = next(iter(known.items()))
    return found


def years_by_holders(reports: Sequence[Report], drafts: Sequence[Draft], tenures: Tenures) -> dict[str, Answer]:
    """The year of articles whose dates leave several, where those who hold posts in them leave one: hash -> (year, claim).

    A year is excluded where somebody else is attested in an exclusive post both before it and after it, or the holder's
    successor before it, or the predecessor after it.
    """
    by_article: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if isinstance(draft.claim, HoldsPost):
            by_article[draft.report.hash].append(draft)
    found = {}
    for report in reports:
        open_dates = [date for date in _open_dates(report) if date.candidates]
        years = set.intersection(*(set(date.candidates) for date in open_dates)) if open_dates else set()
        if len(years) < 2:
            continue
        excluded = [(year, claim) for draft in by_article[report.hash] for year, claim in _excluded(draft, years, tenures)]
        remaining = years - {year for year, _ in excluded}
        if len(remaining) == 1:
            found[report.hash] = (remaining.pop(), min(claim for _, claim in excluded))
    return found


def _open_dates(report: Report) -> list[Date]:
    """Dates of the article's events and posts of which only the year is missing."""
    events = [e.date for e in report.facts.entities if isinstance(e, Event)]
    held = [c.date for c in report.facts.claims if isinstance(c, HoldsPost)]
    return [date for date in events + held if date.value.startswith("--")]


def _excluded(draft: Draft, years: set[str], tenures: Tenures) -> list[tuple[str, str]]:
    """The years in which the holder that this claim names cannot have held the post, each with the claim that says so."""
    claim = draft.known
    if not isinstance(claim, HoldsPost) or claim.body is None or claim.former or claim.acting:
        return []
    place = (claim.post, claim.body)
    own = [a.date for a in tenures.holders.get(place, {}).get(claim.person, ())]
    if not own:
        return []
    found = []
    for other in tenures.others(place, claim.person):
        later, earlier = other.date > own[-1], other.date < own[0]
        found += [
            (year, other.claim)
            for year in sorted(years)
            if (later and year > other.date[:4]) or (earlier and year < other.date[:4])
        ]
    return found


def complete_years(
    reports: Sequence[Report], drafts: Sequence[Draft], events: Mapping[Ref, Answer], articles: Mapping[str, Answer]
) -> dict[Ref, Date]:
    """Put the years found into claims. Returns the dates of events; an article without a day of its own gets theirs."""
    dates: dict[Ref, Date] = {}
    reasons: dict[Ref, tuple[str, str]] = {}
    for report in reports:
        for ref, event in report.of_type(Event):
            year, claim = events.get(ref) or articles.get(report.hash) or ("", "")
            if year and event.date.value.startswith("--"):
                dates[ref] = _in_year(event.date, year)
                reasons[ref] = ("the same event in another article" if ref in events else BY_HOLDERS, claim)
    days: dict[str, str] = {}
    for (article, _), date in sorted(dates.items()):
        days[article] = max(date.value, days.get(article, ""))
    for draft in drafts:
        draft.day = draft.day or days.get(draft.report.hash, "")
        match draft.claim:
            case TookPlace(event=key) if (reason := reasons.get((draft.report.hash, key))) is not None:
                draft.completed.append(("date", *reason))
            case HoldsPost(date=date) if date.value.startswith("--") and draft.report.hash in articles:
                year, source = articles[draft.report.hash]
                draft.complete("date", _in_year(date, year), BY_HOLDERS, source)
    return dates


def _in_year(date: Date, year: str) -> Date:
    return replace(date, value=f"{year}{date.value.removeprefix('-')}", candidates=(), basis="another article")


def complete_holders(drafts: Sequence[Draft], tenures: Tenures, unnamed: frozenset[str]) -> dict[str, str]:
    """Name the holders that articles call by their post alone, where post, body and date leave one person.

    Returns the IRI of the person for the IRI of each unnamed one; all claims of the article speak of that person then.
    """
    found: dict[str, Answer] = {}
    for draft in drafts:
        claim = draft.known
        if isinstance(claim, HoldsPost) and claim.person in unnamed and claim.body is not None and not claim.former:
            holder = tenures.holder_on((claim.post, claim.body), day_of(draft), acting=claim.acting)
            if holder is not None:
                found.setdefault(claim.person, holder)
    for draft in drafts:
        for name in sorted(KEYS & set(draft.known.__dataclass_fields__)):
            holder = found.get(getattr(draft.known, name) or "")
            if holder is not None:
                draft.complete(name, holder[0], "who held the post on that day", holder[1])
                draft.known = replace(draft.known, certainty=Certainty.INFERRED)
    return {unnamed_iri: person for unnamed_iri, (person, _) in found.items()}
