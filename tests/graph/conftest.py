"""Articles written by hand for identity and derivation: a few arguments make the facts of one."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable

import pytest

from graph.facts import Area, ArticleFacts, Claim, Date, Entity, HoldsPost, Organization, Person, Span
from loaders.article import Article

Told = tuple[Article, ArticleFacts]


def tell(
    text: str, *entities: Entity, claims: tuple[Claim, ...] = (), region: str = "18.72", date: str = "", url: str = ""
) -> Told:
    """An article with these entities and claims, about the region with that code (local key `area/0`); its id is
    `DIGEST.txt#1`, its headline the first line.
    """
    digest = hashlib.sha256(text.encode()).hexdigest()
    area = (Area(key="area/0", name="Wilayah", kind="kota", code=region),) if region else ()
    about = "area/0" if region else None
    facts = ArticleFacts(article=digest, entities=(*area, *entities), claims=claims, region=about, published=date)
    head = (0, len(text.split("\n", maxsplit=1)[0]))
    return Article(id=f"{digest[:8]}.txt#1", hash=digest, text=text, headline=head, published=date, url=url), facts


def appoint(
    name: str, post: str, body: str, date: str = "", *, region: str = "18.72", acting: str = "", former: bool = False
) -> Told:
    """An article in which `name` (nobody by name where it is empty) holds `post` of `body`, an organisation of the region."""
    text = f"{name or 'Seseorang'} sebagai {acting} {post} {body} ({date}) {region} {former}"
    kind = "pemerintah-kota" if body.startswith("Pemerintah") else "dinas" if body.startswith("Di") else ""
    span = Span(0, len(text))
    claim = HoldsPost(
        span=span, rule="test", person="person/1", post=post, body="organization/1", acting=acting, former=former,
        date=Date(value=date),
    )  # fmt: skip
    person = Person(
        key="person/1", name=name, mentions=tuple(Span(*m.span()) for m in re.finditer(re.escape(name), text) if name)
    )
    office = Organization(key="organization/1", name=body, kind=kind, area="area/0")
    return tell(text, person, office, claims=(claim,), region=region, date=date)


@pytest.fixture(name="tell", scope="session")
def tell_fixture() -> Callable[..., Told]:
    return tell


@pytest.fixture(name="appoint", scope="session")
def appoint_fixture() -> Callable[..., Told]:
    return appoint
