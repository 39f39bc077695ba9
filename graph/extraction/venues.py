"""Where an event is held: `di Aula Kecamatan Sukamaju`, `bertempat di ruang rapat Bupati`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.areas import STATE
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.facts import Span
from ontology.bodies import not_names
from ontology.calendar import weekdays
from ontology.occasions import venue_words
from ontology.titles import abbreviations, is_honorific

CAPITALS = re.compile(r"\S+(?:\s(?:dan\s)?[A-Z\d(]\S*)*")
LAST_WORD = re.compile(r"[A-Za-z]+$")
JOINED = " dan"
LONGEST_TITLE = 10
QUOTED_PART = re.compile(r"(?:\"[A-Z][^\"\n,]{2,30}\"|“[A-Z][^”\n,]{2,30}”|‘[A-Z][^’\n,]{2,30}’)")
LONGEST = 90
"""The longest names of venues: `Gedung Serbaguna Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Sukamaju`."""


def venues_in(reading: Reading, start: int, end: int) -> list[Span]:
    """The places named behind `di` between two offsets, in order: buildings and grounds, else villages and streets.

    A bare `di lapangan` is none.
    """
    return _behind_di(reading, "place", start, end) or _behind_di(reading, "locality", start, end)


def _behind_di(reading: Reading, kind: str, start: int, end: int) -> list[Span]:
    return [venue for venue in _behind(reading, _venue_pattern(kind), start, end) if _is_name(reading, venue)]


def _behind(reading: Reading, pattern: re.Pattern[str], start: int, end: int) -> list[Span]:
    matches = pattern.finditer(reading.text, start, end)
    return [_extent(reading, match.start("venue"), end) for match in matches]


def venues_left(reading: Reading, start: int, end: int) -> list[Span]:
    """The buildings and grounds named behind `dari` between two offsets, in order."""
    return [venue for venue in _behind(reading, _left_pattern(), start, end) if _is_name(reading, venue)]


def names_behind_di(reading: Reading, start: int, end: int) -> list[Span]:
    """The names behind `di`, whatever they begin with, in order; not the country, nor a word that only has a capital, nor a
    time (`di Bulan Ramadan`)."""
    found = [_capitals(reading, venue) for venue in _behind(reading, _unknown_pattern(), start, end)]
    countries = [m.start for m in reading.mentions_in(start, end, "area") if m.kind == STATE]
    names = ((v, reading.text[v.start : v.end].casefold()) for v in found if v.start not in countries)
    return [v for v, name in names if name not in not_names() and name.split()[0] not in venue_words("time")]


def village_visited(reading: Reading, start: int, end: int) -> Span | None:
    """The village that a visit goes to: `kunjungan | pertama ke Desa Sukamaju`, `mengunjungi | warga Desa Sukamaju`."""
    match = _visited_pattern().match(reading.text, start, end)
    return _extent(reading, match.start("venue"), end) if match else None


def village_sent_to(reading: Reading, start: int, end: int) -> Span | None:
    """`menyalurkan air bersih ke | Dusun Sukamaju`."""
    match = _sent_pattern().search(reading.text, start, end)
    return _extent(reading, match.start("venue"), end) if match else None


def people_of(reading: Reading, start: int, end: int) -> Span | None:
    """The village whose people are named: `Warga Muslim | Kampung Sukamaju, Distrik Sukaraya`."""
    match = _people_pattern().search(reading.text, start, end)
    return _extent(reading, match.start("venue"), end) if match else None


def venue_meant(reading: Reading, offset: int, end: int) -> Span | None:
    """What a common noun at `offset` stands for: the one place of the article whose name begins with it."""
    match = _bare_pattern().match(reading.text, offset, end)
    if match is None or any(letter.isupper() for letter in reading.text[match.end() : match.end() + 2]):
        return None
    noun = match["venue"]
    first = re.compile(rf"\b(?:{re.escape(noun)}|{re.escape(noun.capitalize())})\s[A-Z]")
    body = reading.body
    places = [_extent(reading, m.start(), body[-1].end) for m in first.finditer(reading.text, body[0].start, body[-1].end)]
    found = [_capitals(reading, place) for place in places]
    seconds = {reading.text[place.start : place.end].split()[1] for place in found if _is_name(reading, place)}
    return found[0] if len(seconds) == 1 else None


def _capitals(reading: Reading, venue: Span) -> Span:
    """The words with a capital or a number that a name begins with: `Kali Jati | dijadwalkan`."""
    match = CAPITALS.match(reading.text, venue.start, venue.end)
    return Span(venue.start, match.end()) if match is not None else venue


def _is_name(reading: Reading, venue: Span) -> bool:
    """Two words, or one that needs no name where it has a capital: `di Pendopo`, not `di lapangan`; behind a common noun a
    capital: `di panggung Festival Sukamaju`, not `di panggung internasional`."""
    common = _common_pattern().match(reading.text, venue.start, venue.end)
    if common is not None and not any(letter.isupper() for letter in reading.text[common.end() : venue.end]):
        return False
    words = reading.text[venue.start : venue.end].split()
    return len(words) > 1 or (words[0][0].isupper() and words[0].casefold() in venue_words("alone"))


@cache
def _common_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(venue_words('common'))})\b", re.IGNORECASE)


@cache
def _unknown_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:di|(?:{either(venue_words('remote'))})\s+dari)\s+(?P<venue>[A-Z@])")


@cache
def _sent_pattern() -> re.Pattern[str]:
    words = either(word.title() for word in venue_words("locality"))
    return re.compile(rf"\bke\s+(?P<venue>(?:{words})\s[A-Z])")


@cache
def _people_pattern() -> re.Pattern[str]:
    words = either(word.title() for word in venue_words("locality"))
    people = either(venue_words("people"))
    return re.compile(rf"\b(?i:{people})\s+(?:\w+\s+)?(?P<venue>(?:{words})\s[A-Z])")


@cache
def _left_pattern() -> re.Pattern[str]:
    return re.compile(rf"\bdari\s+(?P<venue>(?:{either(venue_words('place'))})\b)", re.IGNORECASE)


@cache
def _visited_pattern() -> re.Pattern[str]:
    words, people = either(word.title() for word in venue_words("locality")), either(venue_words("people"))
    return re.compile(rf"\s+(?:(?:\w+\s+){{0,2}}ke\s+|(?:para\s+)?(?:{people})\s+)?(?P<venue>(?:{words})\s[A-Z])")


@cache
def _venue_pattern(kind: str) -> re.Pattern[str]:
    name = r"\s(?-i:[A-Z\d])" if kind == "locality" else r"\b"  # `di Desa Sukamaju`, not `di desa seberang`
    words = either(venue_words(kind))
    beside = either(venue_words("beside"))
    at = rf"(?:di|bertempat|(?:{either(venue_words('remote'))})\s+dari\s)"  # `rapat secara virtual dari Ruang Rapat Bupati`
    return re.compile(rf"\b{at}\s*:?\s*(?:(?:{beside})\s+|lantai\s+\w+\s+)?(?P<venue>(?:{words}){name})", re.IGNORECASE)


def venue_at(reading: Reading, offset: int, end: int) -> Span | None:
    """The venue that begins at `offset`, past white space: what is visited (`meninjau | Puskesmas Sukamaju`,
    `kunjungan | ke Puskesmas Sukamaju`)."""
    match = _bare_pattern().match(reading.text, offset, end)
    venue = _extent(reading, match.start("venue"), end) if match else None
    return venue if venue is not None and _is_name(reading, venue) else None


def venue_opening(reading: Reading, offset: int, end: int) -> Span | None:
    """The venue that a sentence begins with: `Halaman Puskesmas Sukamaju sejak pagi dipenuhi warga`."""
    match = _opening_pattern().match(reading.text, offset, end)
    venue = _capitals(reading, _extent(reading, match.start("venue"), end)) if match else None
    return venue if venue is not None and _is_name(reading, venue) else None


def scene_opening(reading: Reading, offset: int, end: int) -> Span | None:
    """The venue that a sentence begins with and of which it says that a crowd is there; `Puskesmas Sukamaju menggelar ...` need
    not be the place of it."""
    venue = venue_opening(reading, offset, end)
    crowded = venue is not None and _crowded_pattern().match(reading.text, venue.end, end) is not None
    return venue if crowded else None


def venue_beside(reading: Reading, offset: int, end: int) -> Span | None:
    """The building or street that stands behind a comma at `offset`: `di lokasi pasar murah | , Jalan Melati`."""
    match = _beside_pattern().match(reading.text, offset, end)
    return _extent(reading, match.start("venue"), end) if match else None


def venues_listed(reading: Reading, start: int, end: int) -> list[Span]:
    """The places of a schedule, which names them without `di`: `- Senin (3/2), | halaman Kantor Camat Sukamaju`."""
    matches = _listed_pattern().finditer(reading.text, start, end)
    found = [_extent(reading, match.start("venue"), end) for match in matches]
    return [venue for venue in found if _is_name(reading, venue)]


@cache
def _listed_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:[,:–-]|\b(?:ke|dan|yaitu|yakni))\s*(?P<venue>(?:{either(venue_words('place'))})\b)", re.IGNORECASE)


@cache
def _opening_pattern() -> re.Pattern[str]:
    words = either(word.capitalize() for word in venue_words("place"))
    return re.compile(rf"(?P<venue>(?:{words})\s[A-Z])")


@cache
def _crowded_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:,?\s+\w+){{0,4}}\s+(?:{either(venue_words('crowded'))})\b", re.IGNORECASE)


@cache
def _beside_pattern() -> re.Pattern[str]:
    words = either(word.title() for kind in ("place", "locality") for word in venue_words(kind))
    return re.compile(rf",\s(?P<venue>(?:{words})\s[A-Z])")


@cache
def _bare_pattern() -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:(?:secara\s+)?langsung\s+)?(?:ke\s+)?(?P<venue>(?:{either(venue_words('place'))})\b)", re.IGNORECASE
    )


def _extent(reading: Reading, start: int, end: int) -> Span:
    return Span(start, name_end(reading, start, end))


def name_end(reading: Reading, start: int, end: int) -> int:
    """Where a name that begins at `start` ends: at the first mark or word that cannot belong to it (a date, a preposition).

    An acronym in brackets can belong to it, and a capital makes such a word part of it: `Gedung Serba Guna`.
    """
    text = reading.text
    limit = min(end, start + LONGEST, *(d.start for d in reading.dates if d.start > start), len(text))
    stop = _stop_pattern().search(text, start + 1, limit)
    while stop is not None and (past := _past_part(text, stop.start())):
        stop = _stop_pattern().search(text, past, limit)
    last = stop.start() if stop else limit
    around = _around_village().search(text, start, last)
    last = around.start("around") if around is not None else last
    while last > start and not (text[last - 1].isalnum() or text[last - 1] in ')"”'):
        last -= 1
    if text.endswith(JOINED, start, last):
        last -= len(JOINED)
    return last


def _past_part(text: str, stop: int) -> int:
    """Behind a mark that belongs to a name: the stop of an abbreviation (`RSUD dr | . Slamet`, `Lapangan H. A. Malik`), marks
    around part of it (`Aula | "Bina Praja" Kantor Bupati`); 0 where it does not."""
    quoted = QUOTED_PART.match(text, stop)
    if quoted is not None:
        return quoted.end()
    word = LAST_WORD.search(text, max(0, stop - LONGEST_TITLE), stop)
    carries = word is not None and (len(word[0]) == 1 or is_honorific(word[0]) or word[0].casefold() in _cut_words())
    return stop + 1 if text[stop] == "." and carries else 0


@cache
def _cut_words() -> frozenset[str]:
    """Words cut short with a stop, without it: `kec`, `jl`."""
    return frozenset(form.rstrip(".").casefold() for entry in abbreviations() for form in entry.forms)


@cache
def _around_village() -> re.Pattern[str]:
    """`Balai Desa Sukamaju | Kec. Sukaraya`: behind a village the cut word for what it lies in is not of its name."""
    words = either(word.title() for word in venue_words("locality"))
    return re.compile(rf"\b(?:{words})\s[A-Z](?:[^,]*?)(?P<around>\s(?:Kec|Kab|Prov)\b)")


@cache
def _stop_pattern() -> re.Pattern[str]:
    days = either(form for day in weekdays() for form in (day.name, *day.forms))
    words = either(venue_words("end"))
    deed = "me(?:ng|ny|mb|mp|nd|nj|nc|nt|la)[a-z]{3,}"  # `mendatangi Kantor Dinas Sosial melakukan aksi`
    done = "di[a-z]{3,}kan"  # `rumah di Desa Sukamaju diserahterimakan Dandim`
    verb = rf"dan\s+(?:di|me|ber)[a-z]{{3,}}|{deed}|{done}"  # `di halaman kantor camat dan ditinjau Bupati`
    return re.compile(rf"[,;:.\n\"“”‘’]|\((?![A-Z][\w-]*\))|\s(?:{words}|{verb}|(?i:{days}))\b")
