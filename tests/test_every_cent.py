# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Whatever a package cost: each use is accepted at the card's price, to the cent.

With 20 % tax on top, one gross amount in six has no net price of two digits.
"""

import random

import pytest

from .conftest import IS_NIGHTLY
from .day import Day

ODD = [(833.33, 10), (1000.0, 12), (100.01, 7), (0.5, 3), (99.99, 8), (1234.57, 9)]
MORE = 40 if IS_NIGHTLY else 3


def packages():
    """:return: list of (price, sessions): known trouble, and some more by chance"""
    chance = random.Random(2026)
    return ODD + [
        (chance.randrange(1, 300_000) / 100, chance.randint(1, 15)) for _ in range(MORE)
    ]


@pytest.fixture(scope="module")
def day(salon):
    """One register for all of it; the last test closes it."""
    return Day(salon.till())


KINDS = [
    ("facial", "redemption"),
    ("facial_net", "redemption"),
    ("facial", "sale"),
    ("facial_net", "sale"),
]


@pytest.mark.parametrize(("product", "tax_point"), KINDS)
@pytest.mark.parametrize(("price", "sessions"), packages())
def test_all_sessions_can_be_used_and_empty_the_holding(
    salon, day, books, member, price, sessions, product, tax_point
):
    till = day.till
    plan = salon.make_plan("Odd", price, product, tax_point, quantity=sessions)
    till.sell(member, till.plan(plan))
    granted = till.holding(member)
    holding_id, left = granted["entitlement_id"], granted["amount_remaining"]
    till.sell(member, *till.uses(granted, sessions // 3 or 1))
    while till.card(member)["sessions"]:
        rest = till.holding(member)
        till.sell(member, *till.uses(rest, min(4, rest["remaining"])))
    assert books.holding(holding_id) == (0, 0.0)
    used = [amount for _m, _units, amount in books.entries(holding_id)[1:]]
    assert round(sum(used) + left, 2) == 0


def test_the_books_of_all_of_it_tie_out(day):
    day.close()
    assert day.balance(day.account_id("liability")) == 0.0
