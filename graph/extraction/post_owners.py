"""Whose post it is: the body or the area named beside it, else the region, else a body that the article has named."""

from __future__ import annotations

from graph.extraction.areas import SMALL, VILLAGES
from graph.extraction.bodies import Bodies
from graph.extraction.holdings import Holding, Scene
from graph.extraction.organization_names import OrganizationName
from graph.extraction.places import Areas
from graph.extraction.post_areas import AREAS
from graph.extraction.post_names import PostName
from graph.extraction.reading import Mention, Reading
from graph.facts import Area, Key, Organization
from ontology.area_cues import area_cues
from ontology.bodies import government_of, organization_kinds
from ontology.posts import Post

BODIES = ("body", "unit", "agency", "head")
"""Kinds of completion (register of posts) of which a body was meant where none stands beside the post."""
SMALL_AREAS = ("kecamatan", "desa")
GOVERNMENT = "government"
AGENCIES = ("dinas", "badan")
"""Kinds of bodies that have fields and sections: `Kabid Data` is of the one that the article names."""
STAND_IN = frozenset({"yang", "diwakili", "diwakilkan", "oleh"})
"""Verbs of agents, too, and the register gives a form one kind."""
GOVERNED = frozenset({"provinsi", "kabupaten", "kota", "government"})
"""What completes the posts of a regional government."""
SECTIONS = ("Kepala Seksi", "Kepala Sub Bagian")
"""What a kecamatan and a kelurahan have, too."""
COMMANDS = ("police", "military", "prosecutor", "court", "office")
"""What completes the ranks whose name holds the body's."""
_KABUPATEN = "kabupaten"
_COMMANDED = {_KABUPATEN: (_KABUPATEN, "kota"), "kecamatan": ("kecamatan",)}
"""The kinds of areas that commands are of, by what the register says of their posts."""
_NOBODY = Mention(0, 0, "organization", "")


def body_of(reading: Reading, post: PostName, areas_of: Areas, bodies_of: Bodies) -> Key | None:
    """Whose post it is: the body named, the government of the area named, else the region's if it has such a post."""
    if post.body is not None:
        return bodies_of.key_of(post.body)
    if post.area is not None:
        key = areas_of.key_of(post.area)
        return bodies_of.government(key, title=_local_title(post, areas_of.area(key).kind))
    region = areas_of.region_key()
    takes = post.post.takes
    if takes in SMALL:
        kinds = VILLAGES if takes in VILLAGES else (takes,)
        here = [area for area in reading.entities.values() if isinstance(area, Area) and area.kind in kinds]
        if len(here) != 1:
            return None
        return bodies_of.government(
            here[0].key, title=_local_title(post, here[0].kind)
        )  # `Kepala Desa, Rahmat`: of the one named
    if takes == "negara":
        return bodies_of.government(areas_of.country_key())
    if takes == "council" and region is not None:
        return bodies_of.key_of(OrganizationName(post.start, post.end, "DPRD", "dewan", post.end))
    if region is None or takes not in (*AREAS[1:4], "government"):
        return None
    fits = takes == "government" or areas_of.area(region).kind == takes
    return bodies_of.government(region) if fits else None


def _local_title(post: PostName, kind: str) -> str:
    """What an area of a small kind is called where its head is a `Wali Nagari`, a `Kepala Pekon` or a `Kepala Distrik`; the
    register knows that of a `Bendesa Adat`."""
    if post.post.body:
        return post.post.body
    last = post.rank.split()[-1]
    return last if kind in SMALL_AREAS and any(cue.form == last and cue.kind == kind for cue in area_cues()) else ""


def body_meant(reading: Reading, post: Post, offset: int) -> Key | None:
    """Whose post it is where no body stands beside it: of the kind that the register says, the one
    agency of the article, else the last named before."""
    if post.of == GOVERNMENT:
        return _government_of_region(reading)
    if post.takes in COMMANDS and (command := _command_meant(reading, post, offset)) is not None:
        return command
    if post.of:
        named = [m for m in reading.mentions if m.type == "organization" and m.kind == post.of]
        before = [m for m in named if m.start < offset]
        return (before[-1].key if before else named[0].key if named else None) or None
    agencies = {m.key for m in reading.mentions if m.type == "organization" and m.kind in AGENCIES}
    if post.takes == "agency":  # `Sekretaris Dinas, Sari`: of the one agency of that kind
        alike = {m.key for m in reading.mentions if m.type == "organization" and m.kind == post.post.split()[-1].lower()}
        return alike.pop() if len(alike) == 1 else _body_before(reading, offset)
    if post.takes == "unit" and post.post.startswith("Kepala ") and len(agencies) == 1:
        return agencies.pop()
    return _body_before(reading, offset) if post.takes in BODIES else None


def _command_meant(reading: Reading, post: Post, offset: int) -> Key | None:
    """`Warga mendatangi Polsek Boja. Kapolsek AKP Rahmat ...`: the one body of the article that begins with the word which the
    rank holds, else the last of them named before in its sentence or the one before."""
    named = [m for m in reading.mentions if m.type == "organization" and post.body and m.name.startswith(post.body)]
    if len({m.key for m in named}) == 1:
        return named[0].key
    since = reading.sentence_at(max(0, reading.sentence_at(offset).start - 2)).start
    return max((m for m in named if since <= m.start < offset), key=lambda m: m.start, default=_NOBODY).key or None


def command_of_area(reading: Reading, post: PostName, areas_of: Areas, bodies_of: Bodies) -> Key | None:
    """Whose command it is where the article names none: that of its region (`Wakapolres Kompol Rahmat`), or of the one
    kecamatan that it names (`Kapolsek AKP Rahmat`)."""
    kinds = _COMMANDED.get(post.post.of, ())
    region = areas_of.region_key() if post.post.of == _KABUPATEN else None
    told = {e.key for e in reading.entities.values() if isinstance(e, Area) and e.kind in kinds}
    here = region if region is not None else told.pop() if len(told) == 1 else None
    if here is None or areas_of.area(here).kind not in kinds or post.body is not None or post.area is not None:
        return None
    name = f"{post.post.body} {areas_of.area(here).name}"
    return bodies_of.key_of(OrganizationName(post.start, post.end, name, _kind_of(post.post.body), post.end))


def _kind_of(head: str) -> str:
    return next(kind.id for kind in organization_kinds().values() if head in kind.heads)


def _government_of_region(reading: Reading) -> Key | None:
    region = reading.entities.get(reading.region or "")
    if not isinstance(region, Area):
        return None
    bodies = (e for e in reading.entities.values() if isinstance(e, Organization) and e.area == region.key)
    return next((body.key for body in bodies if body.kind == government_of(region.kind).id), None)


def _body_before(reading: Reading, offset: int) -> Key | None:
    """`Tim BPK ... yang dipimpin Leo Marbun selaku Pengendali Teknis`: the last body named before the post in its sentence or
    the one before, governments aside, and the party in brackets behind a name: `Ketua DPRD Boja Rahmat (PKB)`."""
    here = reading.sentence_at(offset)
    before = reading.sentence_at(max(0, here.start - 2))
    named = reading.mentions_in(before.start, offset, "organization")
    bodies = (m for m in named if reading.text[max(0, m.start - 1)] != "(")
    return (
        max((m for m in bodies if not m.kind.startswith("pemerintah")), key=lambda m: (m.start, m.end), default=_NOBODY).key
        or None
    )


def share_areas(scene: Scene) -> None:
    """`Wali Kota Magelang Budi, Wakil Wali Kota Sari dan Sekda Rahmat`: in a sentence with several governments a post without
    its area is of the one named last before it."""
    last: Holding | None = None
    for holding in scene.holdings:
        post = holding.post
        if post.post.takes not in GOVERNED or (last is not None and not scene.words.same_sentence(last.post.start, post.start)):
            last = None
        elif last is not None and post.area is None and post.body is None:
            holding.body = last.body
        if post.post.takes in GOVERNED and post.area is not None and post.body is None:
            last = holding


def share_bodies(scene: Scene, bodies: dict[int, Key]) -> None:
    """`Kapolres Sleman diwakili Kabag SDM Budi`, `BPJS Kesehatan yang diwakili Kabag SDM Budi`: whoever stands in for
    somebody is of the same body. `bodies` are by the word behind their names."""
    ends = bodies | {holding.post.end: holding.body for holding in scene.holdings if holding.body is not None}
    for holding in scene.holdings:
        k = holding.post.start
        while scene.words.lower(k - 1) in STAND_IN:
            k -= 1
        between = scene.words.lowers[k : holding.post.start]  # `yang diwakili oleh`; `meneken perjanjian: BPJS Kesehatan oleh`
        stands_in = between == ["oleh"] or any(lower.startswith("diwakil") for lower in between)
        if stands_in and holding.post.body is None and holding.post.area is None:
            holding.body = ends.get(k, holding.body)


def share_small_areas(reading: Reading, scene: Scene, bodies_of: Bodies) -> None:
    """`Kecamatan Boja menggelar rapat. Kasi Trantib Budi hadir`: a section is of the one kecamatan or kelurahan named before it
    in its sentence or the one before, where no other body is named there."""
    for holding in scene.holdings:
        post, offset = holding.post, scene.words.start[holding.post.start]
        if post.rank not in SECTIONS or holding.body is not None or _body_before(reading, offset) is not None:
            continue
        since = reading.sentence_at(max(0, reading.sentence_at(offset).start - 2)).start
        near = [(m, reading.entities[m.key]) for m in reading.mentions_in(since, offset, "area")]
        small = {m.key for m, area in near if isinstance(area, Area) and area.kind in SMALL}
        holding.body = bodies_of.government(small.pop()) if len(small) == 1 else None
