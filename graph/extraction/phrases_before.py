"""The noun phrase right before a number: what stands between the two is passed over, as far as the number is still its own."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.noun_phrases import LONGEST, WORD, bare, ends_phrase, fixed_words, is_passive, is_verb
from graph.facts import Span
from ontology.number_cues import cue_words
from ontology.quantities import measures, units_of

ROMAN = re.compile(r"[IVX]+")


def phrase_before(text: str, start: int, end: int, kind: str = "") -> Span | None:
    """The last noun phrase between `start` and `end`: cues, adverbs and function words before the number are passed over.

    None where a verb stands between (`X menerima Rp500 juta`: who does it is not what is measured), where the phrase is who
    does or gets (`oleh masyarakat sebanyak 10 kg`), or an acronym that only explains what stands before it. `kind` is that of
    the number's unit.
    """
    words = _words_of(text, start, end)
    ended, deed = _pass_over(text, words, kind)
    if ended or not words:
        return deed
    if text[words[-1].end() : words[-1].end() + 1] == ")":
        return None
    first = _first_of_phrase(text, words)
    if deed is not None and words[first].group().lower() in units_of("time"):
        return deed  # `sampai hari Kamis yang ditimbang baru | 61 persen`
    led = words[first - 1].group().lower() if first else ""
    if led in cue_words("agent"):
        return None
    if led in cue_words("speaker"):
        return _of_speakers(text, start, words, first)
    if is_passive(led) and (yang := _relative_before(words, first - 1)) is not None:
        return phrase_before(text, start, words[yang].start(), kind)  # `mobil yang disewa keluarga | Rp700 ribu`
    if len(words) - first == 1 and (yang := _relative_before(words, first)) is not None:
        adjective = Span(words[first].start(), words[-1].end()) if words[first - 1].group() not in cue_words("degree") else None
        return phrase_before(text, start, words[yang].start(), kind) or adjective
    if first > 1 and led in cue_words("source"):
        return phrase_before(text, start, words[first - 1].start())  # `prevalensi berdasarkan survei 2023 27,2 persen`
    return Span(words[first].start(), words[-1].end())


def _pass_over(text: str, words: list[re.Match[str]], kind: str) -> tuple[bool, Span | None]:
    """Take what is no noun from the end of `words`; whether nothing before it is measured, and what is done to what
    `yang` alone stands for (`Yang disetor ke kas daerah | Rp2,9 miliar`)."""
    passive, deed = False, None
    while words and (_passes(words[-1].group()) or _is_aside(text, words)):
        last = words.pop()
        passed = last.group()
        if passed in cue_words("before", "idle"):
            continue
        passive = passive or is_passive(passed)
        led = next((w.group().lower() for w in reversed(words) if w.group().lower() not in cue_words("aspect")), "")
        if led == "yang" and is_passive(passed):
            deed = Span(last.start(), last.end())
        if (is_verb(passed) or is_passive(passed)) and not _tells_of_its_subject(passed, led, kind):
            return True, deed if passed in _measuring_verbs(kind) else None
        if passive and passed.lower() in cue_words("clause"):
            return True, None  # `drainase dibayar lunas tetapi dikerjakan | 265 meter`
    return False, deed


def _first_of_phrase(text: str, words: list[re.Match[str]]) -> int:
    first = len(words) - 1
    while first > 0 and len(words) - first < LONGEST - 1:
        gap = text[words[first - 1].end() : words[first].start()]
        word = words[first - 1].group()
        if gap.strip() or ends_phrase(word) or is_passive(word) or _is_owned(word):
            break
        first -= 1
    return first


def _relative_before(words: list[re.Match[str]], first: int) -> int | None:
    """Where `yang` stands before an adjective or verb: `titik yang paling parah sekitar | 300 meter`."""
    at = first - 1
    while at > 0 and words[at].group().lower() in cue_words("degree", "aspect"):
        at -= 1
    return at if at >= 0 and words[at].group() == "yang" else None


def _passes(word: str) -> bool:
    """Cues, adverbs, function words and Roman numbers (`semester II`) before a number are no noun."""
    if word.lower() in cue_words("before", "about", "idle") or ROMAN.fullmatch(word) is not None:
        return True
    return ends_phrase(word) or is_passive(word)


def _tells_of_its_subject(verb: str, led: str, kind: str) -> bool:
    """Of a passive its subject is measured (`selimut dibagikan | 200 lembar`, `THR yang diterima | 40 persen`), not of who gets
    (`warga diberikan | Rp300 ribu`), nor where the verb itself says what it is (`gedung itu dianggarkan | Rp4 miliar`).

    `led` is the word before the verb, `kind` that of the number's unit."""
    of_person = verb in cue_words("paying") or (verb in cue_words("getting") and led not in {"yang", *cue_words("speaker")})
    return is_passive(verb) and not of_person and verb not in _measuring_verbs(kind)


@cache
def _measuring_verbs(kind: str) -> frozenset[str]:
    return frozenset(verb for measure in measures() if not kind or measure.goes_with(kind) for verb in measure.verbs)


def _is_aside(text: str, words: list[re.Match[str]]) -> bool:
    """The acronym in brackets of `stok vaksin (VAR) tersisa 620 vial`, the unit of `biaya produksi per kubik Rp3.650`, the
    manner of `punia secara pribadi sebesar Rp5 juta`."""
    last = words[-1]
    if text[last.start() - 1 : last.start()] == "(" and text[last.end() : last.end() + 1] == ")":
        return len(words) > 1
    return len(words) > 1 and words[-2].group().lower() in ("per", "secara")


def _words_of(text: str, start: int, end: int) -> list[re.Match[str]]:
    """The words of a stretch, what is fixed as one: `belanja`, `tidak terduga`."""
    fixed = {match.start(): match for match in fixed_words().finditer(text, start, end)}
    words: list[re.Match[str]] = []
    for word in WORD.finditer(text, start, end):
        if not words or word.start() >= words[-1].end():
            words.append(fixed.get(word.start(), word))
    return words


def _is_owned(word: str) -> bool:
    """A possessive ends its noun phrase: `di warung dekat rumahnya | telur Rp32 ribu`."""
    return bare(word) != word


def _of_speakers(text: str, start: int, words: list[re.Match[str]], first: int) -> Span | None:
    """Behind `kami`, `saya` stands a verb without its prefix: `solar kami jatah | 200 liter`, `saya belikan tali | 9 m`."""
    if any(word.group().lower() in cue_words("idle") for word in words[first + 1 :]):
        return None  # `kami bagi rata cuma | 70 liter`
    if first + 1 < len(words):
        return Span(words[first + 1].start(), words[-1].end())
    between = text[words[first - 1].end() : words[first].start()].strip()
    return None if between else phrase_before(text, start, words[first - 1].start())
