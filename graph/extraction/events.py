"""Events: the places of an article that tell of the same occasion, joined.

One occasion is one event whatever the headline and the text call it, two days are two events. An event needs a day, a place
or the lead of the article, and somebody official in it: a recipe or a football report has none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cache

from graph.extraction.evidence import evidence
from graph.extraction.modality import modality_of
from graph.extraction.occasions import DAY, Occasion, find_occasions
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.extraction.venues import name_end, venue_opening, venues_in
from graph.facts import Certainty, Date, Event, HoldsPost, Key, Modality, Span, Status, TookPlace
from ontology.occasions import EventKind, participation_cues

LEAD = 2
"""Sentences that are the lead of an article: what they report is the news, dated or not."""
LONGEST_DATELINE = 60
"""`Kabupaten Hulu Sungai Selatan, Provinsi Riau, 27 September 2022.`"""
OFFICIAL = ("post", "organization")
ALONE = ("Konferensi Pers",)
"""Kinds that are told beside what happened, never instead of it."""
LEADS = "leads"
BEHIND_REACH = 60
"""Characters from `dipimpin` to the post of whoever leads: `dipimpin langsung oleh Ketua Komisi IV`."""
TAKEN_UP = re.compile(r"\b(?:itu|ini|tersebut)\b")
TAKEN_UP_REACH = 60
"""Characters from an event to the word that takes up what was told: `Kegiatan ini`, `rapat tersebut`."""
AFTER_REACH = 40
"""Characters from `usai` to the earlier event: `Usai pelaksanaan apel pagi`."""


@dataclass(slots=True)
class _Happening:
    """The occasions that tell of one event."""

    occasions: list[Occasion] = field(default_factory=list)

    @property
    def kind(self) -> EventKind:
        """The kind by which the fullest telling calls it; `acara` and the like only where nothing says more."""
        told = [o for o in self.occasions if o.rule != "event.headline"]
        dated = [o for o in told if o.date is not None]
        ordered = [*dated, *told, *self.occasions]
        first = next((o.kind for o in ordered if not o.vague), ordered[0].kind)
        return next((o.kind for o in ordered if _is_a(o.kind, first)), first)

    @property
    def date(self) -> Date | None:
        return next((o.date for o in self.occasions if o.date is not None), None)

    @property
    def best(self) -> Occasion:
        """The occasion that says most: with its day and place, not the headline, the first of equals."""
        return max(self.occasions, key=_fullness)


def _is_a(one: EventKind, other: EventKind) -> bool:
    """Whether a kind is the other said more closely: a Rapat Paripurna is a Rapat."""
    return one.kind.startswith(f"{other.kind} ")


def _fullness(occasion: Occasion) -> tuple[bool, bool, bool, int]:
    named = not occasion.vague and occasion.rule != "event.headline"
    return (named, occasion.date is not None, occasion.venue is not None, -occasion.start)


def find_events(reading: Reading) -> None:
    """Add the article's events and a `TookPlace` claim for each."""
    happenings = _joined(reading, find_occasions(reading))
    news = [h for h in happenings if _is_news(reading, h)]
    told = [h for h in happenings if h in news or any(_is_joined_to(reading, h, other) for other in news)]
    for number, happening in enumerate(told, 1):
        modality = _modality(reading, happening)
        if modality not in (Modality.STATED, Modality.PLANNED):
            continue
        event = _event(reading, f"event/{number}", happening, _date(reading, happening, told), modality)
        reading.entities[event.key] = event
        best = happening.best
        reading.claims.append(
            TookPlace(
                span=_evidence(reading, best),
                rule=best.rule,
                modality=modality,
                certainty=Certainty.STATED if event.date == best.date else Certainty.INFERRED,
                event=event.key,
            )
        )


def _evidence(reading: Reading, best: Occasion) -> Span:
    """The sentence of an event; of one that is too long the part with cue, venue and day, behind a long quotation too."""
    parts = [Span(best.start, best.end), best.cue, best.venue, Span(best.day.start, best.day.end) if best.day else None]
    near = [part for part in parts if part is not None and best.sentence.start <= part.start < best.sentence.end]
    return evidence(reading, min(part.start for part in near), max(part.end for part in near))


def _joined(reading: Reading, occasions: list[Occasion]) -> list[_Happening]:
    found: list[_Happening] = []
    for occasion in occasions:
        same = next((h for h in reversed(found) if _is_same(reading, h, occasion)), None)
        unnamed = occasion.vague and occasion.rule != "event.dated"
        if same is None and unnamed and (occasion.date is None or occasion.venue is None):
            continue
        if same is None:
            same = _Happening()
            found.append(same)
        same.occasions.append(occasion)
    return found


def _is_same(reading: Reading, happening: _Happening, occasion: Occasion) -> bool:
    """Whether an occasion is told again: of the same kind or family on no other day, or in one breath with it."""
    if happening.date is not None and occasion.date is not None and happening.date.value != occasion.date.value:
        return False
    if occasion.vague and happening.occasions:
        return True
    if all(o.rule == "event.dated" and o.vague for o in happening.occasions) and occasion.kind.kind not in ALONE:
        return True  # `Warga mendatangi kantor camat, Senin (5/2). Audiensi dipimpin ...`: what it was is told later
    if any(_kin(o.kind, occasion.kind) for o in happening.occasions):
        return True
    last = happening.occasions[-1]
    return last.sentence == occasion.sentence and not _is_apart(reading.text, last, occasion)


def _kin(one: EventKind, other: EventKind) -> bool:
    return one.kind == other.kind or bool(one.family and one.family == other.family)


def _is_apart(text: str, first: Occasion, second: Occasion) -> bool:
    """Two events in one sentence: `usai apel, ... menggelar silaturahmi`, `peluncuran dirangkaikan dengan penandatanganan`."""
    before = text[max(first.sentence.start, first.start - AFTER_REACH) : first.start]
    return bool(_use_pattern("after").search(before) or _use_pattern("joins").search(text, first.end, second.start))


def _is_news(reading: Reading, happening: _Happening) -> bool:
    """Whether an event is the article's own: told with its day, its place or in the lead, and with somebody official."""
    told = [o for o in happening.occasions if o.rule != "event.headline"]
    if any(_is_led(reading, o) for o in told):
        return True
    if not any(o.date is not None or o.venue is not None or _in_lead(reading, o) for o in told):
        return False
    announced = any(_modality_of(reading, o) is Modality.PLANNED and o.date is not None for o in told)
    full = any(o.date is not None and o.venue is not None for o in told)
    return announced or full or any(_has_official(reading, o.sentence) for o in happening.occasions)


def _is_led(reading: Reading, occasion: Occasion) -> bool:
    """Whether somebody in office is said to lead it: `Audiensi dipimpin Ketua Komisi IV, Rahmat`."""
    cue = occasion.cue
    if cue is None or participation_cues("held").get(reading.text[cue.start : cue.end].casefold()) != LEADS:
        return False
    holders = {claim.person for claim in reading.claims if isinstance(claim, HoldsPost)}
    behind = reading.mentions_in(cue.end, cue.end + BEHIND_REACH)
    return any(m.type == "post" or m.key in holders for m in behind)


def _has_official(reading: Reading, sentence: Span) -> bool:
    """Whether a body, a post or its holder is named in a sentence or the one before: `Itu disampaikan Rahmat saat apel`."""
    before = max((s for s in reading.sentences if s.end <= sentence.start), default=sentence)
    holders = {claim.person for claim in reading.claims if isinstance(claim, HoldsPost)}
    named = reading.mentions_in(before.start, sentence.end)
    return any(m.type in OFFICIAL or m.key in holders for m in named)


def _is_joined_to(reading: Reading, happening: _Happening, news: _Happening) -> bool:
    """Whether the article tells an event together with its news: `peluncuran itu dirangkaikan dengan penandatanganan ...`."""
    pairs = [(n, o) for n in news.occasions for o in happening.occasions if n.sentence == o.sentence and n.end <= o.start]
    return any(_use_pattern("joins").search(reading.text, n.end, o.start) for n, o in pairs)


def _in_lead(reading: Reading, occasion: Occasion) -> bool:
    return any(s.start == occasion.sentence.start for s in _body(reading)[:LEAD])


def _body(reading: Reading) -> list[Span]:
    headline = reading.article.headline
    return [s for s in reading.sentences if headline is None or s.start >= headline[1]]


def _date(reading: Reading, happening: _Happening, told: list[_Happening]) -> Date | None:
    """Its own day, the day of the event that the article joins it with, or for the news itself the day of the dateline."""
    if happening.date is not None:
        return happening.date
    sentences = {o.sentence for o in happening.occasions}
    beside = [h for h in told if h is not happening and any(o.sentence in sentences for o in h.occasions)]
    joined = next((h.date for h in beside if h.date is not None), None)
    of_lead = any(_in_lead(reading, o) for o in happening.occasions)
    if joined is None:
        joined = next((day for o in happening.occasions if (day := _day_taken_up(reading, o, told)) is not None), None)
    if joined is None and of_lead and _modality(reading, happening) is Modality.STATED:
        return _day_of_dateline(reading) or _day_of_lead(reading, happening)
    return joined


def _day_taken_up(reading: Reading, occasion: Occasion, told: list[_Happening]) -> Date | None:
    """An event that somebody led in the midst of another: the day told last before."""
    if not _is_led(reading, occasion):
        return None
    before = [o for h in told for o in h.occasions if o.date is not None and o.start < occasion.start]
    last = max(before, key=lambda o: o.start, default=None)
    return replace(last.date, basis=last.date.basis or "same-day") if last is not None and last.date is not None else None


def _day_of_lead(reading: Reading, happening: _Happening) -> Date | None:
    """`... kepada DPRD, Kamis (27/3/2025). Penyampaian itu berlangsung dalam rapat paripurna`: the day of the sentence before,
    which the event's own takes up by `itu`."""
    first = happening.occasions[-1 if all(o.rule == "event.headline" for o in happening.occasions) else 0]
    told = next((o for o in happening.occasions if o.rule != "event.headline"), first)
    before = max((s for s in _body(reading) if s.end <= told.sentence.start), key=lambda s: s.start, default=None)
    if before is None or TAKEN_UP.search(reading.text, told.sentence.start, told.start + TAKEN_UP_REACH) is None:
        return None
    days = [d.date for d in reading.dates if before.start <= d.start < before.end and DAY.fullmatch(d.date.value)]
    return replace(days[0], basis=days[0].basis or "same-day") if len(days) == 1 else None


def _day_of_dateline(reading: Reading) -> Date | None:
    """The day in the dateline, or in a line of its own that opens the body: `Mamuju, 27 Mei 2022.`"""
    body = _body(reading)
    line = Span(*reading.article.dateline) if reading.article.dateline else body[0] if body else Span(0, 0)
    if line.end - line.start > LONGEST_DATELINE:
        return None
    days = [d.date for d in reading.dates if line.start <= d.start and d.end <= line.end and DAY.fullmatch(d.date.value)]
    return replace(days[0], basis=days[0].basis or "dateline") if days else None


def _modality(reading: Reading, happening: _Happening) -> Modality:
    """The modality of the event's own words, or else of the verb that holds it: `upacara ... akan digelar`."""
    return _modality_of(reading, happening.best)


def _modality_of(reading: Reading, occasion: Occasion) -> Modality:
    own = modality_of(reading, Span(occasion.start, occasion.end))
    return own if occasion.cue is None or own is not Modality.STATED else modality_of(reading, occasion.cue)


def _event(reading: Reading, key: Key, happening: _Happening, date: Date | None, modality: Modality) -> Event:
    best = happening.best
    venue = best.venue or next((o.venue for o in happening.occasions if o.venue is not None), None)
    venue = venue or _venue_beside(reading, best)
    areas = reading.mentions_in(best.start, best.sentence.end, "area")
    return Event(
        key=key,
        name=_name(reading, _fullest_named(reading, happening)),
        mentions=tuple(Span(o.start, o.end) for o in happening.occasions),
        kind=happening.kind.kind,
        date=date or Date(),
        venue=" ".join(reading.text[venue.start : venue.end].split()) if venue else "",
        area=areas[0].key if areas and areas[0].key else None,
        status=_status(reading, happening, modality),
    )


def _venue_beside(reading: Reading, best: Occasion) -> Span | None:
    """The place that the sentence before or behind the event's names, where they tell of nothing else: `... diterima di ruang
    rapat komisi. Audiensi dipimpin ...`, `Halaman Puskesmas sejak pagi dipenuhi warga. Mereka ...`."""
    here = reading.sentences.index(reading.sentence_at(best.start)) if best.sentence in reading.sentences else -1
    for there in (here - 1, here + 1):
        if here < 0 or not 0 <= there < len(reading.sentences) or "\n" in _between(reading, here, there):
            continue
        sentence = reading.sentences[there]
        opening = venue_opening(reading, sentence.start, sentence.end)
        if found := [opening] if opening is not None else venues_in(reading, sentence.start, sentence.end):
            return found[-1 if there < here else 0]
    return None


def _between(reading: Reading, one: int, other: int) -> str:
    first, second = sorted((one, other))
    return reading.text[reading.sentences[first].end : reading.sentences[second].start]


def _status(reading: Reading, happening: _Happening, modality: Modality) -> Status:
    if any(_use_pattern("cancelled").search(reading.text, o.sentence.start, o.sentence.end) for o in happening.occasions):
        return Status.CANCELLED
    return Status.ANNOUNCED if modality is Modality.PLANNED else Status.HELD


def _fullest_named(reading: Reading, happening: _Happening) -> Occasion:
    """The occasion to name an event by: the headline's (`Luncurkan Kartu Sehat`) where the text has a bare word for the object
    of the same kind of act (`meluncurkan terobosan`).
    """
    best = happening.best
    if best.rule == "event.dated":
        headed = (o for o in happening.occasions if o.rule == "event.headline")
        return next((replace(o, rule="event.act") for o in headed), best)
    if best.rule != "event.act" or len(_name(reading, best).split()) > 2 or not _name(reading, best).islower():
        return best
    headed = (o for o in happening.occasions if o.rule == "event.headline" and o.kind == best.kind)
    return next((replace(o, rule="event.act") for o in headed), best)


def _name(reading: Reading, occasion: Occasion) -> str:
    """The words that name the event: a noun with the capitals and acronyms behind it (`Rapat Koordinasi (Rakor) Bulan Maret`),
    a verb with its object (`meninjau Puskesmas Sukamaju`).
    """
    if occasion.rule == "event.act":
        return " ".join(reading.text[occasion.start : name_end(reading, occasion.start, occasion.sentence.end)].split())
    capitals = re.compile(r"(?: (?:\([A-Z][\w-]*\)|[A-Z][\w-]*|\d{4}\b))+")
    more = capitals.match(reading.text, occasion.end, occasion.sentence.end)
    return " ".join(reading.text[occasion.start : more.end() if more else occasion.end].split())


@cache
def _use_pattern(use: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{either(participation_cues(use))})(?!\w)", re.IGNORECASE)
