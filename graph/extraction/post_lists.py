"""Posts that several hold: one behind another with as many names, deputies and members in a list."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.holdings import Found, Holding, Scene
from graph.extraction.joined_posts import joined_name_end
from graph.extraction.name_shapes import past_filling
from graph.extraction.names import PersonName
from graph.extraction.post_names import PostName
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.several_holders import is_of_several, past_party
from graph.facts import Key
from ontology.name_cues import name_cues
from ontology.posts import posts

MEMBER = "Anggota"
WITH_CHIEF = "wakilnya"
"""The deputy of whoever is named before."""


@rule("posts.shared-list", example="Wakil Ketua I dan Ketua DPRD Andi Saputra dan Budi Santoso")
def shared_list(reading: Reading, scene: Scene) -> Found:
    """Two posts joined by `dan` are followed by as many names, in the same order."""
    found: Found = []
    joints = name_cues("joint") | {","}
    for first, second in zip(scene.holdings, scene.holdings[1:], strict=False):
        if first.person is not None or second.rule != "posts.before-name" or second.post.start - first.post.end != 1:
            continue
        comma = scene.words.lower(second.post.end) == ","  # `Bupati dan Wakil Bupati Sleman, Andi Saputra dan Budi Santoso`
        person, key = scene.starts.get(second.post.end + comma, (None, ""))
        if person is None or scene.words.lower(first.post.end) not in joints or scene.words.lower(person.end) not in joints:
            continue
        if (after := scene.starts.get(person.end + 1)) is not None:
            found += [(first, key), (second, after[1])]
            if first.body is None:
                first.body, first.post = second.body, _in_council(first.post, second.post)
    return found


def _in_council(first: PostName, second: PostName) -> PostName:
    """`Wakil Ketua I dan Ketua DPRD`: the first is Wakil Ketua DPRD."""
    rank = f"{first.rank} {second.rank.split()[-1]}"
    return replace(first, rank=rank) if any(post.post == rank for post in posts()) else first


@rule("posts.several", example="didampingi dua Wakil Ketua DPRD, Andi Saputra dan Budi Santoso")
def several(reading: Reading, scene: Scene) -> Found:
    """A number or a word for many before a post, or `wakilnya` behind its chief, says that the names in the list behind it
    share it."""
    found: Found = []
    for holding in [*scene.holdings, *_deputies(scene)]:
        told = holding.post.title != WITH_CHIEF
        if told and not is_of_several(scene.words, holding.post):
            continue
        listed = _listed_behind(scene, holding.post)
        shares = [replace(holding) for _ in listed]
        if len(listed) > 1 or not told:
            scene.holdings.extend(shares)
            found += zip(shares, listed, strict=True)
    return found


@rule("posts.members", example="anggota DPRD Sleman Andi Saputra dan Hj. Sari Dewi")
def members(reading: Reading, scene: Scene) -> Found:
    """Of members several may follow the one post, the last behind `dan`, before no post of his own."""
    found: Found = []
    for holding in [h for h in scene.holdings if h.rule == "posts.before-name" and h.post.rank.startswith(MEMBER)]:
        first = next(
            (person for person, key in scene.starts.values() if key == holding.person and person.start >= holding.post.end),
            None,
        )
        for _, key in _next_members(scene, first) if first is not None else ():
            share = replace(holding)
            scene.holdings.append(share)
            found.append((share, key))
    return found


def _next_members(scene: Scene, first: PersonName) -> list[tuple[PersonName, Key]]:
    """The persons of the list that `first` begins, up to the one behind `dan`; none where the list has no `dan`."""
    found: list[tuple[PersonName, Key]] = []
    joined = {joined_name_end(scene.words, h.post) for h in scene.holdings if h.rule == "posts.after-name"}
    last, joint = first, ""
    while joint not in name_cues("joint"):
        comma = scene.words.lower(last.end) == "," and scene.words.lower(last.end + 1) in name_cues("joint")
        k = last.end + comma  # `Sudirman, dan Sari` has one before the last
        behind = scene.starts.get(k + 1)
        if behind is None:
            return []
        joint = scene.words.lower(k)
        if (joint != "," and joint not in name_cues("joint")) or behind[0].end in joined:
            return []
        found.append(behind)
        last = behind[0]
    return found


def _deputies(scene: Scene) -> list[Holding]:
    """`Ketua DPRD Sleman, Rahmat, didampingi dua wakilnya, ...`: the deputies of whoever is named with the post before."""
    found: list[Holding] = []
    for i in [k for k, lower in enumerate(scene.words.lowers) if lower == WITH_CHIEF]:
        chiefs = [h for h in scene.holdings if h.post.end <= i and scene.words.same_sentence(h.post.start, i)]
        if not chiefs:
            continue
        chief = chiefs[-1]
        deputy = next((post for post in posts() if post.post == f"Wakil {chief.post.rank}"), None)
        if deputy is not None:
            post = replace(chief.post, start=i, end=i + 1, rank=deputy.post, title=WITH_CHIEF, post=deputy)
            found.append(Holding(post, chief.body))
    return found


def _listed_behind(scene: Scene, post: PostName) -> list[Key]:
    """The persons of a list right behind a post: `, antara lain Andi Saputra (PKB), Sari Dewi dan Budi Santoso`."""
    found: list[Key] = []
    k = past_filling(scene.words, post.end)
    while scene.words.same_sentence(post.start, k):
        if k in scene.starts:
            person, key = scene.starts[k]
            found.append(key)
            k = past_party(scene.words, person.end)
        elif scene.words.lower(k) in {",", ":", "yakni", "yaitu", *name_cues("joint")}:
            k += 1
        else:
            break
    return found
