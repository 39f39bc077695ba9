"""What may be the name of a person where a rule looks for one: its end, its fellows, what it must not be."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import replace
from functools import cache

from graph.extraction.names import QUOTES, PersonName, is_initial, person_at
from graph.extraction.organization_words import NOUN
from graph.extraction.unknown_places import ranked_end
from graph.extraction.words import Words
from ontology.bodies import fields, not_names
from ontology.name_cues import name_cues
from ontology.speech_verbs import speech_verbs
from ontology.titles import is_degree

Found = list[PersonName]
FILLED = ("dijabat", "yakni", "yaitu", "antara lain")
"""They have other uses too (`dijabat Rahmat`), and the register gives a form one kind."""
LONGEST_LEFT = 9
"""Words of `yang ditinggalkan AKBP Budi Santoso, S.H., |` before `kini`."""
CALLED_BEFORE = ("atau", "yang")
LONGEST_CALL = 7
"""Words from a name to the nickname behind it: `, yang lebih akrab disapa dengan mas |` has seven."""
TITLE = re.compile(r"[A-Z][a-z]{2,4}\.")
LONGEST_BACK = 9
"""Words looked back over for a name with its titles: `dr. H. Wardi Surya Putra, Sp.OG., M.H.` has nine with its commas."""


def past(words: Words, start: int, i: int, skipped: Collection[str], *, most: int) -> int:
    """Word `i` or the first after up to `most` of the `skipped`."""
    while most and words.same_sentence(start, i) and words.lower(i) in skipped:
        i, most = i + 1, most - 1
    return i


def past_filling(words: Words, i: int) -> int:
    """Past what says that somebody has the post before word `i`: `Camat Sukamaju | kini dijabat oleh | Rahmat`, `Camat
    Sukamaju | yang ditinggalkan Budi kini dijabat | Rahmat`."""
    first = i + (words.lower(i) == ",")
    if words.lower(first) == "yang":
        now = (k for k in range(first + 2, first + LONGEST_LEFT) if words.same_sentence(i - 1, k) and words.lower(k) == "kini")
        first = next(now, first)
    for size in (3, 2, 1):
        last = first + size
        if words.same_sentence(i - 1, last) and words.written(first, last).lower() in {*name_cues("filled"), *FILLED}:
            return last
    return i


def past_unknown_title(words: Words, i: int) -> int:
    """`Kepala KSOP Sukamaju Capt. Rahmat Hidayat`: a short word with a stop, neither a part of a name nor a title we know; and
    past a place that no register has: `Bupati Sukamaju | Drs H Rahmat`."""
    i = ranked_end(words, i)
    if i >= len(words) or words.is_at(i, "honorific") or is_initial(words.text[i]) or is_degree(words.text[i]):
        return i
    apart = not words.text[i].endswith(".")
    title = TITLE.fullmatch(words.text[i] + ("." if apart and words.lower(i + 1) == "." else ""))
    behind = i + 1 + apart
    return behind if title and words.same_sentence(i, behind) and words.text[behind][0].isupper() else i


def bearer_end(words: Words, person: PersonName) -> int | None:
    """Where the name ends that `person` is a nickname for: `Rahmat Hidayat (Kang Mamat)`, `Rahmat, yang akrab disapa Mamat`."""
    if words.lower(person.start - 1) == "(":
        return person.start - 1 if words.lower(person.end) == ")" else None
    return called_end(words, person.start)


def called_end(words: Words, start: int) -> int | None:
    """Where the name ends behind which `akrab disapa` or the like leads to word `start`."""
    k = start
    k -= words.is_at(k - 1, "honorific") or words.lower(k - 1) in name_cues("courtesy")
    size = next((n for n in (3, 2, 1) if k > n and words.written(k - n, k).lower() in name_cues("called")), 0)
    k -= size
    k -= words.lower(k - 1) in CALLED_BEFORE
    k -= words.lower(k - 1) == ","
    return k if size and words.same_sentence(k - 1, start) else None


def ends_like_apposition(words: Words, person: PersonName) -> bool:
    """After `Lurah Sukamaju, Darmawan` comes a verb, a comma or the end, not another noun with a capital."""
    k = person.end
    return k >= len(words) or not words.same_sentence(person.start, k) or not words.text[k][0].isupper()


def is_believable(words: Words, person: PersonName, direct: bool) -> bool:
    """One word in capitals after a comma is rather an acronym (`Wali Kota Magelang, FORKOPIMDA`); `Alim Ulama` are many."""
    if person.name.lower() in not_names():
        return False
    if person.last - person.first > 1 or person.honorifics or person.degrees:
        return not holds_fields(words, person) and (bool(person.honorifics) or not is_said_small(words, person))
    text = words.text[person.first]
    if text in fields() or (text.isupper() and len(text) < 4) or NOUN.fullmatch(text):
        return False
    return direct or not text.isupper() or words.lower(person.start - 1) in QUOTES


def is_said_small(words: Words, person: PersonName) -> bool:
    """`Wakil Bupati Malinau Main Voli`, where the text goes on `bupati main voli di lapangan`: words, not a name."""
    run = [word.lower() for word in words.text[person.first : person.last]]
    return any(words.text[k : k + len(run)] == run for k in range(len(words)) if words.text[k] == run[0])


def holds_fields(words: Words, person: PersonName) -> bool:
    """`Pembangunan Daerah` is no name: half of its words make names of agencies; of `Lalu Wiratama` only the second counts."""
    text = [words.text[k] for k in range(person.first, person.last)]
    text = [t for t in text if t.lower() not in not_names()] or text
    return sum(t in fields() for t in text) * 2 >= len(text) or all(t.isupper() and len(t) < 4 for t in text)


def ending_at(words: Words, end: int, taken: set[int]) -> PersonName | None:
    """The longest name whose last word, degree or closing mark stands before word `end`."""
    best = None
    if end - 1 >= 0 and words.text[end - 1] in QUOTES:
        end -= 1
    for start in range(end - 1, max(-1, end - 1 - LONGEST_BACK), -1):
        if start in taken or not words.same_sentence(start, end - 1):
            break
        person = person_at(words, start, opened=False)
        if person is not None and person.end >= end and person.last <= end and not holds_fields(words, person):
            best = replace(person, end=min(person.end, end))
    if best is not None and not best.honorifics and words.lower(best.start - 2) in name_cues("agent") | after_forms():
        whole = person_at(words, best.start - 1, common=True)  # `disampaikan Hari Wuryanto, Ketua DPRD`
        best = replace(whole, end=best.end) if whole is not None and whole.last == best.last else best
    return best


@cache
def after_forms() -> frozenset[str]:
    """`ujar`, `ujarnya`: what stands after a quotation and before its speaker."""
    forms = {form for verb in speech_verbs() for form in verb.after if not verb.document}
    return frozenset(forms | {f"{form}nya" for form in forms} | name_cues("source"))
