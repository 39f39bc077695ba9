"""The words that may name an event: nouns and verbs of the register of kinds, and verbs of any deed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extraction.occasion_words import (
    agreement_pattern,
    award_kind,
    award_pattern,
    doing_pattern,
    kinds_by_deed,
    kinds_by_noun,
    kinds_by_verb,
    noun_pattern,
    of_aid_pattern,
    other_kind,
    verb_pattern,
)
from graph.extraction.organizations import COURT
from graph.extraction.patterns import folded
from graph.extraction.reading import Reading
from graph.extraction.venues import venue_at
from graph.facts import Span
from ontology.occasions import EventKind, participation_cues

SESSION = "sidang"
PLENARY = "sidang paripurna"
AWARD_REACH = 60
"""Characters from an award to the passive verb behind it: `piala Adipura kategori kota besar yang | diserahkan`."""
PLENARY_WORD = re.compile(r"\bparipurna\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words `start`..`end` of a sentence that may name an event of a kind."""

    kind: EventKind
    start: int
    end: int
    sentence: Span


def nouns_of_events(reading: Reading, sentence: Span) -> list[Trigger]:
    """Nouns of events outside quotations and other names: not `ruang rapat`, `Panitia Musrenbang`, `inspektur upacara`."""
    found = []
    for match in noun_pattern().finditer(reading.text, sentence.start, sentence.end):
        before = reading.text[max(sentence.start, match.start() - 30) : match.start()].split()
        if before and before[-1].casefold() in participation_cues("not-event"):
            continue
        if not _inside(reading, match.start(), match.end()):
            noun = PLENARY if folded(match["form"]) == SESSION and _has_plenary(reading) else folded(match["form"])
            found.append(Trigger(kinds_by_noun()[noun], match.start(), match.end(), sentence))
    return found


def _handed(text: str, verb: Span, sentence: Span) -> EventKind:
    """`Penghargaan diserahkan Menteri`, `piala Adipura yang diserahkan Menteri` are awards, `laporan itu diserahkan kepada
    Bupati` neither that nor aid."""
    passive = text[verb.start : verb.end].casefold().startswith("di")
    if passive:
        award = award_pattern().search(text, max(sentence.start, verb.start - AWARD_REACH), verb.start)
    else:
        award = award_pattern().match(text, verb.end + 1, sentence.end)
    return award_kind() if award is not None else other_kind()


def ceremonies(reading: Reading, sentence: Span) -> list[Trigger]:
    """Ceremonies that only a part in them names: `menjadi inspektur | upacara`."""
    found = []
    for match in noun_pattern().finditer(reading.text, sentence.start, sentence.end):
        before = reading.text[max(sentence.start, match.start() - 30) : match.start()].split()
        if before and before[-1].casefold() in participation_cues("acting"):
            found.append(Trigger(kinds_by_noun()[folded(match["form"])], match.start(), match.end(), sentence))
    return found


def _has_plenary(reading: Reading) -> bool:
    """Whether `Sidang dibuka Ketua DPRD` is the plenary session that the article names elsewhere, and no court's."""
    return PLENARY_WORD.search(reading.text) is not None and not any(m.kind == COURT for m in reading.mentions)


def verbs_of_events(reading: Reading, sentence: Span) -> list[Trigger]:
    """Verbs that are events: not every `mendatangi`, `menandatangani` or `menyerahkan` is one of its kind."""
    found = []
    for match in verb_pattern().finditer(reading.text, sentence.start, sentence.end):
        verb, kind = folded(match[0]), kinds_by_verb()[folded(match[0])]
        if _inside(reading, match.start(), match.end()):
            continue
        before = reading.text[max(sentence.start, match.start() - 30) : match.start()].split()
        if before and (before[-1].casefold() in participation_cues("not-event") or _is_relative(before, verb)):
            continue  # `musim tanam`; `jadwal yang telah dibagikan`
        if verb in participation_cues("to-place") and venue_at(reading, match.end(), sentence.end) is None:
            continue  # `mendatangi Gedung DPRD` is an event, `mendatangi warga` need not be one
        if verb in participation_cues("signing") and not agreement_pattern().search(reading.text, sentence.start, sentence.end):
            continue  # a plaque or a decree is signed
        if verb in participation_cues("handing") and not of_aid_pattern().search(reading.text, sentence.start, sentence.end):
            kind = _handed(reading.text, Span(match.start(), match.end()), sentence)
        found.append(Trigger(kind, match.start(), match.end(), sentence))
    return found


def _is_relative(before: list[str], verb: str) -> bool:
    """Whether a passive verb only says which thing is meant: `sertifikat yang telah dibagikan`."""
    return verb.startswith("di") and [word.casefold() for word in before[-2:]] in (["yang", "telah"], ["yang", "sudah"])


def kind_in(reading: Reading, sentence: Span) -> EventKind | None:
    """The kind a sentence points to where its verb tells none: `bertindak sebagai inspektur upacara`, `piagam diterima`."""
    noun = noun_pattern().search(reading.text, sentence.start, sentence.end)
    if noun is not None:
        return kinds_by_noun()[folded(noun["form"])]
    return award_kind() if award_pattern().search(reading.text, sentence.start, sentence.end) else None


def deeds(reading: Reading, sentence: Span) -> list[Trigger]:
    """What somebody does there, by any verb: `mendatangi Gedung DPRD`, `berkumpul`, `didatangi`, `Kejari Sukamaju | tahan`;
    some tell its kind (`memeriksa`)."""
    return [
        Trigger(kinds_by_deed().get(folded(match["verb"]), other_kind()), match.start("verb"), match.end("verb"), sentence)
        for match in doing_pattern().finditer(reading.text, sentence.start, sentence.end)
        if match["verb"] not in participation_cues("no-deed")
        and not _inside(reading, match.start("verb"), match.end("verb"))
        and (match["bare"] is None or any(m.end == match.start() for m in reading.mentions))
    ]


def _inside(reading: Reading, start: int, end: int) -> bool:
    return reading.is_quoted(start) or any(
        m.start <= start and end <= m.end for m in reading.mentions if m.type in ("organization", "post", "area")
    )
