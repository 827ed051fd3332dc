# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Paying a package in parts: shares, released units, values."""

import pytest
from beauty_rules.part_payment import (
    AT_ONCE,
    BY_MANAGER,
    WHEN_PAID,
    further_units,
    is_enough,
    released_units,
    split_payment,
)
from beauty_rules.pricing import take_value, unit_value
from hypothesis import given
from hypothesis import strategies as st

UNPAID = st.lists(st.integers(0, 10**7), min_size=1, max_size=8)
AMOUNTS = st.integers(1, 10**7)
UNITS = st.integers(1, 60)
CUTS = st.lists(st.integers(0, 10**7), max_size=6)


@pytest.mark.parametrize(
    ("rule", "paid", "released"),
    [
        (WHEN_PAID, 30_000, 3),  # 300 of 960 over ten: three of 96, 12 wait
        (WHEN_PAID, 9_599, 0),
        (WHEN_PAID, 9_600, 1),
        (WHEN_PAID, 0, 0),
        (WHEN_PAID, 95_999, 9),
        (WHEN_PAID, 96_000, 10),
        (AT_ONCE, 1, 10),
        (BY_MANAGER, 95_999, 0),
    ],
)
def test_released_units_table(rule, paid, released):
    assert released_units(rule, False, paid, 96_000, 10, 9_600) == released


@pytest.mark.parametrize("rule", [WHEN_PAID, AT_ONCE, BY_MANAGER])
def test_last_payment_releases_everything(rule):
    assert released_units(rule, True, 0, 0, 3, 0) == 3


def test_last_unit_needs_the_rest_of_the_amount():
    assert released_units(WHEN_PAID, False, 83_330, 83_333, 10, 8_333) == 9


def test_gift_comes_with_the_last_payment():
    assert released_units(WHEN_PAID, False, 0, 0, 2, 0) == 0
    assert released_units(AT_ONCE, False, 0, 0, 2, 0) == 2


@pytest.mark.parametrize(
    ("paid", "price", "percent", "enough"),
    [
        (30_000, 96_000, 30, True),
        (28_800, 96_000, 30, True),
        (28_799, 96_000, 30, False),
        (0, 96_000, 0, False),
        (1, 96_000, 0, True),
        (96_001, 96_000, 0, False),
    ],
)
def test_is_enough_table(paid, price, percent, enough):
    assert is_enough(paid, price, percent) is enough


def test_more_than_is_lacking_is_refused():
    with pytest.raises(ValueError, match="more is paid"):
        split_payment(11, [5, 5])


def test_what_was_released_stays_released():
    assert further_units(3, 5) == 0
    assert further_units(5, 3) == 2


def pay(cuts, amounts):
    """Pay holdings in parts; return what each lacks after each payment."""
    unpaid = list(amounts)
    states = []
    for cut in cuts:
        payment = min(cut, sum(unpaid))
        shares = split_payment(payment, unpaid)
        unpaid = [left - share for left, share in zip(unpaid, shares, strict=True)]
        states.append(list(unpaid))
    return states


@given(UNPAID, CUTS)
def test_no_holding_gets_more_than_it_lacks(amounts, cuts):
    before = list(amounts)
    for after in pay(cuts, amounts):
        assert all(0 <= a <= b for a, b in zip(after, before, strict=True))
        before = after


@given(UNPAID, CUTS)
def test_payments_sum_to_the_whole_amount_of_each(amounts, cuts):
    assert not any(pay([*cuts, sum(amounts)], amounts)[-1])


@given(AMOUNTS, UNITS, st.data())
def test_units_released_are_paid_for(amount, quantity, data):
    unit = unit_value(amount, quantity)
    paid = data.draw(st.integers(0, amount))
    count = released_units(WHEN_PAID, False, paid, amount, quantity, unit)
    left, worth = quantity, 0
    for _use in range(count):
        value = take_value(amount - worth, left, unit, 1)
        worth, left = worth + value, left - 1
    assert worth <= paid
    if count < quantity:
        assert worth + take_value(amount - worth, left, unit, 1) > paid or not unit


@given(AMOUNTS, UNITS, st.lists(st.integers(0, 10**6), max_size=8))
def test_releases_never_go_back_and_end_whole(amount, quantity, cuts):
    unit = unit_value(amount, quantity)
    released, paid = 0, 0
    for cut in [*cuts, amount]:
        paid = min(amount, paid + cut)
        target = released_units(WHEN_PAID, paid == amount, paid, amount, quantity, unit)
        assert target >= released
        released += further_units(target, released)
    assert released == quantity


@given(AMOUNTS, UNITS, st.lists(st.booleans(), max_size=60), st.data())
def test_used_before_paid_ends_at_exactly_nothing(amount, quantity, steps, data):
    """Released at once: uses and payments in any order leave nothing behind."""
    unit = unit_value(amount, quantity)
    money, unpaid, left = 0, amount, quantity
    for is_use in steps:
        if is_use and left:
            money -= take_value(money + unpaid, left, unit, 1)
            left -= 1
        elif unpaid:
            payment = data.draw(st.integers(1, unpaid))
            money, unpaid = money + payment, unpaid - payment
    money, unpaid = money + unpaid, 0
    assert money >= 0
    while left:
        money -= take_value(money, left, unit, 1)
        left -= 1
    assert money == 0
