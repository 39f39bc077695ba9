"""The step that finds what an article names: two passes, for the first tells which region's small names may stand bare."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.areas import FEW
from graph.extraction.bodies import Bodies, claim_organizations
from graph.extraction.holders import find_holders
from graph.extraction.lexicon import Entry
from graph.extraction.listed_areas import read_area_lists, read_listed_areas
from graph.extraction.organization_words import SHORT_AGENCY
from graph.extraction.persons import find_persons
from graph.extraction.places import Areas, claim_areas
from graph.extraction.reading import Reading
from graph.extraction.region import region_of
from graph.extraction.scan import Names, explained_acronyms, other_acronyms, scan
from graph.extraction.small_areas import add_small_areas, read_countries, read_lower_case_areas
from graph.extraction.unregistered import unregistered_regions
from graph.extraction.words import Words, read_words
from graph.facts import Area
from ontology.posts import posts

GLUED = ("Kadis", "Kadin")
"""How the head of an agency is called, with the rest of its short name behind: `Kadis|parekraf`."""
SHORT_POSTS = ("Ka", "Wa", "Sek", "Dan", "Pj", "Plt")
"""What the short form of a post begins with: `Kapus` (Kepala), `Waka` (Wakil), `Sekwan` (Sekretaris), `Danramil`."""


def find_mentions(reading: Reading) -> None:
    """Areas, organisations, persons and posts: entities, mentions and claims; the region of the article."""
    words = read_words(reading.doc, reading.text, reading.sentences)
    read_lower_case_areas(words)
    first = scan(words, {})
    other_acronyms(words, first)
    _read_glued_posts(words)
    _read_short_posts(words, first)
    governed = (area for area, weight in first.weighed_areas() if weight > 1 and area.kind in FEW)
    if next(governed, None) is None and unregistered_regions(words):
        first = scan(words, {})
    region = region_of(first.weighed_areas(), reading.article.place)
    add_small_areas(words, first, region)
    read_countries(words)
    read_listed_areas(words, reading.text)
    read_area_lists(words, first.areas, region)
    names = scan(words, explained_acronyms(first))
    find_persons(reading, words, names)
    areas_of = Areas(reading, words, names, region)
    reading.region = areas_of.region_key()
    bodies_of = Bodies(reading, words, areas_of, names)
    claim_areas(reading, words, names, areas_of)
    claim_organizations(reading, words, names, bodies_of)
    find_holders(reading, words, names, areas_of, bodies_of)
    _place_areas(reading)


def _read_glued_posts(words: Words) -> None:
    """`Kadisparekraf Sari`, `Kadindikpora Budi`: the head of an agency whose short name no register has; without a name beside
    it the article's one Kepala Dinas may be meant."""
    glued = [k for k in words.capitals if words.text[k].startswith(GLUED) and not words.is_at(k, "post")]
    for k in glued:
        agency = words.text[k].removeprefix("Ka").capitalize()
        named = words.same_sentence(k, k + 1) and words.text[k + 1].istitle() and not words.is_at(k + 1, "region", "area-cue")
        if named and SHORT_AGENCY.fullmatch(agency):
            heads = next(post for post in posts() if GLUED[0] in post.forms)
            words.enter(k, k + 1, Entry("post", words.text[k], replace(heads, takes="joined", body=agency)))


def _read_short_posts(words: Words, names: Names) -> None:
    """`Kepala Puskesmas (Kapus) Sukamaju`: a short form in brackets stands for its post in the rest of the article, but where
    it begins another (`Kasat Lantas`, after `Kepala Satuan (Kasat) Reserse Narkoba`)."""
    for post in names.posts:
        brackets = [k for k in range(post.start, post.end + 1) if words.lower(k) == "(" and words.lower(k + 2) == ")"]
        short = words.text[brackets[0] + 1] if brackets else ""
        if short.startswith(SHORT_POSTS) and short.isalpha():
            for k in words.capitals:
                if words.text[k] == short:
                    words.entries[k] = [e for e in words.entries.get(k, []) if e[1].label != "post" or e[0] > k + 1]
                    words.enter(k, k + 1, Entry("post", short, post.post))


def _place_areas(reading: Reading) -> None:
    """Each area lies within the smallest area of the article that its code lies in."""
    known = {a.code: key for key, a in reading.entities.items() if isinstance(a, Area) and a.code}
    for key, area in list(reading.entities.items()):
        if isinstance(area, Area) and area.code:
            above = area.code.rpartition(".")[0]
            while above and above not in known:
                above = above.rpartition(".")[0]
            reading.entities[key] = replace(area, within=known.get(above) or (known.get("ID") if area.code != "ID" else None))
