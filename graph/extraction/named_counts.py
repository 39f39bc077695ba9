"""Counts whose noun stands before them alone: `jumlah guru mencapai 1.914`, `peserta sebanyak 240`, `Suara sah: 86.435`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.clauses import after_break
from graph.extraction.line_labels import is_among_counts, label_of
from graph.extraction.noun_phrases import (
    WORD,
    bare,
    concept_of,
    ends_phrase,
    measures_in,
    phrase_after,
    verb_between,
)
from graph.extraction.patterns import either, sentence_around, starting_in
from graph.extraction.phrases_before import phrase_before
from graph.extraction.reading import Reading
from graph.facts import Span
from ontology.changes import change_nouns
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import units_of

FARTHEST = 80  # characters from a noun to its number: `jumlah guru di Kecamatan Sukamaju Selatan saat ini mencapai 1.914`
COUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}|[3-9]\d{3}|\d{5,7}")
"""What counts, in figures; four of them without a point may be a year (`jumlah siswa 2023`)."""
LABEL_END = re.compile(r"\s*[:=]\s*")
IN_AREA = re.compile(r"\s+(?:di|se-?)\s*(?:(?:wilayah|seluruh)\s+)?$", re.IGNORECASE)
RELATIVE = re.compile(r"\s+yang(?:\s+[\w-]+){1,5}$")
THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+")
CLAUSE_END = re.compile(r"(?:\s+(?:lebih|saja|aja))?[ \t]*(?:$|\n|[,;]\s|[.!](?:\s|$|[\"”])|\s+(?:dari|dan)\s)")
LINE_END = re.compile(r"[ \t]*(?:$|\n|[,;]|\.(?:\s|$))")


def named_count(reading: Reading, number: Span) -> Span | None:
    """The noun before a number that has none behind it; None where the words before do not say that something is counted."""
    start = sentence_around(reading, number.start).start
    if COUNT.fullmatch(reading.text, number.start, number.end) is None:
        return _owned(reading, start, number)
    ways = (_labelled, _behind_counter, _before_cue, _moved, _owned, _alone)
    return next((noun for way in ways if (noun := way(reading, start, number)) is not None), None)


def _behind_counter(reading: Reading, start: int, number: Span) -> Span | None:
    """`jumlah guru di sana tercatat | 1.914`: names, places and cues may stand between, but no deed and no other number."""
    clause = max(after_break(reading.text, start, number.start), number.start - FARTHEST)
    counters = list(_counter().finditer(reading.text, clause, number.start))
    if not counters:
        return None
    phrase = phrase_after(reading.text, counters[-1].start(), number.start)
    if phrase.end <= counters[-1].end() or verb_between(reading.text, phrase.end, number.start):
        return None
    return phrase if _is_filled(reading, phrase.end, number.start) else None


def _is_filled(reading: Reading, start: int, end: int) -> bool:
    """Whether nothing but cues, names, years and what prepositions lead in stands between a noun and its number."""
    names, dates = starting_in(reading.mentions, start, end), starting_in(reading.dates, start, end)
    passed = [*(Span(m.start, m.end) for m in names), *(Span(d.start, d.end) for d in dates)]
    led_in = False
    for word in re.finditer(r"\w[\w'’-]*", reading.text[start:end]):
        at, lower = start + word.start(), word.group().lower()
        if any(span.start <= at < span.end for span in passed):
            continue
        if lower in cue_words("preposition"):
            led_in = True
        elif ends_phrase(lower) or lower in cue_words("before", "about", "idle"):
            led_in = False
        elif not led_in or word.group()[0].isdigit():
            return False
    return True


def _before_cue(reading: Reading, start: int, number: Span) -> Span | None:
    """`penerima manfaat sebanyak | 8.229`"""
    cue = _counting().search(reading.text, max(start, number.start - FARTHEST), number.start)
    if cue is None:
        return None
    clause = after_break(reading.text, start, cue.start())
    areas = [m for m in reading.mentions_in(clause, cue.start(), "area") if not reading.text[m.end : cue.start()].strip()]
    led = IN_AREA.search(reading.text, clause, areas[0].start) if areas else None
    end = led.start() if led is not None else cue.start()  # `desa adat | di Sukamaju berjumlah 169`
    phrase = phrase_before(reading.text, clause, end)
    near = starting_in(reading.mentions, phrase.start - FARTHEST, phrase.end) if phrase is not None else []
    if phrase is None or reading.text[phrase.end : end].strip() or any(phrase.start < m.end for m in near):
        return None
    return phrase


def _moved(reading: Reading, start: int, number: Span) -> Span | None:
    """`kasus kematian bayi turun dari | 45 menjadi | 31`: cases, or what is registered as counted, before the verb."""
    verb = _change().search(reading.text, max(start, number.start - FARTHEST), number.start)
    if verb is None:
        return None
    phrase = phrase_before(reading.text, after_break(reading.text, start, verb.start()), verb.start())
    if phrase is None:
        return None
    words = reading.text[phrase.start : phrase.end]
    counts = words.split(maxsplit=1)[0].lower() in cue_words("case", "counter") or concept_of(words, "count")
    return phrase if counts else None


def _labelled(reading: Reading, start: int, number: Span) -> Span | None:
    """`Suara sah: | 86.435`, where a registered measure of counts begins the line or clause; `Lansia : | 33` in a list of
    counts."""
    line = max(start, reading.text.rfind("\n", 0, number.start) + 1)
    clause = after_break(reading.text, line, max(line, number.start - 2))
    if LINE_END.match(reading.text, number.end) is None:
        return None
    word = WORD.search(reading.text, clause, number.start)
    if word is None or reading.text[clause : word.start()].strip(" -•*"):
        return None
    phrase = phrase_after(reading.text, word.start(), number.start)
    if LABEL_END.fullmatch(reading.text, phrase.end, number.start) is None:
        return None
    if concept_of(reading.text[phrase.start : phrase.end], "count"):
        return phrase
    return label_of(reading, number) if is_among_counts(reading, number) else None


def _owned(reading: Reading, start: int, number: Span) -> Span | None:
    """`Kursinya | 256.`, `Petani tembakau kita itu | 23 ribu lebih`, `Pelampung cuma ada | empat`: a possessive or `cuma`
    before the number, nothing but the end of its clause behind it."""
    mark = _owner().search(reading.text, max(start, number.start - FARTHEST), number.start)
    if mark is None or CLAUSE_END.match(reading.text, number.end) is None:
        return None
    end = mark.end("own") if mark["own"] else mark.start()
    clause = after_break(reading.text, start, end)
    relative = RELATIVE.search(reading.text, clause, end)  # `Raperda yang dibahas ada | tujuh`
    end = relative.start() if relative is not None else end
    phrase = phrase_before(reading.text, clause, end)
    if phrase is None or phrase.end != end:
        return None
    return _of_things(reading, phrase)


def _alone(reading: Reading, start: int, number: Span) -> Span | None:
    """`laki-laki | 73.800 dan perempuan | 77.410`: a clause of nothing but a noun and a number, which has thousands or goes on
    from another."""
    first = max(start, number.start - FARTHEST)
    lead = _lead().search(reading.text[first : number.start])
    if lead is None or CLAUSE_END.match(reading.text, number.end) is None or (first > start and not lead.start()):
        return None
    if not (THOUSANDS.fullmatch(reading.text, number.start, number.end) or lead["before"]):
        return None
    noun = Span(first + lead.start("noun"), first + lead.end("noun"))
    if phrase_before(reading.text, noun.start, number.start) != noun or ends_phrase(lead["noun"].split()[0]):
        return None
    return _of_things(reading, noun)


@cache
def _lead() -> re.Pattern[str]:
    joint = rf"(?:{cue_pattern('clause', 'rest')}|terdiri\s+(?:dari|atas)|rinciannya|yaitu|yakni)"
    before = r"(?P<before>(?<=\d)(?:\s+[a-z]+){0,2}?,?\s+)"
    return re.compile(rf"(?:^|[,;:(.\"“]\s*|{before})(?:{joint}\s+)*(?P<noun>[^\W\d][\w-]*(?:\s+[^\W\d][\w-]*){{0,3}})\s+$")


def _of_things(reading: Reading, phrase: Span) -> Span | None:
    """A phrase that can be counted: nobody's name, no measure of anything else, no word that numbers stand behind."""
    end = phrase.end
    areas = [m.start for m in starting_in(reading.mentions, phrase.start, end) if m.type == "area" and m.start > phrase.start]
    phrase = Span(phrase.start, phrase.start + len(reading.text[phrase.start : min(areas, default=end)].rstrip()))
    if any(m.start < phrase.end for m in starting_in(reading.mentions, phrase.start - FARTHEST, end) if m.end > phrase.start):
        return None
    words = bare(reading.text[phrase.start : phrase.end].lower())
    named = measures_in(reading.text, phrase.start, phrase.end)
    other = any(s.start == phrase.start and not m.goes_with("count") for s, m in named)  # `luka berat | 12` tells no weight
    plain = words.split()[0] in cue_words("label", "uncounted", "month", "age", "before", "head") | units_of("time")
    return None if other or plain else phrase


@cache
def _owner() -> re.Pattern[str]:
    """What makes a number behind a noun its count: `-nya`, `kita`, `kami`; without them `cuma`, `hanya`, `tinggal`."""
    few = rf"(?:{cue_pattern('idle', 'about', 'aspect')}|ada|itu|ini)"
    owner = r"(?:(?P<own>(?<=[a-z]{3})nya)|\s+(?:kita|kami))"
    spoken = r"\s+yang\s+(?:kami|kita)\s+[a-z]+"
    return re.compile(rf"(?:{spoken}|{owner}(?:\s+{few})*|\s+(?:(?:cuma|hanya|tinggal)(?:\s+ada)?|ada))\s+$")


@cache
def _counter() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('counter', 'case')})\s+(?=[^\W\d])", re.IGNORECASE)


@cache
def _change() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(change_nouns())})\s+dari\s+(?:[\d.]+\s+menjadi\s+)?$", re.IGNORECASE)


@cache
def _counting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('counting')})\s+(?:(?:{cue_pattern('about')})\s+)?$", re.IGNORECASE)
