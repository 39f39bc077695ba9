"""Partial dates as stretches of days, for asking whether two of them can, or must, meet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Attested:
    """The days on which something surely held: from the end of the earliest date known to the start of the latest.

    Of `2024-01-10` and `2024-03-02` those days and all between; of `2024` alone none, for nobody knows which day is meant.
    """

    first: str
    last: str

    def meets(self, other: Attested) -> bool:
        """Whether some day surely lies in both."""
        return bool(self.first and other.first) and max(self.first, other.first) <= min(self.last, other.last)


def attested(dates: Iterable[str]) -> Attested:
    """The stretch that partial ISO dates attest; empty where none has a year."""
    known = [d for d in dates if YEAR.match(d)]
    if not known:
        return Attested("", "")
    return Attested(min(_end(d) for d in known), max(_start(d) for d in known))


def years_apart(a: str, b: str) -> int | None:
    """Years between two partial dates, None where one of them has no year."""
    return abs(int(a[:4]) - int(b[:4])) if YEAR.match(a) and YEAR.match(b) else None


def _start(date: str) -> str:
    return date + "0000-01-01"[len(date) :]


def _end(date: str) -> str:
    return date + "0000-12-31"[len(date) :]
