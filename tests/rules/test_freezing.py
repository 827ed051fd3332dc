# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

import pytest
from beauty_rules.freezing import (
    TOO_LONG,
    TOO_OFTEN,
    TOO_SHORT,
    Limits,
    days_between,
    find_excess,
    get_window,
)


@pytest.mark.parametrize(
    ("limits", "days", "before", "times", "codes"),
    [
        (Limits(), 400, 0, 9, []),
        (Limits(), 0, 0, 0, []),
        (Limits(30, 7, 2), 7, 0, 0, []),
        (Limits(30, 7, 2), 30, 0, 1, []),
        (Limits(30, 7, 2), 31, 0, 0, [TOO_LONG]),
        (Limits(30, 7, 2), 20, 11, 1, [TOO_LONG]),
        (Limits(30, 7, 2), 6, 0, 0, [TOO_SHORT]),
        (Limits(30, 7, 2), 7, 7, 2, [TOO_OFTEN]),
        (Limits(30, 7, 1), 6, 25, 1, [TOO_LONG, TOO_SHORT, TOO_OFTEN]),
        (Limits(30, 7, 2), 0, 0, 0, [TOO_LONG]),
        (Limits(0, 7, 0), 0, 0, 0, []),
    ],
)
def test_excess(limits, days, before, times, codes):
    assert find_excess(limits, days, before, times) == codes


def test_days_stand_from_the_first_to_the_day_before_she_is_back():
    assert days_between(date(2027, 1, 15), date(2027, 1, 15)) == 0
    assert days_between(date(2027, 1, 15), date(2027, 2, 4)) == 20
    assert days_between(date(2028, 2, 28), date(2028, 3, 1)) == 2


def test_window_is_a_year():
    assert get_window(date(2027, 12, 31)) == date(2027, 1, 1)
