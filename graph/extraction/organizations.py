"""Names of organisations: governments, bodies that a register knows, and names that begin with the word of their kind."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graph.extraction.areas import FEW, AreaName, area_at, named_at
from graph.extraction.words import Words
from ontology.bodies import Body, OrganizationKind, fields, generic_fields, government_of, not_names, organization_kinds
from ontology.name_cues import name_cues

ACRONYM = re.compile(r"[A-Z][\w&-]*[A-Z0-9][\w&-]*$|[A-Z][a-z]+$")
COMPANY = "perusahaan"
COURT = "pengadilan"
OFFICE = "balai"
CURRENCY = "Rp"
OF_NAMES = ("proper", "name-too")
GENERIC = ("dinas", "badan", "balai")
NOUN = re.compile(r"(Pe|Per|Pem|Pen|Peng|Ke)[a-z]{3,}an|[A-Z][a-z]+(asi|isme|itas|ologi|grafi)")
"""The shape of abstract nouns, of which names of agencies are made: `Penyelarasan`, `Kepulauan`, `Digitalisasi`; a person's
name seldom has it."""
SHORT_MINISTRY = re.compile(r"Kemen[a-z]{3,}|Kemen[A-Z]\w+")
"""`Kemensos`, `KemenPAN`: ministries come and go with each cabinet, the way of shortening them stays."""
ROMAN = re.compile(r"[IVX]+")
ENDS = ("post", "post-mark", "honorific", "area-cue", "region", "head", "body", "street")
"""Labels of words with which something else begins."""
LONGEST = 14
"""Words of the longest official names of agencies run to 11 (`Dinas Pengendalian Penduduk, Keluarga Berencana, ...`)."""


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """An organisation as named at words `start`..`end`. `base` is its name without its area, up to word `base_end`, `acronym`
    the one in brackets after it, `area` the area that its name holds, `body` the register's entry."""

    start: int
    end: int
    base: str
    kind: str
    base_end: int
    area: AreaName | None = None
    acronym: str = ""
    body: Body | None = None


Known = dict[str, OrganizationName]
"""Names that the article itself explains, and what they stand for: `PWRI`, `Kementerian Gizi`."""


def organization_at(words: Words, i: int, known: Known | None = None, *, in_post: bool = False) -> OrganizationName | None:
    """The organisation named at word `i`; of several readings the longest. `known` are acronyms that the article explains.

    `in_post` says that the name of a holder may follow, so that a word which no register has need not belong to the body.
    """
    body, headed = _body(words, i), _headed(words, i, known or {}, in_post=in_post)
    if body is not None and headed is not None and organization_kinds()[headed.kind].shape == "name":
        headed = None  # `Perum Bulog Cabang Sleman Anton Wibowo`: a company of the register ends where the register says
    others = (_government(words, i), _introduced(words, i, known or {}), of_the_state(words, i))
    readings = [found for found in (body, headed, *others) if found is not None]
    found = max(readings, key=lambda r: (r.end, r.body is not None), default=None)
    if found is not None and (is_foreign(words, found.end) or _stands_for_many(words, found)):
        return None
    return found


def _stands_for_many(words: Words, found: OrganizationName) -> bool:
    """`Dinas Sosial setempat`, `dinas terkait`, `Bappeda masing-masing`: no particular agency."""
    agency = organization_kinds()[found.kind].shape in ("field", "area") and found.area is None
    return agency and words.same_sentence(found.start, found.end) and words.lower(found.end) in name_cues("attribute")


def is_foreign(words: Words, k: int) -> bool:
    """Whether the name of another country follows: `Kementerian Kebudayaan Prancis` is none of Indonesia's."""
    return k < len(words) and words.same_sentence(k - 1, k) and not_names().get(words.lower(k)) == "country"


def _government(words: Words, i: int) -> OrganizationName | None:
    """`Pemerintah Kota Magelang`, `Pemkab. Sleman`, `Pemerintah Kabupaten (Pemkab) Ogan Ilir`, bare `Pemkot`."""
    for end, kind in words.at(i, "head", OrganizationKind):
        if kind.shape != "government":
            continue
        j = _skip_brackets(words, end + (words.lower(end) == "."))
        area = _area_of_government(words, j, kind.governs)
        if area is not None:
            government = government_of(area.kind)
            return OrganizationName(i, area.end, government.title or words.written(i, end), government.id, end, area)
        alone = end - i == 1 or words.text[end - 1][0].isupper()  # `Pemkot`, `Pemerintah Kota`; not `pemerintah kota`
        if kind.governs in FEW and alone and words.lower(end) not in ("/", "dan"):
            return OrganizationName(i, end, kind.title, kind.id, end)
    return None


def _area_of_government(words: Words, j: int, governed: str) -> AreaName | None:
    """The area after the head: `Pemkot` governs a kota, whatever bare name follows; `Pemda` any region."""
    if (cued := area_at(words, j)) is not None and (cued.cued or not governed):
        return cued
    if governed and (found := named_at(words, j, (governed,))) is not None:
        name, end, entries = found
        return AreaName(j, end, name, governed, entries, cued=False)
    return None


def _skip_brackets(words: Words, j: int) -> int:
    """Past `(Pemkab)`: a short form in brackets inside a name."""
    if words.lower(j) == "(" and words.lower(j + 2) == ")":
        return j + 3
    return j


def _body(words: Words, i: int) -> OrganizationName | None:
    """`BPK RI Perwakilan Provinsi Riau`, `Bappeda Kota Magelang`, `KPK`: a name of the register, perhaps with a branch."""
    for end, body in words.at(i, "body", Body):
        local = organization_kinds()[body.kind].local
        found = OrganizationName(i, end, words.written(i, end), body.kind, end, body=body)
        return _with_suffix(words, found, area=body.branches or local)
    return None


def _headed(words: Words, i: int, known: Known, *, in_post: bool) -> OrganizationName | None:
    """`Dinas Kepemudaan, Olahraga dan Pariwisata`, `RSUD A. Yani`, `PT Maju Jaya`: the word of a kind and a name."""
    if not words.text[i][0].isupper():
        return None
    for end, kind in words.at(i, "head", OrganizationKind):
        after = _skip_brackets(words, end)  # `Pusat Kesejahteraan Sosial (Puskesos) Mulya`
        stop = _name_end(words, after, kind.shape, in_post=in_post)
        if stop == after and kind.shape != "area":
            continue
        if kind.shape == "field" and _is_generic(words, kind, after, stop):
            continue
        branch = any(words.lower(k) in name_cues("branch") for k in range(after, stop))
        if kind.shape == "name" and (kind.id != COMPANY or branch) and stop - _region_end(words, after, stop) > 1:
            stop = _region_end(words, after, stop)  # `Universitas Jambi Hadi Saputra`; a company: `PT Semen Padang Maju Jaya`
        if kind.shape == "name" and in_post:
            stop = next((k for k in range(after + 1, stop) if _names_somebody(words, k, stop)), stop)
        stop = end if stop == after else _known_end(words, i, end, stop, known)
        found = OrganizationName(i, stop, words.written(i, stop), kind.id, stop)
        found = _with_suffix(words, found, area=kind.shape in ("field", "area", "number") or kind.local)
        if found.area is None and stop == end and not kind.local:
            continue
        return found
    return None


def _names_somebody(words: Words, k: int, stop: int) -> bool:
    """`Ketua Koperasi Bina Kelapa Abdul Gani`: the article has `Abdul Gani`, or `Abdul` alone, elsewhere."""
    if words.is_at(k, "region") or words.lower(k) in not_names() or is_field(words.text[k]):
        return False
    return any(_stands_alone(words, k, end) for end in {stop, k + 1})


def _stands_alone(words: Words, first: int, stop: int) -> bool:
    run = words.text[first:stop]
    places = (k for k in words.capitals if k != first and words.text[k : k + len(run)] == run)
    return any(not _is_capital(words, k, k - 1) and not _is_capital(words, k, k + len(run)) for k in places)


def _is_capital(words: Words, k: int, beside: int) -> bool:
    return words.same_sentence(k, beside) and words.text[beside][0].isupper()


def of_the_state(words: Words, i: int) -> OrganizationName | None:
    """`BWK RI Perwakilan Provinsi Riau`, `Kemenraya`: acronyms that no register has, with `RI`, the word of a branch, or the
    syllables of a ministry."""
    text = words.text[i]
    if SHORT_MINISTRY.fullmatch(text) and not words.is_at(i, "body"):
        return _with_suffix(words, OrganizationName(i, i + 1, text, "kementerian", i + 1), area=False)
    marks = name_cues("state") | name_cues("branch") - {"daerah", "wilayah"}
    if not is_acronym(text) or len(text) < 3 or not words.same_sentence(i, i + 1) or words.lower(i + 1) not in marks:
        return None
    return replace(_with_suffix(words, OrganizationName(i, i + 1, text, "lembaga-negara", i + 1), area=True), acronym=text)


def _is_generic(words: Words, kind: OrganizationKind, first: int, end: int) -> bool:
    """`badan usaha`, `dinas teknis` stand for many (`Bagian Hukum` is one), `Balai Desa X` is a hall, `Bagian Barat` a part."""
    alone = end == first + 1
    if ROMAN.fullmatch(words.text[first]):
        return True  # `Komisi III` is a committee of some council, also in the headline `Komisi III Panggil ...`
    if alone and not is_field(words.text[first]) and not_names().get(words.lower(first)) == "proper":
        return True
    return kind.id in GENERIC and (words.is_at(first, "area-cue") or (alone and words.text[first] in generic_fields()))


def _known_end(words: Words, i: int, end: int, stop: int, known: Known) -> int:
    """`PT Maju Jaya Andi Saputra`: two words or more after a name that the article gives alone name its director."""
    return next((k for k in range(stop - 2, end, -1) if words.written(i, k) in known), stop)


def _introduced(words: Words, i: int, known: Known) -> OrganizationName | None:
    """`PWRI Tanjung Raja`: an acronym that the article has explained, perhaps with a branch."""
    first = known.get(words.text[i])
    if first is None or first.acronym != words.text[i]:
        return None
    found = replace(first, start=i, end=i + 1, base=words.text[i], base_end=i + 1, area=None, acronym="")
    return _with_suffix(words, found, area=True)


def _name_end(words: Words, j: int, shape: str, *, in_post: bool) -> int:
    """Where the name that began before word `j` ends."""
    if shape == "field":
        end, run = _field_end(words, j), _run_end(words, j)
        return run if run > end and (not in_post or _closes_a_name(words, j, end, run)) else end
    if shape == "number":
        while words.same_sentence(j - 1, j) and re.fullmatch(r"\d+[A-Z]?|[IVX]+|0\d{2,3}", words.text[j]):
            j += 1
        if words.lower(j) == "/" and words.same_sentence(j, j + 1) and _is_glued(words, j + 1):
            j += 1  # `Kodim 0830/Surabaya Utara`
        return _region_end(words, j, _capitals_end(words, j, limit=3))
    if shape == "named-after":
        return _region_end(words, j, _capitals_end(words, j, limit=6, titles=True))
    return _capitals_end(words, j, limit=6) if shape == "name" else j


def _region_end(words: Words, j: int, end: int) -> int:
    """`RSUD dr. Soegiri Lamongan Wahyuni Astuti`, `SMAN 1 Sintang Paulus Jelani`: what follows the region names the head."""
    for k in range(j, end):
        if regions := words.at(k, "region", tuple):
            stop = min(regions[0][0], end)
            if stop < end and not_names().get(words.lower(stop)) != "proper" and not words.is_at(stop, "region"):
                return stop
    return end


def _field_end(words: Words, j: int) -> int:
    """The words of an agency's name: words of the register of fields, joined by commas and `dan`."""
    end, k = j, j
    while k < j + LONGEST and words.same_sentence(j - 1, k):
        if is_field(words.text[k]) or (k == j and is_acronym(words.text[k])):
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
        joint = word == "," or words.lower(k) in name_cues("joint")
        if word[0].isupper() and word.isascii() and (is_field(word) or (not words.is_at(k, *ENDS) and _may_be_field(word))):
            end = k + 1
        elif not (joint and end == k and end > j and words.same_sentence(j, k + 1) and words.text[k + 1][0].isupper()):
            break
        k += 1
    return end


def _may_be_field(word: str) -> bool:
    return is_field(word) or not_names().get(word.lower(), "noun") in ("noun", "proper")


def _closes_a_name(words: Words, j: int, end: int, run: int) -> bool:
    """Whether what stands after a run of capitals shows that it is the body's name and no holder is in it: an area, an acronym
    in brackets; or a comma before the holder, where no word of the run is known to make names of bodies."""
    if words.is_at(run, "area-cue", "region") or words.lower(run) == "(":
        return True
    holder = words.lower(run) == "," and words.same_sentence(j - 1, run + 1) and words.text[run + 1][0].isupper()
    return holder and end == j


def is_field(text: str) -> bool:
    """Whether a word makes names of agencies: the register says so, or its shape."""
    return text in fields() or NOUN.fullmatch(text) is not None


def is_acronym(text: str) -> bool:
    """`PUPR`, `P3AP2KB`, but no Roman numeral."""
    return text.isupper() and 2 <= len(text) <= 9 and text.isalnum() and text[0].isalpha() and not ROMAN.fullmatch(text)


def _capitals_end(words: Words, j: int, limit: int, *, titles: bool = False) -> int:
    """Capitalised words of a name; a common word, a post or a title ends it, but hospitals are named after a `dr. Sutomo`."""
    k = j
    ends = ("post", "post-mark") if titles else ("post", "post-mark", "honorific")
    while k < j + limit and words.same_sentence(j - 1, k):
        word = words.text[k]
        named = word[0].isupper() or (word[0].isdigit() and k > j) or (titles and k == j and words.is_at(k, "honorific"))
        if not word.isascii() or not named or words.is_at(k, *ends):
            break
        common = not_names().get(word.lower(), "proper")
        plain = common in OF_NAMES or (common == "noun" and words.sentence[k] > 0)  # `Aliansi Petani Singkong Sukamaju`
        if not plain and word not in fields() and not (common == "function" and _ends_run(words, k)):
            break
        if word == CURRENCY:
            break
        k += 1
    return k


def _ends_run(words: Words, k: int) -> bool:
    """`Koperasi Kopi Gayo Antara, Budi`: behind its name no capital follows; the first sentence has them in a headline."""
    behind = words.text[k + 1] if words.same_sentence(k, k + 1) else ""
    return words.sentence[k] > 0 and behind == ","


def _is_glued(words: Words, k: int) -> bool:
    return words.text[k][0].isupper() and words.start[k] == words.end[k - 1]


def _with_suffix(words: Words, found: OrganizationName, *, area: bool) -> OrganizationName:
    """`(PWRI)`, `RI`, `Perwakilan`, `Kota Magelang` after a name: its acronym, its state, its branch."""
    j, acronym = found.end, found.acronym
    if words.lower(j) == "(" and words.lower(j + 2) == ")" and ACRONYM.match(words.text[j + 1]):
        acronym, j = words.text[j + 1], j + 3
    if words.same_sentence(found.start, j) and words.lower(j) in name_cues("state"):
        return replace(found, end=j + 1, acronym=acronym)
    if not area and words.lower(j) not in name_cues("branch") and not _is_branch(words, found, j):
        return replace(found, end=j, acronym=acronym)
    if found.kind == COURT and (seat := _seat(words, j)) is not None:
        return replace(found, end=seat.end, acronym=acronym, area=seat.area)
    k = j
    while words.same_sentence(found.start, k) and words.lower(k) in name_cues("branch"):
        k += 1
    numbered = _numeral_end(words, k) if k > j or found.kind == OFFICE else k
    if numbered > k:  # `Balai Pelestarian Kebudayaan Wilayah XVIII`
        return replace(found, end=numbered, base=words.written(found.start, numbered), base_end=numbered, acronym=acronym)
    place = area_at(words, k) if words.same_sentence(found.start, k) else None
    if place is None:
        place, k = _area_of_owner(words, j, found), j
    if place is not None:
        return replace(found, end=place.end, acronym=acronym, area=place)
    return replace(found, end=j, acronym=acronym)


def _seat(words: Words, j: int) -> OrganizationName | None:
    """`Pengadilan Tipikor pada Pengadilan Negeri Palembang`: the court that a special court sits at."""
    if words.lower(j) not in name_cues("within") or not words.same_sentence(j, j + 1):
        return None
    court = organization_at(words, j + 1)
    return court if court is not None and court.kind == COURT else None


def _numeral_end(words: Words, k: int) -> int:
    """Past the Roman number of a branch, an island before it or not: `XVIII`, `Sumatera III`."""
    for size in (1, 2, 3):
        if not words.same_sentence(k - 1, k + size - 1) or not words.text[k + size - 1][0].isupper():
            return k
        if ROMAN.fullmatch(words.text[k + size - 1]):
            named = words.same_sentence(k, k + size) and words.text[k + size][0].isupper()
            return k if named and words.text[k + size - 1] == "I" else k + size  # `DPRD Klungkung I Ketut Gunaksa`
    return k


def _is_branch(words: Words, found: OrganizationName, j: int) -> bool:
    """`Satgas Pangan Kabupaten Sleman`: after a name that no register has, a region with the word of its kind is a branch's."""
    region = area_at(words, j, *FEW)
    return found.body is None and region is not None and region.cued


def _area_of_owner(words: Words, j: int, found: OrganizationName) -> AreaName | None:
    """`Sekretariat Daerah Pemkab Sleman`, `Bagian Organisasi Setda Kota Magelang`: the owner's area is the body's."""
    if not words.same_sentence(found.start, j) or not organization_kinds()[found.kind].local:
        return None
    owner = _government(words, j)
    if owner is None and found.kind in ("bagian", "bidang", "biro"):
        owner = _body(words, j)
    return replace(owner.area, end=owner.end) if owner is not None and owner.area is not None else None
