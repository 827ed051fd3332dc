# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The line drops around one use, in a real browser: it is taken once, or not at all."""

import os

import pytest
from playwright.sync_api import expect, sync_playwright

from .pages.register import SLOW, Register

expect.set_options(timeout=SLOW)


@pytest.fixture(scope="module")
def browser():
    """Debian's chromium."""
    path = os.environ.get("BM_CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield running
        running.close()


@pytest.fixture
def anna(salon, till):
    """:return: (partner id, name, holding id) of a member with nine facials left"""
    member = salon.member("Anna")
    till.sell(member, till.plan("facials"))
    till.sell(member, till.use(till.holding(member)))
    (row,) = salon.admin.read("res.partner", [member], "name")
    return member, row["name"], till.holding(member)["entitlement_id"]


@pytest.fixture
def register(browser, till, anna):
    """The till's screen, a use of the member's on the ticket."""
    context = browser.new_context(viewport={"width": 1366, "height": 800})
    screen = Register(context, till).open()
    screen.choose_member(anna[1])
    screen.use()
    yield screen
    context.close()


def count_tickets(books, holding):
    """:return: int paid tickets that use the holding"""
    return books.value(
        "SELECT count(DISTINCT orders.id) FROM pos_order orders"
        " JOIN pos_order_line line ON line.order_id = orders.id"
        " WHERE line.entitlement_id = %s AND orders.state = 'paid'",
        holding,
    )


def assert_taken_once(books, holding):
    """The use in the fixture and the one in the story, no more."""
    assert books.holding(holding) == (8, 768.0)
    assert count_tickets(books, holding) == 2
    assert books.untied() == []


def test_use_with_a_good_line(register, books, anna):
    register.confirm()
    register.wait_for_receipt()
    assert_taken_once(books, anna[2])


def test_answer_is_lost_and_the_ticket_is_sent_again(register, books, anna):
    register.lose_answers()
    register.confirm()
    assert "locked" in register.read_dialog()
    expect(register.waiting()).to_contain_text("1")
    assert_taken_once(books, anna[2])
    register.line_is_back()
    expect(register.waiting()).to_be_hidden()
    assert_taken_once(books, anna[2])


def test_answer_is_lost_and_the_browser_starts_again(register, books, anna):
    register.lose_answers()
    register.confirm()
    register.read_dialog()
    register.reload()
    expect(register.waiting()).to_contain_text("1")
    register.line_is_back()
    expect(register.waiting()).to_be_hidden()
    assert_taken_once(books, anna[2])


def test_request_is_lost_and_the_ticket_arrives_later(register, books, anna):
    register.lose_requests()
    register.confirm()
    register.read_dialog()
    assert books.holding(anna[2]) == (9, 864.0)
    register.line_is_back()
    expect(register.waiting()).to_be_hidden()
    assert_taken_once(books, anna[2])


def test_last_session_went_elsewhere_while_the_line_was_down(
    register, books, anna, other_till
):
    """The ticket arrives when nothing is left: refused in words, and not lost."""
    member, name, holding = anna
    register.lose_requests()
    register.confirm()
    register.read_dialog()
    for _ in range(9):
        other_till.sell(member, other_till.use(other_till.holding(member)))
    before = count_tickets(books, holding)
    register.line_is_back()
    register.page.locator(".modal").wait_for()
    assert "left" in register.read_dialog()
    assert books.holding(holding) == (0, 0.0)
    assert count_tickets(books, holding) == before
    register.show_tickets()
    expect(register.page.locator(".order-row").filter(has_text=name)).to_be_visible()
