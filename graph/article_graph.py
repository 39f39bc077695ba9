"""The article graph: what one article states, as RDF and back, before identity knows of any other article.

One named graph per article, whose name is the article's IRI, so that files of several articles can be put together. Each
claim carries its own arguments here; in the knowledge graph those move to the fact that several claims state. The converter
loses nothing: `from_quads(to_quads(article, facts)) == (article, facts)`, but that mentions come back in order of place, each
once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from pyoxigraph import NamedNode, Quad

from graph import rdf
from graph.article_reader import read
from graph.facts import ArticleFacts, Date, Span
from graph.properties import CLASSES, Kind, Property, Triple, plain, said
from graph.rdf import term
from loaders.article import Article
from ontology.namespaces import DEFAULT_BASE

__all__ = ["from_quads", "to_quads"]


def to_quads(article: Article, facts: ArticleFacts, *, base: str = DEFAULT_BASE, texts: bool = True) -> Iterator[Quad]:
    """The article graph of `facts`; without `texts` the article's text is left out and offsets alone remain.

    Raises:
        ValueError: the facts are of another article.
        SimpulError: a text holds half a character.
    """
    if facts.article != article.hash:
        raise ValueError(f"the facts are of {facts.article}, not of {article.hash}")
    writer = _Writer(base, rdf.article_iri(base, article.hash))
    return rdf.in_graph(writer.triples(article, facts, texts=texts), NamedNode(writer.article))


def from_quads(quads: Iterable[Quad]) -> tuple[Article, ArticleFacts]:
    """The article and its facts as `to_quads` was given them (`text` is empty where it was left out).

    Raises:
        SimpulError: the quads are not an article graph.
    """
    return read(quads)


class _Writer:
    """Writes one article's triples; `article` is its IRI, under which all local keys lie."""

    def __init__(self, base: str, article: str) -> None:
        self.base = base
        self.article = article

    def triples(self, article: Article, facts: ArticleFacts, *, texts: bool) -> Iterator[Triple]:
        yield from self._metadata(article, texts=texts)
        yield from self._context(facts)
        for number, entity in enumerate(facts.entities, 1):
            node = self._node(entity.key)
            yield node, term("simpul:ordinal"), rdf.count(number)
            yield from self._thing(node, entity)
        for number, claim in enumerate(facts.claims, 1):
            node = self._node(f"claim/{number}")
            yield node, term("rdf:type"), term("simpul:Claim")
            yield node, term("simpul:article"), NamedNode(self.article)
            yield node, term("simpul:ordinal"), rdf.count(number)
            yield from self._thing(node, claim)

    def _metadata(self, article: Article, *, texts: bool) -> Iterator[Triple]:
        node = NamedNode(self.article)
        yield node, term("rdf:type"), term("schema:NewsArticle")
        yield node, term("schema:identifier"), rdf.text(article.id)
        yield node, term("schema:sha256"), rdf.text(article.hash)
        if texts:
            yield node, term("schema:articleBody"), rdf.text(article.text)
        for predicate, value in (
            ("schema:locationCreated", article.place),
            ("schema:publisher", article.outlet),
            ("schema:url", article.url),
        ):
            if value:
                yield node, term(predicate), rdf.text(value)
        if article.published:
            yield node, term("schema:datePublished"), rdf.date(article.published)
        for predicate, spans in (
            ("simpul:headlineAt", [article.headline]),
            ("simpul:datelineAt", [article.dateline]),
            ("simpul:bylineAt", [article.byline]),
            ("simpul:boilerplateAt", article.boilerplate),
        ):
            for span in spans:
                if span is not None:
                    yield from self._place(node, predicate, Span(*span))

    def _context(self, facts: ArticleFacts) -> Iterator[Triple]:
        """What extraction worked out about the article as a whole."""
        node = NamedNode(self.article)
        if facts.region is not None:
            yield node, term("schema:contentLocation"), self._node(facts.region)
        if facts.region_span is not None:
            yield from self._place(node, "simpul:regionAt", facts.region_span)
        if facts.published:
            yield node, term("simpul:publicationDate"), rdf.date(facts.published)
        if facts.context_years:
            years = plain(Kind.WORDS, facts.context_years, self.base, self._node)
            yield node, term("simpul:candidateYears"), years

    def _thing(self, node: NamedNode, thing: object) -> Iterator[Triple]:
        """An entity or claim: its class, and each field that says something."""
        yield node, term("rdf:type"), term(CLASSES[type(thing)])
        for name, known, value in said(thing):
            yield from self._value(node, name, known, value)

    def _value(self, node: NamedNode, name: str, known: Property, value: object) -> Iterator[Triple]:
        match value:
            case Span():
                yield from self._place(node, known.predicate, value)
            case Date():
                inner = NamedNode(f"{node.value}/{name}")
                yield node, term(known.predicate), inner
                yield inner, term("rdf:type"), term("simpul:PartialDate")
                for part, known_part, part_value in said(value):
                    yield from self._value(inner, part, known_part, part_value)
            case tuple() if known.kind is Kind.PLACES:
                for span in value:
                    yield from self._place(node, known.predicate, span)
            case _:
                yield node, term(known.predicate), plain(known.kind, value, self.base, self._node)

    def _place(self, node: NamedNode, predicate: str, span: Span) -> Iterator[Triple]:
        evidence = rdf.evidence_iri(self.article, span)
        yield node, term(predicate), NamedNode(f"{evidence};position")
        yield from rdf.position(evidence, span)

    def _node(self, key: str) -> NamedNode:
        return NamedNode(f"{self.article}/{quote(key)}")
