"""The noun right before a number: what it may measure, unless that names where, when or somebody."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.clauses import DEED, LONGEST_NAME, after_break
from graph.extraction.noun_phrases import verb_before
from graph.extraction.patterns import sentence_around, starting_in
from graph.extraction.phrases_before import phrase_before
from graph.extraction.reading import Quantity, Reading
from graph.extraction.regulations import citations
from graph.facts import Span
from ontology.area_cues import area_cues
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import Measure, unit_kinds, units_of

PLACE = re.compile(r"\b(?:dari|di|ke|asal)\s+$", re.IGNORECASE)
BEFORE = 20  # characters before a noun in which the word that leads it in stands
ORIGIN = re.compile(r"\b(?:dari|asal)\s+$", re.IGNORECASE)


def kind_of(unit: str) -> str:
    """The kind of a unit (`money`, `share`, ...); a counted noun is its own unit, of kind `count`; empty for a bare number."""
    return unit_kinds().get(unit, "count" if unit else "")


def noun_before(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun phrase right before a number and its cues.

    The name of a person or place is not what is measured, nor is what stands right behind another number and belongs to that
    (`Rp210 juta tunai dan Rp15 juta`).
    """
    sentence = sentence_around(reading, quantity.start)
    others = starting_in(reading.quantities, sentence.start, quantity.start)
    earlier = max((q for q in others if q.end <= quantity.start), key=lambda q: q.end, default=None)
    number = earlier.end if earlier is not None else -1
    first = max(number, after_break(reading.text, sentence.start, quantity.start))
    phrase = _phrase_before(reading, first, quantity.start, kind_of(quantity.unit))
    phrase = _before_setting(reading, first, phrase)
    phrase = _before_origin(reading, first, phrase) if kind_of(quantity.unit) == "money" else phrase
    touches = phrase is not None and phrase.start == number + 1
    if phrase is None or (touches and earlier is not None and not begins_next(reading, earlier, phrase)):
        return None
    near = starting_in(reading.mentions, phrase.start - LONGEST_NAME, phrase.end)
    areas = [m.start for m in near if m.type == "area" and m.start > phrase.start and m.end >= phrase.end]
    if areas and kind_of(quantity.unit) in ("count", "share"):  # `angkatan kerja Sukamaju tercatat | 900 orang`
        short = Span(phrase.start, phrase.start + len(reading.text[phrase.start : areas[0]].rstrip()))
        phrase = short if " " in words_of(reading, short) and not _is_led_in(reading, short) else phrase
    named = any(phrase.start < m.end and m.start < phrase.end and m.type != "program" for m in near)
    return None if named or _is_setting(reading, phrase, sentence, kind_of(quantity.unit)) else phrase


def _before_setting(reading: Reading, first: int, phrase: Span | None) -> Span | None:
    """The noun before where or when it is: `gula pasir di pasar | Rp18 ribu`, `THR yang diterima sebelum lebaran | 40
    persen`."""
    moved = False
    while phrase is not None and (led := _setting().search(reading.text, max(first, phrase.start - BEFORE), phrase.start)):
        if any(DEED.fullmatch(word.lower()) for word in words_of(reading, phrase).split()):
            break  # `di baliho kantor desa tertulis panjang | 320 meter`
        phrase, moved = phrase_before(reading.text, first, led.start()), True
    if phrase is None or not moved:
        return phrase
    told = words_of(reading, phrase).lower()
    described = reading.text[first : phrase.start].rstrip().lower().endswith("yang")  # `yang hadir di sana | 40 persen`
    return None if (described or DEED.fullmatch(told)) and not told.startswith("di") else phrase


@cache
def _setting() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('setting')})\s+$", re.IGNORECASE)


def _before_origin(reading: Reading, first: int, phrase: Span | None) -> Span | None:
    """The goods before where they come from: `gula pasir asal Sukamaju | Rp17.500`."""
    if phrase is None or not reading.text[phrase.start].isupper():
        return phrase
    origin = ORIGIN.search(reading.text, max(first, phrase.start - len("dari  ")), phrase.start)
    goods = phrase_before(reading.text, first, origin.start()) if origin is not None else None
    return (
        goods if origin is not None and goods is not None and not reading.text[goods.end : origin.start()].strip() else phrase
    )


def _is_led_in(reading: Reading, phrase: Span) -> bool:
    words = reading.text[max(0, phrase.start - LONGEST_NAME) : phrase.start].split()
    time = words_of(reading, phrase).lower().split()
    return (bool(words) and words[-1].lower() in cue_words("preposition")) or bool(units_of("time") & set(time))


def _is_setting(reading: Reading, phrase: Span, sentence: Span, kind: str) -> bool:
    """Where or when, not what: `Nusa Ceningan` before `menyentuh 42 ton`, and what `dari` leads in (`minyak dari Tawau
    RM 31`); other goods have capitals in price lists."""
    words = words_of(reading, phrase).split()
    if len(words) == 1 and words[0].lower() in units_of("time") | cue_words("month", "uncounted"):
        return True  # `tiap hari saya tekor | Rp1 juta`, `tahun ini pihaknya hanya kebagian | Rp750 juta`
    if len(words) == 1 and kind != "count" and words[0] in {cue.form.lower() for cue in area_cues()}:
        return True  # `angka kesakitan (API) kota itu kini | 26 per 1.000 penduduk`
    if phrase.start == sentence.start or not all(w[:1].isupper() and not w.isupper() for w in words):
        return False
    origin = PLACE.search(reading.text, max(0, phrase.start - 10), phrase.start) is not None
    return origin or (len(words) > 1 and kind != "money")


def _phrase_before(reading: Reading, start: int, end: int, kind: str) -> Span | None:
    """The noun phrase at the end of a stretch, before a date that stands there: `realisasi tahun 2023 mencapai ...`."""
    dates = [d for d in starting_in(reading.dates, start, end) if d.end <= end]
    phrase = phrase_before(reading.text, dates[-1].end if dates else start, end, kind)
    if phrase is None and dates and not verb_before(reading.text, dates[-1].end, end):
        return phrase_before(reading.text, start, dates[-1].start, kind)
    return phrase


def words_of(reading: Reading, span: Span) -> str:
    return " ".join(reading.text[span.start : span.end].split())


def filled(span: Span) -> Span | None:
    return span if span.end > span.start else None


def outside_titles(
    reading: Reading, named: list[tuple[Span, Measure]], noun: Span | None
) -> tuple[list[tuple[Span, Measure]], Span | None]:
    """Measures and noun without those of a law's title, where others are left: `PBB sesuai Perda Nomor 7 Tahun 2023 tentang
    Anggaran Pendapatan dan Belanja Daerah sebesar | Rp28 miliar`."""
    titles = citations(reading)
    outside = [(s, m) for s, m in named if not any(c.start <= s.start < c.end for c in titles)]
    if not outside or len(outside) == len(named):
        return named, noun
    return outside, None if noun is None or any(c.start <= noun.start < c.end for c in titles) else noun


def begins_next(reading: Reading, quantity: Quantity, stuff: Span) -> bool:
    """`panjang 320 meter | tebal 15 sentimeter`: the next number has it before it, as this one has another noun."""
    last = stuff.end + 1
    followed = any(q.start == last for q in starting_in(reading.quantities, last, last + 1))
    before = noun_before(reading, quantity) if followed else None
    return before is not None and not reading.text[before.end : quantity.start].strip()
