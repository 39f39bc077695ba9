"""Who a sentence has speak or act: the person, post or body before its verb, or behind a verb of saying.

Whoever is only brought along (`bersama`, `didampingi`, `kepada`) is not the subject.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extraction.named import LONGEST_NAMING, Named, is_bridge, named_in, speaking_in
from graph.extraction.quotes import SENTENCE_END
from graph.extraction.reading import Reading
from graph.extraction.speech_words import (
    accused_pattern,
    active_pattern,
    after_pattern,
    aside_pattern,
    aside_words,
    companion_words,
    description_opening,
    official_pattern,
    passive_pattern,
    pronoun_opening,
    read_pattern,
    somebody_pattern,
    source_pattern,
    voice_pattern,
)
from graph.facts import Key, Person, Span
from ontology.speech_verbs import reporting_verbs, speech_cues
from ontology.titles import is_honorific

LONGEST_OPENING = 60
"""What may stand before a subject: `Pada kesempatan yang sama, Rahmat ...`."""
MAX_CONNECTING = 5
"""Words of `Di forum yang sama`, with one to spare."""
LOOK_BACK = 300
"""Characters to the name that a description takes up: `... tidak memuaskan Rahmat. Politisi Golkar ini heran ...`."""
ACTIVE = re.compile(r"(?:,\s*[A-Z][\w.]*)*,?\s+me[a-z]{4,}")
"""A verb behind a name and its degrees."""
RELATIVE = re.compile(r",?\s+yang\s[^,;:\"“”]*\s")
"""What leads from a name to another in a relative clause; behind a comma the main clause goes on."""
MAX_READ = 40
"""`membacakan amanat tertulis` and a blank."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a sentence has speak. `named` is None where a pronoun stands, `key` too where nobody does, `verb` where no verb of
    saying does.
    """

    key: Key | None
    named: Span | None
    verb: Span | None = None
    aside: bool = False
    """Whether the sentence only names them beside whoever speaks: what is done by them, who attends, who approves."""


def sentence_speaker(reading: Reading, sentence: Span, current: Key | None) -> Subject | None:
    """Who speaks in a sentence, or else who is its subject; None where nobody is.

    `current` is whoever speaks in the sentences before: a pronoun stands for that person.
    """
    if pronoun_opening().match(reading.text, sentence.start, sentence.end):
        return Subject(current, None, _first_verb(reading, sentence))
    if (opened := description_opening().match(reading.text, sentence.start, sentence.end)) is not None:
        words = Span(opened.start("words"), opened.end())
        described = _described(reading, words, current)
        return Subject(described, words if described != current else None, _first_verb(reading, sentence))
    if (inverted := _inverted(reading, sentence)) is not None and not _is_source_of(reading.text, sentence, inverted):
        return inverted
    names = speaking_in(reading, sentence.start, sentence.end)
    opening = _opening(reading, sentence, [n for n in names if not _is_accused(reading, n)])
    unnamed: Subject | None = None
    for verb in active_pattern().finditer(reading.text, sentence.start, sentence.end):
        span = Span(verb.start("verb"), verb.end("verb"))
        if verb["pronoun"]:
            return Subject(opening.key if opening else current, Span(opening.start, opening.end) if opening else None, span)
        reports = verb["verb"].casefold() in reporting_verbs()
        before = [n for n in names if n.end <= verb.start() and not is_brought_along(reading.text, n)]
        before = [n for n in before if reports or not _is_accused(reading, n)]
        speaker = _before_relative(reading.text, [n for n in before if n.type != "organization"])
        if speaker is None and before and (current is None or takes_turn(reading.text, sentence)):
            speaker = before[0] if opens(reading.text, sentence, before[0]) else None
        if speaker is not None:
            return Subject(speaker.key, Span(speaker.start, speaker.end), span)
        unnamed = unnamed or _nobody_known(reading, sentence, span) or Subject(None, None, span)
    if opening is not None and unnamed is None and not _has_name(reading, opening.key):
        opening = None  # `Wakil Ketua DPRD mendapat tunjangan` tells of the post, and nobody speaks
    if opening is not None:
        return Subject(opening.key, Span(opening.start, opening.end), aside=_is_aside(reading.text, sentence, opening))
    return unnamed or _beside(reading, sentence, names)


def described_behind(reading: Reading, offset: int, current: Key | None) -> Key | None:
    """Whom the description behind a quotation means: who speaks already, but only somebody in public life is a politician:
    `"Kami sudah lelah," kata Siti. "Saya perjuangkan," janji | politisi Golkar itu.`"""
    if current in reading.holders or not official_pattern().match(reading.text, offset):
        return current
    return _described(reading, Span(offset, reading.sentence_at(offset).end), current)


def _before_relative(text: str, names: list[Named]) -> Named | None:
    """The last of some names, or the one that a relative clause with it describes: `Rahmat yang menerima kunci dari Sari`."""
    speaker = names[-1] if names else None
    for name in reversed(names[:-1]):
        if speaker is not None and RELATIVE.fullmatch(text, name.end, speaker.start):
            speaker = name
    return speaker


def _is_source_of(text: str, sentence: Span, inverted: Subject) -> bool:
    """Whether a pronoun speaks and only refers to somebody: `Ia meminta warga waspada, sebab menurut BMKG hujan turun`."""
    if inverted.verb is None or text[inverted.verb.start : inverted.verb.end].casefold() != "menurut":
        return False
    before = active_pattern().search(text, sentence.start, inverted.verb.start)
    return before is not None and before["pronoun"] is not None


def _beside(reading: Reading, sentence: Span, names: list[Named]) -> Subject | None:
    """Whom a sentence names that has no subject with a name: behind a passive, or as the one object."""
    found = _agent(reading, sentence, names) or _object(reading, sentence, names)
    if found is None:
        return None
    word = word_before(reading.text, found)
    return Subject(found.key, Span(found.start, found.end), aside=word.startswith("di") or word in aside_words())


def _is_aside(text: str, sentence: Span, name: Named) -> bool:
    """Whether what somebody does gives no word to them: `Rahmat ikut hadir`, not `Sementara itu Rahmat telah tiba`."""
    return aside_pattern().match(text, name.end, sentence.end) is not None and not takes_turn(text, sentence)


def _is_accused(reading: Reading, name: Named) -> bool:
    """Whether the article tells what somebody did in a case: `Terdakwa Rahmat meminta uang` is the prosecutor's account."""
    start = max(0, name.start - MAX_READ)
    return name.key in reading.suspects or accused_pattern().search(reading.text, start, name.start) is not None


def suspect_told(reading: Reading, sentence: Span) -> Subject | None:
    """The suspect with whom a sentence opens: `Iwan mengaku menyesal.`"""
    names = named_in(reading, sentence.start, sentence.end) if reading.suspects else []
    told = next((n for n in names if n.key in reading.suspects and opens(reading.text, sentence, n)), None)
    return Subject(told.key, Span(told.start, told.end)) if told is not None else None


def _described(reading: Reading, words: Span, current: Key | None) -> Key | None:
    """Whom a description takes up: whose post it tells, else the last person named, but no suspect, and of two the one with a
    post: `Kapolsek Rahmat menyebut Budi, warga Sukamaju. Perwira ini menambahkan ...` is Rahmat."""
    if posts := [m.key for m in reading.mentions_in(words.start, words.end, "post") if m.key]:
        named = [key for key in posts if _has_name(reading, key)]
        known = current in reading.holders and _has_name(reading, current)
        return named[0] if named else current if known else posts[0]  # `Pria yang juga Asisten Setda itu` spoke before
    near = named_in(reading, max(0, words.start - LOOK_BACK), words.start)
    before = [n.key for n in near if n.type == "person" and not _is_accused(reading, n)]
    holders = reading.holders
    if official_pattern().match(reading.text, words.start):
        before = [key for key in before if key in holders] or before
    return current if not before or (current in holders and before[-1] not in holders) else before[-1]


def _agent(reading: Reading, sentence: Span, names: list[Named]) -> Named | None:
    """Who does what a passive sentence tells, in its main clause: `Kunjungan itu dipimpin oleh Rahmat`, `diserahkan Rahmat`."""
    relative = re.search(r"\byang\b", reading.text[sentence.start : sentence.end])
    end = sentence.start + relative.start() if relative else sentence.end
    for name in [n for n in names if n.start < end]:
        before = word_before(reading.text, name)
        passive = before.startswith("di") and before not in speech_cues("along")
        source = before == "dari" and source_pattern().search(reading.text, sentence.start, name.start)
        if name.type != "organization" and (passive or before == "oleh" or source):
            return name
    return None


def _object(reading: Reading, sentence: Span, names: list[Named]) -> Named | None:
    """Whom a sentence is about that nobody does anything in, named at its end: `Jawaban itu tidak memuaskan Rahmat.`"""
    people = [name for name in names if name.type != "organization"]
    if (
        len(people) != 1
        or reading.text[people[0].end : sentence.end].strip(".!?… ")
        or is_brought_along(reading.text, people[0])
    ):
        return None
    return people[0] if word_before(reading.text, people[0]).startswith("me") else None


def _has_name(reading: Reading, key: Key | None) -> bool:
    person = reading.entities.get(key or "")
    return isinstance(person, Person) and bool(person.name)


def _first_verb(reading: Reading, sentence: Span) -> Span | None:
    verb = active_pattern().search(reading.text, sentence.start, sentence.end)
    return Span(verb.start("verb"), verb.end("verb")) if verb else None


def _nobody_known(reading: Reading, sentence: Span, verb: Span) -> Subject | None:
    """A sentence that somebody without a name speaks in: `Seorang pedagang mengeluhkan ...`; whoever spoke before does not."""
    first = somebody_pattern().match(reading.text, sentence.start, sentence.end)
    return Subject(None, Span(first.start("somebody"), first.end()), verb) if first is not None else None


def takes_turn(text: str, sentence: Span) -> bool:
    """Whether a sentence passes the word to a body: `Sementara itu, Dinas Sosial membahas ...`, not `Dinas itu mengaku ...`."""
    first = re.match(r"\w+", text[sentence.start : sentence.end])
    return first is not None and first[0].casefold() in speech_cues("turn")


def _inverted(reading: Reading, sentence: Span) -> Subject | None:
    """A verb of saying with its speaker right behind it, anywhere in the sentence: `Jalan itu, kata Rahmat, rusak`."""
    for verb in after_pattern().finditer(reading.text, sentence.start, sentence.end):
        for name in speaking_in(reading, verb.end(), min(verb.end() + LONGEST_NAMING, sentence.end)):
            if is_bridge(reading.text[verb.end() : name.start]):
                name = _voice_of(reading, name, sentence) or name
                return Subject(name.key, Span(name.start, name.end), Span(verb.start(), verb.end()))
            break
    return None


def _voice_of(reading: Reading, body: Named, sentence: Span) -> Named | None:
    """Whom a body speaks through: `Hal itu disampaikan Fraksi Golkar lewat juru bicaranya, Rahmat.`"""
    behind = next(iter(named_in(reading, body.end, sentence.end)), None)
    if body.type != "organization" or behind is None or behind.type != "person":
        return None
    return behind if voice_pattern().fullmatch(reading.text, body.end, behind.start) else None


def _opening(reading: Reading, sentence: Span, names: list[Named]) -> Named | None:
    """The person or post with which a sentence opens, behind a connecting phrase at most."""
    first = names[0] if names and names[0].type != "organization" else None
    if first is None or not opens(reading.text, sentence, first) or is_brought_along(reading.text, first):
        return None
    prefix = reading.text[sentence.start : first.start].rstrip()
    before = {word.casefold() for word in prefix.split()}
    if prefix.endswith(","):
        before -= set(speech_cues("preposition"))  # `Di tempat yang sama, Rahmat optimistis`
    acts = ACTIVE.match(reading.text, first.end, sentence.end)  # `Terlihat Bupati Rahmat melepas peserta`
    acts = None if acts and acts[0].split()[-1] in companion_words() else acts  # `Tampak Rahmat mendampingi`
    done = passive_pattern().match(reading.text, first.end, sentence.end)
    suffers = done is not None and done[0].split()[-1] not in companion_words()  # `Rahmat didampingi Sari membuka acara` acts
    return None if suffers or (before & set(speech_cues("along")) and not acts) else first


def opens(text: str, sentence: Span, name: Named) -> bool:
    """Whether only a connecting phrase stands before a name: `Sementara itu Bupati`, `Menanggapi hal itu, Bupati`."""
    words = text[sentence.start : name.start].split()
    while len(words) > 1 and is_honorific(words[-1]):  # `Jawaban Pak Rahmat dapat ditebak.`
        words.pop()
    if not words or words[-1].endswith(","):
        return name.start - sentence.start <= LONGEST_OPENING
    connects = words[0].casefold() in {*speech_cues("turn"), *speech_cues("preposition")}
    return len(words) == 1 or (connects and len(words) <= MAX_CONNECTING)


def is_brought_along(text: str, name: Named) -> bool:
    """Whether the words before a name make it an object or a companion: `kepada Rahmat`, `membacakan sambutan Rahmat`."""
    if word_before(text, name) in companion_words():
        return True
    return is_read_out(text, name)


def is_read_out(text: str, name: Named) -> bool:
    """Whether it is somebody's speech that another reads: `membacakan sambutan Rahmat`."""
    return read_pattern().search(text, max(0, name.start - MAX_READ), name.start) is not None


def word_before(text: str, name: Named) -> str:
    """The word before a name in its sentence, honorifics aside, in lower case."""
    before = text[max(0, name.start - 30) : name.start].split()
    while before and is_honorific(before[-1]):
        before.pop()
    return before[-1].casefold() if before and not SENTENCE_END.search(before[-1]) else ""
