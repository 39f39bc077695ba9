"""The dateline that opens an article: its place, its outlet, and a dash."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"""(?P<place>[A-Z][\w.'-]*(?:[ ]{1,2}[A-Z][\w.'-]*){0,3})     # MAGELANG; Kota Magelang; Lampung Tengah
        (?:\ ?[,/]\ ?(?P<outlet>[A-Za-z0-9][\w.\ -]{0,30}?))?       # ,Warta9.com; , Lampung
        (?:\ ?\([^()\n]{1,40}\))?                                   # (Antara); (12/3)
        (?:\ *[–—]+|\ +(?:-{1,2}|\|)|,\ ?-|(?<=[A-Z])-{1,2})[^\S\n]+      # a dash between blanks; MAGELANG-  in capitals
        (?=["“”'‘(]?[A-Z0-9])""",
    re.VERBOSE,
)
