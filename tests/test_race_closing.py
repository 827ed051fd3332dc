# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""One browser closes the register while another still sells on it."""

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import closing

import pytest

from .client import RpcError
from .day import Day


@pytest.fixture
def day(salon):
    """A register of its own."""
    return Day(salon.till())


def settle(future):
    """Wait for a ticket: stored, or refused in words for people."""
    try:
        future.result()
    except RpcError as error:
        assert error.is_refusal, error.debug


def test_ticket_sent_while_the_register_closes_is_booked_or_refused(day, books, member):
    """The lock stops the closing in the middle, the ticket comes, then it goes on."""
    till = day.till
    till.sell(member, till.plan("facials"))
    late = till.ticket(member, [till.use(till.holding(member))])
    with ThreadPoolExecutor(2) as pool, closing(books.connect()) as blocker:
        blocker.cursor().execute("LOCK TABLE account_move_line IN EXCLUSIVE MODE")
        closed = pool.submit(till.close)
        books.wait_for_blocked()
        settle(pool.submit(till.again().sync, late))
        blocker.rollback()
        closed.result()
    day.tie_out()


def test_ticket_in_flight_when_the_register_closes_is_booked_or_refused(
    day, books, member
):
    """The lock stops the ticket in the middle, the register closes, it goes on."""
    till = day.till
    till.sell(member, till.plan("facials"))
    late = till.ticket(member, [till.use(till.holding(member))])
    with ThreadPoolExecutor(2) as pool, closing(books.connect()) as blocker:
        blocker.cursor().execute("LOCK TABLE beauty_service_log IN EXCLUSIVE MODE")
        ticket = pool.submit(till.again().sync, late)
        books.wait_for_blocked()
        closed = pool.submit(till.close)
        wait([closed], timeout=3)
        blocker.rollback()
        settle(ticket)
        closed.result()
    day.tie_out()
