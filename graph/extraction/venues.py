"""Where an event is held: `di Aula Kecamatan Sukamaju`, `bertempat di ruang rapat Bupati`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.facts import Span
from ontology.calendar import weekdays
from ontology.occasions import venue_words

LONGEST = 90
"""The longest names of venues: `Gedung Serbaguna Dinas Pemberdayaan Perempuan dan Perlindungan Anak Kabupaten Sukamaju`."""


def venues_in(reading: Reading, start: int, end: int) -> list[Span]:
    """The places named behind `di` between two offsets, in order: buildings and grounds, else villages and streets.

    A bare `di lapangan` is none.
    """
    return _behind_di(reading, "place", start, end) or _behind_di(reading, "locality", start, end)


def _behind_di(reading: Reading, kind: str, start: int, end: int) -> list[Span]:
    matches = _venue_pattern(kind).finditer(reading.text, start, end)
    found = [_extent(reading, match.start("venue"), end) for match in matches]
    return [venue for venue in found if _is_name(reading, venue)]


def _is_name(reading: Reading, venue: Span) -> bool:
    """Two words, or one that needs no name where it has a capital: `di Pendopo`, not `di lapangan`."""
    words = reading.text[venue.start : venue.end].split()
    return len(words) > 1 or (words[0][0].isupper() and words[0].casefold() in venue_words("alone"))


@cache
def _venue_pattern(kind: str) -> re.Pattern[str]:
    name = r"\s(?-i:[A-Z\d])" if kind == "locality" else r"\b"  # `di Desa Sukamaju`, not `di desa seberang`
    words = either(venue_words(kind))
    at = rf"(?:di|(?:{either(venue_words('remote'))})\s+dari\s)"  # `mengikuti rapat secara virtual dari Ruang Rapat Bupati`
    return re.compile(rf"\b{at}\s*(?:depan\s+|lantai\s+\w+\s+)?(?P<venue>(?:{words}){name})", re.IGNORECASE)


def venue_at(reading: Reading, offset: int, end: int) -> Span | None:
    """The venue that begins at `offset`, past white space: what is visited (`meninjau | Puskesmas Sukamaju`,
    `kunjungan | ke Puskesmas Sukamaju`)."""
    match = _bare_pattern().match(reading.text, offset, end)
    venue = _extent(reading, match.start("venue"), end) if match else None
    return venue if venue is not None and _is_name(reading, venue) else None


def venue_opening(reading: Reading, offset: int, end: int) -> Span | None:
    """The venue that a sentence begins with: `Halaman Puskesmas Sukamaju sejak pagi dipenuhi warga`."""
    match = _opening_pattern().match(reading.text, offset, end)
    venue = _extent(reading, match.start("venue"), end) if match else None
    return venue if venue is not None and _is_name(reading, venue) else None


def venue_beside(reading: Reading, offset: int, end: int) -> Span | None:
    """The building or street that stands behind a comma at `offset`: `di lokasi pasar murah | , Jalan Melati`."""
    match = _beside_pattern().match(reading.text, offset, end)
    return _extent(reading, match.start("venue"), end) if match else None


@cache
def _opening_pattern() -> re.Pattern[str]:
    words = either(word.capitalize() for word in venue_words("place"))
    return re.compile(rf"(?P<venue>(?:{words})\s[A-Z])")


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
    last = stop.start() if stop else limit
    while last > start and not (text[last - 1].isalnum() or text[last - 1] == ")"):
        last -= 1
    return last


@cache
def _stop_pattern() -> re.Pattern[str]:
    days = either(form for day in weekdays() for form in (day.name, *day.forms))
    words = either(venue_words("end"))
    deed = "me(?:ng|ny|mb|mp|nd|nj|nc|nt|la)[a-z]{3,}"  # `mendatangi Kantor Dinas Sosial melakukan aksi`
    verb = rf"dan\s+(?:di|me|ber)[a-z]{{3,}}|{deed}"  # `di halaman kantor camat dan ditinjau Bupati`
    return re.compile(rf"[,;:.\n\"“”‘’]|\((?![A-Z][\w-]*\))|\s(?:{words}|{verb}|(?i:{days}))\b")
