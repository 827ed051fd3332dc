# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields
from odoo.tests import tagged

from .common_till import SalonTillCommon


@tagged("post_install", "-at_install")
class TestPosToursPoints(SalonTillCommon):
    """Points at the counter: earned, spent on rewards; then the ledger is read."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.write(
            {"beauty_points_per_amount": 1, "beauty_points_basis": "gross"}
        )
        cls._create_rewards()
        cls.wang.preferred_technician_id = cls.mei
        # sudo: points come from tickets; here she has some to begin with
        cls.wang.sudo()._grant_points(
            500, cls.company, fields.Date.context_today(cls.wang), "tour", reason="Tour"
        )

    @classmethod
    def _create_rewards(cls):
        rows = [
            {
                "name": "Ten off",
                "kind": "discount",
                "points": 100,
                "amount": 10,
                "member_limit": 2,
                "stock_limit": 5,
            },
            {"name": "A serum", "points": 200, "product_id": cls.serum.id},
            {"name": "A facial", "points": 150, "product_id": cls.facial.id},
            {
                "name": "Twenty on the card",
                "kind": "value",
                "points": 100,
                "amount": 20,
            },
            {"name": "Big gift", "points": 1000, "product_id": cls.serum.id},
        ]
        cls.rewards = cls.env["beauty.reward"].create(
            [{"kind": "product", "company_id": cls.company.id, **row} for row in rows]
        )

    def _get_holdings(self, kind):
        holdings = self.env["beauty.entitlement"].search(
            [("partner_id", "=", self.wang.id), ("kind", "=", kind)]
        )
        holdings.invalidate_recordset()
        return holdings

    def _get_points(self):
        return sum(self._get_holdings("points").mapped("remaining"))

    def test_points_money_off(self):
        self.start_pos_tour("test_points_money_off")
        order = self._last_order()
        self.assertRecordValues(
            order.lines,
            [{"points_amount": 20, "beauty_reward_id": self.rewards[0].id}],
        )
        self.assertEqual(order.amount_total, 40)
        self.assertEqual(self._get_points(), 340)
        limits = self.env["beauty.reward"].with_user(self.pos_user).get_limits
        ten_off, config = self.rewards[0], self.main_pos_config
        self.assertEqual(limits(self.wang.id, config.id), {ten_off.id: 0})
        self.assertEqual(limits(self.li.id, config.id), {ten_off.id: 2})
        ten_off.stock_limit = 3
        self.assertEqual(limits(self.li.id, config.id), {ten_off.id: 1})

    def test_refund_of_points_in_two_parts(self):
        """Each half gives back half of what points paid, and takes what it earned."""
        self.start_pos_tour("test_refund_of_points_in_two_parts")
        self.assertEqual(self._get_points(), 500)
        refunds = self._orders_of(self.wang).filtered("is_refund")
        self.assertEqual(refunds.mapped("amount_total"), [-50, -50])

    def test_reward_product(self):
        self.start_pos_tour("test_reward_product")
        order = self._last_order()
        gift = order.lines.filtered(lambda line: line.product_id == self.serum)
        self.assertRecordValues(
            gift, [{"points_amount": 60, "discount": 100, "price_subtotal_incl": 0}]
        )
        self.assertEqual(self._get_points(), 140)
        self.assertEqual(self._get_holdings("value").mapped("remaining"), [20])
        session = self._get_holdings("session")
        self.assertRecordValues(session, [{"remaining": 1, "amount_remaining": 0}])
        self.assertEqual(session.product_ids, self.facial)

    def test_reward_without_purchase(self):
        self.start_pos_tour("test_reward_without_purchase")
        self.assertEqual(self._get_points(), 400)
        self.assertEqual(self._get_holdings("value").mapped("remaining"), [20])
        self.assertFalse(self._last_order().lines)
