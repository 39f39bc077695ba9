"""Persons as entities: one person for all forms of a name in an article."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from rapidfuzz.distance.Levenshtein import distance

from graph.extraction.name_shapes import bearer_end
from graph.extraction.names import PersonName, inner_nicknames
from graph.extraction.patterns import either
from graph.extraction.reading import Mention, Reading
from graph.extraction.scan import Names
from graph.extraction.words import Words
from graph.facts import Key, Person
from ontology.name_cues import name_cues
from ontology.speech_verbs import speech_cues

ALIKE = 3
"""Letters in which a nickname sounds like the name: `Leman` of Sulaiman."""
NICKNAME = 4
"""Letters of a short form of a name: `Budi` for Budiono; three letters (`Sri`) begin too many names."""
LONGEST_POST = 60
"""Characters from `sapaan akrab` to its bearer: `Kepala Dinas Pendidikan dan Kebudayaan Sukamaju |` has 50."""
GOOD = "su"
"""What many names of Java begin with and are called without: `Darmanto` for Sudarmanto."""
LAST = 2
"""The turn of those who are called by a part of their name."""
MISPRINT = 6
"""Letters from which on one wrong letter still shows the name: `Budi` and `Rudi` are two people, `Amitya` and `Aminya` one."""


def find_people(reading: Reading, words: Words, names: Names) -> list[Key]:
    """Add a person for each bearer of a name, with all forms, titles and mentions; the keys of `names.persons` in order.

    The longest names come first, so that parts of them find their bearer; then what they are called behind them, so that a
    nickname finds its bearer wherever it stands.
    """
    nicknames = {person.name for person, _ in names.persons if _is_nickname(words, person) and not _spells_out(words, person)}
    bearers = {bearer_end(words, person) for person, _ in names.persons if not _spells_out(words, person)}
    aliases = {person.name for person, _ in names.persons if _is_told_behind(reading.text, words, person)}
    turns = [_turn(words, person, nicknames, bearers) for person, _ in names.persons]
    for k, (person, _) in enumerate(names.persons):  # `kata Pak Yes, sapaan akrab Bupati Rahmat` waits for him
        if turns[k] == LAST and person.name in aliases:
            turns[k] += 2 - _is_told_behind(reading.text, words, person)
    lengths = [(_parts(person), len(person.name.split())) for person, _ in names.persons]  # `M Fauzi` before `Fauzi`
    order = sorted(range(len(names.persons)), key=lambda k: (turns[k], *(-length for length in lengths[k]), k))
    keys: dict[int, Key] = {}
    people: dict[Key, Person] = {}
    for k in order:
        person, rule_name = names.persons[k]
        others = {key: known for key, known in people.items() if key not in _beside(words, names, k, keys)}
        told = _bearer(words, names, k, keys) or _told_before(reading.text, words, names, k, keys)
        known = told or _known(person.name, others, wife=_is_wife(person))
        key = known or f"person/{len(people) + 1}"
        people[key] = _with_mention(people.get(key) or Person(key=key, name=person.name), words, person)
        keys[k] = key
        span = words.span(person.first, person.last)
        reading.mentions.append(Mention(span.start, span.end, "person", person.name, "", rule_name, key))
    reading.entities.update(people)
    return [keys[k] for k in range(len(names.persons))]


def _turn(words: Words, person: PersonName, nicknames: set[str], bearers: set[int | None]) -> int:
    """Full names and bearers of nicknames, then these, then the rest: `Kang Mamat` of a headline waits for `Rahmat (Kang
    Mamat)`, and that for `M. Rahmat`."""
    if _is_nickname(words, person):
        return 1
    return 0 if person.end in bearers or (_parts(person) > 1 and person.name not in nicknames) else LAST


def _is_nickname(words: Words, person: PersonName) -> bool:
    return bearer_end(words, person) is not None


def _spells_out(words: Words, person: PersonName) -> bool:
    """`Saudara FJ (Ferlan Juliansyah)`: the full name stands in the brackets."""
    return words.text[max(0, person.start - 2)] == "".join(part[0] for part in person.name.split()).upper()


def _parts(person: PersonName) -> int:
    return len([p for p in person.name.split() if len(p.rstrip(".")) > 1])


def _bearer(words: Words, names: Names, k: int, keys: dict[int, Key]) -> Key | None:
    """The person named before a nickname: `Rahmat Hidayat (Kang Mamat)`."""
    end = bearer_end(words, names.persons[k][0])
    return next((key for i, key in keys.items() if names.persons[i][0].end == end), None)


def _is_told_behind(text: str, words: Words, person: PersonName) -> bool:
    return _called_back_pattern().match(text, words.end[person.last - 1]) is not None


def _told_before(text: str, words: Words, names: Names, k: int, keys: dict[int, Key]) -> Key | None:
    """Whose nickname the words behind it tell: `Sulaiman meninjau sawah ... ujar Leman, sapaan akrabnya`. Of those before,
    that is the last whose name sounds like it, else the last.
    """
    person = names.persons[k][0]
    called = _called_back_pattern().match(text, words.end[person.last - 1])
    if called is None:
        return None
    before = sorted((i for i in keys if names.persons[i][0].end <= person.start), reverse=True)
    if not (called["back"] or called["thus"]):
        before = [*_right_behind(text, words, names, called.end(), keys), *before]
    alike = (i for i in before if _sounds_like(person.name, names.persons[i][0].name))
    return next((keys[i] for i in (*alike, *before)), None)


def _right_behind(text: str, words: Words, names: Names, at: int, keys: dict[int, Key]) -> list[int]:
    """Who is named at the end of the words behind `at`: `Kang Mamat, sapaan akrab | Bupati Sukamaju Rahmat Hidayat`."""
    starts = {i: words.start[names.persons[i][0].first] for i in keys}
    near = (i for i, start in starts.items() if at <= start <= at + LONGEST_POST)
    return [i for i in near if not re.search(r"[,.;\n\"“”]", text[at : starts[i]])][:1]


def _sounds_like(nickname: str, name: str) -> bool:
    """`Leman` and `Sulaiman` end alike."""
    short = nickname.rsplit(maxsplit=1)[-1].casefold()
    return any(part[-ALIKE:] == short[-ALIKE:] or part[:ALIKE] == short[:ALIKE] for part in name.casefold().split())


@cache
def _called_back_pattern() -> re.Pattern[str]:
    """`, sapaan akrabnya`, `, begitu ia biasa disapa`; else the words behind tell of whom: `, sapaan akrab Bupati`."""
    pronouns = either(speech_cues("pronoun"))
    called = rf"(?:begitu|demikian)\s+(?:{pronouns})\s+(?:{either(name_cues('called'))})"
    alias = rf"(?:{either(speech_cues('alias'))})(?P<back>nya|\s+(?:{pronouns}))?"
    return re.compile(rf",?\s+(?:{alias}|(?P<thus>{called}))\b")


def _beside(words: Words, names: Names, k: int, keys: dict[int, Key]) -> set[Key]:
    """Who is named otherwise in the same sentence, both names being full: `Bupati Andi Inaro didampingi Andi Mira Inaro`."""
    person = names.persons[k][0]
    if _parts(person) < 2 or _is_nickname(words, person):
        return set()
    here = ((names.persons[i][0], key) for i, key in keys.items())
    others = ((other, key) for other, key in here if words.same_sentence(other.start, person.start))
    return {key for other, key in others if _parts(other) > 1 and other.name != person.name and not _is_nickname(words, other)}


def _known(name: str, people: dict[Key, Person], *, wife: bool) -> Key | None:
    """The person whose name has all parts of `name`; for one part also a nickname or a misprint of it. `Ny. Dewi Bayu Setyawan`
    bears her husband's name and is not he."""
    parts = [p.rstrip(".").casefold() for p in name.split()]
    if len(_spelt_out(parts)) > 1:
        parts = _spelt_out(parts)  # `Ronny F. Hidayat` is `Ronny Hidayat`
    by_first_name = sorted(
        people.items(), key=lambda known: (known[1].name != name, known[1].name.split()[0].casefold() != parts[0])
    )
    for key, person in by_first_name:  # of Dewi Halim and Halim Saputra the second is `Halim`
        if _is_wife(person) != wife:
            continue
        for form in (person.name, *person.names):
            others = [p.rstrip(".").casefold() for p in form.split()]
            if all(any(_same_part(p, o) for o in others) for p in parts) and set(_spelt_out(parts)) & set(_spelt_out(others)):
                return key
    if len(parts) == 1 and len(parts[0]) >= NICKNAME:
        others_of = ((k, p) for k, p in people.items() if _is_wife(p) == wife)
        return next((k for k, p in others_of if any(_like(parts[0], o.casefold()) for o in p.name.split())), None)
    return None


def _spelt_out(parts: list[str]) -> list[str]:
    """The parts that are no initials: `M. Nasir` is no `Mahdi`."""
    return [part for part in parts if len(part) > 1]


def _is_wife(person: PersonName | Person) -> bool:
    return any(honorific.rstrip(".").casefold() == "ny" for honorific in person.honorifics)


def _same_part(part: str, other: str) -> bool:
    """Equal, or an initial for the part."""
    return part == other or (len(part) == 1 and other.startswith(part)) or (len(other) == 1 and part.startswith(other))


def _like(part: str, other: str) -> bool:
    """A nickname (`Budi` for Budiono, `Harsono` for Suharsono) or a misprint: `Amintya` for Amitya differs by one letter of
    seven, and not by its first as Hartono and Martono do."""
    long = min(len(part), len(other)) >= MISPRINT and part[0] == other[0]
    return other.startswith(part) or other == f"{GOOD}{part}" or (long and distance(part, other) <= 1)


def _with_mention(old: Person, words: Words, person: PersonName) -> Person:
    forms = (*old.names, person.name, *inner_nicknames(words, person))
    return replace(
        old,
        names=tuple(form for form in dict.fromkeys(forms) if form != old.name),
        mentions=tuple(sorted({*old.mentions, words.span(person.first, person.last)})),
        honorifics=tuple(dict.fromkeys((*old.honorifics, *person.honorifics))),
        degrees=tuple(dict.fromkeys((*old.degrees, *person.degrees))),
    )
