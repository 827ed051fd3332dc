# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What guards the liability account: quarantine, lock dates, no manual items."""

import pytest

from .client import refused
from .day import Day

FORCED = """
INSERT INTO beauty_entry (entitlement_id, contract_id, partner_id, movement, quantity,
                          amount, list_amount, idempotency_key, date, company_id,
                          currency_id, pos_order_line_id)
     SELECT holding.id, contract_id, holding.partner_id, 'adjust', 0, -5, 0,
            'forced:' || holding.id, current_date, holding.company_id,
            holding.currency_id, pos_order_line_id
       FROM beauty_entitlement holding
       JOIN beauty_contract contract ON contract.id = contract_id
      WHERE holding.id = %s
"""


@pytest.fixture
def quarantined(salon):
    """:return: (Day, member, exception row) of a day closed with 5.00 too much"""
    day, member = Day(salon.till()), salon.member()
    day.till.sell(member, day.till.plan("facials"))
    holding = day.till.holding(member)["entitlement_id"]
    salon.books.execute(FORCED, holding)
    day.till.close()
    domain = [("session_id", "=", day.session_id)]
    (row,) = salon.admin.call("beauty.exception", "search_read", domain)
    return day, member, row


def test_difference_is_named_and_put_in_suspense(salon, quarantined):
    day, member, row = quarantined
    assert row["partner_id"][0] == member
    assert (abs(row["amount"]), row["kind"], row["state"]) == (5.0, "closing", "open")
    assert day.liability_of(member) == -955.0
    query = "SELECT beauty_suspense_account_id FROM res_company WHERE id = %s"
    suspense = salon.books.value(query, salon.company_id)
    assert day.balance(suspense) == -5.0
    assert row["user_id"]


def test_period_with_a_difference_is_locked_only_when_it_is_settled(
    salon, books, quarantined
):
    _day, _member, row = quarantined
    backdate = "UPDATE beauty_exception SET date = '2020-06-15' WHERE id = %s"
    books.execute(backdate, row["id"])

    def lock(day):
        values = {"fiscalyear_lock_date": day}
        salon.admin.call("res.company", "write", [salon.company_id], values)

    lock("2020-06-14")
    with refused(books, row["name"]):
        lock("2020-06-15")
    settle(salon.login("accountant"), row["id"])
    lock("2020-06-15")
    lock(False)


def settle(client, exception_id):
    """Settle an exception as its owner does."""
    note = {"settlement_note": "Counted twice, corrected."}
    client.call("beauty.exception", "write", [exception_id], note)
    client.call("beauty.exception", "action_done", [exception_id])


def test_exception_is_settled_with_a_note_only(salon, books, quarantined):
    _day, _member, row = quarantined
    accountant = salon.login("accountant")
    with refused(books, "how"):
        accountant.call("beauty.exception", "action_done", [row["id"]])
    with refused(books):
        accountant.call("beauty.exception", "write", [row["id"]], {"state": "done"})
    with refused(books):
        accountant.call("beauty.exception", "write", [row["id"]], {"amount": 0.0})
    settle(accountant, row["id"])
    (settled,) = accountant.read("beauty.exception", [row["id"]], "state")
    assert settled["state"] == "done"


@pytest.mark.parametrize("role", ["accountant", "admin"])
def test_manual_item_on_the_liability_is_refused(salon, books, till, role):
    client = salon.admin if role == "admin" else salon.login(role)
    liability = books.value(
        "SELECT beauty_liability_account_id FROM res_company WHERE id = %s",
        salon.company_id,
    )
    lines = [(liability, -100.0), (salon.accounts["services"], 100.0)]
    items = [
        [0, 0, {"account_id": a, "balance": b, "name": "By hand"}] for a, b in lines
    ]
    (journal,) = client.search("account.journal", [("type", "=", "general")], limit=1)
    move = client.create("account.move", {"journal_id": journal, "line_ids": items})
    with refused(books):
        client.call("account.move", "action_post", [move])
    posted = books.value("SELECT state FROM account_move WHERE id = %s", move)
    assert posted == "draft"


def test_closing_entry_cannot_be_reset(salon, books):
    day, member = Day(salon.till()), salon.member()
    day.till.sell(member, day.till.plan("facials"))
    day.close()
    query = "SELECT move_id FROM pos_session WHERE id = %s"
    move = books.value(query, day.session_id)
    for method in ("button_draft", "button_cancel", "unlink"):
        with refused(books):
            salon.admin.call("account.move", method, [move])
    assert books.value("SELECT state FROM account_move WHERE id = %s", move) == "posted"
