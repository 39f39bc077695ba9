"""Names of areas that a list tells: `4 kelurahan ..., dengan rincian 628 Sukasari, 379 Mekarsari, 241 Purwa dan Karang 777`.

Where a sentence counts areas and a list right after it has as many names with a number each, the names are those areas, also
where no register has them and whatever their letters' case. So are the names that go on a list whose first has its cue:
`Kelurahan Sukasari 214 orang, Mekarsari 187, Purwa utara 158`; without numbers, where no person can be in the list:
`di Desa Sukasari, Mekarsari, dan Purwa`, `desa Sukasari, desa Mekarsari dan kelurahan Purwa`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from graph.extraction.areas import FEW, SMALL, VILLAGES, AreaName
from graph.extraction.lexicon import Entry
from graph.extraction.patterns import either
from graph.extraction.unregistered import unregistered
from graph.extraction.words import Words
from ontology.area_cues import AreaCue, area_cues
from ontology.areas import AreaEntry, areas
from ontology.bodies import not_names
from ontology.name_cues import name_cues

LONGEST = 3
"""Words of a village's name in a list: `Karang Jati Indah`."""
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


@dataclass(frozen=True, slots=True)
class _Listed:
    """A name that goes on a list of areas at words `start`..`end`. `entries` are the areas of the list's region that have it,
    `cued` says that the word of its kind stands before it, `last` that `dan` does."""

    start: int
    end: int
    kind: str
    entries: tuple[AreaEntry, ...]
    cued: bool
    last: bool


def read_area_lists(words: Words, named: Iterable[AreaName], region: str) -> None:
    """Make readable the names that go on a list of villages or kecamatan behind its first."""
    for first in named:
        if not first.cued or first.kind not in SMALL:
            continue
        codes = {e.code[:5] for e in first.entries if not region or areas().is_within(e.code, region)}
        home = codes.pop() if len(codes) == 1 else region
        found = list(_goes_on(words, first, home))
        for item in found if _is_whole(found) else [item for item in found if item.cued]:
            entries = item.entries or (unregistered(item.kind, words.written(item.start, item.end)),)
            kept = [e for e in words.entries.get(item.start, []) if e[1].label != "region"]
            words.entries[item.start] = kept
            words.enter(item.start, item.end, Entry("region", words.written(item.start, item.end), entries))


def _is_whole(items: list[_Listed]) -> bool:
    """Whether no person can be in the list: one of its names is a village of the region, all are where no `dan` closes it. `Di
    Desa Sukasari, Rahmat, Budi, dan Siti menerima bantuan` has three persons."""
    if not items or not items[-1].last:
        return len(items) > 1 and all(item.entries for item in items)
    return any(item.entries for item in items)


def _goes_on(words: Words, first: AreaName, home: str) -> Iterable[_Listed]:
    k, kind, last = first.end, first.kind, False
    while not last and (joint := _past_joint(words, k)) > k:
        last = words.lower(joint - 1) != ","
        cue = next(((end, cue.kind) for end, cue in words.at(joint, "area-cue", AreaCue) if cue.kind in SMALL), None)
        start, kind = cue or (joint, kind)
        end = _name_end(words, start)
        if end == start or _is_kind_of_village(words, start) or (kind in VILLAGES) != (first.kind in VILLAGES):
            return
        kinds = VILLAGES if kind in VILLAGES else (kind,)
        same = tuple(e for e in areas().named(words.written(start, end)) if home and areas().is_within(e.code, home))
        if any(e.kind not in kinds and any(areas().is_within(f.code, e.code) for f in first.entries) for e in same):
            return  # `Desa Sukasari, Pagaden`: the kecamatan that it lies in
        entries = tuple(e for e in same if e.kind in kinds)
        yield _Listed(start, end, kind, entries, cue is not None, last)
        k = end


def _is_kind_of_village(words: Words, j: int) -> bool:
    return any(words.lower(j) in name_cues(kind) for kind in ("quality", "visited", "scheme"))


def _past_joint(words: Words, k: int) -> int:
    """Past `,`, `dan`, or `, dan`."""
    for size, forms in ((2, [",", name_cues("joint")]), (1, [{",", *name_cues("joint")}])):
        if words.same_sentence(k - 1, k + size) and all(words.lower(k + n) in form for n, form in enumerate(forms)):
            return k + size
    return k


def _name_end(words: Words, j: int) -> int:
    """Past the capitalised words at `j`, of which no register knows anything but a small area's name."""
    k = j
    while k < j + LONGEST and words.same_sentence(j - 1, k) and words.text[k].istitle() and words.text[k].isalpha():
        known = any(e.label != "region" or _is_region(e) for _, e in words.entries.get(k, ()))
        if known or words.lower(k) in not_names():
            return j
        k += 1
    goes_on = words.same_sentence(j - 1, k) and words.text[k][0].isupper()
    return j if goes_on else k


def _is_region(entry: Entry) -> bool:
    return isinstance(entry.value, tuple) and any(area.kind in FEW for area in entry.value)
