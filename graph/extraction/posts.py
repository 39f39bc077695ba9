"""Posts: `[Plt.] RANK [field] [body]`, read by what the register says completes the rank."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from graph.extraction.areas import SMALL
from graph.extraction.organization_names import Known
from graph.extraction.organizations import is_foreign, organization_at
from graph.extraction.post_completions import complete
from graph.extraction.post_names import PostName
from graph.extraction.unknown_places import past_short_form
from graph.extraction.words import Words, past_brackets
from ontology.bodies import OrganizationKind, organization_kinds
from ontology.name_cues import name_cues
from ontology.posts import Post, PostMark, posts

ASSOCIATION = "asosiasi"
UNIT = "unit"
"""What completes `Ketua Tim`: a field, then perhaps a body."""
CHAIR = "ketua "
CHAIRED = "diketuai"
LONGEST_CHAIRED = 10
"""Words from what is chaired to the verb: `Pansus LKPJ beranggotakan 15 orang yang | diketuai` has six."""


def post_at(words: Words, i: int, known: Known) -> PostName | None:
    """The post named at word `i`, marks before it (`Plt.`, `mantan`, `para`) included."""
    marks: list[PostMark] = []
    j = i
    while found := words.at(j, "post-mark", PostMark):
        end, mark = found[0]
        marks.append(mark)
        j = past_brackets(words, end)
    named = _rank(words, j, known)
    if named is None or is_foreign(words, named.end, named.area):
        return None
    kinds = {mark.kind for mark in marks}
    acting = next((mark.standard for mark in marks if mark.kind == "acting"), "")
    plural = named.plural or bool(kinds & {"plural", "future"}) or _is_next_of_many(words, i, named)
    return replace(named, start=i, acting=acting, former="former" in kinds, plural=plural)


def _is_next_of_many(words: Words, i: int, named: PostName) -> bool:
    """`para Camat, Lurah, Pamong`: a bare rank that follows another behind the word for many means many, too."""
    if named.post.takes not in SMALL or named.area is not None or words.lower(i - 1) not in {",", *name_cues("joint")}:
        return False
    k = i - 2
    while k > 0 and words.same_sentence(k, i) and (words.is_at(k, "post") or words.lower(k) == ","):
        k -= 1
    return words.same_sentence(k, i) and any(mark.kind == "plural" for _, mark in words.at(k, "post-mark", PostMark))


def _begins_a_body(words: Words, i: int, end: int, post: Post, known: Known) -> bool:
    """`Ketua Tim Penggerak PKK`, `Ketua Badan Gita (BG)`: where a shorter rank stands before it, the last word of a rank may
    begin a body's name."""
    if not any(shorter == end - 1 for shorter, _ in words.at(i, "post", Post)) or not words.is_at(end - 1, "head", "body"):
        return False
    body = organization_at(words, end - 1, known, in_post=True)
    if post.takes == UNIT:  # `Kepala Bagian Umum` heads no body
        return body is not None and body.end > end and organization_kinds()[body.kind].shape == "area"
    registered = body is not None and (body.body is not None or organization_kinds()[body.kind].shape in ("area", "field"))
    heads = words.at(end - 1, "head", OrganizationKind)
    if body is not None and any(stop > end and kind.id == ASSOCIATION for stop, kind in heads):  # `Dewan Pendidikan Sleman`
        registered = registered or words.is_at(body.end - 1, "region")
    return body is not None and body.end > end and registered


def _chief(words: Words, staff: PostName, known: Known) -> PostName | None:
    """`Staf Khusus Bupati Sleman`, `Asisten I Sekda Sleman`: whoever serves the holder of a post is of the same body."""
    chief = _rank(words, staff.end, known) if words.same_sentence(staff.start, staff.end) else None
    if chief is None or words.lower(chief.start - 1) == ")":
        return None
    title = words.written(staff.start, chief.end)
    return replace(staff, end=chief.end, title=title, body=chief.body, area=chief.area, larger=chief.larger)


@cache
def _chairs() -> dict[str, Post]:
    """The ranks of those who chair something, by its name: `pansus`, `majelis hakim`."""
    forms = ((form.lower(), post) for post in posts() for form in post.forms)
    return {form.removeprefix(CHAIR): post for form, post in forms if form.startswith(CHAIR)}


def _chair_before(words: Words, i: int) -> Post | None:
    """`Pansus A beranggotakan 15 orang, | diketuai Rahmat`: the rank of whoever chairs what is named before the verb; of names
    in one run the first (`Komisi A DPRD Sleman diketuai Rahmat`: no chair of the council)."""
    found = None
    for k in range(i - 1, max(0, i - LONGEST_CHAIRED) - 1, -1):
        if not words.same_sentence(k, i) or (found is not None and not words.text[k][0].isupper()):
            break
        names = (words.written(k, k + size).lower() for size in (2, 1))
        found = next((_chairs()[name] for name in names if name in _chairs()), found)
    return found


def _rank(words: Words, i: int, known: Known) -> PostName | None:
    for end, post in words.at(i, "post", Post):
        if end < len(words) and words.text[end] == "-":  # `Ketua-ketua`
            continue
        if words.lower(i) == CHAIRED:
            chair = _chair_before(words, i)
            return PostName(i, end, chair.post, chair.post, chair) if chair is not None else None
        if post.takes in (UNIT, "body") and _begins_a_body(words, i, end, post, known):
            continue
        start = PostName(i, past_short_form(words, i, end), post.post, words.written(i, end), post)
        if start.rank.lower() in name_cues("staff") and (chief := _chief(words, start, known)) is not None:
            return chief
        if (found := complete(words, start, known)) is not None:
            return found
    return None
