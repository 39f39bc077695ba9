"""Blanks that are not the space bar's: what word processors and web editors set."""

from __future__ import annotations

import re

ODD_BLANK = re.compile(r"[\u00a0\u1680\u2000-\u200b\u200e\u200f\u202f\u205f\u2060\u3000\ufeff]")
"""No-break (`Senin\\u00a0(5/5)`), thin and wide spaces, and marks without width, which stand beside a space or begin a line."""


def plain_blanks(text: str) -> str:
    """The text with a space for each odd blank: as long as before, so that offsets stay what they are."""
    return ODD_BLANK.sub(" ", text)
