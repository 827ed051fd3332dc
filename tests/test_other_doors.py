# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""However a ticket becomes paid, it is captured; afterwards it is final."""

import pytest

from .client import refused


def draft(till, member, lines, payments=None):
    """:return: int id of a stored draft ticket with its payments"""
    return till.sync(till.ticket(member, lines, payments, state="draft"))


def order_values(till, member, lines, payments, state):
    """:return: values a script would create an order with"""
    values = till.ticket(member, lines, payments, state=state)
    return {key: values[key] for key in values if key != "relations_uuid_mapping"}


def pay_by_wizard(till, order_id, tender, amount):
    """Pay a draft with the back office's payment wizard."""
    context = {"active_id": order_id, "active_ids": [order_id]}
    values = {
        "config_id": till.config_id,
        "amount": amount,
        "payment_method_id": till.tenders[tender],
    }
    manager = till.salon.admin
    wizard = manager.create("pos.make.payment", values, **context)
    manager.call("pos.make.payment", "check", [wizard], context=context)


def by_write(state):
    def door(till, member, lines, payments):
        order_id = draft(till, member, lines, payments)
        till.client.call("pos.order", "write", [order_id], {"state": state})

    return door


def by_action(till, member, lines, payments):
    order_id = draft(till, member, lines, payments)
    till.client.call("pos.order", "action_pos_order_paid", [order_id])


def by_create(state):
    def door(till, member, lines, payments):
        values = order_values(till, member, lines, payments, state)
        till.client.create("pos.order", values)

    return door


def by_second_sync(till, member, lines, payments):
    ticket = till.ticket(member, lines, payments)
    till.sync(ticket | {"state": "draft", "payment_ids": []})
    known = {"lines": [], "payment_ids": ticket["payment_ids"]}
    till.sync(ticket | known)


def by_wizard(till, member, lines, payments):
    order_id = draft(till, member, lines, [])
    for tender, amount in payments:
        pay_by_wizard(till, order_id, tender, amount)


DOORS = {
    "write paid": by_write("paid"),
    "write done": by_write("done"),
    "action_pos_order_paid": by_action,
    "create paid": by_create("paid"),
    "create done": by_create("done"),
    "draft, then paid by sync": by_second_sync,
    "payment wizard": by_wizard,
}


@pytest.mark.parametrize("door", DOORS)
def test_honest_ticket_is_captured_by_any_door(till, books, member, package, door):
    DOORS[door](till, member, [till.use(package)], [("prepaid", 96.0)])
    assert books.holding(package["entitlement_id"]) == (9, 864.0)
    assert books.entries(package["entitlement_id"])[1:] == [("redeem", -1, -96.0)]


@pytest.mark.parametrize("door", DOORS)
def test_plan_is_granted_by_any_door(till, books, member, door):
    DOORS[door](till, member, [till.plan("facials")], [("cash", 960.0)])
    holding = till.holding(member)
    assert books.holding(holding["entitlement_id"]) == (10, 960.0)


FORGERIES = {
    "wrong price": ({"price_unit": 1.0, "price_subtotal_incl": 1.0}, "prepaid", 1.0),
    "a hundred": ({"qty": 100, "price_subtotal_incl": 9600.0}, "prepaid", 9600.0),
    "discount": ({"discount": 50, "price_subtotal_incl": 48.0}, "prepaid", 48.0),
    "paid in cash": ({}, "cash", 96.0),
}


@pytest.mark.parametrize("forgery", FORGERIES)
@pytest.mark.parametrize("door", DOORS)
def test_forged_ticket_finds_every_door_shut(
    till, books, member, package, door, forgery
):
    changes, tender, amount = FORGERIES[forgery]
    lines = [till.use(package) | changes]
    before = books.counts()["paid"]
    drafts_stay = door not in ("create paid", "create done")
    with refused(Ledger(books) if drafts_stay else books):
        DOORS[door](till, member, lines, [(tender, amount)])
    assert books.counts()["paid"] == before
    assert books.holding(package["entitlement_id"]) == (10, 960.0)


class Ledger:
    """Counts without tickets: a draft that could not be paid may stay one."""

    def __init__(self, books):
        self.books = books

    def counts(self):
        counts = self.books.counts()
        return {key: counts[key] for key in counts if not key.startswith("pos_")}


# Afterwards


@pytest.fixture
def captured(till, member, package):
    """:return: (order id, line rows, payment ids) of a use, a plan and a serum"""
    order_id = till.sell(
        member, till.use(package), till.plan("facials_sale"), till.goods("serum")
    )
    domain = [("pos_order_id", "=", order_id)]
    payments = till.client.search("pos.payment", domain, order="id")
    return order_id, till.lines_of(order_id), payments


def fingerprint(books, order_id):
    """:return: what makes the ticket what it is"""
    return books.rows(
        "SELECT orders.state, orders.partner_id, orders.session_id, orders.date_order,"
        " orders.membership_settled_on, line.id, line.product_id, line.qty,"
        " line.price_unit, line.discount, line.entitlement_id, payment.id,"
        " payment.amount, payment.payment_method_id"
        " FROM pos_order orders"
        " JOIN pos_order_line line ON line.order_id = orders.id"
        " JOIN pos_payment payment ON payment.pos_order_id = orders.id"
        " WHERE orders.id = %s ORDER BY line.id, payment.id",
        order_id,
    )


LINE_CHANGES = [
    {"price_unit": 1.0},
    {"qty": 2},
    {"qty": 0},
    {"discount": 10},
    {"tax_ids": [[6, 0, []]]},
    {"extra_tax_data": False},
    {"entitlement_id": False},
    {"price_subtotal_incl": 1.0},
]


@pytest.mark.parametrize("change", LINE_CHANGES, ids=str)
@pytest.mark.parametrize("index", [0, 1], ids=["use", "plan"])
def test_line_of_a_captured_ticket_is_final(till, books, captured, change, index):
    order_id, lines, _payments = captured
    before = fingerprint(books, order_id)
    if index == 1 and "entitlement_id" in change:
        change = {
            "entitlement_id": books.value("SELECT max(id) FROM beauty_entitlement")
        }
    line_id = lines[index]["id"]
    with refused(books):
        till.client.call("pos.order.line", "write", [line_id], change)
    with refused(books):
        command = {"lines": [[1, line_id, change]]}
        till.client.call("pos.order", "write", [order_id], command)
    assert fingerprint(books, order_id) == before


@pytest.mark.parametrize("index", [0, 1], ids=["use", "plan"])
def test_line_of_a_captured_ticket_stays_and_gets_no_company(
    till, books, member, captured, index
):
    order_id, lines, _payments = captured
    line_id = lines[index]["id"]
    other = draft(till, member, [till.goods("serum")], [])
    line = till.plan("facials") if index else till.use(till.holding(member))
    calls = [
        ("pos.order.line", "unlink", [line_id]),
        ("pos.order", "write", [order_id], {"lines": [[2, line_id]]}),
        ("pos.order", "write", [order_id], {"lines": [[5]]}),
        ("pos.order", "write", [order_id], {"lines": [[0, 0, line]]}),
        ("pos.order.line", "write", [line_id], {"order_id": other}),
        ("pos.order.line", "create", [line | {"order_id": order_id}]),
        ("pos.order", "unlink", [order_id]),
    ]
    before = fingerprint(books, order_id)
    for call in calls:
        with refused(books):
            till.client.call(*call)
    assert fingerprint(books, order_id) == before


def test_goods_of_a_captured_ticket_cannot_become_a_use(till, books, captured):
    order_id, lines, _payments = captured
    holding, product = lines[0]["entitlement_id"][0], lines[0]["product_id"][0]
    before = fingerprint(books, order_id)
    for change in (
        {"entitlement_id": holding},
        {"product_id": product, "entitlement_id": holding, "price_unit": 96.0},
        {"product_id": lines[1]["product_id"][0]},
    ):
        with refused(books):
            till.client.call("pos.order.line", "write", [lines[2]["id"]], change)
    assert fingerprint(books, order_id) == before


def test_tenders_of_a_captured_ticket_are_final(till, books, captured):
    order_id, _lines, (prepaid, cash) = captured
    new = till.payment("prepaid", 10.0)
    added = new | {"pos_order_id": order_id}
    methods = {name: {"payment_method_id": till.tenders[name]} for name in till.tenders}
    calls = [
        ("pos.payment", "write", [prepaid], {"amount": 1.0}),
        ("pos.payment", "write", [prepaid], methods["cash"]),
        ("pos.payment", "write", [cash], methods["prepaid"]),
        ("pos.payment", "unlink", [prepaid]),
        ("pos.payment", "create", [added]),
        ("pos.order", "add_payment", [order_id], added),
        ("pos.order", "write", [order_id], {"payment_ids": [[0, 0, new]]}),
        ("pos.order", "write", [order_id], {"payment_ids": [[2, prepaid]]}),
        (
            "pos.order",
            "write",
            [order_id],
            {"payment_ids": [[1, cash, methods["prepaid"]]]},
        ),
    ]
    before = fingerprint(books, order_id)
    for call in calls:
        with refused(books):
            till.client.call(*call)
    assert fingerprint(books, order_id) == before


@pytest.mark.parametrize(
    "name", ["partner", "nobody", "date", "draft", "cancel", "session"]
)
def test_head_of_a_captured_ticket_is_final(
    salon, till, other_till, books, captured, name
):
    changes = {
        "partner": {"partner_id": salon.member()},
        "nobody": {"partner_id": False},
        "date": {"date_order": "2020-01-01 00:00:00"},
        "draft": {"state": "draft"},
        "cancel": {"state": "cancel"},
        "session": {"session_id": other_till.session_id},
    }
    order_id = captured[0]
    before = fingerprint(books, order_id)
    with refused(books):
        till.client.call("pos.order", "write", [order_id], changes[name])
    assert fingerprint(books, order_id) == before


def test_doing_it_again_changes_nothing(till, books, captured):
    order_id = captured[0]
    before = fingerprint(books, order_id), books.counts()
    till.client.call("pos.order", "write", [order_id], {"state": "paid"})
    till.client.call("pos.order", "write", [order_id], {"membership_settled_on": False})
    till.client.call("pos.order", "remove_from_ui", [order_id])
    till.client.call("pos.order", "action_pos_order_cancel", [order_id])
    till.client.call("pos.order", "write", [order_id], {"state": "paid"})
    assert (fingerprint(books, order_id), books.counts()) == before


def test_prepaid_payment_added_to_a_ticket_without_membership(till, books, member):
    order_id = till.sell(member, till.goods("serum"))
    added = till.payment("prepaid", 60.0) | {"pos_order_id": order_id}
    with refused(books):
        till.client.create("pos.payment", added)


def test_back_office_refund_gives_the_session_back(till, books, member, package):
    order_id = till.sell(member, till.use(package))
    action = till.client.call("pos.order", "refund", [order_id])
    with refused(Ledger(books)):
        pay_by_wizard(till, action["res_id"], "cash", -96.0)
    assert books.holding(package["entitlement_id"]) == (9, 864.0)
    pay_by_wizard(till, action["res_id"], "prepaid", -96.0)
    assert books.holding(package["entitlement_id"]) == (10, 960.0)
