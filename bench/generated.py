"""A generated knowledge graph of any size, as derivation makes it: ten facts of all kinds for each invented article."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

from pyoxigraph import Quad, Store

from graph import facts as f
from graph.knowledge import Fact, Knowledge, Source, SourcedClaim
from graph.knowledge_graph import to_quads

BASE = "urn:simpul:"
FACTS_OF_AN_ARTICLE = 10
AT_A_TIME = 500
"""Articles that are made in memory together."""

SENTENCE = (
    'Kepala Dinas Contoh nomor {n} menyampaikan, "bantuan; beras" sebanyak {n} kilogram telah dibagikan kepada warga di '
    "Kelurahan Contoh pada Senin kemarin, ujarnya."
)


def fill(folder: Path, facts: int) -> Store:
    """A store in `folder` with so many facts, written as a build writes it."""
    store = Store(str(folder))
    store.bulk_extend(_quads(facts // FACTS_OF_AN_ARTICLE))
    store.optimize()
    store.flush()
    return store


def _quads(articles: int) -> Iterator[Quad]:
    for first in range(0, articles, AT_A_TIME):
        yield from to_quads(_knowledge(range(first, min(first + AT_A_TIME, articles)), articles), version="bench")


def _knowledge(numbers: range, articles: int) -> Knowledge:
    """The articles of these numbers, with their entities; entities come back in other articles."""
    entities = {entity.key: entity for n in numbers for entity in _entities(n)}
    facts = [fact for n in numbers for fact in _facts(n, (n + 1) % articles)]
    return Knowledge(sources=tuple(map(_source, numbers)), entities=tuple(entities.values()), facts=tuple(facts))


def _source(n: int) -> Source:
    return Source(
        iri=f"{BASE}article/{n:016x}",
        hash=f"{n:064x}",
        locations=(f"berita/{n}.txt#1",),
        headline=f"Dinas Contoh Bagikan Bantuan {n}",
        published=f"20{n % 25:02}-{n % 12 + 1:02}-{n % 28 + 1:02}",
        outlet=f"Kabar {n % 50}",
        region=_area(n),
    )


def _person(n: int) -> str:
    return f"{BASE}person/orang-{n % 7_000}"


def _body(n: int) -> str:
    return f"{BASE}organization/dinas-{n % 1_500}"


def _area(n: int) -> str:
    return f"{BASE}area/kelurahan-{n % 400}"


def _program(n: int) -> str:
    return f"{BASE}program/bantuan-{n % 900}"


def _regulation(n: int) -> str:
    return f"{BASE}regulation/perda-{n % 600}"


def _event(n: int) -> str:
    return f"{BASE}event/rapat-{n}"


def _entities(n: int) -> Iterator[f.Entity]:
    yield f.Person(key=_person(n), name=f"Orang {n % 7_000}", names=(f"O. {n % 7_000}",), degrees=("S.P.",))
    yield f.Organization(key=_body(n), name=f"Dinas Contoh {n % 1_500}", kind="dinas", area=_area(n % 1_500))
    yield f.Area(key=_area(n % 1_500), name=f"Contoh {n % 1_500 % 400}", kind="kelurahan")
    yield f.Area(key=_area(n), name=f"Contoh {n % 400}", kind="kelurahan")
    yield f.Program(key=_program(n), name=f"Bantuan {n % 900}")
    yield f.Regulation(key=_regulation(n), name=f"Perda {n % 600}", kind="perda", number=str(n % 600), year="2020")
    day = f.Date(value=f"2024-{n % 12 + 1:02}-{n % 28 + 1:02}")
    yield f.Event(key=_event(n), name=f"Rapat {n}", kind="Rapat", date=day, venue=f"Balai {n % 300}", area=_area(n % 300))


def _facts(n: int, other: int) -> Iterator[Fact]:
    """The facts of article `n`; where an article is no argument of a fact, the article `other` states it too."""
    places, rule = (f.Span(200 * place, 200 * place + 150) for place in count(n % 7)), "posts.titled"
    alone = (
        f.NamesOrganization(span=next(places), rule=rule, organization=_body(n)),
        f.NamesArea(span=next(places), rule=rule, area=_area(n)),
        f.Said(span=next(places), rule=rule, speaker=_person(n), quote=f.Span(0, 9), cue="ujar"),
        f.Cites(span=next(places), rule=rule, regulation=_regulation(n)),
        f.Measured(
            span=next(places),
            rule=rule,
            measure="beras",
            value=str(n),
            unit="kg",
            subject=_area(n),
            period="2024",
            claimed_by=_body(n),
        ),
    )
    together = (
        f.HoldsPost(span=next(places), rule=rule, person=_person(n), post="Kepala Dinas", body=_body(n)),
        f.RunsProgram(span=next(places), rule=rule, program=_program(n), body=_body(n)),
        f.TookPlace(span=next(places), rule=rule, event=_event(n)),
        f.TookPart(span=next(places), rule=rule, event=_event(n), participant=_person(n), role=f.Role.SPEAKS),
        f.TookPart(span=next(places), rule=rule, event=_event(n), participant=_body(n), role=f.Role.ORGANISES),
    )
    for number, claim in enumerate((*alone, *together)):
        articles = (n,) if claim in alone else (n, other)
        claims = tuple(_claim(article, f"{number}-{n}", claim) for article in articles)
        yield Fact(iri=f"{BASE}fact/{claim.table}/{n}-{number}", table=claim.table, claims=claims, first="2024", last="2024")


def _claim(article: int, name: str, claim: f.Claim) -> SourcedClaim:
    return SourcedClaim(
        iri=f"{BASE}claim/{article:016x}/{claim.table}/{claim.span.start}-{claim.span.end}/{name}",
        article=f"{BASE}article/{article:016x}",
        claim=claim,
        evidence=SENTENCE.format(n=article),
        quote="Bantuan sudah dibagikan" if isinstance(claim, f.Said) else "",
    )
