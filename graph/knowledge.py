"""What derivation hands on: entities across articles, and facts that join the claims of several articles.

The classes of `graph.facts` are used again with IRIs as keys; names of private citizens are already masked everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass

from graph.facts import Claim, Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An article as the views show it: metadata, masked where they name a citizen. `locations` are its ids `PATH#N`."""

    iri: str
    hash: str
    locations: tuple[str, ...]
    headline: str = ""
    published: str = ""
    place: str = ""
    outlet: str = ""
    url: str = ""
    region: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcedClaim:
    """A claim of one article, its keys being IRIs. `evidence`, `prefix`, `suffix` and `quote` are masked text.

    `completed` lists what derivation added and from what: (field, reason, IRI of the claim that settled it or empty).
    """

    iri: str
    article: str
    claim: Claim
    evidence: str
    prefix: str = ""
    suffix: str = ""
    quote: str = ""
    speaker_post: str = ""
    """For `Said`: the post that the speaker held that day, as text (`Wali Kota, Pemerintah Kota Magelang`)."""
    completed: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """Claims with equal canonical arguments. `claims` are sorted by publication date, article and place."""

    iri: str
    table: str
    claims: tuple[SourcedClaim, ...]
    first: str = ""
    """For posts: first and last date on which the post is attested, and the not-after bound that a successor gives."""
    last: str = ""
    not_after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knowledge:
    """The knowledge graph before it is RDF: everything sorted by IRI."""

    sources: tuple[Source, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    replaced: tuple[tuple[str, str], ...] = ()
    """(old IRI, new IRI) of entities that an earlier build named otherwise."""
    citizens: tuple[str, ...] = ()
    """IRIs of the persons that are shown under a pseudonym."""
