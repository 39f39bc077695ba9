"""What a count counts: the noun behind it, what persons are, and what is named before a unit that names nothing itself."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from graph.extraction.clauses import (
    DEED,
    after_break,
    before_both,
    clause_subject,
    described_before,
    list_start,
    moved_subject,
    opening_of,
)
from graph.extraction.counted_units import head_of
from graph.extraction.figure_measures import NEAR, first_of_pair, measure_near
from graph.extraction.figure_nouns import filled, kind_of, noun_before, words_of
from graph.extraction.figure_persons import noun_behind_unit, owned_before, role_behind
from graph.extraction.figure_stocks import stock_before
from graph.extraction.line_labels import label_of
from graph.extraction.named_counts import named_count
from graph.extraction.noun_phrases import (
    PASSIVE,
    WORD,
    bare,
    ends_phrase,
    measure_of_verb,
    measure_phrase,
    measures_in,
    phrase_after,
)
from graph.extraction.parts import (
    AMONG,
    OTHERS,
    count_among,
    count_beside,
    count_elsewhere,
    is_less,
    is_some_of_those,
    whole_before,
)
from graph.extraction.patterns import sentence_around, starting_in
from graph.extraction.quantities import counted
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.area_cues import area_cues
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import unit_kinds, units_of

APART = re.compile(r"\b(?:di\s?mana|antara lain|terdiri)\b")  # `jumlah penerima itu dimana tenaga guru sebanyak | 112 orang`
NUMBER = re.compile(r"[ \t]*\d")
FARTHEST_STOCK = 250  # characters from a stock to the classifier that counts it
BECOMING = re.compile(r"[,\s]+menjadi\s+(?:\w+\s+)?")
SPACE = re.compile(r"[ \t]+")
BEFORE = 40  # characters before a noun in which the word that leads it in must end


def noun_of(reading: Reading, quantity: Quantity) -> Span | str | None:
    """What a count counts: the noun behind it; behind a unit of persons what they are, else what is named before the number."""
    if quantity.unit in unit_kinds():
        noun = noun_behind_unit(reading, quantity) or role_behind(reading, quantity)
        if noun is None and (first := first_of_pair(reading, quantity)) is not None:
            return noun_of(reading, first)
        return noun or label_of(reading, quantity) or moved_subject(reading, quantity) or counted_before(reading, quantity)
    if AMONG.match(reading.text, quantity.number.end) or is_some_of_those(reading.text, quantity.number):
        whole = count_among(reading.quantities, quantity.number, Decimal(quantity.value), frozenset())
        return noun_of(reading, whole) if whole is not None else None
    if OTHERS.match(reading.text, quantity.number.end):
        return _of_others(reading, quantity)
    noun = counted(reading, quantity.number.end)
    if noun is None:
        earlier = starting_in(reading.quantities, quantity.start - NEAR - BEFORE, quantity.start)
        if (same := count_elsewhere(reading.text, earlier, quantity.number, frozenset())) is not None:
            return noun_of(reading, same)
        return moved_subject(reading, quantity) or named_count(reading, quantity.number)
    words = words_of(reading, noun).lower()
    if words in cue_words("case"):
        return noun_beside(reading, quantity) or label_of(reading, quantity) or noun
    if words in cue_words("sorter-alone"):
        before = (
            label_of(reading, quantity)
            or noun_beside(reading, quantity)
            or clause_subject(reading, quantity)
            or described_before(reading, quantity)
        )
        cue = _value_cue().search(reading.text, max(0, quantity.start - BEFORE), quantity.start)
        before = before or (_thing_before(reading, quantity) if cue else None) or _told_of(reading, quantity)
        return before or _told_earlier(reading, quantity) or opening_of(reading, quantity) or noun
    return _behind_sorter(reading, noun) or noun


def counted_before(reading: Reading, quantity: Quantity) -> Span | str:
    """What persons are counted for, where a cue or `jumlah` ties the number to it, or it touches the number; else they
    themselves.

    `insentif sebanyak 500 orang` -> `insentif`; `jumlah guru di sana 40 orang` -> `jumlah guru`; `tenaga kesehatan 312 orang`
    -> `tenaga kesehatan`; `150 jiwa` -> `jiwa`.
    """
    sentence = sentence_around(reading, quantity.start)
    told = _taking_up().search(reading.text, sentence.start, quantity.start)
    until = told.start() if told else quantity.start
    clause = after_break(reading.text, sentence.start, until)
    named = [s for s, _ in measures_in(reading.text, clause, quantity.start) if quantity.start - s.end <= NEAR]
    phrases = [
        (p, words_of(reading, p).lower().split()) for p in (measure_phrase(reading.text, s, quantity.start) for s in named)
    ]
    counting = [phrase for phrase, words in phrases if len(words) > 1 and words[0] in cue_words("counter")]
    if (same := before_both(reading, quantity) or _changed_to(reading, quantity)) is not None:
        return same
    beside = noun_beside(reading, quantity)
    if beside is not None and reading.text[beside.start : beside.end].endswith("nya"):
        beside = described_before(reading, quantity) or beside  # `lansia yang diperiksa gula darahnya | 31 orang`
    nearer = _thing_before(reading, quantity) if counting else None
    if nearer is not None and APART.search(reading.text, counting[-1].end, nearer.start):
        return nearer
    if counting and (beside is None or not starting_in(reading.quantities, counting[-1].end, quantity.start)):
        return counting[-1]
    if said := measure_of_verb(reading.text, sentence.start, quantity.start, kind="count"):
        return said  # `kota berpenduduk 165 ribu jiwa`
    if beside is not None:
        return beside
    if not _value_cue().search(reading.text, max(0, quantity.start - 40), quantity.start):
        owned = described_before(reading, quantity) or owned_before(reading, quantity)
        owned = owned or _told_of(reading, quantity) or _of_whole(reading, quantity) or _before_setting(reading, quantity)
        return owned or _of_others(reading, quantity) or quantity.unit
    tied = [phrase for phrase, words in phrases if words[-1] not in cue_words("counter") and not words[-1].endswith("nya")]
    described = tied[-1] if tied else described_before(reading, quantity) or _told_of(reading, quantity)
    return described or _thing_before(reading, quantity) or quantity.unit


def _told_of(reading: Reading, quantity: Quantity) -> Span | None:
    """Where a clause begins with `yang`: the whole before it (`dari 45 anggota, yang hadir | 31 orang`), else what they do
    (`Yang mengungsi | 1.100 jiwa`)."""
    sentence = sentence_around(reading, quantity.start)
    clause = after_break(reading.text, sentence.start, quantity.start)
    told = _relative().match(reading.text, clause, quantity.start)
    if (
        told is None
        or told["what"].split()[0].lower() in cue_words("speaker")
        or (PASSIVE.fullmatch(told["what"]) and quantity.unit in unit_kinds())
    ):
        return None  # `pemeriksaan gratis, yang dimanfaatkan 127 orang`
    whole = whole_before(reading.text, quantity.number)
    noun = counted(reading, whole.end("number")) if whole is not None and whole.start() >= sentence.start else None
    return noun or Span(*told.span("what"))


@cache
def _relative() -> re.Pattern[str]:
    cues = rf"(?:(?:{cue_pattern('before', 'about', 'idle')})\s+)*"
    joint = rf"[\"“‘'\s]*(?:(?:{cue_pattern('clause')})\s+)?"
    return re.compile(rf"{joint}yang\s+(?P<what>(?:[^\W\d][\w-]*\s+){{0,4}}?[^\W\d][\w-]*)\s+{cues}$", re.IGNORECASE)


def noun_beside(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun that touches a number: `sampah | 25 karung`, `korban meninggal | 12 orang`.

    Not where a preposition leads it in (`di kantor 30 orang`), nor what only describes (`yang selamat 5 orang`) or does
    (`didamaikan mediator 19 perkara`), nor a word with a capital inside the sentence: that is somebody's name (`Polres 30
    kantong`).
    """
    noun = _thing_before(reading, quantity)
    if noun is None or not _about().fullmatch(reading.text, noun.end, quantity.start):
        return None
    sentence = sentence_around(reading, quantity.start).start
    words = [word.group() for word in WORD.finditer(reading.text, noun.start, noun.end)]
    before = max(sentence, noun.start - BEFORE)
    led = [word.group().lower() for word in WORD.finditer(reading.text, before, noun.start)][-1:]
    ended = led and (led[0] in {"yang", *cue_words("preposition")} or (led[0].startswith("di") and ends_phrase(led[0])))
    if ended and _company().search(reading.text, before, noun.start) is None:
        return None
    named = words[-1][0].isupper() and not words[-1].isupper() and noun.start > sentence
    alone = len(words) == 1 and (DEED.fullmatch(words[0].lower()) or ends_phrase(bare(words[0])))
    return None if named or alone else noun


def _thing_before(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun before a count; not a time (`malam 40 orang`), nor what has a number for its name (`RT 08 terdapat 3 KK`)."""
    noun = noun_before(reading, quantity)
    words = words_of(reading, noun) if noun is not None else ""
    if noun is None or words.lower().rpartition(" ")[2] in cue_words("uncounted", "month") | units_of("time"):
        return None
    numbered = words.rpartition(" ")[2] in cue_words("label") and NUMBER.match(reading.text, noun.end) is not None
    return None if numbered else noun


def _of_others(reading: Reading, quantity: Quantity) -> Span | str | None:
    """`24 rumah rusak berat dan | 61 lainnya rusak ringan`: the noun of the count before them; persons are what is told of them
    (`satu orang tewas, | tiga lainnya luka berat`)."""
    others = OTHERS.search(reading.text, quantity.number.end, quantity.end + len(" lainnya"))
    beside = count_beside(reading.quantities, quantity.number, frozenset()) if others is not None else None
    if others is None or beside is None or kind_of(beside.unit) != "count":
        return None
    if beside.unit in unit_kinds():
        gap = SPACE.match(reading.text, others.end())
        told = phrase_after(reading.text, gap.end(), sentence_around(reading, quantity.start).end) if gap is not None else None
        return (filled(told) if told is not None else None) or beside.unit
    noun = noun_of(reading, beside)
    return Span(noun.start, noun.start + len(head_of(reading.text, noun))) if isinstance(noun, Span) else noun


def _of_whole(reading: Reading, quantity: Quantity) -> Span | None:
    """Persons told of behind those whom they are some of: `Dari 96 lansia, | 71 orang datang`; not of places."""
    whole = whole_before(reading.text, quantity.number)
    noun = counted(reading, whole.end("number")) if whole is not None and is_less(quantity, whole) else None
    if noun is None or words_of(reading, noun).split()[0].lower() in _no_persons():
        return None
    return noun


def _before_setting(reading: Reading, quantity: Quantity) -> Span | None:
    """`Kunjungan wisatawan selama libur | 214.300 orang`: the noun before when or where they are."""
    thing = _thing_before(reading, quantity)
    return thing if thing is not None and _setting().match(reading.text, thing.end) else None


@cache
def _setting() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{cue_pattern('setting')})\s", re.IGNORECASE)


def _changed_to(reading: Reading, quantity: Quantity) -> Span | str | None:
    """`Penumpang kapal naik 15 persen menjadi | 4.210 orang`: what the share has changed."""
    before = starting_in(reading.quantities, quantity.start - NEAR, quantity.start)
    changed = bool(before) and before[-1].unit == "%" and BECOMING.fullmatch(reading.text, before[-1].end, quantity.start)
    return measure_near(reading, before[-1]) if changed else None


@cache
def _no_persons() -> frozenset[str]:
    return frozenset(cue.form.lower() for cue in area_cues()) | cue_words("sorter", "case")


def _told_earlier(reading: Reading, quantity: Quantity) -> Span | None:
    """What a classifier alone counts: the noun counted last, or the stock told of since (`stok vaksin cukup, tersisa | 620
    vial`)."""
    earlier = counted_earlier(reading, quantity)
    first = max(list_start(reading.text, quantity.start), quantity.start - FARTHEST_STOCK)
    return stock_before(reading, max(first, earlier.end if earlier is not None else 0), quantity.start) or earlier


def counted_earlier(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun counted last before a number in the paragraph, for one that only goes on: `sisanya 40`, `naik dari 13 unit`; for
    an item of a list also in the line that leads it in."""
    before = starting_in(reading.quantities, list_start(reading.text, quantity.start), quantity.start)
    for other in reversed([q for q in before if kind_of(q.unit) == "count" and q.end <= quantity.start]):
        noun = counted(reading, other.number.end)
        noun = noun and (_behind_sorter(reading, noun) or noun)
        if noun is not None and words_of(reading, noun).split()[0].lower() not in cue_words("sorter"):
            return noun
    return None


def _behind_sorter(reading: Reading, noun: Span) -> Span | None:
    """The thing behind a classifier that could stand alone: `unit traktor` -> `traktor`; `unit kerja` is one word."""
    words = list(WORD.finditer(reading.text, noun.start, noun.end))
    if len(words) < 2 or words[0].group().lower() not in cue_words("sorter-alone"):
        return None
    both = f"{words[0].group()} {words[1].group()}".lower()
    plain = words[1].group().lower() in cue_words("uncounted") or DEED.fullmatch(words[1].group())
    return None if plain or both in cue_words("compound") else Span(words[1].start(), noun.end)


@cache
def _about() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:{cue_pattern('about')})\s+)*")


@cache
def _company() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('company')})\s+$", re.IGNORECASE)


@cache
def _taking_up() -> re.Pattern[str]:
    """`jumlah ibu hamil di sana tertinggi, yakni | 87 orang`: the clause before it says what is counted."""
    return re.compile(rf",\s+(?:{cue_pattern('namely')})\s+(?:(?:{cue_pattern('about')})\s+)?$", re.IGNORECASE)


@cache
def _value_cue() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('before')})\s*(?:(?:{cue_pattern('about')})\s+)?$", re.IGNORECASE)
