# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from .common_points import PointsCommon
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestPointsOfValue(PointsCommon, ValueCommon):
    """Stored value earns once: when it is spent, or when it is put in."""

    def test_a_recharge_earns_when_it_is_spent(self):
        self._recharge()
        self.assertEqual(self._get_balance(), 0)
        self._spend(100, 20)
        self.assertEqual(self._get_balance(), 100, "the bonus is no money")

    def test_a_recharge_earns_when_it_is_put_in(self):
        self.company.beauty_points_value_time = "put_in"
        self._recharge()
        self.assertEqual(self._get_balance(), 1000)
        self._spend(100, 20)
        self.assertEqual(self._get_balance(), 1000)

    def test_put_in_before_what_cash_pays_earns(self):
        self.company.beauty_points_value_time = "put_in"
        self._recharge()
        line = self._paid_line(self.facial, 10)
        self._sync(self._value_ticket([line], 50))
        self.assertEqual(self._get_balance(), 1000 + 60)

    def test_a_package_bought_with_value_earns_once(self):
        self._recharge(allows_plans=True)
        line = self._paid_line(self.plan.product_tmpl_id.product_variant_id, 160)
        self._sync(self._value_ticket([line], 800))
        self.assertEqual(self._get_balance(), 800)

    def test_refund_of_what_value_paid_takes_its_points(self):
        self._recharge()
        order = self._spend(100, 20)
        line = self._refund_lines(order.lines)[0]
        line.update(bonus_amount=-20)
        ticket = self._ticket([line], payments=[(self.prepaid, -100)])
        self._sync(ticket)
        self.assertEqual(self._get_balance(), 0)

    def test_bonus_points_value_and_cash_on_one_line(self):
        contract = self._recharge()
        self._give(100)
        line = self._line(
            self.facial,
            discount=100 * 30 / 120,
            bonus_amount=20,
            points_amount=10,
            beauty_reward_id=self.ten_off.id,
        )
        # 110 after points: value covers it as 100 less 8.33 and 18.33
        line.update(bonus_amount=18.33, discount=100 * 28.33 / 120)
        line.update(price_subtotal_incl=91.67, price_subtotal=76.39)
        order = self._sync(self._value_ticket([line], 91.67))
        self.assertEqual(order.amount_total, 91.67)
        self._assert_left(contract, 908.33, 181.67)
        self.assertEqual(self._get_balance(), 91)
        refund = self._refund_lines(order.lines)[0]
        refund.update(bonus_amount=-18.33, points_amount=-10)
        self._sync(self._ticket([refund], payments=[(self.prepaid, -91.67)]))
        self._assert_left(contract, 1000.0, 200.0)
        self.assertEqual(self._get_balance(), 100)
        self._close()
        self._assert_ledger_holds()

    def test_a_gift_card_earns_for_who_spends_it(self):
        for value_time in ("spent", "put_in"):
            self.company.beauty_points_value_time = value_time
            before = self._get_balance()
            plan = self._create_recharge("Gift", 60, gift=0, is_gift_card=True)
            gift = self._sell_plan(plan)
            self.assertEqual(self._get_balance(), before)
            ticket = self._ticket(
                [self._line(self.serum)],
                payments=[(self.prepaid, 60)],
                gift_code=gift.claim_code,
            )
            self._sync(ticket)
            self.assertEqual(self._get_balance(), before + 60)

    def test_points_of_a_plan_are_spent_too(self):
        plan = self._create_plan()
        plan.line_ids = [
            self._create_points_line(plan, 300),
        ]
        self._sell_plan(plan)
        holding = self._get_points().filtered("contract_id")
        self.assertEqual(holding.remaining, 300)
        self.member._spend_points(
            1200, self.company, self.session.start_at.date(), "test:all"
        )
        self.assertEqual(holding.remaining, 0)

    def _create_points_line(self, plan, quantity):
        line = {"kind": "points", "quantity": quantity, "is_bonus": True}
        return [0, 0, {**line, "plan_id": plan.id}]
