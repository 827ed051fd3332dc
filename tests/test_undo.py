# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Wrong item, two hours later, another till: undo, and who may."""

import pytest

PIN = "4711"


@pytest.fixture(scope="module")
def manager_pin(salon):
    """The manager's employee has a PIN."""
    values = {"name": "Mona", "user_id": salon.users["manager"], "pin": PIN}
    return salon.admin.create("hr.employee", values)


@pytest.fixture
def log(till, member, package):
    """:return: int id of the service log of a use just made"""
    till.sell(member, till.use(package))
    return till.card(member)["recent"][0]["log_id"]


def undo(till, log_id, reason="Wrong service", pin=None):
    """:return: dict, the server's answer"""
    args = [[log_id], till.config_id, reason, pin]
    return till.client.call("beauty.service.log", "action_undo", *args)


def backdate(books, log_id):
    """Let the use be of two days ago."""
    books.execute(
        "UPDATE beauty_service_log SET date = date - interval '2 days' WHERE id = %s",
        log_id,
    )


def test_undo_from_another_till(other_till, books, member, package, log):
    answer = undo(other_till, log)
    assert (answer["ok"], answer["remaining"]) == (True, 10)
    (session,) = answer["card"]["sessions"]
    assert session["remaining"] == 10
    assert books.entries(package["entitlement_id"])[1:] == [
        ("redeem", -1, -96.0),
        ("restore", 1, 96.0),
    ]
    assert answer["card"]["recent"][0]["is_undone"]


def test_undo_needs_a_reason(till, books, package, log):
    before = books.counts()
    answer = undo(till, log, reason=" ")
    assert (answer["ok"], answer["needs"]) == (False, "reason")
    assert answer["message"]
    assert books.counts() == before


def test_undo_twice_is_refused(till, books, package, log):
    undo(till, log)
    before = books.counts()
    answer = undo(till, log)
    assert not answer["ok"]
    assert answer["message"]
    assert books.counts() == before


def test_undo_on_a_later_day_needs_a_managers_pin(
    till, books, package, log, manager_pin
):
    backdate(books, log)
    before = books.counts()
    for pin in (None, "0000", ""):
        answer = undo(till, log, pin=pin)
        assert (answer["ok"], answer["needs"]) == (False, "pin"), pin
    assert books.counts() == before
    assert undo(till, log, pin=PIN)["ok"]
    assert books.holding(package["entitlement_id"]) == (10, 960.0)


def test_pin_cannot_be_guessed(salon, books, member, manager_pin):
    till = salon.till()
    till.sell(member, till.plan("facials"))
    till.sell(member, till.use(till.holding(member)))
    log_id = till.card(member)["recent"][0]["log_id"]
    backdate(books, log_id)
    for guess in range(10):
        assert not undo(till, log_id, pin=f"{guess:04}")["ok"]
    assert not undo(till, log_id, pin=PIN)["ok"]


def test_undo_takes_the_performance_back(books, till, log):
    undo(till, log)
    rows = books.rows(
        "SELECT base_amount FROM beauty_performance"
        " WHERE service_log_id = %s ORDER BY id",
        log,
    )
    assert [float(amount) for (amount,) in rows] == [80.0, -80.0]


def test_other_technician_moves_log_and_performance_but_no_money(
    salon, till, books, log
):
    employee = salon.admin.create("hr.employee", {"name": "Uta", "is_technician": True})
    before = books.counts()
    args = [[log], employee, till.config_id]
    answer = till.client.call("beauty.service.log", "action_change_technician", *args)
    assert answer["ok"]
    assert books.counts() == before
    assert (
        books.value("SELECT technician_id FROM beauty_service_log WHERE id = %s", log)
        == employee
    )
    assert books.rows(
        "SELECT employee_id FROM beauty_performance WHERE service_log_id = %s", log
    ) == [(employee,)]
    trail = [("model", "=", "beauty.service.log"), ("res_id", "=", log)]
    tracked = salon.admin.call(
        "mail.message", "search_read", trail, ["tracking_value_ids"]
    )
    assert any(message["tracking_value_ids"] for message in tracked)


def test_noted_use_that_cannot_be_captured_stands_in_the_queue_once(
    salon, till, member, package
):
    order = till.ticket(member, [till.use(package)])
    args = [order, "Nothing left", till.config_id]
    answers = [
        till.client.call("beauty.exception", "report_use", *args) for _ in range(2)
    ]
    assert answers[0] == answers[1]
    assert answers[0]["owner_name"]
    row_id = answers[0]["exception_id"]
    (row,) = salon.admin.read(
        "beauty.exception", [row_id], "state", "partner_id", "details"
    )
    assert (row["state"], row["partner_id"][0]) == ("open", member)
    assert order["uuid"] in row["details"]
