"""Who runs a programme: the body that a verb joins to it, the body after `melalui` or `oleh`, the body of the speaker."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import Mention, Reading
from graph.facts import Area, HoldsPost, Key, Organization, Span
from ontology.bodies import organization_kinds
from ontology.programs import program_words

COMPANION = re.compile(r"\b(dengan|bersama)\s[^,.;:]{0,40}$")
"""`berkoordinasi dengan Bank X dan Kantor Pos untuk menyalurkan ...`: those named after it help, they do not run it."""
RIGHT_BEHIND = re.compile(r"\s+(?:(?:dari|milik)\s+)?")
"""Between a programme and its body: `PKH dari Kementerian Sosial`, whoever hands it over."""
OPENING = re.compile(r"(?:Melalui|Lewat|Dengan)\s+(?:\w+\s+){0,3}[\"“‘]?")
"""What opens a sentence before the programme through which its subject acts."""
BEFORE_SUBJECT = re.compile(r"[\"”’]?(?:\s*\([^()]{1,80}\))?,\s+")
BRACKETS = re.compile(r"[\"”’]?\s*\([^()\n]{1,100}\)")
"""What spells a name out, before who made it: `SI PAJAK (Sistem Informasi Pajak) yang digagas Bapenda`."""
LONGEST_THROUGH = 30
"""Characters before the body that opens a sentence, or between `lewat` and a programme: `lewat skema kredit `."""
REACH = 60
"""Characters between a programme and `melalui DINAS`: `BLT yang diberikan selama tiga bulan melalui Kementerian Sosial`."""


def provider_of(reading: Reading, span: Span, *, national: bool) -> Key | None:
    """The key of the body that runs the programme named at `span`, None where its sentence does not say.

    A `national` programme is not run by the region that has it (`Kabupaten X memiliki Sekolah Rakyat`).
    """
    sentence = reading.sentence_at(span.start)
    return (
        _right_behind(reading, span)
        or _by_verb(reading, sentence, span, _runs_pattern(has=not national))
        or _by_preposition(reading, sentence, span)
        or _through(reading, sentence, span)
        or _opened(reading, sentence, span)
        or _own_body(reading, sentence, span)
        or _by_anaphor(reading, sentence, span)
    )


def _bodies(reading: Reading, start: int, end: int) -> list[Mention]:
    return reading.mentions_in(start, end, "organization")


def _right_behind(reading: Reading, span: Span) -> Key | None:
    """`program Bedah Rumah Dinas Perkim`, `PKH dari Kementerian Sosial`: the body whose name stands right behind."""
    behind = next(iter(_bodies(reading, span.end, span.end + REACH + 40)), None)
    return behind.key if behind is not None and RIGHT_BEHIND.fullmatch(reading.text, span.end, behind.start) else None


def _by_verb(reading: Reading, sentence: Span, span: Span, verbs: re.Pattern[str]) -> Key | None:
    """`Pemerintah Kota X mempunyai Program Y`; an area may stand for its government (`Kota X mempunyai ...`)."""
    before = reading.mentions_in(sentence.start, span.start, "organization", "area")
    bodies = [m for m in before if m.type == "organization"]
    for mention in reversed(before):
        if COMPANION.search(reading.text[sentence.start : mention.start]) or _only_tells(reading, sentence, mention):
            continue
        if mention.type == "area" and any(b.start <= mention.start and mention.end <= b.end for b in bodies):
            continue
        between = reading.text[mention.end : span.start]
        if verbs.search(between):
            if (runs := mention.key if mention.type == "organization" else _government(reading, mention.key)) is not None:
                return runs
            continue  # `Pemerintah Desa Mekar Kecamatan Sungkai menyalurkan ...`
        if _listing_pattern().match(between) and "program" in reading.text[sentence.start : mention.start].lower():
            return mention.key if mention.type == "organization" else _government(reading, mention.key)
    return None


def _only_tells(reading: Reading, sentence: Span, mention: Mention) -> bool:
    """`laporan BPS soal program yang memberikan ...`, `menurut data Dinas Sosial`"""
    before = reading.text[sentence.start : mention.start].split()
    return bool(before) and before[-1].casefold() in program_words("told")


def _by_preposition(reading: Reading, sentence: Span, span: Span) -> Key | None:
    """`Program Y oleh Dinas Z`, `melalui`, `milik`."""
    brackets = BRACKETS.match(reading.text, span.end)
    end = brackets.end() if brackets else span.end
    for mention in _bodies(reading, end, min(sentence.end, end + REACH + 40)):
        if _by_pattern().search(reading.text[end : mention.start]):
            return mention.key
    return None


def _through(reading: Reading, sentence: Span, span: Span) -> Key | None:
    """`Pemkab akan memasang 25 kamera lewat Program Y`: whoever acts through it, the first body of the sentence."""
    if through_pattern().search(reading.text, max(sentence.start, span.start - LONGEST_THROUGH), span.start) is None:
        return None
    bodies = [m for m in _bodies(reading, sentence.start, span.start) if m.start - sentence.start <= LONGEST_THROUGH]
    public = bodies and (bodies[0].kind.startswith("pemerintah") or organization_kinds()[bodies[0].kind].public)
    return bodies[0].key if public else None


def _opened(reading: Reading, sentence: Span, span: Span) -> Key | None:
    """`Melalui Program Warung Sehat, | Dinas Sosial Batang membantu warga`: the subject right behind runs it."""
    if OPENING.fullmatch(reading.text, sentence.start, span.start) is None:
        return None
    behind = BEFORE_SUBJECT.match(reading.text, span.end)
    bodies = _bodies(reading, behind.end(), sentence.end) if behind else []
    return bodies[0].key if behind and bodies and bodies[0].start == behind.end() else None


def _by_anaphor(reading: Reading, sentence: Span, span: Span) -> Key | None:
    """`Bantuan ini ... melalui Kementerian Sosial`, `Aplikasi milik Pemkab itu`: a later sentence speaks of the programme."""
    later = [s for s in reading.sentences if s.start >= sentence.end][:8]
    for other in later:
        if not re.match(r"(Bantuan|Program|Aplikasi|Layanan)\s+(ini|tersebut|milik)\b", reading.text[other.start : other.end]):
            continue
        for mention in _bodies(reading, other.start, other.end):
            if _by_pattern().search(reading.text[max(other.start, mention.start - 12) : mention.start]):
                return mention.key
        return None
    return None


def _own_body(reading: Reading, sentence: Span, span: Span) -> Key | None:
    """`pada OPD-nya ada Program Y`, `pihaknya menyalurkan ...`: the body of the official named last before."""
    if not re.search(
        r"\b(OPD|dinas|badan|instansi|lembaga|kampus|kantor|perusahaan|pihak)\s?-?nya\b",
        reading.text[sentence.start : span.start],
        re.IGNORECASE,
    ):
        return None
    persons = [m for m in reading.mentions if m.type in ("person", "post") and m.end <= span.start]
    bodies = {c.person: c.body for c in reading.claims if isinstance(c, HoldsPost) and c.body is not None}
    return next((bodies[m.key] for m in reversed(persons) if m.key in bodies), None)


def _government(reading: Reading, area: Key) -> Key | None:
    place = reading.entities[area]
    if not isinstance(place, Area) or place.kind not in ("provinsi", "kabupaten", "kota"):
        return None
    return next(
        (
            k
            for k, e in reading.entities.items()
            if isinstance(e, Organization) and e.area == area and e.kind.startswith("pemerintah")
        ),
        None,
    )


@cache
def through_pattern() -> re.Pattern[str]:
    """`lewat skema kredit |`, `melalui |`: right before a programme that somebody acts through."""
    return re.compile(r"\b(?:lewat|melalui)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@cache
def _runs_pattern(*, has: bool) -> re.Pattern[str]:
    verbs = program_words("runs") | program_words("has") if has else program_words("runs")
    return re.compile(rf"\b(?:{either(verbs)})\b", re.IGNORECASE)


@cache
def _listing_pattern() -> re.Pattern[str]:
    """`Program unggulan Pemkab Batang | adalah ...`: what joins those whose programmes they are to their names."""
    return re.compile(rf",?\s*(?:{either(program_words('listing') | program_words('being'))})\b", re.IGNORECASE)


@cache
def _by_pattern() -> re.Pattern[str]:
    """What stands right before the body: `melalui Kementerian Sosial`, `..., inovasi Dinas Koperasi`."""
    words = program_words("by") | program_words("owned") | program_words("kind")
    return re.compile(rf"\b(?:{either(words)})\s*$", re.IGNORECASE)
