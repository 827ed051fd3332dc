# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a sale owes in points and bonus, by what each part is worth alone."""

from beauty_rules.points_liability import (
    get_bonus_open,
    get_earned,
    get_points_open,
    get_share,
)
from hypothesis import given
from hypothesis import strategies as st

COUNT = st.integers(0, 10**8)


def test_points_as_a_material_right():
    share = get_share(100_000, 100_000, 9_500)
    assert (100_000 - share, share) == (91_324, 8_676)
    first = get_earned(share, 4_500, 9_500)
    second = get_earned(share, 8_500, 9_700) - first
    assert (first, second, share - first - second) == (4_110, 3_493, 1_073)


def test_coupon():
    worth = 50 * 30 * 80 // 100 // 100
    share = get_share(100, 100, worth)
    assert (worth, share, 100 - share) == (12, 11, 89)


def test_points_open_of_the_example():
    # 1.00 a point, 95 % of 10,000 expected, nothing spent yet
    assert get_points_open(10_000_000, 10_000, 0, 10_000, 10_000, 9_500) == 867_580
    # 4,500 spent: the first year's income is gone
    left = get_points_open(10_000_000, 10_000, 4_500, 5_500, 10_000, 9_500)
    assert 867_580 - left == 410_959


def test_no_points_no_liability():
    assert get_points_open(0, 100, 0, 100, 100, 9_500) == 0
    assert get_points_open(100_00, 0, 0, 0, 100, 9_500) == 0
    assert get_points_open(100_00, 100, 0, 100, 0, 9_500) == 0
    assert get_points_open(100_00, 100, 0, 100, 100, 0) == 0


def test_expired_points_owe_nothing():
    assert get_points_open(100_000, 1_000, 0, 0, 100, 9_500) == 0


def test_bonus_spent_last_defers_a_part_of_the_money():
    # 1,000 with 200 on top; 600 of the principal spent, worth 500 in proportion
    assert get_bonus_open(1_000_00, 1_200_00, 400_00, 600_00) == 100_00
    assert get_bonus_open(1_000_00, 1_200_00, 0, 200_00) == 166_67
    assert get_bonus_open(1_000_00, 1_200_00, 1_000_00, 1_200_00) == 0
    assert get_bonus_open(1_000_00, 1_200_00, 0, 0) == 0


@given(COUNT, COUNT, COUNT, COUNT, COUNT, st.integers(0, 10_000))
def test_points_never_owe_more_than_was_paid(price, points, used, left, value, basis):
    assert 0 <= get_points_open(price, points, used, left, value, basis) <= price


@given(COUNT, st.integers(1, 10**8), st.data())
def test_bonus_never_owes_more_than_was_put_in(total, face, data):
    left_face = data.draw(st.integers(0, face))
    left = data.draw(st.integers(0, total))
    assert 0 <= get_bonus_open(total, face, left, left_face) <= total
