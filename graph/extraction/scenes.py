"""What an article tells of its events, sentence by sentence: the ground on which participants are found."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from graph.extraction.evidence import evidence
from graph.extraction.named import Named, is_bridge, named_in
from graph.extraction.occasion_words import other_kind
from graph.extraction.occasions import ALONE
from graph.extraction.patterns import either
from graph.extraction.reading import Reading
from graph.extraction.subjects import is_brought_along, word_before
from graph.facts import Event, Person, Role, Span, Status, TookPart, TookPlace
from ontology.name_cues import name_cues
from ontology.occasions import participation_cues

LEAD = 3
"""Sentences of the lead: an event first told behind them is not what the article is about."""
LONGEST_BULLET = len("10. Prof. Dr. ")
LONGEST_GAP = 40
"""Characters between a name and its verb: degrees, `yang turut`, `kemudian`."""
PASSING = ("event.done", "event.programme", "event.series")
"""Rules for events that an article tells in one sentence, and does not go on about."""
USES = ("hold", "held", "attendance", "beside", "acting", "given", "does")


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence about an event; `told` is where it names the event, None where it only goes on about it.

    `heard`: whoever speaks in it speaks at the event; of an event that the article only mentions nobody is heard.
    """

    sentence: Span
    event: Event
    told: Span | None = None
    heard: bool = False

    @property
    def goes_on(self) -> bool:
        """Whether a deed that the sentence tells is one of the event: it names the event, or goes on about one held."""
        return self.told is not None or self.event.status is Status.HELD


def scenes_of(reading: Reading) -> list[Scene]:
    """The sentences of the body, each with the events that it tells of, else with the event told last.

    Until another event of another day is told, the article goes on about the one that its headline or lead tells of.
    """
    events = [e for e in reading.entities.values() if isinstance(e, Event) and e.status is not Status.CANCELLED]
    body = reading.body
    main = current = _main(events, body[LEAD - 1].end if len(body) >= LEAD else len(reading.text))
    passing = {c.event for c in reading.claims if isinstance(c, TookPlace) and c.rule in PASSING}
    found: list[Scene] = []
    for sentence in body:
        told = [(e, m) for e in events for m in e.mentions if sentence.start <= m.start < sentence.end]
        found.extend(Scene(sentence, event, mention, event is main and _is_heard(event)) for event, mention in told)
        lasting = [event for event, _ in told if event.key not in passing]
        if lasting and main not in lasting:
            current = main if main is not None and _goes_back(lasting[-1], main) else lasting[-1]
        elif lasting:
            current = main
        elif not told and current is not None:
            found.append(Scene(sentence, current, heard=current is main and _is_heard(current)))
    return found


def _goes_back(last: Event, main: Event) -> bool:
    """Whether an article goes on about its main event behind another one: of the same day, or one that is only announced
    (`Rapat berikutnya dijadwalkan Senin (12/2/2024). Turut hadir Camat Sari.`)."""
    if _is_heard(main) and not _is_heard(last):
        return True
    return last.date.value in ("", main.date.value) and not _is_press(last, main)


def _is_press(event: Event, main: Event) -> bool:
    """Whether an event is the press conference on what the article is about: who is named behind it is there, and took no part
    in the arrest."""
    return event.kind in ALONE and main.kind == other_kind().kind


def _is_heard(event: Event) -> bool:
    """Nobody has spoken yet at an event that is only announced."""
    return event.status is Status.HELD


def _main(events: list[Event], lead_end: int) -> Event | None:
    """The event that an article is about: one told in its headline or lead, and one that was held before one announced."""
    of_lead = [e for e in events if e.mentions[0].start < lead_end]
    return min(of_lead, key=lambda e: (e.status is not Status.HELD, e.mentions[0].start), default=None)


def cues_in(reading: Reading, sentence: Span, *uses: str) -> list[re.Match[str]]:
    """The cues of these uses in a sentence; what is quoted tells of other things (`"... wajib diikuti semua dinas"`)."""
    found = cue_pattern(*uses).finditer(reading.text, sentence.start, sentence.end)
    return [cue for cue in found if not reading.is_quoted(cue.start())]


def role_in(cue: re.Match[str]) -> Role:
    """What the register says that whoever goes with a cue did."""
    word = cue[0].casefold()
    return Role(next((role for use in USES if (role := participation_cues(use).get(word, ""))), Role.ATTENDS))


@cache
def cue_pattern(*uses: str) -> re.Pattern[str]:
    """The words of these uses in the register of participation."""
    words = either(word for use in uses for word in participation_cues(use))
    if "attendance" in uses:
        words += r"|\w*hadiri?"  # run together with the word before: `turuthadir`
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def part_of(reading: Reading, event: Event, name: Named, role: Role, rule: str) -> TookPart:
    """The claim that somebody named took part; whoever is said to stand in for another represents."""
    stands_in = _stands_in_pattern().match(reading.text, name.end)
    behind = named_in(reading, stands_in.end(), reading.sentence_at(name.start).end)[:1] if stands_in else []
    represented = [n for n in behind if stands_in is not None and is_bridge(reading.text[stands_in.end() : n.start])]
    return TookPart(
        span=evidence(reading, name.start, name.end),
        rule=rule,
        event=event.key,
        participant=name.key,
        role=Role.REPRESENTS if stands_in else role,
        represents=represented[0].key if represented else None,
    )


@cache
def _stands_in_pattern() -> re.Pattern[str]:
    """`Sekda Rahmat | mewakili | Bupati`, `Sekda Rahmat yang hadir mewakili`; whoever is `diwakili` did not come."""
    words = either(word for word in participation_cues("absent") if not word.startswith("di"))
    return re.compile(rf"[,\s]*(?:yang )?(?:hadir )?(?:{words})\b", re.IGNORECASE)


def persons_in(reading: Reading, span: Span) -> list[Named]:
    """Persons with a name that are named in `span`; a bare post may be anybody's (`dihadiri para camat`)."""
    names = [n for n in named_in(reading, span.start, span.end) if n.type == "person" or reading.text[n.start].isupper()]
    return named_persons(reading, names)


def opens_item(reading: Reading, sentence: Span) -> Named | None:
    """Whoever a line of a list begins with: `2. | Kapolsek Sukamulya, AKP Budi Santoso, S.H.`"""
    first = next(iter(named_in(reading, sentence.start, sentence.end)), None)
    return first if first is not None and first.start - sentence.start <= LONGEST_BULLET else None


def named_persons(reading: Reading, names: list[Named]) -> list[Named]:
    """Those of `names` that are persons whose name the article gives."""
    persons = {key for key, entity in reading.entities.items() if isinstance(entity, Person) and entity.name}
    return [name for name in names if name.key in persons]


def right_behind(reading: Reading, offset: int, end: int) -> Named | None:
    """Whoever is named right behind a verb: `dibuka (langsung) oleh | Rahmat`."""
    name = next(iter(named_in(reading, offset, end)), None)
    gap = reading.text[offset : name.start].replace("oleh", "").replace("langsung", "") if name else ""
    return name if name is not None and is_bridge(gap) else None


def doers_before(reading: Reading, start: int, verb: int) -> list[Named]:
    """Who does what the verb at `verb` tells, right before it: `Bupati Rahmat dan Camat Sari | menggunting pita`; several are
    joined by `dan`, `bersama` or the like, and by commas before that."""
    names = persons_in(reading, Span(start, verb))
    if not names or verb - names[-1].end > LONGEST_GAP or not _gap_pattern().fullmatch(reading.text, names[-1].end, verb):
        return []
    found = [names.pop()]
    joined = False
    while names:
        join = _join_pattern().fullmatch(reading.text, names[-1].end, found[0].start)
        joined = joined or (join is not None and join["word"] is not None)
        if names[-1].key != found[0].key and (join is None or not joined):
            break
        found.insert(0, names.pop())
    along = word_before(reading.text, found[0]) in _joining_words()
    return [] if is_brought_along(reading.text, found[0]) and not along else found


@cache
def _gap_pattern() -> re.Pattern[str]:
    """Degrees, adverbs and `yang` between a name and its verb, or a clause: `Lurah Rahmat yang mampir | ikut makan`."""
    passed = either({*name_cues("adverb"), "yang", "langsung", "ikut"})
    return re.compile(rf"(?:[,\s]+(?:[A-Z][\w.]*|{passed}))*(?:,?\s+yang\s[^,.;:]+)?[,\s]+")


@cache
def _join_pattern() -> re.Pattern[str]:
    """What joins two who act together: `, S.Sos., M.Si. dan `, `, didampingi `; or a comma."""
    return re.compile(rf"(?:,?\s+[A-Z][\w.]*\.[\w.]*)*,?\s+(?:(?P<word>{either(_joining_words())})\s+)?(?:[A-Z][\w.]*\.\s*)*")


@cache
def _joining_words() -> frozenset[str]:
    return frozenset({*name_cues("joint"), *participation_cues("along"), "didampingi", "ditemani"})


def is_told_behind(reading: Reading, cue: re.Match[str], behind: list[Named], *, last: bool) -> bool:
    """Whether those who are there stand before the word, the `last` of its sentence: `Sari dan Budi turut | hadir`,
    `Sari | mendampingi Bupati`; or others come along with them: `Sari turut | hadir didampingi Budi`."""
    word = cue[0].casefold()
    active = word.split()[-1].startswith("men") or ("hadir" in word and not behind)
    return (last and active) or _accompanied().match(reading.text, cue.start()) is not None


@cache
def _accompanied() -> re.Pattern[str]:
    return re.compile(rf"hadir\s+(?:{either([*participation_cues('beside'), 'didampingi', 'ditemani'])})\b")
