"""The posts of an article and its persons, as the rules that join them see them."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.extraction.names import PersonName
from graph.extraction.post_names import PostName
from graph.extraction.words import Words
from graph.facts import Key
from ontology.name_cues import name_cues


@dataclass(slots=True)
class Holding:
    """A post named in the text and who holds it: the person's key, or None while nobody is named."""

    post: PostName
    body: Key | None
    person: Key | None = None
    rule: str = ""


@dataclass(slots=True)
class Scene:
    """What the rules look at: the words, the posts in order, and the persons by their first and by their last word."""

    words: Words
    holdings: list[Holding]
    starts: dict[int, tuple[PersonName, Key]] = field(default_factory=dict)
    ends: dict[int, Key] = field(default_factory=dict)


def is_seat(words: Words, post: PostName) -> bool:
    """`Kantor Bupati`, `Instruksi Wali Kota`: the post names a building or an act, nobody who holds it."""
    first = next((k for k in (post.start - 2, post.start - 1) if words.same_sentence(k, post.start)), post.start)
    return words.written(first, post.start).lower().endswith(tuple(name_cues("seat")))


Found = list[tuple[Holding, Key]]
"""What a rule finds: posts with who holds them."""
