"""How the names of two bodies, programmes or places stand to each other: tokens, numbers, acronyms. Never substrings."""

from __future__ import annotations

import re
from functools import cache

from rapidfuzz import fuzz

from ontology.names import distinguishing_words, joining_words

Tokens = tuple[str, ...]

TOKEN = re.compile(r"[^\W_]+(?:['’`ʼ][^\W\d_]+)*")
REPEATED = re.compile(r"([a-z])([2-4])")  # DP3A: Dinas Pemberdayaan Perempuan dan Perlindungan Anak
ROMAN = re.compile(r"[ivx]+")
SAME_SPELLING = 88.0
"""Ratio of two words that are one misspelt or inflected: `Pengelola`, `Pengelolaan` (90); `Perdagangan`, `Perhubungan` (64)."""
LONG = 6
"""Shorter words are too much alike by chance: `Hukum` and `Umum`, `Baznas` and `Bapanas`."""


@cache
def tokens(name: str) -> Tokens:
    """`Dinas P.U. & Tata Ruang` -> `("dinas", "pu", "tata", "ruang")`: lower case, full stops of acronyms dropped."""
    plain = re.sub(r"\b(\w)\.(?=\w\b)", r"\1", name.casefold())
    return tuple(re.sub(r"['’`ʼ]", "", token) for token in TOKEN.findall(plain))


@cache
def exact_tokens(name: Tokens) -> Tokens:
    """Tokens that two names must share to be one: numbers, Roman numbers, words of direction, in their order."""
    return tuple(
        (t.lstrip("0") or "0") if t.isdigit() else t
        for t in name
        if t.isdigit() or ROMAN.fullmatch(t) or t in distinguishing_words()
    )


def same_spelling(a: Tokens, b: Tokens) -> bool:
    """Whether two names of several words differ by no more than slips in long words, all that must be exact being equal."""
    if len(a) != len(b) or len(a) < 2 or exact_tokens(a) != exact_tokens(b):
        return False
    return all(x == y or (min(len(x), len(y)) > LONG and fuzz.ratio(x, y) >= SAME_SPELLING) for x, y in zip(a, b, strict=True))


@cache
def stands_for(acronym: Tokens, name: Tokens) -> bool:
    """Whether the one token of `acronym` abbreviates `name`: every word of it, in order, gives at least its first letter or
    a syllable (`Dinsos`: Dinas Sosial; `BPKAD`: Badan Pengelolaan Keuangan dan Aset Daerah; `Disdik`: Dinas Pendidikan).
    Words like `dan` may be left out.
    """
    content = _content(name)
    return len(acronym) == 1 < len(content) and _consumed(REPEATED.sub(lambda m: m[1] * int(m[2]), acronym[0]), content)


def initials(name: Tokens) -> str:
    """The first letters of a name's words: `ksc` of Kartu Sehat Ceria, and of `KSC` itself."""
    return name[0] if len(name) == 1 else "".join(word[0] for word in _content(name))


def _content(name: Tokens) -> Tokens:
    return tuple(word for word in name if word not in joining_words())


def _consumed(letters: str, words: Tokens) -> bool:
    if not words:
        return not letters
    return any(
        _consumed(letters[size:], words[1:]) for size in range(1, len(letters) + 1) if _piece_of(letters[:size], words[0])
    )


def _piece_of(piece: str, word: str) -> bool:
    """A piece of an acronym is the first letters of its word, some left out (`dis`: Dinas), or a syllable within
    (`dik`: pendidikan).
    """
    if len(piece) > 1 and piece in word:
        return True
    if piece[0] != word[0]:
        return False
    rest = iter(word)
    return len(piece) <= 4 and all(letter in rest for letter in piece)
