"""Days of the Islamic year: they pass through all months of the common one, so what is held on them alone tells a year.

`halalbihalal, Senin (23/5)`: 23 May is a Monday in 2011, 2016 and 2022, and of these lies in Syawal in 2022 alone.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache

from graph.extraction.calendar import hijri_to_date
from graph.extraction.patterns import either, folded, matches
from graph.extraction.reading import Reading
from graph.extraction.rules import rule
from ontology.calendar import HijriSeason, hijri_seasons
from ontology.number_cues import cue_pattern

UNSURE = timedelta(days=2)
"""By so much the tabular calendar is off: when a month begins is seen in the sky."""

EPOCH, HIJRI_YEAR = 621.54, 0.97023
"""The common year in which the first hijri year began, and the length of a hijri year in common ones."""


@cache
def _pattern() -> tuple[re.Pattern[str], dict[str, HijriSeason]]:
    found = {folded(form): season for season in hijri_seasons() for form in season.forms}
    forms = either(form for season in hijri_seasons() for form in season.forms)
    return re.compile(rf"\b(?P<name>{forms})\b", re.IGNORECASE), found


@cache
def _other_days() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{cue_pattern('off')})\s+(?:\w+\s+)?$", re.IGNORECASE)


@rule("year.season", example="Buka puasa bersama")
def seasons(reading: Reading) -> list[HijriSeason]:
    """Those in which an article is written; `menjelang bulan Ramadan` is written before it."""
    pattern, found = _pattern()
    named = (m for m in matches(reading, pattern) if not _other_days().search(reading.text[max(0, m.start() - 40) : m.start()]))
    return list({found[folded(m["name"])]: None for m in named})


def is_in(day: date, season: HijriSeason) -> bool:
    """Whether a day lies in the season of its year."""
    year = int((day.year + day.timetuple().tm_yday / 366 - EPOCH) / HIJRI_YEAR)
    return any(_first(one, season) - UNSURE <= day <= _last(one, season) + UNSURE for one in (year, year + 1))


def _first(year: int, season: HijriSeason) -> date:
    return hijri_to_date(year, season.first_month, season.first_day)


def _last(year: int, season: HijriSeason) -> date:
    return hijri_to_date(year, season.last_month, season.last_day)
