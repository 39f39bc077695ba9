"""Who is said to be there: behind a word of presence, beside others, or in a list of lines."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.modality import modality_of
from graph.extraction.name_shapes import FILLED
from graph.extraction.named import Named
from graph.extraction.occasion_words import telling_pattern
from graph.extraction.patterns import either, folded
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import Scene, cues_in, doers_before, is_told_behind, opens_item, part_of, persons_in, role_in
from graph.facts import Modality, Role, Span, TookPart
from ontology.name_cues import name_cues
from ontology.occasions import participation_cues
from ontology.regulation_kinds import regulation_kinds

INSTALLED = ("dilantik", "dikukuhkan")
"""Before who swears in (`dilantik Bupati`) and, behind `yang`, before those who are sworn in."""
ACCOMPANIED = ("didampingi", "ditemani", "dibersamai", "diiringi", "datang bersama", "tiba bersama", "hadir bersama")
"""Before them stands somebody who is there as well: `Bupati Rahmat | didampingi | Camat Sari`."""
RECENT = re.compile(r"\b(?:baru|belum lama)(?: saja| ini)? $")
"""Before `dilantik`, of whoever has a post since lately."""
LONGEST_RECENT = len(" belum lama ini ")
NUMBERED = re.compile(r"\d{1,2}[.)]\s")
"""What an item of a list may begin with: `Hadir dalam kegiatan itu | 1. Bupati Rahmat`, without a colon before."""
LONGEST_REST = 60
"""Characters of a list item behind its last name: degrees, a post that is unknown."""


@rule("part.present", example="Acara itu dihadiri Wakil Bupati Sukamaju, Sari, dan Sekda Budi.")
def present(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Persons named behind a word of presence: `dihadiri`, `turut hadir`, `didampingi`, `bersama`, `dipimpin`."""
    found: list[TookPart] = []
    for scene in scenes:
        uses = ("attendance", "beside") if scene.told else ("attendance",)
        cues = [cue for cue in cues_in(reading, scene.sentence, *uses) if not _describes_holder(reading.text, cue)]
        ends = [*(cue.start() for cue in cues), scene.sentence.end][1:]
        for cue, end in zip(cues, ends, strict=True):
            if scene.heard and modality_of(reading, Span(cue.start(), cue.end())) is not Modality.STATED:
                continue  # of another event: `penyerahan itu akan dihadiri Gubernur`
            if _passes_on(reading, cue) or _signs_a_rule(reading, scene.sentence, cue):
                continue
            there = [*_besides(reading, scene.sentence, cue.start()), *persons_in(reading, Span(cue.end(), end))]
            if is_told_behind(reading, cue, there, last=cue is cues[-1]):
                there = [*persons_in(reading, Span(scene.sentence.start, cue.start())), *there]
            elif not there and not cue[0].casefold().startswith(("di", "me")):
                there = doers_before(reading, scene.sentence.start, cue.start())  # `Bupati Rahmat | tampak | di tribun`
            elif there and folded(cue[0]) in ACCOMPANIED:
                there = [*doers_before(reading, scene.sentence.start, cue.start()), *there]
            role = Role.RECEIVES if _is_of_those_installed(reading, cue) else role_in(cue)
            for name in there:
                found.append(part_of(reading, scene.event, name, role, "part.present"))
                role = Role.ATTENDS if role is Role.REPRESENTS else role  # `diwakili Sekda Sari, | Camat Budi`
    return found


def _describes_holder(text: str, cue: re.Match[str]) -> bool:
    """`Hadir Kepala Dinas yang baru | dilantik, Sari`: since when somebody has the post, and nothing of this event."""
    recent = folded(cue[0]) in INSTALLED and RECENT.search(text, max(0, cue.start() - LONGEST_RECENT), cue.start()) is not None
    return recent and _listing_pattern().match(text, cue.end()) is None


def _is_of_those_installed(reading: Reading, cue: re.Match[str]) -> bool:
    """`Pejabat yang | dilantik antara lain Sari`; but `yang dilantik Bupati Rahmat`, `dilantik oleh Bupati Rahmat`."""
    installed = cue[0].casefold() in INSTALLED and reading.text.endswith("yang ", 0, cue.start())
    return installed and _listing_pattern().match(reading.text, cue.end()) is not None


@cache
def _listing_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\s+\w+){{0,3}}?,?(?:\s*:|\s+(?:{either({*name_cues('filled'), *FILLED})})\b)", re.IGNORECASE)


def _passes_on(reading: Reading, cue: re.Match[str]) -> bool:
    """Whether something passes from hand to hand: `uang yang diterima dari Sari`, not `rombongan diterima Sari`."""
    behind = reading.text[cue.end() : cue.end() + 20].split(maxsplit=1)[:1]
    return cue[0].casefold().startswith("di") and bool(behind) and behind[0].casefold() in participation_cues("given")


def _signs_a_rule(reading: Reading, sentence: Span, cue: re.Match[str]) -> bool:
    """`Peraturan Presiden itu diteken Presiden`: whoever signs a regulation is not at the event told next."""
    signs = cue[0].casefold() in participation_cues("signing")
    return signs and _regulation_pattern().search(reading.text, sentence.start, cue.start()) is not None


@cache
def _regulation_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(form for kind in regulation_kinds() if not kind.draft for form in kind.forms)})\b")


def _besides(reading: Reading, sentence: Span, end: int) -> list[Named]:
    """`Selain Kapolsek Rahmat dan Danramil Budi, kegiatan ini juga | dihadiri Camat Sari`: the first two were there too."""
    opening = _besides_pattern().match(reading.text, sentence.start, end)
    comma = reading.text.rfind(",", sentence.start, end)
    return persons_in(reading, Span(opening.end(), comma)) if opening is not None and comma > opening.end() else []


@cache
def _besides_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(participation_cues('besides'))})\b", re.IGNORECASE)


@rule("part.listed", example="Hadir dalam acara itu:\n1. Camat Sukamulya Sari Dewi")
def listed(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Behind a line with a word of presence each line is somebody who was there where a colon leads them in or a number stands
    before it; so is whoever stands in the next sentence that only goes on with names."""
    found: list[TookPart] = []
    role, by_lines = None, False
    for scene in scenes:
        named = persons_in(reading, scene.sentence)
        cues = cues_in(reading, scene.sentence, "attendance", "acting")
        words = reading.text[scene.sentence.start : scene.sentence.end].rstrip()
        if cues and role is not None and role_in(cues[-1]) is Role.REPRESENTS and opens_item(reading, scene.sentence):
            continue  # `3. Kapolres Sukamulya diwakili Kabag Ops AKP Budi`: an item of its own kind, and the list goes on
        if cues:
            there = modality_of(reading, Span(*cues[-1].span())) is Modality.STATED  # not `yang tidak hadir adalah ...`
            role, by_lines = role_in(cues[-1]) if there else None, words.endswith(":")
        elif role is not None and _is_item(reading, scene.sentence, named, alone=by_lines or NUMBERED.match(words) is not None):
            found.extend(part_of(reading, scene.event, name, role, "part.listed") for name in named)
        elif re.search(r"[^\W\d]{3}", words):
            role = None  # not the number of an item that a stop cuts off
    return found


def _is_item(reading: Reading, sentence: Span, named: list[Named], *, alone: bool) -> bool:
    """Words that name somebody from the beginning and say no more: `2. Kapolsek Sukamulya, AKP Budi Santoso, S.H.`; not
    `alone`, at least two."""
    if len(named) < (1 if alone else 2) or opens_item(reading, sentence) is None:
        return False
    told = telling_pattern().search(reading.text, sentence.start, sentence.end)
    return sentence.end - named[-1].end <= LONGEST_REST and told is None and not cues_in(reading, sentence, "hold", "held")
