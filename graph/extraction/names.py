"""Names of persons by their shape: honorifics, capitalised words and initials, degrees. No list of names exists."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.extraction.organization_words import NOUN
from graph.extraction.words import Words, past_brackets
from ontology.bodies import not_names
from ontology.name_cues import name_cues
from ontology.titles import Title, is_degree

NAME = re.compile(r"[A-Z][a-zA-Z]*(['’`-]?[a-zA-Z]+)*$")
LONGEST = 6
"""Words of a name: five are not rare (`Andi Nur Fitriani Daeng Kanang`), more are a list without commas."""
PRONOUNCED = re.compile(r"(?:[^AEIOUY]{0,2}[AEIOUY]+)+[^AEIOUY]{0,2}")
"""`DYAH`, `AYU`, `SRI`: syllables that can be spoken; `BPKAD` cannot."""
NUMBERED = re.compile("II+|IV|VI+|IX")
"""The number of a group, no name: `Ketua Pokja IV`; `I` begins names of Bali, `V` and `X` are initials."""
SHORTENED = re.compile("[A-Z]+[a-z]+[A-Z][A-Za-z]*|[A-Z]{2,}[a-z]+")
"""A degree without its stops: `Rahmat Hidayat MSi`, `Rahmat Hidayat SPd`."""
ARMED = ("military", "police")
"""Kinds of titles behind which a corps or `Purn` stands in brackets, or a comma where none belongs (`Iptu, Rahmat`)."""
BRACKETED = (*ARMED, "academic")
"""Kinds of titles behind which something stands in brackets: `Letkol (Inf) Rahmat`, `Dr (C) Rahmat`."""
VERB = re.compile("Me(?:ng|ny|mb|mp|nd|nj|nc)[aiueo][a-z]{3,}")
"""A verb with a capital: `Camat Rahmat Hidayat Mengajak`; shorter ones may be names (`Mendi`)."""
VOWEL = re.compile("[AEIOUYaeiouy]")
NICKNAME = re.compile(r"\s*[\"“”‘’'][A-Z]\w+[\"“”‘’']\s+")
OTHERS = ("post", "post-mark", "body", "area-cue", "head")
QUOTES = "\"“”'‘’"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name at words `start`..`end`, its titles included; `name` is without them, at words `first`..`last`."""

    start: int
    end: int
    first: int
    last: int
    name: str
    honorifics: tuple[str, ...] = ()
    degrees: tuple[str, ...] = ()


def person_at(words: Words, i: int, *, opened: bool = True, limit: int = LONGEST, common: bool = False) -> PersonName | None:
    """The name that begins at word `i`, honorifics before and degrees after it included.

    With `opened=False` nothing but the shape says that a name stands here, so a word of the registers may not begin it; with
    `common=True` the place is so sure that even a common word may, where another name follows (`Gubernur Lalu Wiratama`),
    if it is no noun of the genre (`Ketua Panitia Festival Pala`).
    """
    first, honorifics = _honorifics(words, i)
    if first >= len(words) or (first > i and not words.same_sentence(i, first)):
        return None
    skip = (
        common
        and not_names().get(words.lower(first), "function") not in ("function", "noun")
        and words.same_sentence(first, first + 1)
    )
    skip = skip and words.text[first][0].isupper() and _is_name_word(words, first + 1)
    last = _name_end(words, first + skip, limit=limit, titled=bool(honorifics) or opened)
    if last == first + skip:
        return None
    if last == first or not _holds_a_name(words, first, last) or _is_rank(words, first):
        return None
    if last - first == 1 and (words.is_at(first, "area-cue") or _is_courtesy(words, first)):
        return None  # `Menurut Pak Kades`; `Kabid Pemerintahan Pekon`
    end, degrees = _degrees(words, last)
    name = _plain_case(words.written(first, last))
    name = name[1:] if is_pilgrim(words.text[first].rstrip(".")) else name  # `HM Yusuf`: `M Yusuf`
    return PersonName(i, end, first, last, name, honorifics, degrees)


def _is_courtesy(words: Words, k: int) -> bool:
    return any(title.kind == "courtesy" for _, title in words.at(k, "honorific", Title))


def _is_rank(words: Words, k: int) -> bool:
    """`Letkol Kav` alone is nobody: no name that we can read stands behind it."""
    return any(title.kind in ARMED for _, title in words.at(k, "honorific", Title))


def _honorifics(words: Words, i: int) -> tuple[int, tuple[str, ...]]:
    """`dr. H.`, `Hi.`, `Brigjen Pol`: titles before a name; titles of nobility are part of it (`Ratu Sinta`)."""
    found: list[str] = []
    j = i
    while titles := [(e, t) for e, t in words.at(j, "honorific", Title) if t.kind != "nobility"]:
        end = titles[0][0]
        if words.lower(end) == "." and end < len(words):
            end += 1
        if any(title.kind in BRACKETED for _, title in titles):
            end = past_brackets(words, end)  # `Letkol (Inf) Rahmat`, `Mayjen TNI (Purn) Rahmat`
        parted = words.lower(end) == "," and any(title.kind in ARMED for _, title in titles) and _is_name_at(words, end + 1)
        behind = end + parted  # `Kapolsek Boja Iptu, Rahmat Hidayat`
        if behind >= len(words) or words.sentence[behind] != words.sentence[i] or not _may_name(words, behind, titled=True):
            break
        found.append(words.written(j, end))
        j = behind
    return j, tuple(found)


def is_initial(text: str) -> bool:
    """Whether `text` is a part of a name cut short: `A.`, `Moh.`, `Ch`."""
    letters = text.removesuffix(".")
    return letters[:1].isupper() and (len(letters) == 1 or letters.lower() in _cut_short() or is_pilgrim(letters))


@cache
def _cut_short() -> frozenset[str]:
    return name_cues("initial") | name_cues("balinese")


def is_pilgrim(letters: str) -> bool:
    """Whether a word is `Haji` and an initial in one: `HM`."""
    return letters.isupper() and letters.lower() in name_cues("pilgrim")


def _may_name(words: Words, k: int, *, titled: bool) -> bool:
    """Whether word `k` may be part of a name (or another title before one)."""
    text = words.text[k]
    if words.is_at(k, "honorific"):
        return True
    if is_initial(text):
        return True
    if not NAME.match(text) or (is_degree(text) and text.isupper() and len(text) <= 3):
        return False
    if text.isupper() and len(text) > 2 and not looks_like_name(text) and not _is_beside_capitals(words, k):
        return False
    if NUMBERED.fullmatch(text) or VERB.fullmatch(text):
        return False
    if not text.isupper() and any(len(part) > 1 and part.isupper() for part in text.split("-")):
        return False  # `Cabang Jateng-DIY`
    if not titled and NOUN.fullmatch(text) and not (words.same_sentence(k - 1, k) and is_initial(words.text[k - 1])):
        return False  # `Penggeledahan dilakukan ...`; but `M Zarkasi`
    if words.is_at(k, *OTHERS) and not (titled and not words.is_at(k, "post", "post-mark")):
        return False
    if not_names().get(text.lower()) == "name-first":  # `H. Lalu Wiratama`, `diwakili Lalu Wiratama`; not `Lalu Budi pulang`
        inside = text.istitle() and not words.opens_sentence(k)
        return (titled or inside) and words.same_sentence(k, k + 1) and _is_name_word(words, k + 1)
    return text.lower() not in not_names()


def _may_end_name(words: Words, first: int, k: int) -> bool:
    """A common noun may be the last part of a name of three words or more: `I Gusti Ngurah Bayu Negara mengatakan`."""
    kind = not_names().get(words.lower(k))
    last = not words.same_sentence(k, k + 1) or not words.text[k + 1][0].isupper()
    least = {"noun": 2, "name-too": 1}.get(kind or "", LONGEST)
    return k - first >= least and last and NAME.match(words.text[k]) is not None


def _is_name_at(words: Words, k: int) -> bool:
    """Whether two parts of a name stand at word `k`."""
    return words.same_sentence(k - 1, k + 1) and all(_may_name(words, j, titled=False) for j in (k, k + 1))


def _is_name_word(words: Words, k: int) -> bool:
    return NAME.match(words.text[k]) is not None and words.lower(k) not in not_names()


def _is_day_word(words: Words, k: int) -> bool:
    """`Hari`, `Islam`, `Utama` with a part of a name on both sides."""
    inside = not_names().get(words.lower(k)) in ("time", "proper", "name-too") and words.text[k].istitle()
    inside = inside and words.lower(k) not in name_cues("agent")  # `Camat Rahmat Hidayat Bersama Kapolsek`
    return inside and words.same_sentence(k - 1, k + 1) and _is_name_word(words, k + 1) and not words.is_at(k, *OTHERS)


def _shouts(words: Words, first: int, k: int) -> bool:
    """Whether the words so far are capitals throughout, one of them longer than a title of nobility."""
    return all(w.isupper() for w in words.text[first:k]) and any(len(w) > 4 for w in words.text[first:k])


def _is_beside_capitals(words: Words, k: int) -> bool:
    """`SRI`, `DYAH` beside another part of a name in capitals: `DYAH AYU PRAMESTI`; alone it may be an acronym."""
    near = (j for j in (k - 1, k + 1) if words.same_sentence(j, k) and words.text[j].isupper())
    return PRONOUNCED.fullmatch(words.text[k]) is not None and any(
        looks_like_name(words.text[j]) or PRONOUNCED.fullmatch(words.text[j]) for j in near if not words.entries.get(j)
    )


def looks_like_name(text: str) -> bool:
    """Whether a word in capitals can be spoken as a name: `SALEH` and `YUSUF` have two vowels, `RSUDM` and `BPKAD` one."""
    return len(text) > 3 and sum(letter in "AEIOU" for letter in text) > 1


def _name_end(words: Words, first: int, *, limit: int, titled: bool) -> int:
    """The word after the last of the name that begins at `first`; `first` itself where no name stands there."""
    k = first
    while k < first + limit and words.same_sentence(first, k):
        particle = k > first and words.text[k] in name_cues("particle")
        if particle and words.same_sentence(first, k + 1) and NAME.match(words.text[k + 1]):
            k += 1  # `Ahmad bin Salim`
        elif k > first and (behind := _past_nickname(words, k)) > k:
            k = behind
        elif titled and _may_end_name(words, first, k):
            return k + 1
        elif titled and first < k < first + limit - 1 and _is_day_word(words, k):
            k += 2  # `Fajar Hari Prasetyo`
        elif not _may_name(words, k, titled=titled and k == first) or (k > first and _follows_name(words, k)):
            break
        elif k > first and words.text[k].istitle() and _shouts(words, first, k):
            break  # `Terkait SI PAJAK LINGGAU | Fauzan mengingatkan`
        else:
            k += 1
    return k


def _past_nickname(words: Words, k: int) -> int:
    """`Irma "Yanti" Petalo`: a nickname in quotation marks stands inside the name."""
    quoted = words.same_sentence(k, k + 3) and words.text[k] in QUOTES and words.text[k + 2] in QUOTES
    named = quoted and words.text[k + 1].istitle() and _may_name(words, k + 3, titled=False)
    return k + 3 if named else k


def inner_nicknames(words: Words, person: PersonName) -> list[str]:
    """What the bearer is also called: `Yanti` of `Irma "Yanti" Petalo`."""
    inner = range(person.first + 1, person.last - 1)
    return [words.text[k] for k in inner if words.text[k - 1] in QUOTES and words.text[k + 1] in QUOTES]


def _follows_name(words: Words, k: int) -> bool:
    """Whether word `k`, shaped like a part of a name, is what comes after it: a title, a degree, the rank of another, what is
    done (`Bupati Rahmat Didampingi Sekda`, in an article that writes all words with a capital)."""
    text = words.text[k]
    if words.lower(k) in name_cues("agent"):
        return True
    noble = any(title.kind == "nobility" for _, title in words.at(k, "honorific", Title))  # `Zulhendri Dt. Rajo Bukik`
    title = words.is_at(k, "honorific") and not noble and not is_initial(text) and not NAME.match(text)
    title = title or (_is_rank(words, k) and words.same_sentence(k, k + 1) and words.text[k + 1][0].isupper())
    title = title or any(_is_parted_degree(words, k, k + size) for size in (2, 3))
    return title or (is_degree(text) and ("." in text or SHORTENED.fullmatch(text) is not None))


def _is_parted_degree(words: Words, k: int, end: int) -> bool:
    """`S. Sos`, `S. Pd I`: a degree with a blank in it, told from initials by its second part."""
    parted = words.same_sentence(k, end - 1) and is_initial(words.text[k]) and len(words.text[k + 1]) > 1
    return parted and "." in words.text[k] and is_degree(words.written(k, end))


def _holds_a_name(words: Words, first: int, last: int) -> bool:
    """At least one word of it is more than an initial and can be spoken: `M.Tr` is a degree."""
    if not any(len(words.text[k]) > 1 and VOWEL.search(words.text[k]) for k in range(first, last)):
        return False
    return any(len(words.text[k].rstrip(".")) > 2 or words.text[k].istitle() for k in range(first, last)) and any(
        len(words.text[k].rstrip(".")) > 1 for k in range(first, last)
    )


def _degrees(words: Words, j: int) -> tuple[int, tuple[str, ...]]:
    """`, Sp.OG., M.H.`, ` MM`: degrees after a name, with their commas."""
    found: list[str] = []
    end = k = j
    while words.same_sentence(j - 1, k) and len(found) < 8:
        if words.text[k] in (",", ".") and (found or words.text[k] == ","):
            k += 1
            continue
        size = next((n for n in (3, 2, 1) if words.same_sentence(j - 1, k + n - 1) and _degree(words, k, k + n)), 0)
        if not size:
            break
        found.append(words.written(k, k + size))
        k += size
        end = k
        if words.lower(k) == "." and words.same_sentence(j - 1, k + 1):
            end = k = k + 1
    return end, tuple(found)


def _degree(words: Words, k: int, j: int) -> bool:
    text = words.written(k, j)
    return "," not in words.text[k:j] and words.text[j - 1][-1] != "," and is_degree(text) and (j - k == 1 or "." in text)


def _plain_case(name: str) -> str:
    """`HENDRA SAPUTRA` and `SALEH` as names are written; initials and short suffixes (`HS`) stay, a nickname goes."""
    name = NICKNAME.sub(" ", name)
    parts = name.split()
    if all(p.isupper() for p in parts) and any(len(p.rstrip(".")) > 3 for p in parts):
        return " ".join(p.capitalize() if len(p.rstrip(".")) > 2 else p for p in parts)
    return name
