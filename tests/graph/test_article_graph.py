"""An article graph loses nothing, is the same bytes each time, and refuses what it cannot hold."""

from __future__ import annotations

import dataclasses
import hashlib
from enum import StrEnum
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import facts as f
from graph import rdf
from graph.article_graph import from_quads, to_quads
from graph.errors import SimpulError
from graph.properties import PROPERTIES, Kind
from loaders.article import Article

NASTY = [
    '"',
    "\\",
    "\n",
    "\r\n",
    "\t",
    "\x00",
    "\x1b[31m",
    "\u2028",
    "\u202eRTL",
    "مترو",
    "💧",
    "<b>",
    "'",
    "^^",
    "@id",
    "é",
    "é",
]
TEXT = st.one_of(st.sampled_from(NASTY), st.text(max_size=12))
SPANS = st.builds(lambda start, length: f.Span(start, start + length), st.integers(0, 9999), st.integers(0, 400))
PAIRS = SPANS.map(lambda span: (span.start, span.end))
DATES = st.sampled_from(["2031", "2031-02", "2031-02-28", "--02-28", ""])
WORDS = st.lists(TEXT, max_size=4).map(tuple)
KEYS = st.builds(lambda kind, n: f"{kind}/{n}", st.sampled_from([e.type for e in f.ENTITIES]), st.integers(1, 30))
PLACES = st.sets(SPANS, max_size=4).map(lambda spans: tuple(sorted(spans)))


def values(made: type, name: str, kind: Kind) -> st.SearchStrategy[Any]:
    """What the field may hold, by its type and by how it stands in RDF."""
    hint = get_type_hints(made)[name]
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    by_kind = {
        Kind.LINK: KEYS | st.none() if hint is not str else KEYS,
        Kind.FLAG: st.booleans(),
        Kind.NUMBER: st.decimals(allow_nan=False, allow_infinity=False).map(lambda d: format(d, "f")),
        Kind.PARTIAL_DATE: DATES,
        Kind.WORDS: WORDS,
        Kind.PLACE: SPANS,
        Kind.PLACES: PLACES,
        Kind.TEXT: TEXT,
    }
    return thing(f.Date) if kind is Kind.DATE else by_kind[kind]


def thing(made: type, **fixed: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """An instance of `made` with every field drawn."""
    return st.builds(made, **{n: values(made, n, p.kind) for n, p in PROPERTIES[made].items()}, **fixed)


def numbered(drawn: list[Any]) -> tuple[Any, ...]:
    return tuple(dataclasses.replace(entity, key=f"{entity.type}/{n}") for n, entity in enumerate(drawn, 1))


@st.composite
def articles(draw: st.DrawFn) -> tuple[Article, f.ArticleFacts]:
    """An article, and facts of it that need not make sense together."""
    text = draw(TEXT)
    digest = hashlib.sha256(text.encode()).hexdigest()
    article = draw(
        st.builds(
            Article,
            id=TEXT,
            hash=st.just(digest),
            text=st.just(text),
            headline=st.none() | PAIRS,
            dateline=st.none() | PAIRS,
            byline=st.none() | PAIRS,
            boilerplate=st.sets(PAIRS, max_size=3).map(lambda pairs: tuple(sorted(pairs))),
            published=DATES,
            place=TEXT,
            outlet=TEXT,
            url=TEXT,
        )
    )
    entities = st.one_of([thing(made, key=st.just("person/1")) for made in f.ENTITIES])
    facts = f.ArticleFacts(
        article=digest,
        entities=numbered(draw(st.lists(entities, max_size=6))),
        claims=tuple(draw(st.lists(st.one_of([thing(made) for made in f.CLAIMS]), max_size=6))),
        region=draw(st.none() | KEYS),
        region_span=draw(st.none() | SPANS),
        published=draw(DATES),
        context_years=draw(WORDS),
    )
    return article, facts


BODY = "Camat Rawa Indah Sartono membuka rapat."
ARTICLE = Article(id="a.txt#1", hash="ab" * 32, text=BODY, headline=(0, 16))
FACTS = f.ArticleFacts(
    article=ARTICLE.hash,
    entities=(f.Person(key="person/1", name="Sartono", mentions=(f.Span(17, 24),)), f.Area(key="area/1", name="Rawa Indah")),
    claims=(f.HoldsPost(span=f.Span(0, 38), rule="posts.title", person="person/1", post="Camat", body="area/1"),),
)


@given(articles())
@settings(max_examples=150, deadline=None)
def test_the_way_to_rdf_and_back_loses_nothing(case: tuple[Article, f.ArticleFacts]) -> None:
    assert from_quads(rdf.load(rdf.dump(to_quads(*case)))) == case


@given(articles())
@settings(max_examples=30, deadline=None)
def test_any_base_comes_back_alike(case: tuple[Article, f.ArticleFacts]) -> None:
    assert from_quads(to_quads(*case, base="https://contoh.id/graf/")) == case


@pytest.mark.parametrize("made", [*f.ENTITIES, *f.CLAIMS, f.Date], ids=lambda made: made.__name__)
def test_every_field_has_a_property(made: type) -> None:
    assert {entry.name for entry in dataclasses.fields(made)} - {"key"} == set(PROPERTIES[made])


def test_a_file_is_sorted_and_the_same_whatever_the_order() -> None:
    quads = list(to_quads(ARTICLE, FACTS))
    lines = rdf.dump(quads).splitlines()
    assert lines == sorted(set(lines))
    assert rdf.dump(reversed(quads)) == rdf.dump(quads)


def test_all_lies_in_the_graph_named_after_the_article_without_blank_nodes() -> None:
    quads = list(to_quads(ARTICLE, FACTS))
    assert {str(quad.graph_name) for quad in quads} == {"<urn:simpul:article/abababababababab>"}
    assert b"_:" not in rdf.dump(quads)


def test_mentions_come_back_in_order_of_place_each_once() -> None:
    first, second = f.Span(17, 24), f.Span(30, 37)
    person = f.Person(key="person/1", name="Sartono", mentions=(second, first, second))
    _, facts = from_quads(to_quads(ARTICLE, dataclasses.replace(FACTS, entities=(person,))))
    assert facts.entities == (dataclasses.replace(person, mentions=(first, second)),)


def test_without_texts_offsets_remain() -> None:
    article, facts = from_quads(to_quads(ARTICLE, FACTS, texts=False))
    assert article == dataclasses.replace(ARTICLE, text="")
    assert facts == FACTS
    assert b"Camat Rawa Indah Sartono" not in rdf.dump(to_quads(ARTICLE, FACTS, texts=False))


def test_half_a_character_is_refused_in_one_sentence() -> None:
    broken = dataclasses.replace(ARTICLE, text="Rapat \ud83d di aula")
    with pytest.raises(SimpulError, match=r"half a character \(\\ud83d\) at 6"):
        list(to_quads(broken, FACTS))


@pytest.mark.parametrize("names", [("\udc00",), ("Sar", "\ud83d")])
def test_half_a_character_is_refused_in_lists_too(names: tuple[str, ...]) -> None:
    person = f.Person(key="person/1", name="Sartono", names=names)
    with pytest.raises(SimpulError, match="half a character"):
        list(to_quads(ARTICLE, dataclasses.replace(FACTS, entities=(person,))))


def test_facts_of_another_article_are_refused() -> None:
    with pytest.raises(ValueError, match="are of"):
        to_quads(ARTICLE, dataclasses.replace(FACTS, article="00"))


def test_what_is_no_article_graph_is_refused() -> None:
    with pytest.raises(SimpulError, match="about one article, this one about 0"):
        from_quads([])
    lacking = [q for q in to_quads(ARTICLE, FACTS) if q.predicate != rdf.term("simpul:rank")]
    with pytest.raises(SimpulError, match="a HoldsPost needs 'post'"):
        from_quads(lacking)
    with pytest.raises(SimpulError, match=r"HASH\.nq: is not N-Quads"):
        rdf.load(b"<urn:a> <urn:b>", source="HASH.nq")
