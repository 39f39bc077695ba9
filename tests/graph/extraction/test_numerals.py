from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from graph.extraction.calendar import fitting_years, hijri_to_date
from graph.extraction.numerals import figures_value, plain, words_value


@pytest.mark.parametrize(
    ("figures", "scale", "expected"),
    [
        ("2.150.300.400", "", "2150300400"),
        ("75,25", "", "75.25"),
        ("5.40", "", "5.4"),  # a point before two figures is a decimal point
        ("1.066", "", "1066"),
        ("15.750.000.000,00", "", "15750000000"),
        ("3,4", "triliun", "3400000000000"),
        ("12,75", "Juta", "12750000"),
        ("2", "M", "2000000000"),
        ("0,74", "", "0.74"),
    ],
)
def test_figures_are_read_as_indonesian_writes_them(figures: str, scale: str, expected: str) -> None:
    assert plain(figures_value(figures, scale)) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("enam", 6),
        ("sebelas", 11),
        ("dua belas", 12),
        ("dua puluh lima", 25),
        ("seratus dua puluh", 120),
        ("seribu tujuh ratus", 1700),
        ("dua puluh lima ribu tujuh ratus", 25700),
        ("tiga juta dua ratus ribu", 3200000),
    ],
)
def test_number_words_are_added_up(words: str, expected: int) -> None:
    assert words_value(words) == Decimal(expected)


@pytest.mark.parametrize(
    ("month", "day", "weekday", "years"),
    [
        (1, 9, 4, (2014, 2020, 2025)),
        (2, 29, 0, (2012, 2016, 2020, 2024, 2028)),
        (2, 30, 0, ()),
    ],
)
def test_a_weekday_leaves_few_years(month: int, day: int, weekday: int, years: tuple[int, ...]) -> None:
    assert fitting_years(month, day, weekday) == years


@pytest.mark.parametrize(("year", "observed"), [(1443, date(2022, 5, 2)), (1445, date(2024, 4, 10)), (1446, date(2025, 3, 31))])
def test_idul_fitri_is_reckoned_within_two_days(year: int, observed: date) -> None:
    assert abs((hijri_to_date(year, 10, 1) - observed).days) <= 2
