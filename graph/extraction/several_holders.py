"""Names behind a post that several hold: `tiga Wakil Ketua, yakni Rahmat, Sari Dewi, dan Budi`."""

from __future__ import annotations

from graph.extraction.name_shapes import is_believable, past, past_filling
from graph.extraction.names import QUOTES, PersonName, person_at
from graph.extraction.post_names import PostName
from graph.extraction.words import Words
from ontology.name_cues import name_cues
from ontology.number_cues import cue_words
from ontology.quantities import number_words

LONGEST_PARTY = 5
"""Words of the party in brackets behind a name: `(Fraksi Partai Kebangkitan Bangsa)` has four."""


def is_of_several(words: Words, post: PostName) -> bool:
    """Whether a number stands before the post, or a word for many and behind it what begins a list: `para Camat, yakni ...`;
    not a year or a rank (`Sejak 2021 Camat ...`, `Juara 3 Kepala Desa ...`)."""
    number, before = words.lower(post.start - 1), words.lower(post.start - 2)
    counted = number in number_words() or (number.isdigit() and len(number) < 3 and before not in cue_words("label"))
    return counted or (post.plural and past_filling(words, post.end) > post.end)


def names_of_several(words: Words, post: PostName) -> list[PersonName]:
    """The names of the list behind a post of several, those of one word too; none where only one follows."""
    found: list[PersonName] = []
    i = past(words, post.start, past_filling(words, post.end), (",", ":", *QUOTES), most=2)
    while words.same_sentence(post.start, i) and not words.is_at(i, "head", "body"):
        person = person_at(words, i)
        if person is None or not is_believable(words, person, direct=True):
            break
        found.append(person)
        end = past_party(words, person.end)
        i = past(words, post.start, end, (",", *name_cues("joint")), most=2)
        if i == end:
            break
    return found if len(found) > 1 else []


def past_party(words: Words, k: int) -> int:
    """`Rahmat (Partai Golkar) | dan Sari (PKB)`"""
    if words.lower(k) != "(":
        return k
    closing = range(k + 2, min(k + 2 + LONGEST_PARTY, len(words)))
    return next((j + 1 for j in closing if words.text[j] == ")"), k)
