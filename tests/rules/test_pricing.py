# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a unit is worth, taken out and given back."""

import pytest
from beauty_rules.pricing import give_back_value, take_value, unit_value
from hypothesis import given
from hypothesis import strategies as st

AMOUNTS = st.integers(0, 10**8)
QUANTITIES = st.integers(1, 60)


def take_one_by_one(amount, quantity):
    """:return: list of the values of each unit, in the order of use"""
    unit, left, values = unit_value(amount, quantity), amount, []
    for remaining in range(quantity, 0, -1):
        values.append(take_value(left, remaining, unit, 1))
        left -= values[-1]
    return values


@pytest.mark.parametrize(
    ("amount", "quantity", "values"),
    [
        (96_000, 10, [9_600] * 10),
        (83_333, 10, [8_333] * 9 + [8_336]),
        (100_000, 12, [8_333] * 11 + [8_337]),
        (58_182, 8, [7_272] * 7 + [7_278]),
        (21_818, 2, [10_909, 10_909]),
        (5, 10, [0] * 9 + [5]),
        (0, 3, [0, 0, 0]),
        (7, 1, [7]),
    ],
)
def test_units_one_by_one_last_takes_the_rest(amount, quantity, values):
    assert take_one_by_one(amount, quantity) == values


@pytest.mark.parametrize(
    ("remaining", "units"), [(10, 0), (10, -1), (10, 11), (10, 100), (0, 1)]
)
def test_take_value_of_units_not_held_is_refused(remaining, units):
    with pytest.raises(ValueError, match="not that many units"):
        take_value(remaining * 96, remaining, 96, units)


@pytest.mark.parametrize("quantity", [0, -1])
def test_unit_value_of_no_unit_is_refused(quantity):
    with pytest.raises(ValueError, match="one unit"):
        unit_value(960, quantity)


@pytest.mark.parametrize(
    ("already_amount", "already_units", "back", "value"),
    [
        (0, 0, 3, 25_002),
        (0, 0, 1, 8_334),
        (8_334, 1, 1, 8_334),
        (16_668, 2, 1, 8_334),
        (8_334, 1, 2, 16_668),
    ],
)
def test_give_back_value_of_three_units(already_amount, already_units, back, value):
    assert give_back_value(25_002, 3, already_amount, already_units, back) == value


def test_give_back_more_than_was_taken_is_refused():
    with pytest.raises(ValueError, match="not that many units"):
        give_back_value(25_002, 3, 16_668, 2, 2)


@given(AMOUNTS, QUANTITIES)
def test_an_empty_holding_has_no_value(amount, quantity):
    assert sum(take_one_by_one(amount, quantity)) == amount


@given(AMOUNTS, QUANTITIES)
def test_all_units_but_the_last_are_worth_the_same(amount, quantity):
    *firsts, last = take_one_by_one(amount, quantity)
    assert set(firsts) <= {unit_value(amount, quantity)}
    assert all(0 <= first <= last for first in firsts)
    assert last - unit_value(amount, quantity) < quantity


@given(AMOUNTS, QUANTITIES, st.data())
def test_any_grouping_of_uses_empties_the_holding(amount, quantity, data):
    unit, left, remaining = unit_value(amount, quantity), amount, quantity
    while remaining:
        units = data.draw(st.integers(1, remaining))
        value = take_value(left, remaining, unit, units)
        assert 0 <= value <= left
        left, remaining = left - value, remaining - units
    assert left == 0


@given(AMOUNTS, QUANTITIES, st.data())
def test_giving_back_in_parts_returns_exactly_what_was_taken(amount, units, data):
    back_amount = back_units = 0
    while back_units < units:
        back = data.draw(st.integers(1, units - back_units))
        value = give_back_value(amount, units, back_amount, back_units, back)
        assert value >= 0
        back_amount, back_units = back_amount + value, back_units + back
    assert back_amount == amount
