# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What a cashier may give away by herself."""

import pytest
from beauty_rules.authority import Limits, Sale, find_excess, is_covered
from hypothesis import given
from hypothesis import strategies as st

TEN = Limits(discount=1000, rounding=0, can_change_price=False)
SALES = st.lists(
    st.builds(
        Sale,
        listed=st.integers(0, 10**7),
        paid=st.integers(-(10**5), 10**7),
        is_price_changed=st.just(False),
        gift_sessions=st.just(0),
        bonus=st.just(0),
    )
)


@pytest.mark.parametrize(
    ("listed", "paid", "beyond"),
    [
        (12000, 12000, 0),
        (12000, 10800, 0),
        (12000, 10799, 0),  # a cent of rounding
        (12000, 10798, 1),
        (12000, 0, 10799),
        (12000, 13000, 0),
        (333, 299, 0),  # 10 % of 3.33 is 33.3 cents
    ],
)
def test_discount_of_one_line(listed, paid, beyond):
    assert find_excess([Sale(listed, paid)], TEN).get("discount", 0) == beyond


def test_rounding_goes_beyond_the_discount():
    limits = Limits(discount=1000, rounding=900)
    assert not find_excess([Sale(12000, 9900)], limits)
    assert find_excess([Sale(12000, 9800)], limits) == {"discount": 99}


def test_a_line_does_not_lend_its_discount_to_another():
    sales = [Sale(100_00, 100_00), Sale(100_00, 80_00)]
    assert find_excess(sales, TEN) == {"discount": 9_99}


def test_money_off_the_ticket_uses_what_the_lines_left():
    assert not find_excess([Sale(100_00, 100_00), Sale(0, -10_00)], TEN)
    assert find_excess([Sale(100_00, 95_00), Sale(0, -10_00)], TEN) == {
        "discount": 4_99
    }


def test_typed_price_below_the_list():
    assert "price" in find_excess([Sale(12000, 11000, True)], TEN)
    assert not find_excess([Sale(12000, 12000, True)], TEN)
    assert not find_excess([Sale(12000, 13000, True)], TEN)


def test_gifts_are_counted_in_sessions_and_are_no_discount():
    gift = Sale(96000, 0, gift_sessions=10)
    assert find_excess([gift], TEN) == {"gift": 10}
    assert not find_excess([gift], Limits(discount=1000, gift_sessions=10))
    assert find_excess([gift, gift], Limits(discount=0, gift_sessions=15)) == {
        "gift": 5
    }


def test_extra_bonus_is_counted_over_the_ticket():
    sales = [Sale(0, 0, bonus=3000), Sale(100_00, 100_00, bonus=2500)]
    assert find_excess(sales, Limits()) == {"bonus": 5500}
    assert find_excess(sales, Limits(bonus=5000)) == {"bonus": 500}
    assert not find_excess(sales, Limits(bonus=5500))


@given(SALES)
def test_without_limits_nothing_exceeds(sales):
    assert find_excess(sales, Limits()) == {}


@given(SALES, st.integers(0, 10000), st.integers(0, 10000), st.integers(0, 10**6))
def test_more_authority_never_exceeds_more(sales, one, other, rounding):
    low, high = sorted((one, other))
    less = find_excess(sales, Limits(discount=low))
    more = find_excess(sales, Limits(discount=high, rounding=rounding))
    assert more.get("discount", 0) <= less.get("discount", 0)


@given(SALES)
def test_what_was_approved_covers_itself(sales):
    excess = find_excess(sales, TEN)
    assert is_covered(excess, excess)


@pytest.mark.parametrize(
    ("excess", "approved", "covered"),
    [
        ({"discount": 100}, {"discount": 100}, True),
        ({"discount": 101}, {"discount": 100}, True),
        ({"discount": 102}, {"discount": 100}, False),
        ({"price": 1}, {"discount": 10**6}, False),
        ({"gift": 2}, {"gift": 1}, False),
        ({}, {}, True),
    ],
)
def test_approval_covers_what_was_seen(excess, approved, covered):
    assert is_covered(excess, approved) == covered
