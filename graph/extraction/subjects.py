"""Who a sentence has speak or act: the person, post or body before its verb, or behind a verb of saying.

A post and the name beside it are one (`Camat Sukamaju, Rahmat`). Whoever is only brought along (`bersama`, `didampingi`,
`kepada`) is not the subject.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.quotes import SENTENCE_END
from graph.extraction.reading import Mention, Reading
from graph.facts import HoldsPost, Key, Person, Span
from ontology.speech_verbs import speech_cues, speech_verbs
from ontology.titles import is_honorific

LONGEST_NAMING = 120
"""The words that name a speaker: `kata Kepala Bidang Pelayanan Medis dan Keperawatan Dinas Kesehatan Sukamaju, Rahmat`."""
LONGEST_OPENING = 60
"""What may stand before a subject: `Pada kesempatan yang sama, Rahmat ...`."""
MAX_CONNECTING = 5
"""Words of `Di forum yang sama`, with one to spare."""
MAX_READ = 40
"""`membacakan amanat tertulis` and a blank."""
MIN_PREFIX = 4
"""A short form of a name has at least four letters: `Silfi` for `Silfia`, not `Al` for `Alim`."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in the text: a post with its holder's name, a name alone, a post alone, or a body."""

    key: Key
    start: int
    end: int
    type: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Who a sentence has speak. `named` is None where a pronoun stands, `key` too where nobody does, `verb` where no verb of
    saying does.
    """

    key: Key | None
    named: Span | None
    verb: Span | None = None


def named_in(reading: Reading, start: int, end: int) -> list[Named]:
    """Persons, posts and bodies named between two offsets, in order; a post and the name beside it as one."""
    found: list[Named] = []
    for mention in _mentions(reading, start, end):
        last = found[-1] if found else None
        if last is not None and mention.start < last.end:
            continue
        if last is not None and _continues(reading.text, last, mention):
            key = mention.key if mention.type == "person" else last.key
            found[-1] = Named(key, last.start, mention.end, "person")
        elif mention.key:
            found.append(Named(mention.key, mention.start, mention.end, mention.type))
    return found


def _mentions(reading: Reading, start: int, end: int) -> list[Mention]:
    """Mentions that can speak; of two that overlap (`Kepala Dinas Sosial` and `Dinas Sosial`) the longer comes first."""
    first = bisect_left(reading.mentions, start, key=lambda m: m.start)
    found = []
    for mention in reading.mentions[first:]:
        if mention.start >= end:
            break
        if mention.end <= end and mention.type in ("person", "post", "organization") and not _is_owned(reading.text, mention):
            found.append(mention)
    return sorted(found, key=lambda m: (m.start, -m.end))


def _is_owned(text: str, mention: Mention) -> bool:
    """Whether a post is part of another name: `kantor Bupati`, `rumah dinas Bupati`, `instruksi Bupati`."""
    before = text[max(0, mention.start - 15) : mention.start].split()
    return mention.type == "post" and bool(before) and before[-1].casefold() in speech_cues("owned")


def _continues(text: str, last: Named, mention: Mention) -> bool:
    """Whether a name and a post stand side by side: `Camat Sukamaju, H. Rahmat`, `Rahmat, Camat Sukamaju`."""
    if {last.type, mention.type} != {"post", "person"} or mention.type == "organization":
        return False
    return is_bridge(text[last.end : mention.start])


def is_bridge(gap: str) -> bool:
    """Whether only marks, an acronym in brackets and honorifics stand between a post and its holder: `(Sekda) Ir. H. `."""
    words = re.sub(r"\([^()]*\)", " ", gap).replace(",", " ").split()
    return "\n" not in gap and all(is_honorific(w) or not re.search(r"\w", w) for part in words for w in _parts(part))


def _parts(word: str) -> list[str]:
    return re.findall(r"[^.]+\.?", word) if word.count(".") > 1 else [word]


def named_behind(reading: Reading, offset: int) -> Named | None:
    """Whom the words behind a verb of saying name: `kata | Camat Sukamaju, Rahmat, di kantornya`."""
    if reading.text[offset : offset + 1] in (".", "!", "?"):
        return None
    sentence = reading.sentence_at(offset - 1)
    end = min(offset + LONGEST_NAMING, sentence.end) if sentence.end > offset else offset
    stop = _stop_pattern().search(reading.text, offset, end)
    near = named_in(reading, offset, end)
    before_stop = [n for n in near if stop is None or n.start < stop.start()]
    if _describes(reading, before_stop, offset, stop.start() if stop else end):
        return None
    if not before_stop:
        return _known_by_part(reading, offset, stop.start() if stop else end)
    first = next((n for n in before_stop if n.type != "organization"), before_stop[0])
    behind = next((n for n in near if n.start > first.start), None)
    if first.type != "organization":
        return first
    if behind is not None and behind.type == "person" and is_bridge(reading.text[first.end : behind.start]):
        return behind
    return first if is_bridge(reading.text[offset : first.start]) else None  # `kata pengacara PT Maju Jaya` is not the company


def _describes(reading: Reading, names: list[Named], offset: int, end: int) -> bool:
    """Whether the words describe whoever speaks already: `ujar mantan Kepala Dinas Sosial itu`, `kata politisi tersebut`."""
    last = reading.text[offset:end].rstrip(" .").rsplit(maxsplit=1)[-1:]
    return not any(n.type == "person" for n in names) and bool(last) and last[0].casefold() in speech_cues("pointing")


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(speech_cues('preposition'))})\b|[,;\n\"“”]|\((?![\w-]+\))", re.IGNORECASE)


def _known_by_part(reading: Reading, offset: int, end: int) -> Named | None:
    """A person of the article called by the post alone, or by a part of the name however it is written: `kata jaksa`,
    `ucap rahmat`, `kata Pengacara Rahmat`.
    """
    rank = reading.text[offset:end].strip(" .").casefold()
    holders = {c.person for c in reading.claims if isinstance(c, HoldsPost) and c.post.casefold() == rank and not c.former}
    if len(holders) == 1:
        return Named(holders.pop(), offset + 1, offset + 1 + len(rank), "person")
    persons = [e for e in reading.entities.values() if isinstance(e, Person) and e.name]
    for word in re.finditer(r"[^\W\d_]{3,}", reading.text[offset:end]):
        folded = word[0].casefold()
        for person in persons:
            if any(p == folded or (len(folded) >= MIN_PREFIX and p.startswith(folded)) for p in person.name.casefold().split()):
                return Named(person.key, offset + word.start(), offset + word.end(), "person")
        if not word[0][0].isupper():
            return None
    return None


def sentence_speaker(reading: Reading, sentence: Span, current: Key | None) -> Subject | None:
    """Who speaks in a sentence, or else who is its subject; None where nobody is.

    `current` is whoever speaks in the sentences before: a pronoun stands for that person.
    """
    if _pronoun_opening().match(reading.text, sentence.start, sentence.end):
        return Subject(current, None, _first_verb(reading, sentence))
    if (inverted := _inverted(reading, sentence)) is not None:
        return inverted
    names = named_in(reading, sentence.start, sentence.end)
    opening = _opening(reading, sentence, [n for n in names if not _is_accused(reading.text, n)])
    unnamed: Subject | None = None
    for verb in _active_pattern().finditer(reading.text, sentence.start, sentence.end):
        span = Span(verb.start("verb"), verb.end("verb"))
        if verb["pronoun"]:
            return Subject(opening.key if opening else current, Span(opening.start, opening.end) if opening else None, span)
        reports = verb["verb"].casefold() in reporting_verbs()
        before = [n for n in names if n.end <= verb.start() and not is_brought_along(reading.text, n)]
        before = [n for n in before if reports or not _is_accused(reading.text, n)]
        speaker = next((n for n in reversed(before) if n.type != "organization"), None)
        if speaker is None and before and (current is None or _takes_turn(reading.text, sentence)):
            speaker = before[0] if _opens(reading.text, sentence, before[0]) else None
        if speaker is not None:
            return Subject(speaker.key, Span(speaker.start, speaker.end), span)
        unnamed = unnamed or _nobody_known(reading, sentence, span) or Subject(None, None, span)
    if opening is not None and unnamed is None and not _is_named(reading, opening):
        opening = None  # `Wakil Ketua DPRD mendapat tunjangan` tells of the post, and nobody speaks
    subject = opening or (_agent(reading, sentence, names) if unnamed is None else None)
    return Subject(subject.key, Span(subject.start, subject.end)) if subject else unnamed


def _is_accused(text: str, name: Named) -> bool:
    """Whether the article tells what somebody did in a case: `Terdakwa Rahmat meminta uang` is the prosecutor's account."""
    return word_before(text, name) in speech_cues("accused")


def _agent(reading: Reading, sentence: Span, names: list[Named]) -> Named | None:
    """Who does what a passive sentence tells, in its main clause: `Kunjungan itu dipimpin oleh Rahmat`, `diserahkan Rahmat`."""
    relative = re.search(r"\byang\b", reading.text[sentence.start : sentence.end])
    end = sentence.start + relative.start() if relative else sentence.end
    for name in [n for n in names if n.start < end]:
        before = word_before(reading.text, name)
        passive = before.startswith("di") and before not in speech_cues("along")
        if name.type != "organization" and (passive or before == "oleh"):
            return name
    return None


def _is_named(reading: Reading, name: Named) -> bool:
    person = reading.entities.get(name.key)
    return isinstance(person, Person) and bool(person.name)


def _first_verb(reading: Reading, sentence: Span) -> Span | None:
    verb = _active_pattern().search(reading.text, sentence.start, sentence.end)
    return Span(verb.start("verb"), verb.end("verb")) if verb else None


def _nobody_known(reading: Reading, sentence: Span, verb: Span) -> Subject | None:
    """A sentence that somebody without a name speaks in: `Seorang pedagang mengeluhkan ...`; whoever spoke before does not.

    The clause of the verb may follow another: `Menanggapi hal itu, pihak sekolah menjelaskan ...`.
    """
    clauses = re.finditer(r"(?:^|,\s+)(\w+)", reading.text[sentence.start : verb.start])
    first = next((m for m in clauses if m[1].casefold() in speech_cues("somebody")), None)
    return Subject(None, Span(sentence.start + first.start(1), sentence.start + first.end(1)), verb) if first else None


def _takes_turn(text: str, sentence: Span) -> bool:
    """Whether a sentence passes the word to a body: `Sementara itu, Dinas Sosial membahas ...`, not `Dinas itu mengaku ...`."""
    first = re.match(r"\w+", text[sentence.start : sentence.end])
    return first is not None and first[0].casefold() in speech_cues("turn")


def _inverted(reading: Reading, sentence: Span) -> Subject | None:
    """A verb of saying with its speaker right behind it, anywhere in the sentence: `Jalan itu, kata Rahmat, rusak`."""
    for verb in _after_pattern().finditer(reading.text, sentence.start, sentence.end):
        for name in named_in(reading, verb.end(), min(verb.end() + LONGEST_NAMING, sentence.end)):
            if is_bridge(reading.text[verb.end() : name.start]):
                return Subject(name.key, Span(name.start, name.end), Span(verb.start(), verb.end()))
            break
    return None


def _opening(reading: Reading, sentence: Span, names: list[Named]) -> Named | None:
    """The person or post with which a sentence opens, behind a connecting phrase at most."""
    first = names[0] if names and names[0].type != "organization" else None
    if first is None or not _opens(reading.text, sentence, first) or is_brought_along(reading.text, first):
        return None
    before = {word.casefold() for word in reading.text[sentence.start : first.start].split()}
    if before & set(speech_cues("along")) or _passive_pattern().match(reading.text, first.end, sentence.end):
        return None
    return first


@cache
def _passive_pattern() -> re.Pattern[str]:
    """Whoever something is done to does not speak next: `Rahmat juga dinilai ...`."""
    return re.compile(r"\s+(?:(?:juga|pun|telah|sudah|akan|kembali|sempat|kemudian|lalu)\s+)*(?:di|ter)[a-z]{4,}")


def _opens(text: str, sentence: Span, name: Named) -> bool:
    """Whether only a connecting phrase stands before a name: `Sementara itu Bupati`, `Menanggapi hal itu, Bupati`."""
    prefix = text[sentence.start : name.start].strip()
    if not prefix or prefix.endswith(","):
        return len(prefix) <= LONGEST_OPENING
    words = prefix.casefold().split()
    connects = words[0] in {*speech_cues("turn"), *speech_cues("preposition")}
    return len(words) == 1 or (connects and len(words) <= MAX_CONNECTING)


def is_brought_along(text: str, name: Named) -> bool:
    """Whether the words before a name make it an object or a companion: `kepada Rahmat`, `membacakan sambutan Rahmat`."""
    if word_before(text, name) in _companion_words():
        return True
    return is_read_out(text, name)


def is_read_out(text: str, name: Named) -> bool:
    """Whether it is somebody's speech that another reads: `membacakan sambutan Rahmat`."""
    return _read_pattern().search(text, max(0, name.start - MAX_READ), name.start) is not None


def word_before(text: str, name: Named) -> str:
    """The word before a name in its sentence, honorifics aside, in lower case."""
    before = text[max(0, name.start - 30) : name.start].split()
    while before and is_honorific(before[-1]):
        before.pop()
    return before[-1].casefold() if before and not SENTENCE_END.search(before[-1]) else ""


@cache
def _read_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(speech_cues('read'))})\s+\w+\s+$", re.IGNORECASE)


@cache
def _companion_words() -> frozenset[str]:
    return frozenset(speech_cues("companion"))


@cache
def _pronoun_opening() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(speech_cues('pronoun'))})\b", re.IGNORECASE)


@cache
def _active_pattern() -> re.Pattern[str]:
    verbs = either(form for verb in speech_verbs() for form in (verb.verb, *verb.also))
    pronouns = rf"(?P<pronoun>\b(?:{either(speech_cues('pronoun'))})\s+(?:\w+\s+)?)?"
    return re.compile(rf"{pronouns}(?<!\w)(?P<verb>{verbs})(?!\w)", re.IGNORECASE)


@cache
def _after_pattern() -> re.Pattern[str]:
    """A verb of saying that its speaker follows: passive anywhere, bare behind a comma: `, jelas X`, not `tanggung jawab X`."""
    words = [form for verb in speech_verbs() for form in verb.after]
    passive = either(["menurut", "kata", "ujar", *(w for w in words if w.startswith("di"))])
    return re.compile(rf"(?:(?<!\w)(?:{passive})|,\s*(?:{either(words)}))(?!\w)(?:\s+(?:langsung|oleh))*", re.IGNORECASE)


@cache
def reporting_verbs() -> frozenset[str]:
    """Verbs after which a clause reports speech even without `bahwa`."""
    return frozenset(form for verb in speech_verbs() if verb.reports for form in (verb.verb, *verb.also))
