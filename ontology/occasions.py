"""Events as the press tells them: kinds, the words that tie people to them, and the places where they are held."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class EventKind:
    """A kind of event. `nouns` name it (`rapat koordinasi`), `verbs` are it themselves (`meninjau`), `deeds` only where
    they are the news of a day (`memeriksa`).

    One occasion may be called by kinds of one `family` in turn (a visit is an inspection). `receives`: the object of its verbs
    receives something (`melantik Sari`).
    """

    kind: str
    en: str
    family: str = ""
    receives: bool = False
    nouns: tuple[str, ...] = ()
    verbs: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ParticipationCue:
    """A word beside an event. `uses` says what it tells, `role` what its subject, or whoever stands behind it, did there.

    The uses are explained in the register's own header.
    """

    word: str
    uses: tuple[str, ...]
    role: str = ""


@dataclass(frozen=True, slots=True)
class VenueWord:
    """A word of the names of places: `place` begins one (`Aula`), `locality` that of a village, `alone` needs no name, `people`
    are those of a village, `crowded` says of it that a crowd is there, `beside` stands before it (`di depan`),
    `end` cannot belong to it."""

    word: str
    kinds: tuple[str, ...]


@cache
def event_kinds() -> tuple[EventKind, ...]:
    """The register of kinds of event."""
    return read_register(EventKind, "event-kinds", register_folders())


@cache
def _participation_cues() -> tuple[ParticipationCue, ...]:
    return read_register(ParticipationCue, "participation-cues", register_folders())


@cache
def participation_cues(use: str) -> dict[str, str]:
    """The words of one use, each with its role (empty where it has none)."""
    return {cue.word: cue.role for cue in _participation_cues() if use in cue.uses}


@cache
def _venue_words() -> tuple[VenueWord, ...]:
    return read_register(VenueWord, "venue-words", register_folders())


@cache
def venue_words(kind: str) -> tuple[str, ...]:
    """The words of one kind of the register of venues."""
    return tuple(word.word for word in _venue_words() if kind in word.kinds)
