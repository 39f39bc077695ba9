"""Words that the press parts where Indonesian joins them: `di pimpin`, `di hadiri`."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from ontology.occasions import event_kinds, participation_cues
from ontology.speech_verbs import speech_verbs, verbs_behind

PASSIVE = re.compile("di[a-z]{4,}")
LEAST_STEM = 5
"""Letters before the suffix."""
PLACES = frozenset({"lepas"})
"""Roots that are places too: `di lepas pantai`."""


def whole_words(text: str) -> str:
    """The text with prefix and suffix of a verb at its root, the blank before all: as long as before."""
    text = _parted().sub(lambda match: f" {match['prefix']}{match['root']}", text)
    return _parted_behind().sub(lambda match: f" {match['stem']}kan", text)


@cache
def _parted() -> re.Pattern[str]:
    """`di pimpin` of the verbs that the registers know; `di rumah` is a preposition."""
    verbs = {verb for kind in event_kinds() for verb in kind.verbs} | verbs_behind()
    verbs.update(participation_cues("held"), participation_cues("attendance"), participation_cues("given"))
    roots = {verb.removeprefix("di") for verb in verbs if PASSIVE.fullmatch(verb)} - PLACES
    return re.compile(rf"\b(?P<prefix>[Dd]i)\s(?P<root>{either(roots)})\b")


@cache
def _parted_behind() -> re.Pattern[str]:
    """`diungkap kan`, `menyampai kan` of the verbs of saying."""
    forms = {form for verb in speech_verbs() for form in (verb.verb, *verb.also, *verb.after)}
    stems = {form.removesuffix("kan") for form in forms if form.endswith("kan") and len(form) > LEAST_STEM + 3}
    return re.compile(rf"\b(?P<stem>(?i:{either(stems)}))\skan\b")
