"""One pass over the words of an article: posts, organisations and areas, longest reading first, left to right."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from graph.extraction.areas import AreaName, area_at, is_part_of_a_name
from graph.extraction.lexicon import Entry
from graph.extraction.names import PersonName
from graph.extraction.organization_names import Known, OrganizationName
from graph.extraction.organization_words import is_acronym
from graph.extraction.organizations import of_the_state, organization_at
from graph.extraction.post_names import PostName
from graph.extraction.posts import post_at
from graph.extraction.words import Words
from ontology.area_cues import area_homographs
from ontology.areas import AreaEntry
from ontology.bodies import Body, fields, not_names, organization_kinds
from ontology.calendar import Anniversary, months
from ontology.name_cues import name_cues
from ontology.programs import NationalProgram
from ontology.titles import Title

NAMED = frozenset(kind.id for kind in organization_kinds().values() if kind.shape == "name" or kind.rank == "Menteri")
ASSOCIATION = "asosiasi"
PARTIES = ("partai", "fraksi")
DAY = "hari"
Name = PostName | OrganizationName | AreaName


@dataclass(slots=True)
class Names:
    """What an article names, in the order of its words. `taken` are the words that belong to a name."""

    posts: list[PostName] = field(default_factory=list)
    organizations: list[OrganizationName] = field(default_factory=list)
    areas: list[AreaName] = field(default_factory=list)
    persons: list[tuple[PersonName, str]] = field(default_factory=list)
    """With the rule that found the name."""
    taken: set[int] = field(default_factory=set)

    def weighed_areas(self) -> Iterable[tuple[AreaName, int]]:
        """Areas with their weight as signs of the article's region: posts and governments tell it best, the branch of a
        national body (`BPK Perwakilan Provinsi X`) does not."""
        yield from ((area, 1) for area in self.areas)
        bodies = [*self.organizations, *(p.body for p in self.posts if p.body is not None)]
        for body in bodies:
            kind = organization_kinds()[body.kind]
            if body.area is not None:
                yield body.area, 2 if kind.shape == "government" else int(kind.local)
        yield from ((post.area, 2) for post in self.posts if post.area is not None)

    def all_areas(self) -> Iterable[AreaName]:
        """Areas named by themselves, in the name of a body, or in a post."""
        yield from self.areas
        yield from (o.area for o in self.organizations if o.area is not None)
        for post in self.posts:
            if post.area is not None:
                yield post.area
            if post.body is not None and post.body.area is not None:
                yield post.body.area


def scan(words: Words, known: Known) -> Names:
    """All names of `words`; `known` are the acronyms that the article explains."""
    found = Names()
    explained = [i for i in words.capitals if words.text[i] in known or of_the_state(words, i) is not None]
    done = 0
    for i in sorted({*words.entries, *explained}):
        if i < done:
            continue
        if (past := _past_street(words, i) if words.is_at(i, "street") else _past_landform(words, i)) > i:
            done = past
            found.taken.update(range(i, done))
        elif (title := _title_end(words, i)) > i:
            done = title
        elif (name := _name_at(words, i, known)) is not None:
            if isinstance(name, OrganizationName) and words.lower(i - 1) == DAY and words.same_sentence(i - 1, i):
                done = name.end  # `Hari Koperasi Nasional`
                continue
            for each in (name, *_listed_bodies(words, name), *_party_of(words, name, known)):
                _keep(found, each)
                done = max(done, each.end)
                found.taken.update(range(each.start, done))
    return found


def _listed_bodies(words: Words, name: Name) -> Iterable[OrganizationName]:
    """`Kepala Bappeda, BPKAD, dan BPPRD`: acronyms after the head of an agency are agencies too."""
    if not isinstance(name, PostName) or name.post.takes != "head" or name.body is None:
        return
    k = name.end
    while words.same_sentence(name.start, k) and (words.lower(k) == "," or words.lower(k) in name_cues("joint")):
        k += 1
        if words.same_sentence(name.start, k) and words.lower(k) in name_cues("joint"):
            k += 1
        if not words.same_sentence(name.start, k) or not is_acronym(words.text[k]) or words.entries.get(k):
            return
        yield OrganizationName(k, k + 1, words.text[k], name.body.kind, k + 1)
        k += 1


def _party_of(words: Words, name: Name, known: Known) -> list[OrganizationName]:
    """`Anggota DPRD Sleman dari Fraksi Golkar`: the party, named within a post behind the council."""
    if not isinstance(name, PostName) or name.post.takes != "council":
        return []
    first = name.body.end if name.body is not None else name.start + 1
    inside = (organization_at(words, k, known) for k in range(first, name.end))
    return [party for party in inside if party is not None and party.kind in PARTIES and party.end <= name.end][:1]


def _name_at(words: Words, i: int, known: Known) -> Name | None:
    """A post goes before a body that begins with it, a body before the area that it ends with."""
    post, body = post_at(words, i, known), organization_at(words, i, known)
    if post is not None and body is not None and post.body is None and body.area is not None and words.is_at(i, "body"):
        return body  # `Kadin Subang` is the chamber of commerce, `Kadin Kesehatan` the head of an agency
    if (name := post or body) is not None:
        return name
    area = area_at(words, i)
    return None if area is None or is_part_of_a_name(words, area) else area


def _keep(found: Names, name: Name) -> None:
    if isinstance(name, PostName):
        found.posts.append(name)
        found.areas.extend(name.larger)
    elif isinstance(name, OrganizationName):
        found.organizations.append(name)
    else:
        found.areas.append(name)


def _title_end(words: Words, i: int) -> int:
    """`Mayjen TNI Budi`, `HUT RI`: a word inside a title before a name, in a day of the country or a programme
    (`TNI Manunggal Membangun Desa`) names no body or place."""
    titles = [end for end, title in words.at(i, "honorific", Title) if title.kind in ("military", "police")]
    others = (words.at(i, "occasion", Anniversary), words.at(i, "program", NationalProgram))
    return max([*titles, *(end for found in others for end, _ in found)], default=i)


def _past_landform(words: Words, i: int) -> int:
    """`Danau Toba`, `Sungai Kapuas`: a region's name after it names a lake; `Sungai Penuh` is a region itself."""
    if not words.is_at(i, "landform"):
        return i
    lakes = words.at(i + 1, "region", tuple) if words.same_sentence(i, i + 1) and not words.is_at(i, "region") else []
    return lakes[0][0] if lakes else i


def _past_street(words: Words, i: int) -> int:
    """`Jalan KH Ahmad Dahlan`: the capitalised words after it name a street."""
    j = i + 1
    while words.same_sentence(i, j) and (words.text[j][0].isupper() or words.text[j][0].isdigit()):
        if words.is_at(j, "area-cue"):
            break
        j += 1
    return j if words.text[i][0].isupper() else i + 1


def other_acronyms(words: Words, names: Names) -> None:
    """Acronyms that the article explains as something else than a body: `Pajak Kendaraan Bermotor (PKB)` is no party; or that
    stand for persons: `calon PMI`, `PMI asal Subang`."""
    others = {words.text[i] for i in words.capitals if _stands_for_people(words, i)}
    for i in range(2, len(words) - 1):
        text = words.text[i]
        if words.lower(i - 1) != "(" or words.lower(i + 1) != ")" or not text.isupper() or i - 2 in names.taken:
            continue
        initials = "".join(words.text[k][0] for k in range(max(0, i - 1 - len(text)), i - 1)).upper()
        if initials == text:
            others.add(text)
    for k in words.capitals:
        if words.text[k] in others:
            words.entries[k] = [e for e in words.entries.get(k, []) if e[1].label != "body"]


def _stands_for_people(words: Words, i: int) -> bool:
    if not is_acronym(words.text[i]) or all(body.kind != ASSOCIATION for _, body in words.at(i, "body", Body)):
        return False
    before = words.same_sentence(i - 1, i) and words.lower(i - 1) in name_cues("people-before")
    return before or (words.same_sentence(i, i + 1) and words.lower(i + 1) in name_cues("people-behind"))


def explained_acronyms(names: Names) -> Known:
    """Acronyms in brackets after a name (`Persatuan ... (PWRI)`), each with the first body it stands for; and names of
    companies and ministries as the article gives them, for a name may follow (`PT Maju Andi S.`, `Menteri Haji Andi S.`)."""
    bodies = [*names.organizations, *(p.body for p in names.posts if p.body is not None)]
    known: Known = {body.base: body for body in bodies if body.kind in NAMED and len(body.base.split()) > 1}
    for body in sorted(bodies, key=lambda b: b.start):
        if body.acronym:
            known.setdefault(body.acronym, body)
    return known


def add_areas(words: Words, entries: Iterable[AreaEntry], *, beside_numbers: bool) -> None:
    """Make bare names of small areas readable where the article has named them, or the kecamatan they lie in.

    Names want their capitals; in a list of figures (`628 banjarsari`) a number beside the name stands for them.
    """
    by_first: dict[str, list[tuple[list[str], AreaEntry]]] = {}
    for entry in entries:
        for name in (entry.name, *entry.names):
            parts = name.lower().split()
            by_first.setdefault(parts[0], []).append((parts, entry))
            if len(parts) > 1:  # `Karangmulyo` for Karang Mulyo
                by_first.setdefault("".join(parts), []).append((["".join(parts)], entry))
            if len(parts) == 1 and len(name) > 8:  # `Karang Jati` for Karangjati: the register writes one word, the press two
                for cut in range(4, len(name) - 3):
                    by_first.setdefault(parts[0][:cut], []).append(([parts[0][:cut], parts[0][cut:]], entry))
    for i, lower in enumerate(words.lowers):
        for parts, entry in by_first.get(lower, ()):
            end = i + len(parts)
            if not words.same_sentence(i, end - 1) or words.lowers[i:end] != parts:
                continue
            if (
                not _looks_named(words, i, end, beside_numbers)
                or _is_common_word(words, end, entry)
                or _is_month(words, i, end)
            ):
                continue
            words.enter(i, end, Entry("region", entry.name, (entry,)))


def _is_common_word(words: Words, end: int, entry: AreaEntry) -> bool:
    """`Kaur Keuangan` is no Kaur: a region called like an office, before what that office does."""
    return entry.name in area_homographs() and words.same_sentence(end - 1, end) and words.text[end] in fields()


def _is_month(words: Words, i: int, end: int) -> bool:
    """`20 | Juli | 2023` is no place, though a kecamatan is called so."""
    beside = (words.lower(i - 1), words.lower(end))
    return end - i == 1 and words.text[i] in {month.name for month in months()} and any(word.isdigit() for word in beside)


def _looks_named(words: Words, i: int, end: int, beside_numbers: bool) -> bool:
    if all(words.text[k][0].isupper() for k in range(i, end)):
        return True
    near = (words.lower(i - 1), words.lower(end))
    return beside_numbers and words.lower(i) not in not_names() and any(word[:1].isdigit() for word in near)
