"""Blanks that are not the space bar's: what word processors and web editors set."""

from __future__ import annotations

import re

ODD_BLANK = re.compile(r"[\u00a0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff]")
"""No-break (`Senin\\u00a0(5/5)`), thin and wide spaces, and marks without width, which stand beside a space or begin a line."""


BROKEN_MARKS = {"â€œ": "  “", "â€\x9d": "”  ", "â€™": "’  ", "â€˜": "  ‘", "â€“": "–  ", "â€": "” ", "†": "”"}
"""Quotation marks and dashes that were read in the wrong encoding once: `â€œSiap,†kata Rahmat`."""
ESCAPED_MARK = re.compile(r'\\"(?P<opens>(?=[A-Z]))?')
"""A mark that a database kept with its backslash; before a capital it opens speech."""
BROKEN_MARK = re.compile("|".join(BROKEN_MARKS))


def plain_blanks(text: str) -> str:
    """The text with a space for each odd blank and whole marks for broken ones: as long as before, so that offsets stay."""
    text = ESCAPED_MARK.sub(lambda mark: ' "' if mark["opens"] is not None else '" ', text)
    return ODD_BLANK.sub(" ", BROKEN_MARK.sub(lambda mark: BROKEN_MARKS[mark[0]], text))
