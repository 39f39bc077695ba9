"""Names of areas: after a cue (`Kecamatan Magelang Utara`), or bare where the register knows a region of that name."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.extraction.words import Words, past_brackets
from ontology.area_cues import AreaCue
from ontology.areas import AreaEntry, areas
from ontology.bodies import not_names
from ontology.name_cues import name_cues
from ontology.titles import Title, is_degree

LONGEST_NAME = 5
"""Words of the longest name: `Ogan Komering Ulu Selatan` has four, `Kepulauan Siau Tagulandang Biaro` four, villages five."""
CURRENCY = "Rp"
STATE = "negara"
VILLAGES = ("kelurahan", "desa")
SMALL = ("kecamatan", *VILLAGES)
FEW = ("provinsi", "kabupaten", "kota")
LONGEST_ORDINAL = 2
"""Letters of the number of a place that a name may follow: `Utara II Semelagi`; an initial has one."""
ORDINAL = re.compile(r"\bke[- ]?\d+(?: republik)?$", re.IGNORECASE)
"""`HUT ke-74 | RI`, `HUT ke-74 Republik | Indonesia`"""


@dataclass(frozen=True, slots=True)
class AreaName:
    """An area as named at words `start`..`end`. `entries` are the areas of the register that may be meant; none where the
    register does not know it. `cued` says that a word of its kind stands before it."""

    start: int
    end: int
    name: str
    kind: str
    entries: tuple[AreaEntry, ...]
    cued: bool


def area_at(words: Words, i: int, *kinds: str) -> AreaName | None:
    """The area named at word `i`, of one of `kinds` where any is given."""
    found = _cued(words, i) or _bare(words, i)
    if found is None or (kinds and found.kind not in kinds):
        return None
    return found


def _cued(words: Words, i: int) -> AreaName | None:
    """`Kota Magelang`, `Kab. Sleman`, `seKecamatan Magelang Utara`: a cue and a name of that kind."""
    for end, cue in words.at(i, "area-cue", AreaCue):
        kinds = VILLAGES if cue.kind in VILLAGES else (cue.kind,)
        end = past_stop(words, end)
        quality = _quality(words, end) if kinds == VILLAGES else ""
        if quality == "scheme":
            continue
        end += quality != ""  # `Desa Wisata Nglanggeran`
        if cue.kind in FEW:
            end = past_brackets(words, end)  # `Badan Narkotika Nasional Kabupaten (BNNK) Sleman`
        if not words.same_sentence(i, end):
            continue  # a headline `Bantuan untuk Dua Desa`, and the article below it opens with `Petani`
        if (found := named_at(words, end, kinds, cued=True)) is not None:
            name, stop, entries = found
            if kinds == VILLAGES and words.in_headline(i) and not words.stands_below(end, stop):
                continue  # `Lomba Desa Taat Pajak`, and some village is called Taat
            longer = _longer_end(words, stop) if cue.kind in SMALL and not _stands_alone(words, i, stop) else stop
            if longer > stop and (not words.in_headline(i) or words.stands_below(end, longer)):
                return AreaName(i, longer, words.written(end, longer), cue.kind, (), cued=True)
            return AreaName(i, stop, name, cue.kind, entries, cued=True)
        if cue.bare and quality in ("", "visited") and (stop := _unknown_end(words, i, end, quality)) > end:
            return AreaName(i, stop, words.written(end, stop), cue.kind, (), cued=True)
    return None


def past_stop(words: Words, end: int) -> int:
    """Behind the stop of a cue that no blank parts from its name: `kec | .cilimus`."""
    return end + (words.same_sentence(end - 1, end + 1) and words.text[end] == ".")


def _unknown_end(words: Words, i: int, j: int, quality: str) -> int:
    """Where a name that no register has ends, word `j` itself where none is read there: a headline has capitals everywhere
    (`Dana Desa Dibuka`), and with `Desa Wisata` a capital before it or a common word behind it show that a contest is named."""
    contest = words.in_headline(i) or _is_capital(words, i - 1) or words.lower(j) in not_names()
    if not words.text[i][0].isupper() or (quality and contest):
        return j
    stop = _shape_end(words, j)
    return next((k for k in range(stop, j, -1) if not words.in_headline(i) or words.stands_below(j, k)), j)


def _quality(words: Words, j: int) -> str:
    """Whether `j`, behind the word for a village, says what kind of village it is, or names a programme of villages; the names
    of real villages may begin so (`Kelurahan Nelayan Indah`)."""
    kind = next((kind for kind in ("quality", "visited", "scheme") if words.lower(j) in name_cues(kind)), "")
    whole = named_at(words, j, VILLAGES) if kind == "scheme" else None
    return "" if whole is not None and whole[1] > j + 1 else kind


def narrowed(area: AreaName, larger: tuple[AreaName, ...]) -> AreaName:
    """`area` where it lies in the areas named after it: of many a Desa Mekar the one in `Kecamatan Sungkai`."""
    for above in larger:
        inside = tuple(e for e in area.entries if any(areas().is_within(e.code, a.code) for a in above.entries))
        if inside:
            area = replace(area, entries=inside)
    return area


def named_at(
    words: Words, j: int, kinds: tuple[str, ...], *, cued: bool = False
) -> tuple[str, int, tuple[AreaEntry, ...]] | None:
    """The longest name at word `j` that the register gives to an area of one of `kinds`: name, end, the areas.

    One capital there must be; after a cue (`kabupaten tulang bawang`) not even that for provinces, kabupaten and kota,
    which are few. Villages are so many that some are called `Maka`: a common word alone names none.
    """
    least, told = 0, None
    if not words.same_sentence(j - 1, j):
        return None
    for end, entries in words.at(j, "region", tuple):  # also regions and small areas that the article itself has told
        if fitting := tuple(e for e in entries if e.kind in kinds):
            least, told = end - j, (words.written(j, end), end, fitting)
            break
    for size in range(LONGEST_NAME, least, -1):  # `Kecamatan Magelang Utara` where `Magelang` is told too
        if not words.same_sentence(j, j + size - 1) or not words.text[j + size - 1][-1].isalnum():
            continue
        if not any(words.text[k][0].isupper() for k in range(j, j + size)) and not (cued and kinds[0] in FEW):
            continue
        if size == 1 and kinds[0] not in FEW and words.lower(j) in not_names():
            continue
        name = words.written(j, j + size)
        if entries := tuple(e for e in areas().named(name) if e.kind in kinds):
            return name, j + size, entries
    return told


def is_part_of_a_name(words: Words, area: AreaName) -> bool:
    """`Padang Luar` is not Padang: a bare region's name before a capitalised word that nothing explains is part of another
    name, and so is a small area's behind one. A headline has capitals everywhere. `HUT ke-74 RI` is a day, `soto Lamongan` a
    dish."""
    if area.kind == STATE and ORDINAL.search(words.written(max(0, area.start - 4), area.start)):
        return True
    if (
        not area.cued
        and words.same_sentence(area.start - 1, area.start)
        and words.lower(area.start - 1) in name_cues("product")
    ):
        return True
    if not area.cued and _ends_a_person(words, area):
        return True
    if area.cued or words.sentence[area.start] == 0:
        return False
    behind = area.end
    if _is_thing(words, area.start):
        return True
    if words.same_sentence(area.start - 1, area.start) and words.is_at(area.start - 1, "honorific"):
        return True  # `Mbah Sarmi`
    if area.kind not in FEW:
        alone = behind == area.start + 1 and area.kind in SMALL
        return alone and (_is_last_name(words, behind) or _is_first_name(words, area.start - 1))
    inside = _is_capital(words, area.start - 1) and _is_capital(words, behind) and words.lower(behind) not in not_names()
    return inside or _longer_end(words, behind) > behind


def _ends_a_person(words: Words, area: AreaName) -> bool:
    """`AKBP I Putu Bayu Pati`, `Bayu Pati, S.H.`: a region's name is the last of a person's, where a rank of the police leads
    to it or a degree with its stop follows."""
    comma = words.lower(area.end) == ","
    degree = words.text[area.end + comma] if words.same_sentence(area.start, area.end + comma) else ""
    if not words.same_sentence(area.start - 1, area.start) or not words.text[area.start - 1].istitle():
        return False
    if "." in degree[:-1] and is_degree(degree):
        return True
    return any(
        any(title.kind == "police" for _, title in words.at(k, "honorific", Title))
        and words.same_sentence(k, area.start)
        and all(words.text[n].istitle() and not words.is_at(n, "region", "area-cue", "head") for n in range(k + 1, area.start))
        for k in range(area.start - LONGEST_NAME, area.start - 1)
    )


def _is_thing(words: Words, k: int) -> bool:
    """`Palu diketuk pimpinan rapat`: what a word means that opens a sentence and goes on in small letters."""
    goes_on = words.same_sentence(k, k + 1) and words.text[k + 1].islower() and words.lower(k + 1) not in name_cues("joint")
    return goes_on and words.opens_sentence(k) and words.lower(k) in name_cues("thing")


def _is_last_name(words: Words, k: int) -> bool:
    """`Gamalama | Pos`; not the number in `Singkawang Utara | II`."""
    return _longer_end(words, k) > k and words.text[k].istitle() and len(words.text[k]) > LONGEST_ORDINAL


def _is_first_name(words: Words, k: int) -> bool:
    """`Armiyadi | Linge`; not `Paroki` of a `Pastor Paroki`."""
    explained = any(end > k for j in range(max(0, k - 3), k) for end, _ in words.entries.get(j, ()))
    plain = words.text[k].isalpha() and len(words.text[k]) > LONGEST_ORDINAL and words.lower(k) not in not_names()
    return plain and _is_capital(words, k) and not explained


def _is_capital(words: Words, k: int) -> bool:
    """Whether word `k` has a capital and no register has it: both neighbours of Padang in `Gedung Guna Padang Kempas Raya`."""
    known = not words.same_sentence(k, k + 1) or words.entries.get(k)
    return not known and words.text[k].istitle() and not words.opens_sentence(k)


def _longer_end(words: Words, stop: int) -> int:
    """Past one more capitalised word that nothing else explains: `Kecamatan Tanjung Raja` is not Kecamatan Tanjung."""
    if not words.same_sentence(stop - 1, stop) or not words.text[stop][0].isupper() or not words.text[stop].isalpha():
        return stop
    followed = words.same_sentence(stop, stop + 1) and words.text[stop + 1][0].isupper()
    explained = words.entries.get(stop) or words.lower(stop) in not_names()
    return stop if followed or explained else stop + 1


def _stands_alone(words: Words, i: int, stop: int) -> bool:
    """Whether words `i`..`stop` stand again where no name follows: beside `Kantor Desa Karanglo Kecamatan Turi` the words `Kaur
    Desa Karanglo Darmo hadir` tell of Desa Karanglo."""
    ends = (k + stop - i for k in words.told_again(i, stop) if words.sentence[k] > 0)
    return any(_longer_end(words, end) == end and not _is_followed(words, end) for end in ends)


def _is_followed(words: Words, stop: int) -> bool:
    """Whether a capital stands behind that no register explains."""
    return words.same_sentence(stop - 1, stop) and words.text[stop][0].isupper() and not words.entries.get(stop)


def _shape_end(words: Words, j: int) -> int:
    """Where a name that no register knows ends: up to three capitalised words (`Desa Sumber Rejeki`)."""
    k = j
    if not_names().get(words.lower(j)) == "function" or _quality(words, j):  # `Penguatan Ekonomi Desa Menuju Sambas Mandiri`
        return j
    while (
        k < j + 3
        and words.same_sentence(j, k)
        and words.text[k][0].isupper()
        and words.text[k].isalpha()
        and words.text[k] != CURRENCY
        and not words.is_at(k, "area-cue", "post", "honorific", "head", "body")
        and (not words.is_at(k, "region") or not_names().get(words.lower(k + 1)) == "proper")  # `Kecamatan Magelang Utara`
    ):
        k += 1
    return k


def _bare(words: Words, i: int) -> AreaName | None:
    """`Lampung Tengah`, `Sulbar`: a whole name of a province, kabupaten or kota, or of the country, with its capitals."""
    readings = words.at(i, "region", tuple)
    for end, first in readings:
        entries = next((e for stop, e in readings if stop == end and _goes_on(words, i, e, first)), first)
        return AreaName(i, end, words.written(i, end), entries[0].kind, entries, cued=False)
    return None


def _goes_on(words: Words, i: int, entries: tuple[AreaEntry, ...], others: tuple[AreaEntry, ...]) -> bool:
    """`Kecamatan Gadingrejo 188, Sukoharjo 150`: in a list of kecamatan this is that of the name, not the kabupaten; but
    `Kapanewon Cangkringan, Sleman` lies in the kabupaten."""
    k = i - 1
    while k > 0 and (words.lower(k) in {",", *name_cues("joint")} or words.text[k][0].isdigit()):
        k -= 1
    before = (e for j in range(max(0, k - 2), k + 1) for end, e in words.at(j, "region", tuple) if end == k + 1 < i)
    inside = {(a.kind, a.code.rpartition(".")[0]) for found in before for a in found if a.kind not in FEW}
    numbered = any(words.text[j][0].isdigit() for j in range(k + 1, i))
    if not numbered and any(other.code == code for other in others for _, code in inside):
        return False
    return any((a.kind, a.code.rpartition(".")[0]) in inside for a in entries)
