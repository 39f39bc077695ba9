"""Posts: the ranks of government, councils and associations, and what completes each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class Post:
    """A rank. `forms` are its spellings and abbreviations, `takes` what completes it (see the register), `exclusive` says
    that it has one holder at a time, and that its holder holds no other."""

    post: str
    forms: tuple[str, ...]
    takes: str
    exclusive: bool
    en: str
    body: str = ""
    """The body that the post's own name holds: `Mendagri` is the minister of Kementerian Dalam Negeri; of a command the word
    with which the body's name begins: the Kapolres Sleman heads Polres Sleman."""
    of: str = ""
    """The kind of body that is meant where the text names none beside the post: a Jaksa is of the article's one kejaksaan."""


@dataclass(frozen=True, slots=True)
class PostMark:
    """A word before a post: `acting` (`Plt.`), `former` (`mantan`), `plural` (`para`: several holders, none of them named)."""

    form: str
    kind: str
    standard: str = ""


@cache
def posts() -> tuple[Post, ...]:
    """The register of posts, the user's own included."""
    return read_register(Post, "posts", register_folders())


@cache
def post_marks() -> tuple[PostMark, ...]:
    """Words that stand before a post."""
    return read_register(PostMark, "post-marks", register_folders())
