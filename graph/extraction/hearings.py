"""Who stands before a court: the accused that are named as such, and those of whom the sentence is told."""

from __future__ import annotations

import re

from graph.extraction.named import Named
from graph.extraction.occasion_words import hearing_pattern
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import LEAD, Scene, cues_in, part_of, persons_in, right_behind
from graph.facts import Role, Span, TookPart
from ontology.name_cues import name_cues
from ontology.occasions import participation_cues

REACH = 120
"""Characters from the accused to the verb: `Sari, bekas bendahara Dinas Sosial Kabupaten Sukamaju, | dituntut`."""
APPOSED = re.compile(r"(?:\s*,[^,]+,|,)?\s*(?:[A-Z][\w.]*,?\s*)*")
"""Between the accused and the verb: a description in commas, degrees; any other verb has another subject."""


@rule("part.accused", example="Sidang digelar Senin (5/2/2024). Terdakwa Rahmat Hidayat dituntut dua tahun penjara.")
def accused(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """The accused of a hearing were there: `terdakwa | Rahmat`, `Sari, bekas bendahara, | divonis`."""
    found: list[TookPart] = []
    if not _tells_of_a_court(reading):
        return found
    for scene in [scene for scene in scenes if scene.told is not None or scene.heard]:
        sentence = scene.sentence
        cues = [cue for cue in cues_in(reading, sentence, "accused") if not _is_owned(reading, cue)]
        behind = (right_behind(reading, cue.end(), sentence.end) for cue in cues)
        verbs = [cue.start() for cue in cues_in(reading, sentence, "sentenced")]
        before = [_subject(reading, sentence, at) for at in verbs]
        names = [*(n for n in behind if n is not None and n.type == "person"), *(n for some in before for n in some)]
        found.extend(part_of(reading, scene.event, name, Role.ATTENDS, "part.accused") for name in names)
    return found


def _subject(reading: Reading, sentence: Span, verb: int) -> list[Named]:
    """Whoever stands before the verb with nothing but a description between: not `Korban Rahmat berharap pelaku | dihukum`."""
    named = persons_in(reading, Span(max(sentence.start, verb - REACH), verb))[-1:]
    return [name for name in named if APPOSED.fullmatch(_without_adverbs(reading.text[name.end : verb]))]


def _is_owned(reading: Reading, cue: re.Match[str]) -> bool:
    """`Kuasa hukum | terdakwa, Sari`: it is not the accused who is named."""
    before = reading.text[max(0, cue.start() - 20) : cue.start()].split()
    return bool(before) and before[-1].casefold() in participation_cues("counsel")


def _without_adverbs(text: str) -> str:
    return " ".join(word for word in text.split() if word not in name_cues("adverb"))


def _tells_of_a_court(reading: Reading) -> bool:
    """Whether the lead tells of a hearing; elsewhere a sentence is history: `Rahmat pernah divonis`."""
    lead = reading.body[: LEAD + 1]
    return any(hearing_pattern().search(reading.text, s.start, s.end) for s in lead)
