# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Months of validity, the last day of use, birthdays."""

from datetime import date, timedelta

import pytest
from beauty_rules.periods import is_birthday, is_over, last_day
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.dates(date(2000, 1, 1), date(2100, 12, 31))
MONTHS = st.integers(1, 120)


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        (date(2026, 1, 15), 12, date(2027, 1, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2026, 12, 31), 6, date(2027, 6, 30)),
        (date(2026, 1, 15), 0, None),
        (date(2026, 1, 15), None, None),
    ],
)
def test_last_day_table(start, months, last):
    assert last_day(start, months) == last


@pytest.mark.parametrize(
    ("today", "grace", "over"),
    [
        (date(2026, 6, 29), 0, False),
        (date(2026, 6, 30), 0, False),  # the last day is still a day of use
        (date(2026, 7, 1), 0, True),
        (date(2026, 7, 3), 3, False),
        (date(2026, 7, 4), 3, True),
    ],
)
def test_is_over_day_before_on_and_after(today, grace, over):
    assert is_over(date(2026, 6, 30), today, grace) is over


def test_is_over_never_without_a_last_day():
    assert is_over(None, date(9999, 12, 31)) is False


@pytest.mark.parametrize(
    ("birthdate", "today", "expected"),
    [
        (date(1990, 5, 4), date(2026, 5, 4), True),
        (date(1990, 5, 4), date(2026, 5, 3), False),
        (date(1990, 5, 4), date(2026, 5, 5), False),
        (date(1992, 2, 29), date(2026, 2, 28), True),
        (date(1992, 2, 29), date(2026, 3, 1), False),
        (date(1992, 2, 29), date(2028, 2, 28), False),
        (date(1992, 2, 29), date(2028, 2, 29), True),
        (None, date(2026, 5, 4), False),
    ],
)
def test_is_birthday_table(birthdate, today, expected):
    assert is_birthday(birthdate, today) is expected


@given(DAYS, MONTHS)
def test_last_day_is_never_over_and_the_next_always(start, months):
    last = last_day(start, months)
    assert not is_over(last, last)
    assert is_over(last, last + timedelta(days=1))


@given(DAYS, MONTHS)
def test_last_day_lies_in_the_month_named(start, months):
    last = last_day(start, months)
    assert (last.year - start.year) * 12 + last.month - start.month == months
    assert last.day <= start.day


@given(DAYS, st.integers(1900, 2000))
def test_birthday_comes_once_a_year(birthdate, year):
    days = [date(year, 1, 1) + timedelta(days=n) for n in range(366)]
    hits = [day for day in days if day.year == year and is_birthday(birthdate, day)]
    assert len(hits) == 1
