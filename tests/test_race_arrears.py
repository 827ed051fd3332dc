# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two tills collect the same arrears, or use one cap, at the same moment."""

import pytest

from .client import RpcError
from .conftest import IS_NIGHTLY
from .test_race_last_session import race

RACES = 100 if IS_NIGHTLY else 10


@pytest.fixture(scope="module")
def plan(salon):
    """Facials and massages for 960, paid in parts, shared with named partners."""
    policy = salon.admin.create(
        "beauty.policy",
        {"name": "In parts", "part_payment": "allowed", "sharing": "named"},
    )
    lines = [
        [0, 0, {"product_ids": [[6, 0, [salon.products[name]]]], "quantity": 5}]
        for name in ("facial", "massage")
    ]
    return salon.make_plan(
        "In parts", 960.0, "facial", policy_id=policy, line_ids=lines
    )


def part(till, plan, amount, **values):
    """Return a line of the plan's product that takes so much of its price."""
    money = dict.fromkeys(
        ("price_unit", "price_subtotal", "price_subtotal_incl"), amount
    )
    return {**till.plan(plan), **money, **values}


def sell_part(till, plan, member, paid=960.0):
    """Sell the plan for what is paid now. :return: int id of the contract"""
    line = part(till, plan, paid, plan_amount_due=960.0 - paid)
    order_id = till.sell(member, line)
    (contract,) = till.client.search(
        "beauty.contract", [("pos_order_line_id.order_id", "=", order_id)]
    )
    return contract


@pytest.mark.parametrize("number", range(RACES))
def test_arrears_are_collected_once(salon, books, till, other_till, plan, number):
    member = salon.member()
    contract = sell_part(till, plan, member, 300.0)
    outcomes = race(
        [
            (each, each.ticket(member, [part(each, plan, 660.0, contract_id=contract)]))
            for each in (till, other_till)
        ]
    )
    lost = [outcome for outcome in outcomes if isinstance(outcome, RpcError)]
    assert len(lost) == 1, outcomes
    assert lost[0].is_refusal, lost[0].debug
    paid = books.value(
        "SELECT amount_paid FROM beauty_contract WHERE id = %s", contract
    )
    assert float(paid) == 960.0
    held = books.value(
        "SELECT sum(amount_remaining) FROM beauty_entitlement WHERE contract_id = %s",
        contract,
    )
    assert float(held) == 960.0
    assert books.untied() == []


@pytest.mark.parametrize("number", range(RACES))
def test_one_cap_is_used_once(salon, books, till, other_till, plan, number):
    """Different holdings of one contract: only the cap is in common."""
    member, friend = salon.member(), salon.member("Friend")
    contract = sell_part(till, plan, member)
    salon.admin.create(
        "beauty.contract.share",
        {"contract_id": contract, "partner_id": friend, "max_units": 1},
    )
    outcomes = race(
        [
            (each, each.ticket(friend, [each.use(each.holding(friend, index))]))
            for index, each in enumerate((till, other_till))
        ]
    )
    lost = [outcome for outcome in outcomes if isinstance(outcome, RpcError)]
    assert len(lost) == 1, outcomes
    assert lost[0].is_refusal, lost[0].debug
    used = books.value(
        "SELECT count(*) FROM beauty_entry"
        " WHERE contract_id = %s AND movement = 'redeem'",
        contract,
    )
    assert used == 1
    assert books.untied() == []
