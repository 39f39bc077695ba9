"""Which persons are one: name, region, post and body and date. Only exclusive posts tell two bearers of one name apart."""

from __future__ import annotations

from graph.identity.dates import attested, years_apart
from graph.identity.local import regions_meet
from graph.identity.matching import NEVER, Feature, Match
from graph.identity.person_names import NameMatch, compare_names
from graph.identity.persons import Someone

UNCOMMON = 3
"""Parts of a name that two people of one region seldom share: `Siti Rahayu` many, `Siti Rahayu Kusumaningrum` few."""
LONGEST_TENURE = 10
"""Two terms of five years: who held the post more than ten years before is another person of that name."""


def name_match(a: Someone, b: Someone) -> NameMatch:
    return compare_names(a.name, b.name)


def exclusive_posts_meet(a: Someone, b: Someone) -> Match | None:
    """Both hold posts that nobody holds together, in two areas, over days that meet."""
    for post, other in ((x, y) for x in a.posts for y in b.posts if x.exclusive and y.exclusive):
        if not (post.code and other.code) or post.code == other.code:
            continue
        span = attested(p.date for p in a.posts if (p.rank, p.body) == (post.rank, post.body))
        if span.meets(attested(p.date for p in b.posts if (p.rank, p.body) == (other.rank, other.body))):
            return Match(-1, f"at one time {post.rank} ({post.code}) and {other.rank} ({other.code})")
    return None


def other_full_name(a: Someone, b: Someone) -> Match | None:
    """Two full names that do not go together; this parts whole clusters."""
    full = all(sum(len(part) > 1 for part in x.name) > 1 for x in (a, b))
    return Match(-1, "other name") if full and name_match(a, b) is NameMatch.OTHER else None


def other_name(a: Someone, b: Someone) -> Match | None:
    """Two short names without relation: `Rina` and `Wulandari` may yet both be Rina Wulandari."""
    return Match(-1, "other name") if name_match(a, b) is NameMatch.OTHER else None


def same_name(a: Someone, b: Someone) -> Match | None:
    """Equal names of two parts or more."""
    return Match(1, "same full name") if len(a.name) > 1 and name_match(a, b) is NameMatch.SAME else None


def initials(a: Someone, b: Someone) -> Match | None:
    return Match(1, "initials fit") if name_match(a, b) is NameMatch.INITIALS else None


def part_of_name(a: Someone, b: Someone) -> Match | None:
    return Match(1, "part of the full name") if name_match(a, b) is NameMatch.PART else None


def spelling(a: Someone, b: Someone) -> Match | None:
    return Match(1, "same name, spelt otherwise") if name_match(a, b) is NameMatch.SPELLING else None


def single_name(a: Someone, b: Someone) -> Match | None:
    """One part alone, equal to the other's only part or to one of its parts."""
    single = min(len(a.name), len(b.name)) == 1 and name_match(a, b) in (NameMatch.SAME, NameMatch.SINGLE)
    return Match(1, "a name of one part fits") if single else None


def same_region(a: Someone, b: Someone) -> Match | None:
    """One region in the other. A minister belongs to all of them, but there is a Budi Santoso who is a minister and another
    who chairs a council: who has a post of a region is not met there.
    """
    two_posts = (a.region == "ID") != (b.region == "ID") and a.posts and b.posts
    return Match(1, "same region") if regions_meet(a.region, b.region) and not two_posts else None


def same_post(a: Someone, b: Someone) -> Match | None:
    """The same post of the same body, no further apart than one person can have held it."""
    for post in a.posts:
        for other in b.posts:
            gap = years_apart(post.date, other.date)
            if post.body and post.body == other.body and _ranks_agree(post.rank, other.rank) and (gap or 0) <= LONGEST_TENURE:
                return Match(1, f"same post ({post.rank})")
    return None


def _ranks_agree(a: str, b: str) -> bool:
    """`Kepala` of an agency is its `Kepala Dinas`; `Wali Kota` is not `Wakil Wali Kota`."""
    return a == b or a.startswith(b + " ") or b.startswith(a + " ")


def same_body(a: Someone, b: Someone) -> Match | None:
    """Equal full names in two posts of one body."""
    shared = {post.body for post in a.posts} & {post.body for post in b.posts} - {""}
    return Match(1, "same body") if shared and name_match(a, b) is NameMatch.SAME else None


def both_parts_in_article(a: Someone, b: Someone) -> Match | None:
    """One article calls the holder of a post now by one part of the full name, now by another."""
    for alone, full in ((a, b), (b, a)):
        held = {(post.rank, post.body) for post in full.posts}
        if any(part in full.name and part not in alone.name and (rank, body) in held for part, rank, body in alone.beside):
            return Match(1, "the same article gives the post to another part of this name")
    return None


def passive_and_official(a: Someone, b: Someone) -> Match | None:
    """One does nothing in public and is given no post, the other holds one: a name of two parts does not make an official of
    a citizen. Ministers and heads of regions are known by their names.
    """
    for citizen, official in ((a, b), (b, a)):
        if citizen.passive and official.posts and len(citizen.name) < UNCOMMON and not any(p.prominent for p in official.posts):
            return Match(-1, "one holds a post, the other does nothing in public")
    return None


FEATURES: tuple[Feature[Someone], ...] = (
    Feature(other_full_name, NEVER, "Rina Wulandari, Rini Kusumawati", parts=True),
    Feature(other_name, NEVER, "Rina, Wulandari"),
    Feature(exclusive_posts_meet, NEVER, "two of the name Hasan Basri: Camat here and Lurah there in one month", parts=True),
    Feature(same_name, 0.7, "Rina Wulandari, Rina Wulandari"),
    Feature(initials, 0.5, "A. Suherman, Achmad Suherman"),
    Feature(part_of_name, 0.5, "Rina Wulandari, Rina Sri Wulandari"),
    Feature(spelling, 0.4, "Bangkit Hariyo, Bangkit Haryo"),
    Feature(single_name, 0.3, "Wulandari, Rina Wulandari"),
    Feature(same_region, 0.3, "both of Kota Magelang; a minister anywhere"),
    Feature(same_post, 0.6, "both Camat of Magelang Selatan, two years apart"),
    Feature(same_body, 0.3, "Rina Wulandari, now secretary and now head of one agency, in articles about two regions"),
    Feature(both_parts_in_article, 0.4, "`Bupati Wulandari` and later `kata Rina` in one article about Rina Wulandari"),
    Feature(passive_and_official, 0.3, "Siti Rahayu got rice; Siti Rahayu is a Lurah", parts=True),
)
