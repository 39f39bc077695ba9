"""What stands where in an article: headline, dateline, byline, and the page's boilerplate, as spans of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.blanks import plain_blanks
from loaders.datelines import DATELINE, INLINE_DATELINE
from loaders.furniture import SENTENCE_END, Place, find_furniture, is_title
from loaders.wordlist import read_patterns

MAX_HEADLINE = 200
MAX_MARK = 100  # an author's mark; only so much of the last line is searched
NEAR = 4  # a dateline or a byline stands in one of the first lines after the headline (a caption may stand between)
LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Spans of one article's text, end exclusive; `place` and `outlet` as the dateline writes them."""

    headline: Place | None = None
    dateline: Place | None = None
    byline: Place | None = None
    boilerplate: tuple[Place, ...] = ()
    place: str = ""
    outlet: str = ""


def lay_out(text: str) -> Layout:
    """Find headline, dateline, byline and boilerplate in the text of one article."""
    text = plain_blanks(text)
    lines = [_trim(text, m.start(), m.end()) for m in LINE.finditer(text) if m[0].strip()]
    furniture = find_furniture(text, lines)
    body = [line for line in lines if line not in furniture]
    headline = _headline(text, body)
    if headline is None and body:
        body = [*_parted(text, body[0]), *body[1:]]
        headline = _headline(text, body)
    if headline is not None:
        words = _key(text, headline)
        furniture |= {line for line in body[1:NEAR] if _key(text, line) == words}  # the page's title, repeated
        body = [line for line in body[1:] if line not in furniture]
    bylines = _bylines(text, body)
    body = [line for line in body if line not in bylines]
    match = next((m for line in body[:NEAR] if (m := DATELINE.match(text, *line))), None)
    return Layout(
        headline=headline,
        dateline=None if match is None else _trim(text, *match.span()),
        byline=bylines[-1] if bylines else None,
        boilerplate=_joined(text, sorted(furniture | set(bylines[:-1]))),
        place="" if match is None else match["place"] or "",
        outlet="" if match is None else match["outlet"] or match["site"] or match["paper"] or "",
    )


def _trim(text: str, start: int, end: int) -> Place:
    """The span without the blanks at its ends."""
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def _key(text: str, line: Place) -> str:
    return " ".join(text[slice(*line)].casefold().split())


def _headline(text: str, body: list[Place]) -> Place | None:
    """The first line, where it is short, is no sentence, and something follows it."""
    if len(body) < 2 or body[0][1] - body[0][0] > MAX_HEADLINE:
        return None
    if text[body[0][1] - 1] in ".,;:":
        return None
    dateline = DATELINE.match(text, *body[0])
    glued = dateline is not None and text[dateline.end() - 1] == "-"  # `PERSIB-Persija Imbang`
    return body[0] if dateline is None or glued else None


def _parted(text: str, line: Place) -> list[Place]:
    """A first line as headline and body, where the body's dateline stands within it."""
    head = INLINE_DATELINE.match(text, *line)
    if head is None or not is_title(text, head.span()):
        return [line]
    return [_trim(text, *head.span()), (head.end(), line[1])]


def _bylines(text: str, body: list[Place]) -> list[Place]:
    """Lines that name the author near the beginning or the end, and the author's mark after the last sentence, in order."""
    near = body[:NEAR] + [line for line in body[-2:] if line not in body[:NEAR]]
    patterns = read_patterns("bylines")
    found = [line for line in near if any(p.fullmatch(text, *line) for place, p in patterns if place == "line")]
    rest = [line for line in body if line not in found]
    mark = _author_mark(text, *rest[-1]) if rest else None
    return sorted(found if mark is None else [*found, mark])


def _author_mark(text: str, start: int, end: int) -> Place | None:
    """`(adi/lis)`, wherever it ends the last line; other marks (`(W9-Dir)`, `(ADV)`) only after the end of a sentence."""
    for place, pattern in read_patterns("bylines"):
        for match in pattern.finditer(text, max(start, end - MAX_MARK), end) if place != "line" else ():
            before = text[start : match.start()].rstrip()
            if match.end() == end and (place == "anywhere" or not before or before[-1] in SENTENCE_END):
                return match.span()
    return None


def _joined(text: str, places: list[Place]) -> tuple[Place, ...]:
    """Stretches with nothing but blanks between them become one."""
    joined: list[Place] = []
    for start, end in places:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return tuple(joined)
