"""What completes a rank: one function for each kind of completion in the register of posts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from graph.extraction.areas import VILLAGES, AreaName, area_at, named_at, narrowed
from graph.extraction.names import looks_like_name, person_at
from graph.extraction.organizations import OrganizationName, is_acronym, is_field, is_joint, organization_at
from graph.extraction.post_names import Known, PostName, past_brackets
from graph.extraction.words import Words
from ontology.bodies import Body, OrganizationKind, bodies, fields, not_names, organization_kinds
from ontology.name_cues import name_cues
from ontology.posts import posts

AREAS = ("negara", "provinsi", "kabupaten", "kota", "kecamatan", "kelurahan", "desa")
COMMITTEE = re.compile(r"[IVX]+|[A-E]|\d")
LONGEST_FIELD = 12
"""Words of a field: `Staf Ahli Bidang Kemasyarakatan dan Sumber Daya Manusia` has seven after the rank."""
LEAST_SHORT_NAME = 5
"""Letters of an agency's short name (`Brida` has five): `Kepala Budi Sleman` would name a person."""
LONGEST_UNKNOWN = 5
"""Words looked over for a body after a field that no register has: `Direktur Pendanaan Luar Negeri Multilateral Bappenas`."""
Completion = Callable[[Words, PostName, Known], PostName | None]


def complete(words: Words, found: PostName, known: Known) -> PostName | None:
    """The post with its field and body; None where the rank wants a body and none follows (`Kepala` alone is no post)."""
    post = COMPLETIONS.get(found.post.takes, _plain)(words, found, known)
    if post is None:
        return None
    if words.is_at(post.end + 1, "post") or words.text[min(post.end + 1, len(words) - 1)].isupper():
        post = replace(post, end=past_brackets(words, post.end))  # `Menteri Keuangan (Menkeu)`
    return _with_attribute(words, _with_area_of_body(words, post))


def _with_area_of_body(words: Words, post: PostName) -> PostName:
    """`Kepala Bulog Kabupaten Bone`: after a body whose name takes no area, the region in which it is."""
    if post.body is None or post.body.area is not None or not words.same_sentence(post.start, post.end):
        return post
    area = area_at(words, post.end, *AREAS[1:4])
    return replace(post, end=area.end, larger=(area,)) if area is not None and area.cued else post


def _with_attribute(words: Words, post: PostName) -> PostName:
    """`Camat setempat, Budi`, `Kapolres Sambas yang baru, Budi`: which holder of the post is meant."""
    for size in (2, 1):
        end = post.end + size
        if words.same_sentence(post.start, end - 1) and words.written(post.end, end).lower() in name_cues("attribute"):
            return replace(post, end=end)
    return post


def _plain(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Babinsa`, `Mendagri`: nothing follows; the register may know the body."""
    if not found.post.body:
        return found
    rank = next((p.post for p in posts() if p.takes == "portfolio" and found.rank.startswith(f"{p.post} ")), found.rank)
    body = OrganizationName(found.start, found.end, found.post.body, _kind_of(found.post.body), found.end)
    return replace(found, rank=rank, body=body)


def _area_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Bupati Ogan Ilir`, `Lurah Sukamaju`, `Wakil Bupati Kabupaten Sleman`, `Sekda Pemkab Sleman`."""
    takes = found.post.takes
    kinds = _kinds(takes)
    j = found.end
    if takes == "government":
        found = _with_field(words, found, known)
        j = found.end
    if j >= len(words) or words.sentence[j] != words.sentence[found.start]:
        return found
    area = area_at(words, j)
    if area is not None and area.kind not in kinds and not area.cued and (bare := named_at(words, j, kinds)):
        area = AreaName(j, bare[1], bare[0], kinds[0], bare[2], cued=False)
    if area is None and takes in ("kecamatan", "kelurahan", "desa"):
        area = _small_area(words, j, kinds)
    elif area is None and takes == "kabupaten" and (bare := named_at(words, j, kinds)) and words.text[j][0].isupper():
        area = AreaName(j, bare[1], bare[0], kinds[0], bare[2], cued=False)
    if area is not None and (fitting := tuple(e for e in area.entries if e.kind in kinds)) and fitting != area.entries:
        area = replace(area, entries=fitting, kind=fitting[0].kind)  # `Bupati Jayapura` governs the kabupaten, not the kota
    if area is not None and (area.cued or area.kind in kinds):
        several = words.lower(area.start).startswith("se") and area.cued  # `Lurah se-Kota Magelang`
        larger = _larger(words, area)
        end = larger[-1].end if larger else past_brackets(words, area.end)
        return replace(found, end=end, area=narrowed(area, larger), larger=larger, plural=several)
    owner = organization_at(words, j, known, in_post=True)
    if owner is not None and owner.kind.startswith("pemerintah"):
        return replace(found, end=owner.end, area=owner.area)
    if owner is not None and takes == "government":
        return replace(found, end=owner.end, body=owner, area=owner.area)
    return found


def _kinds(takes: str) -> tuple[str, ...]:
    """The kinds of area that complete a rank: a Kepala Desa heads a desa, in some register a kelurahan."""
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
    if (found := named_at(words, j, kinds)) is not None and all(w[0].isupper() for w in found[0].split()):
        return AreaName(j, found[1], found[0], kinds[0], found[2], cued=False)
    if (told := _unknown_body(words, j)) is not None:  # `Lurah Sumber Jaya, Margiyono menyampaikan`
        return AreaName(j, told.end, told.base, kinds[0], (), cued=False)
    return None


def _numbered(words: Words, found: PostName, known: Known) -> PostName:
    """`Ketua RT 03/RW 05 Kelurahan Imopuro`: numbers, then the areas."""
    end = found.end
    while words.same_sentence(found.start, end) and (words.text[end].isdigit() or words.text[end] in ("RT", "RW", "/", "-")):
        end += 1
    area = area_at(words, end) if words.same_sentence(found.start, end) else None
    if area is None or not area.cued:
        return replace(found, end=end)
    larger = (area, *_larger(words, area))
    return replace(found, end=larger[-1].end, larger=larger)


def _head(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kepala Bappeda Kota Magelang`, `Kepala Disnakertrans`: the kind of the body gives the rank."""
    body = organization_at(words, found.end, known, in_post=True) if words.same_sentence(found.start, found.end) else None
    body = body or _headed_unknown(words, found.end)
    if body is None:
        return None
    rank = organization_kinds()[body.kind].rank if found.rank == "Kepala" else ""
    if rank and not rank.startswith("Kepala"):
        rank = "Kepala"
    title = f"{found.title} {body.base}" if rank in ("", "Kepala") else rank
    return replace(found, end=body.end, rank=rank or found.rank, title=title, body=body)


def _headed_unknown(words: Words, j: int) -> OrganizationName | None:
    """`Kepala Bappelda Kota Bogor`, `Kepala Bappelda, BPKLD, dan BPGPD`: one word that no register has, with its area or in a
    list of acronyms, is an agency's short name."""
    if not words.same_sentence(j - 1, j + 1) or not words.text[j][0].isupper() or words.entries.get(j):
        return None
    if words.lower(j) in not_names() or is_field(words.text[j]) or len(words.text[j]) < LEAST_SHORT_NAME:
        return None
    area = area_at(words, j + 1)
    listed = words.lower(j + 1) == "," and words.same_sentence(j, j + 2) and is_acronym(words.text[j + 2])
    if area is None and not listed:
        return None
    kind = "dinas" if words.text[j].startswith("D") else "badan"
    return OrganizationName(j, area.end if area is not None else j + 1, words.text[j], kind, j + 1, area=area)


def _agency(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kepala Dinas Kesehatan`, `Kadis Kesehatan`, `Kadis Kominfo`: the last word of the rank begins the name of the body."""
    short = found.end - found.start == 1
    j = found.end - 1 if not short else found.end
    body = organization_at(words, j, known, in_post=True) if words.same_sentence(found.start, j) else None
    kind = next((k for k in organization_kinds().values() if k.rank == found.rank), None)
    head = found.rank.split()[-1]
    if body is not None and body.end > found.end:
        full = f"{head} {body.base}"  # `Kadis PUPR` heads Dinas PUPR
        known_so = body.body is not None and full in (body.body.name, *body.body.forms)
        return replace(found, end=body.end, body=replace(body, base=full) if known_so else body)
    end = _field_end(words, found.end)
    if end == found.end and words.same_sentence(found.start, end) and is_acronym(words.text[end]):
        end += not looks_like_name(words.text[end])  # `Kadis P3AP2KB`; but `Kadis BUDI`
    if end == found.end:
        return found
    place = area_at(words, end) if words.same_sentence(found.start, end) else None
    base = f"{head} {words.written(found.end, end)}"
    stop = place.end if place is not None else end
    body = OrganizationName(found.end, stop, base, kind.id if kind else "dinas", end, area=place)
    return replace(found, end=stop, body=body)


def _unit(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kabid Akuntansi BPKAD`, `Kepala Bagian Organisasi Setda Kota Magelang`, `Direktur RSUD Kayuagung`."""
    end = found.end
    found = _with_field(words, found, known)
    if not words.same_sentence(found.start, found.end):
        return found
    if found.end == end:
        found = _unknown_field(words, found, known)
    if words.lower(found.end) in name_cues("within"):  # `Kepala Bagian Hukum pada Sekretariat Daerah Kabupaten Sleman`
        owner = (
            organization_at(words, found.end + 1, known, in_post=True)
            if words.same_sentence(found.start, found.end + 1)
            else None
        )
        if owner is not None:
            return replace(found, end=owner.end, body=owner)
    body = (
        organization_at(words, found.end, known, in_post=True)
        or _unknown_acronym(words, found.end)
        or _unknown_body(words, found.end)
    )
    if body is not None:
        return replace(found, end=body.end, body=body)
    place = area_at(words, found.end)
    return replace(found, end=place.end, area=place) if place is not None else found


def _unknown_field(words: Words, found: PostName, known: Known) -> PostName:
    """`Kasi Penkum Kejati Riau`: such a post has a field, so capitalised words between it and a body are one."""
    for k in range(found.end, found.end + LONGEST_UNKNOWN):
        if not words.same_sentence(found.start, k) or not words.text[k][0].isupper():
            break
        if k > found.end and organization_at(words, k, known, in_post=True) is not None:
            return replace(found, end=k, title=f"{found.title} {words.written(found.end, k)}")
    return found


def _body(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Ketua PWI Provinsi Riau`, `Sekretaris Utama BSSN RI`; without a body the post stands alone (`Ketua`)."""
    if not words.same_sentence(found.start, found.end):
        return found
    body = (
        organization_at(words, found.end, known, in_post=True)
        or _unknown_acronym(words, found.end)
        or _unknown_body(words, found.end)
    )
    if body is not None:
        return replace(found, end=body.end, body=body)
    return found


def _unknown_body(words: Words, j: int) -> OrganizationName | None:
    """`Direktur Toba Jaya, Firman Nasution, mengatakan`: of two names after the post the second is the holder's."""
    k = j
    while k < j + LONGEST_UNKNOWN and words.same_sentence(j, k) and words.text[k][0].isupper() and not words.is_at(k, "post"):
        k += 1
    if k == j or words.lower(k) != "," or not words.same_sentence(j, k + 1):
        return None
    holder = person_at(words, k + 1, opened=False)
    if holder is None or not words.same_sentence(j, holder.end) or words.text[holder.end][0].isupper():
        return None
    after = holder.end + (words.lower(holder.end) == ",")
    listed = (
        words.lower(holder.end) in name_cues("joint") or not words.same_sentence(j, after) or words.text[after][0].isupper()
    )
    return None if listed else OrganizationName(j, k, words.written(j, k), "lembaga", k)


def _unknown_acronym(words: Words, j: int) -> OrganizationName | None:
    """`Direktur RSUDM`, `Ketua KPSBU`: letters that no name has stand for a body; one that begins like a head has its kind."""
    text = words.text[j]
    if not text.isupper() or not text.isalpha() or len(text) < 3:
        return None
    mixed = words.same_sentence(j, j + 1) and words.text[j + 1].istitle()  # `Direktur INCO Arif S.`; but `SALEH selaku`
    if looks_like_name(text) and not mixed:
        return None
    heads = ((head, kind.id) for kind in organization_kinds().values() for head in kind.heads if head.isupper())
    kind = next((k for head, k in heads if len(head) > 2 and text.startswith(head)), "lembaga")
    return OrganizationName(j, j + 1, text, kind, j + 1)


def _council(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Ketua DPRD Kota Magelang`, `Ketua Komisi II DPRD Sleman`: the council is the body."""
    if found.rank.endswith("Komisi") and _committee(words, found.end):
        found = replace(found, end=found.end + 1, title=f"{found.title} {words.text[found.end]}")
    named_by = range(found.start + 1, found.end)  # the rank `Ketua DPRD` ends with the council's name
    j = next((k for k in named_by if any(end >= found.end for end, _ in words.at(k, "body", Body))), found.end)
    council = organization_at(words, j, known, in_post=True) if words.same_sentence(found.start, j) else None
    if council is not None and council.end >= found.end:
        end = council.end
        if words.lower(end) == "komisi" and _committee(words, end + 1):  # `Anggota DPR RI Komisi VIII`
            end += 2
        return replace(found, end=end, body=council)
    place = area_at(words, found.end) if words.same_sentence(found.start, found.end) else None
    if place is None:
        return found
    return replace(found, end=place.end, body=OrganizationName(found.end, place.end, "DPRD", "dewan", found.end, area=place))


def _committee(words: Words, k: int) -> bool:
    return k < len(words) and COMMITTEE.fullmatch(words.text[k]) is not None


def _joined(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kadiskominfo Kota Magelang`: the rank and the short name of the agency in one word."""
    area = area_at(words, found.end) if words.same_sentence(found.start, found.end) else None
    end = area.end if area is not None else found.end
    body = OrganizationName(found.start, end, found.post.body, _kind_of(found.post.body), found.end, area=area)
    return replace(found, end=end, body=body)


def _kind_of(form: str) -> str:
    return next((body.kind for body in bodies() if form == body.name or form in body.forms), "dinas")


def _portfolio(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Menteri Sosial`, `Wakil Menteri Dalam Negeri`: the ministry's name."""
    end = _field_end(words, found.end)
    if end == found.end and words.same_sentence(found.start, end) and is_acronym(words.text[end]):
        end += 1  # `Menko PMK`, `Menteri ATR`
    while end == found.end and words.same_sentence(found.start, end) and words.text[end] in ("Dalam", "Luar"):
        end += 2
    if end == found.end or not words.same_sentence(found.start, end - 1):
        return found
    head = "Kementerian Koordinator" if found.rank.endswith("Koordinator") else "Kementerian"
    base = f"{head} {words.written(found.end, end)}"
    body = OrganizationName(found.end, end, base, "kementerian", end)
    return replace(found, end=end, body=body)


def _command(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kapolres Magelang`, `Dandim 0411`, `Kajari Sleman`: the force's name is in the rank, an area or number after it."""
    j = found.end
    place = area_at(words, j) if words.same_sentence(found.start, j) else None
    if place is None and words.same_sentence(found.start, j):
        kinds = ("kabupaten", "kota", "kecamatan", "provinsi")
        if words.text[j][0].isupper() and (named := named_at(words, j, kinds)) is not None:
            place = AreaName(j, named[1], named[0], named[2][0].kind, named[2], cued=False)
    end = _number_end(words, j) if place is None else j
    if place is None and end > j:
        place = area_at(words, end)
        if place is None and words.text[end - 1] == "/":
            end += words.same_sentence(j, end) and words.text[end][0].isupper()  # `Korem 172/PWY`, `Kodim 1505/Tidore`
    if place is not None:
        end = place.end
    force = organization_at(words, j, known, in_post=True) if end == j and words.same_sentence(found.start, j) else None
    if force is not None:  # `Kabid Humas Polda Riau`
        return replace(found, end=force.end, body=force)
    head = found.post.body
    if end == j or not head:
        return replace(found, end=end, area=place)
    kind = next(k.id for k in organization_kinds().values() if head in k.heads)
    numbered = _number_end(words, j) > j  # `Dandim 0830/Surabaya`: the number is part of the name, the area then too
    base = f"{head} {words.written(j, end)}" if numbered else head
    body = OrganizationName(j, end, base, kind, end if numbered else j, area=place)
    return replace(found, end=end, body=body, area=None)


def _number_end(words: Words, j: int) -> int:
    """Where the number of a command ends: `0411`, `411-01/`, `XVII/`."""
    end = j
    while words.same_sentence(j - 1, end) and (
        words.text[end][0].isdigit() or words.text[end] in "/-" or (end == j and COMMITTEE.fullmatch(words.text[j]))
    ):
        end += 1
    return end


def _field_end(words: Words, j: int) -> int:
    """The field of a post or of a body that its rank names: words of the register of fields and joints."""
    end, k = j, j
    while k < j + LONGEST_FIELD and words.same_sentence(j - 1, k):
        if k > j and words.is_at(k, "area-cue") and area_at(words, k) is not None:
            break  # `Kasi Pelayanan Kelurahan Imopuro`
        if words.text[k] in fields() or (words.is_at(k, "body") and k == j and not words.at(k, "body", Body)[0][1].branches):
            end = k + 1
        elif end == j or not is_joint(words, end, k):
            break
        k += 1
    return end


def _with_field(words: Words, found: PostName, known: Known) -> PostName:
    """The field after the rank, `Bidang` or not: `Staf Ahli Bidang Hukum`, `Kabid Akuntansi`, `Asisten Administrasi Umum`."""
    j = found.end
    if words.at(j, "body", Body) or not words.same_sentence(found.start, j):
        return found
    if any(kind.id != "bidang" for _, kind in words.at(j, "head", OrganizationKind)) and words.text[j] not in fields():
        return found
    end = _field_end(words, j)
    if end == j:
        return found
    return replace(found, end=past_brackets(words, end), title=f"{found.title} {words.written(j, end)}")


COMPLETIONS: dict[str, Completion] = {
    "joined": _joined,
    "number": _numbered,
    **dict.fromkeys((*AREAS, "government"), _area_post),
    **dict.fromkeys(("police", "military", "prosecutor", "court"), _command),
    "head": _head,
    "agency": _agency,
    "unit": _unit,
    "body": _body,
    "council": _council,
    "portfolio": _portfolio,
    "none": _plain,
}
