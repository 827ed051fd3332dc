# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""Tickets no honest till would send: each is refused, and nothing is stored."""

import re
from pathlib import Path

import pytest

from .client import refused

ADDON = Path(__file__).resolve().parent.parent / "beauty_membership"
BACKSTAGE = re.compile(r"""context(?:\.get\(|\[)\s*["'](\w+)["']""")


@pytest.fixture
def stranger_package(salon, till):
    """The holding of somebody else."""
    stranger = salon.member("Stranger")
    till.sell(stranger, till.plan("facials"))
    return till.holding(stranger)


def send(till, partner_id, lines, payments=None, **changes):
    """Send a ticket of these lines."""
    return till.sync(till.ticket(partner_id, lines, payments, **changes))


def test_holding_of_another_member(till, books, member, package, stranger_package):
    with refused(books):
        send(till, member, [till.use(stranger_package)])
    assert books.holding(stranger_package["entitlement_id"]) == (10, 960.0)


def test_holding_that_does_not_exist(till, books, member, package):
    with refused(books):
        send(till, member, [till.use(package, entitlement_id=999_999_999)])


def test_no_customer_on_a_redemption(till, books, package):
    with refused(books):
        send(till, False, [till.use(package)])


@pytest.mark.parametrize("price", [0.0, 1.0, 95.99, 96.01, 120.0, -96.0])
def test_wrong_price(till, books, member, package, price):
    line = till.use(package, price_unit=price, price_subtotal_incl=price)
    with refused(books):
        send(till, member, [line])


def test_wrong_price_hidden_behind_right_totals(till, books, member, package):
    with refused(books):
        send(till, member, [till.use(package, price_unit=1.0)])


def test_forged_tax_details(till, books, member, package):
    tax = str(till.salon.taxes["included"])
    amounts = {
        "tax_amount_currency": 0.0,
        "tax_amount": 0.0,
        "base_amount_currency": 96.0,
        "base_amount": 96.0,
    }
    forged = {
        "manual_tax_amounts": {tax: amounts},
        "quantity": 1.0,
        "price_unit": 96.0,
        "currency_id": 1,
        "discount": 0.0,
        "raw_total_excluded_currency": 96.0,
        "raw_total_excluded": 96.0,
    }
    ticket = till.ticket(member, [till.use(package, extra_tax_data=forged)])
    before = books.counts()
    try:
        order_id = till.sync(ticket)
    except Exception:
        assert books.counts() == before
        return
    (line,) = till.lines_of(order_id)
    assert (line["price_subtotal"], line["price_subtotal_incl"]) == (80.0, 96.0)


@pytest.mark.parametrize("taxes", [[], ["excluded"], ["included", "excluded"]])
def test_wrong_taxes(till, books, member, package, taxes):
    ids = [till.salon.taxes[name] for name in taxes]
    with refused(books):
        send(till, member, [till.use(package, tax_ids=[[6, 0, ids]])])


def test_taxes_on_a_use_that_was_taxed_at_the_sale(till, books, member):
    till.sell(member, till.plan("facials_sale"))
    line = till.use(till.holding(member))
    line["tax_ids"] = [[6, 0, [till.salon.taxes["included"]]]]
    with refused(books):
        send(till, member, [line])


@pytest.mark.parametrize("discount", [50, 100, -10])
def test_discount(till, books, member, package, discount):
    paid = round(96.0 * (100 - discount) / 100, 2)
    line = till.use(package, discount=discount, price_subtotal_incl=paid)
    with refused(books):
        send(till, member, [line])


@pytest.mark.parametrize("qty", [0, -1, 0.5, 1.5, 11, 100])
def test_wrong_quantity(till, books, member, package, qty):
    with refused(books):
        send(till, member, [till.use(package, qty=qty)])


def test_two_lines_that_overdraw_together(till, books, member, package):
    lines = [till.use(package, qty=9), till.use(package, qty=9)]
    with refused(books, "left"):
        send(till, member, lines)


def test_service_the_holding_is_not_for(till, books, member, package):
    massage = till.salon.products["massage"]
    with refused(books):
        send(
            till, member, [till.use(package, product_id=None) | {"product_id": massage}]
        )


PREPAID = {
    "for another line": (["serum"], [("prepaid", 60.0)]),
    "for a part of another line": (["serum"], [("prepaid", 10.0), ("cash", 50.0)]),
    "none": (["use"], [("cash", 96.0)]),
    "too little": (["use"], [("prepaid", 50.0), ("cash", 46.0)]),
    "too much": (["use", "serum"], [("prepaid", 156.0)]),
    "with change": (["use"], [("prepaid", 100.0), ("cash", -4.0)]),
    "nothing paid": (["use"], []),
    "for a plan": (["plan"], [("prepaid", 960.0)]),
    "as cash back": (["serum"], [("prepaid", -60.0), ("cash", 120.0)]),
}


@pytest.mark.parametrize("case", PREPAID)
def test_wrong_tender(till, books, member, package, case):
    make = {
        "use": lambda: till.use(package),
        "serum": lambda: till.goods("serum"),
        "plan": lambda: till.plan("facials"),
    }
    names, payments = PREPAID[case]
    with refused(books):
        send(till, member, [make[name]() for name in names], payments)


def test_prepaid_with_change_as_amount_return(till, books, member, package):
    with refused(books):
        send(
            till, member, [till.use(package)], [("prepaid", 100.0)], amount_return=-4.0
        )


@pytest.mark.parametrize("qty", [0.5, -1, 0, 101])
def test_part_of_a_plan(till, books, member, qty):
    with refused(books):
        send(till, member, [till.plan("facials", qty=qty)])


def test_use_of_a_plan_that_is_not_on_the_ticket(till, books, member, package):
    line = till.use(package, entitlement_id=False, plan_line_uuid="no-such-line")
    with refused(books):
        send(till, member, [line])


def test_use_of_a_plan_another_ticket_sold(till, books, member, stranger_package):
    sold = books.value(
        "SELECT line.uuid FROM beauty_entitlement holding"
        " JOIN beauty_contract contract ON contract.id = holding.contract_id"
        " JOIN pos_order_line line ON line.id = contract.pos_order_line_id"
        " WHERE holding.id = %s",
        stranger_package["entitlement_id"],
    )
    line = till.use(stranger_package, entitlement_id=False, plan_line_uuid=sold)
    with refused(books):
        send(till, member, [line])


def test_free_money_by_bonus_or_points(till, books, member):
    for field in ("bonus_amount", "points_amount"):
        line = till.goods("serum", discount=50, price_subtotal_incl=30.0)
        with refused(books):
            send(till, member, [line | {field: 30.0, "price_subtotal": 25.0}])


def test_underpaid_plan_behind_a_wrong_total(till, books, member):
    """Stock stores a 115 line with a total of 1.00 as paid."""
    for payments in ([("cash", 1.0)], []):
        with refused(books):
            send(till, member, [till.plan("facials")], payments, amount_total=1.0)


def test_wrong_total_of_a_paid_ticket_is_put_right(till, member):
    order_id = send(till, member, [till.plan("facials")], amount_total=1.0)
    (order,) = till.client.read("pos.order", [order_id], "amount_total", "amount_paid")
    assert (order["amount_total"], order["amount_paid"]) == (960.0, 960.0)


def test_context_of_the_backstage_opens_no_door(till, books, member, package):
    """Whatever the addon's own code passes in the context, a till may send it too."""
    sources = [file.read_text("utf-8") for file in ADDON.rglob("models/*.py")]
    keys = {key for source in sources for key in BACKSTAGE.findall(source)}
    context = dict.fromkeys(keys | {"install_mode", "module", "su"}, True)
    forged = [
        till.use(package, price_unit=1.0),
        till.use(package, qty=100),
        till.use(package, discount=50),
    ]
    for line in forged:
        with refused(books):
            till.sync(till.ticket(member, [line]), **context)


@pytest.mark.parametrize("state", ["paid", "done"])
def test_state_of_a_forged_ticket(till, books, member, package, state):
    line = till.use(package, price_unit=1.0, price_subtotal_incl=1.0)
    with refused(books):
        send(till, member, [line], state=state)
