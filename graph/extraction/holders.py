"""Who holds which post: the name beside it, the article's own holder, or somebody whom the article does not name."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from graph.extraction.bodies import Bodies
from graph.extraction.evidence import evidence
from graph.extraction.holdings import Found, Holding, Scene, is_seat
from graph.extraction.joined_posts import is_over, joined_name_end
from graph.extraction.name_shapes import after_forms, past_filling, past_unknown_title
from graph.extraction.people import find_people
from graph.extraction.persons import past_place
from graph.extraction.places import Areas
from graph.extraction.pointed_posts import this_one
from graph.extraction.post_lists import members, several, shared_list
from graph.extraction.post_names import PostName
from graph.extraction.post_owners import body_meant, body_of, command_of_area, share_areas, share_bodies, share_small_areas
from graph.extraction.reading import Mention, Reading
from graph.extraction.rules import rule
from graph.extraction.scan import Names
from graph.extraction.several_holders import is_of_several
from graph.extraction.successions import moved, succeeded, taken_by_leavers
from graph.extraction.suspects import find_suspects
from graph.extraction.words import Words
from graph.facts import Certainty, HoldsPost, Key, Organization, Person, Span
from ontology.name_cues import name_cues

APART = 3
"""Words between a post and its holder that are no words: `Wakil Bupati "` has one, `Lurah Sukamaju, "` two."""
DOES = re.compile("me|di|ber|ter")
"""What verbs begin with."""
NUMBER = "number"
"""What completes the posts of neighbourhoods, whose holders are too many to stand for them unnamed."""
LONGEST_ORIGIN = 9
"""Words from `dari` to the post behind: `dari Dinas Arsip dan Perpustakaan Daerah (Arpusda) sebagai ketua` has nine."""


def find_holders(reading: Reading, words: Words, names: Names, areas_of: Areas, bodies_of: Bodies) -> None:
    """Persons as entities, a claim for each post that somebody holds, and a mention for each name and post."""
    keys = find_people(reading, words, names)
    find_suspects(reading)
    scene = Scene(words, [Holding(post, body_of(reading, post, areas_of, bodies_of)) for post in names.posts])
    for (person, _), key in zip(names.persons, keys, strict=True):
        scene.starts[person.start] = (person, key)
        scene.ends[person.end] = key
    share_areas(scene)
    share_small_areas(reading, scene, bodies_of)
    share_bodies(scene, {body.end: bodies_of.key_of(body) for body in names.organizations})
    for name, find in _RULES.items():
        for holding, key in find(reading, scene):
            holding.person, holding.rule = key, name
    _claim_named(reading, scene, areas_of, bodies_of)
    _name_again(scene)
    _claim_unnamed(reading, scene)
    _mention(reading, scene)
    reading.mentions.sort(key=lambda m: (m.start, -m.end))


@rule("posts.before-name", example="Lurah Sukamaju, Darmawan; Kepala Dinas Sosial Rini Astuti")
def before_name(reading: Reading, scene: Scene) -> Found:
    """The name stands right after the post, nothing but punctuation between."""
    found: Found = []
    taken = taken_by_leavers(scene)
    for holding in scene.holdings:
        post, words = holding.post, scene.words
        if post.start in taken and words.lower(post.end) == ",":
            continue
        i = past_unknown_title(words, past_place(words, past_filling(words, post.end)))
        while words.same_sentence(post.start, i) and i - post.end < APART + 4 and _is_between(words, i):
            i += 1
        if post.plural or _is_behind(scene, post) or (is_seat(scene.words, post) and i > post.end):
            continue
        if i in scene.starts and words.same_sentence(post.start, i):
            found.append((holding, scene.starts[i][1]))
    return found


def _is_behind(scene: Scene, post: PostName) -> bool:
    """`Rahmat (Ketua), Sari (Sekretaris)`; `Rahmat dari Dinas Sosial sebagai ketua, Ibu Sari`: the holder stands before."""
    words = scene.words
    if words.lower(post.start - 1) == "(" and words.lower(post.end) == ")":
        return post.start - 1 in scene.ends
    return words.lower(post.start - 1) != "," and words.lower(post.end) == "," and _name_behind(scene, post) is not None


def _name_behind(scene: Scene, post: PostName) -> int | None:
    """The end of the name that is joined to the post behind it, or to the body that its bearer is `dari`; None if none is."""
    words, end = scene.words, joined_name_end(scene.words, post)
    beside = post.start in scene.ends and words.same_sentence(post.start - 1, post.start)
    if end is None and beside and (post.body is not None or post.area is not None):
        return post.start  # `Iptu Nurlina Kanit PPA Polres Sleman`
    if end is None or end in scene.ends or words.lower(post.start - 1) == ",":
        return end if end in scene.ends else None
    origins = range(end - 1, max(0, end - LONGEST_ORIGIN), -1)
    origin = next((k for k in origins if words.lower(k) == "dari" and words.same_sentence(k, end)), end)
    return origin if origin in scene.ends else None


def _is_between(words: Words, i: int) -> bool:
    """A comma or a quotation mark before the holder's name, or `ibu`."""
    return not words.text[i][0].isalnum() or words.lower(i) in name_cues("courtesy")


@rule("posts.after-name", example="Budiarto, selaku Kepala Disnaker; Sapardi, Sekretaris Daerah Kabupaten Sleman,")
def after_name(reading: Reading, scene: Scene) -> Found:
    """`selaku`, `sebagai` or a comma joins the post to the name before it."""
    found: Found = []
    for holding in scene.holdings:
        end = _name_behind(scene, holding.post)
        if end is None or _is_source(scene, end, holding.post) or _is_next(scene, end, holding.post):
            continue
        if holding.person is None and not holding.post.plural and not is_seat(scene.words, holding.post):
            holding.post = replace(holding.post, former=holding.post.former or is_over(scene.words, holding.post))
            found.append((holding, scene.ends[end]))
    return found


def _is_source(scene: Scene, end: int, post: PostName) -> bool:
    """`Menurut Rahmat, Gubernur Lampung dijadwalkan hadir`: the post behind the comma is somebody else's."""
    start = next((person.start for person, _ in scene.starts.values() if person.end == end), 0)
    words = scene.words
    told = words.lower(start - 1) in name_cues("source") or (
        words.lower(start - 1) in after_forms() and words.opens_sentence(start - 1)  # `Lanjut Rahmat, Plt Direktur harus ...`
    )
    return words.lower(end) == "," and told and words.lower(post.end) != ","


def _is_next(scene: Scene, end: int, post: PostName) -> bool:
    """`Dandim Sleman Rahmat, Kapolres Sleman diwakili ...`, `Ketua LPM Rahmat, Babinsa, Kader dan warga`, `didampingi Sekda
    Rahmat, Bupati meninjau ...`: somebody who has a post before his name is followed by the next of a list or clause, unless a
    verb behind the comma tells what he does: `Sekda Rahmat, Plt Camat Boja, meninjau`."""
    words = scene.words
    behind = words.lower(post.end + (words.lower(post.end) == "yang"))
    if words.lower(end) != "," or end != post.start - 1:
        return False
    if behind.startswith("diwakil"):
        return True
    person = next((person for person, _ in scene.starts.values() if person.end == end), None)
    start = person.start - (words.lower(person.start - 1) == ",") if person is not None else 0
    if person is None or not any(h.post.end == start for h in scene.holdings):
        return False
    closed = behind == "," and words.same_sentence(end, post.end + 1) and (post.area is not None or post.body is not None)
    does = closed and DOES.match(words.text[post.end + 1]) is not None
    return not does and words.lower(post.end + 1) not in name_cues("adverb") | after_forms()


@rule("posts.two-at-once", example="Menteri Lingkungan Hidup/Kepala BPLH Rahmat Hidayat")
def two_at_once(reading: Reading, scene: Scene) -> Found:
    """Two posts joined by a stroke or `sekaligus` have one holder, and one body where only one names it."""
    found: Found = []
    for first, second in zip(scene.holdings, scene.holdings[1:], strict=False):
        joined = second.post.start - first.post.end == 1 and scene.words.lower(first.post.end) in name_cues("two-posts")
        if not joined or (first.person is None) == (second.person is None):
            continue
        first.body, second.body = _shared(reading, first, second), _shared(reading, second, first)
        found += [(first, second.person)] if second.person is not None else []
        found += [(second, first.person)] if first.person is not None else []
    return found


def _shared(reading: Reading, holding: Holding, other: Holding) -> Key | None:
    """The body of a post, else of the one joined to it; but no government has the `Ketua Panitia` that its head is too."""
    theirs = reading.entities.get(other.body or "")
    governs = isinstance(theirs, Organization) and theirs.kind.startswith("pemerintah")
    return holding.body or (None if governs and holding.post.post.takes == "body" else other.body)


_RULES: dict[str, Callable[[Reading, Scene], Found]] = {
    "posts.before-name": before_name,
    "posts.after-name": after_name,
    "posts.two-at-once": two_at_once,
    "posts.shared-list": shared_list,
    "posts.moved": moved,
    "posts.succeeded": succeeded,
    "posts.several": several,
    "posts.members": members,
    "posts.this-one": this_one,
}


def _claim_named(reading: Reading, scene: Scene, areas_of: Areas, bodies_of: Bodies) -> None:
    """One claim for each person, rank and body; a later naming without the body adds nothing."""
    seen: set[tuple[Key, str, Key | None]] = set()
    for holding in scene.holdings:
        person, post = holding.person, holding.post
        if person is None:
            continue
        if holding.body is None and any(k[0] == person and k[1].startswith(f"{post.rank} ") for k in seen):
            continue  # `Ketua DPRD Sleman Rahmat ... Ketua Dewan Rahmat`
        if holding.body is None and not any(k[:2] == (person, post.rank) for k in seen):
            meant = body_meant(reading, post.post, scene.words.start[post.start])
            holding.body = meant or command_of_area(reading, post, areas_of, bodies_of)
        key = (person, post.rank, holding.body)
        told = post.body is not None or post.area is not None
        if not told and any(k[:2] == key[:2] for k in seen):
            continue  # `Asisten II Rahmat`, after the secretariat that he is of
        if key in seen or (holding.body is None and any(k[:2] == key[:2] for k in seen)):
            continue
        seen.add(key)
        at = scene.words.span(post.start, post.end)
        named = [m for m in reading.mentions if m.key == person and m.type == "person"]
        near = min(named, key=lambda m: min(abs(m.start - at.end), abs(at.start - m.end)))
        span = evidence(reading, min(at.start, near.start), max(at.end, near.end))
        _claim(reading, holding, person, span, holding.rule)


def _claim(reading: Reading, holding: Holding, person: Key, span: Span, rule_name: str) -> None:
    post = holding.post
    stated = post.body is not None or post.area is not None
    reading.claims.append(
        HoldsPost(
            person=person,
            post=post.rank,
            title=post.title,
            body=holding.body,
            acting=post.acting,
            former=post.former,
            span=span,
            rule=rule_name,
            certainty=Certainty.STATED if stated else Certainty.INFERRED,
        )
    )


def _name_again(scene: Scene) -> None:
    """A post without a name means the only person of the article who holds that rank, in the same body where both name one;
    `tiga anggota DPRD` means nobody."""
    named = [h for h in scene.holdings if h.rule and h.person is not None]
    for holding in scene.holdings:
        if (
            holding.person is None
            and not holding.post.plural
            and not holding.post.former
            and not is_seat(scene.words, holding.post)
            and not is_of_several(scene.words, holding.post)
        ):
            same = [h for h in named if h.post.rank == holding.post.rank] or [h for h in named if _is_head_of_same(h, holding)]
            fitting = {h.person for h in same if h.body == holding.body or holding.body is None or h.body is None}
            holding.person = fitting.pop() if len(fitting) == 1 else None


def _is_head_of_same(holding: Holding, other: Holding) -> bool:
    """`Kepala Kanwil Kemenag Aceh` and `Kakanwil Kemenag Aceh`: the rank tells more or less of the body's kind."""
    ranks = sorted((holding.post.rank, other.post.rank))
    return holding.body is not None and holding.body == other.body and ranks[1].startswith(f"{ranks[0]} ")


@rule("posts.unnamed", example="Wali Kota Magelang memimpin rapat (and no name in the article)")
def unnamed(reading: Reading, scene: Scene) -> list[Holding]:
    """A post that one person holds, or the post of a named body, stands for its holder whom the article does not name."""
    return [
        holding
        for holding in scene.holdings
        if holding.person is None
        and holding.body is not None
        and not (holding.post.plural or holding.post.former or is_seat(scene.words, holding.post))
        and (holding.post.post.exclusive or (holding.post.body is not None and holding.post.post.takes != NUMBER))
        and scene.words.text[holding.post.start][0].isupper()
    ]


def _claim_unnamed(reading: Reading, scene: Scene) -> None:
    made: dict[tuple[str, Key | None], Key] = {}
    people = sum(isinstance(e, Person) for e in reading.entities.values())
    for holding in unnamed(reading, scene):
        known = (holding.post.rank, holding.body)
        holding.person = made.get(known)
        if holding.person is None:
            people += 1
            key = made[known] = holding.person = f"person/{people}"
            span = scene.words.span(holding.post.start, holding.post.end)
            reading.entities[key] = Person(key=key, mentions=(span,))
            _claim(reading, holding, key, evidence(reading, span.start, span.end), "posts.unnamed")


def _mention(reading: Reading, scene: Scene) -> None:
    for holding in scene.holdings:
        if holding.person is not None and not is_seat(scene.words, holding.post):
            span = scene.words.span(holding.post.start, holding.post.end)
            name, rank = holding.post.title, holding.post.rank
            reading.mentions.append(
                Mention(span.start, span.end, "post", name, rank, holding.rule or "posts.again", holding.person)
            )
