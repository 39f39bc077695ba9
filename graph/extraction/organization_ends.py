"""Where the name of an organisation ends: its field, its number, its capitals, before whoever heads it."""

from __future__ import annotations

import re
from collections.abc import Callable

from graph.extraction.names import is_initial, looks_like_name
from graph.extraction.organization_names import Known
from graph.extraction.organization_words import ROMAN, SHORT_AGENCY, is_acronym, is_field
from graph.extraction.words import Words
from ontology.area_cues import AreaCue
from ontology.areas import COUNTRY
from ontology.bodies import fields, not_names
from ontology.name_cues import name_cues
from ontology.titles import Title

RANK = re.compile("[IV]+[ABC]?|1[ABC]?")
CURRENCY = "Rp"
OF_NAMES = ("proper", "name-too")
ENDS = ("post", "post-mark", "honorific", "area-cue", "region", "head", "body", "street")
"""Labels of words with which something else begins."""
LONGEST = 14
"""Words of the longest official names of agencies run to 11 (`Dinas Pengendalian Penduduk, Keluarga Berencana, ...`)."""


def name_end(words: Words, j: int, shape: str, *, in_post: bool) -> int:
    """Where the name that began before word `j` ends."""
    if shape == "field":
        end, run = _field_end(words, j), _below(words, j, _run_end(words, j))
        return run if run > end and (not in_post or _closes_a_name(words, j, end, run)) else end
    if shape == "number":
        while words.same_sentence(j - 1, j) and re.fullmatch(r"\d+[A-Z]?|[IVX]+|0\d{2,3}", words.text[j]):
            j += 1
        if words.lower(j) == "/" and words.same_sentence(j, j + 1) and _is_glued(words, j + 1):
            j += 1  # `Kodim 0830/Surabaya Utara`
        elif words.lower(j) == "/" and words.same_sentence(j, j + 1) and words.text[j + 1].isdigit():
            j += 2  # `Denpom V/3 Malang`
        end = region_end(words, j, _capitals_end(words, j, limit=3))
        return end + (end > j and _is_last_number(words, end))
    if shape == "named-after":
        return region_end(words, j, _capitals_end(words, j, limit=6, titles=True))
    return _capitals_end(words, j, limit=6) if shape == "name" else j


def _is_last_number(words: Words, k: int) -> bool:
    """`SDN Sukamaju 2, SDN Sukasari 5`: a number behind a school's name that counts nothing."""
    if not words.same_sentence(k - 1, k) or not re.fullmatch(r"\d{1,2}", words.text[k]):
        return False
    return not words.same_sentence(k, k + 1) or not words.text[k + 1][0].isalpha() or words.text[k + 1][0].isupper()


def _field_end(words: Words, j: int) -> int:
    """The words of an agency's name: words of the register of fields, joined by commas and `dan`."""

    def belongs(k: int) -> bool:
        of_towns = k > j and (_names_villages(words, k) or words.written(k - 1, k + 1) == "Tata Kota")
        part = is_field(words.text[k]) or (k == j and is_acronym(words.text[k])) or of_towns
        return part and not _begins_another(words, j, k)

    return parts_end(words, j, belongs, LONGEST)


def _begins_another(words: Words, j: int, k: int) -> bool:
    """`Dinas Sosial serta Universitas Gajah`: behind a joint a word that heads names begins another body, if it is no field."""
    if k == j or words.text[k] in fields() or words.lower(k - 1) not in {",", *name_cues("joint")}:
        return False
    if SHORT_AGENCY.fullmatch(words.text[k]) or (words.lower(k - 1) == "," and is_acronym(words.text[k])):
        return True  # `Kementerian Haji, BPNT dan PKH`
    return words.lower(k - 1) != "," and (
        words.is_at(k, "head")
        or words.lower(k) in name_cues("seat")
        or (words.lower(k - 1) == "serta" and not is_field(words.text[k]))
    )


def _names_villages(words: Words, k: int) -> bool:
    """`Dinas Pemberdayaan Masyarakat dan Pekon`: the word for villages, of which none is named."""
    kinds = {cue.kind for end, cue in words.at(k, "area-cue", AreaCue) if end == k + 1}
    behind = words.text[k + 1] if words.same_sentence(k, k + 1) else ""
    return "desa" in kinds and words.text[k][0].isupper() and not behind[:1].isupper()


def parts_end(words: Words, j: int, belongs: Callable[[int], bool], longest: int) -> int:
    """Where of at most `longest` words from word `j` those end that belong to a name, joints between them; else `j`."""
    end = k = j
    while k < j + longest and words.same_sentence(j - 1, k):
        if belongs(k):
            end = k + 1
        elif end == j or not is_joint(words, end, k):
            break
        k += 1
    return end


def is_joint(words: Words, end: int, k: int) -> bool:
    """Whether word `k` joins what follows to the part of a name that ends at `end`: a comma, `dan`, or `, dan`."""
    if words.text[k] == ",":
        return k == end
    return words.lower(k) in name_cues("joint") and (k == end or (k == end + 1 and words.text[end] == ","))


def _run_end(words: Words, j: int) -> int:
    """The capitalised words after the word of a kind, joints between them, whatever they mean: `Dinas Gita dan Wastra`."""
    end = k = j
    while k < j + LONGEST and words.same_sentence(j - 1, k):
        word = words.text[k]
        if _begins_another(words, j, k):
            break
        if word[0].isupper() and word.isascii() and (is_field(word) or (not words.is_at(k, *ENDS) and _may_be_field(word))):
            end = k + 1
        elif not (end > j and is_joint(words, end, k) and words.same_sentence(j, k + 1) and _goes_on(words, k + 1)):
            break
        k += 1
    return end


def _goes_on(words: Words, k: int) -> bool:
    """Behind a joint a capital, or the second joint of `Hewan, Ikan, dan Tumbuhan`."""
    again = words.lower(k) in name_cues("joint") and words.same_sentence(k, k + 1) and words.text[k - 1] == ","
    return words.text[k][0].isupper() or (again and words.text[k + 1][0].isupper())


def _below(words: Words, j: int, end: int) -> int:
    """Of words `j`..`end` as many as stand again below, where they stand in a headline: in `Dinas Perhubungan Bangun Terminal`
    nothing but the article tells the agency from what it does."""
    return end if not words.in_headline(j) else next((k for k in range(end, j, -1) if words.stands_below(j, k)), j)


def _may_be_field(word: str) -> bool:
    return is_field(word) or not_names().get(word.lower(), "noun") in ("noun", "proper")


def _closes_a_name(words: Words, j: int, end: int, run: int) -> bool:
    """Whether what stands after a run of capitals shows that it is the body's name and no holder is in it: an area, an acronym
    in brackets; or a comma before the holder, where no word of the run is known to make names of bodies."""
    if words.is_at(run, "area-cue", "region") or words.lower(run) == "(":
        return True
    holder = words.lower(run) == "," and words.same_sentence(j - 1, run + 1) and words.text[run + 1][0].isupper()
    return holder and end == j and not words.is_at(run + 1, "post", "post-mark")  # `..., Camat Sukamaju Rahmat` is the next


def _is_glued(words: Words, k: int) -> bool:
    return words.text[k][0].isupper() and words.start[k] == words.end[k - 1]


def _capitals_end(words: Words, j: int, limit: int, *, titles: bool = False) -> int:
    """Capitalised words of a name; a common word, a post or a title ends it, but hospitals are named after a `dr. Sutomo`, and
    associations after the post that their members hold: `Paguyuban Kades`."""
    k = j
    ends = ("post", "post-mark") if titles else ("post", "post-mark", "honorific")
    k = next((end for end, _ in words.at(j, "post", object) if words.lower(j - 1) in name_cues("of-holders")), k)
    while k < j + limit and words.same_sentence(j - 1, k):
        word = words.text[k]
        if word == "/" and k > j and words.text[k - 1].isdigit() and words.same_sentence(j, k + 1) and _is_glued(words, k + 1):
            k += 1  # `Satgas Yonif 521/Dadaha Yodha`
            continue
        named = word[0].isupper() or (word[0].isdigit() and k > j) or (titles and k == j and words.is_at(k, "honorific"))
        if not word.isascii() or not named or (words.is_at(k, *ends) and not _is_before_the_country(words, k)):
            break
        common = not_names().get(word.lower(), "proper")
        plain = common in OF_NAMES or (common == "noun" and words.sentence[k] > 0)  # `Aliansi Petani Singkong Sukamaju`
        plain = plain or words.is_at(k, "region")  # `Bank Papua`
        joins = common == "function" and (_ends_run(words, k) or _is_before_the_country(words, k))
        if not plain and word not in fields() and not joins:
            break
        if titles and k > j and _is_of_a_head(words, k):
            break
        if word == CURRENCY or (not titles and k > j and is_initial(word) and _is_capital(words, k, k + 1)):
            break  # `Koperasi Maju Jaya | E. Suwito`
        k += 1
    return k


def _is_of_a_head(words: Words, k: int) -> bool:
    """`Puskesmas Sukaraja | Hj. Ani`: a title behind a name, but not the second of `Prof. Dr. H.`; a title
    of nobility or a word of courtesy may stand in it (`RSIA Kasih Bunda`)."""
    titles = [title for _, title in words.at(k, "honorific", Title)]
    person = bool(titles) and all(title.kind not in ("nobility", "courtesy") for title in titles)
    follows = words.is_at(k - 1, "honorific") or is_initial(words.text[k - 1])
    return person and not follows and _is_capital(words, k, k + 1)


def _is_before_the_country(words: Words, k: int) -> bool:
    """`Himpunan Petambak Seluruh Indonesia`"""
    areas = words.at(k + 1, "region", tuple) if words.same_sentence(k, k + 1) else []
    return any(area.code == COUNTRY for _, found in areas for area in found)


def _ends_run(words: Words, k: int) -> bool:
    """`Koperasi Kopi Gayo Antara, Budi`: behind its name no capital follows; the first sentence has them in a headline."""
    behind = words.text[k + 1] if words.same_sentence(k, k + 1) else ""
    return words.sentence[k] > 0 and behind == ","


def region_end(words: Words, j: int, end: int) -> int:
    """`RSUD dr. Soegiri Lamongan Wahyuni Astuti`, `SMAN 1 Sintang Paulus Jelani`: what follows the region names the head."""
    for k in range(j, end):
        if regions := words.at(k, "region", tuple):
            stop = min(regions[0][0], end)
            numbered = ROMAN.fullmatch(words.text[stop]) if stop < end else None  # `Puskesmas Singkawang Utara II`
            if (
                stop < end
                and not numbered
                and not_names().get(words.lower(stop)) != "proper"
                and not words.is_at(stop, "region")
            ):
                return stop
    return end


def numeral_end(words: Words, k: int) -> int:
    """Past the Roman number of a branch, an island before it or not: `XVIII`, `Sumatera III`."""
    for size in (1, 2, 3):
        if not words.same_sentence(k - 1, k + size - 1) or not words.text[k + size - 1][0].isupper():
            return k
        if ROMAN.fullmatch(words.text[k + size - 1]):
            named = words.same_sentence(k, k + size) and words.text[k + size][0].isupper()
            return k if named and words.text[k + size - 1] == "I" else k + size  # `DPRD Klungkung I Ketut Gunaksa`
    return k


def past_class(words: Words, k: int) -> int:
    """`Pengadilan Agama (PA) Klas IB | Limboto`, `Lapas Kelas II B | Luwuk`, `Kantor Imigrasi Kelas I Non TPI | Karawang`"""
    if words.lower(k) not in ("kelas", "klas") or not words.same_sentence(k, k + 1) or not RANK.fullmatch(words.text[k + 1]):
        return k
    k += 2 + (words.same_sentence(k, k + 2) and words.text[k + 2] in ("A", "B", "C", "Khusus"))
    return k + next((n for n, form in ((2, "Non TPI"), (1, "TPI")) if words.written(k, min(k + n, len(words))) == form), 0)


def known_end(words: Words, i: int, end: int, stop: int, known: Known) -> int:
    """`PT Maju Jaya Andi Saputra`: two words or more after a name that the article gives alone name its director."""
    return next((k for k in range(stop - 2, end, -1) if words.written(i, k) in known), stop)


def names_somebody(words: Words, k: int, stop: int) -> bool:
    """`Ketua Koperasi Bina Kelapa Abdul Gani`: the article has `Abdul Gani`, or `Abdul` alone, elsewhere."""
    if words.is_at(k, "region") or words.lower(k) in not_names() or is_field(words.text[k]):
        return False
    if looks_like_name(words.text[k]) and words.text[k].isupper() and not words.text[k - 1].isupper():
        return True  # `Direktur Perumda Tirta Maju TEGUH PURNOMO`
    return any(_stands_alone(words, k, end) for end in {stop, k + 1})


def _stands_alone(words: Words, first: int, stop: int) -> bool:
    places = words.told_again(first, stop)
    return any(not _is_capital(words, k, k - 1) and not _is_capital(words, k, k + stop - first) for k in places)


def _is_capital(words: Words, k: int, beside: int) -> bool:
    return words.same_sentence(k, beside) and words.text[beside][0].isupper()
