"""A name of a programme as its rules hand it on, and what its words show."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ontology.bodies import not_names
from ontology.programs import program_words


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
    parts = re.sub(r"\s+(?:Tahun|TA)\b.*", "", rest).split()
    while parts and (_is_day(parts) or parts[-1].lower() in program_words("after")):
        parts.pop()
    return " ".join(parts) if len(parts) < len(rest.split()) else rest


def _is_day(parts: list[str]) -> bool:
    """Whether a name ends in a word of time that is no part of it: `Jemput Bola Malam Hari` is all name."""
    joined = len(parts) > 1 and not_names().get(parts[-2].lower()) == "function"
    return not_names().get(parts[-1].lower()) == "time" and not joined


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
