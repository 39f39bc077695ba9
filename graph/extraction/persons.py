"""Where persons are named: beside posts, titles and verbs of saying, and wherever a known name stands again."""

from __future__ import annotations

import re
from itertools import zip_longest

from graph.extraction.areas import area_at
from graph.extraction.further_names import again, alias
from graph.extraction.holdings import is_seat
from graph.extraction.joined_posts import joined_name_end, moves_on, origin_end
from graph.extraction.name_shapes import (
    Found,
    ending_at,
    ends_like_apposition,
    holds_fields,
    is_believable,
    past,
    past_filling,
    past_unknown_title,
)
from graph.extraction.names import QUOTES, PersonName, is_initial, person_at
from graph.extraction.post_names import PostName
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scan import Names
from graph.extraction.several_holders import is_of_several, names_of_several
from graph.extraction.spoken_names import after_description, after_speech, before_brackets, before_description, before_speech
from graph.extraction.unknown_places import is_plain
from graph.extraction.words import Words
from ontology.bodies import not_names
from ontology.name_cues import name_cues
from ontology.occasions import venue_words

LONGEST_HANDING = 30
"""Words around `serah terima jabatan Camat Boja dari Budi Santoso, S.Sos. kepada Sari Dewi, S.STP.`"""
PLACED = ("di", "ke", "dari")
DASHES = ("–", "—", "-")
PLAIN = "none"
"""Posts that nothing completes."""


def find_persons(reading: Reading, words: Words, names: Names) -> None:
    """Fill `names.persons`: rules in the order of their strength, none reading words that an earlier one has taken."""
    for name, find in _RULES:
        for person in find(reading, words, names):
            if name != "names.again" and reading.in_headline(words.start[person.start]):
                continue  # a headline in title case (`Sekda Sampaikan Harapan`) shows no names but those the text has
            span = set(range(person.start, person.end))
            if not span & names.taken:
                names.persons.append((person, name))
                names.taken |= span
    names.persons.sort(key=lambda p: p[0].start)


@rule("names.after-post", example="Lurah Sukamaju, Darmawan menyampaikan; Kepala Dinas Sosial Kota Magelang Rini Astuti")
def after_post(reading: Reading, words: Words, names: Names) -> Found:
    """A name follows the post its bearer holds, directly or after a comma or quotation mark."""
    found: Found = []
    for post in names.posts:
        found.extend(several := names_of_several(words, post) if is_of_several(words, post) else [])
        if post.plural or several:
            continue
        filled = past_filling(words, post.end)  # `Camat Kabila kini dijabat oleh Rahmat`
        i = past(words, post.start, filled, (",", *QUOTES, ":", "(", *DASHES), most=2)
        direct = i == post.end
        dashed = words.lower(i - 1) in DASHES
        i = past(words, post.start, i, name_cues("courtesy"), most=1)
        i = past_unknown_title(words, past_place(words, i) if not direct else _past_town(reading, words, i))
        if direct and post.post.takes == "unit" and post.rank.startswith("Kepala ") and _is_bare(words, post):
            continue  # `Kasi Dal Ops`: what follows a division's head without its field is the field
        person = person_at(words, i, common=True) if words.same_sentence(post.start, i) else None
        alone = person is not None and direct and person.last - person.first == 1
        if alone and (_holder_before(words, post) or is_seat(words, post)):
            continue  # `Abdul Gani Ketua BPD Sukamulya`; `Kantor Bupati Burru`: rather a region misspelt
        if person is not None and alone and words.lower(person.end) in name_cues("anaphor"):
            continue  # `Mantan Kapolsek Passi ini`: a place that no register has
        if person is not None and post.post.takes == "portfolio" and post.body is None and person.last - person.first == 1:
            continue  # `Menteri Agaria dan Tata Ruang`: a field that no register has, or a misprint
        if person is not None and dashed and not (person.honorifics or person.degrees):
            continue  # `dibuka Camat Boja – Kendal, Rahmat`; but `Camat Boja – Rahmat, S.STP`
        if person is not None and (direct or ends_like_apposition(words, person)) and is_believable(words, person, direct):
            found.append(person)
    return found


def _holder_before(words: Words, post: PostName) -> bool:
    """Whether two words shaped like a name touch the post from before: its holder stands there."""
    beside = range(post.start - 2, post.start)
    named = all(words.same_sentence(k, post.start) and words.text[k].istitle() and not words.entries.get(k) for k in beside)
    return post.body is not None and named and not words.opens_sentence(post.start - 2)


def past_place(words: Words, i: int) -> int:
    """`Ketua Gapoktan Makmur, Desa Sukamulya, Rahmat`: a place between two commas stands before the holder."""
    first = i + (words.lower(i) == ",")
    area = area_at(words, first) if words.same_sentence(i, first) and first and words.lower(first - 1) == "," else None
    return area.end + 1 if area is not None and words.lower(area.end) == "," and words.same_sentence(i, area.end + 1) else i


def _past_town(reading: Reading, words: Words, i: int) -> int:
    """`Pimpinan Cabang Bank Kalsel Amuntai Fahrurrazi` in an article from Amuntai: a town that is no region of its own."""
    line = reading.text[slice(*reading.article.dateline)] if reading.article.dateline else ""
    town = i < len(words) and re.search(rf"\b{re.escape(words.text[i])}\b", line, re.IGNORECASE)
    return i + 1 if town and words.same_sentence(i, i + 1) and words.text[i + 1][0].isupper() else i


def _is_bare(words: Words, post: PostName) -> bool:
    """Whether the post is its rank alone, without field and body."""
    return post.body is None and post.area is None and post.title.lower() in {form.lower() for form in post.post.forms}


@rule("names.before-post", example="Budiarto, selaku Kepala Disnaker; Sapardi, Sekretaris Daerah Kabupaten Sleman,")
def before_post(reading: Reading, words: Words, names: Names) -> Found:
    """A name stands before the post, joined to it by `selaku`, `sebagai` or a comma."""
    found = []
    for post, behind in zip_longest(names.posts, names.posts[1:]):
        end = joined_name_end(words, post)
        if end is None and behind is not None and moves_on(words, post, behind):
            end = origin_end(words, post)  # `Rahmat dari Camat Boja menjadi Sekda Sleman`
        person = ending_at(words, end, names.taken) if end is not None else None
        closed = words.text[post.start].islower() and words.lower(post.end) == ","  # `Rahmat, kades Sukamaju, menyambut`
        if person is None or (person.end == post.start and person.last - person.first == 1):
            continue  # `Kerja Bakti kepala desa Sukamaju`
        if post.start - person.end == 1 and not closed and not _apposed(words, person):
            continue
        if words.lower(person.start - 1) in PLACED and person.last - person.first == 1:
            continue  # `rapat di Sentul, Sekda Sukamaju`
        if post.post.takes == PLAIN and post.start - person.end == 1 and words.text[post.start].islower():
            continue  # `Danramil Sugiyanto, penyuluh, tokoh adat`: the next of a list
        found.append(person)
    return found


def _apposed(words: Words, person: PersonName) -> bool:
    """With only a comma between, one word that opens the sentence or ends an occasion's name is no name: `Sebelumnya, Bupati
    ...`, `Pada Lokakarya Mini, Bupati ...`."""
    before = person.start - 1
    part = words.lower(before) in not_names() and words.text[before][0].isupper() and not words.opens_sentence(before)
    return person.last - person.first > 1 or bool(person.honorifics) or not (part or words.opens_sentence(person.start))


@rule("names.titled", example="dr. Hj. Ratna Dewi, M.Kes.; Ir. Bambang Sutejo; Bu Indah")
def titled(reading: Reading, words: Words, names: Names) -> Found:
    """A title stands before the name; not where a place is called after its bearer (`Gelora Bung Karno`)."""
    found = []
    for i in sorted(words.entries):
        if i not in names.taken and words.is_at(i, "honorific") and not (_names_a_place(words, i) or _is_inside(words, i)):
            person = person_at(words, i)
            in_brackets = person is not None and words.lower(i - 1) == "(" and words.lower(person.end) == ")"
            if person is not None and person.honorifics and not in_brackets:  # `(Kang Mamat)` is an alias
                found.append(person)
    return found


def _is_inside(words: Words, i: int) -> bool:
    """Whether a title that may stand inside a name has a first name before it: `kata Sagaf Hi. Taha`."""
    inside = len(words.text[i].rstrip(".")) > 1 and is_initial(words.text[i]) and words.same_sentence(i - 1, i)
    return inside and is_plain(words, i - 1) and words.same_sentence(i - 2, i) and not words.text[i - 2][0].isupper()


def _names_a_place(words: Words, i: int) -> bool:
    """Whether the word before a title begins the name of a place, and is no body's: `Stadion Jenderal Sudirman`."""
    before = words.lower(i - 1) if i and words.same_sentence(i - 1, i) and words.text[i - 1].istitle() else ""
    return before in venue_words("place") and not words.is_at(i - 1, "head")


@rule("names.with-degree", example="Hendra Gunawan, S.STP., M.Si.")
def with_degree(reading: Reading, words: Words, names: Names) -> Found:
    """A degree follows the name."""
    found = []
    for i in words.capitals:
        if i not in names.taken and (i == 0 or i - 1 in names.taken or not words.text[i - 1][0].isupper()):
            person = person_at(words, i, opened=False)
            if person is not None and person.degrees and person.last - person.first > 1:
                found.append(person)
    return found


@rule("names.after-agent", example="dipimpin Leo Marbun; didampingi Hendra Gunawan")
def after_agent(reading: Reading, words: Words, names: Names) -> Found:
    """A verb or preposition that takes somebody who acts is followed by a name of two words or more."""
    found = []
    agents = name_cues("agent") | name_cues("replaced")
    for i in range(1, len(words)):
        handed = words.lowers[i - 1] in ("dari", "kepada") and _hands_office(words, i)
        if (words.lowers[i - 1] in agents or handed) and words.sentence[i - 1] == words.sentence[i] and i not in names.taken:
            person = person_at(words, i, opened=False)
            if person is not None and person.last - person.first > 1 and not holds_fields(words, person):
                found.append(person)
    return found


def _hands_office(words: Words, i: int) -> bool:
    """Whether an office passes on around word `i`: `sertijab Camat Boja dari | Budi Santoso kepada | Sari Dewi`."""
    other = "kepada" if words.lowers[i - 1] == "dari" else "dari"
    near = [k for k in range(max(0, i - LONGEST_HANDING), min(len(words), i + LONGEST_HANDING)) if words.same_sentence(k, i)]
    behind = [k for k in near if (k > i) == (other == "kepada") and words.lowers[k] == other]
    return bool(behind) and any(words.lowers[k] in ("sertijab", "jabatan", "tongkat") for k in near)


@rule("names.listed", example="dipimpin Andi Saputra, Rina Marlina, dan Joko Susilo")
def listed(reading: Reading, words: Words, names: Names) -> Found:
    """A list that begins with a name goes on with names."""
    found: Found = []
    starts = [p.end for p, _ in names.persons]
    while starts:
        k = _past_origin(words, names, starts.pop())
        i = past(words, k - 1, k, (",", *name_cues("joint")), most=2)
        if i == k or not words.same_sentence(k - 1, i) or i in names.taken:
            continue
        person = person_at(words, i, opened=False)
        if person is None or holds_fields(words, person):
            continue
        if person.last - person.first > 1 or _ends_list(words, names, person):
            found.append(person)
            starts.append(person.end)
    return found


def _ends_list(words: Words, names: Names, person: PersonName) -> bool:
    """Whether one word behind `dan` ends a list of persons: `Andi Saputra, Rina Marlina dan | Zulfikar | bersama warga`."""
    i = person.start
    known = sum(1 for other, _ in names.persons if words.same_sentence(other.start, i) and other.start < i)
    plain = words.text[i].istitle() and not words.entries.get(i) and not words.text[i].endswith(("nya", "kan"))
    goes_on = words.same_sentence(i, person.end) and words.text[person.end][0].isupper()
    return known > 1 and plain and words.lower(i - 1) in name_cues("joint") and not goes_on


def _past_origin(words: Words, names: Names, k: int) -> int:
    """`Rahmat dari Bapenda, Sari Dewi dari Dinas Sosial`: past the body that the bearer of the name before word `k` is from."""
    ends = [body.end for body in names.organizations if body.start == k + 1]
    return ends[0] if ends and words.lower(k) == "dari" else k


@rule("names.model", example="Warga memberi salam kepada Suhartono Wijaya di pasar.")
def by_model(reading: Reading, words: Words, names: Names) -> Found:
    """The trained model fills what registers and rules leave."""
    found = []
    for ent in reading.doc.ents:
        if ent.label_ != "PER":
            continue
        i = words.first_at(ent.start_char)
        if i >= len(words) or words.start[i] != ent.start_char or _goes_on(words, i):
            continue
        person = person_at(words, i, opened=False)
        if person is None or words.start[person.end - 1] + len(words.text[person.end - 1]) < ent.end_char:
            continue  # `Temu Akbar Karang Taruna`: what ends in the name of a body is nobody
        if person.last - person.first > 1 and not holds_fields(words, person):
            found.append(person)
    common = not_names()  # `Maulid Nabi`, `El Nino`
    return [person for person in found if not {words.lower(person.first), person.name.lower()} & common.keys()]


def _goes_on(words: Words, i: int) -> bool:
    """Whether word `i` goes on with a name begun before it: `Gedung Sessat Sai Wawai`, `Rumah Tidak Layak Huni`."""
    return i > 0 and words.same_sentence(i - 1, i) and words.text[i - 1].istitle() and not words.opens_sentence(i - 1)


_RULES = (
    ("names.after-post", after_post),
    ("names.before-post", before_post),
    ("names.titled", titled),
    ("names.after-speech", after_speech),
    ("names.after-description", after_description),
    ("names.before-description", before_description),
    ("names.before-speech", before_speech),
    ("names.with-degree", with_degree),
    ("names.in-brackets", before_brackets),
    ("names.after-agent", after_agent),
    ("names.model", by_model),
    ("names.alias", alias),
    ("names.listed", listed),
    ("names.again", again),
)
