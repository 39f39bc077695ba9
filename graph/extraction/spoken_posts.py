"""Posts as they are called behind a verb of saying: by an abbreviation, or glued to the short name of the body."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from ontology.posts import posts

LEAST_GLUED = 5
"""Letters of an abbreviation that another may be glued to: `Kadis`, not `Kasi` (Kasiman is a name)."""


def rank_called(words: str) -> str:
    """The rank that some words call: `Kadis` and `Kadiskes` a Kepala Dinas; empty where they call none."""
    glued = _glued_pattern().fullmatch(words)
    return _ranks().get(words.casefold()) or (_ranks()[glued["head"].casefold()] if glued else "")


def is_glued(word: str) -> bool:
    """Whether a word is an abbreviated post with more behind it: `Kadiskes`, `Kasatpol`."""
    return _glued_pattern().fullmatch(word) is not None


@cache
def _ranks() -> dict[str, str]:
    return {form.casefold(): post.post for post in reversed(posts()) for form in (*post.forms, post.post)}


@cache
def _glued_pattern() -> re.Pattern[str]:
    """A vowel behind the abbreviation rather makes a name: `Kadisa`."""
    heads = either(
        {form for post in posts() for form in post.forms if re.fullmatch("Ka[a-z]+", form) and len(form) == LEAST_GLUED}
    )
    return re.compile(rf"(?P<head>{heads})[b-df-hj-np-tv-z][a-z]{{2,}}")
