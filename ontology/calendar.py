"""The words of the calendar: months, weekdays, days counted from today, and occasions that tell a year."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class Month:
    """`number` from 1; `forms` are abbreviations and other spellings (`Peb`, `Nopember`); `english` those of page templates."""

    name: str
    number: int
    forms: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Weekday:
    """`number` as in ISO 8601: Senin is 1, Minggu 7."""

    name: str
    number: int
    forms: tuple[str, ...] = ()
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Anniversary:
    """An occasion counted from its founding year: `HUT Bhayangkara ke-76` is in `founded` + 76; `after` says from what."""

    occasion: str
    founded: int
    forms: tuple[str, ...] = ()
    after: str = ""


@dataclass(frozen=True, slots=True)
class HijriOccasion:
    """A feast of the Islamic calendar, whose hijri year tells the common one: `Idul Fitri 1443 H` is in 2022."""

    occasion: str
    month: int
    day: int
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HijriSeason:
    """Days of the Islamic year, from the first to the last, in which alone something is held: `halalbihalal` in Syawal."""

    season: str
    first_month: int
    first_day: int
    last_month: int
    last_day: int
    forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RelativeDay:
    """`besok` is one `day` after the day of speaking, `tahun lalu` one `year` before it; a `week` tells no day."""

    form: str
    unit: str
    shift: int


@dataclass(frozen=True, slots=True)
class PublicationWord:
    """A word beside the date in the line of a page that says when it was published; `uses` as in the register's head."""

    word: str
    uses: tuple[str, ...]


@cache
def months() -> tuple[Month, ...]:
    """The twelve months."""
    return read_register(Month, "months", register_folders())


@cache
def weekdays() -> tuple[Weekday, ...]:
    """The seven weekdays."""
    return read_register(Weekday, "weekdays", register_folders())


@cache
def anniversaries() -> tuple[Anniversary, ...]:
    """National occasions with their founding years, the user's own included."""
    return read_register(Anniversary, "anniversaries", register_folders())


@cache
def hijri_occasions() -> tuple[HijriOccasion, ...]:
    """Feasts of the Islamic calendar."""
    return read_register(HijriOccasion, "hijri-occasions", register_folders())


@cache
def hijri_seasons() -> tuple[HijriSeason, ...]:
    """What is held on certain days of the Islamic year alone, and those days."""
    return read_register(HijriSeason, "hijri-seasons", register_folders())


@cache
def relative_days() -> tuple[RelativeDay, ...]:
    """Words for days, months and years counted from that of speaking."""
    return read_register(RelativeDay, "relative-days", register_folders())


@cache
def _publication_words() -> tuple[PublicationWord, ...]:
    return read_register(PublicationWord, "publication-words", register_folders())


@cache
def publication_words(use: str) -> frozenset[str]:
    """The words of one use in the line that says when a page was published, in small letters."""
    return frozenset(word.word for word in _publication_words() if use in word.uses)
