# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Money as whole cents, there and back."""

import pytest
from beauty_rules.money import from_cents, to_cents
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("amount", "digits", "cents"),
    [
        (833.33, 2, 83_333),
        (0.1 + 0.2, 2, 30),
        (1.005, 2, 101),  # the decimal that was written, not its binary shadow
        (2.675, 2, 268),
        (-1.005, 2, -101),  # half away from zero
        (-960.0, 2, -96_000),
        (0.0, 2, 0),
        (120, 2, 12_000),
        (1e-7, 2, 0),
        (1500.0, 0, 1_500),  # yen
        (1.2345, 3, 1_235),  # dinar
        (1e9, 2, 100_000_000_000),
    ],
)
def test_to_cents_table(amount, digits, cents):
    assert to_cents(amount, digits) == cents


@pytest.mark.parametrize(
    ("cents", "digits", "amount"),
    [(8_333, 2, 83.33), (-1, 2, -0.01), (0, 2, 0.0), (1_500, 0, 1500.0), (1, 3, 0.001)],
)
def test_from_cents_table(cents, digits, amount):
    assert from_cents(cents, digits) == amount


@given(st.integers(-(10**13), 10**13), st.sampled_from([0, 2, 3]))
def test_cents_survive_the_way_there_and_back(cents, digits):
    assert to_cents(from_cents(cents, digits), digits) == cents


@given(st.integers(-(10**11), 10**11))
def test_to_cents_swallows_the_dust_of_float_sums(cents):
    halves = from_cents(cents, 2) / 3 + from_cents(cents, 2) * 2 / 3
    assert to_cents(halves, 2) == cents
