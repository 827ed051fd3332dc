# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo.tests import tagged

from .common_gift import GiftCommon
from .common_pass import START, PassCommon
from .common_points import PointsCommon
from .common_value import ValueCommon


def get_row(order, kind):
    """:return: dict, the only row of that kind on a receipt"""
    (row,) = [row for row in order.membership_summary if row["kind"] == kind]
    return row


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestReceiptOfPass(PassCommon):
    """What the receipt says is left is what the card says."""

    def test_visit_leaves_the_days_that_the_card_shows(self):
        holding = self._sell_pass()
        with freeze_time("2027-01-25 10:00:00"):
            order = self._visit(holding)
            card = self.env["res.partner"].get_member_card(
                self.member.id, self.config.id
            )
        row = get_row(order, "use")
        self.assertEqual(holding.remaining, 90, "no job ran meanwhile")
        self.assertEqual((row["unit"], row["remaining"]), ("day", 80))
        self.assertEqual(card["passes"][0]["days_left"], 80)

    def test_two_uses_of_one_holding_are_one_row(self):
        holding = self._sell_plan().entitlement_ids
        lines = [self._use_line(holding), self._use_line(holding)]
        row = get_row(self._sync(self._ticket(lines)), "use")
        self.assertEqual((row["used"], row["remaining"]), (2, 8))
        self.assertEqual(row["unit"], "session")

    def test_kept_goods_are_pieces(self):
        plan = self._create_plan("5 serums", 250, [(self.serum, 5)])
        contract = self._sell_plan(plan)
        self.assertEqual(get_row(contract.pos_order_id, "grant")["unit"], "piece")


@tagged("post_install", "-at_install")
class TestReceiptOfValue(ValueCommon):
    """Money put in: principal and gift apart, and all that is on the card now."""

    def test_recharge_is_one_row(self):
        self._recharge()
        row = get_row(self._recharge().pos_order_id, "value_in")
        self.assertEqual((row["principal"], row["bonus"]), (1000, 200))
        self.assertEqual((row["principal_left"], row["bonus_left"]), (2000, 400))

    def test_parts_with_other_last_days_are_told_apart(self):
        plan = self._create_recharge()
        plan.validity_months = 24
        plan.line_ids.filtered("is_bonus").validity_months = 6
        order = self._recharge(plan=plan).pos_order_id
        rows = [r for r in order.membership_summary if r["kind"] == "value_in"]
        parts = [(row["principal"], row["bonus"]) for row in rows]
        self.assertEqual(parts, [(1000, 0), (0, 200)])
        self.assertEqual(len({row["date_expiry"] for row in rows}), 2)


@tagged("post_install", "-at_install")
class TestReceiptOfGift(GiftCommon):
    """A gift card is on nobody's card until it is claimed."""

    def test_sold_to_nobody_it_is_not_on_a_card(self):
        gift = self._sell_gift()
        self.assertFalse(gift.pos_order_id.membership_summary)

    def test_spent_by_code_it_has_its_name(self):
        row = get_row(self._spend(self._sell_gift()), "value")
        self.assertEqual((row["name"], row["principal_left"]), ("Gift card", 40))


@tagged("post_install", "-at_install")
class TestReceiptOfPoints(PointsCommon):
    """What points put on the card stands on the receipt, and the balance once."""

    def test_kept_reward_is_on_the_receipt(self):
        self._give(1000)
        reward = self._create_reward("50 more", 400, kind="value", amount=50)
        requests = [{"reward_id": reward.id, "quantity": 1}]
        ticket = self._ticket([self._line(self.serum)], reward_requests=requests)
        order = self._sync(ticket)
        self.assertEqual(get_row(order, "value_in")["bonus"], 50)
        self.assertEqual(get_row(order, "spend")["points"], 400)

    def test_balance_stands_once_and_last(self):
        self._give(1000)
        ten_off = self._create_reward("10 off", 100, amount=10)
        line = self._points_line(self.massage, 10, ten_off)
        order = self._sync(self._ticket([line]))
        self.assertIs(get_row(order, "spend")["remaining"], False)
        self.assertEqual(get_row(order, "earn")["remaining"], self._get_balance())


@tagged("post_install", "-at_install")
class TestCardExpiring(ValueCommon):
    """Value that ends soon is on the card, principal and gift of a day together."""

    @freeze_time("2026-06-15 10:00:00")
    def test_value_that_ends_soon(self):
        plan = self._create_recharge(validity_months=1)
        self._recharge(plan=plan)
        Partner = self.env["res.partner"].with_user(self.cashier)
        with freeze_time("2026-06-16 10:00:00"):
            card = Partner.get_member_card(self.member.id, self.config.id)
        (row,) = card["expiring"]
        self.assertEqual((row["remaining"], row["is_money"]), (1200.0, True))
