"""Articles written by hand: a few lines make the facts of one."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

import pytest

from graph.facts import Area, ArticleFacts, Claim, Date, Entity, HoldsPost, Organization, Person, Span
from loaders.article import Article

Pair = tuple[Article, ArticleFacts]


def pair(name: str, text: str, *entities: Entity, claims: tuple[Claim, ...] = (), region: str = "18.72", date: str = "") -> Pair:
    """The article `name.txt#1` with these entities, about the region with that code (local key `area/0`)."""
    digest = hashlib.sha256(text.encode()).hexdigest()
    area = (Area(key="area/0", name="Wilayah", kind="kota", code=region),) if region else ()
    facts = ArticleFacts(
        article=digest, entities=(*area, *entities), claims=claims, region="area/0" if region else None, published=date
    )
    return Article(id=f"{name}.txt#1", hash=digest, text=text, published=date), facts


def official(name: str, post: str, body: str, *, date: str = "", region: str = "18.72", acting: str = "", file: str = "") -> Pair:
    """An article in which `name` holds `post` of the organisation `body` of the region."""
    claim = HoldsPost(
        span=Span(0, 1), rule="test", person="person/1", post=post, body="organization/1", acting=acting, date=Date(value=date)
    )
    kind = "pemerintah-kota" if body.startswith("Pemerintah") else "dinas"
    return pair(
        file or f"{name}-{post}-{date}",
        f"{name}, {post} {body}, {date} {region} {acting} {file}",
        Person(key="person/1", name=name),
        Organization(key="organization/1", name=body, kind=kind, area="area/0"),
        claims=(claim,),
        region=region,
        date=date,
    )


@pytest.fixture(name="pair")
def pair_fixture() -> Callable[..., Pair]:
    return pair


@pytest.fixture(name="official")
def official_fixture() -> Callable[..., Pair]:
    return official
