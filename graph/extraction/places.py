"""Areas as entities: which area each name means, one entity for each, a claim at its first mention."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.areas import VILLAGES, AreaName
from graph.extraction.evidence import evidence
from graph.extraction.reading import Mention, Reading
from graph.extraction.region import meant
from graph.extraction.rules import rule
from graph.extraction.scan import Names
from graph.extraction.unregistered import is_unregistered
from graph.extraction.words import Words
from graph.facts import Area, Certainty, Key, NamesArea, Span
from ontology.area_cues import AreaCue
from ontology.areas import COUNTRY, AreaEntry, areas, fold
from ontology.errors import OntologyError


class Areas:
    """The areas of one article: resolves names, hands out keys."""

    def __init__(self, reading: Reading, words: Words, names: Names, region: str) -> None:
        """`region` is the code of the article's region."""
        self.reading = reading
        self.words = words
        self.region = region
        self._cued = _cued_codes(names)
        self._keys: dict[tuple[str, str], Key] = {}
        self._spelled = _spellings(names)
        self._own = {e.code: e for name in names.all_areas() for e in name.entries if is_unregistered(e.code)}
        strong = [area for area, weight in names.weighed_areas() if weight > 1]
        self._governed = any(areas().is_within(e.code, region) for area in strong for e in area.entries) if region else False

    def key_of(self, name: AreaName) -> Key:
        """The key of the area that `name` means; a new entity where none is there yet."""
        entry, others = meant(name, self.region, self._cued)
        entry = self._as_told(name, entry) if entry is not None else None
        key = self._registered(entry, others, name.name) if entry is not None else self._unregistered(name, others)
        span = self.words.span(name.start, name.end)
        area = self.area(key)
        if span not in area.mentions:
            self.reading.entities[key] = replace(area, mentions=tuple(sorted((*area.mentions, span))))
        return key

    def area(self, key: Key) -> Area:
        """The entity behind a key of this article's areas."""
        entity = self.reading.entities[key]
        if not isinstance(entity, Area):
            raise TypeError(f"{key} is no area")
        return entity

    def region_key(self) -> Key | None:
        """The key of the article's region, None where it has none."""
        entry = self._own.get(self.region) or (areas().get(self.region) if self.region else None)
        return self._registered(entry) if entry is not None else None

    def province_key(self) -> Key | None:
        """The key of the province that the article's region lies in or is, None where it has none."""
        entry = areas().get(self.region[:2]) if self.region else None
        return self._registered(entry) if entry is not None else None

    def country_key(self) -> Key:
        """The key of Indonesia."""
        entry = areas().get(COUNTRY)
        if entry is None:
            raise OntologyError(f"areas.tsv: the country ({COUNTRY}) is missing; restore its line")
        return self._registered(entry)

    def home_key(self) -> Key | None:
        """The region whose agencies an article means by their bare names (`Dinas Sosial`): it names the region's government or
        one of its posts; a report that was only filed in Jakarta does not make an agency Jakarta's."""
        return self.region_key() if self._governed else None

    def _as_told(self, name: AreaName, entry: AreaEntry) -> AreaEntry | None:
        """`Desa Kepanjen` of the article's region is a desa though the register has it as a kelurahan; that of another region
        is another place."""
        if entry.kind == name.kind or not name.cued or name.kind not in VILLAGES:
            return entry
        sure = any(cue.bare for _, cue in self.words.at(name.start, "area-cue", AreaCue))
        near = not self.region or areas().is_within(entry.code, self.region)
        return (replace(entry, kind=name.kind) if sure and self.region else entry) if near else None

    def _registered(self, entry: AreaEntry, others: tuple[AreaEntry, ...] = (), written: str = "") -> Key:
        ours = is_unregistered(entry.code)
        known = (entry.kind, entry.name.casefold()) if ours else ("", entry.code)
        if known not in self._keys:
            key = self._keys[known] = f"area/{len(self._keys) + 1}"
            codes = tuple(e.code for e in others)
            code = "" if ours else entry.code
            written = written or self._spelled.get(entry.code, "")
            written = written.title() if written.islower() or written.isupper() else written
            name = written if _is_spelling(written, entry.name) else entry.name
            names = (entry.name,) if name != entry.name else ()
            self.reading.entities[key] = Area(key=key, name=name, names=names, kind=entry.kind, code=code, candidates=codes)
        return self._keys[known]

    def _unregistered(self, name: AreaName, others: tuple[AreaEntry, ...]) -> Key:
        known = (name.kind, name.name.casefold())
        if known not in self._keys:
            key = self._keys[known] = f"area/{len(self._keys) + 1}"
            plain = name.name.title() if name.name.isupper() else name.name
            self.reading.entities[key] = Area(key=key, name=plain, kind=name.kind, candidates=tuple(e.code for e in others))
        return self._keys[known]


def _is_spelling(written: str, name: str) -> bool:
    """`Pondok Melati` where the register writes `Pondokmelati`: the article's spelling is as good."""
    capitals = not written.isupper() and all(word[0].isupper() for word in written.split())
    return capitals and len(written.split()) != len(name.split()) and fold(written) == fold(name)


def _spellings(names: Names) -> dict[str, str]:
    """How the article spells the areas of the register, by code."""
    found: dict[str, str] = {}
    for area in names.all_areas():
        for entry in area.entries:
            if _is_spelling(area.name, entry.name):
                found.setdefault(entry.code, area.name)
    return found


def _cued_codes(names: Names) -> dict[str, str]:
    """Names that the article gives with the word of their kind, and the one area each of them is."""
    found: dict[str, str] = {}
    for area in names.all_areas():
        if area.cued and len(area.entries) == 1:
            found.setdefault(area.name.casefold(), area.entries[0].code)
    return found


@rule("places.named", example="di Kecamatan Sukajadi; Lampung Tengah")
def named(reading: Reading, names: Names) -> list[AreaName]:
    """An area is named by itself."""
    return names.areas


@rule("places.in-organization", example="Pemerintah Kota Magelang (Kota Magelang)")
def in_organization(reading: Reading, names: Names) -> list[AreaName]:
    """The name of a government or body holds the name of its area."""
    return [organization.area for organization in names.organizations if organization.area is not None]


@rule("places.in-post", example="Lurah Sukamaju (Kelurahan Sukamaju)")
def in_post(reading: Reading, names: Names) -> list[AreaName]:
    """A post is completed by the name of an area."""
    found = [post.area or (post.body.area if post.body is not None else None) for post in names.posts]
    return [area for area in found if area is not None]


def claim_areas(reading: Reading, words: Words, names: Names, areas_of: Areas) -> None:
    """An area named by itself, in the name of a government or in a post is claimed once, at its first mention."""
    rules = {"places.named": named, "places.in-organization": in_organization, "places.in-post": in_post}
    found = [(area, name) for name, find in rules.items() for area in find(reading, names)]
    claimed: set[Key] = set()
    for area, name in sorted(found, key=lambda f: f[0].start):
        key = areas_of.key_of(area)
        span = words.span(area.start, area.end)
        reading.mentions.append(Mention(span.start, span.end, "area", area.name, area.kind, name, key))
        if key not in claimed:
            claimed.add(key)
            reading.claims.append(_claim(reading, areas_of.area(key), span, name))


def _claim(reading: Reading, area: Area, span: Span, rule_name: str) -> NamesArea:
    certainty = Certainty.AMBIGUOUS if area.candidates else Certainty.STATED
    return NamesArea(area=area.key, span=evidence(reading, span.start, span.end), rule=rule_name, certainty=certainty)
