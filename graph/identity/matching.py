"""Comparing two descriptions by a table of features, and uniting those that are the same.

A comparator is a pure function of two profiles that answers with a score and a reason, or with None where it has nothing to
say (as in nomenklatura's `logic_v1`). A table of `Feature`s holds all of them with weights and an example each; `decide` adds
them up. Uniting starts from the surest pairs, never joins clusters that a feature or a person parts, and takes in a weak
profile (a name of one part) only where it can be one alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations
from typing import Generic, Protocol, TypeVar

from graph.identity.local import Ref

SAME = 1.0
"""From this sum on two profiles are one: the same full name (0.7) in the same region (0.3)."""
UNSURE = 0.7
"""From this sum on a person should look: the same full name in two regions."""
NEVER = 9.0
"""Weight of what speaks against two profiles being one, whatever speaks for it: two codes, two numbers."""
LARGEST_BLOCK = 400
"""A larger block compares nothing: what hundreds of profiles share (`bantuan`) tells none of them apart."""


class Judgement(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Match:
    """What one comparator found: a score of 0 to 1, or -1 where it speaks against, and why."""

    score: float
    reason: str


class Profile(Protocol):
    """A description that can be compared; `id` orders profiles, so that no result depends on the order of the input."""

    @property
    def id(self) -> str: ...

    @property
    def refs(self) -> tuple[Ref, ...]:
        """The local entities that are described."""
        ...

    @property
    def blocks(self) -> Iterable[str]:
        """Only profiles that share one of these are compared."""
        ...

    @property
    def strength(self) -> int:
        """Of two profiles that match, the weaker one may have other matches; equal strengths are equally sure."""
        ...


P = TypeVar("P", bound=Profile)
Comparator = Callable[[P, P], Match | None]


@dataclass(frozen=True, slots=True)
class Feature(Generic[P]):
    """A comparator with its weight. What `parts` two profiles also parts the clusters that they are in."""

    compare: Comparator[P]
    weight: float
    example: str
    parts: bool = False


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """What is held of two profiles, how surely, and why."""

    judgement: Judgement
    score: float
    reasons: tuple[str, ...]


def decide(a: P, b: P, features: Sequence[Feature[P]]) -> Decision:
    """Two profiles by all features of the table."""
    score = 0.0
    reasons = []
    for feature in features:
        match = feature.compare(a, b)
        if match is not None and feature.weight == NEVER:
            return Decision(Judgement.DIFFERENT, -NEVER, (match.reason,))
        if match is not None:
            score += feature.weight * match.score
            reasons.append(match.reason)
    score = round(score, 3)
    judgement = Judgement.SAME if score >= SAME else Judgement.UNSURE if score >= UNSURE else Judgement.DIFFERENT
    return Decision(judgement, score, tuple(reasons))


def candidate_pairs(profiles: Iterable[P]) -> list[tuple[P, P]]:
    """Pairs of profiles that share a block, each once, sorted."""
    blocks: defaultdict[str, list[P]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.id):
        for block in sorted(set(profile.blocks)):
            blocks[block].append(profile)
    small = (block for block in blocks.values() if len(block) <= LARGEST_BLOCK)
    pairs = {(a.id, b.id): (a, b) for block in small for a, b in combinations(block, 2)}
    return [pairs[key] for key in sorted(pairs)]


@dataclass(slots=True)
class Partition(Generic[P]):
    """Clusters of profiles: who is united with whom, and which clusters may not be."""

    profiles: Mapping[str, P]
    features: Sequence[Feature[P]]
    apart: frozenset[tuple[str, str]] = frozenset()
    """Pairs of ids, the smaller first, that a person has judged to be different."""
    members: dict[str, list[str]] = field(init=False)
    cluster_of: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.members = {id_: [id_] for id_ in sorted(self.profiles)}
        self.cluster_of = {id_: id_ for id_ in sorted(self.profiles)}

    def unite(self, a: str, b: str, *, forced: bool = False) -> bool:
        """Make one cluster of those of `a` and `b`, named by its smallest member; False where something keeps them apart."""
        first, second = sorted((self.cluster_of[a], self.cluster_of[b]))
        if first == second:
            return True
        if not forced and not self.compatible(first, second):
            return False
        self.members[first] = sorted(self.members[first] + self.members[second])
        for member in self.members.pop(second):
            self.cluster_of[member] = first
        return True

    def compatible(self, first: str, second: str) -> bool:
        """Whether nothing parts any two members of two clusters, neither a feature nor a person's judgement."""
        parting = [feature.compare for feature in self.features if feature.parts]
        return not any(
            (min(a, b), max(a, b)) in self.apart or any(compare(self.profiles[a], self.profiles[b]) for compare in parting)
            for a in self.members[first]
            for b in self.members[second]
        )


Edge = tuple[str, str, Decision]


def unite(partition: Partition[P], together: Iterable[tuple[str, str]]) -> list[Edge]:
    """Unite what is the same, `together` (a person's word) first. Returns the pairs that are unsure, sorted by ids."""
    for first, second in sorted(together):
        partition.unite(first, second, forced=True)
    firm: list[Edge] = []
    weak: defaultdict[str, list[Edge]] = defaultdict(list)
    unsure: list[Edge] = []
    for a, b in candidate_pairs(partition.profiles.values()):
        decision = decide(a, b, partition.features)
        edge = (a.id, b.id, decision)
        if (a.id, b.id) in partition.apart or decision.judgement is Judgement.DIFFERENT:
            continue
        if decision.judgement is Judgement.UNSURE:
            unsure.append(edge)
        elif a.strength == b.strength:
            firm.append(edge)
        else:
            weak[min(a, b, key=lambda p: p.strength).id].append(edge)
    for a_id, b_id, decision in sorted(firm, key=lambda e: (-e[2].score, e[0], e[1])):
        if not partition.unite(a_id, b_id):
            unsure.append((a_id, b_id, decision))
    for id_ in sorted(weak, key=lambda i: (-partition.profiles[i].strength, i)):
        unsure += _place(partition, id_, weak[id_])
    return _best_of_clusters(partition, unsure)


def _place(partition: Partition[P], weak: str, edges: list[Edge]) -> list[Edge]:
    """Unite a weak profile with the one cluster that it fits; where it fits several, with none."""
    homes = {partition.cluster_of[b if a == weak else a] for a, b, _ in edges}
    if len(homes) == 1 and partition.unite(weak, homes.pop()):
        return []
    return edges


def _best_of_clusters(partition: Partition[P], edges: Iterable[Edge]) -> list[Edge]:
    """Of all edges between two clusters the surest, sorted by ids; edges within a cluster are settled."""
    best: dict[frozenset[str], Edge] = {}
    for edge in sorted(edges, key=lambda e: (-e[2].score, e[0], e[1])):
        ends = frozenset((partition.cluster_of[edge[0]], partition.cluster_of[edge[1]]))
        if len(ends) > 1:
            best.setdefault(ends, edge)
    return sorted(best.values())
