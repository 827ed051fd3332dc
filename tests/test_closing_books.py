# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""The journal items of DESIGN's table, for both tax points and both kinds of price."""

import pytest

from .client import refused
from .day import Day


@pytest.fixture
def day(salon):
    """A register of its own."""
    return Day(salon.till())


def sell_then_close(day, member, plan):
    """Sell a plan, close, and open again."""
    day.till.sell(member, day.till.plan(plan))
    day.close()


def use(day, member, qty=1):
    """:return: int id of a ticket that uses sessions of the member's first holding"""
    return day.till.sell(member, day.till.use(day.till.holding(member), qty=qty))


# plan, what its sale posts (liability, vat), what one use posts (liability, vat)
PLANS = [
    ("facials", (-960.0, 0.0), (96.0, -16.0)),
    ("facials_sale", (-800.0, -160.0), (80.0, 0.0)),
    ("net", (-960.0, 0.0), (96.0, -16.0)),
    ("net_sale", (-800.0, -160.0), (80.0, 0.0)),
]


@pytest.mark.parametrize(("plan", "sale", "used"), PLANS)
def test_sale_use_and_undo_on_three_days(day, member, plan, sale, used):
    sell_then_close(day, member, plan)
    day.posted(cash=960.0, liability=sale[0], vat=sale[1], services=0.0)
    assert day.liability_of(member) == sale[0]

    day.next()
    use(day, member)
    day.close().posted(cash=0.0, liability=used[0], vat=used[1], services=-80.0)
    assert day.liability_of(member) == used[0]

    day.next()
    undo(day, member)
    day.close().posted(cash=0.0, liability=-used[0], vat=-used[1], services=80.0)
    assert day.liability_of(member) == -used[0]
    assert day.books.holding(day_holding(day, member)) == (10, -sale[0])


def day_holding(day, member):
    """:return: int id of the member's only sessions"""
    query = (
        "SELECT id FROM beauty_entitlement WHERE partner_id = %s AND kind = 'session'"
    )
    return day.books.value(query, member)


def undo(day, member, till=None):
    """Undo the member's last use from a till."""
    till = till or day.till
    log = till.card(member)["recent"][0]
    result = till.client.call(
        "beauty.service.log",
        "action_undo",
        [log["log_id"]],
        till.config_id,
        "Wrong",
        None,
    )
    assert result["ok"], result


@pytest.mark.parametrize(("plan", "sale", "used"), PLANS)
def test_sale_use_and_undo_on_one_day(day, member, plan, sale, used):
    day.till.sell(member, day.till.plan(plan))
    use(day, member)
    use(day, member, qty=2)
    undo(day, member)
    day.close().posted(
        cash=960.0,
        liability=sale[0] + used[0],
        vat=sale[1] + used[1],
        services=-80.0,
    )


def test_mixed_ticket_taxed_at_the_sale(day, member):
    plan = day.till.plan("facials_sale")
    first = day.till.use_new(plan, "facial", 80.0, taxes=[])
    day.till.sell(
        member, day.till.goods("serum"), plan, first, day.till.goods("tip", price=5.0)
    )
    day.close().posted(
        cash=1025.0,
        liability=-720.0,
        products=-50.0,
        services=-80.0,
        vat=-170.0,
        tips=-5.0,
    )


def test_mixed_ticket_taxed_when_used(day, member):
    plan = day.till.plan("facials")
    first = day.till.use_new(plan, "facial", 96.0)
    day.till.sell(member, day.till.goods("serum"), plan, first)
    day.close().posted(
        cash=1020.0, liability=-864.0, products=-50.0, services=-80.0, vat=-26.0
    )


def test_members_are_kept_apart(day, salon):
    members = [salon.member() for _ in range(3)]
    for count, member in enumerate(members):
        day.till.sell(member, day.till.plan("facials"))
        for _ in range(count):
            use(day, member)
    day.close()
    assert [day.liability_of(member) for member in members] == [-960.0, -864.0, -768.0]


def test_contact_of_a_company_counts_for_the_company(day, salon):
    firm = salon.admin.create("res.partner", {"name": "Firm", "is_company": True})
    clerk = salon.admin.create("res.partner", {"name": "Clerk", "parent_id": firm})
    day.till.sell(clerk, day.till.plan("facials"))
    use(day, clerk)
    day.close()
    assert day.liability_of(firm) == -864.0


def test_last_session_takes_the_rest(day, salon, member):
    plan = salon.make_plan("Odd", 833.33, "facial")
    day.till.sell(member, day.till.plan(plan))
    holding = day_holding(day, member)
    for _ in range(10):
        use(day, member)
    amounts = [amount for _m, _u, amount in day.books.entries(holding)]
    assert amounts == [833.33] + [-83.33] * 9 + [-83.36]
    day.close()
    assert day.liability_of(member) == 0.0
    assert day.balance(day.account_id("services")) + day.balance(
        day.account_id("vat")
    ) == pytest.approx(-833.33)


def test_refund_of_an_untouched_package(day, member):
    order_id = day.till.sell(
        member, day.till.plan("facials_sale"), day.till.goods("serum")
    )
    day.close()
    day.next()
    plan_line = day.till.lines_of(order_id)[0]
    day.till.sell(member, day.till.refund(plan_line))
    day.close().posted(cash=-960.0, liability=800.0, vat=160.0, products=0.0)
    assert day.books.holding(day_holding(day, member)) == (0, 0.0)
    state = "SELECT state FROM beauty_contract WHERE partner_id = %s"
    assert day.books.value(state, member) == "closed"


def test_refund_of_a_part_used_package_is_refused(day, member):
    order_id = day.till.sell(member, day.till.plan("facials"))
    use(day, member)
    (line,) = day.till.lines_of(order_id)
    with refused(day.books, "used"):
        day.till.sell(member, day.till.refund(line))
    day.close().posted(cash=960.0, liability=-864.0)


def test_refund_of_a_use_gives_it_back_with_its_expiry(day, member):
    sell_then_close(day, member, "facials")
    day.next()
    holding = day_holding(day, member)
    expiry = "SELECT date_expiry FROM beauty_entitlement WHERE id = %s"
    before = day.books.value(expiry, holding)
    used = use(day, member)
    (line,) = day.till.lines_of(used)
    day.till.sell(member, day.till.refund(line))
    with refused(day.books):
        day.till.sell(member, day.till.refund(line))
    day.close().posted(cash=0.0, liability=0.0, vat=0.0, services=0.0)
    assert day.books.value(expiry, holding) == before
    assert day.books.holding(day_holding(day, member)) == (10, 960.0)


def test_three_packages_on_one_line(day, member):
    day.till.sell(member, day.till.plan("facials", qty=3))
    contracts = "SELECT count(*) FROM beauty_contract WHERE partner_id = %s"
    assert day.books.value(contracts, member) == 3
    day.close().posted(cash=2880.0, liability=-2880.0)


def test_rounding_per_tax_of_the_whole_day_ties_out(day, salon, member):
    """2 x 8.90: 7.42 each by line, 14.83 together."""
    company, method = [salon.company_id], "tax_calculation_rounding_method"
    plan = salon.make_plan("Mini", 8.90, "facial", "sale", quantity=2)
    (old,) = salon.admin.read("res.company", company, method)
    salon.admin.call("res.company", "write", company, {method: "round_globally"})
    try:
        day.till.sell(member, day.till.plan(plan), day.till.plan(plan))
        day.close()
    finally:
        salon.admin.call("res.company", "write", company, {method: old[method]})


def test_invoiced_sale_and_use_tie_out(day, member):
    day.till.sell(member, day.till.plan("facials_sale"), to_invoice=True)
    order_id = use(day, member)
    day.till.client.call("pos.order", "action_pos_order_invoice", [order_id])
    day.close().posted(cash=960.0, liability=-720.0, vat=-160.0, services=-80.0)


def test_free_package_posts_nothing(day, salon, member):
    plan = salon.make_plan("Gift", 0.0, "facial")
    day.till.sell(member, day.till.plan(plan))
    use(day, member)
    assert day.books.holding(day_holding(day, member)) == (9, 0.0)
    day.till.close()
    day.posted(cash=0.0, liability=0.0, services=0.0, vat=0.0)
