# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Who may use a member's sessions beside herself."""

from datetime import date

import pytest
from beauty_rules.sharing import (
    CAP,
    ENDED,
    GUEST_ONCE,
    NAMED,
    NOBODY,
    NOT_SHARED,
    PRESENT,
    Share,
    get_share_refusal,
)
from hypothesis import given
from hypothesis import strategies as st

DAY = date(2026, 6, 30)
THREE = Share(3, None)
ENDLESS = Share(0, None)


@pytest.mark.parametrize(
    ("sharing", "share", "is_present", "used", "units", "refusal"),
    [
        (NOBODY, None, True, 0, 1, NOT_SHARED),
        (NOBODY, THREE, True, 0, 1, NOT_SHARED),
        (NAMED, None, True, 0, 1, NOT_SHARED),
        (NAMED, THREE, False, 0, 1, None),
        (NAMED, THREE, False, 2, 1, None),
        (NAMED, THREE, False, 2, 2, CAP),
        (NAMED, THREE, True, 3, 1, CAP),
        (NAMED, ENDLESS, False, 99, 9, None),
        (PRESENT, None, True, 0, 2, None),  # one visit, whatever it costs
        (PRESENT, None, True, 1, 1, GUEST_ONCE),
        (PRESENT, None, False, 0, 1, NOT_SHARED),
        (PRESENT, THREE, False, 0, 3, None),
    ],
)
def test_share_refusal_table(sharing, share, is_present, used, units, refusal):
    assert get_share_refusal(sharing, share, is_present, DAY, used, units) == refusal


@pytest.mark.parametrize(
    ("until", "refusal"),
    [(date(2026, 6, 29), ENDED), (DAY, None), (date(2026, 7, 1), None)],
)
def test_share_day_before_on_and_after(until, refusal):
    assert get_share_refusal(NAMED, Share(0, until), False, DAY, 0, 1) == refusal


@given(st.integers(1, 20), st.lists(st.integers(1, 5), max_size=20))
def test_cap_is_never_passed(cap, wishes):
    used = 0
    for units in wishes:
        if not get_share_refusal(NAMED, Share(cap, None), False, DAY, used, units):
            used += units
    assert used <= cap
