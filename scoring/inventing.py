"""Words that name nobody and nothing, made of syllables: the same word always becomes the same invented word."""

from __future__ import annotations

import re
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import count
from random import Random

CONSONANTS = "bdgjklmnprstw"
VOWELS = "aeiou"
CODAS = ("", "", "n", "ng", "r", "s")
PERSON_ENDINGS = ("adi", "ana", "anto", "arman", "ati", "ika", "iman", "oko", "ono", "udin", "usman")
AFFIXES = re.compile(r"(Ke|Pem|Pen|Per)\w{3,}(an)")
"""What the name of a field shares with others: `Kependudukan` becomes another `Ke...an`."""


class Inventor:
    """Makes invented words that are not among `taken` (folded words), no two of them the same."""

    def __init__(self, taken: AbstractSet[str]) -> None:
        self._taken = set(taken)
        self._made: dict[str, str] = {}

    def person_word(self, word: str) -> str:
        """A word of a person's name: `Wulandari` -> `Tonkaradi`."""
        return in_case_of(word, self._of(word.casefold(), lambda rng: _stem(rng) + rng.choice(PERSON_ENDINGS)))

    def field_word(self, word: str) -> str:
        """A word of the name of a body or programme, with its affixes: `Kependudukan` -> `Kelamboran`."""
        affixes = AFFIXES.fullmatch(word)
        before, after = affixes.groups() if affixes else ("", _vowel(Random(word)))
        return in_case_of(word, self._of(word.casefold(), lambda rng: before.lower() + _stem(rng) + after))

    def letters(self, acronym: str) -> str:
        """Other letters for an acronym that nothing explains: `BPJS` -> `BKTN`; the first is often that of the kind."""
        key = acronym.upper()
        return self._of(key, lambda rng: key[0] + "".join(rng.choices(CONSONANTS, k=len(key) - 1)).upper())

    def _of(self, key: str, make: Callable[[Random], str]) -> str:
        for attempt in count():
            if key in self._made:
                break
            made = make(Random(f"{key} {attempt}"))
            if made.casefold() not in self._taken:
                self._taken.add(made.casefold())
                self._made[key] = made
        return self._made[key]


def _stem(rng: Random) -> str:
    """A syllable and the beginning of another: `Tonk`, `Lamb`, `Wad`."""
    return rng.choice(CONSONANTS) + _vowel(rng) + rng.choice(CODAS) + rng.choice(CONSONANTS)


def _vowel(rng: Random) -> str:
    return rng.choice(VOWELS)


def in_case_of(word: str, made: str) -> str:
    """`made` all in capitals, with its first letter large, or small, as `word` is; otherwise as it is."""
    if word.isupper() and len(word) > 1:
        return made.upper()
    if word.islower():
        return made.lower()
    return made[:1].upper() + made[1:]
