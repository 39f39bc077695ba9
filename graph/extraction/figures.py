"""Figures: a number with what it measures, whose figure it is, and the period that it speaks of.

Each kind of quantity has its rule: counts (`7 posyandu`), shares, money, amounts (`10 kg beras`), lengths of time, plain values
(`sebesar 64,50`), and lists in which each number stands beside its area (`620 Sukamaju, 370 Sukasari`).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from graph.extraction.clauses import opening_of
from graph.extraction.counted_units import PERSONS, head_of
from graph.extraction.figure_changes import change_before
from graph.extraction.figure_claims import measured, told_again
from graph.extraction.figure_counts import counted_earlier, noun_of
from graph.extraction.figure_distances import distance
from graph.extraction.figure_durations import durations
from graph.extraction.figure_lists import Item, number_lists, of_kind
from graph.extraction.figure_measures import NEAR, measure_before, measure_near, packed, stuff_behind
from graph.extraction.figure_nouns import kind_of
from graph.extraction.figure_wholes import part_of
from graph.extraction.noun_phrases import measure_phrase, measures_in
from graph.extraction.parts import is_less, whole_before, whole_behind
from graph.extraction.patterns import either, sentence_around, starting_in
from graph.extraction.quantities import counted
from graph.extraction.reading import Quantity, Reading
from graph.extraction.rules import rule
from graph.facts import Measured, Span
from ontology.area_cues import area_cues
from ontology.bodies import organization_kinds
from ontology.number_cues import cue_pattern, cue_words
from ontology.posts import posts
from ontology.quantities import unit_kinds

PRIVATE = frozenset({"body", "head", "unit"})  # what companies and clubs have too takes one of these: `Ketua`, `Direktur`
SHARE = "%"
BESIDE = 20  # characters before a body in which a preposition stands
MARK_BETWEEN = re.compile(r",?\s+(?:atau\s+|yang\s+)?[^\W\d]+\s+(?:[^\W\d]+\s+)?")


def find_figures(reading: Reading) -> None:
    """Add a `Measured` claim for each figure; a figure told again (headline, quotation) is one.

    Articles that name no public office, programme or government (a football report, a recipe) state none here.
    """
    if not _is_public(reading):
        return
    found = [m for step in (lists, counts, parts, shares, money, amounts, durations, values) for m in step(reading)]
    found.sort(key=lambda m: (reading.in_headline(m.span.start), m.span.start, m.span.end))
    kept: dict[str, list[Measured]] = {}
    for claim in found:
        equal = kept.setdefault(claim.value, [])
        if not any(told_again(reading, claim, other) for other in equal):
            equal.append(claim)
    reading.claims += [claim for equal in kept.values() for claim in equal]


def _is_public(reading: Reading) -> bool:
    """A programme, a government, agency, court or force, or a post that only the public has (`Camat`, not `Ketua`).

    A body that stands only where something comes from or is done has no part in it (`SKCK dari Polres`, an advertisement).
    """
    bodies = (m for m in reading.mentions if m.type == "organization")
    acting = (m for m in bodies if _beside().search(reading.text, max(0, m.start - BESIDE), m.start) is None)
    kinds = (organization_kinds().get(m.kind) for m in acting)
    if any(kind is not None and (kind.local or kind.public or kind.shape == "field") for kind in kinds):
        return True
    private = {post.post for post in posts() if post.takes in PRIVATE}
    return any(m.type == "program" or (m.type == "post" and m.kind not in private) for m in reading.mentions)


@rule("figure.list", example="Sukamaju 130, Sukasari 240, dan Sukajadi 410 penerima")
def lists(reading: Reading) -> list[Measured]:
    """In a list of names with numbers each number is its neighbour's; the unit stands once, in the list or before it."""
    found: list[Measured] = []
    for items in number_lists(reading):
        unit, measure = _unit_of_list(reading, items)
        if measure:
            for item in items:
                own = next(
                    (u for u in (item.quantity.unit, unit) if u in cue_words("staff")), ""
                )  # `60 TNI, 10 petugas Dishub`
                found += measured(reading, "figure.list", item.quantity, own or measure, unit=own or unit, item=item)
    return found


def _unit_of_list(reading: Reading, items: list[Item]) -> tuple[str, Span | str]:
    """The unit and measure of a list: of an item that has a noun, else of the last figure before it (`720 penerima: ...`)."""
    earlier = (q for q in reversed(reading.quantities) if q.end <= items[0].quantity.start)
    before = [*islice((q for q in earlier if not _counts_areas(reading, q)), 1)]
    told = [] if all(item.quantity.unit == SHARE for item in items) else before
    for quantity in [*(item.quantity for item in items), *told]:
        if quantity.unit and quantity.unit != SHARE:
            noun = counted(reading, quantity.number.end)
            same = [q for q in before if q.unit == quantity.unit and q is not quantity]
            if noun is not None and reading.text[noun.start : noun.end].lower() in cue_words("sorter-alone"):
                first = items[0].quantity  # `498 knalpot: Sukamaju 205 buah, ...`
                return quantity.unit, counted_earlier(reading, first) or opening_of(reading, first) or noun
            if same and (noun is None or reading.text[noun.start : noun.end] == quantity.unit):
                return quantity.unit, noun_of(reading, same[0]) or quantity.unit  # `1.250 orang: Suka 310 orang, ...`
            return quantity.unit, noun or measure_before(reading, quantity)
    if all(item.quantity.unit == SHARE for item in items):  # `Utara 99,8 persen, disusul Selatan 98,4 persen`
        measure = measure_before(reading, items[0].quantity)
        return SHARE, "" if measure == SHARE else measure
    return "", ""


def _counts_areas(reading: Reading, quantity: Quantity) -> bool:
    """`1.213 balita di sembilan kecamatan: Sukamaju 201, ...` lists the children, not the areas."""
    noun = counted(reading, quantity.number.end)
    return noun is not None and reading.text[noun.start : noun.end].lower() in {cue.form.lower() for cue in area_cues()}


@rule("figure.count", example="7 posyandu")
def counts(reading: Reading) -> list[Measured]:
    """A number before a noun counts it; persons are counted for what they are or receive (`insentif sebanyak 500 orang`)."""
    found: list[Measured] = []
    for quantity in of_kind(reading, "count"):
        share = _restated(reading, quantity, "share")
        noun = measure_near(reading, share) if share is not None else None
        noun = noun if isinstance(noun, Span) else noun_of(reading, quantity)
        if noun is not None:
            persons = PERSONS if quantity.unit in cue_words("fate") else ""  # `empat tewas`
            found += measured(reading, "figure.count", quantity, noun, unit=persons)
    return found


@rule("figure.part", example="Dari 50 anggota, 36 yang hadir.")
def parts(reading: Reading) -> list[Measured]:
    """A bare number beside a whole (`dari 50 anggota, 36`; `36 dari 50 anggota`) counts a part of it, as `sisanya 14` does."""
    found: list[Measured] = []
    for quantity in of_kind(reading, ""):
        whole = whole_behind(reading.text, quantity.number) or whole_before(reading.text, quantity.number)
        noun = counted(reading, whole.end("number")) if whole and is_less(quantity, whole) else None
        if noun is None and _rest().search(reading.text, max(0, quantity.start - 40), quantity.start):
            noun = counted_earlier(reading, quantity)
        if noun is not None:
            unit = head_of(reading.text, noun)
            persons = (
                starting_in(reading.quantities, whole.start("number"), whole.end()) if whole and unit in unit_kinds() else []
            )
            measure = (noun_of(reading, persons[0]) if persons else None) or noun
            found += measured(reading, "figure.part", quantity, measure, unit=unit)
    return found


@rule("figure.share", example="angka kemiskinan mencapai 8,25%")
def shares(reading: Reading) -> list[Measured]:
    """A share measures the rate named before it, else what stands behind `persen` (`70 persen warga`).

    One that tells a count again measures what that counts (`109.909 dosis atau 54,77 persen`).
    """
    found: list[Measured] = []
    for quantity in of_kind(reading, "share"):
        count = _restated(reading, quantity, "count")
        measure = noun_of(reading, count) if count is not None else part_of(reading, quantity)
        measure = measure or _of_change(reading, quantity) or measure_near(reading, quantity)
        found += measured(reading, "figure.share", quantity, measure)
    return found


@rule("figure.money", example="anggaran sebesar Rp500 juta")
def money(reading: Reading) -> list[Measured]:
    """A sum measures the budget, aid or tax named beside it."""
    found: list[Measured] = []
    for quantity in of_kind(reading, "money"):
        found += measured(reading, "figure.money", quantity, measure_near(reading, quantity))
    return found


@rule("figure.amount", example="10 kg beras per keluarga")
def amounts(reading: Reading) -> list[Measured]:
    """A mass, area, length or volume measures the stuff behind it, else what is named before it (`jalan sepanjang 3 km`).

    The size of a pack is its price's (`beras 5 kg Rp58.000`).
    """
    found: list[Measured] = []
    packs = [packed(reading, price) for price in of_kind(reading, "money")]
    for quantity in of_kind(reading, "mass", "area", "length", "volume", "power", "temperature", "speed"):
        if quantity in packs:
            continue
        extent = _extent().search(reading.text, max(0, quantity.start - 40), quantity.start)
        if extent is None and (away := distance(reading, quantity)):
            found += measured(reading, "figure.amount", quantity, away)
            continue
        stuff = (
            measure_before(reading, quantity)
            if extent
            else _unless_grade(reading, quantity, stuff_behind(reading, quantity))
            or ((count := _restated(reading, quantity, "count")) and noun_of(reading, count))
            or measure_before(reading, quantity)
        )
        if extent and isinstance(stuff, str):
            stuff = _weighed(reading, extent.start(), quantity) or stuff
        if extent and isinstance(stuff, str):
            stuff = extent["extent"].lower().removeprefix("se")  # `banjir setinggi 50 cm`: tinggi
        found += measured(reading, "figure.amount", quantity, stuff)
    return found


def _weighed(reading: Reading, at: int, quantity: Quantity) -> Span | str | None:
    """What is counted right before its weight: `23 paket sabu | seberat 18 gram`."""
    before = [q for q in starting_in(reading.quantities, at - NEAR, at) if q.end <= at and q is not quantity]
    touches = bool(before) and not reading.text[before[-1].end : at].strip()
    return noun_of(reading, before[-1]) if touches and kind_of(before[-1].unit) == "count" else None


def _unless_grade(reading: Reading, quantity: Quantity, stuff: Span | None) -> Span | None:
    """Capitals behind an amount tell its grade where the measure stands before it: `produksi padi 180 ribu ton | GKG`."""
    if stuff is None or not reading.text[stuff.start : stuff.end].isupper():
        return stuff
    sentence = sentence_around(reading, quantity.start)
    named = measures_in(reading.text, sentence.start, quantity.start)
    return None if any(m.goes_with(kind_of(quantity.unit)) for _, m in named) else stuff


@rule("figure.value", example="indeks integritas sebesar 64,50")
def values(reading: Reading) -> list[Measured]:
    """A bare number, or points, is a figure where its sentence names an index or another measure before it."""
    found: list[Measured] = []
    for quantity in of_kind(reading, "", "rating"):
        sentence = sentence_around(reading, quantity.start)
        named = [s for s, m in measures_in(reading.text, sentence.start, quantity.start) if m.goes_with("share")]
        if named and ("." in quantity.value or quantity.start - named[-1].end <= NEAR):
            found += measured(reading, "figure.value", quantity, measure_phrase(reading.text, named[-1], quantity.start))
    return found


def _restated(reading: Reading, quantity: Quantity, kind: str) -> Quantity | None:
    """The number of that kind that another tells again: `45 desa atau | 80 persen`, `4,07 persen atau setara | 6.720 jiwa`."""
    before = starting_in(reading.quantities, quantity.start - NEAR, quantity.start)
    if not before or kind_of(before[-1].unit) != kind:
        return None
    return before[-1] if _again().fullmatch(reading.text, before[-1].end, quantity.start) else None


def _of_change(reading: Reading, share: Quantity) -> Span | str | None:
    """By how much the count before it has changed: `133.100 wisatawan, naik | 20 persen dibanding tahun lalu`."""
    before = starting_in(reading.quantities, share.start - NEAR, share.start)
    if not before or kind_of(before[-1].unit) != "count" or not change_before(reading, share):
        return None
    apart = MARK_BETWEEN.fullmatch(reading.text, before[-1].end, share.start)
    return noun_of(reading, before[-1]) if apart else None


@cache
def _beside() -> re.Pattern[str]:
    """`di Pengadilan Agama`, `dari Kementerian`; those behind `oleh`, `bersama` and `menurut` act."""
    words = cue_words("preposition") - cue_words("agent") - cue_words("company") - cue_words("source")
    return re.compile(rf"\b(?:{either(words)})\s+$", re.IGNORECASE)


@cache
def _again() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{cue_pattern('restated')})\s+(?:(?:{cue_pattern('about')})\s+)?|\s+\(", re.IGNORECASE)


@cache
def _rest() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('rest')})\s+(?:(?:{cue_pattern('about')})\s+)?$", re.IGNORECASE)


@cache
def _extent() -> re.Pattern[str]:
    return re.compile(rf"\b(?P<extent>{cue_pattern('extent')})\s+(?:(?:{cue_pattern('about')})\s+)?$", re.IGNORECASE)
