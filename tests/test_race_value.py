# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two tills on two registers spend the same stored value at the same moment."""

import pytest

from .client import RpcError
from .conftest import IS_NIGHTLY
from .test_race_last_session import race

RACES = 200 if IS_NIGHTLY else 20


@pytest.fixture(scope="module")
def recharge(salon):
    """A recharge of 150 that gives 30."""
    lines = [
        {"kind": "value", "quantity": 150},
        {"kind": "value", "quantity": 30, "is_bonus": True},
    ]
    line_ids = [[0, 0, line] for line in lines]
    return salon.make_plan("Recharge 150", 150.0, "facial", line_ids=line_ids)


def spend(till, member):
    """:return: dict, a ticket of a facial of 120: 100 of principal, 20 of gift"""
    line = till.goods(
        "facial",
        discount=100 * 20 / 120,
        bonus_amount=20,
        manual_discount=0,
        price_subtotal=83.33,
        price_subtotal_incl=100.0,
    )
    return till.ticket(member, [line], [("prepaid", 100.0)])


def lots(till, member):
    """:return: {is gift: dict} of the value on the member's card"""
    return {row["is_bonus"]: row for row in till.card(member)["value_lots"]}


@pytest.mark.parametrize("number", range(RACES))
def test_value_is_never_spent_twice(salon, books, till, other_till, recharge, number):
    member = salon.member()
    till.sell(member, till.plan(recharge))
    held = lots(till, member)
    before = books.counts()
    outcomes = race([(t, spend(t, member)) for t in (till, other_till)])
    lost = [outcome for outcome in outcomes if isinstance(outcome, RpcError)]
    assert len(lost) == 1, outcomes
    assert lost[0].is_refusal, lost[0].debug
    assert "left" in lost[0].message
    principal, gift = (held[key]["entitlement_id"] for key in (False, True))
    assert books.entries(principal) == [
        ("grant", 150, 150.0),
        ("redeem", -100, -100.0),
    ]
    assert books.entries(gift) == [("grant", 30, 0.0), ("redeem", -20, 0.0)]
    grown = {name: rows - before[name] for name, rows in books.counts().items()}
    assert (grown["pos_order"], grown["pos_payment"]) == (1, 1)
    assert books.untied() == []


def test_what_is_enough_for_two_is_spent_by_two(
    salon, books, till, other_till, recharge
):
    member = salon.member()
    till.sell(member, till.plan(recharge, qty=2))
    outcomes = race([(t, spend(t, member)) for t in (till, other_till)])
    assert all(isinstance(outcome, int) for outcome in outcomes), outcomes
    assert till.card(member)["value"] == {"principal": 100.0, "bonus": 20.0}
    assert books.untied() == []
