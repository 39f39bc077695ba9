"""Lemmas: the root of an Indonesian word, by look-up first and by taking off affixes where the word is new.

What is left must be a known root, else nothing is taken off: `menyalurkan` is `salur`, but `mengkudu` stays. The order of
affixes follows Nazief and Adriani's confix stripping, with every way of reading the nasal prefixes tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from ontology.roots import compound_roots, roots

PARTICLES = ("lah", "kah", "tah", "pun")
PRONOUNS = ("nya", "ku", "mu")
SUFFIXES = ("kan", "an", "i")
NASALS = {
    "meny": ("s",), "peny": ("s",),  # menyalurkan: salur
    "meng": ("", "k"), "peng": ("", "k"),  # mengajak: ajak; mengirim: kirim
    "mem": ("", "p"), "pem": ("", "p"),  # membuka: buka; memimpin: pimpin
    "men": ("", "t"), "pen": ("", "t"),  # mendukung: dukung; menata: tata
    "me": ("",), "pe": ("",),  # merawat: rawat
    "menge": ("",), "penge": ("",),  # mengecek: cek
}  # fmt: skip
PREFIXES = ("memper", "diper", "ber", "be", "ter", "te", "per", "di", "ke", "se", "ku", "kau")
LONGEST = 40
"""No Indonesian word is longer; what is longer is taken as it stands."""
SHORTEST = 3
"""Roots of two letters (`di`, `ke`) would be found inside everything."""


@dataclass(frozen=True, slots=True)
class LemmaEntry:
    """One line of `lemmas.tsv` in the model's folder."""

    form: str
    lemma: str


class Lemmas:
    """Lemmas of words: `known` maps word forms of the treebanks, in small letters, to their roots; affixes serve the rest."""

    def __init__(self, known: Mapping[str, str]) -> None:
        self._known = known
        self._roots = frozenset(known.values()) | roots()
        self._found: dict[str, str] = {}

    def lemma(self, word: str) -> str:
        """The root of `word` in small letters; a word of unknown root is its own lemma.

        >>> Lemmas({"salurkan": "salur"}).lemma("Menyalurkannya")
        'salur'
        """
        word = word.lower()
        if word not in self._found:
            self._found[word] = self._root(word)
        return self._found[word]

    def __call__(self, doc: Doc) -> Doc:
        """Set the lemma of every token; names keep their letters."""
        for token in doc:
            token.lemma_ = token.text if token.pos_ == "PROPN" else self.lemma(token.text)
        return doc

    def _root(self, word: str) -> str:
        if not word.isascii() or not SHORTEST < len(word) <= LONGEST:
            return self._known.get(word, word)
        first, hyphen, second = word.partition("-")  # anak-anak, bersama-sama
        if hyphen and first and second and self._root(first) == self._root(second):
            return self._root(first)
        stems = list(_stems(word))
        if compound := next((compound_roots()[stem] for stem in stems if stem in compound_roots()), None):
            return compound
        if word in self._known:
            return self._known[word]
        return min((stem for stem in stems if stem in self._roots), key=lambda stem: (-len(stem), stem), default=word)


def _stems(word: str) -> Iterator[str]:
    """All that may be left of a word without its affixes, the word itself first."""
    for host in _without(word, PARTICLES):
        for base in _without(host, PRONOUNS):
            for inner in _without(base, SUFFIXES):
                yield from _without_prefixes(inner, 3)


def _without(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    yield word
    yield from (stem for e in endings if len(stem := word.removesuffix(e)) >= SHORTEST and stem != word)


def _without_prefixes(word: str, most: int) -> Iterator[str]:
    """The word without up to `most` prefixes: `mempertanggungjawabkan` carries two."""
    yield word
    if not most:
        return
    stems = [word.removeprefix(p) for p in PREFIXES if word.startswith(p)]
    stems += [restored + word.removeprefix(p) for p, initials in NASALS.items() if word.startswith(p) for restored in initials]
    for stem in stems:
        if len(stem) >= SHORTEST:
            yield from _without_prefixes(stem, most - 1)
