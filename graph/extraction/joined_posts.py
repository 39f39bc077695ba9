"""Posts joined to the name before them: `Rahmat, yang sebelumnya menjabat Camat Boja, kini menjadi Sekda Sleman`."""

from __future__ import annotations

from graph.extraction.post_names import PostName
from graph.extraction.unknown_places import is_plain
from graph.extraction.words import Words
from ontology.name_cues import name_cues

APPOINTED = {"dilantik", "terpilih"}
"""They have other uses too (`dilantik Bupati Sleman`), and the register gives a form one kind."""
FORMERLY = ("sebelumnya", "semula")
ONCE = "sebelumnya"
"""It is an adverb too, and the register gives a form one kind."""
TO_COME = "akan"
NEXT = ("ke", "kini")
"""Before the post that somebody gets who leaves another: `dari Camat Boja ke Camat Weleri`."""
SIZES = (2, 3, 4)
"""Words of a name that opens a sentence and touches the post behind it."""


def joined_name_end(words: Words, post: PostName) -> int | None:
    """The word after the name that `selaku`, `sebagai` or a comma joins to `post`, or that touches it; None where none is."""
    k = joint_start(words, post)
    if k is None and words.lower(post.start - 1) in (",", "("):
        return None if post.plural else post.start - 1
    if k is None:
        return post.start if _touches_opening(words, post) else None
    if words.lower(k - 1) == ")" and words.lower(k - 3) == "(":  # `M Fadli (MFD) selaku Ketua`
        k -= 3
    return k - 1 if words.lower(k - 1) in (",", "(") else k


def _touches_opening(words: Words, post: PostName) -> bool:
    """`Rahmat Wijaya wakil Bupati Sleman menyatakan`, `Rahmat Wijaya Kepala SMPN 3 Boja, dia bercerita`: a post in small
    letters, or one before a comma, with its region or body touches the words that open the sentence."""
    completed = post.body is not None or post.area is not None
    if not completed or words.text[post.start].islower():
        return completed and words.opens_sentence(post.start - 2)
    k = post.start
    while words.same_sentence(k - 1, post.start) and is_plain(words, k - 1):
        k -= 1
    return post.start - k in SIZES and words.opens_sentence(k) and words.lower(post.end) == ","


def origin_end(words: Words, post: PostName) -> int | None:
    """Where the name ends whose bearer leaves `post`: `Rahmat | dari Camat Boja`, `Rahmat, | yang digeser dari Camat Boja`,
    `Rahmat | sebelumnya Camat Boja`; None where nobody is said to leave it."""
    k = post.start - 1
    if words.lower(k) in FORMERLY:
        return k - (words.lower(k - 1) == ",")
    k -= words.lower(k) == "jabatan"
    return appointed_start(words, k) if words.lower(k) == "dari" else None


def appointed_start(words: Words, k: int) -> int:
    """Where the words begin before word `k` that say that somebody gets another post: `Rahmat | yang digeser | dari`."""
    first = k
    while k > 1 and words.same_sentence(k - 1, first) and words.lower(k - 1) in name_cues("appointed") | APPOINTED:
        k -= 1
    return k - (words.lower(k - 1) == ",")


def joint_start(words: Words, post: PostName) -> int | None:
    """Where the words begin that join `post` to what stands before it: `| resmi dilantik sebagai`, `| yang kini menjabat`."""
    cues = name_cues("equals") | name_cues("two-posts") - {"/"}  # `Sekda Rahmat | sekaligus | Ketua Panitia`
    sizes = (n for n in (4, 3, 2, 1) if post.start >= n)
    size = next((n for n in sizes if words.written(post.start - n, post.start).lower() in cues), 0)
    if not size:
        return None
    k = post.start - size
    passed = (name_cues("appointed") | APPOINTED | name_cues("adverb")) - {TO_COME}
    while k > 1 and words.same_sentence(k - 1, post.start):
        if words.lower(k - 1) in passed:
            k -= 1
        elif words.written(k - 2, k).lower() in name_cues("attribute"):  # `saat ini`
            k -= 2
        else:
            break
    return k


def is_over(words: Words, post: PostName) -> bool:
    """Whether the words that join a post to its holder say that he had it before: `Rahmat sebelumnya menjabat Camat Boja`."""
    k = joint_start(words, post)
    return k is not None and bool((name_cues("over") | {ONCE}) & set(words.lowers[k : post.start]))


def moves_on(words: Words, first: PostName, second: PostName) -> bool:
    """Whether nothing but joining words stands between two posts, the first of which is left for the second: `Rahmat dari Camat
    Boja | menjadi | Sekda Sleman`."""
    k = joint_start(words, second)
    if k is None and words.lower(second.start - 1) in NEXT and origin_end(words, first) is not None:
        k = second.start - 1
    return k is not None and words.same_sentence(first.start, second.start) and k - (words.lower(k - 1) == ",") == first.end
