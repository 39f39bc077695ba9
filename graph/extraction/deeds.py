"""Who is told to do what belongs to an event and is not its verb: whoever comes to visit, cuts the ribbon, receives."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.modality import modality_of
from graph.extraction.name_shapes import FILLED
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import Scene, cue_pattern, cues_in, doers_before, part_of, persons_in, right_behind, role_in
from graph.facts import Modality, Role, Span, TookPart
from ontology.name_cues import name_cues
from ontology.occasions import participation_cues


@rule("part.visitor", example="Kunjungan kerja Bupati Sukamaju, Rahmat, ke Desa Sukamulya berlangsung Senin (5/2/2024).")
def visitors(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever a visit is said to be of: `kedatangan | Bupati Rahmat | disambut Camat Sari`."""
    found: list[TookPart] = []
    for scene in scenes:
        visit = cue_pattern("visit").match(reading.text, scene.told.start, scene.sentence.end) if scene.told else None
        name = right_behind(reading, visit.end(), scene.sentence.end) if visit is not None else None
        if name is not None and name.type == "person":
            found.append(part_of(reading, scene.event, name, Role.LEADS, "part.visitor"))
    return found


@rule("part.doing", example="Bantuan disalurkan di Sukamulya, Senin (5/2/2024). Camat Sukamulya, Sari, menggunting pita.")
def doing(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever stands right before an active verb of what is done at such events, or joins in what others do there."""
    found: list[TookPart] = []
    for scene in [scene for scene in scenes if scene.goes_on]:
        joined_in = _joined_in(reading, scene.sentence)
        for cue in [*cues_in(reading, scene.sentence, "does"), *joined_in]:
            doers = doers_before(reading, scene.sentence.start, cue.start())
            asked = doers and modality_of(reading, Span(doers[0].start, doers[0].start)) is not Modality.STATED
            if doers and not asked and modality_of(reading, Span(cue.start(), cue.end())) is Modality.STATED:
                found.extend(part_of(reading, scene.event, name, role_in(cue), "part.doing") for name in doers)
        for cue in joined_in:
            if (listed := _listing_pattern().match(reading.text, cue.end(), scene.sentence.end)) is not None:
                there = persons_in(reading, Span(listed.end(), scene.sentence.end))
                found.extend(part_of(reading, scene.event, name, Role.ATTENDS, "part.doing") for name in there)
    return found


def _joined_in(reading: Reading, sentence: Span) -> list[re.Match[str]]:
    """`Kapolres Rahmat juga | ikut berjalan | bersama warga`"""
    found = _joining_pattern().finditer(reading.text, sentence.start, sentence.end)
    return [cue for cue in found if not reading.is_quoted(cue.start())]


@cache
def _listing_pattern() -> re.Pattern[str]:
    """What leads from it to those who do it: `Pejabat yang ikut naik | ke lokasi, di antaranya | Camat Sari dan Lurah Budi`."""
    return re.compile(rf"[^.,;:]{{0,40}}(?:,?\s+(?:{either({*name_cues('filled'), *FILLED, 'di antaranya'})})\b|:)")


@cache
def _joining_pattern() -> re.Pattern[str]:
    verbs = either(participation_cues("joins-in"))
    return re.compile(rf"\b(?:ikut|turut|larut)(?:\s+(?:serta|langsung|pula|juga))?\s+(?:{verbs})\b")
