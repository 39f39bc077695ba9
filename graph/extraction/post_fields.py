"""The field of a post: `Staf Ahli Bidang Hukum`, `Kabid Akuntansi`, `Kepala Dinas Kesehatan`."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.areas import SMALL, area_at
from graph.extraction.organization_ends import is_joint, parts_end
from graph.extraction.organization_names import Known
from graph.extraction.organizations import organization_at
from graph.extraction.post_names import PostName
from graph.extraction.unknown_places import plain_end
from graph.extraction.words import Words, past_brackets
from ontology.bodies import Body, OrganizationKind, fields
from ontology.name_cues import name_cues
from ontology.posts import PostMark

LONGEST_FIELD = 12
"""Words of a field: `Staf Ahli Bidang Kemasyarakatan dan Sumber Daya Manusia` has seven after the rank."""
LONGEST_UNKNOWN = 5
"""Words looked over for a body after a field that no register has: `Direktur Pendanaan Luar Negeri Multilateral Bappenas`."""


def field_end(words: Words, j: int) -> int:
    """The field of a post or of a body that its rank names: words of the register of fields and joints."""

    def belongs(k: int) -> bool:
        area = area_at(words, k) if k > j and words.is_at(k, "area-cue") else None
        if area is not None and (area.entries or words.text[k - 1] not in fields()):
            return False  # `Kasi Pelayanan Kelurahan Kemirirejo`; but `Kasi Pembinaan Perpustakaan Desa Rahmat`
        paired = k > j and words.written(k - 1, k + 1).lower() in name_cues("field-pair")  # `Kabid Cipta Karya Rahmat`
        body = k == j and words.is_at(k, "body") and not words.at(k, "body", Body)[0][1].branches
        return words.text[k] in fields() or paired or body

    return parts_end(words, j, belongs, LONGEST_FIELD)


def with_field(words: Words, found: PostName, known: Known) -> PostName:
    """The field after the rank, `Bidang` or not: `Staf Ahli Bidang Hukum`, `Kabid Akuntansi`, `Asisten Administrasi Umum`."""
    j = found.end
    if words.at(j, "body", Body) or not words.same_sentence(found.start, j):
        return found
    if any(kind.id != "bidang" for _, kind in words.at(j, "head", OrganizationKind)) and words.text[j] not in fields():
        return found
    end = field_end(words, j)
    if end == j:
        return found
    return replace(found, end=past_brackets(words, end), title=f"{found.title} {words.written(j, end)}")


def with_unknown_field(words: Words, found: PostName, known: Known) -> PostName:
    """`Kasi Penkum Kejati Riau`: such a post has a field, so capitalised words between it and a body are one, and so are those
    before a comma and a name: `Ketua Tim Pemantau, Rahmat Hidayat`."""
    if (comma := _before_a_name(words, found.end)) > found.end:
        return replace(found, end=comma, title=f"{found.title} {words.written(found.end, comma)}")
    if organization_at(words, found.end, known, in_post=True) is not None:
        return found
    for k in range(found.end, found.end + LONGEST_UNKNOWN):
        if not words.same_sentence(found.start, k) or not (words.text[k][0].isupper() or is_joint(words, k, k)):
            break
        acting = any(mark.kind == "acting" for _, mark in words.at(k, "post-mark", PostMark))
        if acting or (k > found.end and words.is_at(k, "post")):
            break  # `Kepala Seksi Pelayanan Gizi, Plt. Kepala Dinas Pangan Sukamaju`
        placed = found.rank.startswith("Kepala ") and area_at(words, k, *SMALL) is not None  # `Kasi Kesos Kecamatan Sukamaju`
        if k > found.end and (placed or organization_at(words, k, known, in_post=True) is not None):
            return replace(found, end=k, title=f"{found.title} {words.written(found.end, k)}")
    return found


def _before_a_name(words: Words, j: int) -> int:
    """Where one or two capitalised words end that a comma and a full name follow; else `j`."""
    k = plain_end(words, j, 2)
    if k == j or not words.same_sentence(j, k + 1) or words.text[k] != ",":
        return j
    titled = words.is_at(k + 1, "honorific")
    return k if titled or plain_end(words, k + 1, 2) == k + 3 else j
