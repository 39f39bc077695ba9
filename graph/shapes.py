"""SHACL on one article graph: does each claim have its evidence, and each kind of fact what it needs?

The shapes are in `ontology/shapes/`. pySHACL works on rdflib graphs; an article graph is small enough to copy into one. The
shapes keep to SHACL's core: a constraint in SPARQL would be parsed anew for each article and take as long as all the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import rdflib
from pyoxigraph import Literal, NamedNode, Quad
from pyshacl import validate
from rdflib.namespace import RDF, RDFS, SH

from graph.errors import SimpulError
from graph.finding import Finding
from ontology.namespaces import expand, shorten
from ontology.vocabulary_files import SHAPES, VOCABULARY


def shape_findings(quads: Iterable[Quad]) -> list[Finding]:
    """What the shapes say against an article graph, sorted; empty where all is well."""
    data = _as_rdflib(quads)
    data += _classes()
    _, report, _ = validate(data, shacl_graph=_shapes(), inplace=True)
    if not isinstance(report, rdflib.Graph):
        raise SimpulError(f"the shapes could not be run: {report}")
    article = data.value(predicate=RDF.type, object=rdflib.URIRef(expand("schema:NewsArticle")))
    ids = tuple(sorted(str(name) for name in data.objects(article, rdflib.URIRef(expand("schema:identifier")))))
    return sorted(_findings(report, ids), key=lambda finding: (finding.detail, finding.title))


def _findings(report: rdflib.Graph, articles: tuple[str, ...]) -> Iterator[Finding]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, path, value = (report.value(result, part) for part in (SH.focusNode, SH.resultPath, SH.value))
        said = report.objects(result, SH.resultMessage)
        messages = {message.language: str(message) for message in said if isinstance(message, rdflib.Literal)}
        parts = (_short(focus), shorten(str(path)) if path else "", _short(value) if value is not None else "")
        yield Finding(
            check="shapes",
            title=messages.get("id", ""),
            title_en=messages.get("en", ""),
            detail=" ".join(part for part in parts if part),
            articles=articles,
        )


def _short(node: rdflib.term.Node | None) -> str:
    """A value as it is, a node by the end of its IRI (`claim/3`)."""
    return str(node) if isinstance(node, rdflib.Literal) else str(node).partition("article/")[2].partition("/")[2] or str(node)


@cache
def _shapes() -> rdflib.Graph:
    """The shapes, parsed once."""
    shapes = rdflib.Graph()
    for path in SHAPES:
        shapes.parse(path, format="turtle")
    return shapes


@cache
def _classes() -> rdflib.Graph:
    """Which class is below which: the shapes ask for an actor where a person or an organisation will do."""
    vocabulary = rdflib.Graph()
    for path in VOCABULARY:
        vocabulary.parse(path, format="turtle")
    classes = rdflib.Graph()
    for triple in vocabulary.triples((None, RDFS.subClassOf, None)):
        classes.add(triple)
    return classes


def _as_rdflib(quads: Iterable[Quad]) -> rdflib.Graph:
    """The triples of an article graph as rdflib has them."""
    graph = rdflib.Graph()
    for quad in quads:
        graph.add((_term(quad.subject), _term(quad.predicate), _term(quad.object)))
    return graph


def _term(term: object) -> rdflib.URIRef | rdflib.Literal:
    match term:
        case NamedNode(value=iri):
            return rdflib.URIRef(iri)
        case Literal(value=text, language=str() as language):
            return rdflib.Literal(text, lang=language)
        case Literal(value=text, datatype=datatype):
            return rdflib.Literal(text, datatype=rdflib.URIRef(datatype.value))
    raise ValueError(f"unexpected term {term!r}")
