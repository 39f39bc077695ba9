"""The words beside a quotation that say who speaks, where no name does."""

from __future__ import annotations

import re
from functools import cache

from graph.extraction.patterns import either
from ontology.speech_verbs import speech_cues, speech_verbs


@cache
def clause_pattern(bare: bool) -> re.Pattern[str]:
    """What stands between a verb of saying and the clause that it reports: `, bahwa`, `kepada warga bahwa`, a comma.

    After some verbs nothing needs to, but then a noun of the verb's own may follow: `menegaskan pentingnya`.
    """
    bahwa = r"(?:\s+kepada [^,.]{1,40})?[\s,]+bahwa(?:sanya)?\s*,?\s*|,\s*"
    return re.compile(rf"{bahwa}|\s+(?!\w+nya\b|kepada\b)" if bare else bahwa)


def nobody_follows(text: str, attribution: re.Match[str]) -> bool:
    """`demikian disampaikan.`: a passive with nobody behind it means whoever speaks already."""
    behind = text[attribution.end() :].lstrip(" ")[:1]
    return attribution["verb"].casefold().startswith("di") and behind in ("", ".", "\n")


def pronoun_follows(text: str, offset: int) -> bool:
    """`ujar dia`, `ujar politisi itu`: words for whoever speaks already; `ujar pria dalam video itu` is another."""
    return _pronoun_pattern().match(text, offset) is not None


@cache
def _pronoun_pattern() -> re.Pattern[str]:
    pronouns, pointing = either(speech_cues("pronoun")), either(speech_cues("pointing"))
    described = rf"(?:(?!\b(?:{either(speech_cues('scene'))})\s+\w+\s+(?:{pointing})\b)[^,.;\n\"“”])*"
    behind = r"(?:\s+[a-z]+){0,4}\s*(?=[,.;\n]|$)"  # `kritik politisi PKB itu melalui sambungan telepon.`
    return re.compile(rf"\s+(?:{pronouns})\b|{described}\b(?:{pointing})\b{behind}", re.IGNORECASE)


@cache
def medium_pattern() -> re.Pattern[str]:
    """Where a body publishes: `tertulis dalam website resmi KPU`."""
    return re.compile(rf"\s+(?:di|dalam|pada)\s+(?:{either(speech_cues('medium'))})(?:\s+(?!di\b)[a-z]+)?\s+", re.IGNORECASE)


@cache
def document_words() -> frozenset[str]:
    """Verbs that a text speaks by: `bunyi`, `tertulis`."""
    return frozenset(word for verb in speech_verbs() if verb.document for word in verb.after)
