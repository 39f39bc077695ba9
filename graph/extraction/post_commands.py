"""Ranks whose name holds the body's: `Kapolres Sleman`, `Dandim 0411`, `Kajari Sleman`, `Kakanim Sleman`."""

from __future__ import annotations

from dataclasses import replace

from graph.extraction.areas import AreaName, area_at, named_at
from graph.extraction.organization_ends import past_class
from graph.extraction.organization_names import Known, OrganizationName
from graph.extraction.organizations import organization_at
from graph.extraction.post_bodies import COMMITTEE, entry_of
from graph.extraction.post_names import PostName
from graph.extraction.unknown_bodies import unknown_body
from graph.extraction.unknown_places import is_ordinal, is_titled, titled_end, toponym_end
from graph.extraction.words import Words
from ontology.bodies import OrganizationKind, organization_kinds

LONG_NAMED = ("Korem", "Kodam")
"""Commands whose names have two words: `Wira Bhakti`, `Garuda Hitam`."""
BASES = ("Lanud", "Lanal", "Lantamal")
LONGEST_BASE = 3
"""Words of a base's name: `Sultan Iskandar Muda`."""
KINDS = {
    "police": "kepolisian",
    "military": "militer",
    "prosecutor": "kejaksaan",
    "court": "pengadilan",
    "office": "lembaga",
}
"""The kind of body that a word means which begins no names of the register: `Polsubsektor`, `Denpom`."""
RANK = "Kepala "
OFFICE = "office"


def command_post(words: Words, found: PostName, known: Known) -> PostName | None:
    """`Kapolres Magelang`, `Dandim 0411`, `Kajari Sleman`: the body's name is in the rank, an area or number after it."""
    head = _head(found)
    kind = _kind(found, head)
    found = _ranked(found, kind)
    j = past_class(words, found.end) if found.post.takes == OFFICE else found.end
    place, end = place_and_end(words, j, head)
    if end == j > found.start + 1 and words.is_at(j - 1, "region"):
        return None  # `Kapolres Metro Rahmat` is the Kapolres of Metro, `Kapolres Metro Bekasi` is not
    force = organization_at(words, j, known, in_post=True) if end == j and words.same_sentence(found.start, j) else None
    if force is not None:  # `Kabid Humas Polda Riau`
        return replace(found, end=past_number(words, force), body=force)
    if end == j and words.same_sentence(found.start, j) and any(k.id == kind for _, k in words.at(j, "head", OrganizationKind)):
        return replace(found, end=j + 1)  # `Kasi Intel Kejari | Rahmat`: that of the article
    base_end = named_base_end(words, j) if head in BASES else j
    if head and end == j and (stop := max(base_end, unknown_end(words, j))) > j:  # `Kapolsek Sumber Jati AKP Rahmat`
        body = OrganizationName(j, stop, f"{head} {words.written(j, stop)}", kind, stop)
        return replace(found, end=stop, body=body)
    if found.post.takes == OFFICE and end == j and organization_kinds()[kind].shape == "area":
        body = OrganizationName(found.start, j, head, kind, j, body=entry_of(head))
        return replace(found, end=j, body=body)  # the region's: `Kasatpol PP Rahmat`
    if end == j or not head:
        return replace(found, end=end, larger=(place,) if place is not None else ())
    ordinal = words.same_sentence(j, end) and is_ordinal(words, end)  # `Kapolsek Belitang I AKP Rahmat`
    end += ordinal
    numbered = ordinal or _number_end(words, j) > j  # `Dandim 0830/Surabaya`: the number is part of the name, the area then too
    base = f"{head} {words.written(j, end)}" if numbered else head
    entry = None if numbered else entry_of(head)
    body = OrganizationName(j, end, base, kind, end if numbered else j, area=place, body=entry)
    return replace(found, end=end, body=body, area=None)


def _head(found: PostName) -> str:
    """The word with which the body's name begins: that of the rank as it is written (`Kapolrestabes`: Polrestabes), else the
    register's."""
    written = found.title.removeprefix("Wa").removeprefix("wa")
    written = written[2:].capitalize() if written[:2].lower() == "ka" else ""
    first = written.partition(" ")[0]
    own = first.startswith(found.post.body) and any(first in kind.heads for kind in organization_kinds().values())
    return written.title() if found.post.body and own else found.post.body


def _kind(found: PostName, head: str) -> str:
    known = (kind.id for kind in organization_kinds().values() if any(f"{head} ".startswith(f"{h} ") for h in kind.heads))
    return next(known, KINDS[found.post.takes])


def _ranked(found: PostName, kind: str) -> PostName:
    """The rank of an office's head is that of its kind: `Kakanim` is `Kepala Kantor`, `Kapuskesmas` is `Kepala Puskesmas`."""
    rank = organization_kinds()[kind].rank if found.post.takes == OFFICE else ""
    return replace(found, rank=rank) if rank.startswith(RANK) else found


def place_and_end(words: Words, j: int, head: str) -> tuple[AreaName | None, int]:
    """The area of a command and where it ends, its number before it or not."""
    if not words.same_sentence(j - 1, j):
        return None, j
    place = area_at(words, j)
    if place is None and words.text[j][0].isupper():
        named = named_at(words, j, ("kabupaten", "kota", "kecamatan", "provinsi"))
        place = AreaName(j, named[1], named[0], named[2][0].kind, named[2], cued=False) if named is not None else None
    end = _number_end(words, j) if place is None else j
    if place is None and end > j:
        place = area_at(words, end)
        small = named_at(words, end, ("kecamatan",)) if place is None and words.text[end - 1] == "/" else None
        if small is not None:
            end = max(small[1], titled_end(words, end))  # `Koramil 05/Pasar Kliwon`
        elif place is None and words.text[end - 1] == "/":  # `Korem 172/PWY`, `Koramil 07/Sumber Jati Kapten Inf Rahmat`
            one = words.same_sentence(j, end) and words.text[end][0].isupper()
            end = max(end + one, titled_end(words, end))
            end += head in LONG_NAMED and _is_last_capital(words, end)
    if place is not None and words.lower(place.end) == "/" and words.text[min(place.end + 1, len(words) - 1)].isupper():
        place = replace(place, end=place.end + 2)  # `Dandim 0402 OKI/OI`
    if place is not None:
        end = place.end + (words.same_sentence(j, place.end) and words.text[place.end] == "Kota" and not place.cued)
    return place, end


def unknown_end(words: Words, j: int) -> int:
    """Where the name of a place ends that no register has, before the title of the holder or a comma and the holder."""
    told = unknown_body(words, j, least=1)
    return told.end if told is not None else max(titled_end(words, j), toponym_end(words, j))


def named_base_end(words: Words, j: int) -> int:
    """`Danlanud Raden Sadjad | Kolonel Pnb Rahmat`, `Danlanud RSA | Kolonel Pnb Rahmat`: a base is called after
    a hero, in short by letters; else `j`."""
    k = j
    while k - j < LONGEST_BASE and words.same_sentence(j - 1, k) and words.text[k][0].isupper() and not is_titled(words, k):
        k += 1
    return k if k > j and is_titled(words, k) else j


def past_number(words: Words, force: OrganizationName) -> int:
    """`Koramil 0821 | -07/Sumberjati`: the number of a part of a command."""
    end = _number_end(words, force.end) if words.lower(force.end) == "-" else force.end
    return end + (end > force.end and words.text[end - 1] == "/" and words.same_sentence(end - 1, end))


def _is_last_capital(words: Words, k: int) -> bool:
    """`Korem 162/Wira | Bhakti yang`, `Korem 043/Garuda | Hitam, Brigjen TNI Rahmat`: one more word, no holder's name."""
    if not words.same_sentence(k - 1, k) or not words.text[k].istitle() or words.entries.get(k):
        return False
    behind = words.text[k + 1] if words.same_sentence(k, k + 1) else ""
    return not behind[:1].isupper() or words.is_at(k + 1, "honorific")


def _number_end(words: Words, j: int) -> int:
    """Where the number of a command ends: `0411`, `411-01/`, `XVII/`."""
    end = j
    while words.same_sentence(j - 1, end) and (
        words.text[end][0].isdigit() or words.text[end] in "/-" or (end == j and COMMITTEE.fullmatch(words.text[j]))
    ):
        end += 1
    return end
