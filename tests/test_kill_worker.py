# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""A worker dies in the middle of a write: nothing is lost and nothing doubled."""

import copy
import random
import re
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from os import kill
from signal import SIGKILL
from threading import Event

import pytest
import requests

from .client import RpcError
from .conftest import IS_NIGHTLY

KILLS = 20 if IS_NIGHTLY else 3
WAITING = """
SELECT application_name FROM pg_stat_activity
 WHERE datname = current_database() AND wait_event_type = 'Lock'
"""


def insist(till, ticket):
    """Send until the server answers, as a till does with a ticket it has locked."""
    for _attempt in range(60):
        try:
            return till.sync(copy.deepcopy(ticket))
        except requests.RequestException:
            time.sleep(0.5)
    raise AssertionError("no answer")


def wait_for(get, what, seconds=30):
    """:return: the first true value of get()"""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if value := get():
            return value
        time.sleep(0.05)
    raise AssertionError(f"waited in vain for {what}")


@pytest.mark.parametrize("table", ["beauty_service_log", "beauty_entry", "pos_payment"])
def test_kill_in_mid_write_then_retry(till, books, member, package, table):
    """The lock of a table stops the worker at a known place of its transaction."""
    ticket = till.ticket(member, [till.use(package), till.goods("serum")])
    before = books.counts()
    with ThreadPoolExecutor(1) as pool, closing(books.connect()) as blocker:
        blocker.cursor().execute(f"LOCK TABLE {table} IN EXCLUSIVE MODE")
        request = pool.submit(till.sync, copy.deepcopy(ticket))
        (name,) = wait_for(lambda: books.rows(WAITING), "the worker to write")[0]
        kill(int(re.fullmatch(r"odoo-(\d+)", name).group(1)), SIGKILL)
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
    holdings = {}
    for each in (till, other_till):
        member = salon.member()
        each.sell(member, each.plan("facials"), each.plan("facials"))
        holdings[each] = member, each.card(member)["sessions"]
    is_over = Event()

    def stream(each):
        member, held = holdings[each]
        tickets = [
            each.ticket(member, [each.use(holding), each.goods("serum")])
            for holding in held
            for _unit in range(9)
        ]
        return [insist(each, ticket) for ticket in tickets]

    def killer():
        chance = random.Random(1)
        for _kill in range(KILLS):
            if is_over.wait(0.7):
                return
            kill(chance.choice(wait_for(server.worker_pids, "a worker")), SIGKILL)

    with ThreadPoolExecutor(3) as pool:
        murderer = pool.submit(killer)
        streams = [pool.submit(stream, each) for each in holdings]
        orders = [order for one in streams for order in one.result()]
        is_over.set()
        murderer.result()
    assert len(set(orders)) == 36
    for _member, held in holdings.values():
        for holding in held:
            assert books.holding(holding["entitlement_id"]) == (1, 96.0)
            assert len(books.entries(holding["entitlement_id"])) == 10
    assert books.untied() == []


def test_refusal_is_an_answer_and_not_retried(till, books, member, package):
    before = books.counts()
    with pytest.raises(RpcError):
        insist(till, till.ticket(member, [till.use(package, qty=0.5)]))
    assert books.counts() == before
