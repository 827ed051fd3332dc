# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import pytest
from beauty_rules.opening import Opening, open_units, open_value
from hypothesis import given
from hypothesis import strategies as st

PAID, ALL = "paid", "all"


@pytest.mark.parametrize(
    ("price", "paid", "quantity", "used", "rule", "expected"),
    [
        (96000, 96000, 10, 0, PAID, Opening(96000, 96000, 0, 10)),
        (96000, 96000, 10, 3, PAID, Opening(96000, 96000, 28800, 10)),
        (83333, 83333, 10, 10, PAID, Opening(83333, 83333, 83333, 10)),
        (83333, 83333, 10, 9, PAID, Opening(83333, 83333, 9 * 8333, 10)),
        # 300 of 960 paid: three sessions released, five used: she owes two
        (96000, 30000, 10, 5, PAID, Opening(96000, 30000, 48000, 5)),
        (96000, 30000, 10, 1, PAID, Opening(96000, 30000, 9600, 3)),
        (96000, 30000, 10, 1, ALL, Opening(96000, 30000, 9600, 10)),
        (0, 0, 2, 1, PAID, Opening(0, 0, 0, 2)),
    ],
)
def test_units(price, paid, quantity, used, rule, expected):
    assert open_units(price, paid, quantity, used, rule) == expected


def test_value():
    assert open_value(100000, 36000) == Opening(100000, 100000, 64000, 100000)


@pytest.mark.parametrize(
    ("price", "paid", "used"), [(100, 101, 0), (100, 100, 11), (100, -1, 0)]
)
def test_impossible_numbers_are_refused(price, paid, used):
    with pytest.raises(ValueError, match="agreed"):
        open_units(price, paid, 10, used, PAID)


def test_more_left_than_put_in_is_refused():
    with pytest.raises(ValueError, match="put in"):
        open_value(100, 101)


@given(
    st.integers(0, 10**7), st.integers(1, 500), st.data(), st.sampled_from([PAID, ALL])
)
def test_paid_cards_end_at_nothing(price, quantity, data, rule):
    used = data.draw(st.integers(0, quantity))
    opening = open_units(price, price, quantity, used, rule)
    left = opening.granted - opening.used
    assert left >= 0
    assert (left == 0) == (
        used == quantity or price < quantity and left == 0 or not price
    )
    assert opening.released == quantity
