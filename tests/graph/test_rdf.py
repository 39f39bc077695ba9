"""Terms: short names, partial dates by precision, slugs."""

from __future__ import annotations

import pytest

from graph import rdf
from ontology.errors import OntologyError


@pytest.mark.parametrize(
    ("value", "datatype"),
    [
        ("2031-02-28", "date"),
        ("2031-02", "gYearMonth"),
        ("2031", "gYear"),
        ("--02-28", "gMonthDay"),
        ("awal 2031", "string"),
        ("", "string"),
    ],
)
def test_a_partial_date_is_typed_by_its_precision(value: str, datatype: str) -> None:
    literal = rdf.date(value)
    assert literal.value == value
    assert literal.datatype.value == f"http://www.w3.org/2001/XMLSchema#{datatype}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dinas Kominfo Kota Rawa", "dinas-kominfo-kota-rawa"),
        ("  Jum'at & Sabtu ", "jum-at-sabtu"),
        ("Café René", "cafe-rene"),
        ("مترو", "%D9%85%D8%AA%D8%B1%D9%88"),
        ("", "-"),
        ("../../etc", "etc"),
        ('x> <y"', "x-y"),
    ],
)
def test_slugs_are_safe_in_an_iri(name: str, expected: str) -> None:
    assert rdf.slug(name) == expected


def test_an_unknown_prefix_is_refused() -> None:
    with pytest.raises(OntologyError, match="unknown prefix 'foo'"):
        rdf.term("foo:bar")
