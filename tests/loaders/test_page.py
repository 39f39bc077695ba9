"""What a page leaves of its markup in a text."""

from __future__ import annotations

import pytest

from loaders.page import decoded, page_of
from loaders.text import read_text


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("&#8220;Siap,&#8221; kata Rahmat", "“Siap,” kata Rahmat"),
        ("&quot;Siap,&quot; kata Rahmat", '"Siap," kata Rahmat'),
        ("&ldquo;Siap,&rdquo; kata Rahmat", "“Siap,” kata Rahmat"),
        ("&amp;#8220;Siap", "“Siap"),
        ("Dinas Pangan &amp; Pertanian", "Dinas Pangan & Pertanian"),
        ("Kabu\u00adpaten Tegal", "Kabupaten Tegal"),
        ("Kabu&shy;paten Tegal", "Kabupaten Tegal"),
        ("R&D; A&B &copy 2024 &tidak;", "R&D; A&B &copy 2024 &tidak;"),
    ],
)
def test_character_references_are_decoded(written: str, read: str) -> None:
    assert decoded(written) == read
    assert read_text(written).text == read
    assert page_of(written, title=written).text == read


def test_a_reference_to_no_character_is_no_control_character() -> None:
    assert read_text("Camat&#0; &#x1; &#xD800;Slawi").text.isprintable()
