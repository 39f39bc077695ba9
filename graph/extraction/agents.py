"""Whoever stands behind the passive verbs of an event: holds or opens it, or does what is done there."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.modality import modality_of
from graph.extraction.named import Named
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import Scene, cues_in, named_persons, part_of, right_behind, role_in
from graph.facts import Modality, Role, Span, TookPart
from ontology.occasions import participation_cues

BY_REACH = 90
"""Characters from what is done to who does it: `ditandai dengan | pemukulan gong dan pelepasan balon | oleh Rahmat`."""
TO = re.compile(r",?[^.,;:]{0,30}?\bkepada\b")
EVENT_BY = re.compile(r"(?:(?!\bdi\w)[^.,;:\n]){0,60}?\boleh\b")
"""From an event to who holds it: `Peluncuran | Siap oleh | Bupati Rahmat`; not `rapat yang dihadiri oleh Camat Sari`."""
MORE = re.compile(r",?\s+(?:dan|serta)\b|,")


@rule("part.agent", example="Sarasehan yang digelar Dinas Sosial Sukamaju itu dibuka Rahmat.")
def agents(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever stands behind a passive verb that holds the event: a body organises it, a person leads it."""
    found: list[TookPart] = []
    for scene in [scene for scene in scenes if scene.told is not None]:
        for cue in cues_in(reading, scene.sentence, "held"):
            agent = right_behind(reading, cue.end(), scene.sentence.end) or _doer(reading, cue.end(), scene.sentence.end)
            if agent is None or role_in(cue) not in (Role.ORGANISES, Role.LEADS):
                continue
            role = Role.ORGANISES if agent.type == "organization" else Role.LEADS
            found.append(part_of(reading, scene.event, agent, role, "part.agent"))
            if agent.type == "person":
                found.extend(_given_by(reading, scene, agent))
    return found


@rule("part.done-by", example="Pembukaan ditandai pemukulan gong oleh Bupati Sukamaju, Rahmat.")
def done_by(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever does what belongs to an event that is told on leads it: hands over, cuts the ribbon, sees somebody off."""
    found: list[TookPart] = []
    for scene in [scene for scene in scenes if scene.goes_on]:
        if scene.told is not None and (by := EVENT_BY.match(reading.text, scene.told.end, scene.sentence.end)) is not None:
            name = right_behind(reading, by.end(), scene.sentence.end)
            if name is not None and _is_somebody(reading, name):
                found.append(part_of(reading, scene.event, name, Role.LEADS, "part.done-by"))
        for cue in cues_in(reading, scene.sentence, "by"):
            doer = _doer(reading, cue.end(), scene.sentence.end)
            if doer is None or modality_of(reading, Span(cue.start(), cue.end())) is not Modality.STATED:
                continue
            role = participation_cues("by").get(cue[0].casefold()) or Role.LEADS
            doers = [doer, *_further_doers(reading, doer.end, scene.sentence.end)]
            found.extend(part_of(reading, scene.event, name, Role(role), "part.done-by") for name in doers)
            found.extend(_given_by(reading, scene, doers[-1]))
    return found


def _further_doers(reading: Reading, at: int, end: int) -> list[Named]:
    """Who does it as well, where `dan` or `serta` ends the list: `diserahkan oleh Rahmat | , Sari dan Budi`."""
    found, whole = list[Named](), 0
    while (more := MORE.match(reading.text, at, end)) is not None:
        name = right_behind(reading, more.end(), end)
        somebody = name is not None and _is_somebody(reading, name)
        if name is not None and somebody:
            found.append(name)
            at = name.end
        whole = len(found) if more[0].strip(" ,") else whole
        if not somebody:
            break
    return found[:whole]


def _given_by(reading: Reading, scene: Scene, doer: Named) -> list[TookPart]:
    """Who does it with the doer, and who receives it: `diserahkan Rahmat | bersama Budi | kepada Camat Sari`."""
    rest = Span(doer.end, scene.sentence.end)
    beside = _beside_pattern().match(reading.text, rest.start, rest.end)
    along = _names_from(reading, beside.end(), rest.end) if beside is not None else []
    to = TO.match(reading.text, along[-1].end if along else rest.start, rest.end)
    receivers = _names_from(reading, to.end(), rest.end) if to is not None else []
    return [
        *(part_of(reading, scene.event, name, Role.ATTENDS, "part.done-by") for name in along),
        *(part_of(reading, scene.event, name, Role.RECEIVES, "part.done-by") for name in receivers),
    ]


def _doer(reading: Reading, start: int, end: int) -> Named | None:
    """The person right behind the verb, else behind the next `oleh` of its clause."""
    by = _by_pattern().match(reading.text, start, min(end, start + BY_REACH))
    name = right_behind(reading, by.end() if by is not None else start, end)
    return name if name is not None and _is_somebody(reading, name) else None


def _is_somebody(reading: Reading, name: Named) -> bool:
    """Whether somebody is a person, or a post whose holder the article names: `tombol ditekan | Bupati`."""
    return name.type == "person" or bool(named_persons(reading, [name]))


def _names_from(reading: Reading, at: int, end: int) -> list[Named]:
    """The persons of a list: `kepada | Camat Sukamulya, Sari, dan Lurah Budi`."""
    found = list[Named]()
    while (name := right_behind(reading, at, end)) is not None and _is_somebody(reading, name):
        found.append(name)
        more = MORE.match(reading.text, name.end, end)
        at = more.end() if more is not None else end
    return found


@cache
def _beside_pattern() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{either(participation_cues('along'))})\b")


@cache
def _by_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:(?:[^.,;:\n]|\.(?=\S))*\boleh|(?:\s+(?:{either(participation_cues('by-filler'))}))+)\b")
