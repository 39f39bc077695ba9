"""Ranks completed by an area: `Bupati Ogan Ilir`, `Lurah Sukamaju`, `Ketua RT 03/RW 05 Kelurahan Kemirirejo`."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.areas import FEW, VILLAGES, AreaName, area_at, named_at, narrowed
from graph.extraction.organization_names import Known, OrganizationName
from graph.extraction.organizations import organization_at
from graph.extraction.post_commands import past_number, place_and_end, unknown_end
from graph.extraction.post_fields import with_field
from graph.extraction.post_names import PostName
from graph.extraction.unknown_bodies import unknown_body
from graph.extraction.unknown_places import cued_end, is_ordinal, past_short_form, ranked_end, titled_end, told_end, toponym_end
from graph.extraction.words import Words, past_brackets
from ontology.bodies import OrganizationKind, fields
from ontology.name_cues import name_cues
from ontology.names import distinguishing_words
from ontology.posts import Post

LOCAL = ("Nagari", "Pekon", "Kampung", "Tiyuh")
"""What villages are called where no kelurahan is: `Wali Nagari`, `Kepala Pekon`."""
HAMLET = "bidang"
"""The kind of a hamlet as a body: a part of its village."""
FORCES = ("kepolisian", "militer")
"""Whose people are posted in villages: `Babinsa Koramil 03/Boja`."""
AREAS = ("negara", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa")


def area_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Bupati Ogan Ilir`, `Lurah Sukamaju`, `Wakil Bupati Kabupaten Sleman`, `Sekda Pemkab Sleman`."""
    takes = found.post.takes
    kinds = _kinds(found.post)
    j = found.end
    if takes == "government":
        found = _with_portfolio(words, found, known)
        j = found.end
    if j >= len(words) or words.sentence[j] != words.sentence[found.start]:
        return found
    area = _governed_at(words, j, found.post)
    if area is not None and (area.cued or area.kind in kinds):
        several = words.lower(area.start).startswith("se") and area.cued  # `Lurah se-Kota Magelang`
        larger = _larger(words, area)
        end = larger[-1].end if larger else past_short_form(words, found.start, area.end)
        if takes in VILLAGES and (force := _force_at(words, end, known)) is not None:
            end = _past_forces(words, force, known)  # `Babinsa Meteseh Koramil 0821-07/Boja, Budi`
        found = replace(found, end=end, area=narrowed(area, larger), larger=larger, plural=several)
        return (
            with_field(words, found, known) if takes == "government" and words.is_at(end, "head") else found
        )  # `Staf Ahli Bupati Sleman Bidang Hukum`
    if takes in VILLAGES and (force := _force_at(words, j, known)) is not None:
        return replace(found, end=_past_forces(words, force, known), body=force)
    owner = organization_at(words, j, known, in_post=True)
    if owner is not None and owner.kind.startswith("pemerintah"):
        return replace(found, end=owner.end, area=owner.area)
    if owner is not None and takes == "government":
        return replace(found, end=owner.end, body=owner, area=owner.area)
    return found


def _with_portfolio(words: Words, found: PostName, known: Known) -> PostName:
    """`Asisten Pemkesra Setda Sleman`, `Asisten Administrasi Umum`: what an assistant is in charge of."""
    if words.lower(found.end) in name_cues("portfolio") and words.same_sentence(found.start, found.end):
        return replace(found, end=found.end + 1, title=words.written(found.start, found.end + 1))
    return with_field(words, found, known)


def _governed_at(words: Words, j: int, post: Post) -> AreaName | None:
    """The area at word `j` that the holder of `post` governs, or another that is named there."""
    takes, kinds = post.takes, _kinds(post)
    area = area_at(words, j)
    if area is not None and area.kind not in kinds and not area.cued and (bare := named_at(words, j, kinds)):
        area = AreaName(j, bare[1], bare[0], kinds[0], bare[2], cued=False)
    if takes in ("kecamatan", *VILLAGES) and (area is None or not area.cued):
        small = _small_area(words, j, kinds)  # `Camat Magelang Utara` in an article from Magelang
        area = small if small is not None and (area is None or small.end > area.end) else area
        if area is not None and words.same_sentence(j, area.end) and is_ordinal(words, area.end):  # `Camat Belitang I Rahmat`
            area = _longer(words, area)
        if area is not None and words.same_sentence(j, area.end) and _is_told_apart(words, area.end):
            area = _longer(words, area)
    elif area is None and takes in FEW and (bare := named_at(words, j, kinds, cued=True)):  # `Bupati kuningan`, too
        area = AreaName(j, bare[1], bare[0], kinds[0], bare[2], cued=False)
    if area is not None and (fitting := tuple(e for e in area.entries if e.kind in kinds)) and fitting != area.entries:
        area = replace(area, entries=fitting, kind=fitting[0].kind)  # `Bupati Jayapura` governs the kabupaten, not the kota
    return area


def _longer(words: Words, area: AreaName) -> AreaName:
    """The area with one more word in its name, of which no register tells."""
    return replace(area, end=area.end + 1, name=f"{area.name} {words.text[area.end]}", entries=())


def _is_told_apart(words: Words, k: int) -> bool:
    """`Kades Wolotopo | Timur Rahmat`: word `k` tells a place from its neighbours, and begins no holder's name."""
    return words.text[k].istitle() and words.lower(k) in distinguishing_words()


def _force_at(words: Words, j: int, known: Known) -> OrganizationName | None:
    """`Babinsa Koramil 03/Boja`, `Babinsa Koramil 0715-03 Boja`, `Bhabinkamtibmas Polsek Sumberjati, Aipda Budi`: whose man is
    posted in a village."""
    kind = next((kind for _, kind in words.at(j, "head", OrganizationKind) if kind.id in FORCES), None)
    if kind is None:
        return None
    end = max(unknown_end(words, j + 1), place_and_end(words, j + 1, words.text[j])[1])
    unknown = OrganizationName(j, end, words.written(j, end), kind.id, end) if end > j + 1 else None
    return organization_at(words, j, known, in_post=True) or unknown


def _past_forces(words: Words, force: OrganizationName, known: Known) -> int:
    """`Babinsa Koramil 05/Boja | Kodim 0715/Kendal | Serka Budi`: past the larger forces that it belongs to."""
    end = past_number(words, force)
    while words.same_sentence(force.start, end) and (larger := _force_at(words, end, known)) is not None:
        end = past_number(words, larger)
    return end


def _kinds(post: Post) -> tuple[str, ...]:
    """The kinds of area that complete a rank: a Kepala Desa heads a desa, in some register a kelurahan."""
    takes = post.takes
    if post.post.split()[-1] in LOCAL:
        return ("desa",)
    if takes == "government":
        return AREAS[1:4]
    return (takes, *(kind for kind in VILLAGES if kind != takes)) if takes in VILLAGES else (takes,)


def _larger(words: Words, area: AreaName) -> tuple[AreaName, ...]:
    """The areas in which it lies: `Kepala Desa Mekar, Kecamatan Sungkai, Kabupaten Lampung Utara`."""
    found: list[AreaName] = []
    end = past_brackets(words, area.end)
    while words.same_sentence(area.start, end):
        larger = area_at(words, end + (words.text[end] == ",")) if words.same_sentence(area.start, end + 1) else None
        if larger is None or not larger.cued:
            break
        found.append(larger)
        end = larger.end
    return tuple(found)


def _small_area(words: Words, j: int, kinds: tuple[str, ...]) -> AreaName | None:
    """`Camat Tanjung Raja`: the longest name of the register; names of villages are so many that a capital is asked of all."""
    if not words.text[j][0].isupper() or words.is_at(j, "post", "honorific", "post-mark"):
        return None
    if any(kind.id in FORCES for _, kind in words.at(j, "head", OrganizationKind)):
        return None
    if words.is_at(j, "head") and words.same_sentence(j, j + 1) and words.text[j + 1] in fields():
        return None  # `Penyuluh Pertanian Balai Penyuluhan Boja`: a body, though a kecamatan is called Balai
    told = unknown_body(words, j, least=1)
    found = named_at(words, j, kinds)
    if found is not None and found[1] - j == 1 and kinds[0] in VILLAGES and not _is_near(words, j):
        found = None  # some village is called Ujang: `Kades Ujang Saripudin`
    if found is not None and titled_end(words, j) > found[1]:
        found = None  # some village is called Ujong: `Keuchik Ujong Bariah Tgk. Rahmat`
    if found is not None and all(w[0].isupper() for w in found[0].split()) and (told is None or told.end <= found[1]):
        return AreaName(j, found[1], found[0], kinds[0], found[2], cued=False)
    end = (
        told.end
        if told is not None
        else max(titled_end(words, j), cued_end(words, j), told_end(words, j), toponym_end(words, j))
    )
    # `Lurah Sumber Jaya, Margiyono menyampaikan`
    return AreaName(j, end, words.written(j, end), kinds[0], (), cued=False) if end > j else None


def _is_near(words: Words, j: int) -> bool:
    """Whether a village called so lies in the article's region, or nothing behind it could be the rest of a name."""
    followed = words.same_sentence(j, j + 1) and words.text[j + 1][0].isupper()
    return not followed or not words.villages or words.lower(j) in words.villages or words.is_at(j, "region")


def numbered_post(words: Words, found: PostName, known: Known) -> PostName:
    """`Ketua RT 03/RW 05 Kelurahan Kemirirejo`: numbers, then the areas; without these what has a name is the body."""
    end = found.end
    while words.same_sentence(found.start, end) and (
        words.text[end].isdigit() or words.text[end] in ("RT", "RW", "/", "-") or is_ordinal(words, end)
    ):
        end += 1
    numbered, end = end, _past_unknown(words, end, found.post.body.lower())
    area = area_at(words, end) if words.same_sentence(found.start, end) else None
    if area is None or not area.cued:
        base = f"{found.post.body} {words.written(found.end, end)}"  # `Dusun Krajan`, `RW 8 Kramat`
        body = OrganizationName(found.start, end, base, HAMLET, end) if end > numbered else None
        return replace(found, end=end, body=body)
    larger = (area, *_larger(words, area))
    return replace(found, end=larger[-1].end, larger=larger)


def _past_unknown(words: Words, j: int, head: str) -> int:
    """Past the name of a hamlet: `Ketua RW 8 Kramat, Budi`, `Kepala Dusun Krajan Desa Sukamaju`, `Kadus Krajan Drs. Budi`."""
    ranked = ranked_end(words, j, religious=True)  # `Imum Mukim Kuta Blang Barat | Tgk. Rahmat`
    return max(unknown_end(words, j), cued_end(words, j), told_end(words, j, head), ranked)
