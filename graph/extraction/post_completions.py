"""What completes a rank: one function for each kind of completion in the register of posts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from graph.extraction.areas import SMALL, AreaName, area_at, named_at
from graph.extraction.organization_cuts import COUNCIL, GROUP, PARTY
from graph.extraction.organization_names import Known, OrganizationName
from graph.extraction.organizations import organization_at
from graph.extraction.post_areas import AREAS, area_post, numbered_post
from graph.extraction.post_bodies import (
    agency_post,
    body_post,
    council_post,
    head_post,
    joined_post,
    kind_of,
    past_nouns,
    portfolio_post,
    unit_post,
)
from graph.extraction.post_body_ends import before_holder, with_unknown_place
from graph.extraction.post_commands import command_post
from graph.extraction.post_names import PostName
from graph.extraction.unknown_places import past_short_form
from graph.extraction.words import Words
from ontology.areas import COUNTRY
from ontology.bodies import Body
from ontology.name_cues import name_cues
from ontology.posts import posts
from ontology.titles import Title

LONGEST_FACTION = 8
"""Words of `dari Fraksi Partai Kebangkitan Bangsa Dapil IV`."""
LONGEST_BEFORE_TITLE = 4
"""Words between a post and the title of its holder: `Panitia Lomba Baca | Ibu Sari` has two after `Ketua Panitia`."""
NUMBER = re.compile(r"[IVX]+|\d+")
MINISTRY = "kementerian"
PARTIES = (GROUP, PARTY)
TERM_JOINTS = ("-", "–", "/", "s.d.", "hingga", "sampai")
Completion = Callable[[Words, PostName, Known], PostName | None]


def complete(words: Words, found: PostName, known: Known) -> PostName | None:
    """The post with its field and body; None where the rank wants a body and none follows (`Kepala` alone is no post)."""
    post = COMPLETIONS.get(found.post.takes, _plain)(words, found, known)
    if post is None:
        return None
    post = before_holder(words, post)
    if words.text[min(post.end + 1, len(words) - 1)][0].isupper() and not words.is_at(post.end + 1, "region"):
        end = past_short_form(words, post.start, post.end)  # `Menteri Keuangan (Menkeu)`, `... Sleman (Kadisperpus)`
        post = replace(post, end=end)
    return _with_attribute(words, _before_title(words, _with_area_of_body(words, post, known)))


def _before_title(words: Words, post: PostName) -> PostName:
    """`Ketua Panitia Lomba Ibu Sari`, `Ketua Persadi Drs. H. Budi`: what stands before the holder's title is of the post, where
    it has no region yet (`Camat Boja Abd. Rahman H. Usman`)."""
    k = post.end
    if post.area is not None or (post.body is not None and post.body.area is not None):
        return post
    while k < post.end + LONGEST_BEFORE_TITLE and words.same_sentence(post.start, k) and words.text[k][0].isupper():
        if words.entries.get(k):
            break
        k += 1
    titles = [title for _, title in words.at(k, "honorific", Title) if title.kind != "nobility"]  # `Elfi | Dt. Rajo`
    if k == post.end or not titles or not words.same_sentence(post.start, k + 1):
        return post
    if words.lower(k) not in name_cues("courtesy") and not words.text[k].endswith(".") and words.text[k + 1] != ".":
        return post
    return replace(post, end=k, title=words.written(post.start, k))


def _with_area_of_body(words: Words, post: PostName, known: Known) -> PostName:
    """`Kepala Bulog Kabupaten Bone`, `Menteri Kehutanan RI`: after a body whose name takes no area, where it is."""
    if post.body is None or post.body.area is not None or not words.same_sentence(post.start, post.end):
        return post
    council = organization_at(words, post.end, known) if post.body.kind in PARTIES else None
    if council is not None and council.kind == COUNCIL:  # `Ketua Fraksi PKB | DPRD Sleman`
        return replace(post, end=council.end)
    if (state := area_at(words, post.end, AREAS[0])) is not None:
        return replace(post, end=state.end, body=_of_state(words, post.body, post.end, state))
    area = area_at(words, post.end, *AREAS[1:])
    if area is None:
        return _of_branch(words, post) or with_unknown_place(words, post)
    if not (area.cued or _holder_follows(words, area.end)) or (post.body.kind == MINISTRY and not area.cued):
        return post  # `Wakil Menteri Dalam Negeri | Bima Arya`
    return replace(post, end=area.end, larger=(area,))


def _of_branch(words: Words, post: PostName) -> PostName | None:
    """`Pimpinan Cabang Pegadaian Slawi Rahmat`: a kecamatan behind the body of which a branch's head is; None where none is."""
    of_branch = post.body is not None and not name_cues("branch").isdisjoint(post.title.lower().split())
    small = named_at(words, post.end, SMALL[:1]) if of_branch else None
    if post.body is None or small is None or not _holder_follows(words, small[1]):
        return None
    body = replace(post.body, end=small[1], base=f"{post.body.base} {small[0]}", base_end=small[1])
    return replace(post, end=small[1], body=body)


def _of_state(words: Words, body: OrganizationName, start: int, state: AreaName) -> OrganizationName:
    """`Menteri Haji dan Umrah Arab Saudi`: the ministry of another state has its name."""
    if any(entry.code == COUNTRY for entry in state.entries):
        return body
    base = f"{body.base} {words.written(start, state.end)}"
    return replace(body, base=base, end=state.end, base_end=state.end)


def _holder_follows(words: Words, k: int) -> bool:
    """`Pimpinan Cabang Bulog Sleman, Budi`, `Ketua PMI Sleman Budi`: behind the bare name of a region the holder is named."""
    return words.same_sentence(k - 1, k) and (words.text[k] == "," or words.text[k][0].isupper())


def _with_attribute(words: Words, post: PostName) -> PostName:
    """`Camat setempat, Budi`, `Kapolres Sambas yang baru, Budi`: which holder of the post is meant."""
    for size in (2, 1):
        end = post.end + size
        if words.same_sentence(post.start, end - 1) and words.written(post.end, end).lower() in name_cues("attribute"):
            return replace(post, end=end)
    return replace(post, end=_past_faction(words, replace(post, end=_past_term(words, post))))


def _past_faction(words: Words, post: PostName) -> int:
    """`Anggota DPRD Sleman dari Fraksi Golkar, Budi`, `Anggota KPU Sleman Divisi Teknis, Budi`: the faction, district or
    division stands before the holder."""
    j = post.end
    if words.lower(j) in name_cues("division") and words.same_sentence(post.start, j):
        return max(_past_capitals(words, j), past_nouns(words, j + 1))
    if words.same_sentence(post.start, j + 1) and words.lower(j) in name_cues("faction"):
        return _past_group(words, j + 1)
    if words.lower(j) not in name_cues("of") or not words.same_sentence(post.start, j + 1):
        return j
    if any(body.kind == PARTY for _, body in words.at(j + 1, "body", Body)):
        return _past_group(words, j + 1)  # `Anggota DPRD Sleman dari PKS Budi`
    if words.lower(j + 1) not in name_cues("faction"):
        return j
    return _past_capitals(words, j)


def _past_capitals(words: Words, j: int) -> int:
    """Past word `j` and the capitalised words behind it where a comma ends them, else `j`."""
    k = j + 2
    while words.same_sentence(j, k) and k - j < LONGEST_FACTION:
        if not (words.text[k][0].isupper() or words.text[k][0].isdigit() or words.lower(k) in name_cues("joint")):
            break
        k += 1
    return k if words.lower(k) == "," else j


def _past_group(words: Words, k: int) -> int:
    """`Anggota DPRD Sleman Fraksi Golkar Budi`, `... Dapil Bungah-Dukun Budi`, `... Dapil II Budi`: a party, or one area."""
    ends = [end for label in ("body", "region") for end, _ in words.at(k, label, object)]
    compound = "-" in words.text[k]
    k = max(ends) if ends else k + compound
    numbered = words.same_sentence(k - 1, k) and NUMBER.fullmatch(words.text[k]) is not None
    return k + numbered


def _past_term(words: Words, post: PostName) -> int:
    """`Ketua KONI Sleman periode 2021-2025, Budi`: the years of the term stand before its holder."""
    k = post.end
    size = next((n for n in (2, 1) if words.written(k, min(k + n, len(words))).lower() in name_cues("term")), 0)
    if not size or not words.same_sentence(post.start, k):
        return k
    k += size
    while words.same_sentence(post.start, k) and (words.text[k][0].isdigit() or words.text[k] in TERM_JOINTS):
        k += 1
    return k


def _plain(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Babinsa`, `Mendagri`: nothing follows; the register may know the body."""
    if not found.post.body:
        return found
    rank = next((p.post for p in posts() if p.takes == "portfolio" and found.rank.startswith(f"{p.post} ")), found.rank)
    body = OrganizationName(found.start, found.end, found.post.body, kind_of(found.post.body), found.end)
    return replace(found, rank=rank, body=body)


COMPLETIONS: dict[str, Completion] = {
    "joined": joined_post,
    "number": numbered_post,
    **dict.fromkeys((*AREAS, "government"), area_post),
    **dict.fromkeys(("police", "military", "prosecutor", "court", "office"), command_post),
    "head": head_post,
    "agency": agency_post,
    "unit": unit_post,
    "body": body_post,
    "council": council_post,
    "portfolio": portfolio_post,
    "none": _plain,
}
