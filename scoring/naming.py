"""Other names for persons, bodies and programmes, each in all the forms in which it is written.

What a name shares with its kind stays (`Dinas`, `Kartu`, an area), the rest is invented, word by word and everywhere the same:
`Dinas Sosial` and `Dinsos` become `Dinas Rembo` and `Disremb`. An acronym is made anew from the invented words, by letters
(`BPS`) or by syllables (`Dinsos`). Where a person is called by a part of the name, that part is replaced too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from ontology.bodies import Word, organization_kinds
from ontology.programs import program_words
from ontology.register import read_register
from ontology.titles import is_honorific
from scoring.inventing import AFFIXES, Inventor, in_case_of

WORD = re.compile(r"\w+")
SYLLABIC = re.compile(r"(dis|din|kemen|ba(?=p))?(.+?)(da|nas)?", re.IGNORECASE)
"""An acronym of syllables: the kind, what is particular, the rank (`Dis|kominfo`, `Ba|ppe|da`, `Ba|z|nas`)."""
PROGRAM_KINDS = ("head", "head-left-out", "head-capital", "whole", "aid", "aid-word", "receiver", "generic")

Forms = tuple[str, ...]
"""The forms in which one thing is written, as a gold cell lists them."""


@dataclass(slots=True)
class Names:
    """Old to new names: those of bodies and programmes everywhere, those of persons in the files they stand in."""

    inventor: Inventor
    areas: frozenset[str]
    """The folded words of the areas of the gold: areas keep their names."""
    heads: tuple[str, ...]
    """With what a name may begin that stays, the longest first: the words of its kind."""
    acronyms: dict[str, str] = field(default_factory=dict)
    everywhere: dict[str, str] = field(default_factory=dict)
    in_file: dict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))

    def add_person(self, file: str, forms: Forms) -> None:
        """Rename a person in `file`, the parts of the name included."""
        names = self.in_file[file]
        for form in sorted(forms, key=lambda f: (-len(f.split()), -len(f), f)):
            short = None if " " in form else _from_parts(form, forms, self._person_word)
            names.setdefault(form, short or WORD.sub(lambda found: self._person_word(found[0]), form))
            for word in WORD.findall(form) if " " in form else ():
                if word != self._person_word(word):
                    names.setdefault(word, self._person_word(word))

    def add_body(self, forms: Forms) -> None:
        """Rename a body in all its forms."""
        self._add(forms, self.areas | _kept_words())

    def add_program(self, forms: Forms) -> None:
        """Rename a programme in all its forms; the words of its kind of aid stay (`bantuan pangan beras`)."""
        self._add(forms, self.areas | _kept_words() | _program_words())

    def rewrite(self, file: str, text: str) -> str:
        """`text` of `file` with all names replaced, in one pass, the longest first; case is free (`ujar wulandari`)."""
        names = {old.casefold(): new for old, new in sorted((self.everywhere | self.in_file.get(file, {})).items())}

        def replaced(found: re.Match[str]) -> str:
            old = found[0].split()
            new = names[" ".join(old).casefold()].split()
            return " ".join(in_case_of(*pair) for pair in zip(old, new, strict=True)) if len(old) == len(new) else " ".join(new)

        return _pattern(tuple(sorted(names))).sub(replaced, text) if names else text

    def _add(self, forms: Forms, kept: frozenset[str]) -> None:
        renamer = _Renamer(self.inventor, self.acronyms, forms, kept, self.heads)
        for form in sorted(forms, key=lambda f: (-len(f), f)):
            new = renamer.renamed(form)
            for old, other in ((form, new), *_posts_of(form, new)):
                if old != other:
                    self.everywhere.setdefault(old, other)

    def _person_word(self, word: str) -> str:
        if len(word) <= 2 or word.casefold() in self.areas or is_honorific(word):
            return word  # initials: `A. Nurdin`, `Zainal HS`
        return self.inventor.person_word(word)


@dataclass(frozen=True, slots=True)
class _Renamer:
    """Renames one body or programme; `acronyms` are those already made, `kept` the folded words that stay."""

    inventor: Inventor
    acronyms: dict[str, str]
    forms: Forms
    kept: frozenset[str]
    heads: tuple[str, ...]

    def renamed(self, form: str) -> str:
        head, rest = "", form
        while more := next((h for h in self.heads if f"{rest} ".startswith(f"{h} ")), ""):
            head, rest = form[: len(head) + len(more) + (len(head) > 0)], rest[len(more) :].lstrip()
        return head + WORD.sub(lambda found: self._word(found[0]), form[len(head) :])

    def _word(self, word: str) -> str:
        if len(word) == 1 or word[0].isdigit() or word.casefold() in self.kept or word in self.heads:
            return word
        if word.islower():
            capital = word.capitalize()
            return self._word(capital).lower() if any(capital in WORD.findall(form) for form in self.forms) else word
        if word.isupper() and any(word.capitalize() in WORD.findall(form) for form in self.forms):
            return self._word(word.capitalize()).upper()
        if (key := word.casefold()) not in self.acronyms and (meant := self._meant(word)):
            self.acronyms[key] = self._acronym(word, meant)
        if key in self.acronyms:
            return self.acronyms[key].upper() if word.isupper() else self.acronyms[key]
        return self.inventor.letters(word) if word.isupper() else self.inventor.field_word(word)

    def _meant(self, word: str) -> str:
        """The form that `word` is the acronym of, empty if none: its letters are initials there, or stand there in order."""
        others = [form for form in self.forms if " " in form and word not in WORD.findall(form)]
        by_letters = [form for form in others if len(word) > 2 and word.isupper() and word.casefold() in _initials(form)]
        if by_letters:
            return max(by_letters, key=lambda form: (len(form), form))
        if any(word in WORD.findall(form) and self._spelled_out(form) > 2 for form in self.forms):
            return ""
        by_syllables = [form for form in others if self._spelled_out(form) > 1 and _abbreviates(word, form)]
        return max(by_syllables, key=lambda form: (self._spelled_out(form), len(form), form), default="")

    def _spelled_out(self, form: str) -> int:
        """How many words of a form are neither acronyms nor areas nor common to its kind."""
        words = (word for word in WORD.findall(form) if len(word) > 3 and word[0].isupper() and word[1:].islower())
        return sum(word.casefold() not in self.kept for word in words)

    def _acronym(self, word: str, meant: str) -> str:
        """The acronym of the new name of what `word` means."""
        old, new = WORD.findall(meant), WORD.findall(self.renamed(meant))
        before, particular, after = (part or "" for part in SYLLABIC.fullmatch(word).groups())  # type: ignore[union-attr]
        for prefix, letters, suffix in (("", word, ""), (before, particular, after)):
            at = _initials(meant).find(letters.casefold())
            if len(letters) > 1 and at >= 0:
                made = _initials(" ".join(new))[at : at + len(letters)]
                return prefix + "".join(n.upper() if o.isupper() else n for o, n in zip(letters, made, strict=True)) + suffix
        changed = [n for o, n in zip(old, new, strict=True) if o != n]
        core = "".join(_root(part)[:3] for part in changed).lower()
        return f"{before}{core}{after}" if before else f"{core}{after}".capitalize()


def _posts_of(form: str, new: str) -> list[tuple[str, str]]:
    """The post of a body's head, before and after: with `Kementerian Sosial` also `Menteri Sosial` gets another field."""
    kinds = [(head, kind.rank) for kind in organization_kinds().values() for head in kind.heads if kind.rank]
    return [(f"{rank}{form[len(h) :]}", f"{rank}{new[len(h) :]}") for h, rank in kinds if form.startswith(f"{h} ")]


def _root(word: str) -> str:
    affixes = AFFIXES.fullmatch(word)
    return word.removeprefix(affixes[1]) if affixes else word


def _from_parts(short: str, forms: Forms, new: Callable[[str], str]) -> str | None:
    """A name made of the beginnings of another form's words, from the new words: `Budi` of `Budiarto`; None if it is not."""
    for form in sorted(set(forms) - {short}, key=lambda f: (-len(f), f)):
        rest, made = short.casefold(), ""
        for word in WORD.findall(form):
            size = next((n for n in range(len(word), 1, -1) if rest.startswith(word[:n].casefold())), 0)
            rest, made = rest[size:], made + new(word)[:size]
        if not rest and short.casefold() not in form.casefold().split():
            return made.capitalize()
    return None


def _abbreviates(word: str, form: str) -> bool:
    """Whether the letters of `word` stand in `form` in order, beginning with its first or second word: `Disnaker`."""
    letters = iter(form.casefold())
    return word[0].casefold() in _initials(form)[:2] and all(letter in letters for letter in word.casefold())


def _initials(form: str) -> str:
    return "".join(word[0] for word in WORD.findall(form) if not word.islower()).casefold()


@cache
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    forms = "|".join(r"\s+".join(re.escape(word) for word in name.split()) for name in longest_first)
    return re.compile(rf"(?<!\w)(?:{forms})(?!\w)", re.IGNORECASE)


def heads(known: AbstractSet[str]) -> tuple[str, ...]:
    """What begins the name of a kind, or names a kind of programme (`Pasar Murah`), or is `known`, the longest first."""
    kinds = {head for kind in organization_kinds().values() for head in kind.heads}
    first = ("head", "head-left-out", "whole")
    whole = {form for kind in first for word in program_words(kind) for form in (word, word.title())}
    return tuple(sorted(kinds | whole | known, key=lambda head: (-len(head), head)))


@cache
def _kept_words() -> frozenset[str]:
    return frozenset(entry.word.casefold() for entry in read_register(Word, "kept-words", (Path(__file__).parent,)))


@cache
def _program_words() -> frozenset[str]:
    phrases = frozenset[str]().union(*(program_words(kind) for kind in PROGRAM_KINDS))
    return frozenset(word for phrase in phrases for word in (phrase, *phrase.casefold().split()))
