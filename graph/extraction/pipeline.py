"""From an `Article` to its `ArticleFacts`: the steps, in their order.

text ─ tokens, sentences, (model) ─ publication, dates, years ─ names ─ areas, bodies, holders ─ programmes ─ regulations
     ─ quantities, figures ─ quotes, speech, claimants ─ events, participants ─ facts
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import replace

from spacy.tokens import Doc

from graph.extraction.claimants import find_claimants
from graph.extraction.dates import find_dates
from graph.extraction.events import find_events
from graph.extraction.figures import find_figures
from graph.extraction.language import read_text
from graph.extraction.late_names import find_late_names
from graph.extraction.mentions import find_mentions
from graph.extraction.participants import find_participants
from graph.extraction.programs import find_programs
from graph.extraction.publication import find_publication
from graph.extraction.quantities import find_quantities
from graph.extraction.quotes import find_quotes
from graph.extraction.reading import Reading
from graph.extraction.regulations import find_regulations
from graph.extraction.relevance import is_public
from graph.extraction.speech import find_speech
from graph.extraction.spelling import whole_words
from graph.extraction.years import context_years, resolve_years
from graph.facts import ArticleFacts, Claim, Span
from loaders.article import Article
from loaders.blanks import plain_blanks
from loaders.wrapping import over_insets, unwrapped

STEPS: tuple[Callable[[Reading], None], ...] = (
    find_publication,
    find_dates,
    resolve_years,
    find_mentions,
    find_programs,
    find_regulations,
    find_quantities,
    find_figures,
    find_quotes,
    find_speech,
    find_late_names,
    find_claimants,
    find_events,
    find_participants,
)


def extract(article: Article, *, off: frozenset[str] = frozenset()) -> ArticleFacts:
    """All facts that `article` states; rules named in `off` are switched off."""
    reading = read(article, off=off)
    if not is_public(reading):
        return ArticleFacts(article=article.hash, published=reading.article.published)
    claims = sorted(reading.claims, key=_claim_order)
    return ArticleFacts(
        article=article.hash,
        entities=tuple(reading.entities[key] for key in sorted(reading.entities)),
        claims=tuple(claims),
        region=reading.region,
        published=reading.article.published,
        context_years=context_years(reading),
    )


def read(article: Article, *, off: frozenset[str] = frozenset()) -> Reading:
    """The reading of `article` after all steps; its text has plain blanks, whole lines and words, at the same offsets."""
    article = _smoothed(article)
    doc = read_text(article.text)
    reading = Reading(article=article, doc=doc, sentences=_sentences(article, doc), off=off)
    for step in STEPS:
        step(reading)
    return reading


def _smoothed(article: Article) -> Article:
    """The article with a text that reads without a break; an inset that it reads over is no boilerplate any more."""
    text = over_insets(plain_blanks(article.text), article.boilerplate)
    boilerplate = tuple((start, end) for start, end in article.boilerplate if text[start:end].strip())
    _, end = article.dateline or (0, 0)
    if end and text[end - 1] == "-" and text[end : end + 1].isalpha():  # `MAGELANG-Bupati` would be one token
        text = f"{text[: end - 1]} {text[end:]}"
    return replace(article, text=whole_words(unwrapped(text)), boilerplate=boilerplate)


def _claim_order(claim: Claim) -> tuple[int, int, str, str]:
    return claim.span.start, claim.span.end, claim.table, repr(claim)


def _sentences(article: Article, doc: Doc) -> list[Span]:
    """The sentences of headline and body: boilerplate, dateline and byline cut out, nothing left of white space. A page
    that shows its headline again and again says it once."""
    cuts = sorted(s for s in (*article.boilerplate, article.dateline, article.byline) if s is not None)
    starts = [start for start, _ in cuts]
    found: list[Span] = []
    for sentence in doc.sents:
        at = sentence.start_char
        for start, end in cuts[max(0, bisect_right(starts, at) - 1) :]:
            if end <= at:
                continue
            if start >= sentence.end_char:
                break
            found.append(Span(at, start))
            at = max(at, end)
        found.append(Span(at, sentence.end_char))
    sentences = [trimmed for span in found if (trimmed := _trimmed(article.text, span)).start < trimmed.end]
    lines = [article.text[span.start : span.end].casefold() for span in sentences]
    return [span for place, span in enumerate(sentences) if not place or lines[place] != lines[0]]


def _trimmed(text: str, span: Span) -> Span:
    part = text[span.start : max(span.start, span.end)]
    start = span.start + len(part) - len(part.lstrip())
    return Span(start, max(start, span.start + len(part.rstrip())))
