"""Finding the stretches of direct speech, however the quotation marks are set.

Marks are straight, curly, mixed, doubled single quotes (`''...''`), set the wrong way round (`khawatir, “ujarnya`), nested
around a name, or missing at one end. Which mark opens and which closes is therefore read from the order in the paragraph and
from the words beside it, not from the glyph. Titles and scare quotes are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from graph.extraction.attributions import (
    attribution_pattern,
    continuation_pattern,
    goes_on_pattern,
    introduction_pattern,
    is_said_otherwise,
    leading_pattern,
    led_pattern,
)
from graph.extraction.reading import Quote, Reading
from graph.facts import Span
from ontology.speech_verbs import speech_cues

MARK = re.compile("[\"“”„‟″«»]+|[’‘']{2}|´´|``")
SINGLE = re.compile(r"(?<!\w)['‘’]|['‘’](?!\w)")
"""A single mark at the edge of a word; inside one it is an apostrophe: `'Jum’at depan selesai,' kata Rahmat`."""
SENTENCE_END = re.compile(r"[.!?…][)\]]*\s*$")
MIN_WORDS = 5
"""A stretch that opens a sentence is speech from five words on: `"Kami akan datang lagi besok."`, not `"Karya Ceria"`."""
LEAST_TITLE = 3
MOST_CAPITALS = 0.7
"""Share of words with a capital above which words are a title: `Arah dan Kebijakan Pembangunan Daerah` has four of five."""
STRAY = re.compile(r"[.,;:)](?!\.)")
"""Begins what stands behind a closing mark that is one too many."""
LONGEST_NAME = 60
"""A name in quotation marks inside speech is short: `kami punya "Rumah Singgah Sehat" di sana`."""
LONGEST_UNOPENED = 600
"""Without an opening mark speech begins with its paragraph, unless the whole article stands on one line."""
LONGEST_VERB = 25
"""Characters of a verb of saying and the comma behind it."""
LONGEST_OPEN = 1200
"""Without a closing mark speech ends with its paragraph, unless the whole article stands on one line."""


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int


def find_quotes(reading: Reading) -> None:
    """Fill `reading.quotes` with the stretches of direct speech of headline and body, in order."""
    left_out = [*reading.article.boilerplate, *(s for s in [reading.article.headline] if s is not None)]
    paragraphs = [p for p in (_without(p, left_out) for p in _paragraphs(reading.text)) if p[0] < p[1]]
    dateline = reading.article.dateline or (0, 0)  # `BIMA – "Kami siap."` opens the paragraph, too
    paragraphs = [(max(p[0], min(dateline[1], p[1])), p[1]) for p in paragraphs]
    strict = not _writes_single_marks(reading.text, paragraphs)
    for start, end in paragraphs:
        for quote in _quotes_in(reading.text, start, end):
            if _is_speech(reading.text, start, quote, strict=strict):
                reading.quotes.append(quote)
            if len(reading.quotes) > 1 and _is_one(reading.text, *reading.quotes[-2:]):
                reading.quotes[-2:] = [_joined(*reading.quotes[-2:])]


def _writes_single_marks(text: str, paragraphs: list[tuple[int, int]]) -> bool:
    """Whether an article sets its speech in single marks: it has no others, and a verb of saying stands behind one of them."""
    if any(MARK.search(text, start, end) for start, end in paragraphs):
        return False
    quotes = (quote for start, end in paragraphs for quote in _between_marks(text, start, end, SINGLE))
    return any(attribution_pattern().match(text, quote.outer.end) for quote in quotes)


def _is_one(text: str, first: Quote, second: Quote) -> bool:
    """Whether a mark opens in one paragraph and the next one, which opens none, closes it."""
    return (
        MARK.search(text, first.end, first.outer.end) is None
        and second.start == second.outer.start
        and not text[first.end : second.start].strip()
    )


def _joined(first: Quote, second: Quote) -> Quote:
    return Quote(start=first.start, end=second.end, outer=Span(first.outer.start, second.outer.end))


def _paragraphs(text: str) -> list[tuple[int, int]]:
    return [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]


def _without(paragraph: tuple[int, int], left_out: list[tuple[int, int]]) -> tuple[int, int]:
    """A paragraph without the headline on its line and the credit that ends it; empty where it is the page's."""
    start, end = paragraph
    for a, b in left_out:
        if a <= start < b:
            start = b
        elif start < a < end:
            end = a
    return start, end


def _quotes_in(text: str, start: int, end: int) -> list[Quote]:
    """What stands between double marks, and outside of that between single ones."""
    double = _between_marks(text, start, end, MARK)
    edges = [start, *(edge for quote in double for edge in (quote.outer.start, quote.outer.end)), end]
    gaps = zip(edges[::2], edges[1::2], strict=True)
    single = (quote for gap in gaps for quote in _between_marks(text, *gap, SINGLE))
    return sorted([*double, *single], key=lambda quote: quote.start)


def _between_marks(text: str, start: int, end: int, kind: re.Pattern[str]) -> list[Quote]:
    """The stretches between marks of a kind; single ones count in pairs alone, for they may be apostrophes."""
    marks = [_Mark(m.start(), m.end()) for m in kind.finditer(text, start, end)]
    found: list[Quote] = []
    i = 0
    while i < len(marks):
        mark = marks[i]
        if _is_stray_close(text, start, mark, end):
            opened = marks[i - 1].end if i else start  # `tunggu,” biar warga tahu”, ujar Sari`: set the wrong way round
            if not found and kind is MARK and (at := _unopened(text, opened, mark, end)) is not None:
                found.append(_quote(text, at, at, mark.start, mark.end))
            i += 1
            continue
        j = _closer(text, marks, i, end)
        stop = marks[j].start if j < len(marks) else end
        closed = j < len(marks) and not _opens_anew(text, marks[j], end)
        if closed:
            found.append(_quote(text, mark.start, mark.end, stop, marks[j].end))
        elif kind is MARK:
            stop = _end_without_mark(text, mark.end, stop)
            found.append(_quote(text, mark.start, mark.end, stop, stop + (text[stop : stop + 1] in tuple("'’‘"))))
        i = j + closed
    return [q for q in found if q.end > q.start]


def _quote(text: str, outer_start: int, start: int, end: int, outer_end: int) -> Quote:
    """The stretch without the space inside its marks; cut where an unpaired mark would be left in it."""
    inner = text[start:end]
    if inner.count('"') % 2 or inner.count("“") != inner.count("”"):
        end = start + min(inner.find(m) for m in '"“”' if m in inner)
        outer_end = end
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Quote(start=start, end=end, outer=Span(outer_start, outer_end))


def _closer(text: str, marks: list[_Mark], opener: int, end: int) -> int:
    """The mark that closes the quotation, past names in marks of their own: `"Warung "Ibu Sri" tutup," kata dia`."""
    j = opener + 1
    while j + 2 < len(marks) and _is_nested_name(text, marks[j], marks[j + 1], end):
        j += 2
    return j


def _is_nested_name(text: str, left: _Mark, right: _Mark, end: int) -> bool:
    inner = text[left.end : right.start]
    return (
        _shaped_open(text, left)
        and not attribution_pattern().match(text, left.end, end)
        and not re.search(r"[,.!?]\s*$", text[: left.start][-3:])
        and len(inner) <= LONGEST_NAME
        and not re.search(r"[.!?,]", inner)
    )


def _opens_anew(text: str, mark: _Mark, end: int) -> bool:
    """A mark in opening position behind a full stop opens the next speech; the one before it was never closed."""
    behind = text[mark.end : mark.end + 1]
    return (
        _shaped_open(text, mark)
        and behind.isupper()
        and SENTENCE_END.search(text[max(0, mark.start - 5) : mark.start]) is not None
        and attribution_pattern().match(text, mark.end, end) is None
    )


def _shaped_open(text: str, mark: _Mark) -> bool:
    before, behind = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    opens = not before or before.isspace() or before in "(:"
    return opens and bool(behind) and not behind.isspace() and behind not in ".,!?)"


def _is_stray_close(text: str, start: int, mark: _Mark, end: int) -> bool:
    """A closing mark where nothing is open: `aman," ujarnya," tutup Sari`."""
    before = text[max(start, mark.start - 2) : mark.start].strip()
    if leading_pattern().search(text, max(start, mark.start - LONGEST_VERB), mark.start):
        return False
    if _shaped_open(text, mark) and text[mark.end].isupper():
        return False  # `... ibunya di lorong. "Katanya gedungnya jadi," ujarnya`: what looks like an attribution is said
    spaced = text[mark.start - 1].isspace()
    said = attribution_pattern().match(text, mark.end, end) is not None
    if not before or before[-1] not in ",.!?":
        return said and not spaced and before[-1:].isalnum()  # `sudah tua", tambah Rahmat`, where no mark opened
    if said:
        return True
    behind = text[mark.end : mark.end + 1]
    return not spaced and (not behind or behind.isspace()) and text[mark.start] != "“"


def _unopened(text: str, start: int, mark: _Mark, end: int) -> int | None:
    """Where speech begins whose opening mark is missing: behind the comma of the last verb that leads to it (`Lurah Ujang
    mengatakan, Alhamdulillah ... ramai," ujarnya`), else with its paragraph, unless somebody is said to speak there.
    """
    if attribution_pattern().match(text, mark.end, end) is None or mark.start - start > LONGEST_UNOPENED:
        return None
    led = [lead.end() for lead in led_pattern().finditer(text, start, mark.start)]
    if led:
        return led[-1]
    clauses = re.split(r"(?<=[.!?,])\s", text[start : mark.start])
    return start if not any(introduction_pattern().search(clause) for clause in clauses) else None


def _end_without_mark(text: str, start: int, end: int) -> int:
    """Where speech ends whose closing mark is missing: before its attribution, else with the paragraph."""
    for comma in re.finditer(r"[,.!?]['’‘]?\s", text[start:end]):  # `"Jalan ini rusak,' kata Rahmat`, too
        if attribution_pattern().match(text, start + comma.end(), end):
            return start + comma.start() + 1
    if end - start <= LONGEST_OPEN:
        return end
    stop = re.search(r"[.!?](?=\s)", text[start:end])
    return start + stop.end() if stop else end


def _is_speech(text: str, paragraph: int, quote: Quote, *, strict: bool) -> bool:
    """Speech has somebody who says it, or is a sentence of its own; titles, names and scare quotes are neither. With `strict`
    what stands in single marks needs somebody.
    """
    before = text[paragraph : quote.outer.start]
    if _has_title_cue(before):
        return False
    if attribution_pattern().match(text, quote.outer.end):
        return not _belongs_to_clause(text, before, quote)
    if STRAY.match(text, quote.start):
        return False
    if is_said_otherwise(text, quote):
        return True
    if continuation_pattern().search(before):
        return True
    long = len(text[quote.start : quote.end].split()) >= MIN_WORDS
    if not before.rstrip().endswith(":") and _is_title(text[quote.start : quote.end]):
        return False
    if introduction_pattern().search(before):
        whole = text[quote.start].isupper() or text[quote.end - 1] in ",.!?"  # `Menurutnya, "kolaborasi" menjadi kunci`: a word
        return long or (whole and before.rstrip().endswith((",", ":")))
    if before.rstrip().endswith(":") and (long or text[quote.end - 1] in ",.!?"):  # `Rahmat: "Siap, Pak!"`
        return True
    if strict and _is_single(text, quote):  # `'Bersih Itu Sehat Untuk Semua' menjadi tema`: names have single marks, too
        return False
    return _is_sentence(text, before, quote)


def _is_sentence(text: str, before: str, quote: Quote) -> bool:
    """Whether a stretch is a sentence of its own, for which nobody is named beside it."""
    words = text[quote.start : quote.end].split()
    long = len(words) >= MIN_WORDS
    opens_sentence = not before.strip() or before.rstrip()[-1] in '.!?:,”"“'
    ended, apart = text[quote.end - 1] in ".!?", SENTENCE_END.search(before) is not None
    if long and ended and not opens_sentence and quote.outer.end > quote.end:
        return text[quote.start].isupper()  # `... jangan tertunda lagi "Warga sudah menanam pisang di tengah jalan!"`
    few = any(word[0].islower() for word in words[1:])  # `... membuka acara. "Disiplin itu kunci."`
    alone = apart or not before.strip() or before.rstrip().endswith(",")
    stops = ended or (len(words) >= LEAST_TITLE and text[quote.outer.end : quote.outer.end + 1] in tuple(".!?"))
    whole = long or (stops and alone and few) or (ended and goes_on_pattern().search(before) is not None)
    careless = long and apart and text[quote.end - 1] in ",.!?"  # `... selesai. "kami lega."`
    return opens_sentence and whole and (text[quote.start].isupper() or careless)


def _belongs_to_clause(text: str, before: str, quote: Quote) -> bool:
    """A few words with a small letter behind a word of the same clause: `Pegawai bekerja "dengan hati", ujarnya.`"""
    few = len(text[quote.start : quote.end].split()) < MIN_WORDS
    apart = re.search(r"[\"”“’][^.!?\"”“]*$", before)  # `"Jalan ini", lanjut Sari "harus selesai", katanya`
    return few and text[quote.start].islower() and before.rstrip()[-1:].isalpha() and not apart


def _is_title(words: str) -> bool:
    """What a talk or a theme is called has capitals and no full stop: `menyampaikan "Arah Kebijakan Pembangunan Daerah"`."""
    shown = [word for word in words.split() if word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in shown)
    return len(shown) >= LEAST_TITLE and words[-1] not in ".!?" and capitals > len(shown) * MOST_CAPITALS


def _is_single(text: str, quote: Quote) -> bool:
    """Whether a quotation opens with one single mark; two of them are a double one: `’’Kami siap.`"""
    return SINGLE.match(text, quote.outer.start) is not None and MARK.match(text, quote.outer.start) is None


def _has_title_cue(before: str) -> bool:
    """Whether a title stands here: `bertema |`, `dengan tema besar |`; not `soal program ini |`."""
    words = [word.casefold() for word in before.rstrip("(:, \n").split()[-2:]]
    described = before.rstrip()[-1:].isalpha() and words[-1] not in speech_cues("pointing")
    return any(word in speech_cues("title") for word in (words if described else words[-1:]))
