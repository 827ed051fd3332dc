# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from unittest.mock import patch

from odoo import Command
from odoo.tests import tagged

from .common_till import SalonTillCommon

MAKE_CODE = "odoo.addons.beauty_membership.models.beauty_plan_gift.make_code"


@tagged("post_install", "-at_install")
class TestPosToursValue(SalonTillCommon):
    """Recharging and spending at the counter; then the books are read."""

    @classmethod
    def _create_products(cls):
        res = super()._create_products()
        cls.recharge = cls.env["beauty.plan"].create(
            {
                "name": "Recharge",
                "price": 1000,
                "company_id": cls.company.id,
                "is_open_amount": True,
                "amount_min": 50,
                "line_ids": [Command.create({"kind": "value", "quantity": 1})],
                "step_ids": [
                    Command.create({"amount": amount, "quantity": gift})
                    for amount, gift in ((500, 50), (1000, 150))
                ],
            }
        )
        return res

    def _get_value(self, partner):
        """Return what is left of stored value: (principal, bonus)."""
        holdings = self.env["beauty.entitlement"].search(
            [("partner_id", "=", partner.id), ("kind", "=", "value")]
        )
        holdings.invalidate_recordset()
        bonus = holdings.filtered("is_bonus")
        return (
            round(sum((holdings - bonus).mapped("remaining")), 2),
            round(sum(bonus.mapped("remaining")), 2),
        )

    def _get_paid(self, order):
        return {p.payment_method_id.type: p.amount for p in order.payment_ids}

    def _assert_books_hold(self):
        Entry = self.env["beauty.entry"]
        self.assertFalse(Entry._fetch_wrong_balances(self.company))
        cash = self.pos_session.cash_register_balance_end
        self.pos_session.post_closing_cash_details(cash)
        result = self.pos_session.close_session_from_ui()
        self.assertTrue(result.get("successful"), result)
        self.assertEqual(Entry._fetch_tie_out(self.company)["difference"], 0.0)

    def test_recharge_and_spend(self):
        self.wang.preferred_technician_id = self.mei
        self.start_pos_tour("test_recharge_and_spend")
        self.assertEqual(self._get_value(self.wang), (843.48, 126.52))
        order = self._last_order()
        self.assertEqual(self._get_paid(order), {"prepaid": 156.52})
        self.assertEqual(order.lines.mapped("bonus_amount"), [7.83, 15.65])
        self._assert_books_hold()

    def test_spend_part_value_and_cash(self):
        self._sell(self.wang, self.recharge)
        self.start_pos_tour("test_spend_part_value_and_cash")
        self.assertEqual(self._get_value(self.wang), (980, 147))
        self.assertEqual(
            self._get_paid(self._last_order()), {"prepaid": 20, "cash": 37}
        )
        self._assert_books_hold()

    def test_value_with_tax_on_top(self):
        """Not every cent can be reached by a discount; what is spent is exact."""
        self.vat.price_include_override = "tax_excluded"
        self.serum.list_price = 33.35
        self.wang.preferred_technician_id = self.mei
        self._sell(self.wang, self.recharge)
        self.start_pos_tour("test_value_with_tax_on_top")
        order = self._last_order()
        bonus = sum(order.lines.mapped("bonus_amount"))
        self.assertAlmostEqual(order.amount_total + bonus, 184.02)
        self.assertEqual(self._get_paid(order), {"prepaid": order.amount_total})
        principal, gift = self._get_value(self.wang)
        self.assertAlmostEqual(principal, 1000 - order.amount_total)
        self.assertAlmostEqual(gift, 150 - bonus)
        self._assert_books_hold()

    def test_value_is_shared_by_parked_tickets(self):
        self.wang.preferred_technician_id = self.mei
        self.recharge.price = 100
        self._sell(self.wang, self.recharge)
        self.start_pos_tour("test_value_is_shared_by_parked_tickets")
        self.assertEqual(self._get_value(self.wang), (60, 0))
        order = self._orders_of(self.wang)[:1]
        self.assertEqual(self._get_paid(order), {"prepaid": 40, "cash": 80})

    def test_refund_mixed_ticket_in_two_parts(self):
        self._sell(self.wang, self.recharge)
        self.start_pos_tour("test_refund_mixed_ticket_in_two_parts")
        self.assertEqual(self._get_value(self.wang), (1000, 150))
        refunds = self._orders_of(self.wang).filtered("is_refund")
        self.assertEqual(
            [self._get_paid(refund) for refund in refunds],
            [{"prepaid": -10, "cash": -48.5}] * 2,
        )
        self._assert_books_hold()

    def test_gift_card_pays_without_customer(self):
        plan = self.env["beauty.plan"].create(
            {
                "name": "Gift Card 100",
                "price": 100,
                "company_id": self.company.id,
                "is_gift_card": True,
                "line_ids": [Command.create({"kind": "value", "quantity": 100})],
            }
        )
        with patch(MAKE_CODE, return_value="GGGGHHHHJJJJKKKK"):
            self._sell(self.wang, plan)
        gift = self.env["beauty.contract"].search([("plan_id", "=", plan.id)])
        self.start_pos_tour("test_gift_card_pays_without_customer")
        self.assertEqual(gift.entitlement_ids.mapped("remaining"), [40])
        order = self._last_order()
        self.assertFalse(order.partner_id)
        self.assertEqual(self._get_paid(order), {"prepaid": 60})
        self._assert_books_hold()
