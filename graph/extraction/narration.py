"""What the text tells between two quotations: who has the word next, and what is reported without quoting it."""

from __future__ import annotations

import dataclasses
from bisect import bisect_right
from dataclasses import dataclass

from graph.extraction.modality import modality_of
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from graph.extraction.speech_words import clause_pattern
from graph.extraction.subjects import Subject, sentence_speaker, suspect_told, takes_turn
from graph.facts import Key, Modality, Said, Span
from ontology.speech_verbs import reporting_verbs

LEAST_REPORTED = 20
"""Reported speech is a clause, not the name that ends a sentence: `..., kata Rahmat.`"""


@dataclass(slots=True)
class Flow:
    """The speaker that the text has reached, and where the words stand that name them."""

    speaker: Key | None = None
    named: Span | None = None
    last: Key | None = None
    last_named: Span | None = None
    """Whoever spoke last: was quoted, or stood before a verb of saying."""
    beside: Subject | None = None
    """Whom the sentence before names beside whoever speaks; a pronoun may take them up."""
    suspect: Subject | None = None
    """The suspect that the sentence before is about."""
    at: int = 0


def narrate(reading: Reading, flow: Flow, until: int) -> list[Said]:
    """Read the sentences up to `until` for whoever speaks in them; what they report is a claim."""
    found: list[Said] = []
    first = bisect_right(reading.sentences, flow.at, key=lambda sentence: sentence.end)
    for sentence in reading.sentences[first:]:
        start, end = max(sentence.start, flow.at), min(sentence.end, until)
        if start >= end:
            break
        subject = sentence_speaker(reading, Span(start, end), flow.speaker)
        beside, flow.beside = flow.beside, None
        flow.suspect = suspect_told(reading, Span(start, end))
        if beside is not None and beside.named is not None and "\n\n" in reading.text[beside.named.end : start]:
            beside = None  # a new paragraph goes on with whoever speaks
        if subject is None:
            continue
        if beside is not None and subject.named is None and subject.key is not None:  # `Rapat dipimpin Rahmat. Ia meminta ...`
            subject = dataclasses.replace(subject, key=beside.key, named=beside.named)
        if subject.aside and flow.last is not None:
            flow.beside = subject
        elif subject.named is not None:
            flow.speaker, flow.named = subject.key, subject.named
            if subject.verb is not None or takes_turn(reading.text, sentence):
                flow.last, flow.last_named = subject.key, subject.named
        found.extend(_reported(reading, subject, Span(start, end)))
    flow.at = max(flow.at, until)
    return found


@rule("said.reported", example="Rahmat menjelaskan bahwa jembatan itu selesai bulan depan.")
def _reported(reading: Reading, subject: Subject, sentence: Span) -> list[Said]:
    """What follows a verb of saying with `bahwa` (or a comma) is speech as the article puts it."""
    if subject.verb is None or subject.key is None or (subject.named is not None and subject.named.start > subject.verb.start):
        return []
    cue = reading.text[subject.verb.start : subject.verb.end]
    match = clause_pattern(cue.casefold() in reporting_verbs()).match(reading.text, subject.verb.end, sentence.end)
    if match is None or sentence.end - match.end() < LEAST_REPORTED:
        return []
    if modality_of(reading, subject.verb) is not Modality.STATED:  # `belum menjelaskan`
        return []
    return [
        Said(
            span=sentence,
            rule="said.reported",
            modality=Modality.REPORTED,
            speaker=subject.key,
            quote=Span(match.end(), sentence.end),
            cue=cue,
            direct=False,
        )
    ]
