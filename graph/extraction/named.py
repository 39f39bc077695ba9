"""Who is named in a stretch of text, and whom the words behind a verb of saying name.

A post and the name beside it are one (`Camat Sukamaju, Rahmat`); a post alone is its one holder in the article.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import Mention, Reading
from graph.extraction.spoken_posts import rank_called
from graph.facts import HoldsPost, Key, Person, Span
from ontology.name_cues import name_cues
from ontology.occasions import participation_cues
from ontology.speech_verbs import speech_cues
from ontology.titles import is_honorific

LONGEST_NAMING = 120
"""The words that name a speaker: `kata Kepala Bidang Pelayanan Medis dan Keperawatan Dinas Kesehatan Sukamaju, Rahmat`."""
ACTS = re.compile(r"\s+me[a-z]{4,}\b")
MIN_PREFIX = 4
"""A short form of a name has at least four letters: `Silfi` for `Silfia`, not `Al` for `Alim`."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody named in the text: a post with its holder's name, a name alone, a post alone, or a body."""

    key: Key
    start: int
    end: int
    type: str


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


def speaking_in(reading: Reading, start: int, end: int) -> list[Named]:
    """As `named_in`, but whoever is represented and who stands in for them are one, the latter: `Bupati Sukamaju diwakili Sekda
    Rahmat`, `Camat Sukamaju melalui Lurah Rahmat`; `Mewakili Bupati Sukamaju, Sekda Rahmat` as well.
    """
    found: list[Named] = []
    for name in named_in(reading, start, end):
        last = found[-1] if found else None
        if last is None or name.type == "organization":
            found.append(name)
        elif _deputy_pattern().fullmatch(reading.text, last.end, name.start):
            found[-1] = Named(name.key, last.start, name.end, name.type)
        elif is_bridge(reading.text[last.end : name.start]) and (
            on_behalf := _behalf_pattern().search(reading.text, start, last.start)
        ):
            found[-1] = Named(name.key, on_behalf.start(), name.end, name.type)
        else:
            found.append(name)
    return found


@cache
def _deputy_pattern() -> re.Pattern[str]:
    """What stands between whoever is represented and who stands in: `, yang dalam hal ini diwakili oleh`; between a nickname
    and its bearer, too: `, sapaan akrab`.
    """
    here = rf"(?:(?:dalam|pada)\s+\w+\s+(?:{either(speech_cues('pointing'))}),?\s+)?"
    stands_in = rf"(?:yang\s+)?{here}(?:{either([*speech_cues('deputy'), *speech_cues('alias')])})"
    honorific = r"(?:[A-Z][\w.]{0,11}\s+){0,3}"
    return re.compile(rf",?(?:\s*\([^()]*\))?,?\s+{stands_in},?\s+{honorific}")


@cache
def _behalf_pattern() -> re.Pattern[str]:
    """A sentence that opens with whom its subject represents: `Mewakili | Bupati Sukamaju, Sekda Rahmat`."""
    return re.compile(rf"(?<![\w,] )\b(?:{either(speech_cues('behalf'))})\s+$", re.IGNORECASE)


def _mentions(reading: Reading, start: int, end: int) -> list[Mention]:
    """Mentions that can speak; of two that overlap (`Kepala Dinas Sosial` and `Dinas Sosial`) the longer comes first."""
    first = bisect_left(reading.mentions, start, key=lambda m: m.start)
    found = []
    for mention in reading.mentions[first:]:
        if mention.start >= end:
            break
        if mention.end <= end and mention.type in ("person", "post", "organization") and not _is_owned(reading.text, mention):
            found.append(mention)
    return sorted(found, key=lambda m: (m.start, -m.end, m.type != "post"))  # `Kadinkes` is who heads the Dinkes


def _is_owned(text: str, mention: Mention) -> bool:
    """Whether a post is part of another name: `kantor Bupati`, `rumah dinas Bupati`, `instruksi Bupati`."""
    before = text[max(0, mention.start - 15) : mention.start].split()
    return mention.type == "post" and bool(before) and before[-1].casefold() in speech_cues("owned")


def _continues(text: str, last: Named, mention: Mention) -> bool:
    """Whether a name and a post stand side by side: `Camat Sukamaju, H. Rahmat`, `Rahmat, Camat Sukamaju`; but in `Bupati
    Rahmat, Kapolres Sukamaju diwakili ...` the second post is somebody else's."""
    if {last.type, mention.type} != {"post", "person"} or (mention.type == "post" and mention.key != last.key):
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
    near = speaking_in(reading, offset, end)
    before_stop = [n for n in near if stop is None or n.start < stop.start()]
    if _describes(reading, before_stop, offset, stop.start() if stop else end):
        return None
    if stop is not None and (described := _apposed(reading, near, Span(offset, stop.start()))) is not None:
        return described
    if not before_stop:
        return _known_by_part(reading, offset, stop.start() if stop else end)
    first = next((n for n in before_stop if n.type != "organization"), before_stop[0])
    if first.type == "post":
        first = replace(first, key=_whose_post(reading, first.key))
    behind = next((n for n in near if n.start > first.start), None)
    if _kin_pattern().fullmatch(reading.text, offset, first.start):
        others = (n for n in near if n.type == "person" and n.start > first.end)
        return next((n for n in others if reading.text[n.start - 2 : n.start] == ", "), None)
    if first.type != "organization":
        return first
    if behind is not None and behind.type == "person" and is_bridge(reading.text[first.end : behind.start]):
        return behind
    led = reading.text[offset : first.start]
    return first if is_bridge(led) or _voice_pattern().fullmatch(led) else None  # not `kata pengacara PT Maju Jaya`


@cache
def _voice_pattern() -> re.Pattern[str]:
    """Whoever speaks for a body without a name of their own: `kata | juru bicara | Fraksi Golkar`, `kata | pihak | RSUD`."""
    voice, group = either(participation_cues("voice")), either(participation_cues("group"))
    return re.compile(rf"\s+(?:{voice})(?:\s+(?:{group}))?\s+", re.IGNORECASE)


def _apposed(reading: Reading, names: list[Named], words: Span) -> Named | None:
    """The person behind the comma after a description: `kata kuasa hukum Dinas Sosial dan PT Maju Jaya, Rahmat Hidayat`."""
    described = reading.text[words.start : words.end].split()
    behind = next((n for n in names if n.type == "person" and n.start > words.end), None)
    if behind is None or not described or described[0].casefold() in speech_cues("pronoun"):
        return None
    if any(n.type == "person" and n.start < words.end for n in names) or _known_by_part(reading, words.start, words.end):
        return None
    return behind if is_bridge(reading.text[words.end : behind.start]) else None


def _describes(reading: Reading, names: list[Named], offset: int, end: int) -> bool:
    """Whether the words describe whoever speaks already: `ujar mantan Kepala Dinas Sosial itu`, `kata politisi tersebut`."""
    acting = next((n for n in names if n.type == "post" and is_bridge(reading.text[offset : n.start])), None)
    if acting is not None and ACTS.match(reading.text, acting.end, end):
        return False  # `kata Bupati menjawab keluhan tersebut`
    last = reading.text[offset:end].rstrip(" .").rsplit(maxsplit=1)[-1:]
    if not last or last[0].casefold() not in speech_cues("pointing"):
        return False
    called = _called_pattern()
    people = (n for n in names if n.type == "person" and reading.text[n.start].isupper())  # `kata legislator Gelora itu`
    return all(called.search(reading.text, offset, n.start) for n in people)


@cache
def _called_pattern() -> re.Pattern[str]:
    """Before a name that only describes: `ujar pria yang akrab disapa | Gus Naf itu`, `tegas suami | Sari itu`."""
    return re.compile(rf"\b(?:{either([*name_cues('called'), *speech_cues('kin')])})\s+(?:dari\s+)?\w*\s*$")


@cache
def _kin_pattern() -> re.Pattern[str]:
    """Whose relative speaks: `kata anak buah | Rahmat`, `ujar istri | Rahmat, Sari`; `Ayah Rahmat` is what he is called."""
    return re.compile(rf"\s*(?:{either(speech_cues('kin'))})\s+(?:dari\s+)?")


@cache
def _stop_pattern() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(speech_cues('preposition'))})\b|[,;\n\"“”]|\((?![\w-]+\))", re.IGNORECASE)


def _whose_post(reading: Reading, key: Key) -> Key:
    """Who holds a post that the words give no name for: `Direktur RSUD` is the one Direktur of RSUD Sukamaju."""
    held = [claim for claim in reading.claims if isinstance(claim, HoldsPost) and not claim.former]
    here = next((claim for claim in held if claim.person == key), None)
    if here is None or here.body is None or reading.entities[key].name:
        return key
    short = f"{reading.entities[here.body].name} "
    holders = {c.person for c in held if c.body and c.post == here.post and reading.entities[c.body].name.startswith(short)}
    return holders.pop() if len(holders) == 1 else key


def _holder_of(reading: Reading, words: str) -> Key | None:
    """The one person of the article who holds the post that some words call: `Kepala Dinas`, `Kadis`, `Kadiskes`, `Wali`."""
    rank = rank_called(words)
    held = [claim for claim in reading.claims if isinstance(claim, HoldsPost) and not claim.former]
    exact = {claim.person for claim in held if claim.post == rank}
    if exact:
        return exact.pop() if len(exact) == 1 else None
    begun = {claim.person for claim in held if words and claim.post.startswith(f"{words} ")}
    return begun.pop() if len(begun) == 1 else None


def _known_by_part(reading: Reading, offset: int, end: int) -> Named | None:
    """A person of the article called by the post alone, or by a part of the name however it is written: `kata jaksa`,
    `ucap rahmat`, `kata Pengacara Rahmat`.
    """
    words = reading.text[offset:end].strip(" .").split()
    holder = _holder_of(reading, " ".join(words[1:] if words and is_honorific(words[0]) else words))
    if holder is not None:
        return Named(holder, offset + 1, offset + 1 + len(" ".join(words)), "person")
    persons = [e for e in reading.entities.values() if isinstance(e, Person) and e.name]
    for word in re.finditer(r"[^\W\d_]{3,}", reading.text[offset:end]):
        folded = word[0].casefold()
        for person in persons:
            if any(p == folded or (len(folded) >= MIN_PREFIX and p.startswith(folded)) for p in person.name.casefold().split()):
                return Named(person.key, offset + word.start(), offset + word.end(), "person")
        if not word[0][0].isupper():
            return None
    return None
