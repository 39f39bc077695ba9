"""The prefixes of the graph, as `docs/graph-model.md` lists them, and how a short name becomes an IRI."""

from __future__ import annotations

from typing import Final

from ontology.errors import OntologyError

DEFAULT_BASE: Final = "urn:simpul:"
"""Where the IRIs of a graph begin unless `--base` says otherwise; the vocabulary itself never moves."""

PREFIXES: Final = {
    "cpsv": "http://purl.org/vocab/cpsv#",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "qb": "http://purl.org/linked-data/cube#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "sh": "http://www.w3.org/ns/shacl#",
    "simpul": "urn:simpul:ns:",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def expand(name: str) -> str:
    """The IRI of a prefixed name: `org:member` -> `http://www.w3.org/ns/org#member`.

    Raises:
        OntologyError: the prefix is not one of `PREFIXES`.
    """
    prefix, _, local = name.partition(":")
    if prefix not in PREFIXES:
        raise OntologyError(f"{name!r}: unknown prefix {prefix!r}; known are {', '.join(PREFIXES)}")
    return PREFIXES[prefix] + local


def shorten(iri: str) -> str:
    """The prefixed name of an IRI, or the IRI itself where no prefix fits (or its rest is not a plain name)."""
    for prefix, start in PREFIXES.items():
        local = iri.removeprefix(start)
        if local != iri and local.replace("-", "").replace("_", "").isalnum():
            return f"{prefix}:{local}"
    return iri
