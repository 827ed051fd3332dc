# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One price shared by several services."""

import pytest
from beauty_rules.allocation import allocate
from hypothesis import given
from hypothesis import strategies as st

AMOUNTS = st.integers(0, 10**9)
WEIGHTS = st.lists(st.integers(0, 10**7), min_size=1, max_size=12)

TABLE = [
    # amount, weights, shares
    (80_000, [80_000, 30_000], [58_182, 21_818]),  # 800 over 8 x 100 and 2 x 150
    (100_000, [100_000, 9_500], [91_324, 8_676]),  # IFRS 15, example 52
    (10_000, [10_000, 1_200], [8_929, 1_071]),  # IFRS 15, example 49: 89 and 11
    (96_000, [96_000], [96_000]),
    (100, [1, 1, 1], [34, 33, 33]),  # among equals the first takes the cent
    (101, [1, 1, 1], [34, 34, 33]),
    (2, [1, 1, 1], [1, 1, 0]),
    (10, [1, 2], [3, 7]),  # 3.33 and 6.67: the larger remainder
    (100, [0, 5], [0, 100]),
    (100, [0, 0], [50, 50]),  # nothing to go by: equal shares
    (0, [3, 4], [0, 0]),
    (5, [], []),
]


@pytest.mark.parametrize(("amount", "weights", "shares"), TABLE)
def test_allocate_table(amount, weights, shares):
    assert allocate(amount, weights) == shares


@pytest.mark.parametrize(("amount", "weights"), [(-1, [1]), (10, [2, -1])])
def test_allocate_negative_is_refused(amount, weights):
    with pytest.raises(ValueError, match="zero or more"):
        allocate(amount, weights)


@given(AMOUNTS, WEIGHTS)
def test_allocate_gives_away_everything(amount, weights):
    assert sum(allocate(amount, weights)) == amount


@given(AMOUNTS, WEIGHTS)
def test_allocate_stays_within_a_cent_of_the_exact_share(amount, weights):
    total = sum(weights)
    for share, weight in zip(allocate(amount, weights), weights, strict=True):
        if total:
            assert abs(share * total - amount * weight) < total


@given(AMOUNTS, WEIGHTS)
def test_allocate_weight_of_zero_gets_nothing(amount, weights):
    if any(weights):
        for share, weight in zip(allocate(amount, weights), weights, strict=True):
            assert weight or not share


@given(AMOUNTS, WEIGHTS)
def test_allocate_follows_the_weights(amount, weights):
    pairs = sorted(zip(weights, allocate(amount, weights), strict=True))
    for (light, small), (heavy, large) in zip(pairs, pairs[1:], strict=False):
        assert light == heavy or small <= large + 1


@given(AMOUNTS, WEIGHTS, st.integers(2, 1000))
def test_allocate_depends_on_proportions_only(amount, weights, factor):
    assert allocate(amount, weights) == allocate(amount, [w * factor for w in weights])
