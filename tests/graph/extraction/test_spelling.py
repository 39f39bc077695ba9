"""Words that the press parts where Indonesian joins them."""

from __future__ import annotations

import pytest

from graph.extraction.spelling import whole_words


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("rapat di pimpin Camat", "rapat  dipimpin Camat"),
        ("Di hadiri warga", " Dihadiri warga"),
        ("digelar di rumah", "digelar di rumah"),
        ("kapal di lepas pantai", "kapal di lepas pantai"),
        ("di pimpinan daerah", "di pimpinan daerah"),
    ],
    ids=["verb", "opening a sentence", "place", "a root that is a place too", "longer word"],
)
def test_prefix_of_a_known_passive_verb_joins_its_root(written: str, read: str) -> None:
    assert whole_words(written) == read
    assert len(written) == len(read)
