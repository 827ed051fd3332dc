# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import date

from freezegun import freeze_time

from odoo import Command
from odoo.tests import tagged

from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestValue(ValueCommon):
    """Putting money in and spending it, as the till of a receptionist does."""

    def test_recharge_grants_principal_and_gift(self):
        contract = self._recharge()
        self.assertRecordValues(
            contract.entitlement_ids.sorted("is_bonus"),
            [
                {"remaining": 1000.0, "amount_remaining": 1000.0, "is_bonus": False},
                {"remaining": 200.0, "amount_remaining": 0.0, "is_bonus": True},
            ],
        )

    def test_spend_120_in_proportion(self):
        contract = self._recharge()
        order = self._spend(100, 20)
        self.assertEqual((order.amount_total, order.state), (100.0, "paid"))
        self._assert_left(contract, 900.0, 180.0)
        entries = contract.entry_ids.filtered(lambda e: e.movement == "redeem")
        self.assertEqual(entries.pos_order_line_id, order.lines)
        self.assertEqual(entries.pos_payment_id, order.payment_ids)
        self.assertEqual(sum(entries.mapped("list_amount")), -120.0)

    def test_principal_first(self):
        contract = self._recharge(bonus_order="principal_first")
        self._spend(120, 0)
        self._assert_left(contract, 880.0, 200.0)

    def test_gift_first_needs_no_tender(self):
        contract = self._recharge(bonus_order="bonus_first")
        order = self._spend(0, 120)
        self.assertFalse(order.payment_ids)
        self.assertTrue(order.membership_settled_on)
        self._assert_left(contract, 1000.0, 80.0)

    def test_replayed_ticket_changes_nothing(self):
        contract = self._recharge()
        ticket = self._value_ticket([self._paid_line(self.facial, 20)], 100)
        self._sync(ticket)
        before = self._count_rows()
        self._sync(ticket)
        self.assertEqual(self._count_rows(), before)
        self._assert_left(contract, 900.0, 180.0)

    def test_all_of_it_can_be_spent(self):
        contract = self._recharge(price=100, gift=20)
        self._spend(100, 20)
        self._assert_left(contract, 0.0, 0.0)

    def test_soonest_to_expire_is_spent_first(self):
        late = self._recharge(name="Late", validity_months=24)
        soon = self._recharge(name="Soon", validity_months=6)
        self._spend(100, 20)
        self._assert_left(late, 1000.0, 200.0)
        self._assert_left(soon, 900.0, 180.0)

    def test_one_ticket_takes_two_contracts(self):
        first = self._recharge(price=60, gift=0)
        second = self._recharge(price=600, gift=0)
        self._spend(120, 0)
        self._assert_left(first, 0.0, 0.0)
        self._assert_left(second, 540.0, 0.0)

    def test_a_part_is_paid_with_value_the_rest_with_cash(self):
        contract = self._recharge()
        # 60 of 120 are covered: 50 and 10
        self._sync(self._value_ticket([self._paid_line(self.facial, 10)], 50))
        self._assert_left(contract, 950.0, 190.0)

    def test_value_for_some_products_only(self):
        plan = self._create_recharge()
        plan.line_ids.product_ids = self.massage
        contract = self._recharge(plan=plan)
        # 150 of 1000 and 200: 125 and 25; the facial is paid in cash
        lines = [self._line(self.facial), self._paid_line(self.massage, 25)]
        self._sync(self._value_ticket(lines, 125))
        self._assert_left(contract, 875.0, 175.0)

    def test_own_discount_comes_before_the_bonus(self):
        contract = self._recharge()
        # 10 % off 120 is 108: 90 and 18
        order = self._sync(
            self._value_ticket([self._paid_line(self.facial, 18, own=10)], 90)
        )
        self.assertEqual(order.amount_total, 90.0)
        self._assert_left(contract, 910.0, 182.0)

    def test_own_discount_may_be_compounded_without_a_name(self):
        contract = self._recharge()
        line = self._paid_line(self.facial, 18, own=10) | {"manual_discount": 0}
        self._sync(self._value_ticket([line], 90))
        self._assert_left(contract, 910, 182)

    def test_pricelist_of_the_balance(self):
        pricelist = self.env["product.pricelist"].create(
            {
                "name": "With the card 20 % off",
                "item_ids": [
                    Command.create({"compute_price": "percentage", "percent_price": 20})
                ],
            }
        )
        contract = self._recharge(value_pricelist_id=pricelist.id)
        self.assertEqual(contract.value_pricelist_id, pricelist)
        # 96 of face: 80 of principal, 16 of gift; 24 are the pricelist's
        order = self._spend(80, 40)
        self.assertEqual(order.amount_total, 80.0)
        self._assert_left(contract, 920.0, 184.0)

    def test_plan_sold_at_a_discount_keeps_its_face(self):
        plan = self._create_recharge(gift=0)
        order = self._sync(self._ticket([self._plan_line(plan, discount=10)]))
        contract = self._get_contracts(order)
        self._assert_left(contract, 1000.0, 0.0, amount=900.0)
        self._spend(108, 12)
        self._assert_left(contract, 880.0, 0.0, amount=792.0)

    def test_package_bought_with_stored_value(self):
        value = self._recharge(allows_plans=True)
        line = self._paid_line(self.plan.product_tmpl_id.product_variant_id, 160)
        order = self._sync(self._value_ticket([line], 800))
        package = self._get_contracts(order)
        self.assertEqual(
            (package.price_total, package.entitlement_ids.amount), (800.0, 800.0)
        )
        self._assert_left(value, 200.0, 40.0)
        self.assertEqual(order._get_value_tender(), {order.lines: 800.0})

    def test_contract_keeps_its_terms(self):
        plan = self._create_recharge(allows_plans=True, can_use_sun=False)
        contract = self._recharge(plan=plan)
        plan.write(
            {"allows_plans": False, "can_use_mon": False, "bonus_order": "bonus_first"}
        )
        self.assertTrue(contract.allows_plans)
        self.assertEqual(contract.weekdays, "012345")
        self.assertEqual(contract.bonus_order, "proportional")

    @freeze_time("2026-03-01")
    def test_gift_may_expire_before_principal(self):
        plan = self._create_recharge(validity_months=12)
        plan.line_ids.filtered("is_bonus").validity_months = 1
        contract = self._recharge(plan=plan)
        gift = contract.entitlement_ids.filtered("is_bonus")
        self.assertEqual(gift.date_expiry, date(2026, 4, 1))
        with freeze_time("2026-04-02"):
            self._spend(120, 0)
        self._assert_left(contract, 880.0, 200.0)

    def test_card_shows_lots_in_spending_order(self):
        late = self._recharge(name="Late", validity_months=24)
        soon = self._recharge(name="Soon", validity_months=6)
        other = self.env["beauty.shop"].create({"name": "Other"})
        shut = self._recharge(
            name="Shut", validity_months=1, shop_ids=[Command.set(other.ids)]
        )
        Partner = self.env["res.partner"].with_user(self.cashier)
        card = Partner.get_member_card(self.member.id, self.config.id)
        self.assertEqual(card["value"], {"principal": 3000.0, "bonus": 600.0})
        rows = card["value_lots"]
        self.assertEqual(
            [row["contract_id"] for row in rows],
            [c.id for c in (soon, soon, late, late, shut, shut)],
        )
        self.assertEqual([row["can_use"] for row in rows], [True] * 4 + [False] * 2)
        self.assertIn("not valid in this shop", rows[-1]["reason"])
        self.assertEqual(rows[0]["amount_remaining"], 1000.0)
