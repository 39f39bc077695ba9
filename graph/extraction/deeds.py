"""Who is told to do what belongs to an event and is not its verb: whoever comes to visit, cuts the ribbon, receives."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.modality import modality_of
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import Scene, cue_pattern, cues_in, part_of, persons_in, right_behind, role_in
from graph.facts import Modality, Role, Span, TookPart
from ontology.name_cues import name_cues

LONGEST_GAP = 40
"""Characters between a name and its verb: degrees, `yang turut`, `kemudian`."""


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
    """Whoever stands right before an active verb of what is done at such events."""
    found: list[TookPart] = []
    for scene in [scene for scene in scenes if scene.told is not None or scene.heard]:
        for cue in cues_in(reading, scene.sentence, "does"):
            before = persons_in(reading, Span(scene.sentence.start, cue.start()))[-1:]
            asked = before[:1] and modality_of(reading, Span(before[0].start, before[0].start)) is not Modality.STATED
            stated = not asked and modality_of(reading, Span(cue.start(), cue.end())) is Modality.STATED
            near = bool(before) and cue.start() - before[0].end <= LONGEST_GAP
            if near and stated and _gap_pattern().fullmatch(reading.text, before[0].end, cue.start()):
                found.append(part_of(reading, scene.event, before[0], role_in(cue), "part.doing"))
    return found


@cache
def _gap_pattern() -> re.Pattern[str]:
    """Degrees, adverbs and `yang` between a name and its verb."""
    passed = either({*name_cues("adverb"), "yang", "langsung", "ikut"})
    return re.compile(rf"(?:[,\s]+(?:[A-Z][\w.]*|{passed}))*[,\s]+")
