# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Which holding is used first."""

from datetime import date, datetime

from beauty_rules.spending import spending_key
from hypothesis import given
from hypothesis import strategies as st

HOLDINGS = st.tuples(st.none() | st.dates(), st.datetimes(), st.integers(1, 10**9))


def order(*holdings):
    """:return: list of holding ids in the order of use"""
    return [key[2] for key in sorted(spending_key(*holding) for holding in holdings)]


def test_soonest_expiry_first_and_never_expiring_last():
    assert order(
        (None, datetime(2020, 1, 1), 1),
        (date(2027, 1, 1), datetime(2021, 1, 1), 2),
        (date(2026, 12, 31), datetime(2026, 1, 1), 3),
    ) == [3, 2, 1]


def test_among_equals_the_oldest():
    assert order(
        (date(2027, 1, 1), datetime(2026, 3, 2, 10, 1), 1),
        (date(2027, 1, 1), datetime(2026, 3, 2, 10, 0), 2),
    ) == [2, 1]


def test_granted_at_once_the_first_created():
    moment = datetime(2026, 3, 2, 10, 0)
    assert order((None, moment, 9), (None, moment, 4)) == [4, 9]


@given(st.lists(HOLDINGS, unique_by=lambda holding: holding[2]), st.randoms())
def test_order_does_not_depend_on_how_the_holdings_come(holdings, random):
    shuffled = list(holdings)
    random.shuffle(shuffled)
    assert order(*holdings) == order(*shuffled)
