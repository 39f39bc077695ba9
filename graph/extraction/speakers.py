"""Who spoke at an event: officials whom the article has speak, unless they only commented to the press."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from graph.extraction.evidence import evidence
from graph.extraction.modality import modality_of
from graph.extraction.named import Named
from graph.extraction.occasion_days import days_in, is_limit
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.scenes import Scene, cue_pattern, part_of, persons_in
from graph.extraction.subjects import Subject, sentence_speaker
from graph.facts import Certainty, HoldsPost, Key, Modality, Person, Role, Said, Span, TookPart
from ontology.occasions import participation_cues
from ontology.posts import posts
from ontology.speech_verbs import verbs_behind

DAY_REACH = 60
"""Characters from a speaker to the day: `kata Rahmat | saat ditemui di ruang kerjanya, Jumat (7/11/2025)`."""
OPENING = 25
"""What may stand before an event that opens a sentence: `Dalam kesempatan rapat itu, Rahmat mengatakan ...`."""


@rule("part.speaker", example='"Mari bekerja sama," kata Rahmat dalam sambutannya.')
def speakers(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Officials who speak in an article about an event spoke at it, unless they spoke to the press."""
    said = [claim for claim in reading.claims if isinstance(claim, Said) and claim.speaker]
    scenes_by_sentence = {scene.sentence: scene for scene in reversed(scenes) if scene.heard}
    heard = [*_heard(reading, scenes_by_sentence)]
    commenters = {claim.speaker for claim in said if _to_press(reading, claim)} | _called(reading, scenes)
    told = [*_quoted(reading, said), *heard]
    commenters |= {
        k for k, named, s in told if s in scenes_by_sentence and _is_elsewhere(reading, scenes_by_sentence[s], named)
    }
    held = [claim for claim in reading.claims if isinstance(claim, HoldsPost)]
    officials = {claim.person for claim in held if not _is_counsel(claim)} - commenters
    found: list[TookPart] = []
    for key, span, sentence in told:
        person, scene = reading.entities.get(key), scenes_by_sentence.get(sentence)
        if scene is not None and isinstance(person, Person) and person.name and key in officials:
            part = part_of(reading, scene.event, Named(key, span.start, span.end, "person"), Role.SPEAKS, "part.speaker")
            found.append(replace(part, certainty=Certainty.INFERRED, represents=None, role=Role.SPEAKS))
    return found


def _is_counsel(claim: HoldsPost) -> bool:
    """Whether somebody speaks for a party, to the press: `Kuasa Hukum`; not a `Menteri Hukum`, of whom there is one."""
    ranks = (post.post.casefold().split() for post in posts() if post.post == claim.post and not post.exclusive)
    return any(len(rank) > 1 and rank[-1] in participation_cues("counsel") for rank in ranks)


def _is_elsewhere(reading: Reading, scene: Scene, named: Span) -> bool:
    """Whether somebody speaks on another day than that of the event: `kata Ketua DPRD Rahmat, Jumat (7/11/2025)`."""
    behind = days_in(reading, Span(named.end, min(named.end + DAY_REACH, scene.sentence.end)))
    days = [day for day in behind if not is_limit(reading.text, day) and not reading.is_quoted(day.start)]
    return bool(days) and bool(scene.event.date.value) and scene.event.date.value not in {day.date.value for day in days}


def _called(reading: Reading, scenes: list[Scene]) -> set[Key | None]:
    """Whoever was asked elsewhere: `Dihubungi lewat telepon, Kepala Dinas Sosial ...`, `Terpisah, ...`."""
    called = [s.sentence for s in scenes if cue_pattern("called").search(reading.text, s.sentence.start, s.sentence.end)]
    return {name.key for sentence in called for name in persons_in(reading, sentence)}


def _quoted(reading: Reading, said: list[Said]) -> Iterator[tuple[Key, Span, Span]]:
    """Who is quoted, where the words stand that say so, and the sentences of the quotation."""
    for claim in said:
        for sentence in (reading.sentence_at(claim.quote.start), reading.sentence_at(claim.span.start)):
            yield claim.speaker or "", _where_named(reading, claim), sentence


def _heard(reading: Reading, sentences: dict[Span, Scene]) -> Iterator[tuple[Key, Span, Span]]:
    """Who speaks in a sentence without being quoted: `Sari mengajak warga menjaga kebersihan`."""
    for sentence, scene in sentences.items():
        subject = sentence_speaker(reading, sentence, None)
        if subject is not None and subject.key and subject.named is not None and subject.verb is not None:
            if scene.told is not None and _is_inverted(subject) and scene.told.end < subject.verb.start:
                continue  # `Warga mengikuti vaksinasi di Puskesmas Sukamaju, kata Camat Rahmat`: of it, not there
            if modality_of(reading, Span(subject.verb.start, subject.verb.start)) is Modality.PLANNED:
                continue  # `Menteri Rahmat direncanakan menutup festival`
            yield subject.key, subject.named, sentence


def _is_inverted(subject: Subject) -> bool:
    """Whether a speaker is named behind the verb (`..., kata Rahmat`), or not at all."""
    return subject.verb is None or subject.named is None or subject.verb.start < subject.named.start


@rule("part.told-there", example='"Kami siap," ujar Rahmat saat rapat koordinasi di Aula Pemkab, Senin (5/2/2024).')
def told_there(reading: Reading, scenes: list[Scene]) -> list[TookPart]:
    """Whoever a sentence has speak at the event that it names: `ujar X saat ...`, `Hal itu disampaikan pada ...`."""
    return [
        TookPart(
            span=evidence(reading, scene.told.start, scene.told.end),
            rule="part.told-there",
            certainty=Certainty.INFERRED,
            event=scene.event.key,
            participant=key,
            role=Role.SPEAKS,
        )
        for scene in scenes
        if scene.told is not None and (key := _speaker_there(reading, scene.sentence, scene.told)) is not None
    ]


def _speaker_there(reading: Reading, sentence: Span, told: Span) -> Key | None:
    before_event = [q for q in reading.quotes if q.attribution is not None and q.attribution.end <= told.start]
    if before_event and before_event[-1].outer.end > sentence.start:
        return before_event[-1].speaker
    said = _told_pattern().match(reading.text, sentence.start, told.start)
    if said is not None:
        named = persons_in(reading, Span(said.end(), told.start)) if said["own"] is None else []
        before = [c.speaker for c in reading.claims if isinstance(c, Said) and c.speaker and c.quote.end <= sentence.start]
        return named[0].key if named else before[-1] if before else None
    if told.start - sentence.start > OPENING:
        return None
    subject = sentence_speaker(reading, Span(told.end, sentence.end), None)
    return subject.key if subject is not None and not _is_inverted(subject) else None


def _where_named(reading: Reading, said: Said) -> Span:
    """The words that say who spoke: the attribution behind a quotation, else those that lead to the speech."""
    quote = next((q for q in reading.quotes if q.start == said.quote.start), None)
    if quote is not None and quote.attribution is not None:
        return quote.attribution
    return Span(said.span.start, min(said.span.end, max(said.quote.start, said.span.start + 1)))


def _to_press(reading: Reading, said: Said) -> bool:
    """Whether the words beside the quotation say that it was a comment: `kepada wartawan`, `dalam keterangannya`."""
    text = reading.text
    beside = text[said.span.start : said.quote.start] + " " + text[said.quote.end : reading.sentence_at(said.span.end - 1).end]
    return cue_pattern("press").search(beside) is not None


@cache
def _told_pattern() -> re.Pattern[str]:
    """`Hal itu disampaikan`; `own` where the speaker is the last one: `Hal itu disampaikan | olehnya saat menemani Bupati`."""
    passive = either(form for form in verbs_behind() if form.startswith("di"))
    return re.compile(
        rf"(?:hal|pernyataan|pesan|ini|itu|demikian)\b[^.,]{{0,20}}\b(?:{passive})(?P<own>nya|\s+olehnya)?\b", re.IGNORECASE
    )
