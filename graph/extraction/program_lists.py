"""Several programmes named in one go: `SiWarga dan SiLapor`, `Dokter Keliling, Perahu Pintar, dan Pasar Bersih`."""

from __future__ import annotations

import re

from graph.extraction.program_names import ProgramName, identity_of, is_time, official_acts_pattern, opens_a_name, without_owner
from graph.extraction.program_patterns import heads, list_end_pattern, next_item_pattern
from graph.extraction.reading import Reading
from graph.facts import Area
from ontology.bodies import not_names
from ontology.programs import program_words

INNER_CAPITAL = re.compile(r"[A-Z][a-z]+[A-Z]\w*|[A-Z]{2}[\w-]*")
"""A coined word: `SiWarga`, `SIMDA`."""
OF_ACTION = re.compile(r"(?:Pe|Ke)\w+an\b")
"""A noun of action opens the formal name of one programme: `Pengendalian Penduduk dan Pembinaan Keluarga`."""


def parts_of(name: str) -> list[str]:
    """The names that `dan` joins: both have two words or more, or both are coined words; else it is part of one name
    (`Sehat dan Cerdas`, `Perlindungan Perempuan dan Anak`)."""
    left, _, right = (part.strip() for part in name.partition(" dan "))
    if not right or OF_ACTION.match(left.split()[0]):
        return [name]
    if OF_ACTION.match(right) and " " in left:
        return [left]  # `Laut Biru dan | Penanaman Bakau`: what is done beside it
    coined = INNER_CAPITAL.fullmatch(left) and INNER_CAPITAL.fullmatch(right)
    return [left, right] if coined or (" " in left and " " in right) else [name]


def items_behind(reading: Reading, end: int, *, closed: bool = True, single: bool = False) -> list[ProgramName]:
    """The names that go on a list behind a first one that ends at `end`; with `single` also names of one word.

    With `closed`, only where the list ends in `dan` and its last name, or `dan` and something else: a comma alone goes on the
    sentence (`Program Laut Biru, Senin`).
    """
    found: list[ProgramName] = []
    last = False
    while not last and (item := next_item_pattern().match(reading.text, end)):
        name = without_owner(item.group("name"))
        start = item.start("name")
        if not is_item(reading, name, start, single=single):
            break
        if (item.group("kind") or "").lower() not in heads():  # those are found with the word of their own kind
            found.append(ProgramName(start, start + len(name), name, identity_of(name), item.group("acronym") or ""))
        last, end = bool(item.group("last") or item.group("joint")), item.end()
    return found if last or not closed or list_end_pattern().match(reading.text, end) else []


def is_item(reading: Reading, name: str, start: int, *, single: bool = False) -> bool:
    """Whether capitals in a list are a name: two words, or a coined one, and not a time, a person, a body, an area. In a list
    of applications one word is enough (`single`): `empat aplikasi, yakni Simantap, Sitarun, dan ...`."""
    enough = " " in name or INNER_CAPITAL.fullmatch(name) or (single and not_names().get(name.lower()) is None)
    if identity_of(name).startswith(tuple(program_words("no-program"))):
        return False
    head, _, rest = name.partition(" ")
    if head.lower() in heads() and not opens_a_name(rest or name):
        return False  # `Layanan 24 Jam`
    return bool(enough) and opens_a_name(name) and not is_time(name) and is_free(reading, start, start + len(name))


def is_free(reading: Reading, start: int, end: int, *, persons: bool = False) -> bool:
    """Whether no body and no post stands where a name begins, and no registered area's name is all of it.

    A post may open a name whose next word is a verb (`Bupati Menyapa`). With `persons`, a person may seem to begin there:
    behind the word of a kind a name of two capitals is no person's.
    """
    acts = official_acts_pattern().match(reading.text, start, end)
    for mention in reading.mentions:
        if not mention.start <= start < mention.end:
            continue
        if mention.type == "organization" or (mention.type == "person" and not persons):
            return False
        if mention.type == "post" and not (acts and mention.end < acts.end()):
            return False
        area = reading.entities.get(mention.key)
        if isinstance(area, Area) and area.code and mention.end >= end:
            return False
    return True
