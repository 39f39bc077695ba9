"""Events: the places of an article that tell of the same occasion, joined.

One occasion is one event whatever the headline and the text call it, two days are two events. An event needs a day, a place
or the lead of the article, and somebody official in it: a recipe or a football report has none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from graph.extraction.areas import SMALL, VILLAGES
from graph.extraction.event_days import date_of
from graph.extraction.event_news import happening_modality, is_news, is_wished
from graph.extraction.evidence import evidence
from graph.extraction.happenings import Happening, happenings_of, is_joined_to, use_pattern
from graph.extraction.modality import modality_of
from graph.extraction.occasion_days import days_in
from graph.extraction.occasion_series import series
from graph.extraction.occasion_triggers import Trigger
from graph.extraction.occasion_venues import VISIT, crowded_place, loose_venue_of, village_of_people
from graph.extraction.occasion_words import ORGANISES, hearing_pattern, is_background, kinds_by_verb
from graph.extraction.occasions import ALONE, LEAD, OPENING_SENTENCES, Occasion, find_occasions
from graph.extraction.organizations import COURT
from graph.extraction.patterns import folded
from graph.extraction.reading import Reading
from graph.extraction.spoken_occasions import spoken
from graph.extraction.venues import name_end, scene_opening, venues_in
from graph.facts import Certainty, Date, Event, Key, Modality, Span, Status, TookPlace
from ontology.occasions import participation_cues

RECEIVED_WITHIN = 3
"""Sentences behind that of an event which may tell where its people were received."""
IN = re.compile(r"\b[Dd]i\s$")
MEETING = "meeting"
"""The family of kinds that are held behind doors."""


def find_events(reading: Reading) -> None:
    """Add the article's events and a `TookPlace` claim for each."""
    occasions = find_occasions(reading)
    occasions = [*occasions, *series(reading, occasions)]
    if all(o.rule == "event.headline" or is_wished(reading, o) for o in occasions):
        occasions = [*occasions, *spoken(reading)]  # what the article tells itself is told better
    happenings = happenings_of(reading, sorted(occasions, key=lambda o: (o.start, o.end)))
    news = [h for h in happenings if is_news(reading, h)]
    told = [h for h in happenings if h in news or any(is_joined_to(reading, h, other) for other in news)]
    for number, happening in enumerate(told, 1):
        modality = happening_modality(reading, happening)
        if modality not in (Modality.STATED, Modality.PLANNED):
            continue
        event = _event(reading, f"event/{number}", happening, date_of(reading, happening, told), modality)
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


def _event(reading: Reading, key: Key, happening: Happening, date: Date | None, modality: Modality) -> Event:
    best = happening.best
    venue = _venue(reading, happening)
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


def _venue(reading: Reading, happening: Happening) -> Span | None:
    """The place of the fullest telling; a building that the article names elsewhere says more than a town."""
    best = happening.best
    if best.rule in ("event.series", "event.programme"):
        return best.venue  # a day of a programme has its own place or none
    occasions = (best, *(o for o in happening.occasions if o is not best))
    told = [o.venue for o in occasions if o.venue is not None]
    told += [venue for o in occasions if (venue := loose_venue_of(reading, Trigger(o.kind, o.start, o.end, o.sentence)))]
    building = next((venue for venue in told if not _is_town(reading, venue)), None)
    ways = (_court, _venue_beside, _received_at)
    found = building or next((venue for way in ways if (venue := way(reading, best)) is not None), None)
    found = found or _of_lead(reading, happening) or next(iter(told), None)
    return found or _village_of_holders(reading, best) or _village_of_headline(reading, happening)


def _is_town(reading: Reading, venue: Span) -> bool:
    """Whether a place is no more than an area larger than a village: `digelar di | Kecamatan Sukamaju`."""
    areas = reading.mentions_in(venue.start, venue.end, "area")
    return any(m.start == venue.start and m.end == venue.end and m.kind not in VILLAGES for m in areas)


def _received_at(reading: Reading, best: Occasion) -> Span | None:
    """Where one of the next sentences says that whoever came was received: `Mereka diterima di ruang rapat komisi.`; nobody is
    received at a fair, and what has a day of its own is told of another time."""
    cues = use_pattern(*(("received", "takes-place") if best.kind.family == VISIT else ("takes-place",)))
    for sentence in [s for s in reading.body if s.start >= best.sentence.end][:RECEIVED_WITHIN]:
        if days_in(reading, sentence) or _is_of_before(reading.text, sentence):
            continue
        received = cues.search(reading.text, sentence.start, sentence.end)
        if received is not None and (found := venues_in(reading, received.start(), sentence.end)):
            return found[0]
    return None


def _village_of_holders(reading: Reading, best: Occasion) -> Span | None:
    """`Warga | Kampung Sukamaju menggelar syukuran`: people hold events at home, but protest elsewhere."""
    cue = reading.text[best.cue.start : best.cue.end].casefold() if best.cue is not None else ""
    away = (
        best.kind.family == VISIT
        or best.kind.kind in ALONE
        or folded(reading.text[best.start : best.end]) in participation_cues("away")
    )
    if best.cue is None or away or participation_cues("hold").get(cue) != ORGANISES:
        return None
    return village_of_people(reading, best.sentence.start, best.cue.start)


def _of_lead(reading: Reading, happening: Happening) -> Span | None:
    """The place of the scene that the lead opens with: `Halaman Puskesmas Sukamaju sejak pagi dipenuhi warga.`, `Itu pesan
    Bupati kepada warga yang memadati | lapangan SD Inpres Sukamaju.`"""
    near = {s.start for s in reading.body[:OPENING_SENTENCES]}
    if all(o.rule != "event.headline" and o.sentence.start not in near for o in happening.occasions):
        return None
    if happening.kind.family == MEETING:
        return None  # `Pasar Sukamaju dipadati pembeli. Bupati memimpin rapat inflasi, Senin (5/2).`
    places = (scene_opening(reading, s.start, s.end) or crowded_place(reading, s) for s in reading.body[:LEAD])
    return next((place for place in places if place is not None), None)


def _village_of_headline(reading: Reading, happening: Happening) -> Span | None:
    """`Rembuk Tani di | Desa Sukamaju`: the village that the headline of an event names, where nothing else names its place."""
    for occasion in happening.occasions if reading.article.headline else ():
        if occasion.rule == "event.headline":
            areas = reading.mentions_in(occasion.end, occasion.sentence.end, "area")
            near = (m for m in areas if m.kind in SMALL and IN.search(reading.text, occasion.end, m.start) is not None)
            return next((Span(m.start, m.end) for m in near), None)
    return None


def _court(reading: Reading, best: Occasion) -> Span | None:
    """A hearing is held at the court that its sentence names: `Putusan dibacakan majelis hakim Pengadilan Negeri Sukamaju`."""
    if not hearing_pattern().search(reading.text, best.sentence.start, best.sentence.end):
        return None  # `Wali Kota menerima audiensi Pengadilan Negeri Sukamaju`
    courts = [m for m in reading.mentions_in(best.sentence.start, best.sentence.end, "organization") if m.kind == COURT]
    return Span(courts[0].start, courts[0].end) if courts else None


def _venue_beside(reading: Reading, best: Occasion) -> Span | None:
    """The place that the sentence before or behind the event's names, where they tell of nothing else: `... diterima di ruang
    rapat komisi. Audiensi dipimpin ...`, `Halaman Puskesmas sejak pagi dipenuhi warga. Mereka ...`."""
    here = reading.sentences.index(reading.sentence_at(best.start)) if best.sentence in reading.sentences else -1
    for there in (here - 1, here + 1):
        if here < 0 or not 0 <= there < len(reading.sentences) or "\n" in _between(reading, here, there):
            continue
        sentence = reading.sentences[there]
        if any(best.date is not None and d.date.value != best.date.value for d in days_in(reading, sentence)):
            continue  # `Puncaknya digelar 12 November di Lapangan Sukamaju. Lomba senam diadakan Rabu (3/11).`
        if _is_of_before(reading.text, sentence) or use_pattern("press").search(reading.text, sentence.start, sentence.end):
            continue  # `Kepala Dinas Rahmat saat ditemui di Kantor Dinas Perdagangan mengatakan stok aman.`
        opening = None if best.kind.family == MEETING else scene_opening(reading, sentence.start, sentence.end)
        if found := [opening] if opening is not None else venues_in(reading, sentence.start, sentence.end):
            return found[-1 if there < here else 0]
    return None


def _is_of_before(text: str, sentence: Span) -> bool:
    """Whether a sentence opens with the time before the news: `Sebelumnya ...`, `Pekan lalu ...`."""
    second = text[sentence.start : sentence.end].split()[1:2]
    return is_background(text, sentence) or any(word.strip(",").casefold() in participation_cues("past") for word in second)


def _between(reading: Reading, one: int, other: int) -> str:
    first, second = sorted((one, other))
    return reading.text[reading.sentences[first].end : reading.sentences[second].start]


def _status(reading: Reading, happening: Happening, modality: Modality) -> Status:
    if any(_is_cancelled(reading, o) for o in happening.occasions):
        return Status.CANCELLED
    return Status.ANNOUNCED if modality is Modality.PLANNED else Status.HELD


def _is_cancelled(reading: Reading, occasion: Occasion) -> bool:
    """Whether its sentence says that it is off; not that somebody wants that: `RDP soal retribusi, pedagang minta ditunda`."""
    cues = use_pattern("cancelled").finditer(reading.text, occasion.sentence.start, occasion.sentence.end)
    return any(modality_of(reading, Span(cue.start(), cue.start())) is not Modality.HOPED for cue in cues)


def _fullest_named(reading: Reading, happening: Happening) -> Occasion:
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
    if occasion.rule in ("event.act", "event.otherwise"):
        return " ".join(reading.text[occasion.start : name_end(reading, occasion.start, occasion.sentence.end)].split())
    start, end = (occasion.of.start, occasion.of.end) if occasion.of is not None else (occasion.start, occasion.end)
    capitals = re.compile(r"(?: (?:\([A-Z][\w-]*\)|[A-Z][\w-]*|\d{4}\b))+")
    more = capitals.match(reading.text, end) if folded(reading.text[start:end]) not in kinds_by_verb() else None
    return " ".join(reading.text[start : more.end() if more else end].split())
