"""Who took part in an event: led, held, attended, spoke, received, or stood in for somebody.

Whoever only comments to the press, and whoever another represents, did not take part.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from graph.extraction.agents import agents, done_by
from graph.extraction.deeds import doing, visitors
from graph.extraction.hearings import accused
from graph.extraction.modality import modality_of
from graph.extraction.named import Named, named_in
from graph.extraction.occasion_words import kinds_by_noun, occasion_pattern
from graph.extraction.patterns import either, folded
from graph.extraction.presence import listed, present
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import (
    Scene,
    cue_pattern,
    cues_in,
    named_persons,
    opens_item,
    part_of,
    persons_in,
    right_behind,
    role_in,
    scenes_of,
)
from graph.extraction.speakers import speakers, told_there
from graph.extraction.stand_ins import absent_in, spokesmen
from graph.extraction.subjects import is_brought_along, opens, word_before
from graph.facts import Key, Modality, Role, Span, Status, TookPart
from ontology.name_cues import name_cues
from ontology.occasions import event_kinds, participation_cues
from ontology.speech_verbs import reporting_verbs, speech_cues

HOLD_REACH = 70
"""As for events: from a verb to the event it holds."""
DEED = re.compile(r"(?:me|ber)[a-z]{4,}")
"""An active verb that no register knows and that is the event by itself: `memperbaiki jembatan`."""
CUE_REACH = 60
"""Characters that may stand between a part and who plays it: `bertindak selaku inspektur upacara adalah Rahmat`."""


def find_participants(reading: Reading) -> None:
    """Add a `TookPart` claim for each person or body that takes part in an event of the article, once for each event."""
    scenes = scenes_of(reading)
    found: dict[tuple[Key, Key], TookPart] = {}
    for rule_of in (
        holders,
        agents,
        done_by,
        visitors,
        given,
        installed,
        present,
        listed,
        met,
        acting,
        doing,
        spokesmen,
        told_there,
        speakers,
        accused,
        doing_there,
    ):
        for part in rule_of(reading, scenes):
            first = found.setdefault((part.event, part.participant), part)
            if part.role is Role.REPRESENTS and first.role is not Role.REPRESENTS:
                found[part.event, part.participant] = part
    absent = {key for scene in scenes for key in absent_in(reading, scene.sentence)}
    planned = {scene.event.key for scene in scenes if scene.event.status is Status.ANNOUNCED}
    reading.claims.extend(
        replace(part, modality=Modality.PLANNED) if part.event in planned else part
        for part in found.values()
        if part.participant not in absent
    )


@rule("part.holder", example="Bupati Sukamaju, Rahmat, memimpin rapat koordinasi di Aula Pemkab, Senin (5/2/2024).")
def holders(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever is named before the verb of the event in its clause leads, holds or attends it."""
    found: list[TookPart] = []
    for scene in scenes:
        role = _holding_role(reading, scene, scene.told) if scene.told else None
        if scene.told is None or role is None or _only_will(reading, scene, scene.told):
            continue
        for name in _subjects(reading, scene.sentence, scene.told) or _meant(reading, scene.sentence, scene.told):
            own = _own_role(reading, name, role)
            if own is not None:
                found.append(part_of(reading, scene.event, name, own, "part.holder"))
    return found


def _only_will(reading: Reading, scene: Scene, told: Span) -> bool:
    """Whether a sentence tells what somebody will do at another: `Gubernur | akan hadir pada rapat berikutnya`."""
    return scene.event.status is Status.HELD and modality_of(reading, told) is Modality.PLANNED


def _subjects(reading: Reading, sentence: Span, told: Span) -> list[Named]:
    """Whoever is named before an event in its clause, and not in a quotation; a bare post (`Bupati memimpin rapat`) only where
    no person is."""
    absent = absent_in(reading, sentence)
    names = [
        name
        for name in named_in(reading, sentence.start, told.start)
        if name.key not in absent
        and not reading.is_quoted(name.start)
        and not _subordinate_pattern().search(reading.text, name.end, told.start)
    ]
    if names and _relative_pattern().match(reading.text, names[-1].end, told.start):
        return names[-1:]  # `Rahmat memuji Dinas Sosial yang telah menggelar pelatihan`
    persons = {name.key for name in named_persons(reading, names)}
    return [name for name in names if name.type == "organization" or not persons or name.key in persons]


def _meant(reading: Reading, sentence: Span, told: Span) -> list[Named]:
    """Whom a pronoun means, the first of the sentence before: `Rahmat tiba Kamis. Esoknya | ia meninjau pasar`."""
    if named_in(reading, sentence.start, told.start) or not _pronoun_pattern().search(reading.text, sentence.start, told.start):
        return []
    before = max((s for s in reading.body if s.end <= sentence.start), default=sentence, key=lambda s: s.start)
    return persons_in(reading, before)[:1]


@cache
def _pronoun_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(speech_cues('pronoun'))})\s+(?:\w+\s+){{0,3}}$", re.IGNORECASE)


def _own_role(reading: Reading, name: Named, role: Role) -> Role | None:
    """A body can hold an event, a person leads or attends it; whoever comes along attends, whoever is only named does not."""
    beside = word_before(reading.text, name)
    if is_brought_along(reading.text, name):
        along = beside in {*participation_cues("attendance"), *participation_cues("beside"), "dan"}
        return Role.ATTENDS if along and name.type != "organization" else None
    if name.type == "organization":
        return role if role is Role.ORGANISES else None
    return Role.LEADS if role is Role.ORGANISES else role


@rule("part.doing-there", example="Anggota DPRD Sukamaju, Rahmat, menyambangi warga dalam reses di Desa Sukamulya.")
def doing_there(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever does something else at an event that the sentence names in passing attends it."""
    found: list[TookPart] = []
    for scene in scenes:
        if scene.told is None or _holding_role(reading, scene, scene.told) is not None:
            continue
        if occasion_pattern().search(reading.text, scene.sentence.start, scene.told.start):
            subjects = _subjects(reading, scene.sentence, scene.told)
            there = [n for n in subjects if opens(reading.text, scene.sentence, n) and not reading.is_quoted(n.start)]
            persons = named_persons(reading, there)
            found.extend(part_of(reading, scene.event, name, Role.ATTENDS, "part.doing-there") for name in persons)
    return found


@rule("part.given", example="Bupati Sukamaju menyerahkan bantuan kepada Camat Sukamulya, Sari.")
def given(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever receives what is handed over at the event, or hands it over; whoever is sworn in, visited or received."""
    found: list[TookPart] = []
    for scene in scenes:
        if scene.told is None or folded(reading.text[scene.told.start : scene.told.end]) not in _event_verbs():
            continue
        met = right_behind(reading, scene.told.end, scene.sentence.end)
        if met is not None and met.type == "person":
            role = Role.RECEIVES if scene.event.kind in _receiving_kinds() else Role.ATTENDS
            if role is Role.RECEIVES and reading.text[scene.told.start : scene.told.end].casefold().startswith("di"):
                role = Role.LEADS  # `Lima camat dilantik Bupati Rahmat`
            found.append(part_of(reading, scene.event, met, role, "part.given"))
        for cue in cue_pattern("given").finditer(reading.text, scene.told.end, scene.sentence.end):
            name = right_behind(reading, cue.end(), scene.sentence.end)
            if name is not None and name.type == "person":
                found.append(part_of(reading, scene.event, name, role_in(cue), "part.given"))
    return found


@rule("part.installed", example="Pelantikan berlangsung di pendopo. Camat Sukamulya kini dijabat Sari.")
def installed(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Of a swearing-in the article goes on to say who got which post."""
    found: list[TookPart] = []
    for scene in scenes:
        if scene.event.kind not in _receiving_kinds():
            continue
        if cues_in(reading, scene.sentence, "installed") or _is_item(reading, scene.sentence):
            there = persons_in(reading, scene.sentence)
            found.extend(part_of(reading, scene.event, name, Role.RECEIVES, "part.installed") for name in there)
        found.extend(part_of(reading, scene.event, name, role, "part.installed") for name, role in _handed(reading, scene))
    return found


def _handed(reading: Reading, scene: Scene) -> list[tuple[Named, Role]]:
    """Who hands an office on and who takes it: `serah terima jabatan Camat Boja dari | Budi Santoso | kepada | Sari Dewi`."""
    found: list[tuple[Named, Role]] = []
    for cue in cues_in(reading, scene.sentence, "given"):
        name = right_behind(reading, cue.end(), scene.sentence.end)
        if name is not None and name.type == "person":
            found.append((name, role_in(cue)))
    return found if len({role for _, role in found}) > 1 else []


def _is_item(reading: Reading, sentence: Span) -> bool:
    """An item of the list of those who are sworn in: `1. Sari Dewi, M.Pd sebagai Kepala Dinas Pendidikan`."""
    first = opens_item(reading, sentence)
    if first is None or first.type != "person":
        return False
    return _becomes_pattern().search(reading.text, first.start, sentence.end) is not None


@cache
def _becomes_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(name_cues('equals'))})\s+[A-Z]")


@rule("part.acting", example="Bertindak selaku inspektur upacara adalah Bupati Sukamaju, Rahmat.")
def acting(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever plays a part at the event: inspector of the ceremony, speaker, reporter."""
    found: list[TookPart] = []
    for scene in scenes:
        for cue in cues_in(reading, scene.sentence, "acting"):
            names = _players(reading, scene.sentence, cue)
            found.extend(part_of(reading, scene.event, name, role_in(cue), "part.acting") for name in names)
    return found


def _players(reading: Reading, sentence: Span, cue: re.Match[str]) -> list[Named]:
    """Who plays the part: `Narasumber adalah X dan Y`, `X sebagai narasumber`; of `dalam sambutannya` one person alone."""
    before = persons_in(reading, Span(max(sentence.start, cue.start() - CUE_REACH), cue.start()))
    behind = persons_in(reading, Span(cue.end(), sentence.end))
    if cue[0].casefold().endswith("nya"):
        return before[-1:] or behind[:1]
    return before or behind


@rule("part.met", example="Hal itu disampaikan saat audiensi dengan Bupati Sukamaju, Rahmat.")
def met(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever an audience or a meeting is said to be with."""
    found: list[TookPart] = []
    for scene in scenes:
        cue = _met_pattern().match(reading.text, scene.told.end, scene.sentence.end) if scene.told else None
        if cue is not None:
            behind = named_in(reading, cue.end(), scene.sentence.end)
            found.extend(part_of(reading, scene.event, n, Role.ATTENDS, "part.met") for n in named_persons(reading, behind))
    return found


def _holding_role(reading: Reading, scene: Scene, told: Span) -> Role | None:
    """What the subject of the event's verb did: the verb before its noun says, or the event is a verb itself."""
    before = cue_pattern("hold").finditer(reading.text, max(scene.sentence.start, told.start - HOLD_REACH), told.start)
    cues = [role_in(cue) for cue in before]
    if cues:
        return cues[-1]
    words = folded(reading.text[told.start : told.end])
    deed = DEED.fullmatch(words) is not None and words not in kinds_by_noun()  # not `bersih-bersih`
    return Role.LEADS if words in _event_verbs() or deed else None


@cache
def _met_pattern() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{either(participation_cues('with'))})\b", re.IGNORECASE)


@cache
def _relative_pattern() -> re.Pattern[str]:
    """A clause of the name before it, in which it holds the event: `yang telah menggelar`."""
    return re.compile(rf"\s+yang\s+(?:\w+\s+){{0,2}}?(?:{either(participation_cues('hold'))})\b[^,]*$", re.IGNORECASE)


@cache
def _subordinate_pattern() -> re.Pattern[str]:
    """Another clause begins: `bahwa`, `karena`, or a verb that reports what others do (`menuturkan dinas akan ...`)."""
    return re.compile(rf"\b(?:{either({*speech_cues('subordinate'), *reporting_verbs()})})\b", re.IGNORECASE)


@cache
def _receiving_kinds() -> frozenset[str]:
    return frozenset(kind.kind for kind in event_kinds() if kind.receives)


@cache
def _event_verbs() -> frozenset[str]:
    return frozenset(folded(verb) for kind in event_kinds() for verb in kind.verbs)
