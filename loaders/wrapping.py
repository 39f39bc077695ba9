"""Lines that an editor or a mail program broke within a sentence, made whole again at the same offsets."""

from __future__ import annotations

import re
from statistics import median

LINE_BREAK = re.compile(r"(?<=[^\n])\n(?=[^\n])")
"""A single break; an empty line always parts two paragraphs."""
ENDED = re.compile(r"[.!?:;…|][\"'”’“‘)\]]*\s*\Z")
"""What a finished line ends with: a stop, a colon before a list, the stroke behind a caption."""
ITEM = re.compile(r"\s*(?:[-–•*|]|\(?[\da-z]{1,2}[.)])")
"""What the next item of a list begins with: `- rapat`, `a. beras`, `2) gula`."""
ENOUGH = 3
"""Lines that go on with a small letter, from which on the whole text counts as wrapped; a short text has half of its own."""
SMALL = re.compile(r"\s*(?:[a-zà-ÿ]|\(\d{1,2}[/-]\d)")
"""How a sentence goes on in the next line: a small letter, `(13/6/2024)`."""
FULL = 0.75
"""Of the usual length of wrapped lines, what a line has at least before one that begins with a capital: a heading has less."""
LABEL = 20
"""Characters that a menu entry or a label has at most: `Berita Kota` beside `Facebook`."""


def over_insets(text: str, boilerplate: tuple[tuple[int, int], ...]) -> str:
    """The text with blanks for what the page sets within a sentence, as long as before: `bekerja keras,↵IKLAN↵dan cerdas`.

    The line before the inset is not finished, is more than a label, and goes on behind the inset with a small letter.
    """
    for start, end in boilerplate:
        while start and text[start - 1].isspace():
            start -= 1
        while text[end : end + 1].isspace():
            end += 1
        line = _line(text, start)
        if len(line) >= LABEL and not ENDED.search(line) and text[end : end + 1].islower():
            text = text[:start] + " " * (end - start) + text[end:]
    return text


def unwrapped(text: str) -> str:
    """The text with a blank for each break within a sentence, as long as before; its first line, the headline, stays.

    A line that goes on with a small letter or a date in brackets is always joined (`mendatangi↵kantor dinas`), one with a
    capital only where the text is wrapped throughout and the line is full (`anggota DPRD Kabupaten↵Ende`).
    """
    headline = text.find("\n", len(text) - len(text.lstrip()))
    breaks = [m.start() for m in LINE_BREAK.finditer(text, headline + 1)] if headline >= 0 else []
    unfinished = [at for at in breaks if _goes_on(text, at)]
    small = [at for at in unfinished if SMALL.match(text, at + 1)]
    joined = set(small)
    if small and (len(small) >= ENOUGH or 2 * len(small) >= len(unfinished)):
        full = FULL * median(len(_line(text, at)) for at in small)
        joined |= {at for at in unfinished if len(_line(text, at)) >= full}
    return "".join(" " if at in joined else char for at, char in enumerate(text)) if joined else text


def _line(text: str, end: int) -> str:
    return text[text.rfind("\n", 0, end) + 1 : end]


def _goes_on(text: str, at: int) -> bool:
    """Whether the line before the break is not finished and the one behind it no item of a list."""
    end = text.find("\n", at + 1)
    behind = text[at + 1 : end if end >= 0 else len(text)]
    return bool(behind.strip()) and not ENDED.search(_line(text, at)) and not ITEM.match(behind)
