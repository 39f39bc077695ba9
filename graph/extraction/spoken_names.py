"""Names of persons beside verbs of saying, and of those who are asked on the spot."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.name_shapes import Found, after_forms, ending_at, ends_like_apposition, is_believable, past_unknown_title
from graph.extraction.names import QUOTES, PersonName, person_at
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scan import Names
from graph.extraction.spoken_posts import is_glued
from graph.extraction.words import Words
from ontology.bodies import not_names
from ontology.name_cues import name_cues
from ontology.occasions import venue_words
from ontology.posts import Post
from ontology.programs import program_words
from ontology.speech_verbs import speech_cues, speech_verbs

ORIGIN = ("asal", "di", "kepada")
"""Before a place or a newspaper: `Wagimin, petani cabai asal Sukamulya, mengaku rugi`, `Sari kepada Kilas mengatakan`."""
AGE = re.compile(r"\(\s?[1-9]\d(?:\s?(?:tahun|thn|th))?\s?\)", re.IGNORECASE)
LEAST_OF_PLACE = 2
"""`Jungke Sutarno` behind `Pasar`: a word for the place and one for its head; of three nobody knows where the name begins."""
LONGEST_DESCRIPTION = 9
"""Words between a verb of saying and the comma before the name: `kata kuasa hukum Pemkab Sukamaju dan PT Maju Jaya, Rahmat`."""


@rule("names.after-speech", example="..., ujar Darmawan; ..., tegasnya Hi. Qosim")
def after_speech(reading: Reading, words: Words, names: Names) -> Found:
    """The verb of saying that follows a quotation is followed by the name of the speaker."""
    found = []
    for i in range(1, len(words)):
        if words.lowers[i - 1] in after_forms() and words.sentence[i - 1] == words.sentence[i] and i not in names.taken:
            person = person_at(words, past_unknown_title(words, _past_address(words, i, names)))
            if person is not None and not _is_post(words, person) and is_believable(words, person, direct=True):
                found.append(person)
    return found


def _past_address(words: Words, i: int, names: Names) -> int:
    """Past a word of address that is no part of the name: `ujar | Daeng | Sutrisno` of Hanafi Sutrisno."""
    if words.lower(i) not in speech_cues("address") or not words.same_sentence(i, i + 1):
        return i
    parts = ({words.text[k] for k in range(known.first, known.last)} for known, _ in names.persons)
    return i + any(words.text[i + 1] in known and words.text[i] not in known for known in parts)


def _is_post(words: Words, person: PersonName) -> bool:
    """`kata Kadiskes`, `kata dokter spesialis itu`: what somebody is, and no name."""
    return is_glued(words.text[person.first]) or person.name.islower()


@rule("names.before-speech", example="Fitriani mengatakan; Darmawan juga menegaskan")
def before_speech(reading: Reading, words: Words, names: Names) -> Found:
    """The subject of a verb of saying stands before it."""
    found = []
    for i in range(1, len(words)):
        if words.lowers[i] not in _subject_forms():
            continue
        end = i
        while words.lower(end - 1) in name_cues("adverb") and end > 1:
            end -= 1
        if words.lower(end - 1) == ",":
            end -= 1
        person = ending_at(words, end, names.taken) if words.same_sentence(end - 1, i) else None
        if person is not None and words.lower(person.start - 1) not in ORIGIN:
            behind = _past_place(words, person) or _past_address(words, person.start, names)
            found.append(person if behind == person.start else person_at(words, behind) or person)
    return found


def _past_place(words: Words, person: PersonName) -> int | None:
    """Where the name begins behind a place that must have one: `Lurah Pasar Jungke | Sutarno mengatakan`."""
    place = words.text[person.start - 1].istitle() and words.lower(person.start - 1) in venue_words("place")
    touching = place and words.same_sentence(person.start - 1, person.start) and not person.honorifics
    return person.start + 1 if touching and person.last - person.first == LEAST_OF_PLACE else None


@rule("names.after-description", example="..., ujar ketua para pedagang pasar, Darmawan Saputra.")
def after_description(reading: Reading, words: Words, names: Names) -> Found:
    """A verb of saying, what the speaker is, a comma, and the name: two words or more."""
    found = []
    for i in range(1, len(words)):
        if words.lowers[i - 1] not in after_forms() or not words.same_sentence(i - 1, i) or not words.at(i, "post", Post):
            continue
        comma = _comma_after(words, i)
        if any(i <= known.start < (comma or i) for known, _ in names.persons):
            continue
        person = person_at(words, comma + 1, common=False) if comma and comma + 1 not in names.taken else None
        if person is None or person.last - person.first < 2 or not words.same_sentence(i, person.start):
            continue
        if ends_like_apposition(words, person) and is_believable(words, person, direct=False):
            found.append(person)
    return found


@rule("names.in-brackets", example="Suparmi (56) mengeluh; hadir pula Sari Dewi (Fraksi Golkar)")
def before_brackets(reading: Reading, words: Words, names: Names) -> Found:
    """An age in brackets stands behind the name of somebody whom nobody knows, a part of the council behind a full name."""
    found = []
    for i in range(1, len(words)):
        if words.text[i] != "(" or not words.same_sentence(i - 1, i):
            continue
        age = AGE.match(reading.text, words.start[i])
        person = ending_at(words, i, names.taken) if age or words.lower(i + 1) in name_cues("faction") else None
        aged = age is not None and person is not None and _is_of_a_person(words, person, age[0])
        known = aged or (age is None and person is not None and person.last - person.first > 1)
        if known and person is not None and words.lower(person.first) not in not_names():
            found.append(person)
    return found


def _is_of_a_person(words: Words, person: PersonName, age: str) -> bool:
    """Whether a number in brackets is an age: a bare one only behind whoever speaks, or opens the sentence and goes on with a
    verb or a description; not `warga Condongcatur (25), Dusun Krajan (21)`, `Honda Beat (30) dan Avanza (20)`."""
    behind = next((k for k in range(person.end, len(words)) if words.text[k] == ")"), person.end) + 1
    goes_on = words.same_sentence(person.start, behind) and words.lower(behind) not in name_cues("joint")
    described = words.lower(behind) != "," or (words.same_sentence(behind, behind + 1) and words.text[behind + 1][0].islower())
    opens = words.opens_sentence(person.start) and goes_on and described
    return not age.strip("( )").isdigit() or opens or words.lower(person.start - 1) in after_forms()


@rule("names.before-description", example="Wagimin, salah seorang warga, mengeluh; Sari, juru bicara Fraksi PAN, menilai ...")
def before_description(reading: Reading, words: Words, names: Names) -> Found:
    """A sentence opens with a name, and a comma leads on to what its bearer is: one of many, or whoever says what follows."""
    found = []
    for i in [k for k in range(1, len(words)) if words.text[k] == ","]:
        if not words.same_sentence(i - 1, i + 1) or i - 1 in names.taken or not words.text[i + 1][0].islower():
            continue
        comma = _comma_after(words, i + 1)
        if not _is_one_of(words, i + 1) and (comma is None or words.lower(comma + 1) not in _subject_forms()):
            continue
        person = ending_at(words, i, names.taken)
        if person is not None and _opens(words, person) and not words.lower(person.first).endswith("nya"):
            found.append(person)
    return found


def _is_one_of(words: Words, k: int) -> bool:
    """`seorang warga`, `salah seorang pedagang`, `salah satu warga`; not `salah satu motif batik`."""
    if words.lower(k) == "salah":
        return words.lower(k + 1) == "seorang" or words.lower(k + 2) in program_words("receiver") | program_words("anybody")
    return words.lower(k) == "seorang"


def _opens(words: Words, person: PersonName) -> bool:
    """Whether a name opens its sentence, behind `Sementara` at most."""
    turn = words.lower(person.start - 1) in speech_cues("turn")
    return words.opens_sentence(person.start - turn) and words.lower(person.first) not in not_names()


def _comma_after(words: Words, i: int) -> int | None:
    """The comma that ends the description beginning at word `i`, if no preposition leads on to a place or a day before it."""
    for k in range(i, i + LONGEST_DESCRIPTION):
        if not words.same_sentence(i, k) or words.lower(k) in {*speech_cues("preposition"), *QUOTES}:
            return None
        if words.lower(k) == ",":
            return k
    return None


@cache
def _subject_forms() -> frozenset[str]:
    """`mengatakan`: verbs whose subject is the speaker."""
    return frozenset(form for verb in speech_verbs() for form in verb.active if not verb.document)
