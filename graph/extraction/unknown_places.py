"""Places that no register has and that the post before them shows: `Camat Sumber Jati Drs. Rahmat`."""

from __future__ import annotations

import re

from graph.extraction.organization_words import is_field
from graph.extraction.words import Words, past_brackets
from ontology.bodies import not_names
from ontology.name_cues import name_cues
from ontology.occasions import venue_words
from ontology.titles import Title

VOWEL = re.compile("[aeiou]", re.IGNORECASE)
ORDINAL = re.compile("I{1,3}|IV|VI{0,3}")
LEAST_NAME = 4
"""Letters of a name that stands alone in brackets; short forms of posts have as few."""
LONGEST = 3
"""Words of a place's name: `Lubuk Alung`, `Ujong Baro`; three are rare, four hardly ever."""
SIZE_OF_TOWN = 2
"""Words of a town's name where no name follows, or one of two words."""
SURE = ("police", "military", "academic", "professional")
"""Kinds of titles that stand in no name of a place; `Mas` and `Gus` may."""


def titled_end(words: Words, j: int) -> int:
    """Where the capitalised words end that the title of the holder follows: `Kapolsek Sumber Jati | AKP Rahmat`; else `j`."""
    k = plain_end(words, j, LONGEST)
    return k if k > j and is_titled(words, k, religious=True) and words.same_sentence(j, k + 1) else j


def ranked_end(words: Words, j: int, *, religious: bool = False) -> int:
    """Where the capitalised words end that a holder's title follows, though they have another meaning: `Kanit PPA Satreskrim |
    Aipda Rini`; else `j`."""
    k = j
    while k - j < LONGEST and words.same_sentence(j - 1, k) and words.text[k][0].isupper():
        if words.is_at(k, "post", "post-mark", "honorific") or _is_balinese(words, k):
            break
        k += 1
    return k if k > j and is_titled(words, k, religious=religious) and words.same_sentence(j, k + 1) else j


def is_titled(words: Words, k: int, *, religious: bool = False) -> bool:
    """Whether a title begins at word `k`, or a name of Bali: `Bendesa Tangkas | I Made Rahmat`; with `religious` also one of
    religion that is cut short (`Keuchik Ujong Baro | Tgk. Rahmat`), which may stand within a name too (`Arifin H. Yasin`)."""
    titles = [title for _, title in words.at(k, "honorific", Title)]
    short = religious and bool(titles) and (words.text[k].endswith(".") or not VOWEL.search(words.text[k]))
    sure = (*SURE, "religious") if short else SURE
    return _is_balinese(words, k) or any(title.kind in sure for title in titles)


def _is_balinese(words: Words, k: int) -> bool:
    """Whether a name of Bali begins at word `k`: `I Made Rahmat`; before other words `I` is a number."""
    opens = words.same_sentence(k, k + 1) and words.text[k] == "I"
    behind = words.lower(k + 1).rstrip(".") if opens else ""
    return behind in name_cues("behind-i") or behind in name_cues("balinese")  # `I Made Rahmat`, `I Wyn. Rahmat`


def cued_end(words: Words, j: int) -> int:
    """Where the capitalised words end that an area with the word of its kind, or a body, follows: `Kadus Krajan | Desa Boja`,
    `Babinsa Sumberjati | Koramil 0821`; else `j`."""
    k = plain_end(words, j, LONGEST)
    return k if k > j and words.same_sentence(j, k) and words.is_at(k, "area-cue", "head") else j


def told_end(words: Words, j: int, head: str = "") -> int:
    """Where the name of a hamlet ends, or of what else is called so behind `head`, that the article tells elsewhere: `Kadus
    Krajan | Rahmat Hidayat`, where `Dusun Krajan` stands too; else `j`."""
    villages = {*venue_words("locality"), head} - name_cues("street")
    for end in range(plain_end(words, j, LONGEST), j, -1):
        if any(words.same_sentence(k - 1, k) and words.lower(k - 1) in villages for k in words.told_again(j, end)):
            return end
    return j


def is_ordinal(words: Words, k: int) -> bool:
    """Whether word `k` is the number of a post or a hamlet: `Kadus III`, `Kadus I Rahmat`; but `I Made Rahmat` is a name."""
    return ORDINAL.fullmatch(words.text[k]) is not None and not _is_balinese(words, k)


def plain_end(words: Words, j: int, longest: int) -> int:
    """Past up to `longest` words from `j` on that have a capital and no other meaning."""
    k = j
    while k - j < longest and words.same_sentence(j - 1, k) and is_plain(words, k):
        k += 1
    return k


def is_plain(words: Words, k: int) -> bool:
    """Whether word `k` has a capital and nothing else explains it than that it names a place."""
    shaped = words.text[k].istitle() and words.text[k].isalpha() and not _is_balinese(words, k)
    return shaped and not words.entries.get(k) and words.lower(k) not in not_names()


def past_short_form(words: Words, start: int, j: int) -> int:
    """Past the short form of the post that begins at word `start`: `Kepala Dinas Sosial (Kadinsos) |`; the holder's name
    (`Kepala Desa Kayu Bunga | (Hamdani) hadir`) begins with another letter and is followed by no other name."""
    end = past_brackets(words, j)
    if end == j or not is_plain(words, j + 1) or len(words.text[j + 1]) < LEAST_NAME:
        return end
    behind = end + (words.lower(end) == ",")
    followed = words.same_sentence(start, behind) and words.text[behind][0].isupper() and not words.is_at(behind, "post")
    return end if followed or words.text[j + 1][0] == words.text[start][0].upper() else j


def toponym_end(words: Words, j: int) -> int:
    """Where a name of two words ends whose first says what places are called after: `Ketua PN Teluk Kuantan | Rahmat`, `Camat
    Tanjung Mulya | Rahmat`; else `j`."""
    first = j < len(words) and words.lower(j) in (name_cues("toponym") | name_cues("landform")) - name_cues("street")
    return j + 2 if first and words.text[j].istitle() and words.same_sentence(j - 1, j + 1) and is_plain(words, j + 1) else j


def town_end(words: Words, j: int) -> int:
    """Where the name of a town ends behind the word of a branch, before whoever heads it: `Cabang Singaraja | Elly Rahmawati`,
    `Cabang Tamiang Layang`, `Cabang Tanjung Redeb | Rahmat Hidayat`; else `j`."""
    if (end := toponym_end(words, j)) > j or is_field(words.text[j]):
        return end
    run = plain_end(words, j, 2 * SIZE_OF_TOWN) - j
    return j + (SIZE_OF_TOWN if run in (SIZE_OF_TOWN, 2 * SIZE_OF_TOWN) else min(run, 1))
