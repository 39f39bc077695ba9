"""The way back from an article graph to `Article` and `ArticleFacts`; `graph.article_graph` is the way there."""

from __future__ import annotations

import dataclasses
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import unquote

from pyoxigraph import Literal, NamedNode, Quad

from graph.errors import SimpulError
from graph.facts import CLAIMS, ENTITIES, ArticleFacts, Certainty, Claim, Date, Entity, Modality, Role, Span, Status
from graph.properties import CLASSES, PROPERTIES, SCHEMES, Kind
from graph.rdf import term
from loaders.article import Article

WORDS_OF = {scheme: words for words, scheme in SCHEMES.items()}
Words = type[Modality | Certainty | Status | Role]


def read(quads: Iterable[Quad]) -> tuple[Article, ArticleFacts]:
    """The article and facts that the quads say.

    Raises:
        SimpulError: no article, or more than one, or a node that lacks what its class needs.
    """
    reader = _Reader(quads)
    article, facts = reader.metadata(), reader.facts()
    return article, facts


class _Reader:
    """The quads by subject and property, and the article they are about."""

    def __init__(self, quads: Iterable[Quad]) -> None:
        self.values: dict[str, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
        self.nodes: dict[str, list[str]] = defaultdict(list)
        kind = term("rdf:type").value
        for quad in quads:
            subject, predicate, value = quad.subject, quad.predicate.value, quad.object
            if not isinstance(subject, NamedNode) or not isinstance(value, (NamedNode, Literal)):
                raise SimpulError(f"{quad}: an article graph has no blank nodes; build it again")
            self.values[subject.value][predicate].append(value)
            if predicate == kind:
                self.nodes[value.value].append(subject.value)
        articles = self.nodes[term("schema:NewsArticle").value]
        if len(articles) != 1:
            raise SimpulError(f"an article graph is about one article, this one about {len(articles)}; build it again")
        self.article = articles[0]

    def metadata(self) -> Article:
        return Article(
            id=self._text("schema:identifier"),
            hash=self._text("schema:sha256"),
            text=self._text("schema:articleBody"),
            headline=self._pair("simpul:headlineAt"),
            dateline=self._pair("simpul:datelineAt"),
            byline=self._pair("simpul:bylineAt"),
            boilerplate=tuple((s.start, s.end) for s in self._spans(self.article, "simpul:boilerplateAt")),
            published=self._text("schema:datePublished"),
            place=self._text("schema:locationCreated"),
            outlet=self._text("schema:publisher"),
            url=self._text("schema:url"),
        )

    def facts(self) -> ArticleFacts:
        region = self._all(self.article, "schema:contentLocation")
        years = self._text("simpul:candidateYears")
        return ArticleFacts(
            article=self._text("schema:sha256"),
            entities=tuple(self._things(ENTITIES)),
            claims=tuple(self._things(CLAIMS)),
            region=self._key(region[0].value) if region else None,
            region_span=next(self._spans(self.article, "simpul:regionAt"), None),
            published=self._text("simpul:publicationDate"),
            context_years=tuple(json.loads(years)) if years else (),
        )

    def _things(self, classes: Iterable[type[Any]]) -> Iterator[Any]:
        """The entities or claims of these classes, in the order in which they were written."""
        found = [(self._ordinal(iri), made, iri) for made in classes for iri in self.nodes[term(CLASSES[made]).value]]
        for _, made, iri in sorted(found, key=lambda entry: entry[0]):
            yield self._thing(made, iri)

    def _thing(self, made: type[Entity | Claim | Date], iri: str) -> Entity | Claim | Date:
        values: dict[str, Any] = {"key": self._key(iri)} if issubclass(made, Entity) else {}
        for name, known in PROPERTIES[made].items():
            if self._all(iri, known.predicate):
                values[name] = self._value(known.kind, iri, known.predicate)
        required = [f.name for f in dataclasses.fields(made) if f.default is f.default_factory is dataclasses.MISSING]
        for name in required:
            if name not in values and PROPERTIES[made][name].kind is not Kind.LINK:
                raise SimpulError(f"{iri}: a {made.__name__} needs {name!r}; build the article graph again")
            values.setdefault(name, None)
        return made(**values)

    def _value(self, kind: Kind, iri: str, predicate: str) -> object:
        first = self._one(iri, predicate)
        match kind:
            case Kind.LINK:
                return self._key(first)
            case Kind.FLAG:
                return first == "true"
            case Kind.WORDS:
                return tuple(json.loads(first))
            case Kind.CONCEPT:
                scheme, word = first.rsplit("/", 2)[1:]
                return WORDS_OF[scheme](word)
            case Kind.DATE:
                return self._thing(Date, first)
            case Kind.PLACE:
                return next(self._spans(iri, predicate))
            case Kind.PLACES:
                return tuple(self._spans(iri, predicate))
            case _:
                return first

    def _all(self, iri: str, predicate: str) -> list[NamedNode | Literal]:
        return self.values[iri][term(predicate).value]

    def _one(self, iri: str, predicate: str) -> str:
        found = self._all(iri, predicate)
        if not found:
            raise SimpulError(f"{iri}: has no {predicate}; build the article graph again")
        return found[0].value

    def _text(self, predicate: str) -> str:
        found = self._all(self.article, predicate)
        return found[0].value if found else ""

    def _ordinal(self, iri: str) -> int:
        return int(self._one(iri, "simpul:ordinal"))

    def _spans(self, iri: str, predicate: str) -> Iterator[Span]:
        """Places in order of their start, each once."""
        places = {place.value for place in self._all(iri, predicate)}
        ends = ([int(self._one(p, name)) for name in ("oa:start", "oa:end")] for p in places)
        return iter(sorted(Span(start, end) for start, end in ends))

    def _pair(self, predicate: str) -> tuple[int, int] | None:
        span = next(self._spans(self.article, predicate), None)
        return None if span is None else (span.start, span.end)

    def _key(self, iri: str) -> str:
        return unquote(iri.removeprefix(f"{self.article}/"))
