"""Bodies that no register has and that the post before them shows: `Direktur Toba Jaya, Firman Nasution, mengatakan`."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.areas import FEW, AreaName, area_at
from graph.extraction.names import ARMED, looks_like_name, person_at
from graph.extraction.organization_names import Known, OrganizationName
from graph.extraction.organization_words import is_acronym, is_field
from graph.extraction.words import Words
from ontology.bodies import OrganizationKind, not_names, organization_kinds
from ontology.name_cues import name_cues
from ontology.titles import Title, is_degree

LEAST_SHORT_NAME = 5
"""Letters of an agency's short name (`Brida` has five): `Kepala Budi Sleman` would name a person."""
INITIALS = (("D", "dinas"), ("BB", "balai"), ("Balai", "balai"), ("B", "badan"))
"""With what agencies' short names begin: `Bappelda` is a Badan, `BBPJN` a Balai Besar, `KUA` and `KSOP` neither."""
MIXED = re.compile(r"[A-Z]{2,}[a-z]{1,3}")
"""An acronym that ends in a syllable: `Ketua BPKep Andi Saputra`."""
LONGEST_UNKNOWN = 5
"""Words looked over for a body after a field that no register has: `Direktur Pendanaan Luar Negeri Multilateral Bappenas`."""


def headed_unknown(words: Words, j: int) -> OrganizationName | None:
    """`Kepala Bappelda Kota Bogor`, `Kepala Bappelda, BPKLD, dan BPGPD`, `Kepala BPKLD Rahmat Hidayat`: one word that no
    register has, with its area, in a list of acronyms, or in capitals before its head's name, is an agency's short name."""
    if not words.same_sentence(j - 1, j + 1) or not words.text[j][0].isupper() or words.entries.get(j):
        return None
    if words.lower(j) in not_names() or is_field(words.text[j]):
        return None
    if len(words.text[j]) < LEAST_SHORT_NAME and not is_acronym(words.text[j]):
        return None
    area = area_at(words, j + 1)
    listed = words.lower(j + 1) == "," and words.same_sentence(j, j + 2) and is_acronym(words.text[j + 2])
    holder = person_at(words, j + 1, opened=False) if is_acronym(words.text[j]) else None
    headed = holder is not None and holder.last - holder.first > 1
    if area is None and not listed and not headed:
        return None
    kind = next((kind for begin, kind in INITIALS if words.text[j].startswith(begin)), "lembaga")
    return OrganizationName(j, area.end if area is not None else j + 1, words.text[j], kind, j + 1, area=area)


def unknown_branch(words: Words, j: int) -> OrganizationName | None:
    """`Ketua Organda Kota Sukamaju, Rahmat`, `Ketua Organda Sleman Rahmat Hidayat`: one word that no register has, with an area
    behind it and the word of its kind or the holder."""
    if not words.same_sentence(j - 1, j + 1) or not words.text[j].istitle() or words.entries.get(j):
        return None
    area = area_at(words, j + 1)
    if area is None or not (area.cued or _holder_behind(words, area)) or words.lower(j) in not_names():
        return None
    return OrganizationName(j, area.end, words.text[j], "lembaga", j + 1, area=area)


def _holder_behind(words: Words, area: AreaName) -> bool:
    """Whether a name follows a bare region: `Ketua Organda Sleman | Rahmat Hidayat`, `..., Rahmat Hidayat`."""
    k = area.end + (words.lower(area.end) == ",")
    holder = person_at(words, k, opened=False) if area.kind in FEW and words.same_sentence(area.start, k) else None
    return holder is not None and holder.last - holder.first > 1


def short_head(words: Words, j: int, known: Known) -> OrganizationName | None:
    """`Direktur Utama Perumda, Rahmat Hidayat`: the word of a kind stands for the one body of the article that begins so, else
    for one without a name: `Ketua Gapoktan, Rahmat`."""
    grouped = not_names().get(words.lower(j)) == "collective"  # `Ketua Panwascam, Rahmat`
    if not words.same_sentence(j, j + 1) or words.lower(j + 1) != "," or not (grouped or words.is_at(j, "head")):
        return None
    named = [body for name, body in known.items() if name.startswith(f"{words.text[j]} ")]
    if len(named) != 1:
        kinds = (kind.id for end, kind in words.at(j, "head", OrganizationKind) if end == j + 1)
        kind = next(kinds, "lembaga" if grouped else "")
        named_behind = words.same_sentence(j, j + 2) and person_at(words, j + 2, opened=False) is not None
        return OrganizationName(j, j + 1, words.text[j], kind, j + 1) if kind and named_behind else None
    return replace(named[0], start=j, end=j + 1, base_end=j + 1, area=None, acronym="")


def unknown_body(words: Words, j: int, *, least: int = 2) -> OrganizationName | None:
    """`Direktur Toba Jaya, Firman Nasution, mengatakan`: of two names after the post the second is the holder's."""
    k = j
    while (
        k < j + LONGEST_UNKNOWN
        and words.same_sentence(j, k)
        and words.text[k][0].isupper()
        and not words.is_at(k, "post", "area-cue")
        and not any(title.kind in ARMED for _, title in words.at(k, "honorific", Title))  # `Kapolsek Boja Iptu, Rahmat`
    ):
        k += 1
    if k - j < least or words.lower(k) != "," or not words.same_sentence(j, k + 1):
        return None
    holder = person_at(words, k + 1, opened=False)
    if holder is None or not words.same_sentence(j, holder.end) or words.text[holder.end][0].isupper():
        return None
    if is_degree(words.written(holder.start, holder.end)):
        return None  # `Camat Boja Rahmat Hidayat, S. Pd`
    after = holder.end + (words.lower(holder.end) == ",")
    listed = (
        words.lower(holder.end) in name_cues("joint") or not words.same_sentence(j, after) or words.text[after][0].isupper()
    )
    return None if listed else OrganizationName(j, k, words.written(j, k), "lembaga", k)


def unknown_acronym(words: Words, j: int) -> OrganizationName | None:
    """`Direktur RSUDM`, `Ketua KPSBU`: letters that no name has stand for a body; one that begins like a head has its kind."""
    text = words.text[j]
    if MIXED.fullmatch(text) and not words.entries.get(j):
        return OrganizationName(j, j + 1, text, "lembaga", j + 1)
    if not text.isupper() or not text.replace("-", "").isalpha() or len(text) < 3:
        return None
    mixed = words.same_sentence(j, j + 1) and words.text[j + 1].istitle()  # `Direktur INCO Arif S.`; but `SALEH selaku`
    if looks_like_name(text) and not mixed:
        return None
    heads = ((head, kind.id) for kind in organization_kinds().values() for head in kind.heads if head.isupper())
    kind = next((k for head, k in heads if len(head) > 2 and text.startswith(head)), "lembaga")
    part = text.lower() in not_names()  # `Manajer CSR`, `Ketua OSIS`
    return OrganizationName(j, j + 1, text, "bidang" if part else kind, j + 1)
