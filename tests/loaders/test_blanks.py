"""Blanks and marks as plain ones, at the same offsets."""

from __future__ import annotations

import pytest

from loaders.blanks import plain_blanks


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Senin\u00a0(5/5)", "Senin (5/5)"),
        ("â€œSiap,â€ kata", "  “Siap,”  kata"),
        ("“Siap,† kata", "“Siap,” kata"),
        ("wargaâ€™ hadir", "warga’   hadir"),
    ],
    ids=["no-break blank", "marks read in the wrong encoding", "a dagger for a closing mark", "an apostrophe"],
)
def test_same_length_plain_characters(written: str, read: str) -> None:
    assert plain_blanks(written) == read
    assert len(written) == len(read)
