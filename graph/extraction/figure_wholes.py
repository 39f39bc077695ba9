"""What a share is of: the whole before it, an amount that is reached so far, the number of which it tells some."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.clauses import DEED
from graph.extraction.figure_counts import noun_of
from graph.extraction.figure_measures import NEAR, measure_before, stuff_behind
from graph.extraction.figure_nouns import filled, kind_of
from graph.extraction.noun_phrases import measures_in, phrase_after
from graph.extraction.parts import AMONG, whole_before
from graph.extraction.patterns import sentence_around, starting_in
from graph.extraction.reading import Quantity, Reading
from graph.facts import Span
from ontology.number_cues import cue_pattern

SHARE = "share"


def part_of(reading: Reading, share: Quantity) -> Span | str | None:
    """What a share is of, where a whole, an amount or a count before it says so."""
    return _among(reading, share) or _of_whole(reading, share) or _reached(reading, share)


def _among(reading: Reading, share: Quantity) -> Span | str | None:
    """What a share of the number before it is: `1.046 perkara, 71 persen | di antaranya cerai gugat`, else what that measures
    (`22 persen di antaranya rusak`)."""
    among = AMONG.match(reading.text, share.end)
    before = starting_in(reading.quantities, share.start - NEAR * 2, share.start) if among else []
    if among is None or not before:
        return None
    behind = filled(phrase_after(reading.text, among.end() + 1, sentence_around(reading, share.start).end))
    if behind is not None and not DEED.match(reading.text, behind.start, behind.end):
        return behind
    return _measured_by(reading, before[-1])


def _measured_by(reading: Reading, quantity: Quantity) -> Span | str | None:
    return noun_of(reading, quantity) if kind_of(quantity.unit) == "count" else measure_before(reading, quantity)


def _of_whole(reading: Reading, share: Quantity) -> Span | str | None:
    """What a share is of, counted before it: `dari 4.900 rumah di kota itu baru | 38 persen`; no rate named in between."""
    whole = whole_before(reading.text, share.number)
    found = starting_in(reading.quantities, whole.start("number"), share.start) if whole is not None else []
    if not found or kind_of(found[0].unit) in (SHARE, "money", "time", ""):
        return None
    if any(SHARE in m.kinds for _, m in measures_in(reading.text, found[0].end, share.start)):
        return None
    return noun_of(reading, found[0]) if kind_of(found[0].unit) == "count" else stuff_behind(reading, found[0])


def _reached(reading: Reading, share: Quantity) -> Span | str | None:
    """How much of the amount before it is reached: `kuota jagung 9.200 ton baru terealisasi | 37 persen`."""
    before = starting_in(reading.quantities, share.start - NEAR, share.start)
    if not before or kind_of(before[-1].unit) not in ("mass", "volume", "area", "length", "count"):
        return None
    if _reaching().fullmatch(reading.text, before[-1].end, share.start) is None:
        return None
    return _measured_by(reading, before[-1])


@cache
def _reaching() -> re.Pattern[str]:
    between = rf"(?:(?:{cue_pattern('aspect', 'idle')})\s+)*"
    return re.compile(
        rf",?\s+{between}(?:ter[a-z]{{4,}}|{cue_pattern('reached')})\s+{between}(?:(?:sebesar|sekitar)\s+)?", re.IGNORECASE
    )
