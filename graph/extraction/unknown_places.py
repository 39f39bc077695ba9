"""Places that no register has and that the post before them shows: `Camat Sumber Jati Drs. Rahmat`."""

from __future__ import annotations

import re

from graph.extraction.areas import VILLAGES
from graph.extraction.words import Words
from ontology.area_cues import AreaCue
from ontology.bodies import not_names
from ontology.name_cues import name_cues
from ontology.posts import Post
from ontology.titles import Title

ORDINAL = re.compile("I{1,3}|IV|VI{0,3}")
LONGEST_HOLDER = 6
"""Words of a place and its head: `Kades Mulyareksa | Andi Nur Fitriani Daeng Kanang`."""
LONGEST = 3
"""Words of a place's name: `Lubuk Alung`, `Ujong Baro`; three are rare, four hardly ever."""
SURE = ("police", "military", "academic", "professional")
"""Kinds of titles that stand in no name of a place; `Mas` and `Gus` may."""


def titled_end(words: Words, j: int) -> int:
    """Where the capitalised words end that the title of the holder follows: `Kapolsek Sumber Jati | AKP Rahmat`; else `j`."""
    k = plain_end(words, j, LONGEST)
    titled = any(title.kind in SURE for _, title in words.at(k, "honorific", Title))
    return k if k > j and titled and words.same_sentence(j, k + 1) else j


def cued_end(words: Words, j: int) -> int:
    """Where the capitalised words end that an area with the word of its kind, or a body, follows: `Kadus Krajan | Desa Boja`,
    `Babinsa Sumberjati | Koramil 0821`; else `j`."""
    k = plain_end(words, j, LONGEST)
    return k if k > j and words.same_sentence(j, k) and words.is_at(k, "area-cue", "head") else j


def village_end(words: Words, j: int) -> int:
    """Behind the head of a village the first word is the village's where more follow: `Kades Mulyareksa | Rahmat Hidayat`;
    else `j`. Not in an article that names a village, for then it may be left out: `Desa Boja ... Kades Rahmat Hidayat`."""
    k = plain_end(words, j, LONGEST_HOLDER)
    closed = words.same_sentence(j, k) and (words.text[k][0].islower() or (words.text[k] == "," and words.is_at(k + 1, "post")))
    if k - j < 2 or not closed or _names_a_village(words):
        return j
    return j if _has_its_village(words, j) or _stands_alone(words, j) else j + 1


def _has_its_village(words: Words, j: int) -> bool:
    """`Kades Mulyareksa Budi bersama Sekdes | Rahmat Hidayat`: behind the next of a village's officers no place need stand, nor
    behind `Kades | Rahmat Hidayat` where the article has that name elsewhere."""
    posts = sorted((end, post.post) for i in words.entries for end, post in words.at(i, "post", Post) if post.takes in VILLAGES)
    behind = {end for end, _ in posts}
    own = next((rank for end, rank in posts if end == j), "")
    again = any(words.text[end : end + 1] == [words.text[j]] for end in behind - {j})
    pair = words.text[j : j + 2]
    named = any(words.text[k : k + 2] == pair for k in words.capitals if k != j and k not in behind)
    return named or (bool(posts) and own != posts[0][1] and not again)


def _names_a_village(words: Words) -> bool:
    in_posts = {k for i in words.entries for end, _ in words.at(i, "post", Post) for k in range(i, end)}
    return any(
        cue.kind in VILLAGES and words.same_sentence(i, end) and words.text[i][0].isupper() and words.text[end][0].isupper()
        for i in words.entries.keys() - in_posts
        for end, cue in words.at(i, "area-cue", AreaCue)
    )


def _stands_alone(words: Words, j: int) -> bool:
    """Whether word `j` stands elsewhere without capitals beside it: there `Rahmat` is a man, the village is `Desa Rahmat`."""
    others = [k for k in words.capitals if k != j and words.text[k] == words.text[j]]
    return any(not words.text[b][0].isupper() for k in others for b in (k - 1, k + 1) if words.same_sentence(k, b))


def is_ordinal(words: Words, k: int) -> bool:
    """Whether word `k` is the number of a post or a hamlet: `Kadus III`, `Kadus I Rahmat`; but `I Made Rahmat` is a name."""
    behind = words.lower(k + 1) if words.same_sentence(k, k + 1) else ""
    return ORDINAL.fullmatch(words.text[k]) is not None and not (words.text[k] == "I" and behind in name_cues("behind-i"))


def plain_end(words: Words, j: int, longest: int) -> int:
    """Past up to `longest` words from `j` on that have a capital and no other meaning."""
    k = j
    while k - j < longest and words.same_sentence(j - 1, k) and is_plain(words, k):
        k += 1
    return k


def is_plain(words: Words, k: int) -> bool:
    """Whether word `k` has a capital and nothing else explains it than that it names a place."""
    return (
        words.text[k].istitle() and words.text[k].isalpha() and not words.entries.get(k) and words.lower(k) not in not_names()
    )
