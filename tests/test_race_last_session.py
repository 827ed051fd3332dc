# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Two tills on two registers reach for a member's last session at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from .client import RpcError
from .conftest import IS_NIGHTLY

RACES = 200 if IS_NIGHTLY else 20


@pytest.fixture(scope="module")
def last_session(salon):
    """A plan of a single session."""
    return salon.make_plan("1 facial", 96.0, "facial", quantity=1)


def race(tickets):
    """Send (till, ticket) pairs together. :return: list of order ids or errors"""
    barrier = Barrier(len(tickets))

    def send(pair):
        till, ticket = pair
        barrier.wait()
        try:
            return till.sync(ticket)
        except RpcError as error:
            return error

    with ThreadPoolExecutor(len(tickets)) as pool:
        return list(pool.map(send, tickets))


@pytest.mark.parametrize("number", range(RACES))
def test_last_session_goes_to_one_till_only(
    salon, books, till, other_till, last_session, number
):
    member = salon.member()
    till.sell(member, till.plan(last_session))
    holding = till.holding(member)
    before = books.counts()
    outcomes = race(
        [(t, t.ticket(member, [t.use(holding)])) for t in (till, other_till)]
    )
    lost = [outcome for outcome in outcomes if isinstance(outcome, RpcError)]
    assert len(lost) == 1, outcomes
    assert lost[0].is_refusal, lost[0].debug
    assert "left" in lost[0].message
    assert books.holding(holding["entitlement_id"]) == (0, 0.0)
    assert books.entries(holding["entitlement_id"]) == [
        ("grant", 1, 96.0),
        ("redeem", -1, -96.0),
    ]
    grown = {name: rows - before[name] for name, rows in books.counts().items()}
    assert (grown["pos_order"], grown["beauty_entry"], grown["pos_payment"]) == (
        1,
        1,
        1,
    )
    assert books.untied() == []


def test_two_members_at_once_do_not_disturb_each_other(salon, books, till, other_till):
    pairs, holdings = [], []
    for each in (till, other_till):
        member = salon.member()
        each.sell(member, each.plan("facials"))
        holdings.append(each.holding(member))
        pairs.append((each, each.ticket(member, [each.use(holdings[-1])])))
    outcomes = race(pairs)
    assert all(isinstance(outcome, int) for outcome in outcomes), outcomes
    for holding in holdings:
        assert books.holding(holding["entitlement_id"]) == (9, 864.0)


def test_one_ticket_sent_by_two_browsers_counts_once(books, till, member, package):
    ticket = till.ticket(member, [till.use(package)])
    outcomes = race([(till, ticket), (till.again(), ticket)])
    stored = {outcome for outcome in outcomes if isinstance(outcome, int)}
    assert len(stored) == 1, outcomes
    assert books.holding(package["entitlement_id"]) == (9, 864.0)
    assert till.sync(ticket) in stored
