"""Speakers told by their post alone whose name comes later, with nothing that introduces anybody.

News names a person with post or description once, and by the name alone from then on. Where the words of a holder without a
name go on under a name that the article has introduced nowhere, the name is the holder's.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from graph.extraction.patterns import either
from graph.extraction.reading import Mention, Reading
from graph.extraction.rules import rule
from graph.extraction.subjects import takes_turn
from graph.facts import HoldsPost, Key, Person, Said
from ontology.name_cues import name_cues
from ontology.programs import program_words
from ontology.speech_verbs import speech_cues, subject_verbs, verbs_behind
from ontology.titles import is_honorific

LONGEST_LEAD = 60
"""What may lead to the name: `Di tempat yang sama, | Rahmat menegaskan`."""


def find_late_names(reading: Reading) -> None:
    """Let each holder without a name be whom the next words name."""
    for holder, person in late_names(reading):
        del reading.entities[holder]
        for mention in [m for m in reading.mentions if m.key == holder]:
            mention.key = person
        reading.quotes = [replace(q, speaker=person) if q.speaker == holder else q for q in reading.quotes]
        for k, claim in enumerate(reading.claims):
            if isinstance(claim, Said) and claim.speaker == holder:
                reading.claims[k] = replace(claim, speaker=person)
            elif isinstance(claim, HoldsPost) and claim.person == holder:
                reading.claims[k] = replace(claim, person=person)


@rule("said.late_name", example='"Sudah kami cek," ujar Ketua KPU Sleman. Rahmat menegaskan bahwa data terbuka.')
def late_names(reading: Reading) -> list[tuple[Key, Key]]:
    """A holder without a name speaks, and next somebody whom nothing introduces: the name is the holder's."""
    said = sorted((c for c in reading.claims if isinstance(c, Said)), key=lambda c: (c.quote.start, c.quote.end))
    holders = reading.holders
    found: dict[Key, Key] = {}
    for first, second in pairwise(said):
        holder, person = first.speaker, second.speaker
        if holder is None or person is None or not _is_nameless(reading, holder) or holder in found:
            continue
        if person in holders or person in found.values() or person in reading.suspects:
            continue
        named = _first_naming(reading, person)
        if named is not None and named.start > first.quote.start and _is_bare(reading, named):
            found[holder] = person
    return list(found.items())


def _is_nameless(reading: Reading, key: Key) -> bool:
    person = reading.entities.get(key)
    return isinstance(person, Person) and not person.name


def _first_naming(reading: Reading, key: Key) -> Mention | None:
    people = (m for m in reading.mentions if m.key == key and m.type == "person" and not reading.in_headline(m.start))
    return next(people, None)


def _is_bare(reading: Reading, name: Mention) -> bool:
    """Whether a name stands beside a verb of saying and nothing tells who its bearer is: not `kata warga, Siti`, `Siti (45)
    mengaku`, `Sementara itu Siti mengaku`."""
    sentence = reading.sentence_at(name.start)
    if takes_turn(reading.text, sentence):
        return False
    before = reading.text[max(sentence.start, name.start - LONGEST_LEAD) : name.start].split()
    while before and is_honorific(before[-1]):
        before.pop()
    behind = reading.text[name.end : sentence.end]
    if before and before[-1].casefold().strip(",") in verbs_behind():
        return _description_pattern().match(behind) is None
    opens = not before or (before[-1].endswith(",") and name.start - sentence.start <= LONGEST_LEAD)
    return opens and _saying_pattern().match(behind) is not None


@cache
def _description_pattern() -> re.Pattern[str]:
    """`, seorang pedagang`, `, warga setempat`, ` (45)`, ` selaku ketua panitia`; not `diakui Rahmat, armada belum cukup`"""
    anybody = either(
        {*speech_cues("somebody"), *speech_cues("description"), *program_words("receiver"), *program_words("anybody")}
    )
    return re.compile(rf",\s+(?:{anybody})\b|\s*\(|\s+(?:{either(name_cues('equals'))})\b", re.IGNORECASE)


@cache
def _saying_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:(?:{either(name_cues('adverb'))})\s+)?(?:{either(subject_verbs())})\b")
