"""Who is meant: one person for all forms of a name, the holder of each post, posts whose holder the article does not name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rapidfuzz.distance.Levenshtein import distance

from graph.extraction.bodies import Bodies
from graph.extraction.evidence import evidence
from graph.extraction.names import PersonName
from graph.extraction.persons import joined_name_end
from graph.extraction.places import Areas
from graph.extraction.posts import AREAS, PostName
from graph.extraction.reading import Mention, Reading
from graph.extraction.scan import Names
from graph.extraction.words import Words
from graph.facts import Certainty, HoldsPost, Key, Person, Span
from ontology.name_cues import name_cues

NICKNAME = 4
"""Letters of a short form of a name: `Budi` for Budiono, `Silf` would be one letter short of telling."""
MISPRINT = 6
"""Letters from which on one wrong letter still shows the name: `Budi` and `Rudi` are two people, `Amitya` and `Aminya` one."""


@dataclass(slots=True)
class Holding:
    """A post named in the text and who holds it: the person's key, or None while nobody is named."""

    post: PostName
    body: Key | None
    person: Key | None = None
    rule: str = ""


def find_holders(reading: Reading, words: Words, names: Names, areas_of: Areas, bodies_of: Bodies) -> None:
    """Persons as entities, who holds which post, and a mention for each name and post."""
    keys = _persons(reading, words, names)
    starts = {person.start: (person, key) for (person, _), key in zip(names.persons, keys, strict=True)}
    ends = {person.end: key for (person, _), key in zip(names.persons, keys, strict=True)}
    holdings = [Holding(post, _body(reading, post, areas_of, bodies_of)) for post in names.posts]
    for holding in holdings:
        _name_holder(words, holding, starts, ends)
    _share_lists(words, holdings, starts)
    _claim(reading, words, holdings)
    _unnamed(reading, words, holdings)
    reading.mentions.sort(key=lambda m: (m.start, -m.end))


def _persons(reading: Reading, words: Words, names: Names) -> list[Key]:
    """One person for all forms of a name: the parts of a longer name, the last bearer first; nicknames by their beginning."""
    order = sorted(range(len(names.persons)), key=lambda k: (-_parts(names.persons[k][0]), k))
    keys: dict[int, Key] = {}
    people: list[Person] = []
    for k in order:
        person, rule = names.persons[k]
        aliased = _aliased(words, names, k, keys)
        known = aliased or _known(person.name, people)
        if known is None:
            known = f"person/{len(people) + 1}"
            people.append(Person(key=known, name=person.name))
        keys[k] = known
        _add_mention(reading, words, people, known, person, rule)
    for entity in people:
        reading.entities[entity.key] = entity
    return [keys[k] for k in range(len(names.persons))]


def _parts(person: PersonName) -> int:
    return len([p for p in person.name.split() if len(p.rstrip(".")) > 1])


def _aliased(words: Words, names: Names, k: int, keys: dict[int, Key]) -> Key | None:
    """The person before the bracket that holds this name: `Rahmat Hidayat (Kang Mamat)`."""
    person, _ = names.persons[k]
    if words.lower(person.start - 1) != "(" or words.lower(person.end) != ")":
        return None
    return next((key for i, key in keys.items() if names.persons[i][0].end == person.start - 1), None)


def _known(name: str, people: list[Person]) -> Key | None:
    """The person whose name has all parts of `name`: equal, beginning alike, an initial for a part."""
    parts = [p.rstrip(".").casefold() for p in name.split()]
    for person in people:
        for form in (person.name, *person.names):
            others = [p.rstrip(".").casefold() for p in form.split()]
            if all(any(_same_part(p, o) for o in others) for p in parts) and any(len(p) > 1 for p in parts):
                return person.key
    for person in people:
        others = [p.casefold() for p in person.name.split()]
        if len(parts) == 1 and len(parts[0]) >= NICKNAME and any(_like(parts[0], o) for o in others):
            return person.key
    return None


def _like(part: str, other: str) -> bool:
    """A nickname (`Budi` for Budiono) or a misprint: `Amintya` for Amitya differs by one letter of seven."""
    return other.startswith(part) or (min(len(part), len(other)) >= MISPRINT and distance(part, other) <= 1)


def _same_part(part: str, other: str) -> bool:
    return part == other or (len(part) == 1 and other.startswith(part)) or (len(other) == 1 and part.startswith(other))


def _add_mention(reading: Reading, words: Words, people: list[Person], key: Key, person: PersonName, rule: str) -> None:
    k = next(i for i, p in enumerate(people) if p.key == key)
    span = Span(words.start[person.first], words.end[person.last - 1])
    old = people[k]
    people[k] = replace(
        old,
        names=old.names if person.name in (old.name, *old.names) else (*old.names, person.name),
        mentions=tuple(sorted((*old.mentions, span))),
        honorifics=tuple(dict.fromkeys((*old.honorifics, *person.honorifics))),
        degrees=tuple(dict.fromkeys((*old.degrees, *person.degrees))),
    )
    reading.mentions.append(Mention(span.start, span.end, "person", person.name, "", rule, key))


def _body(reading: Reading, post: PostName, areas_of: Areas, bodies_of: Bodies) -> Key | None:
    """Whose post it is: the body named, the government of the area named, else the region's where the post is a government's."""
    if post.body is not None:
        return bodies_of.key_of(post.body)
    if post.area is not None:
        return bodies_of.government(areas_of.key_of(post.area))
    takes = post.post.takes
    if takes == "negara":
        return None
    region = areas_of.region_key()
    if region is None or takes not in (*AREAS[1:4], "government"):
        return None
    area = reading.entities[region]
    if takes == "government" or getattr(area, "kind", "") == takes:
        return bodies_of.government(region)
    return None


def _name_holder(words: Words, holding: Holding, starts: dict[int, tuple[PersonName, Key]], ends: dict[int, Key]) -> None:
    """The name right after the post, else the name that `selaku` or a comma joins to it."""
    post = holding.post
    if post.plural or words.written(max(0, post.start - 2), post.start).lower().endswith(tuple(name_cues("seat"))):
        return
    i = post.end
    while words.same_sentence(post.start, i) and i - post.end < 3 and not words.text[i][0].isalnum():
        i += 1
    if i in starts and starts[i][0].start == i and words.same_sentence(post.start, i):
        holding.person, holding.rule = starts[i][1], "posts.before-name"
        return
    end = joined_name_end(words, post)
    if end is not None and end in ends and words.same_sentence(end - 1, post.start):
        holding.person, holding.rule = ends[end], "posts.after-name"


def _share_lists(words: Words, holdings: list[Holding], starts: dict[int, tuple[PersonName, Key]]) -> None:
    """`Wakil Ketua I dan Ketua DPRD Andi Saputra dan Budi Santoso`: posts joined by `dan`, then as many names."""
    for first, second in zip(holdings, holdings[1:], strict=False):
        if first.person is not None or second.rule != "posts.before-name" or second.post.start - first.post.end != 1:
            continue
        if words.lower(first.post.end) in ("/", "sekaligus", "merangkap"):  # `Menteri LH/Kepala BPLH Rahmat Hidayat`
            first.person, first.rule = second.person, "posts.two-at-once"
            continue
        i = second.post.end
        named, key = starts.get(i, (None, ""))
        if named is None or words.lower(first.post.end) not in ("dan", ","):
            continue
        after = starts.get(named.end + 1) if words.lower(named.end) in ("dan", ",") else None
        if after is not None:
            first.person, first.rule = key, "posts.shared-list"
            second.person, second.rule = after[1], "posts.shared-list"
            first.body = first.body or second.body


def _claim(reading: Reading, words: Words, holdings: list[Holding]) -> None:
    """One claim for each person, rank and body; a later naming without the body adds nothing."""
    seen: set[tuple[Key, str, Key | None]] = set()
    for holding in holdings:
        person, post = holding.person, holding.post
        if person is None or holding.rule in reading.off:
            continue
        body = holding.body
        if body is None and post.post.takes in ("body", "unit", "agency", "head"):
            body = _body_before(reading, words, post)
        key = (person, post.rank, body)
        if key in seen or (body is None and any(k[:2] == key[:2] for k in seen)):
            continue
        seen.add(key)
        start, end = words.start[post.start], words.end[post.end - 1]
        named = [m for m in reading.mentions if m.key == person and m.type == "person"]
        near = min(named, key=lambda m: min(abs(m.start - end), abs(start - m.end)))
        span = evidence(reading, min(start, near.start), max(end, near.end))
        stated = post.body is not None or post.area is not None
        reading.claims.append(
            HoldsPost(
                person=person, post=post.rank, title=post.title, body=body, acting=post.acting, former=post.former,
                span=span, rule=holding.rule, certainty=Certainty.STATED if stated else Certainty.INFERRED,
            )
        )  # fmt: skip


def _body_before(reading: Reading, words: Words, post: PostName) -> Key | None:
    """`Tim BPK ... yang dipimpin Leo Marbun selaku Pengendali Teknis`: the body named before the post in the same sentence,
    else the last one of the article before it."""
    at = words.start[post.start]
    before = [m for m in reading.mentions if m.type == "organization" and m.end <= at and not m.kind.startswith("pemerintah")]
    return before[-1].key if before else None


def _unnamed(reading: Reading, words: Words, holdings: list[Holding]) -> None:
    """Posts without a name: the article's own holder of that post, else a person without a name."""
    made: dict[tuple[str, Key | None], Key] = {}
    people = sum(key.startswith("person/") for key in reading.entities)
    for holding in holdings:
        post = holding.post
        if post.plural or post.former:
            continue
        start, end = words.start[post.start], words.end[post.end - 1]
        seat = words.written(max(0, post.start - 2), post.start).lower().endswith(tuple(name_cues("seat")))
        if holding.person is None and not seat:
            holding.person = _holder(holdings, holding) or made.get((post.rank, holding.body))
            told = post.post.exclusive or post.body is not None  # one `Anggota DPRD` of many is nobody in particular
            if holding.person is None and holding.body is not None and told and words.text[post.start][0].isupper():
                people += 1
                key = made[post.rank, holding.body] = holding.person = f"person/{people}"
                reading.entities[key] = Person(key=key, mentions=(Span(start, end),))
                reading.claims.append(
                    HoldsPost(
                        person=key, post=post.rank, title=post.title, body=holding.body, acting=post.acting,
                        span=evidence(reading, start, end), rule="posts.unnamed",
                    )
                )  # fmt: skip
        if holding.person is not None and not seat:
            reading.mentions.append(Mention(start, end, "post", post.title, post.rank, "posts.named", holding.person))


def _holder(holdings: list[Holding], wanted: Holding) -> Key | None:
    """The only person of the article who holds this rank, in the same body where both posts name one."""
    same = [h for h in holdings if h.rule and h.post.rank == wanted.post.rank and h.person is not None]
    fitting = {h.person for h in same if h.body == wanted.body or wanted.body is None or h.body is None}
    return fitting.pop() if len(fitting) == 1 else None
