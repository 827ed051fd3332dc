# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
"""What happens between two looks at the card, and to tickets that come late."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from .client import RpcError, refused
from .day import Day


def merge(salon, kept, gone):
    """Merge two contacts as Odoo's wizard does."""
    model = "base.partner.merge.automatic.wizard"
    values = {"partner_ids": [[6, 0, [kept, gone]]], "dst_partner_id": kept}
    wizard = salon.admin.create(model, values)
    salon.admin.call(model, "action_merge", [wizard])


def set_state(books, package, state):
    """Put the holding's contract in a state, as a later release's wizard would."""
    books.execute(
        "UPDATE beauty_contract SET state = %s WHERE id ="
        " (SELECT contract_id FROM beauty_entitlement WHERE id = %s)",
        state,
        package["entitlement_id"],
    )


@pytest.mark.parametrize("state", ["frozen", "closed"])
def test_use_of_a_frozen_or_closed_contract(till, books, member, package, state):
    ticket = till.ticket(member, [till.use(package)])
    set_state(books, package, state)
    with refused(books, state):
        till.sync(ticket)
    assert not any(row["can_use"] for row in till.card(member)["sessions"])


def test_use_after_the_last_day(till, books, member, package):
    ticket = till.ticket(member, [till.use(package)])
    books.execute(
        "UPDATE beauty_entitlement SET date_expiry = current_date - 1 WHERE id = %s",
        package["entitlement_id"],
    )
    with refused(books, "expired"):
        till.sync(ticket)
    assert "expired" in till.holding(member)["reason"].lower()


def test_holding_used_up_meanwhile_is_refused_and_the_next_one_taken(
    salon, till, other_till, books, member
):
    plan = salon.make_plan("1 facial", 96.0, "facial", quantity=1)
    till.sell(member, till.plan(plan), till.plan(plan))
    first, second = till.card(member)["sessions"]
    stale = till.ticket(member, [till.use(first)])
    other_till.sell(member, other_till.use(first))
    with refused(books, "left"):
        till.sync(stale)
    assert [row["entitlement_id"] for row in till.card(member)["sessions"]] == [
        second["entitlement_id"]
    ]
    till.sell(member, till.use(till.holding(member)))
    assert books.holding(second["entitlement_id"]) == (0, 0.0)


def test_card_read_before_the_last_but_one_session_went(
    salon, till, other_till, books, member
):
    """The last session is worth more than the others: a stale price is refused."""
    plan = salon.make_plan("Odd", 100.0, "facial", quantity=3)
    till.sell(member, till.plan(plan))
    stale = till.holding(member)
    for _ in range(2):
        other_till.sell(member, other_till.use(other_till.holding(member)))
    with refused(books, "card has changed"):
        till.sell(member, till.use(stale))
    till.sell(member, till.use(till.holding(member)))
    assert books.entries(stale["entitlement_id"])[-1] == ("redeem", -1, -33.34)


def test_ticket_for_a_closed_session_goes_to_the_open_one(salon, books):
    day, member = Day(salon.till()), salon.member()
    day.till.sell(member, day.till.plan("facials"))
    late = day.till.ticket(member, [day.till.use(day.till.holding(member))])
    day.close()
    with refused(books, "session"):
        day.till.sync(late)
    day.next()
    day.till.sync(late)
    day.close()
    assert day.liability_of(member) == 96.0


def test_ticket_of_a_member_archived_meanwhile_is_stored(
    salon, till, books, member, package
):
    ticket = till.ticket(member, [till.use(package)])
    salon.admin.call("res.partner", "write", [member], {"active": False})
    till.sync(ticket)
    assert books.holding(package["entitlement_id"]) == (9, 864.0)


def test_ticket_of_a_member_merged_meanwhile_is_stored(
    salon, till, books, package, member
):
    ticket = till.ticket(member, [till.use(package), till.goods("serum")])
    kept = salon.member("Kept")
    merge(salon, kept, member)
    till.sync(ticket)
    assert books.holding(package["entitlement_id"]) == (9, 864.0)
    assert till.holding(kept)["remaining"] == 9
    assert books.untied() == []


def test_merge_of_two_members_keeps_all_they_have(salon, till, books):
    kept, gone = salon.member("Kept"), salon.member("Gone")
    for each in (kept, gone):
        till.client.call("res.partner", "make_member", each, till.config_id)
        till.sell(each, till.plan("facials"))
        till.sell(each, till.use(till.holding(each)))
    number = till.card(gone)["member_number"]
    before = books.counts()
    merge(salon, kept, gone)
    assert books.counts() == before
    assert sum(row["remaining"] for row in till.card(kept)["sessions"]) == 18
    found = till.client.call("res.partner", "find_members", number, till.config_id)
    assert [row["id"] for row in found["partners"]] == [kept]


def test_price_list_changed_after_the_sale_touches_no_contract(
    salon, till, books, member
):
    plan = salon.make_plan("Raised", 960.0, "massage")
    till.sell(member, till.plan(plan))
    massage = [salon.products["massage"]]
    salon.admin.call("product.product", "write", massage, {"list_price": 500.0})
    salon.admin.call("beauty.plan", "write", [plan], {"price": 2000.0})
    till.sell(member, till.use(till.holding(member)))
    holding = books.rows(
        "SELECT remaining, amount_remaining, list_price FROM beauty_entitlement"
        " WHERE partner_id = %s AND kind = 'session'",
        member,
    )
    assert [tuple(map(float, row)) for row in holding] == [(9.0, 864.0, 90.0)]
    salon.admin.call("product.product", "write", massage, {"list_price": 90.0})


def test_plan_without_a_customer_waits_for_an_owner(salon, till, books):
    """A ticket that took money is always stored."""
    order_id = till.sell(False, till.plan("facials"))
    (contract,) = salon.login("manager").call(
        "beauty.contract",
        "search_read",
        [("pos_order_line_id.order_id", "=", order_id)],
    )
    assert (contract["state"], contract["partner_id"]) == ("draft", False)
    assert contract["activity_ids"]
    member = salon.member()
    till.sell(member, till.plan("facials"))
    (nobodys,) = contract["entitlement_ids"]
    forged = till.use(till.holding(member), entitlement_id=nobodys)
    with refused(books):
        till.sell(member, forged)
    salon.admin.call("beauty.contract", "action_assign", [contract["id"]], member)
    assert [row["remaining"] for row in till.card(member)["sessions"]] == [10, 10]
    till.sell(member, forged)
    assert books.holding(nobodys) == (9, 864.0)


def test_one_in_the_chair_is_another_than_the_payer(
    salon, till, books, member, package
):
    daughter = salon.member("Daughter")
    order_id = till.sell(member, till.use(package, beneficiary_id=daughter))
    log = books.rows(
        "SELECT log.partner_id, log.entitlement_id FROM beauty_service_log log"
        " JOIN pos_order_line line ON line.id = log.pos_order_line_id"
        " WHERE line.order_id = %s",
        order_id,
    )
    assert log == [(daughter, package["entitlement_id"])]
    assert books.holding(package["entitlement_id"]) == (9, 864.0)


def test_undo_by_two_tills_at_once_counts_once(
    till, other_till, books, member, package
):
    till.sell(member, till.use(package))
    log_id = till.card(member)["recent"][0]["log_id"]

    def undo(each):
        args = [[log_id], each.config_id, "Wrong service", None]
        try:
            return each.client.call("beauty.service.log", "action_undo", *args)["ok"]
        except RpcError as error:
            assert error.is_refusal, error.debug
            return False

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(undo, (till, other_till)))
    assert sorted(outcomes) == [False, True]
    assert books.holding(package["entitlement_id"]) == (10, 960.0)
    assert len(books.entries(package["entitlement_id"])) == 3
