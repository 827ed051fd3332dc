# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Days of a pass: when it ends, what went by, how often she may come."""

from datetime import date, timedelta

import pytest
from beauty_rules.passes import (
    DAY,
    MONTH,
    WEEK,
    Limits,
    days_gone,
    days_left,
    get_reached_limit,
    get_visits_left,
    last_pass_day,
    split_by_month,
)
from hypothesis import given
from hypothesis import strategies as st

DAYS = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@pytest.mark.parametrize(
    ("start", "days", "last"),
    [
        (date(2026, 1, 1), 1, date(2026, 1, 1)),
        (date(2026, 1, 1), 365, date(2026, 12, 31)),
        (date(2028, 2, 1), 30, date(2028, 3, 1)),
    ],
)
def test_last_day(start, days, last):
    assert last_pass_day(start, days) == last


@pytest.mark.parametrize(
    ("today", "remaining", "gone"),
    [
        (date(2026, 1, 1), 10, None),
        (date(2026, 1, 2), 10, (date(2026, 1, 1), date(2026, 1, 1))),
        (date(2026, 1, 2), 9, None),
        (date(2026, 1, 5), 9, (date(2026, 1, 2), date(2026, 1, 4))),
        (date(2026, 1, 10), 10, (date(2026, 1, 1), date(2026, 1, 9))),
        (date(2026, 1, 11), 1, (date(2026, 1, 10), date(2026, 1, 10))),
        (date(2026, 6, 1), 3, (date(2026, 1, 8), date(2026, 1, 10))),
        (date(2026, 6, 1), 0, None),
    ],
)
def test_days_gone_of_ten_from_new_year(today, remaining, gone):
    assert days_gone(date(2026, 1, 10), today, remaining) == gone


def test_moved_end_pauses_the_pass():
    assert days_gone(date(2026, 1, 15), date(2026, 1, 5), 10) is None
    assert days_left(date(2026, 1, 15), date(2026, 1, 5), 10) == 10


def test_stretch_is_cut_at_the_end_of_a_month():
    parts = split_by_month(date(2026, 1, 30), date(2026, 3, 2))
    assert parts == [
        (date(2026, 1, 31), 2),
        (date(2026, 2, 28), 28),
        (date(2026, 3, 2), 2),
    ]


@pytest.mark.parametrize(
    ("limits", "reached"),
    [
        (Limits(), None),
        (Limits(day=2), None),
        (Limits(day=1), DAY),
        (Limits(week=2), WEEK),
        (Limits(week=3), None),
        (Limits(month=3), MONTH),
        (Limits(day=2, week=2, month=3), WEEK),
    ],
)
def test_limits(limits, reached):
    visits = [date(2026, 7, 1), date(2026, 7, 13), date(2026, 7, 15)]
    assert get_reached_limit(visits, date(2026, 7, 15), limits) == reached


def test_visits_left_of_each_limit():
    visits = [date(2026, 7, 13), date(2026, 7, 15)]
    left = get_visits_left(visits, date(2026, 7, 15), Limits(day=1, month=5))
    assert left == {DAY: 0, MONTH: 3}


def test_week_starts_on_monday_and_knows_its_year():
    sunday, monday = date(2026, 12, 27), date(2026, 12, 28)
    assert get_reached_limit([sunday], monday, Limits(week=1)) is None
    assert get_reached_limit([monday], date(2027, 1, 1), Limits(week=1)) == WEEK


@given(start=DAYS, days=st.integers(1, 800), steps=st.lists(st.integers(0, 90)))
def test_every_day_goes_by_once(start, days, steps):
    last, today, remaining, seen = last_pass_day(start, days), start, days, []
    for step in [*steps, 2000]:
        today += timedelta(days=step)
        gone = days_gone(last, today, remaining)
        if gone:
            parts = split_by_month(*gone)
            assert sum(count for _end, count in parts) == (gone[1] - gone[0]).days + 1
            seen.append(gone)
            remaining -= (gone[1] - gone[0]).days + 1
        assert remaining == days_left(last, today, days)
        assert days_gone(last, today, remaining) is None
    flat = [a + timedelta(days=i) for a, b in seen for i in range((b - a).days + 1)]
    assert flat == [start + timedelta(days=i) for i in range(days)]
