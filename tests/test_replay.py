# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What was sent once may come again, doubled and in any order: nothing changes."""

import copy
import random

import pytest

from .client import refused
from .conftest import IS_NIGHTLY

REPLAYS = 10 if IS_NIGHTLY else 3


def snapshot(books):
    """:return: everything a replay must leave alone"""
    return {
        "counts": books.counts(),
        "holdings": books.rows(
            "SELECT id, remaining, amount_remaining, date_expiry"
            " FROM beauty_entitlement ORDER BY id"
        ),
        "contracts": books.rows(
            "SELECT id, state, amount_paid, date_end FROM beauty_contract ORDER BY id"
        ),
        "entries": books.rows(
            "SELECT id, quantity, amount, idempotency_key FROM beauty_entry ORDER BY id"
        ),
        "orders": books.rows(
            "SELECT id, state, amount_total, amount_paid FROM pos_order ORDER BY id"
        ),
    }


@pytest.fixture(scope="module")
def day(salon, till):
    """All tickets of a member's day, sent once: sale, uses, mixed, refund."""
    member = salon.member()
    tickets = []

    def send(*lines):
        tickets.append(till.ticket(member, list(lines)))
        return till.sync(copy.deepcopy(tickets[-1]))

    send(till.plan("facials"), till.goods("serum"))
    send(till.plan("facials_sale", qty=3))
    for index in (0, 0, 1):
        send(till.use(till.holding(member, index)))
    used = send(till.use(till.holding(member)), till.goods("serum"))
    send(*[till.refund(line) for line in till.lines_of(used)])
    return tickets


@pytest.mark.parametrize("seed", range(REPLAYS))
def test_replay_in_random_order_changes_nothing(till, books, day, seed):
    before = snapshot(books)
    chance = random.Random(seed)
    again = day * 2
    chance.shuffle(again)
    for ticket in again:
        till.sync(copy.deepcopy(ticket))
    assert snapshot(books) == before


def test_replay_of_all_in_one_request_changes_nothing(till, books, day):
    before = snapshot(books)
    orders = copy.deepcopy(day + day[::-1])
    till.client.call("pos.order", "sync_from_ui", orders)
    assert snapshot(books) == before


def test_replay_from_another_till_changes_nothing(other_till, books, day):
    before = snapshot(books)
    for ticket in day:
        other_till.sync(copy.deepcopy(ticket))
    assert snapshot(books) == before


@pytest.mark.parametrize("state", ["draft", "cancel", "paid"])
def test_replay_with_other_content_changes_nothing(till, books, day, state):
    before = snapshot(books)
    for ticket in day:
        forged = copy.deepcopy(ticket) | {"state": state, "amount_total": 1.0}
        for _command, _id, line in forged["lines"]:
            line["qty"] = line["qty"] * 2
        till.sync(forged)
    assert snapshot(books) == before


def test_line_of_a_captured_ticket_cannot_return_on_a_new_one(till, books, day):
    before = snapshot(books)
    ticket = copy.deepcopy(day[2]) | {"uuid": "another-ticket-with-known-lines"}
    with refused(books, "already"):
        till.sync(ticket)
    assert snapshot(books) == before


def test_uses_may_arrive_in_any_order(salon, till, books):
    member = salon.member()
    till.sell(member, till.plan("facials"))
    holding = till.holding(member)
    tickets = [till.ticket(member, [till.use(holding)]) for _ in range(5)]
    random.Random(7).shuffle(tickets)
    for ticket in [*tickets, *tickets[::-1]]:
        till.sync(copy.deepcopy(ticket))
    assert books.holding(holding["entitlement_id"]) == (5, 480.0)
    assert len(books.entries(holding["entitlement_id"])) == 6
