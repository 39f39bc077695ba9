"""Areas as entities: which area each name means, one entity for each, a claim at its first mention."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.areas import AreaName
from graph.extraction.evidence import evidence
from graph.extraction.reading import Mention, Reading
from graph.extraction.region import meant
from graph.extraction.scan import Names
from graph.extraction.words import Words
from graph.facts import Area, Certainty, Key, NamesArea, Span
from ontology.areas import AreaEntry, areas


class Areas:
    """The areas of one article: resolves names, hands out keys."""

    def __init__(self, reading: Reading, words: Words, names: Names, region: str) -> None:
        """`region` is the code of the article's region."""
        self.reading = reading
        self.words = words
        self.region = region
        self._cued = _cued_codes(names)
        strong = [area for area, weight in names.weighed_areas() if weight > 1]
        self._governed = any(areas().is_within(e.code, region) for area in strong for e in area.entries) if region else False
        self._keys: dict[tuple[str, str], Key] = {}

    def key_of(self, name: AreaName) -> Key:
        """The key of the area that `name` means; a new entity where none is there yet."""
        entry, others = meant(name, self.region, self._cued)
        span = Span(self.words.start[name.start], self.words.end[name.end - 1])
        key = self._add(entry, others, name, span)
        area = self.reading.entities[key]
        if span not in area.mentions:
            self.reading.entities[key] = replace(area, mentions=(*area.mentions, span))
        return key

    def region_key(self) -> Key | None:
        """The key of the article's region, None where it has none."""
        entry = areas().get(self.region) if self.region else None
        return self._entity(entry) if entry is not None else None

    def home_key(self) -> Key | None:
        """The region whose agencies an article means by their bare names (`Dinas Sosial`): it names the region's government or
        one of its posts; a report that was only filed in Jakarta does not make an agency Jakarta's."""
        return self.region_key() if self._governed else None

    def _add(self, entry: AreaEntry | None, others: tuple[AreaEntry, ...], name: AreaName, span: Span) -> Key:
        if entry is not None:
            return self._entity(entry, candidates=tuple(e.code for e in others))
        kind_and_name = (name.kind, name.name.casefold())
        if kind_and_name not in self._keys:
            key = self._keys[kind_and_name] = f"area/{len(self._keys) + 1}"
            codes = tuple(e.code for e in others)
            self.reading.entities[key] = Area(key=key, name=_plain_case(name.name), kind=name.kind, candidates=codes)
        return self._keys[kind_and_name]

    def _entity(self, entry: AreaEntry, candidates: tuple[str, ...] = ()) -> Key:
        known = ("", entry.code)
        if known not in self._keys:
            key = self._keys[known] = f"area/{len(self._keys) + 1}"
            self.reading.entities[key] = Area(
                key=key, name=entry.name, kind=entry.kind, code=entry.code, candidates=candidates
            )
        return self._keys[known]


def _plain_case(name: str) -> str:
    return name.title() if name.isupper() else name


def _cued_codes(names: Names) -> dict[str, str]:
    """Names that the article gives with the word of their kind, and the one area each of them is."""
    found: dict[str, str] = {}
    for area in names.all_areas():
        if area.cued and len(area.entries) == 1:
            found.setdefault(area.name.casefold(), area.entries[0].code)
    return found


def claim_areas(reading: Reading, words: Words, names: Names, areas_of: Areas) -> None:
    """An area named by itself, in the name of a government or in a post is claimed once, at its first mention."""
    found = [(area, "places.named") for area in names.areas]
    for organization in names.organizations:
        if organization.area is not None:
            found.append((organization.area, "places.in-organization"))
    for post in names.posts:
        area = post.area or (post.body.area if post.body is not None else None)
        if area is not None:
            found.append((area, "places.in-post"))
    claimed: set[Key] = set()
    for area, rule in sorted(found, key=lambda f: f[0].start):
        if rule in reading.off:
            continue
        key = areas_of.key_of(area)
        span = Span(words.start[area.start], words.end[area.end - 1])
        reading.mentions.append(Mention(span.start, span.end, "area", area.name, area.kind, rule, key))
        if key in claimed:
            continue
        claimed.add(key)
        entity = reading.entities[key]
        sure = isinstance(entity, Area) and not entity.candidates
        certainty = Certainty.STATED if sure else Certainty.AMBIGUOUS
        reading.claims.append(NamesArea(area=key, span=evidence(reading, span.start, span.end), rule=rule, certainty=certainty))
