# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Expected expiry, recognised in proportion to what is used."""

import pytest
from beauty_rules.breakage import get_expected, get_recognised, get_release, to_basis
from hypothesis import given
from hypothesis import strategies as st

MONEY = st.integers(0, 10**9)
BASIS = st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("percent", "basis"), [(10, 1_000), (0, 0), (12.34, 1_234), (150, 10_000), (-1, 0)]
)
def test_to_basis_table(percent, basis):
    assert to_basis(percent) == basis


@pytest.mark.parametrize(
    ("used", "lapsed", "left", "recognised"),
    [
        (540_00, 0, 460_00, 60_00),  # 1,000 sold, 10 %, 540 used: 540 + 60
        (0, 0, 1_000_00, 0),
        (900_00, 0, 100_00, 100_00),
        (950_00, 0, 50_00, 50_00),  # she used more than was expected
        (1_000_00, 0, 0, 0),
        (540_00, 40_00, 420_00, 20_00),
        (540_00, 460_00, 0, 0),
    ],
)
def test_recognised_table(used, lapsed, left, recognised):
    assert get_recognised(1_000_00, 1_000, used, lapsed, left) == recognised


def test_everything_expected_to_expire_waits_for_its_expiry():
    assert get_recognised(1_000_00, 10_000, 10_00, 0, 990_00) == 0


@given(MONEY, BASIS, st.data())
def test_never_more_than_expected_nor_than_left(total, basis, data):
    used = data.draw(st.integers(0, total))
    lapsed = data.draw(st.integers(0, total - used))
    left = total - used - lapsed
    recognised = get_recognised(total, basis, used, lapsed, left)
    assert 0 <= recognised <= min(left, get_expected(total, basis))


@given(MONEY, BASIS, st.data())
def test_expiry_of_the_rest_counts_nothing_twice(total, basis, data):
    used = data.draw(st.integers(0, total))
    left = total - used
    before = get_recognised(total, basis, used, 0, left)
    assert get_release(before, left) == before
    assert get_recognised(total, basis, used, left, 0) == 0


@given(MONEY, BASIS, st.data())
def test_release_leaves_what_the_rule_asks_for(total, basis, data):
    used = data.draw(st.integers(0, total))
    left = total - used
    part = data.draw(st.integers(0, left))
    before = get_recognised(total, basis, used, 0, left)
    after = get_recognised(total, basis, used, part, left - part)
    assert before - get_release(before, part) >= after
