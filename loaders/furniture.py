"""The page's own lines in and around an article: teasers, headings of footer blocks, counters, labels, captions."""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile

from loaders.datelines import DATELINE
from loaders.wordlist import read_patterns

Place = tuple[int, int]

MAX_FURNITURE = 200  # a line of the page's own is short; a paragraph that begins with `Lihat juga video` is the article's
MIN_PROSE = 60  # characters of a paragraph; a shorter line with a stop may be a motto or a button
MIN_SENTENCE = 25  # `1. Camat menata pasar itu.` below the heading `Rekomendasi`: the article goes on
MAX_LISTED = 6  # headlines that a page sets below `Berita terkait` within an article
MAX_BLOCK = 40  # lines that are looked at to tell whether an article goes on
TITLE_SHARE = 0.7  # of a headline's longer words have a capital: `Bupati Tegal Resmikan Jembatan yang Baru`
LATE = 4  # an author's line that stands further down ends the article
SENTENCE_END = '.!?"”’“™'
PROSE_END = re.compile(
    r"""(?: (?<![.…])[.!?"”’“]["”’“]?(?:\ ?\([^()]{1,25}\)|\*{1,3}|™)?   # selesai.” (K7-Dan)
        | \w\ ?\([a-z]{2,4}(?:/[a-z]{2,4})*\) )\Z                     # kata Rahmat (adi/lis)""",
    re.VERBOSE,
)
"""How a paragraph ends, its author's mark included; what breaks off (`...`) announces another article."""
BULLET = "-–•*>»›➡→►▶✓"
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
ENDS = frozenset({"tail", "related", "word"})


def find_furniture(text: str, lines: list[Place]) -> set[Place]:
    """Those of `lines` that are the page's, by the scopes of the list of boilerplate."""
    scopes = [_scope(text, line) for line in lines]
    prose = [n for n, line in enumerate(lines) if not scopes[n] and _is_prose(text, line)]
    first = prose[0] if prose else 1
    end = next((n for n in range(first + 1, len(lines)) if _ends(text, lines, scopes, n)), len(lines))
    last = max((n for n in prose if n < end), default=1)
    found = set(lines[end:])
    for n, scope in enumerate(scopes[:end]):
        if not scope or (scope == "edge" and (n == 0 or first < n < last)) or (scope == "caption" and n > last):
            continue
        found.add(lines[n])
        if scope == "next" or (scope in ENDS and first < n):
            found |= set(_listed(text, lines[n + 1 : min(end, n + MAX_BLOCK)], word=scope == "word", last=n > last))
    rest = [line for line in lines if line not in found]
    return found | set(_leads(text, rest)) | set(_credits(text, rest[:-1]))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """For each scope one pattern of all its lines, in the order of the list."""
    rows = read_patterns("boilerplate")
    scopes = dict.fromkeys(scope for scope, _ in rows)
    alternatives = {scope: "|".join(f"(?:{p.pattern})" for name, p in rows if name == scope) for scope in scopes}
    return tuple((scope, re.compile(pattern, re.IGNORECASE)) for scope, pattern in alternatives.items())


def _scope(text: str, line: Place) -> str:
    if line[1] - line[0] > MAX_FURNITURE:
        return ""
    return next((scope for scope, pattern in _patterns() if scope != "end" and pattern.fullmatch(text, *line)), "")


def _is_prose(text: str, line: Place, least: int = MIN_PROSE) -> bool:
    """Whether a line is a paragraph of an article, by its length and its end."""
    return line[1] - line[0] >= least and PROSE_END.search(text, max(line[0], line[1] - 30), line[1]) is not None


def is_title(text: str, line: Place) -> bool:
    """Whether a line is set as a headline: short, no stop behind it, its words with capitals."""
    words = LONG_WORD.findall(text, *line) if line[1] - line[0] <= MAX_FURNITURE else []
    return len(words) > 2 and text[line[1] - 1] not in ".,;:" and sum(w[0].isupper() for w in words) >= TITLE_SHARE * len(words)


def _ends(text: str, lines: list[Place], scopes: list[str], n: int) -> bool:
    """Whether the article ends before line `n`: a comment form ends it, a list of other articles where it does not go on.

    It goes on, behind the headlines of the list, with two paragraphs or with one and no further headline. Teasers have
    headlines between them, and may bring a dateline of their own.
    """
    if scopes[n] not in ENDS or scopes[n] == "tail":
        return scopes[n] == "tail"
    below = len(_listed(text, lines[n + 1 : n + MAX_BLOCK], word=scopes[n] == "word"))
    start = n + 1 + below
    block = zip(lines[start : n + MAX_BLOCK], scopes[start : n + MAX_BLOCK], strict=True)
    rest = [line for line, scope in takewhile(lambda pair: pair[1] not in ENDS, block) if not scope]
    if rest and scopes[n] == "word" and not below and _is_list(text, rest):
        return False
    if not rest or not _is_prose(text, rest[0], MIN_SENTENCE) or DATELINE.match(text, *rest[0]):
        return True
    return len(rest) > 1 and not _is_prose(text, rest[1]) and any(is_title(text, line) for line in rest[1:])


def _is_list(text: str, lines: list[Place]) -> bool:
    """Whether lines below `Kategori` are a list of the article: `Lansia: 214 orang`, or a paragraph comes behind them."""
    item = text[slice(*lines[0])]
    return (item[0].isalpha() and any(map(str.isdigit, item))) or any(_is_prose(text, line) for line in lines)


def _listed(text: str, lines: list[Place], *, word: bool = False, last: bool = False) -> list[Place]:
    """What stands below `Baca juga`: the items of a list, or the one short line that is no sentence and headlines after it.

    Behind the last paragraph (`last`) it is all lines that are no sentence, up to the author's; below a single `word` it is
    lines that are set as headlines.
    """
    if word:
        return list(takewhile(lambda line: is_title(text, line), lines[:MAX_LISTED]))
    items = list(takewhile(lambda line: text[line[0]] in BULLET and line[1] - line[0] <= MAX_FURNITURE, lines))
    if items or not lines:
        return items
    headline = lines[0][1] - lines[0][0] <= MAX_FURNITURE and text[lines[0][1] - 1] not in SENTENCE_END
    if not headline and not is_title(text, lines[0]):
        return []
    if last:
        return list(takewhile(lambda line: text[line[1] - 1] != "." and not _is_author(text, line), lines))
    return [lines[0], *takewhile(lambda line: is_title(text, line), lines[1:MAX_LISTED])]


def _is_author(text: str, line: Place) -> bool:
    return any(place == "line" and pattern.fullmatch(text, *line) for place, pattern in read_patterns("bylines"))


def _leads(text: str, lines: list[Place]) -> list[Place]:
    """Lines behind the author's that all break off (`KOTA - Pasar itu ramai, Sabtu`): the beginnings of other articles."""
    last = max((n for n, line in enumerate(lines) if _is_author(text, line)), default=0)
    behind = lines[last + 1 :] if last > LATE else []
    return behind if not any(text[line[1] - 1] in SENTENCE_END for line in behind) else []


def _credits(text: str, lines: list[Place]) -> list[Place]:
    """Credits and teasers in brackets at the end of a line."""
    pattern = dict(_patterns())["end"]
    opened = ((text.rfind("(", *line), line[1]) for line in lines)
    return [place for place in opened if place[0] >= 0 and pattern.fullmatch(text, *place)]
