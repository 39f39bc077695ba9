"""Who takes part for another: whoever is represented did not come, and a group speaks through one of its own."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.extraction.named import Named, is_bridge, named_in
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import Scene, cue_pattern, cues_in, part_of, right_behind
from graph.extraction.subjects import MAX_READ, is_read_out
from graph.facts import Key, Role, Span, TookPart
from ontology.occasions import participation_cues

ASIDE = re.compile(r"\b(?:dalam\s+hal\s+ini|pada\s+kesempatan\s+(?:ini|itu|tersebut))\b", re.IGNORECASE)
SPEECH_OF = re.compile(r"\b(?:sambutan|amanat|pidato)(?:\s+tertulis)?\s+$", re.IGNORECASE)
READ_FOR = re.compile(
    r"[,\s]+(?:melalui|lewat|dalam)\s+(?:sambutan|amanat|pidato)(?:nya)?(?:\s+tertulis(?:nya)?)?[,\s]+(?:yang\s+)?dibacakan\b"
)
READ_BY = re.compile(r"[,\s]+(?:yang\s+)?(?:dibacakan|disampaikan\s+oleh)\b")


def absent_in(reading: Reading, sentence: Span) -> set[Key]:
    """Whoever another stands in for or reads: `mewakili Bupati`, `Bupati diwakili Sekda`, `membacakan sambutan Bupati`."""
    named = named_in(reading, sentence.start, sentence.end)
    found = {n.key for n in named if is_read_out(reading.text, n) or _missing_pattern().match(reading.text, n.end)}
    found |= {n.key for n in named if _is_read_by_another(reading.text, n) or _acts_through(reading, n, sentence.end)}
    for cue in cue_pattern("absent").finditer(reading.text, sentence.start, sentence.end):
        if cue[0].casefold().startswith("di"):
            before = named_in(reading, sentence.start, cue.start())[-1:]  # not `Dandim Rahmat, Kapolres Sleman diwakili ...`
            found |= {n.key for n in before if not re.search(r"[^\W\d]{5,}", _between(reading.text, n.end, cue.start()))}
        else:
            behind = named_in(reading, cue.end(), sentence.end)[:1]
            found |= {n.key for n in behind if is_bridge(reading.text[cue.end() : n.start])}
    return found


def _between(text: str, start: int, end: int) -> str:
    """The words between two offsets but for an aside: `yang dalam hal ini | diwakili`."""
    return ASIDE.sub(" ", text[start:end])


def _acts_through(reading: Reading, name: Named, end: int) -> bool:
    """`Bupati Sukamaju, Rahmat, | melalui Sekda Budi | membuka rapat`"""
    through = _through_pattern().match(reading.text, name.end, end)
    other = right_behind(reading, through.end(), end) if through is not None and name.type != "organization" else None
    return other is not None and other.type == "person"


def _is_read_by_another(text: str, name: Named) -> bool:
    """`sambutan tertulis | Bupati Rahmat | yang dibacakan Sekda Budi`, `Bupati Rahmat | melalui sambutan yang dibacakan ...`"""
    if READ_FOR.match(text, name.end):
        return True
    of = SPEECH_OF.search(text, max(0, name.start - MAX_READ), name.start)
    return of is not None and READ_BY.match(text, name.end) is not None


@cache
def _through_pattern() -> re.Pattern[str]:
    return re.compile(rf"[,\s]+(?:{either(participation_cues('through'))})\b", re.IGNORECASE)


@rule("part.spokesman", example="Fraksi Golkar melalui juru bicaranya, Sari Dewi, menerima rancangan itu.")
def spokesmen(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever a group of the council speaks through at its session."""
    found: list[TookPart] = []
    for scene in [scene for scene in scenes if scene.heard]:
        if _group_pattern().search(reading.text, scene.sentence.start, scene.sentence.end) is None:
            continue
        for cue in cues_in(reading, scene.sentence, "spokesman"):
            at = _voice_pattern().match(reading.text, cue.end(), scene.sentence.end)
            name = right_behind(reading, at.end() if at else cue.end(), scene.sentence.end)
            if name is not None and name.type == "person":
                groups = [m.key for m in reading.mentions_in(scene.sentence.start, cue.start(), "organization") if m.key]
                part = part_of(reading, scene.event, name, Role.SPEAKS, "part.spokesman")
                found.append(replace(part, represents=groups[-1] if groups else None))
    return found


@cache
def _group_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(participation_cues('group'))})\b", re.IGNORECASE)


@cache
def _voice_pattern() -> re.Pattern[str]:
    """`juru bicaranya, `: what stands between `melalui` and the name."""
    return re.compile(rf"\s+(?:{either(participation_cues('voice'))})(?:nya)?\b,?", re.IGNORECASE)


@cache
def _missing_pattern() -> re.Pattern[str]:
    """`Direktur PT Maju, Rahmat, tidak datang`; `Sari sendiri berhalangan hadir`."""
    return re.compile(rf"[,\s]*(?:\w+\s+){{0,2}}?(?:{either(participation_cues('missing'))})\b", re.IGNORECASE)
