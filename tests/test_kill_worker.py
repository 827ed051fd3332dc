# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A worker dies in the middle of a write: nothing is lost and nothing doubled."""

import copy
import random
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from threading import Event

import pytest
import requests

from .client import RpcError
from .conftest import IS_NIGHTLY

KILLS = 20 if IS_NIGHTLY else 3


def insist(till, ticket):
    """Send until the server answers, as a till does with a ticket it has locked."""
    for _attempt in range(60):
        try:
            return till.sync(copy.deepcopy(ticket))
        except requests.RequestException:
            time.sleep(0.5)
    raise AssertionError("no answer")


@pytest.mark.parametrize("table", ["beauty_service_log", "beauty_entry", "pos_payment"])
def test_kill_in_mid_write_then_retry(server, till, books, member, package, table):
    """The lock of a table stops the worker at a known place of its transaction."""
    ticket = till.ticket(member, [till.use(package), till.goods("serum")])
    before = books.counts()
    with ThreadPoolExecutor(1) as pool, closing(books.connect()) as blocker:
        blocker.cursor().execute(f"LOCK TABLE {table} IN EXCLUSIVE MODE")
        request = pool.submit(till.sync, copy.deepcopy(ticket))
        books.wait_for_blocked()
        server.kill_workers()
        blocker.rollback()
        with pytest.raises(requests.RequestException):
            request.result()
    assert books.counts() == before
    order_id = insist(till, ticket)
    assert insist(till, ticket) == order_id
    assert books.entries(package["entitlement_id"]) == [
        ("grant", 10, 960.0),
        ("redeem", -1, -96.0),
    ]
    assert books.untied() == []


def test_stream_of_tickets_while_workers_die(server, salon, books, till, other_till):
    tickets, holdings = {till: [], other_till: []}, []
    for each, sent in tickets.items():
        member = salon.member()
        each.sell(member, each.plan("facials"), each.plan("facials"))
        for holding in each.card(member)["sessions"]:
            holdings.append(holding["entitlement_id"])
            sent += [
                each.ticket(member, [each.use(holding), each.goods("serum")])
                for _unit in range(9)
            ]
    is_over = Event()

    def killer():
        chance = random.Random(1)
        for _kill in range(KILLS):
            if is_over.wait(0.7):
                return
            server.kill_workers(chance.choice([1, 1, 2]))

    with ThreadPoolExecutor(3) as pool:
        murderer = pool.submit(killer)
        streams = [
            pool.submit(lambda till, sent: [insist(till, one) for one in sent], *pair)
            for pair in tickets.items()
        ]
        orders = [order for stream in streams for order in stream.result()]
        is_over.set()
        murderer.result()
    assert len(set(orders)) == 36
    for holding in holdings:
        assert books.holding(holding) == (1, 96.0)
        assert len(books.entries(holding)) == 10
    assert books.untied() == []


def test_refusal_is_an_answer_and_not_retried(till, books, member, package):
    before = books.counts()
    with pytest.raises(RpcError):
        insist(till, till.ticket(member, [till.use(package, qty=0.5)]))
    assert books.counts() == before
