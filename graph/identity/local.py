"""All articles of a build as identity sees them: each local entity with the region and the date of its article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from graph.facts import Area, ArticleFacts, Entity, Event, HoldsPost, Key
from graph.identity.dates import YEAR
from loaders.article import Article

Ref = tuple[str, Key]
"""A local entity: the hash of its article, and its key there."""

E = TypeVar("E", bound=Entity)


@dataclass(frozen=True)
class Report:
    """One article with its facts, and what is often asked of both. `locations` are all its ids `PATH#N`."""

    article: Article
    facts: ArticleFacts
    locations: tuple[str, ...]

    @property
    def hash(self) -> str:
        return self.facts.article

    @cached_property
    def entities(self) -> Mapping[Key, Entity]:
        return {entity.key: entity for entity in self.facts.entities}

    @cached_property
    def date(self) -> str:
        """When the article was written: its publication date, else the latest date in it on which an event or a post is
        attested; empty where nothing has a year.
        """
        events = [e.date.value for e in self.facts.entities if isinstance(e, Event)]
        posts = [c.date.value for c in self.facts.claims if isinstance(c, HoldsPost)]
        known = [d for d in events + posts if YEAR.match(d)]
        return self.facts.published or self.article.published or max(known, default="")

    def code(self, key: Key | None) -> str:
        """The code of a local area; empty where there is none."""
        area = self.entities.get(key or "")
        return area.code if isinstance(area, Area) else ""

    @cached_property
    def region(self) -> str:
        """The code of the area that the article is about."""
        return self.code(self.facts.region)

    def of_type(self, type_: type[E]) -> Iterator[tuple[Ref, E]]:
        """The local entities of one type."""
        return (((self.hash, e.key), e) for e in self.facts.entities if isinstance(e, type_))


def reports(articles: Iterable[tuple[Article, ArticleFacts]]) -> tuple[Report, ...]:
    """All articles sorted by hash, one text once, however many files it stands in and whatever their order."""
    found: dict[str, list[tuple[Article, ArticleFacts]]] = {}
    for article, facts in articles:
        found.setdefault(facts.article, []).append((article, facts))
    ordered = (sorted(same, key=lambda pair: pair[0].id) for _, same in sorted(found.items()))
    return tuple(Report(same[0][0], same[0][1], tuple(article.id for article, _ in same)) for same in ordered)


def home(code: str) -> str:
    """The kabupaten, kota or provinsi of a code, at which persons and bodies are told apart: `18.72.01` -> `18.72`."""
    return code[:5]


def regions_meet(a: str, b: str) -> bool:
    """Whether one region lies in the other, or one is the whole country; an unknown region meets nothing."""
    return bool(a and b) and ("ID" in (a, b) or a == b or a.startswith(b + ".") or b.startswith(a + "."))
