"""The dateline that opens an article: its place, its outlet, and a dash."""

from __future__ import annotations

import re

DATELINE = re.compile(
    r"""(?:
        (?P<site>(?i:(?:[\w-]{1,60}\.){1,4}(?:com|id|net|org|news|info)))\ *(?:[–—|-]+)[^\S\n]*   # www.tegalkab.go.id -
      | (?P<paper>[A-Z][a-z]+[A-Z]\w{0,30})-(?=[A-Z][a-z])                                     # KabarTegal-Bupati
      | (?P<place>[A-Z][\w.'-]*(?:[ ]{1,2}[A-Z][\w.'-]*){0,3})     # MAGELANG; Kota Magelang; Lampung Tengah
        (?:\ ?[,/]\ ?(?P<outlet>[A-Za-z0-9][\w.\ -]{0,30}?))?       # ,Warta9.com; , Lampung
        (?:\ ?\([^()\n]{1,40}\))?                                   # (Antara); (12/3)
        (?: (?:\ *[–—]+|\ +(?:-{1,2}|\|)|,\ ?-|(?<=[A-Z])-{1,2})[^\S\n]+  # a dash between blanks; MAGELANG-  in capitals
          | (?:(?<=[A-Z]{5})|(?<=\.[Cc][Oo][Mm])|(?<=\.[Ii][Dd]))-(?=[A-Z][a-z]) )  # MAGELANG-Bupati; Tegal, KABAR.COM-Bupati
    )(?=["“”'‘(]?[A-Z0-9])""",
    re.VERBOSE,
)
"""A dash without blanks stands behind capitals or an address alone: `Rute Metro-Sukamaju` is a name."""
INLINE_DATELINE = re.compile(
    r"""[^.!?\n]{15,150}?[^\W_A-Z]\ (?=
        (?:[A-Z]{4,}\ ){0,2}[A-Z]{4,}(?:\ ?,\ ?[A-Za-z][\w.]{2,30}|\ \([^()\n]{1,40}\))?\ ?[–—-]{1,2}\ ["“]?[A-Z][a-z])""",
    re.VERBOSE,
)
"""A headline with the dateline of the body on its line: `Camat Buka Pasar Murah TEGAL - Camat Slawi membuka ...`."""
