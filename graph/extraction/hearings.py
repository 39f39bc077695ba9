"""Who stands before a court: the accused that are named as such, and those of whom the sentence is told."""

from __future__ import annotations

from graph.extraction.occasion_words import hearing_pattern
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import LEAD, Scene, cues_in, part_of, persons_in, right_behind
from graph.facts import Role, Span, TookPart

REACH = 120
"""Characters from the accused to the verb: `Sari, bekas bendahara Dinas Sosial Kabupaten Sukamaju, | dituntut`."""


@rule("part.accused", example="Sidang digelar Senin (5/2/2024). Terdakwa Rahmat Hidayat dituntut dua tahun penjara.")
def accused(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """The accused of a hearing were there: `terdakwa | Rahmat`, `Sari, bekas bendahara, | divonis`."""
    found: list[TookPart] = []
    if not _tells_of_a_court(reading):
        return found
    for scene in [scene for scene in scenes if scene.told is not None or scene.heard]:
        sentence = scene.sentence
        behind = (right_behind(reading, cue.end(), sentence.end) for cue in cues_in(reading, sentence, "accused"))
        verbs = [cue.start() for cue in cues_in(reading, sentence, "sentenced")]
        before = [persons_in(reading, Span(max(sentence.start, at - REACH), at))[-1:] for at in verbs]
        names = [*(n for n in behind if n is not None and n.type == "person"), *(n for some in before for n in some)]
        found.extend(part_of(reading, scene.event, name, Role.ATTENDS, "part.accused") for name in names)
    return found


def _tells_of_a_court(reading: Reading) -> bool:
    """Whether the lead tells of a hearing; elsewhere a sentence is history: `Rahmat pernah divonis`."""
    lead = reading.body[: LEAD + 1]
    return any(hearing_pattern().search(reading.text, s.start, s.end) for s in lead)
