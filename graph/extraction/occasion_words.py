"""The words by which an article tells of events: patterns made from the registers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from graph.extraction.patterns import either, folded
from graph.facts import Span
from ontology.bodies import headline_verbs
from ontology.calendar import weekdays
from ontology.occasions import EventKind, event_kinds, participation_cues
from ontology.programs import program_words
from ontology.speech_verbs import reporting_verbs, speech_verbs

ORGANISES = "organises"
OTHER = "other"
"""The family of the kind `Lainnya`."""


@cache
def kinds_by_noun() -> dict[str, EventKind]:
    """The kind of event that a noun names, by the noun folded."""
    return {folded(noun): kind for kind in event_kinds() for noun in kind.nouns}


@cache
def kinds_by_verb() -> dict[str, EventKind]:
    """The kind of event that a verb is, by the verb folded."""
    return {folded(verb): kind for kind in event_kinds() for verb in kind.verbs}


@cache
def kinds_by_deed() -> dict[str, EventKind]:
    """The kind of event that a verb tells where it is the news of a day, by the verb folded."""
    return {folded(verb): kind for kind in event_kinds() for verb in kind.deeds}


@cache
def other_kind() -> EventKind:
    """The kind `Lainnya`, of what no other is."""
    return next(kind for kind in event_kinds() if kind.family == OTHER)


@cache
def noun_pattern() -> re.Pattern[str]:
    """A noun of an event, its `form` without `nya`: `rapat`, `upacaranya`."""
    return _words(kinds_by_noun(), r"(?P<form>", r")(?:nya)?")


@cache
def verb_pattern() -> re.Pattern[str]:
    """A verb that is an event: `meninjau`, `melantik`."""
    return _words(kinds_by_verb(), "(?:", ")")


@cache
def doing_pattern() -> re.Pattern[str]:
    """A verb by its prefix (`mendatangi`, `didatangi`, `berkumpul`, `terulang`), or `bare` as in headlines (`tahan`)."""
    prefixed = r"(?:me[a-z]{4,}|di[a-z]{4,}|ber[a-z]{4,}|ter[a-z]{5,})"
    return re.compile(rf"(?:(?<![\w-])|(?P<bare>\s))(?P<verb>(?(bare)(?:{either(headline_verbs())})|{prefixed}))(?![\w-])")


@cache
def title_pattern() -> re.Pattern[str]:
    """`membuka acara Temu Karya Taruna`: a verb that holds an event, and a `title` of two capitals or more."""
    verbs = either(participation_cues("hold"))
    lead = r"(?:(?:acara|kegiatan|pelaksanaan|gelaran)\s+)?"
    word = r"(?:[A-Z][\w’'.-]*|ke-\d+|\d{4})"
    return re.compile(rf"\b(?i:(?P<verb>{verbs}))\s+{lead}(?P<title>[A-Z][\w’'-]*(?: (?:dan )?{word})+)")


@cache
def organising_pattern() -> re.Pattern[str]:
    """A verb that says nothing but that something is held, with the word for it: `menggelar | kelas ibu hamil`."""
    lead = r"(?:(?:acara|kegiatan|giat|pelaksanaan|gelaran)\s+)?"
    return re.compile(rf"(?<![\w-])(?P<verb>{either(participation_cues('hold'))})\s+{lead}(?P<what>(?!di\b)\w+)(?![\w-])")


@cache
def organised_pattern() -> re.Pattern[str]:
    """The same in the passive, behind the words for it: `Tes tertulis akan | digelar`."""
    mood = r"(?:\s(?:akan|telah|sudah|kembali|juga|resmi|bakal|yang|itu|ini|tersebut))*"
    what = r"(?P<what>(?!(?:di|pada|dalam|saat)\b)\w[\w-]*(?:\s[\w-]+){0,4}?)"
    opens = r"(?:^|(?<=[,.!?”\"–—-]\s))"
    return re.compile(rf"(?:{opens}{what}{mood}\s)?(?<![\w-])(?P<verb>{_organising('held')})(?![\w-])", re.MULTILINE)


def _organising(use: str) -> str:
    return either(word for word, role in participation_cues(use).items() if role == ORGANISES)


@cache
def hold_pattern() -> re.Pattern[str]:
    """A verb before the event that it holds: `menggelar`, `memimpin`."""
    return _words(participation_cues("hold"), "(?P<verb>", ")")


@cache
def held_pattern() -> re.Pattern[str]:
    """A verb behind the event that is held: `digelar`, `dihadiri`."""
    return _words(participation_cues("held"), "(?P<verb>", ")")


@cache
def occasion_pattern() -> re.Pattern[str]:
    """What leads in an event that a sentence only refers to, up to the event: `saat`, `usai kegiatan`."""
    return _words(participation_cues("occasion"), "(?:", r")(?:\s+\w+){0,2}\s*$")


@cache
def day_beside_pattern() -> re.Pattern[str]:
    """What may stand between an event and its day: `jalan sehat | pada `, `upacara | Hari Santri, `."""
    return re.compile(r"(?:\s[A-Z][\w’'.-]*){0,5},?\s+(?P<on>(?:pada\s+)?(?:hari\s+|tanggal\s+)?)")


@cache
def next_pattern() -> re.Pattern[str]:
    """What came after an event: `dilanjutkan`."""
    return _words(participation_cues("next"), "(?:", ")")


@cache
def going_pattern() -> re.Pattern[str]:
    """What somebody does who goes to a place: `menuju`, `turun`."""
    return _words(participation_cues("goes"), "(?:", ")")


@cache
def crowd_pattern() -> re.Pattern[str]:
    """What a crowd does to a place: `memadati`."""
    return _words(participation_cues("crowd"), "(?:", ")")


@cache
def past_pattern() -> re.Pattern[str]:
    """Behind a day of the time before the news: `Selasa (5/2) | lalu`."""
    return re.compile(rf"\)?\s*(?:{either(participation_cues('past'))})\b", re.IGNORECASE)


@cache
def aim_pattern() -> re.Pattern[str]:
    """What an event is held for, or follows: `menyambut`, `tindak lanjut`."""
    return _words(participation_cues("aim"), "(?:", ")")


@cache
def given_up_pattern() -> re.Pattern[str]:
    """What leads in the day that was first meant: `semula dijadwalkan | Senin (5/8/2024)`."""
    return _words(participation_cues("given-up"), "(?:", r")(?:\s+\w+){0,3}\s*$")


@cache
def same_day_pattern() -> re.Pattern[str]:
    """The day told last is meant: `pagi itu`."""
    return _words(participation_cues("same-day"), "(?:", ")")


@cache
def weekday_pattern() -> re.Pattern[str]:
    """A day of the week with its time and no date: `Selasa sore`."""
    forms = either(form for day in weekdays() for form in (day.name, *day.forms))
    return re.compile(rf"\b(?P<day>{forms})\s+(?:pagi|siang|sore|petang|malam)\b", re.IGNORECASE)


@cache
def agreement_pattern() -> re.Pattern[str]:
    """What is signed where signing is an event: `nota`, `perjanjian`, `MoU`."""
    return _object("agreement")


@cache
def hearing_pattern() -> re.Pattern[str]:
    """What a court does: `sidang`, `putusan`."""
    return re.compile(rf"\b(?:{either(participation_cues('hearing'))})\b", re.IGNORECASE)


@cache
def award_kind() -> EventKind:
    """The kind of award ceremonies: the one whose nouns say so."""
    return kinds_by_noun()["penyerahan penghargaan"]


@cache
def award_pattern() -> re.Pattern[str]:
    """What is handed over at an award: `piagam`, `trofi`."""
    return _object("award")


@cache
def of_aid_pattern() -> re.Pattern[str]:
    """What is handed over where handing is an event of aid: `bantuan`, `sumbangannya`, `sembako`."""
    goods = either(program_words("aid") | program_words("aid-good"))
    return re.compile(rf"(?<!\w)(?:{goods})(?:nya)?(?!\w)", re.IGNORECASE)


@cache
def telling_pattern() -> re.Pattern[str]:
    """Somebody says what is told, or is asked: `mengatakan`, `ujarnya`, `ditemui`."""
    spoken = [verb for verb in speech_verbs() if not verb.document]
    verbs = {form for verb in spoken for form in verb.active}
    after = {form for verb in spoken for form in verb.after}
    said = {*verbs, *(f"{form}nya" for form in (*verbs, *after)), *(form for form in after if form.startswith("di"))}
    words = either({*said, *participation_cues("press")})
    return re.compile(rf"(?<![\w-])(?:(?<=[,”\"] ){either(after)}|{words})(?![\w-])")  # not `Kritik itu ...`, a noun


@cache
def reporting_pattern() -> re.Pattern[str]:
    """A verb of saying right behind the day on which it was said: `Rabu (9/7/2025)|, mengatakan`."""
    return re.compile(rf"[\s,)]*(?:\w+\s+)?(?:{either(reporting_verbs())})(?![\w-])", re.IGNORECASE)


@cache
def said_pattern() -> re.Pattern[str]:
    """The same before that day: `mengatakan, |Rabu (9/7/2025)`, `saat ditemui di kantornya, |Rabu (9/7/2025)`."""
    press = rf"(?:{either(participation_cues('press'))})\b[^.;:]{{0,60}}"
    return re.compile(rf"(?<![\w-])(?:{either(reporting_verbs())}|{press}),?\s*(?:pada\s+)?(?:hari\s+)?$", re.IGNORECASE)


def is_background(text: str, sentence: Span) -> bool:
    """A sentence that opens with what happened before the news: `Sebelumnya, ...`, `Diberitakan sebelumnya, ...`."""
    words = [word.casefold() for word in re.findall(r"\w+", text[sentence.start : sentence.start + 40])[:2]]
    own_day = bool(words) and words[0] in participation_cues("day-before")  # `Sehari sebelumnya (8/12), penyerahan serupa ...`
    return not own_day and any(word in participation_cues("background") for word in words)


def _object(use: str) -> re.Pattern[str]:
    """What a verb is done to, by its cues: `piagam`, `piagamnya`."""
    return re.compile(rf"\b(?:{either(participation_cues(use))})(?:nya)?\b", re.IGNORECASE)


def _words(forms: Iterable[str], left: str, right: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){left}{either(forms)}{right}(?![\w-])", re.IGNORECASE)
