"""Which events are the article's own news, and what its words say of them: held or planned, led, in the lead."""

from __future__ import annotations

from graph.extraction.happenings import LEADS, Happening
from graph.extraction.modality import modality_of
from graph.extraction.occasion_words import occasion_pattern
from graph.extraction.occasions import OPENING_SENTENCES, Occasion, is_in_lead
from graph.extraction.reading import Reading
from graph.facts import Modality, Span
from ontology.occasions import participation_cues

SAID_THERE = (Modality.HOPED, Modality.DENIED)
OFFICIAL = ("post", "organization")
BEHIND_REACH = 60
"""Characters from `dipimpin` to the post of whoever leads: `dipimpin langsung oleh Ketua Komisi IV`."""


def is_news(reading: Reading, happening: Happening) -> bool:
    """Whether an event is the article's own: told with its day, its place or in the lead, and with somebody official."""
    told = [o for o in happening.occasions if o.rule != "event.headline"]
    if any(is_led(reading, o) for o in told):
        return True
    if not any(o.date is not None or o.venue is not None or is_in_lead(reading, o) for o in told):
        return False
    announced = any(_modality_of(reading, o) is Modality.PLANNED and o.date is not None for o in told)
    in_lead = any(is_in_lead(reading, o) and not o.vague for o in told)  # told there, and dated somewhere else
    full = any(
        o.date is not None and (in_lead or o.venue is not None or (_is_in_opening(reading, o) and not o.vague)) for o in told
    )
    return announced or full or any(_has_official(reading, o.sentence) for o in happening.occasions)


def _is_in_opening(reading: Reading, occasion: Occasion) -> bool:
    """Whether one of the first sentences tells of it, beside one that names an area: `Jalan Desa Sukamaju ditanami pisang.
    Penanaman itu dilakukan Selasa (11/3/2025).`; not `Satu keluarga menggelar lomba memasak, Minggu (4/2/2024).`"""
    opens = any(s.start == occasion.sentence.start for s in reading.body[:OPENING_SENTENCES])
    around = _around(reading, occasion.sentence)
    return opens and bool(reading.mentions_in(around.start, around.end, "area"))


def is_led(reading: Reading, occasion: Occasion) -> bool:
    """Whether somebody in office is said to lead it: `Audiensi dipimpin Ketua Komisi IV, Rahmat`."""
    cue = occasion.cue
    if cue is None or participation_cues("held").get(reading.text[cue.start : cue.end].casefold()) != LEADS:
        return False
    holders = reading.holders
    behind = reading.mentions_in(cue.end, cue.end + BEHIND_REACH)
    return any(m.type == "post" or m.key in holders for m in behind)


def _has_official(reading: Reading, sentence: Span) -> bool:
    """Whether a body, a post or its holder is named in a sentence or beside it: `Itu disampaikan Rahmat saat apel`, `Kader tiba
    di Sukamaju, Senin (5/2). Rombongan diantar Bupati Sukamaju.`"""
    around = _around(reading, sentence)
    holders = reading.holders
    return any(m.type in OFFICIAL or m.key in holders for m in reading.mentions_in(around.start, around.end))


def _around(reading: Reading, sentence: Span) -> Span:
    """A sentence with the one before and, in its paragraph, the one behind."""
    before = max((s for s in reading.sentences if s.end <= sentence.start), default=sentence)
    behind = min((s for s in reading.sentences if s.start >= sentence.end), default=sentence)
    last = sentence if "\n" in reading.text[sentence.end : behind.start] else behind
    return Span(before.start, last.end)


def happening_modality(reading: Reading, happening: Happening) -> Modality:
    """The modality of the event's own words, or else of the verb that holds it: `upacara ... akan digelar`."""
    return _modality_of(reading, happening.best)


def is_wished(reading: Reading, occasion: Occasion) -> bool:
    """What somebody only asks for or denies: `Ketua DPRD meminta pemilik truk | menertibkan | armadanya`."""
    return modality_of(reading, Span(occasion.start, occasion.end)) in SAID_THERE


def _modality_of(reading: Reading, occasion: Occasion) -> Modality:
    """What is hoped, asked or denied at an event says nothing of the event: `meminta warga tertib saat | meninjau pasar`."""
    words = [part for part in (Span(occasion.start, occasion.end), occasion.of, occasion.cue) if part is not None]
    found = [modality_of(reading, part) for part in words]
    if any(modality in SAID_THERE for modality in found):
        since = _led_in(reading, occasion.sentence.start, min(part.start for part in words))
        found = [modality_of(reading, part, since=since) for part in words]
    return next((modality for modality in found if modality is not Modality.STATED), Modality.STATED)


def _led_in(reading: Reading, start: int, end: int) -> int:
    """Behind the word that leads in an event which a sentence only refers to: `berharap ... usai | melantik`."""
    led_in = occasion_pattern().search(reading.text, start, end)
    return led_in.start() if led_in is not None else start
