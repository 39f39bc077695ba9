"""Reckoning with dates that lack a year: which years a weekday leaves, and which years an occasion tells.

No clock is read anywhere: the years that come into question are those of local news on the web.
"""

from __future__ import annotations

import calendar
from datetime import date

FIRST_YEAR, LAST_YEAR = 2010, 2030
"""Local governments publish on the web from about 2010 (UU 14/2008 on public information in force); the end is open room."""


def make_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none (30 February)."""
    if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return date(year, month, day)


def fitting_years(month: int, day: int, weekday: int = 0) -> tuple[int, ...]:
    """Years in which `day` exists and falls on `weekday` (ISO number; 0 for any): 9 January, Thursday -> 2014, 2020, 2025."""
    return tuple(d.year for d in same_day(month, day) if weekday in (0, d.isoweekday()))


def same_day(month: int, day: int) -> list[date]:
    """The day in each year that comes into question."""
    dates = (make_date(year, month, day) for year in range(FIRST_YEAR, LAST_YEAR + 1))
    return [d for d in dates if d is not None]


def hijri_to_date(year: int, month: int, day: int) -> date:
    """A day of the tabular Islamic calendar (epoch 16 July 622, leap years 2, 5, 7, ... of 30): two days off at most."""
    days = day + -(-59 * (month - 1) // 2) + (year - 1) * 354 + (3 + 11 * year) // 30
    return date.fromordinal(days + 227_014)
