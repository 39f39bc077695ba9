"""One file, several articles: where one ends and the next begins."""

from __future__ import annotations

import re

from loaders.wordlist import read_patterns

MIN_WORDS = 30  # the shortest news item; what is shorter between two separator lines is a remark or a reader's comment
MAX_HEADLINE = 200


def split_articles(text: str) -> list[str]:
    """The articles in `text`, each without blanks at its ends; one where no kind of separator line fits.

    A separator line that heads the file (`0 Comments` above each article) belongs to the article below it; one that follows
    an article belongs to that. A line of `=====` or `-----` belongs to none. Each piece must look like an article: a short
    first line as headline, then a body. So rules between the sections of one article do not cut it.
    """
    for least, pattern in read_patterns("separators"):
        lines = [m for m in re.finditer(r"^[^\n]+$", text, re.MULTILINE) if pattern.fullmatch(m[0].strip())]
        if len(lines) >= int(least):
            pieces = _pieces(text, lines)
            if len(pieces) > 1 and all(_looks_like_article(piece) for piece in pieces):
                return pieces
    return [text.strip()]


def _pieces(text: str, lines: list[re.Match[str]]) -> list[str]:
    rule = not any(character.isalnum() for character in lines[0][0])
    heads = not text[: lines[0].start()].strip()
    ends = [(m.start(), m.end()) if rule else (m.start(),) * 2 if heads else (m.end(),) * 2 for m in lines]
    starts = [0, *(after for _, after in ends)]
    stops = [*(before for before, _ in ends), len(text)]
    pieces = (text[start:stop].strip() for start, stop in zip(starts, stops, strict=True))
    return [piece for piece in pieces if piece]


def _looks_like_article(piece: str) -> bool:
    lines = [line.strip() for line in piece.splitlines() if line.strip()]
    if any(pattern.fullmatch(lines[0]) for _, pattern in read_patterns("separators")):
        lines = lines[1:]
    return len(lines) > 1 and len(lines[0]) <= MAX_HEADLINE and sum(len(line.split()) for line in lines) >= MIN_WORDS
