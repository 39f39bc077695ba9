"""A name of a programme as its rules hand it on, and what its words show."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.extraction.patterns import either
from ontology.bodies import not_names
from ontology.posts import posts
from ontology.programs import program_words
from ontology.quantities import units

LONGEST_POST = 90
"""Characters from a post to the word of a kind in its field: `Kepala Bidang Perlindungan dan Jaminan Sosial serta `."""


@dataclass(frozen=True, slots=True)
class ProgramName:
    """A programme as named at `start`..`end`; `identity` is what its other names must share."""

    start: int
    end: int
    name: str
    identity: str
    acronym: str = ""
    rule: str = ""


def identity_of(text: str) -> str:
    """A name without the case of its letters and its punctuation: `“Pasar Murah”` is `pasar murah`."""
    return " ".join(re.sub(r"[^\w]+", " ", text.casefold()).split())


def trimmed(rest: str) -> str:
    """Common words and years that close a run of capitals are no part of the name: `Perlindungan Sosial Tahun 2025`."""
    name = re.sub(r"\s+(?:Tahun|TA)\b.*", "", rest)
    while (parts := name.split()) and (_is_day(parts) or parts[-1].lower() in program_words("after")):
        name = name.strip().removesuffix(parts[-1]).rstrip()  # the white space inside stays as the text has it
    return name


def _is_day(parts: list[str]) -> bool:
    """Whether a name ends in a word of time that is no part of it: `Jemput Bola Malam Hari` is all name."""
    joined = len(parts) > 1 and not_names().get(parts[-2].lower()) == "function"
    return not_names().get(parts[-1].lower()) == "time" and not joined


def without_owner(name: str) -> str:
    """A name without those whose programme it is: `Asta Cita | Presiden Rahmat Hidayat`, but `Lapor Bupati`."""
    owned = _owned_pattern().match(name)
    return owned["name"] if owned else name


@cache
def _owned_pattern() -> re.Pattern[str]:
    """Two words or more, then an official with a name or an area."""
    ranks = either(form for post in posts() if post.exclusive for form in (post.post, *post.forms))
    return re.compile(rf"(?P<name>\S+\s.*?\S)\s+(?:{ranks})\s+[A-Z]")


def opens_a_name(name: str, *, told: bool = False) -> bool:
    """Whether a name may begin so: not with a word of the trade (`Program Kerja`), with a common word only where quotation
    marks or an acronym tell of a name, or where coined names begin so (`Satu Desa Satu Bidan`, `Bupati Menyapa`)."""
    words = [word.lower() for word in name.split()]
    first = words[0].removesuffix("nya")
    if first in program_words("opens") or official_acts_pattern().match(name):
        return len(words) > 1
    if first in program_words("generic"):
        return False
    if first[0].isdigit():
        return len(words) > 1 and words[1] not in _lengths_of_time()  # `Layanan 24 Jam`
    return told or not_names().get(words[0]) != "function"


@cache
def _lengths_of_time() -> frozenset[str]:
    forms = (form.lower() for unit in units() if unit.kind == "time" for form in unit.forms)
    return frozenset(forms) | {word for word, kind in not_names().items() if kind == "time"}


@cache
def official_acts_pattern() -> re.Pattern[str]:
    """A post and a verb open a name: `Bupati Menyapa`, `Wali Kota Ngantor`."""
    ranks = either(form for post in posts() for form in (post.post, *post.forms))
    return re.compile(rf"(?:{ranks})\s(?:Me[mnlrwy]|Ng|Ber)[a-z]{{3}}")


def is_field(text: str, start: int) -> bool:
    """Whether the words at `start` are the field of a post: `Kepala Seksi | Program Kesehatan`."""
    return _post_pattern().search(text, max(0, start - LONGEST_POST), start) is not None


def begins_earlier(text: str, start: int, name: str, acronym: str = "") -> bool:
    """Whether the word of a kind at `start` stands inside a longer name or a post: `Unit | Layanan Disabilitas`,
    `Penerima | Bantuan Iuran (PBI)`, `Kepala Bidang | Layanan Informasi`; `name` begins with that word."""
    if is_field(text, start):
        return True
    word = re.search(r"(?<![\w-])([A-Z][\w-]*) $", text[max(0, start - LONGEST_POST) : start])
    if word is None or not text[start].isupper():
        return False
    if acronym:
        return acronym[0].lower() == word[1][0].lower() not in {part[0].lower() for part in name.split()[:2]}
    return not _leads(word[1].lower())


def _leads(word: str) -> bool:
    """Whether a capital word before a programme is none of its name: `Meluncurkan Layanan X`, `Peresmian Layanan X`."""
    leading = ("runs", "has", "uses", "by", "owned", "called", "announces")
    known = not_names().get(word) in ("function", "time", "collective")
    return (
        known or any(word in program_words(kind) for kind in leading) or re.match(r"(?:me|di|ber|ter)\w{3}", word) is not None
    )


@cache
def _post_pattern() -> re.Pattern[str]:
    """A post whose field the words before the head begin: `Kepala Seksi`, `Kabid Perlindungan dan `."""
    forms = {form for post in posts() if post.takes == "unit" for form in (post.post, *post.forms)}
    officers = either(forms | {word.title() for word in program_words("officer")})
    return re.compile(rf"(?<!\w)(?:{officers})\s+(?:[A-Z][\w-]*,?\s+(?:dan\s+)?){{0,4}}$")


def is_time(rest: str) -> bool:
    """`Program Januari 2025` is no name, `Program Jumat Berkah` is."""
    return all(word.isdigit() or not_names().get(word.lower()) == "time" for word in rest.split())


def is_enough(head: str, rest: str) -> bool:
    """`kartu Kuning` is football: after a small letter a name has two words, or is an acronym."""
    return len(rest.split()) > 1 or rest.isupper() or head.lower() in program_words("head-left-out") | {"aplikasi"}


def looks_like_acronym(word: str) -> bool:
    """`simda`, `sipd`: short, and not a word of the lists; the names of applications are."""
    return (
        word not in not_names() and len(word) <= 6 and not re.search(r"(an|kan|nya|ini|itu|yang|untuk|dan|di|oleh|ke)$", word)
    )
