"""What stands where in an article: headline, dateline, byline, and the page's boilerplate, as spans of its text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from loaders.blanks import plain_blanks
from loaders.wordlist import read_patterns

Place = tuple[int, int]

MAX_HEADLINE = 200
MAX_FURNITURE = 200  # a line of the page's own is short; a paragraph that begins with `Lihat juga video` is the article's
MAX_MARK = 100  # an author's mark; only so much of the last line is searched
NEAR = 4  # a dateline or a byline stands in one of the first lines after the headline (a caption may stand between)
SENTENCE_END = '.!?"”’“™'
LINE = re.compile(r"[^\r\n]+")
DATELINE = re.compile(
    r"""(?P<place>[A-Z][\w.'-]*(?:[ ]{1,2}[A-Z][\w.'-]*){0,3})     # MAGELANG; Kota Magelang; Lampung Tengah
        (?:\ ?[,/]\ ?(?P<outlet>[A-Za-z0-9][\w.\ -]{0,30}?))?       # ,Warta9.com; , Lampung
        (?:\ ?\([^()\n]{1,40}\))?                                   # (Antara); (12/3)
        (?:\ *[–—]+|\ +(?:-{1,2}|\|)|,\ ?-|(?<=[A-Z])-{1,2})[^\S\n]+      # a dash between blanks; MAGELANG-  in capitals
        (?=["“”'‘(]?[A-Z0-9])""",
    re.VERBOSE,
)


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
    furniture = _boilerplate(text, lines)
    body = [line for line in lines if line not in furniture]
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
        place="" if match is None else match["place"],
        outlet=match["outlet"] or "" if match is not None else "",
    )


def _trim(text: str, start: int, end: int) -> Place:
    """The span without the blanks at its ends."""
    stretch = text[start:end]
    return start + len(stretch) - len(stretch.lstrip()), end - len(stretch) + len(stretch.rstrip())


def _key(text: str, line: Place) -> str:
    return " ".join(text[slice(*line)].casefold().split())


def _boilerplate(text: str, lines: list[Place]) -> set[Place]:
    found: set[Place] = set()
    for number, line in enumerate(lines):
        if line[1] - line[0] > MAX_FURNITURE:
            continue
        scope = next((s for s, pattern in read_patterns("boilerplate") if pattern.fullmatch(text, *line)), "")
        if scope == "":
            continue
        if scope == "tail" and number > 1:
            return found | set(lines[number:])
        found.add(line)
        if scope == "next":
            found |= set(_listed(text, lines[number + 1 :]))
    return found | set(_leads(text, [line for line in lines if line not in found]))


def _leads(text: str, lines: list[Place]) -> list[Place]:
    """Lines behind the author's that all break off (`KOTA - Pasar itu ramai, Sabtu`): the beginnings of other articles."""
    authors = [p for place, p in read_patterns("bylines") if place == "line"]
    last = max((n for n, line in enumerate(lines) if any(p.fullmatch(text, *line) for p in authors)), default=0)
    behind = lines[last + 1 :] if last > NEAR else []
    return behind if not any(text[line[1] - 1] in SENTENCE_END for line in behind) else []


def _listed(text: str, lines: list[Place]) -> list[Place]:
    """The list that follows `Baca juga:`: its items, or the one short line that is no sentence."""
    count = 0
    while count < len(lines) and text[lines[count][0]] in "-•*":
        count += 1
    if count == 0 and lines and lines[0][1] - lines[0][0] <= MAX_FURNITURE and text[lines[0][1] - 1] not in SENTENCE_END:
        count = 1
    return lines[:count]


def _headline(text: str, body: list[Place]) -> Place | None:
    """The first line, where it is short, is no sentence, and something follows it."""
    if len(body) < 2 or body[0][1] - body[0][0] > MAX_HEADLINE:
        return None
    if text[body[0][1] - 1] in ".,;:" or DATELINE.match(text, *body[0]):
        return None
    return body[0]


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
