# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command
from odoo.tests import tagged

from ..exceptions import RedemptionRefused, SettledOrderError
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestValueRefused(ValueCommon):
    """What a till may not do with stored value; a refusal stores nothing."""

    def _assert_spend_refused(self, tender=100, bonus=20, product=None, **values):
        line = self._paid_line(product or self.facial, bonus)
        ticket = self._value_ticket([line], tender, **values)
        return self._assert_refused(RedemptionRefused, ticket)

    def test_forged_bonus(self):
        contract = self._recharge()
        for tender, bonus in ((99, 21), (101, 19), (0, 120), (120, 0), (60, 60)):
            self._assert_spend_refused(tender, bonus)
        self._assert_left(contract, 1000.0, 200.0)

    def test_negative_bonus(self):
        self._recharge()
        self._assert_spend_refused(140, -20)

    def test_bonus_without_stored_value(self):
        self._assert_spend_refused(0, 20)

    def test_bonus_paid_in_cash(self):
        self._recharge()
        line = self._paid_line(self.facial, 20)
        ticket = self._value_ticket([line], 0, payments=[(self.cash, 100)])
        self._assert_refused(RedemptionRefused, ticket)

    def test_forged_discount(self):
        self._recharge()
        line = self._paid_line(self.facial, 20)
        forged = self._line(
            self.facial, discount=50, bonus_amount=20, manual_discount=0
        )
        self._assert_refused(RedemptionRefused, self._value_ticket([forged], 60))
        forged = {**line, "manual_discount": 10}
        self._assert_refused(RedemptionRefused, self._value_ticket([forged], 100))

    def test_tender_unlike_the_split(self):
        self._recharge()
        self._assert_spend_refused(90, 20)
        self._assert_spend_refused(110, 20)

    def test_more_than_there_is(self):
        contract = self._recharge(price=50, gift=10)
        message = self._assert_spend_refused(100, 20)
        self.assertIn("Stored value can pay", message)
        self._assert_left(contract, 50.0, 10.0)

    def test_value_of_another_member(self):
        self._recharge(self.other_member)
        self._assert_spend_refused()

    def test_nobody_on_the_ticket(self):
        self._recharge()
        self._assert_spend_refused(partner=self.env["res.partner"])

    def test_expired_the_day_after_its_last(self):
        with freeze_time("2026-03-01"):
            contract = self._recharge(validity_months=1)
        with freeze_time("2026-04-02"):
            self._assert_spend_refused()
        with freeze_time("2026-04-01"):
            self._spend()
        self._assert_left(contract, 900.0, 180.0)

    def test_other_shop(self):
        shop = self.env["beauty.shop"].create({"name": "Other"})
        self._recharge(shop_ids=[Command.set(shop.ids)])
        self._assert_spend_refused()

    def test_other_weekday(self):
        with freeze_time("2026-03-07 10:00"):  # a Saturday
            self._recharge(can_use_sat=False)
            self._assert_spend_refused()
        with freeze_time("2026-03-08 10:00"):
            self._spend()

    def test_frozen_contract(self):
        self._recharge().sudo().state = "frozen"
        self._assert_spend_refused()

    def test_other_product(self):
        plan = self._create_recharge()
        plan.line_ids.product_ids = self.massage
        self._recharge(plan=plan)
        self._assert_spend_refused()

    def test_tip(self):
        self._recharge()
        self.config.write({"iface_tipproduct": True, "tip_product_id": self.serum.id})
        self._assert_spend_refused(50, 10, self.serum)

    def test_loyalty_gift_card_paid_by_value(self):
        card = self._create_service("Gift Card", 120, is_treatment=False)
        self.env["loyalty.program"].create(
            {
                "name": "Gift cards",
                "program_type": "gift_card",
                "applies_on": "future",
                "trigger": "auto",
                "rule_ids": [Command.create({"product_ids": [Command.set(card.ids)]})],
                "reward_ids": [Command.create({"discount_mode": "per_point"})],
            }
        )
        self._recharge()
        self._assert_spend_refused(100, 20, card)

    def test_recharge_paid_by_value(self):
        plan = self._create_recharge("Gift card", allows_plans=True)
        self._recharge(plan=plan)
        small = self._create_recharge("Small", 120, 0)
        product = small.product_tmpl_id.product_variant_id
        self._assert_spend_refused(100, 20, product)

    def test_package_where_the_contract_does_not_allow_it(self):
        self._recharge()
        product = self.plan.product_tmpl_id.product_variant_id
        self._assert_spend_refused(800, 160, product)

    def test_value_of_the_same_ticket(self):
        plan = self._create_recharge()
        lines = [self._plan_line(plan), self._paid_line(self.facial, 20)]
        self._assert_refused(RedemptionRefused, self._value_ticket(lines, 100))

    def test_value_does_not_become_cash(self):
        self._recharge()
        line = self._line(self.facial)
        payments = [(self.prepaid, 240), (self.cash, -120)]
        self._assert_refused(
            RedemptionRefused, self._value_ticket([line], 0, payments=payments)
        )

    def test_value_buys_no_cash_through_a_negative_line(self):
        self._recharge(gift=0)
        lines = [self._line(self.facial), self._line(self.serum, -60)]
        payments = [(self.prepaid, 120), (self.cash, -60)]
        self._assert_refused(
            RedemptionRefused, self._value_ticket(lines, 0, payments=payments)
        )

    def test_captured_ticket_is_final(self):
        self._recharge(gift=0)
        order = self._spend(120, 0)
        for values in ({"price_unit": 240}, {"qty": 2}, {"bonus_amount": 5}):
            with self.assertRaises(SettledOrderError):
                order.lines.with_user(self.cashier).write(values)
