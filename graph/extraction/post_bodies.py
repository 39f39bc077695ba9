"""Ranks completed by a body: `Kepala Bappeda`, `Kabid Akuntansi BPKAD`, `Ketua Komisi II DPRD Sleman`, `Kapolres Sleman`."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.areas import area_at
from graph.extraction.names import looks_like_name
from graph.extraction.organization_cuts import COUNCIL, GROUP
from graph.extraction.organization_ends import parts_end
from graph.extraction.organization_names import Known, OrganizationName
from graph.extraction.organization_words import NOUN, is_acronym, is_field
from graph.extraction.organizations import organization_at
from graph.extraction.post_fields import field_end, with_field, with_unknown_field
from graph.extraction.post_names import PostName
from graph.extraction.unknown_bodies import headed_unknown, short_head, unknown_acronym, unknown_body, unknown_branch
from graph.extraction.words import Words
from ontology.bodies import Body, OrganizationKind, bodies, not_names, organization_kinds
from ontology.name_cues import name_cues

COMMITTEE = re.compile(r"[IVX]+|[A-E]|\d")
COMMITTEES = ("Komisi", "Pansus")
MEMBER = "Anggota DPRD"
OF_PARLIAMENT = "Anggota DPR"
PARLIAMENT = ("DPR", "Dewan Perwakilan Rakyat")
DIVISIONS = ("Kepala Bagian", "Kepala Bidang", "Kepala Seksi", "Kepala Sub Bagian", "Kepala Sub Bidang", "Kepala Biro")
SPECIAL = "Pansus"
FIELD_JOINTS = (",", "dan", "&")
LONGEST_FIELD = 6
"""Words between a rank and a body: `Manajer Komunikasi, Relasi dan CSR | PT Maju Jaya` has five."""
LONGEST_PORTFOLIO = 4
"""Words of a ministry's field that no register has: `Kementerian Haji dan Umrah` has three."""


def head_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kepala Bappeda Kota Magelang`, `Kepala Disnakertrans`: the kind of the body gives the rank."""
    body = organization_at(words, found.end, known, in_post=True) if words.same_sentence(found.start, found.end) else None
    body = body or headed_unknown(words, found.end)
    if body is None:
        return None
    rank = organization_kinds()[body.kind].rank if found.rank == "Kepala" else ""
    if rank and not rank.startswith("Kepala"):
        rank = "Kepala"
    title = f"{found.title} {body.base}" if rank in ("", "Kepala") else rank
    return replace(found, end=body.end, rank=rank or found.rank, title=title, body=body)


def agency_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kepala Dinas Kesehatan`, `Kadis Kesehatan`, `Kadis Kominfo`: the last word of the rank begins the name of the body."""
    rank_end = found.end - 3 if words.text[found.end - 1] in (")", "]") else found.end
    short = rank_end - found.start == 1
    inside = _head_inside(words, found)
    j = inside or (found.end if short else rank_end - 1)  # `Kepala | Puskesmas (Kapus) Mulya`
    body = organization_at(words, j, known, in_post=True) if words.same_sentence(found.start, j) else None
    if short and body is not None and body.body is None and field_end(words, j) >= body.end:
        body = None  # `Kadis Koperasi dan Perdagangan`: no cooperative
    kind = next((k for k in organization_kinds().values() if k.rank == found.rank), None)
    head = found.rank.split()[-1]
    if body is not None and body.end > found.end - (inside is not None):
        full = f"{head} {body.base}"  # `Kadis PUPR` heads Dinas PUPR
        known_so = body.body is not None and full in (body.body.name, *body.body.forms)
        return replace(found, end=body.end, body=replace(body, base=full) if known_so else body)
    end = field_end(words, found.end)
    if end == found.end and words.same_sentence(found.start, end) and is_acronym(words.text[end]):
        end += not looks_like_name(words.text[end]) and not words.is_at(end, "head")  # `Kadis P3AP2KB`; `Kepala Kantor PT Maju`
    if end == found.end and (entry := _clipped(words, found)) is not None:
        place = area_at(words, end + 1) if words.same_sentence(found.start, end + 1) else None
        stop = place.end if place is not None else end + 1
        body = OrganizationName(end, stop, entry.name, entry.kind, end + 1, area=place, body=entry)
        return replace(found, end=stop, body=body)
    if end == found.end:
        return found
    place = area_at(words, end) if words.same_sentence(found.start, end) else None
    base = f"{head} {words.written(found.end, end)}"
    stop = place.end if place is not None else end
    body = OrganizationName(found.end, stop, base, kind.id if kind else "dinas", end, area=place)
    return replace(found, end=stop, body=body)


def _with_rest_of_field(words: Words, found: PostName, known: Known) -> PostName:
    """`Kabid Pelayanan Gita Wastra, Budi`, `Kasubbag TU Budi`: what stands before the holder of a division, and begins like no
    body, is its field."""
    j = found.end
    short = words.text[j].isupper() and 1 < len(words.text[j]) < 5 and words.text[j] not in known
    if found.rank in DIVISIONS and short and not words.entries.get(j):
        return replace(found, end=j + 1, title=f"{found.title} {words.text[j]}")
    k = j
    while found.rank in DIVISIONS and words.same_sentence(j - 1, k) and _is_plain_noun(words, k):
        k += 1
    if k > j:  # `Kabid Pemberdayaan Nelayan, Budi`
        return replace(found, end=k, title=f"{found.title} {words.written(j, k)}")
    rest = unknown_body(words, found.end, least=1) if found.rank.startswith("Kepala ") else None
    if rest is None or words.entries.get(found.end) or (rest.end - rest.start == 1 and not NOUN.fullmatch(rest.base)):
        return found
    return replace(found, end=rest.end, title=f"{found.title} {rest.base}")


def past_nouns(words: Words, j: int) -> int:
    """Past the words of a field, nouns and joints: `Divisi | Teknis Penyelenggaraan | Rahmat Hidayat`."""
    return parts_end(words, j, lambda k: is_field(words.text[k]) or _is_plain_noun(words, k), len(words))


def _before_its_body(words: Words, found: PostName, known: Known) -> PostName:
    """`Manajer Komunikasi dan CSR | PT Maju Jaya`, `Supervisor Juru Bayar | PT Pos`: capitalised words between a rank and a
    body that begin like a field say what it is in charge of."""
    j = found.end
    if not words.same_sentence(found.start, j) or past_nouns(words, j) == j or organization_at(words, j, known) is not None:
        return found
    if words.is_at(found.start, "head"):
        return found  # `Pimpinan Daerah Muhammadiyah`
    k = j
    while k - j < LONGEST_FIELD and words.same_sentence(j, k) and (words.text[k][0].isupper() or words.text[k] in FIELD_JOINTS):
        if k > j and organization_at(words, k, known, in_post=True) is not None:
            return replace(found, end=k, title=words.written(found.start, k))
        k += 1
    return found


def _is_plain_noun(words: Words, k: int) -> bool:
    plain = not_names().get(words.lower(k)) == "noun" or NOUN.fullmatch(words.text[k]) is not None
    return words.text[k].istitle() and not words.entries.get(k) and plain


def _head_inside(words: Words, found: PostName) -> int | None:
    """Where in a rank the name of its body begins: `Kepala | Satpol PP Sleman`."""
    inside = range(found.start + 1, found.end - 1)
    return next((k for k in inside if any(end == found.end for end, _ in words.at(k, "head", OrganizationKind))), None)


def _clipped(words: Words, found: PostName) -> Body | None:
    """`Kadis Perindag`: the short name of a register without its first syllable, `Disperindag`."""
    if found.rank != "Kepala Dinas" or not words.same_sentence(found.start, found.end):
        return None
    return entry_of(f"Dis{words.lower(found.end)}")


def unit_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kabid Akuntansi BPKAD`, `Kepala Bagian Organisasi Setda Kota Magelang`, `Direktur RSUD Kayuagung`."""
    found = with_field(words, found, known)
    if not words.same_sentence(found.start, found.end):
        return found
    found = with_unknown_field(words, found, known)
    found = _with_rest_of_field(words, found, known)
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
        or unknown_acronym(words, found.end)
        or unknown_body(words, found.end)
        or short_head(words, found.end, known)
    )
    if body is not None:
        above = organization_at(words, body.end, known) if words.same_sentence(found.start, body.end) else None
        return replace(found, end=above.end if above is not None else body.end, body=body)  # `Kabid Data BPSDM Komdigi`
    place = area_at(words, found.end)
    return replace(found, end=place.end, area=place) if place is not None else found


def body_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Ketua PWI Provinsi Riau`, `Sekretaris Utama BSSN RI`; without a body the post stands alone (`Ketua`)."""
    found = _before_its_body(words, _in_group(words, found), known)
    if not words.same_sentence(found.start, found.end):
        return found
    body = (
        _group(words, found, known)
        or organization_at(words, found.end, known, in_post=True)
        or unknown_acronym(words, found.end)
        or unknown_branch(words, found.end)
        or unknown_body(words, found.end)
        or short_head(words, found.end, known)
    )
    if body is None and found.post.exclusive and not words.is_at(found.end, "head"):
        body = unknown_body(words, found.end, least=1)  # `Rektor Unmul, Budi Santoso, hadir`
    if body is None and words.lower(found.end) in name_cues("of") and words.same_sentence(found.start, found.end + 1):
        body = organization_at(words, found.end + 1, known, in_post=True)  # `Jaksa dari Kejari Sleman, Rina`
    if body is not None:
        return replace(found, end=body.end, body=body)
    return found


def _group(words: Words, found: PostName, known: Known) -> OrganizationName | None:
    """`Ketua | Fraksi Demokrat`: the last word of the rank begins the body's name."""
    group = organization_at(words, found.end - 1, known, in_post=True) if found.rank.endswith(GROUP.title()) else None
    if group is None or group.kind != GROUP:
        return None
    party = (
        words.is_at(found.end, "body", "head") or words.lower(group.end) in (",", "(") or words.is_at(group.end, "head", "body")
    )
    end = group.end if party else found.end + 1  # `Fraksi Perindo | Rahmat Hidayat`
    return replace(group, end=end, base=words.written(group.start, end), base_end=end)


def _in_group(words: Words, found: PostName) -> PostName:
    """`Ketua Pokja IV TP PKK Sleman`: a group of the body, by its number."""
    j = found.end
    if words.lower(j) not in name_cues("group") or not words.same_sentence(found.start, j + 1):
        return found
    if not _committee(words, j + 1):
        return found
    return replace(found, end=j + 2, title=words.written(found.start, j + 2))


def council_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Ketua DPRD Kota Magelang`, `Ketua Komisi II DPRD Sleman`: the council is the body."""
    if found.title.title().endswith(COMMITTEES) and _committee(words, found.end):
        found = replace(found, end=found.end + 1, title=f"{found.title} {words.text[found.end]}")
    named_by = range(found.start + 1, found.end)  # the rank `Ketua DPRD` ends with the council's name
    j = next((k for k in named_by if any(end >= found.end for end, _ in words.at(k, "body", Body))), found.end)
    j = _past_topic(words, found, known) if found.rank.endswith(SPECIAL) else j
    council = organization_at(words, j, known, in_post=True) if words.same_sentence(found.start, j) else None
    if council is not None and council.end >= found.end:
        end = council.end
        if words.lower(end) == "komisi" and _committee(words, end + 1):  # `Anggota DPR RI Komisi VIII`
            end += 2
        return replace(found, end=end, rank=_member_of(found, council), body=council)
    place = area_at(words, found.end) if words.same_sentence(found.start, found.end) else None
    if place is None:
        return found
    return replace(found, end=place.end, body=OrganizationName(found.end, place.end, "DPRD", "dewan", found.end, area=place))


def _past_topic(words: Words, found: PostName, known: Known) -> int:
    """`Ketua Pansus LKPJ | DPRD Sleman`: what a special committee is for stands before the council's name."""
    for k in range(found.end, found.end + LONGEST_PORTFOLIO):
        if not words.same_sentence(found.start, k) or not words.text[k][0].isupper():
            break
        council = organization_at(words, k, known, in_post=True)
        if council is not None and council.kind == COUNCIL:
            return k
    return found.end


def _member_of(found: PostName, council: OrganizationName) -> str:
    """The rank of whoever sits in the council: `Anggota Komisi V DPR RI` and `Anggota Komisi Informasi` are of no DPRD."""
    if found.rank != MEMBER or council.kind == COUNCIL:
        return found.rank
    return OF_PARLIAMENT if council.base.startswith(PARLIAMENT) else "Anggota"


def _committee(words: Words, k: int) -> bool:
    return k < len(words) and COMMITTEE.fullmatch(words.text[k]) is not None


def joined_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kadiskominfo Kota Magelang`: the rank and the short name of the agency in one word."""
    area = area_at(words, found.end) if words.same_sentence(found.start, found.end) else None
    end = area.end if area is not None else found.end
    entry = entry_of(found.post.body)
    body = OrganizationName(found.start, end, found.post.body, kind_of(found.post.body), found.end, area=area, body=entry)
    return replace(found, end=end, body=body)


def entry_of(form: str) -> Body | None:
    """The body of the register that is called so."""
    return next((body for body in bodies() if form == body.name or form in body.forms), None)


def kind_of(form: str) -> str:
    entry = entry_of(form)
    return entry.kind if entry is not None else "dinas"


def portfolio_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Menteri Sosial`, `Wakil Menteri Dalam Negeri`: the ministry's name."""
    end = field_end(words, found.end)
    if end == found.end and words.same_sentence(found.start, end) and is_acronym(words.text[end]):
        end += 1  # `Menko PMK`, `Menteri ATR`
    while end == found.end and words.same_sentence(found.start, end) and words.text[end] in ("Dalam", "Luar"):
        end += 2
    head = "Kementerian Koordinator" if found.rank.endswith("Koordinator") else "Kementerian"
    if end == found.end:  # the ministry is new to the registers, but named in the article
        longest = range(end + LONGEST_PORTFOLIO, end, -1)
        end = next((k for k in longest if f"{head} {words.written(found.end, min(k, len(words)))}" in known), end)
    if end == found.end or not words.same_sentence(found.start, end - 1):
        return found
    base = f"{head} {words.written(found.end, end)}"
    body = OrganizationName(found.end, end, base, "kementerian", end)
    return replace(found, end=end, body=body)
