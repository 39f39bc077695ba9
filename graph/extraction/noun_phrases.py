"""The words around a number, cut where a noun phrase ends: by function words, verbs and punctuation, without a parser.

`628 penerima bantuan pangan di ...` -> `penerima bantuan pangan`; `angka kemiskinan di sana 8,25%` -> `angka kemiskinan`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, lru_cache

from graph.extraction.patterns import either, folded
from graph.facts import Span
from ontology.number_cues import cue_words
from ontology.quantities import Measure, joined_units, measures, number_words

LONGEST = 5
"""Words of a measure: `keluarga penerima manfaat bantuan pangan` has five; what follows belongs to the sentence."""

LONGEST_LONG_FORM = 30  # characters between a measure and its acronym in brackets
YEAR_REACH = len("tahun  ")
YEAR_OF = re.compile(r"\btahun\s+$", re.IGNORECASE)  # `tahun anggaran 2023`, `tahun pajak 2023`: a year, no sum
YEAR = re.compile(r"\s+\d{4}\b")

WORD = re.compile(r"[^\W\d_][\w'’/-]*")
GAP = re.compile(r"[ \t\u00a0]+(?:\((?P<short>[A-Z][\w-]{1,12})\)[ \t\u00a0]+)?[\"“‘']?")


VERB = re.compile(r"me(?:ng|ny|m|n|l|r|w|y)[a-z]{3,}|di[a-z]{3,}(?:kan|i)|(?:ter|ber)[a-z]{3,}kan|ter[a-z]{3,}i|diper[a-z]+")
"""Verbs by their affixes: `memenuhi`, `disalurkan`, `terealisasikan`; nouns of that shape stand in the register."""


BREAK = re.compile(r"[,;:]\s")  # `gaji mereka belum dibayar, nilainya | Rp4,7 miliar`: the verb is another clause's
PASSIVE = re.compile(r"di[a-z]{4,}")
"""`dilantik`, `dirawat` behind a noun that is counted; nouns of that shape stand in the register."""


DOING = re.compile(r"ber(?!ita|kas\b|as\b|ingin|lian|andal)[a-z]{4,}")
"""`berunjuk rasa`, `berstatus` behind a number: what somebody does."""


def does_something(text: str, phrase: Span) -> bool:
    """Whether a phrase begins with a verb in `ber-`: `700 orang | berunjuk rasa`."""
    word = WORD.match(text, phrase.start, phrase.end)
    return word is not None and DOING.fullmatch(word.group()) is not None


def ends_phrase(word: str) -> bool:
    """Function words, verbs, number words and `se-Kota` end a noun phrase."""
    lower = word.lower()
    if lower in cue_words("stop", "verb") or lower in number_words() or lower in joined_units() or lower.startswith("se-"):
        return True
    return is_verb(word)


def phrase_after(text: str, start: int, end: int) -> Span:
    """The noun phrase that begins at `start`; a capitalised name behind plain words does not belong to it."""
    at, last, count, plain = start, start, 0, False
    while count < LONGEST and (word := WORD.match(text, at, end)):
        if fixed := fixed_words().match(text, at, end):
            word = fixed
        title = word.group()[0].isupper() and not word.group().isupper()
        if (fixed is None and ends_phrase(word.group())) or (plain and title):
            break
        plain = plain or (word.group()[0].islower() and word.group() not in cue_words("sorter"))
        last, count = word.end(), count + 1
        gap = GAP.match(text, last, end)
        if gap is None:
            break
        at = gap.end()
    return Span(start, last)


def without_adverbs(text: str, phrase: Span) -> Span:
    """What is counted without the adverb or passive of what comes next: `312 warga | kini ...`, `45 kades | dilantik`, `22
    kelurahan | baru enam`."""
    words = list(WORD.finditer(text, phrase.start, phrase.end))
    passive = [k for k, w in enumerate(words) if k and PASSIVE.fullmatch(w.group()) and w.group() not in cue_words("noun")]
    words = words[: passive[0]] if passive else words
    while len(words) > 1 and words[-1].group().lower() in cue_words("idle"):
        if words[-1].group().lower() not in cue_words("now") and not _is_number_next(text, words[-1].end()):
            break
        words.pop()
    return Span(phrase.start, words[-1].end() if words else phrase.end)


def _is_number_next(text: str, at: int) -> bool:
    word = re.compile(r"\s+(\w+)").match(text, at)
    return word is not None and (word[1][0].isdigit() or word[1].lower() in number_words())


@cache
def fixed_words() -> re.Pattern[str]:
    """Words that belong to a noun though one of them would end it elsewhere: `rumah | tidak layak huni`."""
    return re.compile(rf"(?<!\w)(?:{either(cue_words('fixed'))})(?!\w)", re.IGNORECASE)


@cache
def _measure_pattern() -> tuple[re.Pattern[str], dict[str, Measure]]:
    found = {folded(form): m for m in measures() for form in (m.label, *m.forms)}
    heads = either(cue_words("head"))
    forms = either(form for m in measures() for form in (m.label, *m.forms))
    long = either(form for m in measures() for form in m.forms if " dan " in form)  # whose first word is no head before it
    return re.compile(
        rf"\b(?:(?!(?:{long})\b)(?:{heads})\s+)*(?P<form>{forms})(?:nya)?(?:\s+(?:{forms}))*\b", re.IGNORECASE
    ), found


def measures_in(text: str, start: int, end: int) -> Sequence[tuple[Span, Measure]]:
    """Registered measures between `start` and `end`, in order, with the heads before them (`jumlah kepesertaan`).

    An acronym in brackets behind its long form is passed over: `dana transfer ke daerah (TKD)` is one measure.
    """
    found = _all_measures(text)
    first = bisect_left(found, start, key=lambda named: named[0].start)
    last = bisect_left(found, end, key=lambda named: named[0].start)
    return found[first:last] if last == 0 or found[last - 1][0].end <= end else found[first : last - 1]


@lru_cache(maxsize=1)  # the numbers of one article ask one after the other
def _all_measures(text: str) -> Sequence[tuple[Span, Measure]]:
    pattern, found = _measure_pattern()
    named: list[tuple[Span, Measure]] = []
    for match in pattern.finditer(text):
        bracketed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
        if YEAR_OF.search(text, max(0, match.start() - YEAR_REACH), match.start()) and YEAR.match(text, match.end()):
            continue
        if not (bracketed and named and match.start() - named[-1][0].end <= LONGEST_LONG_FORM):
            named.append((Span(match.start(), match.end()), found[folded(match["form"])]))
    return tuple(named)


def measure_phrase(text: str, measure: Span, end: int) -> Span:
    """A registered measure with the words that go on with it: `luas` -> `luas wilayah kelurahan`; trailing adverbs are cut."""
    last = max(measure.end, phrase_after(text, measure.start, end).end)
    bracket = text.find("(", measure.end, last)
    last = last if bracket < 0 else bracket
    words = list(WORD.finditer(text, measure.end, last))
    while words and words[-1].group().lower() in cue_words("idle", "about", "before"):
        last = words.pop().start()
    return Span(measure.start, measure.start + len(text[measure.start : last].rstrip()))


def bare(words: str) -> str:
    """Words without the possessive at their end: `dua rekannya` counts `rekan`; short words keep it (`nyonya`)."""
    return re.sub(r"(?<=[^\W\d]{4})nya$", "", words)


def concept_of(words: str, kind: str) -> str:
    """The concept that a measure names with a unit of that kind: its registered noun's, else its head's (`harga cabai`)."""
    pattern, found = _measure_pattern()
    named = [found[folded(match["form"])] for match in pattern.finditer(words)]
    head = found.get(folded(words.split(maxsplit=1)[0]))
    return next((m.concept for m in [*named, head] if m is not None and m.goes_with(kind)), "")


def measure_of_verb(text: str, start: int, end: int, *, kind: str = "") -> str:
    """The measure that the verb right before a number says by itself: `menganggarkan` -> `anggaran`; empty for none.

    With a `kind` only a measure of that kind of unit. Behind `kami` verbs have no prefix (`kami anggarkan | Rp4 miliar`)."""
    last = max((mark.end() for mark in BREAK.finditer(text, start, end)), default=start)
    verb = bare(_word_before(text, last, end).lower())
    forms = {verb, f"di{verb}"} if verb.endswith("kan") else {verb}
    return next((m.label for m in measures() if forms & set(m.verbs) and (not kind or kind in m.kinds)), "")


def verb_before(text: str, start: int, end: int) -> bool:
    """Whether a verb of doing stands right before a number, cues passed over: `menerima Rp4,5 miliar`."""
    return is_verb(_word_before(text, start, end))


def verb_between(text: str, start: int, end: int) -> bool:
    """Whether somebody does something between two offsets: an active verb that is no cue of a number (`mencapai`)."""
    words = (word.group().lower() for word in WORD.finditer(text, start, end))
    return any(word.startswith("me") and is_verb(word) and word not in cue_words("before", "idle") for word in words)


def is_passive(word: str) -> bool:
    return PASSIVE.fullmatch(word) is not None and word not in cue_words("noun")


def _word_before(text: str, start: int, end: int) -> str:
    words = [w.group() for w in WORD.finditer(text, start, end)]
    return next((w for w in reversed(words) if w.lower() not in cue_words("before", "about", "idle")), "")


def is_verb(word: str) -> bool:
    return VERB.fullmatch(word) is not None and word not in cue_words("noun")
