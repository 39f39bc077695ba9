"""Names of governments: the word of a government and the area that it governs."""

from __future__ import annotations

from graph.extraction.areas import FEW, AreaName, area_at, named_at
from graph.extraction.organization_names import OrganizationName
from graph.extraction.words import Words, past_brackets
from ontology.bodies import OrganizationKind, government_of


def government_at(words: Words, i: int) -> OrganizationName | None:
    """`Pemerintah Kota Magelang`, `Pemkab. Sleman`, `Pemerintah Kabupaten (Pemkab) Ogan Ilir`, bare `Pemkot`."""
    for end, kind in words.at(i, "head", OrganizationKind):
        if kind.shape != "government":
            continue
        j = past_brackets(words, end + (words.lower(end) == "."))
        area = _area_of_government(words, j, kind.governs)
        if area is not None:
            government = government_of(area.kind)
            return OrganizationName(i, area.end, government.title or words.written(i, end), government.id, end, area)
        alone = end - i == 1 or words.text[end - 1][0].isupper()  # `Pemkot`, `Pemerintah Kota`; not `pemerintah kota`
        if kind.governs in FEW and alone and words.lower(end) not in ("/", "dan"):
            return OrganizationName(i, end, kind.title, kind.id, end)
    return None


def _area_of_government(words: Words, j: int, governed: str) -> AreaName | None:
    """The area after the head: `Pemkot` governs a kota, whatever bare name follows; `Pemda` any region."""
    if not words.same_sentence(j - 1, j):
        return None
    if (cued := area_at(words, j)) is not None and (cued.cued or not governed):
        return cued
    if governed and (found := named_at(words, j, (governed,))) is not None:
        name, end, entries = found
        return AreaName(j, end, name, governed, entries, cued=False)
    return None
