"""Verbs of saying: what stands beside a quotation and what introduces reported speech."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ontology.register import read_register, register_folders


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """`verb` and `also` have the speaker as subject (`X mengatakan`), `after` follows a quotation (`ujar X`, `ujarnya`).

    `reports`: a clause after it is reported speech even without `bahwa`. `document`: no person speaks but a text (`bunyi surat itu`).
    """

    verb: str
    also: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    reports: bool = False
    document: bool = False


@dataclass(frozen=True, slots=True)
class SpeechCue:
    """A word beside quotations and speakers, with what it tells.

    `title`: `bertema "..."` is no speech; `link`: `demikian jelas X`; `pronoun`: `ujar dia`; `preposition`: ends the words
    that name the speaker (`ujar X kepada pers`); `companion`: whoever it brings does not act (`didampingi X`); `owned`: a
    post behind it is part of a name (`kantor Bupati`); `subordinate`: another clause begins (`bahwa`); `turn`: a sentence
    that begins with it passes the word to somebody else; `somebody`: without a name (`seorang warga`); `pointing`: `ujar
    politisi itu` describes whoever speaks already.
    """

    word: str
    kinds: tuple[str, ...]


@cache
def speech_verbs() -> tuple[SpeechVerb, ...]:
    """The register of verbs of saying, the user's own included."""
    return read_register(SpeechVerb, "speech-verbs", register_folders())


@cache
def speech_cues(kind: str) -> tuple[str, ...]:
    """The words of one kind of the register of words beside quotations."""
    return tuple(cue.word for cue in read_register(SpeechCue, "speech-cues", register_folders()) if kind in cue.kinds)
