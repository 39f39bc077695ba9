"""Bare names of small areas, which an article may use where it has told the region they lie in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from graph.extraction.areas import FEW, LONGEST_NAME, SMALL, STATE, VILLAGES, AreaName, past_stop
from graph.extraction.lexicon import Entry
from graph.extraction.organization_words import is_field
from graph.extraction.region import GOVERNED
from graph.extraction.scan import Names, add_areas
from graph.extraction.unregistered import unregistered
from graph.extraction.words import Words
from ontology.area_cues import AreaCue
from ontology.areas import COUNTRY, AreaEntry, areas, countries
from ontology.bodies import not_names
from ontology.number_cues import cue_words

SHAPES = ("Kepulauan", "Teluk", "Pulau")
"""What the press leaves away from the names of regions: `Bupati Anambas`, `Bupati Wondama`, `Bupati Morotai`."""
REGION_CODE, DISTRICT_CODE = len("18.72"), len("18.72.01")
LONGEST_VILLAGE = 3
"""Words of a village's name before its kecamatan: `Karang Jati Indah, Sukaraya`."""


def add_small_areas(words: Words, names: Names, region: str) -> None:
    """Bare names that may be read now: kecamatan and villages named with their cue, villages of a kecamatan named, kecamatan
    of the region, and in a kota its kelurahan too (in a kabupaten they are hundreds, many of them common words)."""
    register = areas()
    named = {e for name in names.all_areas() for e in _settled(name, region)}
    small = [e for e in named if len(e.code) > 5]
    inside = [child for e in named if len(e.code) == 8 for child in register.children(e.code)]
    near: list[AreaEntry] = []
    if len(region) == 5:
        districts = register.children(region)
        villages = (child for district in districts for child in register.children(district.code))
        words.villages.update(village.name.split()[0].casefold() for village in villages)
        near.extend(districts)
        if (here := register.get(region)) is not None and here.kind == "kota":
            near.extend(child for district in districts for child in register.children(district.code))
    told = [unregistered(name.kind, name.name) for name in names.all_areas() if _is_told(name, region)]
    near.extend(_districts_of_cities(named, region))
    regions = {_shortened(e) for e in named if len(e.code) in GOVERNED and e.code != COUNTRY}
    add_areas(words, sorted({*small, *near, *told, *regions} - set(inside), key=_by_code), beside_numbers=False)
    add_areas(words, sorted(set(inside), key=_by_code), beside_numbers=True)
    _forget_namesakes(words, names, region)
    _read_before_district(words, region)


def _by_code(entry: AreaEntry) -> tuple[str, tuple[str, ...]]:
    return entry.code, entry.names


def _districts_of_cities(named: Iterable[AreaEntry], region: str) -> Iterable[AreaEntry]:
    """The kecamatan that are called after a kota or kabupaten of the article: `Pontianak Barat`; `Lubuklinggau Timur I`, as the
    press joins what the register writes in two words."""
    regions = {e.code: e for e in named if e.kind in FEW and len(e.code) == REGION_CODE}
    if (here := areas().get(region)) is not None:
        regions[here.code] = here
    for code, above in sorted(regions.items()):
        for district in areas().children(code):
            _, after, rest = district.name.partition(f"{above.name} ")
            if after and rest:
                joined = f"{above.name.replace(' ', '').capitalize()} {rest}"
                yield replace(district, name=f"{above.name} {rest}", names=(district.name, *district.names, joined))


def read_countries(words: Words) -> None:
    """Make the names of other states readable: `magang ke Jepang`; not inside a region's name (`Papua Barat`) or a person's
    (`dihadiri Israel Yoga, Rahmat Sudan`)."""
    for i in words.capitals:
        known = _countries().get(words.lower(i), ())
        for name, parts in known if not words.is_at(i, "region") else ():
            end = i + len(parts)
            if tuple(words.lowers[i:end]) == parts and words.same_sentence(i, end - 1) and words.text[end - 1][0].isupper():
                beside = [] if len(parts) > 1 or words.lower(i - 1) in cue_words("preposition") else [i - 1, end]
                if not any(_is_unexplained(words, k) for k in beside):
                    words.enter(i, end, Entry("region", name, (unregistered(STATE, name),)))
                break


def _is_unexplained(words: Words, k: int) -> bool:
    """Whether word `k` has a capital within its sentence that nothing explains, as names of persons have."""
    if not 0 < k < len(words) or not words.same_sentence(k - 1, k) or not words.text[k].istitle():
        return False
    return k not in words.entries and words.lower(k) not in not_names() and not is_field(words.text[k])


@cache
def _countries() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """The names of other states by their first word in small letters, the longest first."""
    found: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for country in countries():
        for form in (country.name, *country.also):
            parts = tuple(form.casefold().split())
            found.setdefault(parts[0], []).append((country.name, parts))
    return {first: sorted(forms, key=lambda form: -len(form[1])) for first, forms in found.items()}


def read_lower_case_areas(words: Words) -> None:
    """Make names without capitals readable where one lies in the next: `desa bandorasa wetan kec.cilimus`, `kelurahan
    mandaranrejo kota pasuruan`."""
    for i in sorted(words.entries):
        for end, cue in words.at(i, "area-cue", AreaCue):
            if cue.kind in SMALL and (pair := _chained(words, past_stop(words, end), cue)) is not None:
                for start, stop, entry in pair:
                    words.enter(start, stop, Entry("region", entry.name, (entry,)))


def _chained(words: Words, j: int, cue: AreaCue) -> list[tuple[int, int, AreaEntry]] | None:
    """The area at word `j` and the larger one named with its kind right behind it: starts, ends, areas of the register."""
    for stop, small in _lower_named(words, j, cue):
        k = stop + (words.lower(stop) == ",")
        for end, above in words.at(k, "area-cue", AreaCue) if words.same_sentence(j, k) else ():
            after = past_stop(words, end)
            for last, larger in _named_at(words, after, above):
                pairs = [(s, a) for s in small for a in larger if s.code != a.code and areas().is_within(s.code, a.code)]
                if pairs:
                    return [(j, stop, pairs[0][0]), (after, last, pairs[0][1])]
    return None


def _lower_named(words: Words, j: int, cue: AreaCue) -> Iterable[tuple[int, tuple[AreaEntry, ...]]]:
    return _named_at(words, j, cue) if words.same_sentence(j - 1, j) and words.text[j].islower() else ()


def _named_at(words: Words, j: int, cue: AreaCue) -> Iterable[tuple[int, tuple[AreaEntry, ...]]]:
    """The areas of the kind of `cue` that words from `j` on name, the longest name first, whatever their letters' case."""
    kinds = VILLAGES if cue.kind in VILLAGES else (cue.kind,)
    for stop in range(j + LONGEST_NAME, j, -1):
        if words.same_sentence(j - 1, stop - 1):
            found = tuple(e for e in areas().named(words.written(j, stop)) if e.kind in kinds)
            if found:
                yield stop, found


def _forget_namesakes(words: Words, names: Names, region: str) -> None:
    """Where an article tells `Kecamatan Subang` of its own region, a bare `Subang` is not the kabupaten far away."""
    told = [name for name in names.all_areas() if name.cued]
    small = {
        e.name for name in told for e in _settled(name, region) if name.kind in SMALL and areas().is_within(e.code, region)
    }
    small -= {e.name for name in told for e in name.entries if e.kind in FEW}
    for i in words.capitals if region else ():
        kept = [entry for entry in words.entries.get(i, []) if not _is_namesake(entry[1], small, region)]
        if len(kept) < len(words.entries.get(i, [])):
            words.entries[i] = kept


def _is_namesake(entry: Entry, small: set[str], region: str) -> bool:
    value = entry.value if entry.label == "region" and isinstance(entry.value, tuple) else ()
    return any(e.kind in FEW and e.name in small and not areas().is_within(region, e.code) for e in value)


def _read_before_district(words: Words, region: str) -> None:
    """`di Purwodadi, Kuwarasan`: what stands before a kecamatan of the region and a comma is a village of it by that name."""
    for k in [i for i in words.capitals if region and words.lower(i - 1) == ","]:
        within = [e for _, value in words.at(k, "region", tuple) for e in value if len(e.code) == DISTRICT_CODE]
        villages = {v.name.casefold(): v for e in within if areas().is_within(e.code, region) for v in areas().children(e.code)}
        for j in range(k - 1 - LONGEST_VILLAGE, k - 1):
            village = villages.get(words.written(j, k - 1).casefold()) if j > 0 and words.same_sentence(j - 1, k) else None
            if village is not None and words.text[j][0].isupper() and not words.is_at(j, "region"):
                words.enter(j, k - 1, Entry("region", village.name, (village,)))
                break


def _shortened(region: AreaEntry) -> AreaEntry:
    """A region that the article names in full may stand by the end of its name (`Anambas` for Kepulauan Anambas, `Wondama`),
    and by a name that is a common word elsewhere (`DPRD Kaur`)."""
    shape, _, rest = region.name.partition(" ")
    return replace(region, names=(*region.names, rest)) if rest and shape in SHAPES else region


def _is_told(name: AreaName, region: str) -> bool:
    """Whether only the article says what a name stands for: no register has it, or as that of many villages elsewhere."""
    return name.cued and (not name.entries or (name.kind in VILLAGES and not _settled(name, region)))


def _settled(name: AreaName, region: str) -> list[AreaEntry]:
    inside = [e for e in name.entries if region and areas().is_within(e.code, region)]
    return inside if len(inside) == 1 else list(name.entries) if len(name.entries) == 1 else []
