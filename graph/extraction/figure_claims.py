"""From a number and its measure to a claim; and when two claims tell the same figure."""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.evidence import evidence
from graph.extraction.figure_changes import change_before, of_change, of_level
from graph.extraction.figure_lists import Item
from graph.extraction.figure_nouns import kind_of
from graph.extraction.figure_subjects import shared_by, subject_of
from graph.extraction.modality import modality_of
from graph.extraction.noun_phrases import bare, concept_of
from graph.extraction.patterns import sentence_around
from graph.extraction.periods import periods_of
from graph.extraction.reading import Quantity, Reading
from graph.facts import Area, Key, Measured, Modality, Span
from ontology.number_cues import cue_words
from ontology.quantities import regional_concepts

FARTHEST = 200
"""Characters from a measure to its number that evidence still spans; a measure farther off stays out of it."""
CHANGE = "change"
DENIAL = re.compile(r"\bbukan\s+$", re.IGNORECASE)


def measured(
    reading: Reading, rule: str, quantity: Quantity, measure: Span | str, *, unit: str = "", item: Item | None = None
) -> list[Measured]:
    """The claim of a quantity, one for each of its periods and of the areas that have it each.

    `measure` is a stretch of the text, or plain words where the text names none.
    `unit` stands in where a list gives it once, `item` tells whose number it is there.
    """
    start, end = quantity.start, quantity.end
    if isinstance(measure, str):
        words = measure
    else:
        words = bare(" ".join(reading.text[measure.start : measure.end].split()))
        near = abs(quantity.start - measure.start) < FARTHEST
        start, end = (min(start, measure.start), max(end, measure.end)) if near else (start, end)
    unit = unit or quantity.unit
    target = _is_target(reading, quantity)
    concept = concept_of(words, kind_of(unit))
    regional = concept in regional_concepts()
    change = change_before(reading, quantity)
    owners: list[Key | None] = [*shared_by(reading, quantity)] if item is None else [item.area]
    claim = Measured(
        span=evidence(reading, start, end),
        rule=rule,
        modality=_modality(reading, quantity, target=target),
        measure=of_change(words, change) if change else of_level(reading, quantity, words),
        value=quantity.value,
        unit=unit,
        concept=CHANGE if change else concept,
        subject_text=item.name if item is not None else "",
        per=quantity.per,
        target=target,
    )
    periods = periods_of(reading, quantity, words)
    owners = owners or [subject_of(reading, quantity, regional=regional)]
    return [replace(claim, subject=owner, period=period) for owner in owners for period in periods]


def told_again(reading: Reading, one: Measured, other: Measured) -> bool:
    """Whether two claims tell one figure: equal value and unit, and neither area nor year nor the thing counted differs.

    Two numbers of one sentence are two figures, and so are the items of a list, unless nothing at all tells them apart.
    """
    if _told(one) == _told(other):
        return True
    same = one.value == other.value and (kind_of(one.unit) == kind_of(other.unit) or not (one.unit and other.unit))
    if (
        not same
        or "figure.list" in (one.rule, other.rule)
        or reading.sentence_at(one.span.start) == reading.sentence_at(other.span.start)
    ):
        return False
    if (one.concept == CHANGE) is not (other.concept == CHANGE):
        return False  # `THR baru 40 persen ... pesanan turun 40 persen`
    if (one.period and other.period and one.period != other.period) or _areas_differ(reading, one, other):
        return False
    return kind_of(one.unit) != "count" or _counts_the_same(reading, one, other)


def _told(figure: Measured) -> tuple[str | None, ...]:
    return figure.value, figure.unit, figure.measure, figure.subject, figure.subject_text, figure.period, figure.per


def _areas_differ(reading: Reading, one: Measured, other: Measured) -> bool:
    """Both name an area, and not the same; the region stands for no area named, unless the claim's own words name it."""
    named = {m.subject for m in (one, other) if m.subject is not None and _names_its_area(reading, m)}
    return len(named) > 1


def _names_its_area(reading: Reading, claim: Measured) -> bool:
    if claim.subject != reading.region:
        return claim.subject is not None and isinstance(reading.entities.get(claim.subject), Area)
    return any(m.key == claim.subject for m in reading.mentions_in(claim.span.start, claim.span.end, "area"))


def _counts_the_same(reading: Reading, one: Measured, other: Measured) -> bool:
    """Equal first words, or an acronym and its long form: `empat Rancangan Peraturan (Ranper)`, `4 Ranper`."""
    first, second = (m.measure.split(maxsplit=1)[0].lower() for m in (one, other))
    explained = ((other.measure, first), (one.measure, second))
    return first == second or any(
        re.search(rf"{re.escape(words)}\s*\({re.escape(short)}\)", reading.text, re.IGNORECASE) for words, short in explained
    )


def _modality(reading: Reading, quantity: Quantity, *, target: bool) -> Modality:
    """A target and what is yet to come are planned.

    Hopes and denials in the clause are of the deed, not of its number (`agar bantuan Rp300 ribu tepat sasaran`), unless they
    stand right before it (`bukan 5 orang`).
    """
    if DENIAL.search(reading.text, max(0, quantity.start - 20), quantity.start):
        return Modality.DENIED
    whole = reading.sentence_at(quantity.start) == sentence_around(reading, quantity.start)  # a page without stops says nothing
    planned = target or (whole and modality_of(reading, Span(quantity.start, quantity.end)) is Modality.PLANNED)
    return Modality.PLANNED if planned else Modality.STATED


def _is_target(reading: Reading, quantity: Quantity) -> bool:
    """A word of wishing before the number in its clause: `target paling tinggi mencapai 7,5%`."""
    sentence = sentence_around(reading, quantity.start)
    clause = re.split(r"[,;]\s", reading.text[sentence.start : quantity.start])[-1]
    return any(word in cue_words("target") for word in re.findall(r"\w+", clause.lower()))
