"""Further forms of the names found before: what their bearers are called, and parts of the names alone."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.name_shapes import LONGEST_CALL, Found, after_forms, bearer_end, called_end
from graph.extraction.names import PersonName, person_at
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scan import Names
from graph.extraction.words import Words
from ontology.bodies import not_names

LEAST_SHORTENED = 3
"""Letters of initials that need not be those of all parts of a name."""


@rule("names.alias", example="Camat Sukajadi Rahmat Hidayat (Kang Mamat)")
def alias(reading: Reading, words: Words, names: Names) -> Found:
    """The name by which somebody is known stands in brackets after the full name, or behind `akrab disapa`."""
    found = []
    for known, _ in names.persons:
        for i in range(known.end + 1, min(known.end + 1 + LONGEST_CALL, len(words))):
            if words.lower(i - 1) != "(" and called_end(words, i) != known.end:
                continue
            person = person_at(words, i) or _initials(words, i, known)
            if person is not None and bearer_end(words, person) == known.end and words.same_sentence(known.start, i):
                nick = words.written(person.start, person.last)
                found.append(replace(person, first=person.start, name=nick, honorifics=()))
                break
    return found


def _initials(words: Words, i: int, known: PersonName) -> PersonName | None:
    """`Bupati Fatolosa Dakhi SH (FD)`; longer ones may have a title's and lack a part's: `Haji La Ode Rahmat (HLR)`."""
    letters, name = words.text[i], "".join(part[0] for part in known.name.split()).upper()
    titled = iter([words.text[k][0] for k in range(known.start, known.last)])
    short = len(letters) >= LEAST_SHORTENED and letters[-1] == name[-1] and all(letter in titled for letter in letters)
    whole = len(name) > 1 and letters == name
    return PersonName(i, i + 1, i, i + 1, letters) if whole or short else None


@rule("names.again", example="Camat Sukajadi Wahyu Saputro hadir. Sore harinya Wahyu pulang.")
def again(reading: Reading, words: Words, names: Names) -> Found:
    """Parts of a name found before stand for its bearer, after a verb of saying also without capitals."""
    parts = {
        part.lower()
        for person, _ in names.persons
        for part in person.name.split()
        if (len(part.rstrip(".")) > 2 or part.isupper()) and len(part.rstrip(".")) > 1 and part.lower() not in not_names()
    }
    found: Found = []
    for i in range(len(words)):
        if i in names.taken or words.lower(i) not in parts or (found and i < found[-1].end):
            continue
        if not words.text[i][0].isupper() and words.lower(i - 1) not in after_forms():
            continue
        if words.is_at(i, "region") and words.lower(i - 1) not in after_forms():
            continue
        end = i + 1
        while (
            words.same_sentence(i, end)
            and words.lower(end) in parts
            and end not in names.taken
            and words.text[end][0].isupper()
        ):
            end += 1
        found.append(
            PersonName(i, end, i, end, words.written(i, end).title() if words.text[i].islower() else words.written(i, end))
        )
    return found
