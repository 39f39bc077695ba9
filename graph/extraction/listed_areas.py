"""Names of areas that a list tells: `4 kelurahan ..., dengan rincian 628 Sukasari, 379 Mekarsari, 241 Purwa dan Karang 777`.

Where a sentence counts areas and a list right after it has as many names with a number each, the names are those areas, also
where no register has them and whatever their letters' case. So are the names that go on a list whose first has its cue:
`Kelurahan Sukasari 214 orang, Mekarsari 187, Purwa utara 158`.
"""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.areas import SMALL
from graph.extraction.lexicon import Entry
from graph.extraction.patterns import either
from graph.extraction.unregistered import unregistered
from graph.extraction.words import Words
from ontology.area_cues import area_cues
from ontology.bodies import not_names
from ontology.name_cues import name_cues

REACH = 250
"""Characters between the count and its list: `untuk 4 kelurahan di Kecamatan X. Dengan rincian ...` has about forty."""
NAME = r"[A-Za-z]+(?:\s[A-Z][a-z]+)?"
LEADS = "sebanyak|sejumlah|ada|dengan"
"""Words between a name in a list and its number."""
LISTED_NAME = rf"[A-Z][a-z]+(?:\s(?!{LEADS})[A-Za-z][a-z]+)?"
VALUE = rf"(?:\s*[:=]|\s+(?:{LEADS}))?\s*\d[\d.]*(?:\s+[a-z]+)?"
LISTED = LISTED_NAME + VALUE


@cache
def _count() -> re.Pattern[str]:
    cues = [cue.form for cue in area_cues() if cue.kind in SMALL and cue.bare]
    return re.compile(rf"\b(?P<count>\d{{1,2}})\s+(?P<cue>(?i:{either(cues)}))\b")


@cache
def _item() -> re.Pattern[str]:
    """`628 Sukasari`, or `Karang Jati 777 penerima`."""
    after = rf"\d[\d.]*\s+(?P<after>{NAME})"
    before = r"(?P<before>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\s+\d[\d.]*(?:\s+[a-z]+)?"
    return re.compile(rf"(?:{before}|{after})(?=\s*(?:[,.;\"”]|\b(?:{either(name_cues('joint'))})\b|\Z))")


@cache
def _first() -> re.Pattern[str]:
    """`Kelurahan Sukasari ada 214 orang`: the cue of a list stands with its first name."""
    cues = [cue.form for cue in area_cues() if cue.kind in SMALL]
    return re.compile(rf"\b(?P<cue>(?i:{either(cues)}))\s+{LISTED}")


@cache
def _next() -> re.Pattern[str]:
    return re.compile(rf"(?:\s*[,;]\s*(?:dan\s+|serta\s+)?|\s+(?:dan|serta)\s+)(?P<name>{LISTED_NAME}){VALUE}")


@cache
def _listing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(name_cues('listing'))})\b", re.IGNORECASE)


def read_listed_areas(words: Words, text: str) -> None:
    """Make the names of such lists readable as areas, but for those that a register explains."""
    for match in _count().finditer(text):
        listing = _listing().search(text, match.end(), match.end() + REACH)
        number = int(match.group("count"))
        items = list(_item().finditer(text, listing.end(), listing.end() + REACH))[:number] if listing is not None else []
        if len(items) < number or number < 2:
            continue
        names = [item["after"] or item["before"] for item in items]
        if len({name.casefold() for name in names}) < len(names):
            continue  # `Desa Suka menerima 112 Sertifikat, Desa Mekar 74 Sertifikat`: what is counted
        kind = _kind(match["cue"])
        for item in items:
            group = "after" if item.group("after") else "before"
            _enter(words, *item.span(group), kind)
    for first in _first().finditer(text):
        kind = _kind(first["cue"])
        for item in _followers(text, first.end()):
            if not _is_known_word(words, item.start("name")):
                _enter(words, *item.span("name"), kind)


def _followers(text: str, end: int) -> list[re.Match[str]]:
    """The names with numbers right behind `end`; one alone may be anything, as `Desa Suka 30 sak, Semen 20 sak` is."""
    found: list[re.Match[str]] = []
    while item := _next().match(text, found[-1].end() if found else end):
        found.append(item)
    return found if len(found) > 1 else []


def _is_known_word(words: Words, start: int) -> bool:
    """`Desa Sukamaju 20 orang, Puskesmas 5, Dishub 3`: bodies and common nouns are no areas."""
    i = words.first_at(start)
    return words.is_at(i, "body", "head", "post") or words.lower(i) in not_names()


def _kind(form: str) -> str:
    return next(cue.kind for cue in area_cues() if cue.form.lower() == form.lower())


def _enter(words: Words, start: int, end: int, kind: str) -> None:
    i, j = words.first_at(start), words.first_at(end)
    if i < j and not words.is_at(i, "region"):
        entry = unregistered(kind, words.written(i, j).title())
        words.enter(i, j, Entry("region", entry.name, (entry,)))
