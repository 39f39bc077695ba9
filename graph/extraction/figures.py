"""Figures: a number with what it measures, whose figure it is, and the period that it speaks of.

Each kind of quantity has its rule: counts (`7 posyandu`), shares, money, amounts (`10 kg beras`), lengths of time, plain values
(`sebesar 73,70`), and lists in which each number stands beside its area (`628 Banjarsari, 379 Purwosari`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from graph.extraction.evidence import evidence
from graph.extraction.figure_lists import Item, number_lists
from graph.extraction.figure_subjects import is_in_lead, subject_of
from graph.extraction.modality import modality_of
from graph.extraction.noun_phrases import concept_of, measure_of_verb, measure_phrase, measures_in, phrase_after, phrase_before, verb_before
from graph.extraction.patterns import folded
from graph.extraction.periods import period_of
from graph.extraction.quantities import counted
from graph.extraction.reading import Quantity, Reading
from graph.extraction.rules import rule
from graph.facts import Area, Measured, Modality, Span
from ontology.bodies import organization_kinds
from ontology.number_cues import cue_pattern, cue_words
from ontology.quantities import unit_kinds, unit_measures

NEAR = 60
"""Characters between a registered measure and its number; farther ones give way to a noun right before the number."""
SENTENCES_BACK = 2  # `Berikut rincian anggaran: ...` stands before the list whose numbers it names


def find_figures(reading: Reading) -> None:
    """Add a `Measured` claim for each figure; a figure told again (headline, quotation) is one.

    Articles that name no public office, programme, government or area up front (a football report, a recipe) state none here.
    """
    if not _is_public(reading):
        return
    found = [m for step in (figures_of_lists, counts, shares, money, amounts, durations, values) for m in step(reading)]
    headline = reading.article.headline or (0, 0)
    found.sort(key=lambda m: (headline[0] <= m.span.start < headline[1], m.span.start, m.span.end))
    kept: list[Measured] = []
    for measured in found:
        if not any(_told_again(reading, measured, other) for other in kept):
            kept.append(measured)
    reading.claims += sorted(kept, key=lambda m: (m.span, m.measure, m.value))


def _is_public(reading: Reading) -> bool:
    if is_in_lead(reading, reading.region) or any(m.type in ("post", "program") for m in reading.mentions):
        return True
    kinds = (organization_kinds().get(m.kind) for m in reading.mentions if m.type == "organization")
    return any(k is not None and (k.local or k.shape == "government") for k in kinds)


def _told_again(reading: Reading, one: Measured, other: Measured) -> bool:
    """Equal value and unit, nothing else that differs: another area, another year or another thing counted is another figure."""
    if one.value != other.value or reading.sentence_at(one.span.start) == reading.sentence_at(other.span.start) or _kind(one.unit) != _kind(other.unit) and one.unit and other.unit:
        return False
    areas = [m.subject for m in (one, other) if m.subject != reading.region and isinstance(reading.entities.get(m.subject or ""), Area)]
    if len(set(areas)) > 1:
        return False
    if "figure.list" in (one.rule, other.rule) or (one.period and other.period and one.period != other.period):
        return False
    if _kind(one.unit) != "count" or not one.unit:
        return True
    first, second = (m.measure.split()[0].lower() for m in (one, other))
    return first == second or any(re.search(rf"{re.escape(b.measure)}\s*\({a}\)", reading.text, re.IGNORECASE) for a, b in ((first, other), (second, one)))


def _kind(unit: str) -> str:
    return unit_kinds().get(unit, "count" if unit else "")


def _of_kind(reading: Reading, *kinds: str) -> Iterator[Quantity]:
    listed = {id(item.quantity) for items in number_lists(reading) for item in items}
    for quantity in reading.quantities:
        if _kind(quantity.unit) in kinds and id(quantity) not in listed:
            yield quantity


@rule("figure.list", example="Sukamaju 138, Sukasari 251, dan Sukajadi 404 penerima")
def figures_of_lists(reading: Reading) -> list[Measured]:
    """In a list of names with numbers each number is its neighbour's; the unit stands once, in the list or before it."""
    found = []
    for items in number_lists(reading):
        unit, measure = _unit_of_list(reading, items)
        if measure:
            found += [_measured(reading, "figure.list", i.quantity, measure, unit=unit, item=i) for i in items]
    return found


def _unit_of_list(reading: Reading, items: list[Item]) -> tuple[str, Span | str]:
    """The unit and measure of a list: those of an item that has a noun, else of the last figure before it (`748 penerima, ...`)."""
    before = [q for q in reading.quantities if q.end <= items[0].quantity.start]
    for quantity in [*(i.quantity for i in items), *reversed(before)]:
        if quantity.unit and quantity.unit != "%":
            noun = counted(reading, quantity.number.end)
            return quantity.unit, noun or _measure_before(reading, quantity)
        if quantity in before:
            break
    return "", ""


@rule("figure.count", example="7 posyandu")
def counts(reading: Reading) -> list[Measured]:
    """A number before a noun counts it; persons are counted for what they are or receive (`insentif sebanyak 500 orang`)."""
    found = []
    for quantity in _of_kind(reading, "count"):
        noun = counted(reading, quantity.number.end)
        if noun is not None and quantity.unit in unit_kinds():
            noun = _behind_unit(reading, quantity)
        if noun is not None or quantity.unit in unit_kinds():
            found.append(_measured(reading, "figure.count", quantity, noun or _counted_before(reading, quantity)))
    return found


def _counted_before(reading: Reading, quantity: Quantity) -> Span | str:
    """What persons are counted for, where a cue or `jumlah` ties it to them: `insentif sebanyak 500 orang`, `jumlah guru di
    sana 40 orang`; else they themselves."""
    sentence = reading.sentence_at(quantity.start)
    clause = max((m.end() for m in re.finditer(r"[,;:]\s", reading.text[sentence.start : quantity.start])), default=0) + sentence.start
    named = [s for s, _ in measures_in(reading.text, clause, quantity.start) if quantity.start - s.end <= NEAR]
    phrases = [measure_phrase(reading.text, s, quantity.start) for s in named]
    long = [p for p in phrases if " " in reading.text[p.start : p.end]]
    counting = [p for p in long if folded(reading.text[p.start : p.end]).split()[0] in cue_words("counter")]
    if counting:
        return counting[-1]
    cue = rf"\b(?:{cue_pattern('before')})\s*(?:(?:{cue_pattern('about')})\s+)?$"
    if not re.search(cue, reading.text[max(0, quantity.start - 40) : quantity.start], re.IGNORECASE):
        return quantity.unit
    single = [p for p in phrases if folded(reading.text[p.start : p.end]) not in cue_words("counter")]
    return single[-1] if single else _noun_before(reading, quantity) or quantity.unit


def _behind_unit(reading: Reading, quantity: Quantity) -> Span | None:
    """`20 orang saksi` -> `saksi`."""
    unit = re.compile(r"\s*\S+\s+").match(reading.text, quantity.number.end)
    noun = phrase_after(reading.text, unit.end(), quantity.end) if unit and unit.end() < quantity.end else None
    return noun if noun is not None and noun.end > noun.start else None


@rule("figure.share", example="angka kemiskinan mencapai 8,68%")
def shares(reading: Reading) -> list[Measured]:
    """A share measures the rate named before it, else what stands behind `persen` (`70 persen warga`)."""
    return [_measured(reading, "figure.share", q, _measure_near(reading, q)) for q in _of_kind(reading, "share")]


@rule("figure.money", example="anggaran sebesar Rp500 juta")
def money(reading: Reading) -> list[Measured]:
    """A sum measures the budget, aid or tax named beside it."""
    return [_measured(reading, "figure.money", q, _measure_near(reading, q)) for q in _of_kind(reading, "money")]


@rule("figure.amount", example="10 kg beras per keluarga")
def amounts(reading: Reading) -> list[Measured]:
    """A mass, area, length or volume measures the stuff behind it, else what is named before it."""
    found = []
    for quantity in _of_kind(reading, "mass", "area", "length", "volume", "power"):
        behind = _stuff_behind(reading, quantity)
        found.append(_measured(reading, "figure.amount", quantity, behind or _measure_before(reading, quantity)))
    return found


@rule("figure.duration", example="selama tiga bulan")
def durations(reading: Reading) -> list[Measured]:
    """Days, months and years are a figure where the words say how long, or set an age as a condition."""
    found = []
    for quantity in _of_kind(reading, "time"):
        before = reading.text[max(0, quantity.start - 40) : quantity.start]
        if _duration_before().search(before) or re.match(r"\s+ke\s+depan\b", reading.text[quantity.end : quantity.end + 12]):
            found.append(_measured(reading, "figure.duration", quantity, unit_measures()[quantity.unit]))
        elif condition := _age_before().search(before):
            start = quantity.start - len(before) + condition.start("age")
            found.append(_measured(reading, "figure.duration", quantity, Span(start, start + len(condition["age"]))))
    return found


@rule("figure.value", example="indeks integritas sebesar 73,70")
def values(reading: Reading) -> list[Measured]:
    """A bare number, or points, is a figure where its sentence names an index or another measure before it."""
    found = []
    for quantity in [q for q in reading.quantities if _kind(q.unit) in ("", "rating")]:
        sentence = reading.sentence_at(quantity.start)
        named = [s for s, m in measures_in(reading.text, sentence.start, quantity.start) if m.goes_with("share")]
        if named and ("." in quantity.value or quantity.start - named[-1].end <= NEAR):
            found.append(_measured(reading, "figure.value", quantity, measure_phrase(reading.text, named[-1], quantity.start)))
    return found


@cache
def _duration_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('duration')})(?:\s+(?:{cue_pattern('about', 'idle')}))?\s+$", re.IGNORECASE)


@cache
def _age_before() -> re.Pattern[str]:
    return re.compile(r"\b(?P<age>usia|umur|berusia|berumur)\s+(?:minimal|maksimal|paling\s+\w+)\s+$", re.IGNORECASE)


def _stuff_behind(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun right behind a unit: `800 kg cabai merah`, `Rp600 ribu bansos reguler`."""
    behind = Span(quantity.end, reading.sentence_at(quantity.start).end)
    if quantity.per:  # `1.040 ton sampah per hari`: the stuff stands inside
        unit = re.compile(r"\s*[^\W\d]\S*").match(reading.text, quantity.number.end)
        behind = Span(unit.end() if unit else quantity.end, quantity.end)
    gap = re.compile(r"[ \t]+").match(reading.text, behind.start)
    if gap is None:
        return None
    phrase = phrase_after(reading.text, gap.end(), behind.end)
    return phrase if phrase.end > phrase.start else None


def _measure_near(reading: Reading, quantity: Quantity) -> Span | str:
    """What a sum or share measures: that of the number it rose or fell from, else a registered noun right behind, else the
    measure before it, else the whole behind `dari`."""
    if (first := _first_of_pair(reading, quantity)) is not None:
        return _measure_near(reading, first)
    behind = _stuff_behind(reading, quantity)
    if behind is not None and _is_measure(reading, behind, quantity):
        return behind
    before = _named_before(reading, quantity)
    if before is not None:
        return before
    whole = re.compile(r"\s+dari\s+(?:masing-masing\s+|total\s+|seluruh\s+)?").match(reading.text, quantity.end)
    if whole is not None and _kind(quantity.unit) == "share":
        phrase = phrase_after(reading.text, whole.end(), reading.sentence_at(quantity.start).end)
        if phrase.end > phrase.start:
            return phrase
    return behind or _measure_before(reading, quantity)


def _first_of_pair(reading: Reading, quantity: Quantity) -> Quantity | None:
    """The number from which this one was reached: `dari 8,93% pada 2021 menjadi 6,7%`."""
    earlier = [q for q in reading.quantities if q.end <= quantity.start and _kind(q.unit) == _kind(quantity.unit)]
    if earlier and re.fullmatch(r"[^.;!?]{0,60}\bmenjadi\s+(?:\w+\s+)?", reading.text[earlier[-1].end : quantity.start]):
        return earlier[-1]
    return None


def _is_measure(reading: Reading, phrase: Span, quantity: Quantity) -> bool:
    words = reading.text[phrase.start : phrase.end]
    return bool(concept_of(words, _kind(quantity.unit))) or words.split()[0].isupper()


def _measure_before(reading: Reading, quantity: Quantity) -> Span | str:
    """The measure before a number in its sentence, else in the sentences before, else the unit's own.

    List items in between (`2. Kabupaten Sukamaju dari Rp765 miliar ...`) have numbers of the same unit and are passed over.
    """
    here = _named_before(reading, quantity)
    if here is not None:
        return here
    kind = _kind(quantity.unit)
    sentence = reading.sentence_at(quantity.start)
    if said := measure_of_verb(reading.text, sentence.start, quantity.start):
        return said
    if verb_before(reading.text, sentence.start, quantity.start):  # `X menerima Rp4,5 miliar`: of what the verb says, not the sentence before
        return unit_measures().get(quantity.unit) or quantity.unit
    earlier = [s for s in reading.sentences if s.end <= sentence.start]
    for back, span in enumerate(reversed(earlier), 1):
        if named := [s for s, m in measures_in(reading.text, span.start, span.end) if kind in m.kinds]:
            return measure_phrase(reading.text, named[-1], span.end)
        inside = (q for q in reading.quantities if span.start <= q.start < span.end)
        numbered = span.end - span.start <= len("10.")
        if back >= SENTENCES_BACK and not numbered and not any(_kind(q.unit) == kind for q in inside):
            break
    return unit_measures().get(quantity.unit) or quantity.unit


def _named_before(reading: Reading, quantity: Quantity) -> Span | None:
    """The measure before the number in its sentence: registered in its own clause, else the noun right before it, else
    registered anywhere before; a measure that another number has already gives way to a noun."""
    sentence = reading.sentence_at(quantity.start)
    kind = _kind(quantity.unit)
    named = [s for s, m in measures_in(reading.text, sentence.start, quantity.start) if m.goes_with(kind)]
    noun = _noun_before(reading, quantity)
    if not named:
        return noun
    between = reading.text[named[-1].end : quantity.start]
    taken = any(named[-1].end <= q.start < quantity.start and _kind(q.unit) == kind for q in reading.quantities)
    if noun is not None and noun.end > named[-1].end and (taken or len(between) > NEAR or re.search(r"[,;:]\s", between)):
        return noun
    return measure_phrase(reading.text, named[-1], quantity.start)


def _noun_before(reading: Reading, quantity: Quantity) -> Span | None:
    """The noun phrase right before a number and its cues; the name of a person or place is not what is measured."""
    sentence = reading.sentence_at(quantity.start)
    breaks = re.compile(r"[,;:.?!\"”“]\s").finditer(reading.text, sentence.start, quantity.start)
    numbers = (q.end for q in reading.quantities if sentence.start <= q.start and q.end <= quantity.start)
    number = max(numbers, default=sentence.start)
    clause = max((sentence.start, *(m.end() for m in breaks), number))
    phrase = _phrase_before(reading, clause, quantity.start)
    if phrase is None or (clause == number > sentence.start and phrase.start == number + 1):  # `Rp317 juta tunai dan Rp26 juta`
        return None
    if any(m.start < phrase.end and phrase.start < m.end and m.type != "program" for m in reading.mentions):
        return None
    return phrase


def _phrase_before(reading: Reading, start: int, end: int) -> Span | None:
    """The noun phrase at the end of a stretch, before a date that stands there: `realisasi tahun 2023 mencapai ...`."""
    dates = [d for d in reading.dates if start <= d.start and d.end <= end]
    phrase = phrase_before(reading.text, dates[-1].end if dates else start, end)
    if phrase is None and dates and not verb_before(reading.text, dates[-1].end, end):
        return phrase_before(reading.text, start, dates[-1].start)
    return phrase


def _measured(reading: Reading, rule_name: str, quantity: Quantity, measure: Span | str, *, unit: str = "", item: Item | None = None) -> Measured:
    """The claim of a quantity; `measure` is a stretch of the text, or the unit's own measure where the text names none."""
    words = " ".join(reading.text[measure.start : measure.end].split()) if isinstance(measure, Span) else measure
    start = min(measure.start, quantity.start) if isinstance(measure, Span) and quantity.start - measure.start < 200 else quantity.start
    target = _is_target(reading, quantity)
    changed = re.search(rf"\b(?:{cue_pattern('change')})\s+(?:(?:{cue_pattern('about')}|sebesar|sebanyak)\s+)?$", reading.text[:quantity.start][-40:], re.IGNORECASE)
    return Measured(
        span=evidence(reading, start, quantity.end),
        rule=rule_name,
        modality=_modality(reading, quantity, target),
        measure=words,
        value=quantity.value,
        unit=unit or quantity.unit,
        concept="change" if changed else concept_of(words, _kind(unit or quantity.unit)),
        subject=item.area if item is not None else subject_of(reading, quantity),
        subject_text=item.name if item is not None else "",
        period=period_of(reading, quantity, words),
        per=quantity.per,
        target=target,
    )


def _modality(reading: Reading, quantity: Quantity, target: bool) -> Modality:
    """A target and what is yet to come are planned. Hopes and denials in the clause are of the deed, not of its number
    (`agar bantuan Rp300 ribu tepat sasaran`), unless they stand right before it (`bukan 5 orang`)."""
    if re.search(r"\b(?:bukan|tidak\s+sampai)\s+$", reading.text[max(0, quantity.start - 20) : quantity.start], re.IGNORECASE):
        return Modality.DENIED
    planned = target or modality_of(reading, Span(quantity.start, quantity.end)) is Modality.PLANNED
    return Modality.PLANNED if planned else Modality.STATED


def _is_target(reading: Reading, quantity: Quantity) -> bool:
    """A word of wishing before the number in its clause: `target paling tinggi mencapai 7,5%`."""
    sentence = reading.sentence_at(quantity.start)
    clause = re.split(r"[,;]\s", reading.text[sentence.start : quantity.start])[-1]
    return any(word in cue_words("target") for word in re.findall(r"\w+", clause.lower()))
