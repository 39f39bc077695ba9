"""Where the body of a post ends that no register has: behind a place that it is of, before the name of its head."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.areas import SMALL, named_at
from graph.extraction.name_shapes import after_forms, ending_at
from graph.extraction.post_names import PostName
from graph.extraction.unknown_bodies import unknown_body
from graph.extraction.unknown_places import is_plain
from graph.extraction.words import Words
from ontology.bodies import OrganizationKind

SIZES = {"sekolah": 3, "puskesmas": 3, "kelompok": 4, "koperasi": 4, "yayasan": 4, "perusahaan": 4}
"""Words behind `SMPN 1`, `Gapoktan` of which the last two are the head's name: schools and health centres are called after one
place, companies and groups have names of two words. Of one more nobody can say whose it is."""
LONGEST = 7
"""Words of a name and its head's, after the word of its kind."""
HOLDER = 2
"""Words of the head's name: one is rare behind a body, and of three the first is a place's as likely."""


def with_unknown_place(words: Words, post: PostName) -> PostName:
    """`Ketua BPD Mulyareksa, Rahmat Hidayat, hadir`: between a post and the comma before its holder everything is its body."""
    body = post.body
    if body is None or body.area is not None or post.end != body.end or not words.same_sentence(post.start, post.end):
        return post
    if len(words.text[post.end]) == 1:
        return post  # `Ketua BPD H, Rahmat Hidayat`: a title cut short
    told = unknown_body(words, post.end, least=1)
    end = told.end if told is not None else max(_apposed_end(words, post), _village_end(words, post.end))
    if end == post.end:
        return post
    base = f"{body.base} {words.written(post.end, end)}"
    return replace(post, end=end, body=replace(body, end=end, base=base, base_end=end, body=None, acronym=""))


def _village_end(words: Words, j: int) -> int:
    """`Ketua BPD Meteseh | Rahmat Hidayat`: a village of the region before two words of a name; else `j`."""
    named = named_at(words, j, SMALL) if words.lower(j) in words.villages else None
    end = named[1] if named is not None else j
    return end if end > j and all(words.same_sentence(j, k) and is_plain(words, k) for k in (end, end + 1)) else j


def _apposed_end(words: Words, post: PostName) -> int:
    """`Rahmat Hidayat, Ketua BPD Mulyareksa, hadir`: behind a holder who opens the sentence or has spoken one more word is no
    name."""
    if words.lower(post.start - 1) != "," or not is_plain(words, post.end) or not words.same_sentence(post.end, post.end + 1):
        return post.end
    holder = ending_at(words, post.start - 1, set())
    opens = holder is not None and (words.opens_sentence(holder.start) or words.lower(holder.start - 1) in after_forms())
    return post.end + (opens and words.text[post.end + 1] in (",", "."))


def before_holder(words: Words, post: PostName) -> PostName:
    """`Kepala SMPN 1 Sumberjati | Siti Aminah mengajak`, `Ketua Gapoktan Sido Makmur | Budi Santoso hadir`."""
    body = post.body
    size = SIZES.get(body.kind, 0) if body is not None and body.area is None and body.body is None else 0
    if body is None or not size or post.end != body.end or words.in_headline(post.start):
        return post
    first = next((end for end, _ in words.at(body.start, "head", OrganizationKind)), body.end)
    while first < body.end and not words.text[first][0].isalpha():
        first += 1
    end = first
    while end - first < LONGEST and words.same_sentence(first, end) and words.text[end].istitle() and words.text[end].isalpha():
        end += 1
    followed = words.same_sentence(first, end) and words.text[end][0].islower() and words.lower(post.start - 1) != ","
    stop = end - HOLDER
    named = all(is_plain(words, k) for k in range(stop, end))
    if stop >= body.end or end < body.end or end - first != size or not followed or not named:
        return post
    base = words.written(body.start, stop)
    return replace(post, end=stop, body=replace(body, end=stop, base=base, base_end=stop))
