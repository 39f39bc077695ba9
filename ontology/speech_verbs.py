"""Verbs of saying: what stands beside a quotation and what introduces reported speech."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """`verb` and `also` have the speaker as subject (`X mengatakan`), `after` follows a quotation (`ujar X`, `ujarnya`).

    `reports`: a clause after it is reported speech even without `bahwa`. `document`: no person speaks but a text (`bunyi
    surat itu`).
    """

    verb: str
    also: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reports: bool = False
    document: bool = False

    @property
    def active(self) -> tuple[str, ...]:
        """The forms whose subject is the speaker."""
        return (self.verb, *self.also)


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A word beside quotations and speakers; what its `kinds` tell is explained in the head of the register."""

    word: str
    kinds: tuple[str, ...]


@cache
def speech_verbs() -> tuple[SpeechVerb, ...]:
    """The register of verbs of saying, the user's own included."""
    return read_register(SpeechVerb, "speech-verbs", register_folders())


@cache
def subject_verbs() -> frozenset[str]:
    """`mengatakan`: all verbs whose subject is the speaker."""
    return frozenset(form for verb in speech_verbs() for form in verb.active)


@cache
def verbs_behind() -> frozenset[str]:
    """`ujar`, `dikatakan`: all forms that follow a quotation and that the speaker follows."""
    return frozenset(form for verb in speech_verbs() for form in verb.after)


@cache
def reporting_verbs() -> frozenset[str]:
    """Those after which a clause reports speech even without `bahwa`."""
    return frozenset(form for verb in speech_verbs() if verb.reports for form in verb.active)


@cache
def _speech_cues() -> tuple[SpeechCue, ...]:
    return read_register(SpeechCue, "speech-cues", register_folders())


@cache
def speech_cues(kind: str) -> tuple[str, ...]:
    """The words of one kind of the register of words beside quotations."""
    return tuple(cue.word for cue in _speech_cues() if kind in cue.kinds)
