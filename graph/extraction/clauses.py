"""What a clause tells the number of: its one noun, whatever stands between that and the number."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.noun_phrases import WORD, ends_phrase, measure_phrase, phrase_after, verb_between
from graph.extraction.patterns import either, sentence_around, starting_in
from graph.extraction.phrases_before import phrase_before
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.changes import change_nouns
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import units_of

DEED = re.compile(r"(?:ber|ter|di)[a-z]{4,}|bilang|kata")  # `sudah bersurat meminta 3.000 vial`: no noun
LONGEST_NAME = 200  # characters of a name: where one that covers a phrase may begin
MOVED_TO = re.compile(r"\s+(?:men)?(?:jadi|ke)\s+")
FROM = re.compile(r"\bdari\s+$", re.IGNORECASE)
BECOMING = re.compile(r"\s+(?:men)?jadi\s+(?:\w+\s+)?(?:Rp\.?\s*)?[\w.,]+")
ITEM = re.compile(r"[ \t]*(?:[-–—•*▪●]|\(?(?:\d{1,2}|[a-z])[.)])\s*[^\W\d]")  # `- Satlantas : 205 buah`, `1. Polsek Sukamaju`
BOTH = re.compile(r",?\s+baik\s+[^.;:!?\d]{1,80}\bmaupun\s+[^.;:!?\d]{1,40}$")
LONGEST_LIST = 30  # items of a list, from whose last its first line is looked for
BREAK = re.compile(r"[,;:.?!\"“”]\s")


def leads_to_number(word: str) -> bool:
    """Whether a number right behind this word tells how long or how far: a verb, a cue, a noun with `-nya`; no other noun."""
    lower = word.lower()
    told = ends_phrase(lower) or DEED.fullmatch(lower) or lower in cue_words("before", "about", "idle")
    return bool(told) or lower.endswith("nya")


def clause_subject(reading: Reading, quantity: Quantity) -> Span | None:
    """What a clause tells the number of, whatever stands between: `stok vaksin di Sukamaju saat ini tersisa | 620 vial`.

    The one noun of the clause that no preposition leads in and that names nobody; none where somebody does something behind it
    (`tiap keluarga memperoleh | Rp600.000`).
    """
    found: Span | None = None
    led_in, last = False, ""
    for word in WORD.finditer(reading.text, _clause_start(reading, quantity), quantity.start):
        spoken, described = last in cue_words("speaker"), last in cue_words("degree") - cue_words("idle")
        lower = last = word.group().lower()
        if described or (spoken and lower not in cue_words("preposition")):
            continue  # `yang paling | parah`; `kami minta | 500 vial`: a verb without its prefix
        if found is not None and word.start() < found.end:
            continue
        if lower in cue_words("preposition"):
            led_in = True
        elif ends_phrase(word.group()) or DEED.fullmatch(lower) or lower in cue_words("before", "about", "idle"):
            led_in = False
        elif not led_in and not _is_named(reading, word.start()):
            between = reading.text[found.end : word.start()].strip() if found is not None else ""
            if found is None and lower in cue_words("uncounted"):
                return None  # `pihaknya hanya kebagian | Rp750 juta`
            if between == "(":
                continue  # the acronym of `stok vaksin (VAR) tersisa 620 vial`
            if between:
                return None
            first = found.start if found is not None else word.start()  # `stok Vaksin Anti Rabies` goes on
            found = Span(first, measure_phrase(reading.text, Span(*word.span()), quantity.start).end)
    return None if found is None or verb_between(reading.text, found.end, quantity.start) else found


def described_before(reading: Reading, quantity: Quantity) -> Span | None:
    """Whom a number of persons describes behind `yang`: `penyuluh yang ada cuma | 7 orang`, `kader posyandu dari desa pesisir
    yang berjumlah | 240 orang`."""
    start = after_break(reading.text, sentence_around(reading, quantity.start).start, quantity.start)
    words = list(WORD.finditer(reading.text, start, quantity.start))
    relative = [k for k, word in enumerate(words) if word.group().lower() == "yang"]
    words = words[: relative[-1]] if relative else []
    led_in = [k for k, word in enumerate(words) if word.group().lower() in cue_words("preposition")]
    if led_in and words[led_in[-1]].group().lower() in cue_words("agent", "company") and led_in[-1] + 1 < len(words):
        words, start = words[led_in[-1] + 1 :], words[led_in[-1]].end()  # `oleh Tim Penilai yang berjumlah | 11 orang`
    elif led_in:
        words = words[: led_in[0]]
    phrase = phrase_before(reading.text, start, words[-1].end()) if words and not DEED.fullmatch(words[-1].group()) else None
    if phrase is None or _is_named(reading, phrase.start) or any(char.isdigit() for char in reading.text[start : phrase.start]):
        return None
    return phrase


def before_both(reading: Reading, quantity: Quantity) -> Span | None:
    """What is told of two sorts: `guru baik PNS, PPPK maupun honorer berjumlah | 38 orang`."""
    sentence = sentence_around(reading, quantity.start)
    both = BOTH.search(reading.text, sentence.start, quantity.start)
    if both is None:
        return None
    return phrase_before(reading.text, after_break(reading.text, sentence.start, both.start()), both.start())


def moved_subject(reading: Reading, quantity: Quantity) -> Span | None:
    """What goes from one number to another: the head of a measure in the clause before the verb, else the noun before it.

    `kuota solar dinaikkan dari | 80 kiloliter ke | 120 kiloliter`; `alokasi urea turun dari | 510 ton jadi | 412 ton`.
    """
    sentence = sentence_around(reading, quantity.start)
    before = [q for q in starting_in(reading.quantities, sentence.start, quantity.start) if q.unit == quantity.unit]
    if before and MOVED_TO.fullmatch(reading.text, before[-1].end, quantity.start):
        return moved_subject(reading, before[-1])
    verb = _moved_from().search(reading.text, sentence.start, quantity.start)
    if verb is None and BECOMING.match(reading.text, quantity.end):
        verb = FROM.search(reading.text, sentence.start, quantity.start)  # `menambah petugas kebersihan dari | 20 menjadi 45`
    if verb is None:
        return None
    clause = after_break(reading.text, sentence.start, verb.start())
    heads = (word for word in WORD.finditer(reading.text, clause, verb.start()) if word.group().lower() in cue_words("head"))
    head = next(heads, None)
    if head is not None:
        return measure_phrase(reading.text, Span(*head.span()), verb.start())
    phrase = phrase_before(reading.text, clause, verb.start())
    return None if phrase is None or _is_named(reading, phrase.end - 1) else phrase


def opening_of(reading: Reading, quantity: Quantity) -> Span | None:
    """What a sentence opens with, where clauses stand in between: `Stempel itu ternyata dibuat di kota, | tujuh buah disita`,
    `Khusus lampu surya, karena hanya | delapan buah`; for an item of a list what the line before the list opens with."""
    first = sentence_around(reading, quantity.start).start
    line = list_start(reading.text, quantity.start)
    first = line if line < reading.text.rfind("\n", 0, quantity.start) else first
    opening = _opening().match(reading.text, first, quantity.start)
    word = WORD.match(reading.text, opening.end(), quantity.start) if opening is not None else None
    if word is None or ends_phrase(word.group()) or DEED.fullmatch(word.group().lower()) or _is_named(reading, word.start()):
        return None
    phrase = phrase_after(reading.text, word.start(), quantity.start)
    plain = reading.text[phrase.start : phrase.end].lower().split()
    vague = cue_words("uncounted", "idle", "before", "about", "sorter", "speaker", "month", "counter") | units_of("time")
    return None if not plain or plain[0] in vague else phrase


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"[^\w]*(?:(?:{cue_pattern('opening')})\s+)*", re.IGNORECASE)


def list_start(text: str, at: int) -> int:
    """Where the paragraph of an offset begins; behind the mark of a list item, the line that leads the list in."""
    line = text.rfind("\n", 0, at) + 1
    for _ in range(LONGEST_LIST):
        if line == 0 or ITEM.match(text, line) is None:
            break
        line = text.rfind("\n", 0, len(text[:line].rstrip())) + 1
    return line


@cache
def _moved_from() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(change_nouns())})\s+dari\s+$", re.IGNORECASE)


def after_break(text: str, start: int, end: int) -> int:
    """Where the last clause between two offsets begins: behind its comma or stop, else at `start`."""
    return max((m.end() for m in BREAK.finditer(text, start, end)), default=start)


def _clause_start(reading: Reading, quantity: Quantity) -> int:
    sentence = sentence_around(reading, quantity.start)
    others = starting_in(reading.quantities, sentence.start, quantity.start)
    return max([after_break(reading.text, sentence.start, quantity.start), *(q.end for q in others if q.end <= quantity.start)])


def _is_named(reading: Reading, offset: int) -> bool:
    near = starting_in(reading.mentions, offset - LONGEST_NAME, offset + 1)
    return any(m.start <= offset < m.end and m.type != "program" for m in near)
