"""Names of organisations: governments, bodies that a register knows, and names that begin with the word of their kind."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from string import digits

from graph.extraction.areas import FEW, SMALL, STATE, AreaName, area_at, named_at
from graph.extraction.governments import government_at
from graph.extraction.organization_cuts import SCHOOL, cut_end, is_small_cue, numbered_end, past_short_name, spelled_end
from graph.extraction.organization_ends import known_end, name_end, names_somebody, numeral_end, past_class, region_end
from graph.extraction.organization_names import Known, OrganizationName
from graph.extraction.organization_words import AGENCY, ROMAN, SHORT_AGENCY, SHORT_MINISTRY, WITH_NUMBER, is_acronym, is_field
from graph.extraction.unknown_places import town_end
from graph.extraction.words import Words, past_brackets
from ontology.areas import COUNTRY
from ontology.bodies import Body, OrganizationKind, generic_fields, not_names, organization_kinds
from ontology.name_cues import name_cues
from ontology.programs import national_programs

COMPANY = "perusahaan"
COURT = "pengadilan"
ASSOCIATION = "asosiasi"
POLICE = "kepolisian"
UNIVERSITY = "perguruan-tinggi"
OFFICE = "balai"
LOCAL_GROUP = "kelompok"
REGIONAL = ("dinas", "badan", "satuan", "inspektorat", "sekretariat", "dewan")
"""Kinds of bodies that provinces, kabupaten and kota have, and no kecamatan."""
LIMITED = ("PT", "CV")
"""Companies whose names begin with a region and go on."""
PROVINCE = "Provinsi"
CENTRES = ("Balai", "BBPOM", "Loka")
"""Centres of the state are called after the city `di` which they are."""
GENERIC = ("dinas", "badan", "balai")


def organization_at(words: Words, i: int, known: Known | None = None, *, in_post: bool = False) -> OrganizationName | None:
    """The organisation named at word `i`; of several readings the longest. `known` are acronyms that the article explains.

    `in_post` says that the name of a holder may follow, so that a word which no register has need not belong to the body.
    """
    if _in_number(words, i):
        return None
    body, headed = _body(words, i), _headed(words, i, known or {}, in_post=in_post)
    if body is not None and headed is not None and _is_whole(words, body, headed):
        headed = None
    others = (government_at(words, i), _introduced(words, i, known or {}), of_the_state(words, i))
    readings = [found for found in (body, headed, *others) if found is not None]
    found = max(readings, key=lambda r: (r.end, r.body is not None), default=None)
    if found is not None and (is_foreign(words, found.end, found.area) or _stands_for_many(words, found)):
        return None
    return found


def _in_number(words: Words, i: int) -> bool:
    """Whether a word is a part of a number: `Nomor 523/407/DKP/VIII/2021`."""
    beside = i > 1 and words.text[i - 1] == "/" == words.text[min(i + 1, len(words) - 1)]
    return beside and words.start[i] == words.end[i - 1] and words.text[i - 2][-1].isdigit()


def _is_whole(words: Words, body: OrganizationName, headed: OrganizationName) -> bool:
    """`Perum Bulog Cabang Sleman Anton Wibowo`: a company of the register ends where the register says; but `Karang Taruna`,
    itself the word of a kind, may go on with a name: `Karang Taruna Karya Muda`."""
    same = any(end == body.base_end and kind.id == body.kind for end, kind in words.at(body.start, "head", OrganizationKind))
    return organization_kinds()[headed.kind].shape == "name" and not same


def _stands_for_many(words: Words, found: OrganizationName) -> bool:
    """`Dinas Sosial setempat`, `Bappeda masing-masing`, `TP PKK Desa`, of which every village has one: no particular body."""
    kind = organization_kinds()[found.kind]
    if found.area is not None or not words.same_sentence(found.start, found.end):
        return False
    agency = kind.shape in ("field", "area") and kind.local
    if (agency or found.body is not None) and is_small_cue(words, found.end):
        return not words.same_sentence(found.end, found.end + 1) or not words.text[found.end + 1][0].isupper()
    return agency and words.lower(found.end) in name_cues("attribute")


def is_foreign(words: Words, k: int, area: AreaName | None) -> bool:
    """Whether the name of another country follows, or is the `area`: `Kementerian Kebudayaan Prancis` is none of these."""
    if area is not None and any(e.kind == STATE and e.code != COUNTRY for e in area.entries):
        return True
    return k < len(words) and words.same_sentence(k - 1, k) and not_names().get(words.lower(k)) == "country"


def _body(words: Words, i: int) -> OrganizationName | None:
    """`BPK RI Perwakilan Provinsi Riau`, `Bappeda Kota Magelang`, `KPK`: a name of the register, perhaps with a branch."""
    for end, body in words.at(i, "body", Body):
        local = organization_kinds()[body.kind].local
        found = OrganizationName(i, end, words.written(i, end), body.kind, end, body=body)
        if body.kind == "dinas" and words.same_sentence(i, end) and WITH_NUMBER.fullmatch(words.text[end]):
            found = OrganizationName(i, end + 1, words.written(i, end + 1), body.kind, end + 1)  # `Dinsos P3A`
        return _with_suffix(words, found, area=body.branches or local)
    return None


def _headed(words: Words, i: int, known: Known, *, in_post: bool) -> OrganizationName | None:
    """`Dinas Kepemudaan, Olahraga dan Pariwisata`, `RSUD A. Yani`, `PT Maju Jaya`: the word of a kind and a name."""
    if not words.text[i][0].isupper():
        return None
    for end, kind in words.at(i, "head", OrganizationKind):
        after = past_brackets(words, end)  # `Pusat Kesejahteraan Sosial (Puskesos) Mulya`
        titled = kind.id == UNIVERSITY and words.is_at(after, "honorific")  # `Universitas Jenderal Achmad Yani`
        stop = name_end(words, after, "named-after" if titled else kind.shape, in_post=in_post)
        if stop == after and kind.shape != "area":
            continue
        if _is_generic(words, kind, after, stop):
            continue
        if kind.shape == "name":
            stop = _before_a_head(words, after, stop, kind, in_post=in_post)
        if kind.shape == "number" and in_post:
            stop = numbered_end(words, i, after, stop)
        stop = end if stop == after else known_end(words, i, end, stop, known)
        stop = spelled_end(words, i, cut_end(words, i, after, stop, kind))
        if stop == after and kind.shape != "area":
            continue
        found = OrganizationName(i, stop, words.written(i, stop), kind.id, stop)
        found = _with_suffix(words, found, area=kind.shape in ("field", "area", "number") or kind.local)
        if found.area is None and stop == end and not kind.local:
            continue
        return found
    return None


def _begins_public(words: Words, k: int) -> bool:
    kinds = (kind for _, kind in words.at(k, "head", OrganizationKind))
    return any(kind.public and kind.shape == "field" for kind in kinds)


def _before_a_head(words: Words, after: int, stop: int, kind: OrganizationKind, *, in_post: bool) -> int:
    """Where a name ends before whoever heads the body: behind the region of `Universitas Jambi | Hadi Saputra`, which a company
    may have inside (`PT Semen Padang Maju Jaya`) and opens its name with in a post, too (`PT Hulu Kuantan Lestari`)."""
    company = kind.id == COMPANY
    if in_post and kind.id == UNIVERSITY:  # `Dekan Fakultas Pertanian UNS | Joko`
        short = (k + 1 for k in range(after, stop - 1) if is_acronym(words.text[k]) and words.text[k + 1].istitle())
        stop = next(short, stop)
    branch = any(words.lower(k) in name_cues("branch") for k in range(after, stop))
    limited = words.text[after - 1].startswith(LIMITED)  # but `Bank Wonosobo | Rini Astuti`
    opening = next((end for end, _ in words.at(after, "region", tuple)), after) if limited else after
    if (not company or branch or in_post) and stop - region_end(words, opening, stop) > 1:
        stop = region_end(words, opening, stop)
    return next((k for k in range(after + 1, stop) if names_somebody(words, k, stop)), stop) if in_post else stop


def _is_generic(words: Words, kind: OrganizationKind, first: int, end: int) -> bool:
    """`badan usaha`, `dinas teknis` stand for many (`Bagian Hukum` is one), `Balai Desa X` is a hall, `Bagian Barat` a part;
    every village has its `Posyandu Lansia`, and `Gabungan Dinas Sosial dan ...` has no name."""
    alone = end == first + 1
    if kind.id == LOCAL_GROUP and alone:
        return is_field(words.text[first])
    if kind.id == ASSOCIATION:
        return _begins_public(words, first)
    if kind.shape != "field":
        return False
    if ROMAN.fullmatch(words.text[first]):
        return True  # `Komisi III` is a committee of some council, also in the headline `Komisi III Panggil ...`
    if alone and not is_field(words.text[first]) and not_names().get(words.lower(first)) == "proper":
        return True
    if kind.id == OFFICE and words.lower(first) in name_cues("hall"):
        return True
    return kind.id in GENERIC and (words.is_at(first, "area-cue") or (alone and words.text[first] in generic_fields()))


def of_the_state(words: Words, i: int) -> OrganizationName | None:
    """`BWK RI Perwakilan Provinsi Riau`, `Kemenraya`: acronyms that no register has, with `RI`, the word of a branch, or the
    syllables of a ministry."""
    text = words.text[i]
    if SHORT_MINISTRY.fullmatch(text) and not words.is_at(i, "body") and text.lower() not in not_names():
        return _with_suffix(words, OrganizationName(i, i + 1, text, "kementerian", i + 1), area=False)
    if SHORT_AGENCY.fullmatch(text) and not words.is_at(i, "body") and text.lower() not in not_names():
        return _with_suffix(words, OrganizationName(i, i + 1, text, "dinas", i + 1), area=True)
    if (agency := _agency_of_a_region(words, i)) is not None:
        return agency
    marks = name_cues("state") | name_cues("branch") - {"daerah", "wilayah"}
    if not is_acronym(text) or len(text) < 3 or not words.same_sentence(i, i + 1) or words.lower(i + 1) not in marks:
        return None
    return replace(_with_suffix(words, OrganizationName(i, i + 1, text, "lembaga-negara", i + 1), area=True), acronym=text)


def _agency_of_a_region(words: Words, i: int) -> OrganizationName | None:
    """`DTPHP Kabupaten Ngawi`, `DPKH Ngawi`, `DP3AK`: an acronym of a Dinas that no register has, told by its region or by its
    number; the `DKPP` of a region is not that of the state."""
    text = words.text[i]
    if not AGENCY.fullmatch(text) or text.rstrip(digits).lower() in not_names() or text in _acronyms_of_programs():
        return None
    if words.in_headline(i) and words.same_sentence(i, i + 1) and words.text[i + 1].isupper():
        return None
    area = area_at(words, i + 1, *FEW) if words.same_sentence(i, i + 1) else None
    if area is None:
        known = words.is_at(i, "body") or not WITH_NUMBER.fullmatch(text)
        return None if known else OrganizationName(i, i + 1, text, "dinas", i + 1)
    local = any(body.branches for _, body in words.at(i, "body", Body))
    return None if local else OrganizationName(i, area.end, text, "dinas", i + 1, area)


@cache
def _acronyms_of_programs() -> frozenset[str]:
    return frozenset(form for program in national_programs() for form in program.forms if form.isupper())


def _introduced(words: Words, i: int, known: Known) -> OrganizationName | None:
    """`PWRI Tanjung Raja`: an acronym that the article has explained, perhaps with a branch."""
    first = known.get(words.text[i])
    if first is None or first.acronym != words.text[i]:
        return None
    found = replace(first, start=i, end=i + 1, base=words.text[i], base_end=i + 1, area=None, acronym="")
    return _with_suffix(words, found, area=True)


def _with_suffix(words: Words, found: OrganizationName, *, area: bool) -> OrganizationName:
    """`(PWRI)`, `RI`, `Perwakilan`, `Kota Magelang` after a name: its acronym, its state, its branch."""
    j, acronym, long = past_short_name(words, found)
    j = past_class(words, j)
    if words.same_sentence(found.start, j) and words.lower(j) in name_cues("state"):
        return replace(found, end=j + 1, acronym=acronym)
    if found.base.startswith(CENTRES) and words.lower(j) == "di" and words.same_sentence(found.start, j + 1):
        city = area_at(words, j + 1, *FEW)  # `Balai Besar POM di Makassar`
        return replace(found, end=city.end if city else j, acronym=acronym, area=city)
    k = _past_branch(words, found.start, j)
    if not (area or long) and k == j and not _is_branch(words, found, j):
        return replace(found, end=j, acronym=acronym)
    if found.kind in (COURT, POLICE) and (seat := _seat(words, found, j)) is not None:
        return replace(found, end=seat.end, acronym=acronym, area=seat.area)
    numbered = numeral_end(words, k) if k > j or found.kind == OFFICE else k
    if numbered > k:  # `Balai Pelestarian Kebudayaan Wilayah XVIII`
        return replace(found, end=numbered, base=words.written(found.start, numbered), base_end=numbered, acronym=acronym)
    place = _place_behind(words, found, k)
    if place is not None and _is_city_branch(words, found, place, branch=k > j):
        end = place.end + 1
        return replace(found, end=end, base=words.written(found.start, end), base_end=end, acronym=acronym, area=place)
    if place is None and k > j and words.same_sentence(found.start, k) and (town := town_end(words, k)) > k:
        return replace(found, end=town, base=words.written(found.start, town), base_end=town, acronym=acronym)
    if place is None:
        place, k = _area_of_owner(words, j, found), j
    if place is not None:
        return replace(found, end=place.end, acronym=acronym, area=place)
    provincial = found.kind in REGIONAL and words.same_sentence(found.start, j) and words.text[j] == PROVINCE
    return replace(found, end=j + provincial, acronym=acronym, provincial=provincial)  # `Dinas Kesehatan | Provinsi` alone


def _place_behind(words: Words, found: OrganizationName, k: int) -> AreaName | None:
    """The area at word `k`; behind what no kecamatan has (`Dinkes Batang`) also a region whose name is a common word elsewhere,
    or that of a kecamatan too."""
    if not words.same_sentence(found.start, k):
        return None
    place = area_at(words, k)
    if found.kind == SCHOOL and place is not None and place.cued and place.kind in SMALL and not found.base[-1].isdigit():
        return None  # `SMPN 3 Boja | Desa Meteseh`
    if found.kind in REGIONAL and words.text[k].istitle() and (place is None or (place.kind in SMALL and not place.cued)):
        region = named_at(words, k, FEW)
        place = AreaName(k, region[1], region[0], region[2][0].kind, region[2], cued=False) if region is not None else place
    return place


def _is_city_branch(words: Words, found: OrganizationName, place: AreaName, *, branch: bool) -> bool:
    """`BPJS Cabang Bekasi Kota`, `Polres Tegal Kota`: that of the town itself, beside one of the kabupaten called so."""
    parted = (branch or found.kind == POLICE) and not place.cued and words.same_sentence(found.start, place.end)
    return parted and words.text[place.end] == "Kota"


def _past_branch(words: Words, start: int, k: int) -> int:
    """Past the words before a branch's area: `Kantor Cabang | Sleman`, `Perwakilan | Riau`, `Daop 4 | Semarang`."""
    k += words.same_sentence(start, k + 1) and words.lower(k) == "kantor" and words.lower(k + 1) in name_cues("branch")
    while words.same_sentence(start, k) and words.lower(k) in name_cues("branch"):
        k += 1 + (words.same_sentence(start, k + 1) and words.text[k + 1].isdigit())
    return k


def _seat(words: Words, found: OrganizationName, j: int) -> OrganizationName | None:
    """`Pengadilan Tipikor pada Pengadilan Negeri Palembang`, `Satlantas Polres Subang`: the court that a special court sits at,
    the police that a unit belongs to."""
    if found.kind == COURT and words.lower(j) not in name_cues("within"):
        return None
    first = j + (found.kind == COURT)
    owner = organization_at(words, first) if words.same_sentence(found.start, first) else None
    return owner if owner is not None and owner.kind == found.kind and owner.area is not None else None


def _is_branch(words: Words, found: OrganizationName, j: int) -> bool:
    """`Satgas Pangan Kabupaten Sleman`: after a name that no register has, a region with the word of its kind is a branch's."""
    region = area_at(words, j, *FEW)
    return found.body is None and region is not None and region.cued


def _area_of_owner(words: Words, j: int, found: OrganizationName) -> AreaName | None:
    """`Sekretariat Daerah Pemkab Sleman`, `Bagian Organisasi Setda Kota Magelang`: the owner's area is the body's."""
    if not words.same_sentence(found.start, j) or not organization_kinds()[found.kind].local:
        return None
    owner = government_at(words, j)
    if owner is None and found.kind in ("bagian", "bidang", "biro"):
        owner = _body(words, j)
    return replace(owner.area, end=owner.end) if owner is not None and owner.area is not None else None
