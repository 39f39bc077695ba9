"""Verbs of saying: what stands beside a quotation and what introduces reported speech."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """`verb` and `also` have the speaker as subject (`X mengatakan`), `after` follows a quotation (`ujar X`, `ujarnya`).

    `reports`: `bahwa` after it reports speech. `document`: no person speaks but a text (`bunyi surat itu`).
    """

    verb: str
    also: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reports: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True)
class TitleCue:
    """A word that makes the quotation behind it a title or a name (`bertema "..."`), not speech."""

    word: str


@cache
def speech_verbs() -> tuple[SpeechVerb, ...]:
    """The register of verbs of saying, the user's own included."""
    return read_register(SpeechVerb, "speech-verbs", register_folders())


@cache
def title_cues() -> tuple[TitleCue, ...]:
    """The register of words before titles in quotation marks."""
    return read_register(TitleCue, "title-cues", register_folders())
