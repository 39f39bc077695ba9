"""Claims become facts: those of one table with equal canonical arguments are one, those that disagree stand side by side."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from graph.derive.drafts import Draft
from graph.derive.tenure import exclusive
from graph.facts import (
    Cites,
    Claim,
    HoldsPost,
    Measured,
    NamesArea,
    NamesOrganization,
    RunsProgram,
    Said,
    TookPart,
    TookPlace,
)
from graph.identity.citizens import NAMING
from graph.identity.dates import YEAR
from graph.identity.iris import NO_DATE
from graph.identity.masking import Masks
from graph.identity.wording import tokens
from graph.knowledge import Fact, SourcedClaim
from graph.rdf import article_iri

CONTEXT = 32
"""Characters of the article before and behind a piece of evidence, by which it is found again in a text that has moved."""

Argument = str | None


def sourced(draft: Draft, masks: Masks, base: str, speaker_post: str) -> SourcedClaim:
    """The claim as the views show it: masked, with its evidence and what stands around it."""
    span = draft.claim.span
    quote = draft.claim.quote if isinstance(draft.claim, Said) else None
    return SourcedClaim(
        iri=draft.iri,
        article=article_iri(base, draft.report.hash),
        claim=_masked(draft.known, masks),
        evidence=masks.cut(span.start, span.end),
        prefix=masks.cut(max(0, span.start - CONTEXT), span.start),
        suffix=masks.cut(span.end, min(len(masks.text), span.end + CONTEXT)),
        quote="" if quote is None else masks.cut(quote.start, quote.end),
        speaker_post=speaker_post,
        completed=tuple(draft.completed),
    )


def _masked(claim: Claim, masks: Masks) -> Claim:
    """Words of the article in the fields of a claim, masked."""
    match claim:
        case HoldsPost():
            return replace(claim, title=masks.free(claim.title))
        case Said():
            return replace(claim, cue=masks.free(claim.cue))
        case Measured():
            return replace(
                claim,
                measure=masks.free(claim.measure),
                subject_text=masks.free(claim.subject_text),
                period=masks.free(claim.period),
                per=masks.free(claim.per),
            )
        case _:
            return claim


def arguments(claim: SourcedClaim) -> tuple[Argument, ...]:
    """What makes two claims one fact. Speech, citations and mentions are facts of their article."""
    match claim.claim:
        case HoldsPost(person=person, post=post, body=body, acting=acting, former=former):
            return person, post, body, acting, str(former)
        case NamesOrganization(organization=named) | NamesArea(area=named) | Cites(regulation=named):
            return claim.article, named
        case RunsProgram(program=program, body=body):
            return program, body
        case TookPlace(event=event):
            return (event,)
        case TookPart(event=event, participant=participant, role=role, represents=represents):
            return event, participant, role, represents
        case Said(speaker=speaker, quote=quote):
            return claim.article, speaker, str(quote.start), str(quote.end)
        case Measured() as figure:
            measure = figure.concept or " ".join(tokens(figure.measure))
            subject = figure.subject or " ".join(tokens(figure.subject_text))
            words = (figure.period, figure.value, figure.unit, figure.per, str(figure.target))
            return measure, subject, *words, figure.claimed_by
        case _:
            raise ValueError(f"Unexpected claim: {claim.claim!r}")


def facts(claims: Iterable[SourcedClaim], dates: Mapping[str, str], base: str) -> list[Fact]:
    """All facts, sorted by IRI. `dates` are the days of the articles, by IRI."""
    groups: defaultdict[str, list[SourcedClaim]] = defaultdict(list)
    for claim in claims:
        groups[_fact_iri(claim, base)].append(claim)
    found = [
        Fact(iri=iri, table=group[0].claim.table, claims=tuple(sorted(group, key=lambda c: _order(c, dates))))
        for iri, group in sorted(groups.items())
    ]
    return _with_dates(found, dates)


def _fact_iri(claim: SourcedClaim, base: str) -> str:
    told = "\x1f".join("" if argument is None else argument for argument in arguments(claim))
    return f"{base}fact/{claim.claim.table}/{hashlib.sha256(told.encode()).hexdigest()[:16]}"


def _order(claim: SourcedClaim, dates: Mapping[str, str]) -> tuple[str, str, int, int, str]:
    span = claim.claim.span
    return dates.get(claim.article) or NO_DATE, claim.article, span.start, span.end, claim.iri


def _with_dates(found: Sequence[Fact], dates: Mapping[str, str]) -> list[Fact]:
    """Posts with the first and last day on which they are attested, and the day after which they were held no more: the first
    on which a successor is attested, or the holder is called a former one.
    """
    attested = {fact.iri: days for fact in found if (days := _days(fact, dates))}
    by_place: defaultdict[tuple[Argument, ...], list[tuple[HoldsPost, list[str]]]] = defaultdict(list)
    for fact in found:
        claim = fact.claims[0].claim
        if isinstance(claim, HoldsPost) and fact.iri in attested and not claim.acting:
            by_place[(claim.post, claim.body)].append((claim, attested[fact.iri]))
    return [_bounded(fact, attested.get(fact.iri, []), by_place) for fact in found]


def _days(fact: Fact, dates: Mapping[str, str]) -> list[str]:
    days = (
        c.claim.date.value or dates.get(c.article, "")
        for c in fact.claims
        if isinstance(c.claim, HoldsPost) and c.claim.modality in NAMING
    )
    return sorted(day for day in days if YEAR.match(day))


def _bounded(
    fact: Fact, days: list[str], by_place: Mapping[tuple[Argument, ...], Sequence[tuple[HoldsPost, list[str]]]]
) -> Fact:
    claim = fact.claims[0].claim
    if not isinstance(claim, HoldsPost) or claim.former or not days or claim.body is None:
        return fact
    ends = []
    for other, attested in by_place.get((claim.post, claim.body), ()):
        succeeds = other.person != claim.person and not other.former and claim.post in exclusive()
        if succeeds or (other.person == claim.person and other.former):
            ends += [day for day in attested if day > days[-1]]
    return replace(fact, first=days[0], last=days[-1], not_after=min(ends, default=""))
