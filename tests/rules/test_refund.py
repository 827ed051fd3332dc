# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What comes back of a contract, by cause: tables and properties."""

from datetime import date

import pytest
from beauty_rules.refund import (
    ALL,
    CONTRACT,
    EVERYTHING,
    LIST,
    NOTHING,
    PASS,
    SESSION,
    VALUE,
    Case,
    Terms,
    Use,
    calculate,
    is_cooling_off,
    value_used,
)
from hypothesis import given
from hypothesis import strategies as st

TEN_FACIALS = Use(SESSION, 3, 3 * 9_600, 12_000)
EIGHT_HUNDRED = Use(SESSION, 3, 3 * 8_000, 10_000)
RECHARGE = Use(VALUE, 36_000, value_used(36_000, 100_000, 120_000))


def amount(case, **terms):
    return calculate(case, Terms(**terms)).amount


def rows(case, **terms):
    return [(row.key, row.amount) for row in calculate(case, Terms(**terms)).rows]


@pytest.mark.parametrize(
    ("paid", "use", "salon", "member"),
    [
        (100_000, RECHARGE, 70_000, 64_000),
        (80_000, EIGHT_HUNDRED, 56_000, 50_000),
        (96_000, TEN_FACIALS, 67_200, 60_000),
        # more used at the list price than was paid: nothing is owed
        (96_000, Use(SESSION, 9, 86_400, 12_000), 9_600, 0),
        # a pass counts its days, whoever is the cause
        (36_500, Use(PASS, 100, 10_000, 500), 26_500, 26_500),
        # a list price below the contract's does not give more back
        (80_000, Use(SESSION, 3, 24_000, 5_000), 56_000, 56_000),
    ],
)
def test_refund_by_cause(paid, use, salon, member):
    case = Case(paid, paid, (use,))
    assert amount(case) == salon
    assert amount(case, valuation=LIST) == member


def test_rows_say_what_was_used():
    case = Case(96_000, 96_000, (TEN_FACIALS,))
    assert rows(case, valuation=LIST) == [("paid", 96_000), ("used", -36_000)]
    assert rows(case) == [("paid", 96_000), ("used", -28_800)]


def test_everything_and_nothing():
    case = Case(96_000, 96_000, (TEN_FACIALS,))
    assert amount(case, valuation=EVERYTHING) == 96_000
    assert amount(case, valuation=NOTHING) == 0


def test_arrears_are_not_given_back():
    case = Case(96_000, 30_000, (Use(SESSION, 1, 9_600, 12_000),))
    assert rows(case, valuation=LIST) == [
        ("price", 96_000),
        ("arrears", -66_000),
        ("used", -12_000),
    ]
    assert amount(case, valuation=LIST) == 18_000


def test_gift_sessions_of_a_recharge():
    gift = Use(SESSION, 2, 0, 12_000, is_gift=True)
    case = Case(100_000, 100_000, (RECHARGE, gift))
    assert amount(case) == 70_000
    assert amount(case, valuation=LIST) == 64_000
    assert amount(case, valuation=LIST, takes_gifts=True) == 40_000


def test_bonus_of_value_counts_though_it_is_a_gift():
    principal = Use(VALUE, 30_000, value_used(30_000, 100_000, 120_000))
    bonus = Use(VALUE, 6_000, value_used(6_000, 100_000, 120_000), is_gift=True)
    case = Case(100_000, 100_000, (principal, bonus))
    assert (amount(case), amount(case, valuation=LIST)) == (70_000, 64_000)


def test_fee_is_of_what_comes_back_and_never_more():
    case = Case(96_000, 96_000, (TEN_FACIALS,))
    terms = {"fee_percent": 1_000, "fee_amount": 500}
    assert rows(case, **terms)[-1] == ("fee", -7_220)
    assert amount(case, fee_amount=1_000_000) == 0


def test_interest_from_the_end_of_the_contract():
    case = Case(36_500, 36_500, days=100)
    assert rows(case, interest=300) == [("paid", 36_500), ("interest", 300)]


def test_list_price_takes_no_more_than_its_cap():
    case = Case(96_000, 96_000, (TEN_FACIALS,))
    assert rows(case, valuation=LIST, clawback=500)[-1] == ("cap", 2_400)
    assert amount(case, valuation=LIST, clawback=0) == 67_200


def test_a_part_and_the_rest_come_to_the_same_as_all():
    uses = (TEN_FACIALS,)
    first = calculate(Case(96_000, 96_000, uses, kept=5 * 9_600), Terms(LIST))
    assert first.amount == 12_000
    taken = 2 * 9_600 - first.base
    rest = calculate(
        Case(96_000, 96_000, uses, gone=2 * 9_600, taken=taken), Terms(LIST)
    )
    assert first.amount + rest.amount == 60_000
    # what the first one took above the contract's price stays the salon's
    salon = calculate(Case(96_000, 96_000, uses, gone=2 * 9_600, taken=taken), Terms())
    assert salon.amount == 5 * 9_600


@pytest.mark.parametrize(
    ("day", "days", "had_before", "expected"),
    [
        (date(2026, 3, 8), 7, False, True),
        (date(2026, 3, 9), 7, False, False),
        (date(2026, 3, 1), 0, False, False),
        (date(2026, 3, 1), 7, True, False),
    ],
)
def test_cooling_off(day, days, had_before, expected):
    assert is_cooling_off(date(2026, 3, 1), day, days, had_before) is expected


money = st.integers(0, 10**8)
uses = st.builds(
    Use,
    st.sampled_from((SESSION, PASS, VALUE)),
    st.integers(0, 500),
    money,
    money,
    st.booleans(),
)
terms = st.builds(
    Terms,
    st.sampled_from((EVERYTHING, CONTRACT, LIST, NOTHING)),
    st.integers(0, ALL),
    st.integers(0, ALL),
    money,
    st.integers(0, ALL),
    st.booleans(),
)


@st.composite
def cases(draw):
    price = draw(money)
    return Case(
        price,
        draw(st.integers(0, price)),
        tuple(draw(st.lists(uses, max_size=4))),
        draw(money),
        draw(money),
        draw(money),
        draw(st.integers(0, 4_000)),
    )


@given(cases(), terms)
def test_never_below_zero_and_rows_add_up(case, terms):
    refund = calculate(case, terms)
    assert refund.amount == sum(row.amount for row in refund.rows)
    assert 0 <= refund.fee <= refund.base
    assert refund.interest >= 0


@given(cases(), terms)
def test_never_more_than_was_paid(case, terms):
    assert calculate(case, terms).base <= case.paid


@given(cases(), terms, st.integers(1, 50), money)
def test_more_used_is_never_more_given_back(case, terms, units, unit):
    for index, use in enumerate(case.uses):
        more = use._replace(units=use.units + units, contract=use.contract + unit)
        others = case.uses[:index] + case.uses[index + 1 :]
        later = case._replace(uses=(*others, more))
        assert calculate(later, terms).base <= calculate(case, terms).base


@given(cases(), terms)
def test_the_members_cause_gives_no_more_than_the_salons(case, terms):
    case = case._replace(taken=0)
    salon = calculate(case, terms._replace(valuation=CONTRACT))
    member = calculate(case, terms._replace(valuation=LIST))
    assert member.base <= salon.base


@given(money, money, st.integers(0, 10**8))
def test_value_used_adds_up(paid, bonus, face):
    granted = paid + bonus
    face = min(face, granted)
    assert 0 <= value_used(face, paid, granted) <= min(face, paid)
    assert value_used(granted, paid, granted) == paid
