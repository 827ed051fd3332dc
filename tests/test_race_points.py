# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two tills on two registers move one member's points at the same moment."""

import pytest

from .client import RpcError
from .conftest import IS_NIGHTLY
from .test_race_last_session import race

RACES = 200 if IS_NIGHTLY else 20
# The company counts prices without taxes: 120 with 20 % VAT earn 100 points.
EARNED = 100


@pytest.fixture(scope="module")
def gift(salon):
    """A serum for 80 points."""
    values = {
        "name": "Free serum",
        "points": 80,
        "kind": "product",
        "product_id": salon.products["serum"],
        "company_id": salon.company_id,
    }
    return salon.admin.create("beauty.reward", values)


@pytest.fixture
def collector(salon):
    """A member with a number, and no points yet."""
    partner_id = salon.member("Collector")
    salon.admin.call("res.partner", "action_make_member", [partner_id])
    return partner_id


def take(till, reward_id):
    """:return: dict, a line that points pay for as a whole"""
    return till.goods(
        "serum",
        discount=100,
        points_amount=60.0,
        beauty_reward_id=reward_id,
        price_subtotal=0.0,
        price_subtotal_incl=0.0,
    )


def lots(books, partner_id):
    """:return: list of (points, is a debt) of a member, oldest first"""
    return [
        (int(points), is_debt)
        for points, is_debt in books.rows(
            "SELECT remaining, is_debt FROM beauty_entitlement"
            " WHERE partner_id = %s AND kind = 'points' ORDER BY id",
            partner_id,
        )
    ]


@pytest.mark.parametrize("number", range(RACES))
def test_points_are_spent_once(salon, books, till, other_till, gift, collector, number):
    till.sell(collector, till.goods("facial"))
    assert lots(books, collector) == [(EARNED, False)]
    before = books.counts()
    outcomes = race(
        [(t, t.ticket(collector, [take(t, gift)])) for t in (till, other_till)]
    )
    lost = [outcome for outcome in outcomes if isinstance(outcome, RpcError)]
    assert len(lost) == 1, outcomes
    assert lost[0].is_refusal, lost[0].debug
    assert "20 points" in lost[0].message
    assert lots(books, collector) == [(EARNED - 80, False)]
    grown = {name: rows - before[name] for name, rows in books.counts().items()}
    assert (grown["pos_order"], grown["beauty_entry"]) == (1, 1)
    assert books.untied() == []


@pytest.mark.parametrize("number", range(RACES))
def test_two_first_tickets_fill_one_lot(books, till, other_till, collector, number):
    outcomes = race(
        [(t, t.ticket(collector, [t.goods("facial")])) for t in (till, other_till)]
    )
    assert all(isinstance(outcome, int) for outcome in outcomes), outcomes
    assert lots(books, collector) == [(2 * EARNED, False)]
    assert books.untied() == []


@pytest.mark.parametrize("number", range(RACES))
def test_refund_against_spending_is_exact(
    books, till, other_till, gift, collector, number
):
    order_id = till.sell(collector, till.goods("facial"))
    (row,) = till.lines_of(order_id)
    outcomes = race(
        [
            (till, till.ticket(collector, [till.refund(row)])),
            (other_till, other_till.ticket(collector, [take(other_till, gift)])),
        ]
    )
    assert isinstance(outcomes[0], int), outcomes
    if isinstance(outcomes[1], int):
        assert lots(books, collector) == [(0, False), (-80, True)]
    else:
        assert outcomes[1].is_refusal, outcomes[1].debug
        assert lots(books, collector) == [(0, False)]
    assert books.untied() == []


def test_last_gift_goes_to_one_member_only(salon, books, till, other_till, gift):
    values = {"name": "Last one", "stock_limit": 1}
    (last,) = salon.admin.call("beauty.reward", "copy", [gift], values)
    pairs = []
    for each in (till, other_till):
        partner_id = salon.member("Collector")
        salon.admin.call("res.partner", "action_make_member", [partner_id])
        each.sell(partner_id, each.goods("facial"))
        pairs.append((each, each.ticket(partner_id, [take(each, last)])))
    outcomes = race(pairs)
    lost = [outcome for outcome in outcomes if isinstance(outcome, RpcError)]
    assert len(lost) == 1, outcomes
    assert "only 0 left" in lost[0].message
