"""The words beside a quotation that say somebody speaks: behind it, before it, between two of its parts."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from graph.extraction.reading import Quote
from ontology.speech_verbs import speech_cues, subject_verbs, verbs_behind

THUS = re.compile(r"[,.]?[^\S\n]*(?P<verb>demikian)(?=\s+[A-Z])")
"""`"Semua sudah siap," demikian Rahmat.`"""


def is_said_otherwise(text: str, quote: Quote) -> bool:
    """Whether words behind a quotation have it spoken that no register of verbs has there."""
    thus = text[quote.end - 1] == "," and THUS.match(text, quote.outer.end) is not None
    return thus or odd_verb_with_nya(text, quote) is not None or is_followed_by_subject(text, quote)


def odd_verb_with_nya(text: str, quote: Quote) -> re.Match[str] | None:
    """A word with `-nya` or a pronoun, unknown to the register, alone behind speech with a comma: `"Kami cek," punkasnya.`"""
    closed = quote.outer.end > quote.end and text[quote.end - 1] in ",!?"
    return _odd_pattern().match(text, quote.outer.end) if closed else None


@cache
def _odd_pattern() -> re.Pattern[str]:
    """`punkasnya.`, `ultimatum dia.`: what stands alone behind a quotation is a verb of saying, known or not."""
    linking = either({word for kind in ("companion", "preposition", "subordinate") for word in speech_cues(kind)})
    others = either(speech_cues("no-verb"))  # `malam dia`, `biasanya`
    not_said = rf"(?!(?:{linking})\s|(?:{others})(?:nya)?\b)"
    return re.compile(rf"[^\S\n]*{not_said}(?P<verb>[a-z]{{3,12}}?)(?P<nya>n?ya|\s(?:dia|ia|beliau))(?=[.,!?\n]|$)")


def is_followed_by_subject(text: str, quote: Quote) -> bool:
    """`"Warga perlu obat," Rahmat mengingatkan.`"""
    return text[quote.end - 1] == "," and _subject_pattern().match(text, quote.outer.end) is not None


@cache
def _subject_pattern() -> re.Pattern[str]:
    return re.compile(rf"[^\S\n]+(?:[A-Z][\w.'-]*\s+){{1,4}}(?:{either(subject_verbs())})\b")


@cache
def attribution_pattern() -> re.Pattern[str]:
    """What says right behind a quotation who spoke: `, ujarnya`, `kata Sari`, `demikian dijelaskan`, `lanjut bunyi`."""
    words = either(verbs_behind())
    links = rf"(?:(?:{either(speech_cues('link'))}|{words}) +(?-i:(?=[a-z])))?"  # `kata Syukur`: a name
    return re.compile(rf"(?:[,.]|[^\S\n])*{links}(?P<verb>{words})(?P<nya>[ -]?nya|lah)?(?![\w-])", re.IGNORECASE)


@cache
def introduction_pattern() -> re.Pattern[str]:
    """A verb of saying that leads to the quotation behind it: `Sari mengatakan: "...`, `menurutnya, "...`."""
    verbs = either(["kata", "menurut", "ujar", *subject_verbs()])
    opening = either(verbs_behind())
    near = r"(?:[^.!?\"“”]|(?<=\b[A-Z])\.|(?<=\b[A-Z][A-Z])\.){0,90}"  # `meminta CV. Karya Baru memakai "..."`
    return re.compile(rf"(?<!\w)(?:(?:{verbs})(?:nya)?|(?:{opening})(?:\s?nya|(?=\s+(?-i:[A-Z]))))(?!\w){near}$", re.IGNORECASE)


@cache
def leading_pattern() -> re.Pattern[str]:
    """A verb of saying at which the quotation is set: `mengatakan," Kami siap`, `menambahkan :" Kami siap`."""
    return re.compile(rf"(?<!\w)(?:{either(subject_verbs())})(?:nya)?\s?[,:]$", re.IGNORECASE)


@cache
def led_pattern() -> re.Pattern[str]:
    """A verb of saying, its comma or colon, and a capital letter: `mengatakan, | Alhamdulillah`."""
    return re.compile(rf"(?<!\w)(?i:{either(subject_verbs())})\s?[,:]\s+(?=[A-Z])")


@cache
def continuation_pattern() -> re.Pattern[str]:
    """Speech goes on behind its attribution in the same sentence: `"Jalan ini," lanjut Sari, "harus selesai."`."""
    return re.compile(rf"[\"”“’]{attribution_pattern().pattern}[^.!?\n\"“”]{{0,60}},\s*$", re.IGNORECASE)


@cache
def goes_on_pattern() -> re.Pattern[str]:
    """Speech goes on in a sentence of its own, however short: `..." ucap Sari. "Semua ada buktinya."`."""
    return re.compile(rf"[\"”“’]{attribution_pattern().pattern}[^.!?\n\"“”]{{0,60}}\.\s*$", re.IGNORECASE)
