# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import pytest
from beauty_rules.transfer import get_fee, split_like
from hypothesis import given
from hypothesis import strategies as st

CENTS = st.integers(1, 10**7)


@pytest.mark.parametrize(
    ("value", "percent", "amount", "fee"),
    [
        (96_000, 0, 0, 0),
        (96_000, 500, 0, 4_800),
        (96_000, 500, 1_200, 6_000),
        (0, 500, 1_200, 1_200),
        (1_010, 250, 0, 25),
        (1_030, 250, 0, 26),
    ],
)
def test_fee(value, percent, amount, fee):
    assert get_fee(value, percent, amount) == fee


@pytest.mark.parametrize(
    ("moved", "left", "others", "parts"),
    [
        (30_000, 100_000, [20_000], [6_000]),
        (100_000, 100_000, [20_000, 1], [20_000, 1]),
        (1, 3, [1], [0]),
        (2, 3, [1], [1]),
        (0, 3, [9], [0]),
    ],
)
def test_split(moved, left, others, parts):
    assert split_like(moved, left, others) == parts


@given(CENTS, CENTS, st.lists(CENTS, max_size=3))
def test_no_lot_gives_more_than_it_has(moved, left, others):
    parts = split_like(min(moved, left), left, others)
    assert all(0 <= part <= other for part, other in zip(parts, others, strict=True))
    if moved >= left:
        assert parts == others
