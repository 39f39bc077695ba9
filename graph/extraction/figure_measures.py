"""What a number measures: the noun counted behind it, the rate or sum named before it, or what its unit measures of itself.

Without a parser the noun is found by the register of measures, by function words and by punctuation; see `noun_phrases`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from graph.extraction.clauses import BREAK, after_break, clause_subject, moved_subject
from graph.extraction.figure_nouns import begins_next, filled, kind_of, noun_before, outside_titles, words_of
from graph.extraction.figure_stocks import stock_before
from graph.extraction.line_labels import label_of
from graph.extraction.noun_phrases import (
    DOING,
    bare,
    concept_of,
    measure_of_verb,
    measure_phrase,
    measures_in,
    phrase_after,
    verb_before,
)
from graph.extraction.patterns import sentence_around, starting_in
from graph.extraction.phrases_before import phrase_before
from graph.extraction.reading import Quantity, Reading
from graph.extraction.sums import comparison, fund_behind, purpose_behind, said_behind
from graph.extraction.topics import topic
from graph.facts import Span
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import unit_measures, units_of

TARGET, CHANGE, AID, PRICE = "target", "change", "benefit", "price"
NEAR = 60
"""Characters between a registered measure and its number; farther ones give way to a noun right before the number."""
FARTHEST_PAIR = 120  # characters from the start of a number to that which it becomes
LONGEST_LIST = 50  # items of a list whose measure stands before it
SENTENCES_BACK = 2  # `Berikut rincian anggaran: ...` stands before the list whose numbers it names
LOOK_BACK = 400  # characters to the number that `angka itu` takes up
AID_BACK = 1500  # what an article is about may be some paragraphs back
LIST_NUMBER = len("10.")  # a sentence splitter may leave the number of a list item alone
FUND = re.compile(
    r"\s+(?:yang\s+)?(?:bersumber\s+|berasal\s+)?(?:dari|dalam|pada|melalui|lewat|di)\s+(?:\w[\w/-]*\s+){0,3}", re.IGNORECASE
)
"""`dana dari APBD`, `pendapatan daerah pada rancangan perubahan APBD`: the budget only pays or holds it."""
UNDERGONE = re.compile(r"\s*\b(?:mengalami|terjadi)\s+$", re.IGNORECASE)
FROM_LEVEL = re.compile(r"\b(?:dari|menjadi|semula|sebelumnya|awalnya)\b", re.IGNORECASE)
OF = re.compile(r"\bdari\s+$", re.IGNORECASE)
TOWARDS = re.compile(r"\bterhadap\s+$", re.IGNORECASE)  # `kontribusi pertanian terhadap PDRB | 38,4 persen`
WHOLE = re.compile(r"\s+dari\s+(?:masing-masing\s+|total\s+|seluruh\s+)?(?:\d[\d.]*\s+)?")
PACKED = ("mass", "volume")
OF_TOPICS = ("share", *PACKED)
LEVEL = re.compile(r"\s+dari\s+\S*\d")
COMPARED = re.compile(r"[^.;!?]{0,60}\b(?:dibanding(?:kan)?|ketimbang|daripada)\b[^.;!?]{0,30}")
"""`sebesar 12,6 persen, naik dibanding 2021 yang | 12,3 persen`"""
FALLEN_TO = re.compile(r"[^.;!?]{0,60}\bmenjadi\s+(?:\w+\s+)?")


def measure_near(reading: Reading, quantity: Quantity) -> Span | str:
    """What a sum or share measures.

    The goods of a pack (`beras 5 kg Rp58.000`); that of the number it rose or fell from or that is taken up again; else a
    registered noun right behind, else the measure before it, else the whole that it is a share of (`80 persen dari standar
    layanan`), else any noun behind.
    """
    pack = packed(reading, quantity)
    if pack is not None:
        return noun_before(reading, pack) or measure_before(reading, quantity)
    first = first_of_pair(reading, quantity) or _taken_up(reading, quantity)
    if first is not None:
        return measure_near(reading, first)
    behind = stuff_behind(reading, quantity)
    if behind is not None and _is_measure(reading, behind, quantity):
        return behind
    return _named_before(reading, quantity) or _whole_behind(reading, quantity) or behind or measure_before(reading, quantity)


def packed(reading: Reading, price: Quantity) -> Quantity | None:
    """The amount right before a price: `beras 5 kg | Rp58.000`."""
    before = starting_in(reading.quantities, price.start - NEAR, price.start)
    if kind_of(price.unit) != "money" or not before or kind_of(before[-1].unit) not in PACKED:
        return None
    return before[-1] if not reading.text[before[-1].end : price.start].strip() else None


def measure_before(reading: Reading, quantity: Quantity) -> Span | str:
    """The measure before a number in its sentence, else in the sentences before, else the unit's own.

    A verb of doing (`X menerima Rp4,5 miliar`) says itself what is measured, and cuts the number off from earlier sentences.
    """
    sentence = sentence_around(reading, quantity.start)
    here = label_of(reading, quantity) or moved_subject(reading, quantity) or _named_before(reading, quantity)
    if here is not None:
        return here
    own = (
        purpose_behind(reading, quantity)
        or fund_behind(reading, quantity)
        or unit_measures().get(quantity.unit)
        or quantity.unit
    )
    if said := measure_of_verb(reading.text, sentence.start, quantity.start, kind=kind_of(quantity.unit)):
        return said
    if said := said_behind(reading, quantity):
        return said
    if compared := comparison().search(reading.text, sentence.start, quantity.start):
        valued = None if compared["more"] or compared["of"] else _named_earlier(reading, quantity, sentence)
        return "selisih" if compared["more"] else valued or "nilai"
    if verb_before(reading.text, sentence.start, quantity.start):
        return _aid_received(reading, quantity, sentence) or _topic_of_extent(reading, quantity) or own
    return (
        (stock_before(reading, sentence.start, quantity.start) if kind_of(quantity.unit) in PACKED else None)
        or _named_earlier(reading, quantity, sentence)
        or _gone_on(reading, quantity)
        or clause_subject(reading, quantity)
        or _topic_of_extent(reading, quantity)
        or own
    )


def _topic_of_extent(reading: Reading, quantity: Quantity) -> Span | None:
    """A share, mass or volume is of what its sentence is about; a sum of money may be paid for anything else."""
    return topic(reading, quantity) if kind_of(quantity.unit) in OF_TOPICS else None


def _aid_received(reading: Reading, quantity: Quantity, sentence: Span) -> Span | None:
    """The aid named before, where somebody only gets a sum: `... menyalurkan BLT. Setiap keluarga menerima | Rp300 ribu`."""
    if kind_of(quantity.unit) != "money" or not _getting().search(reading.text, sentence.start, quantity.start):
        return None
    first = max(0, quantity.start - AID_BACK)
    found = measures_in(reading.text, first, quantity.start)
    named = [measure_phrase(reading.text, s, quantity.start) for s, m in found if m.concept == AID]
    aid = [Span(m.start, m.end) for m in reading.mentions_in(first, quantity.start, "program")]
    return max([*named, *aid], key=lambda span: span.start, default=None)


@cache
def _getting() -> re.Pattern[str]:
    cues = rf"(?:(?:{cue_pattern('before', 'about', 'idle')})\s+)*"
    return re.compile(rf"\b(?:{cue_pattern('getting')})\s+{cues}$", re.IGNORECASE)


def regional_measure(reading: Reading, quantity: Quantity) -> Span | None:
    """A measure of areas in the number's own kind, in its clause: `umur harapan hidup | 68,9 tahun`, unlike `usia 40 tahun`."""
    kind, sentence = kind_of(quantity.unit), sentence_around(reading, quantity.start)
    clause = max(after_break(reading.text, sentence.start, quantity.start), quantity.start - NEAR)
    named = [s for s, m in measures_in(reading.text, clause, quantity.start) if m.regional and kind in m.kinds]
    if not named or starting_in(reading.quantities, named[-1].end, quantity.start):
        return None
    return measure_phrase(reading.text, named[-1], quantity.start)


def _gone_on(reading: Reading, quantity: Quantity) -> Span | str | None:
    """What the number before it measures, where a sentence only goes on with numbers: `Pekan lalu masih Rp85 ribu.`"""
    near = starting_in(reading.quantities, quantity.start - LOOK_BACK, quantity.start)
    same = [q for q in near if q.end <= quantity.start and kind_of(q.unit) == kind_of(quantity.unit)]
    paragraph = reading.text.rfind("\n", 0, quantity.start)
    return measure_near(reading, same[-1]) if same and same[-1].start > paragraph else None


def stuff_behind(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun right behind a unit: `800 kg cabai merah`, `Rp450 ribu bansos reguler`, `1.250 ton sampah per hari`."""
    start, end = quantity.end, sentence_around(reading, quantity.start).end
    if quantity.per and kind_of(quantity.unit) == "money":
        return None
    if quantity.per:
        unit = re.compile(r"\s*[^\W\d]\S*").match(reading.text, quantity.number.end)
        start, end = (unit.end() if unit else end), quantity.end
    gap = re.compile(r"[ \t]+").match(reading.text, start)
    if gap is not None and any(q.start == gap.end() for q in starting_in(reading.quantities, gap.end(), gap.end() + 1)):
        return None  # `beras 5 kg | Rp58.000`
    stuff = filled(phrase_after(reading.text, gap.end(), end)) if gap is not None else None
    no_stuff = cue_words("idle", "uncounted", "verb") | units_of("time")
    if stuff is not None and bare(words_of(reading, stuff).split()[0]).lower() in no_stuff:
        return None  # `9.200 ton | baru terealisasi`, `40 kiloliter | mulai Kamis`, `400 kilo | jam sembilan`
    return None if stuff is not None and begins_next(reading, quantity, stuff) else stuff


def first_of_pair(reading: Reading, quantity: Quantity) -> Quantity | None:
    """The number from which this one was reached: `dari 7,45% pada 2021 menjadi 6,1%`."""
    near = starting_in(reading.quantities, quantity.start - FARTHEST_PAIR, quantity.start)
    kind = kind_of(quantity.unit)
    earlier = [q for q in near if q.end <= quantity.start and kind_of(q.unit) == kind]
    earlier = [q for q in earlier if kind != "count" or q.unit == quantity.unit]
    pairs = bool(earlier) and any(way.fullmatch(reading.text, earlier[-1].end, quantity.start) for way in (FALLEN_TO, COMPARED))
    return earlier[-1] if pairs else None


def _taken_up(reading: Reading, quantity: Quantity) -> Quantity | None:
    """The number before, where its measure is only pointed at: `angka tersebut berubah menjadi Rp2 miliar`."""
    sentence = sentence_around(reading, quantity.start)
    pointed = _pointed().search(reading.text, sentence.start, quantity.start)
    if pointed is None:
        return None
    near = starting_in(reading.quantities, pointed.start() - LOOK_BACK, pointed.start())
    earlier = [q for q in near if kind_of(q.unit) == kind_of(quantity.unit)]
    return earlier[-1] if earlier else None


@cache
def _pointed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('pronoun')})\s+(?:ini|itu|tersebut)\b[^\d,;:]*$", re.IGNORECASE)


def _is_measure(reading: Reading, phrase: Span, quantity: Quantity) -> bool:
    words = words_of(reading, phrase)
    return bool(concept_of(words, kind_of(quantity.unit))) or words.split(maxsplit=1)[0].isupper()


def _whole_behind(reading: Reading, quantity: Quantity) -> Span | None:
    whole = WHOLE.match(reading.text, quantity.end)
    if whole is None or kind_of(quantity.unit) != "share":
        return None
    return filled(phrase_after(reading.text, whole.end(), sentence_around(reading, quantity.start).end))


def _named_earlier(reading: Reading, quantity: Quantity, sentence: Span) -> Span | None:
    """A measure of the number's own kind in the sentences before.

    List items in between (`2. Kabupaten Sukamaju dari Rp650 miliar ...`) have numbers of the same unit and are passed over.
    """
    kind = kind_of(quantity.unit)
    here = bisect_left(reading.sentences, sentence.start, key=lambda span: span.start)
    for back, span in enumerate(reversed(reading.sentences[max(0, here - LONGEST_LIST) : here]), 1):
        named = [s for s, m in measures_in(reading.text, span.start, span.end) if kind in m.kinds]
        if named:
            return measure_phrase(reading.text, named[-1], span.end)
        item = span.end - span.start <= LIST_NUMBER or any(
            kind_of(q.unit) == kind for q in starting_in(reading.quantities, span.start, span.end)
        )
        if back >= SENTENCES_BACK and not item:
            break
    return None


def _named_before(reading: Reading, quantity: Quantity) -> Span | str | None:
    """The measure before the number in its sentence: a registered one, or the noun right before the number.

    The noun wins over a registered measure that is far, in another clause, or has a number of its own already
    (`tunjangan perumahan Rp18 juta dan transportasi Rp8 juta`).
    """
    sentence = sentence_around(reading, quantity.start)
    kind = kind_of(quantity.unit)
    named = [  # `harga cabai` measures money by its head
        (s, m)
        for s, m in measures_in(reading.text, sentence.start, quantity.start)
        if (m.goes_with(kind) or concept_of(reading.text[s.start : s.end], kind))
        and not TOWARDS.search(reading.text, max(0, s.start - len("terhadap  ")), s.start)
    ]
    named, noun = outside_titles(reading, named, noun_before(reading, quantity))
    told = not verb_before(reading.text, sentence.start, quantity.start)  # `Sapi bantuan Presiden berbobot 912 kilogram`
    parted = words_of(reading, noun).rpartition(" ") if noun is not None else None
    if told if parted is None else not parted[0] or DOING.fullmatch(parted[2]):  # `kapal berkapasitas | 20 ton`
        noun_of_verb = measure_of_verb(reading.text, sentence.start, quantity.start, kind=kind)  # `jualnya Rp60.000`
        clause = after_break(reading.text, sentence.start, quantity.start)
        its_own = kind == "money" and any(
            s.start >= clause and m.goes_with(kind) for s, m in named
        )  # `denda yang harus disetor | Rp215 juta`
        if noun_of_verb and not (its_own and concept_of(noun_of_verb, kind) != PRICE):
            return noun_of_verb
    named = [(s, m) for s, m in named if not (m.concept == TARGET and _is_reached(reading, s, quantity))]
    if not named:
        return noun
    if named[-1][1].concept == CHANGE and (moved := _undergoing(reading, named[-1][0], quantity)):
        return moved
    while len(named) > 1 and named[-1][1].concept == CHANGE and LEVEL.match(reading.text, named[-1][0].end):
        named = named[:-1]  # `angka kemiskinan mengalami penurunan dari 15 persen menjadi 11 persen`
    paid = len(named) > 1 and named[-1][1].concept == "budget"
    last = named[-2 if paid and FUND.fullmatch(reading.text, named[-2][0].end, named[-1][0].start) else -1][0]
    taken = any(kind_of(q.unit) == kind for q in starting_in(reading.quantities, last.end, quantity.start))
    far = quantity.start - last.end > NEAR or BREAK.search(reading.text, last.end, quantity.start) is not None
    if noun is not None and noun.end > last.end and (taken or far):
        return noun
    if (taken or far) and (said := measure_of_verb(reading.text, sentence.start, quantity.start, kind=kind)):
        return said  # `Rp650 juta melalui APBD, sementara kementerian menyokong | Rp400 juta`
    return measure_phrase(reading.text, last, quantity.start)


def _is_reached(reading: Reading, target: Span, quantity: Quantity) -> bool:
    """`Rp3 miliar dari target Rp4,8 miliar atau | 65 persen`: the target has a number of its own."""
    led = OF.search(reading.text, max(0, target.start - len("dari  ")), target.start) is not None
    return led and bool(starting_in(reading.quantities, target.end, quantity.start))


def _undergoing(reading: Reading, change: Span, quantity: Quantity) -> Span | None:
    """What has the levels before and after: `harga telur mengalami kenaikan yakni sebelumnya | Rp52 ribu per rak`."""
    verb = UNDERGONE.search(reading.text, max(0, change.start - NEAR), change.start)
    level = FROM_LEVEL.search(reading.text, change.end, quantity.start) or FALLEN_TO.match(reading.text, quantity.end)
    if verb is None or level is None:
        return None
    clause = after_break(reading.text, sentence_around(reading, quantity.start).start, verb.start())
    return phrase_before(reading.text, clause, verb.start())
