"""Where the name of an organisation ends that seems to go on: before a verb in a headline, a council, a village."""

from __future__ import annotations

import re

from graph.extraction.areas import SMALL
from graph.extraction.organization_names import OrganizationName
from graph.extraction.words import Words
from ontology.area_cues import AreaCue
from ontology.bodies import Body, OrganizationKind, headline_verbs
from ontology.name_cues import name_cues

ACRONYM = re.compile(r"[A-Z][\w&-]*[A-Z0-9][\w&-]*$|[A-Z][a-z]+$")
GROUP = "fraksi"
PARTY = "partai"
COUNCIL = "dewan"
SCHOOL = "sekolah"
OF_VILLAGES = ("kelompok", "koperasi", "perusahaan", SCHOOL)
"""Kinds of bodies behind whose name the village stands in which they are."""


def cut_end(words: Words, i: int, after: int, stop: int, kind: OrganizationKind) -> int:
    """Where a name ends that seems to go on: `RSUD Mulya | Nunggak Tujuh Bulan` in a headline, `Fraksi Golkar | DPRD`."""
    if words.in_headline(i) and kind.shape in ("name", "named-after", "number"):
        stop = _headline_end(words, after, stop)
    if kind.id in (GROUP, PARTY):
        first = after + (words.lower(after) == PARTY)  # `Fraksi Partai Golkar`
        parties = [end for end, body in words.at(first, "body", Body) if body.kind == PARTY]
        stop = parties[0] if parties else next((k for k in range(after, stop) if _is_council(words, k)), stop)
    if kind.id in OF_VILLAGES:  # `Posyandu Melati | Desa Sukamaju`, `SMPN 3 Boja | Desa Kliris`; `Koperasi Desa Merah Putih`
        stop = next((k for k in range(after + 1, stop - 1) if is_small_cue(words, k)), stop)
    return stop


def spelled_end(words: Words, i: int, stop: int) -> int:
    """`Serikat Pekerja Rambut | dan Bulu Mata (SPRBM)`: its first letters in brackets tell how far a name goes."""
    k = stop
    while words.same_sentence(i, k + 1) and (words.text[k][0].isupper() or words.lower(k) in name_cues("joint")):
        k += 1
    letters = "".join(word[0] for word in words.text[i:k] if word[0].isupper())
    return k if k > stop and words.lower(k) == "(" and words.text[k + 1] == letters else stop


def _headline_end(words: Words, after: int, stop: int) -> int:
    """A name in a headline has the words that stand again below; where the first does not, those before a verb: `RSUD Ciereng
    | Tambah Dokter`."""
    below = next((k for k in range(after, stop) if words.text[k].isalpha() and not words.stands_below(k, k + 1)), stop)
    if below > after:
        return below
    verbs = (k for k in range(after + 1, stop + 1) if words.same_sentence(after, k) and words.lower(k) in headline_verbs())
    return next(verbs, after)


def _is_council(words: Words, k: int) -> bool:
    return any(kind.id == COUNCIL for _, kind in words.at(k, "head", OrganizationKind)) or words.is_at(k, "area-cue")


def is_small_cue(words: Words, k: int) -> bool:
    """`Desa`, `Kelurahan`, `Kecamatan`, whatever follows."""
    return any(cue.kind in SMALL for _, cue in words.at(k, "area-cue", AreaCue))


def numbered_end(words: Words, i: int, after: int, stop: int) -> int:
    """`Kepala SMPN 9 | Rina Wati`, where the article has `SMPN 9` elsewhere, and nowhere with the word that follows here."""
    number = next((k for k in range(after, stop) if not words.text[k][0].isdigit()), stop)
    others = [k + number - i for k in words.told_again(i, number)]
    told = number > after and number < stop and others and not words.is_at(number, "region")
    return number if told and all(words.text[k] != words.text[number] for k in others if k < len(words)) else stop


def past_short_name(words: Words, found: OrganizationName) -> tuple[int, str, bool]:
    """Past the short name in brackets behind a name, that short name, and whether it has two words, so that a region behind it
    belongs to the body of whatever kind: `Perusahaan Umum Daerah Bank Perkreditan Rakyat (Perumda BPR) Kuningan`."""
    j = found.end
    if words.lower(j) == "(" and words.lower(j + 2) == ")" and ACRONYM.match(words.text[j + 1]):
        return j + 3, words.text[j + 1], False
    two = words.lower(j) == "(" and words.same_sentence(j, j + 3) and words.lower(j + 3) == ")" and words.is_at(j + 1, "head")
    if two and all(words.text[k][0].isupper() for k in (j + 1, j + 2)):
        return j + 4, words.written(j + 1, j + 3), True
    return j, found.acronym, False
