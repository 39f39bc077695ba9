"""Places that no register has and that the post before them shows: `Camat Sumber Jati Drs. Rahmat`."""

from __future__ import annotations

from graph.extraction.words import Words
from ontology.bodies import not_names
from ontology.titles import Title

LONGEST = 3
"""Words of a place's name: `Lubuk Alung`, `Ujong Baro`; three are rare, four hardly ever."""
SURE = ("police", "military", "academic", "professional")
"""Kinds of titles that stand in no name of a place; `Mas` and `Gus` may."""


def titled_end(words: Words, j: int) -> int:
    """Where the capitalised words end that the title of the holder follows: `Kapolsek Sumber Jati | AKP Rahmat`; else `j`."""
    k = j
    while k - j < LONGEST and words.same_sentence(j - 1, k) and is_plain(words, k):
        k += 1
    titled = any(title.kind in SURE for _, title in words.at(k, "honorific", Title))
    return k if k > j and titled and words.same_sentence(j, k + 1) else j


def is_plain(words: Words, k: int) -> bool:
    """Whether word `k` has a capital and nothing else explains it than that it names a place."""
    return (
        words.text[k].istitle() and words.text[k].isalpha() and not words.entries.get(k) and words.lower(k) not in not_names()
    )
