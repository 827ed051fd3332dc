# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command
from odoo.tests import tagged

from .common_tier import TierCommon


@freeze_time("2026-06-15 10:30:00")
@tagged("post_install", "-at_install")
class TestTiersWays(TierCommon):
    """Other ways to a tier: points, one recharge, a plan, stored value."""

    def test_one_recharge_reaches_a_tier_at_once(self):
        self.gold.threshold_recharge = 900
        self._recharge(500)
        self._recharge(500)
        self._assert_tier(self.silver)
        self._recharge(900)
        self._assert_tier(self.gold)
        self.assertEqual(self._get_changes()[-1].recharge, 900)
        self.assertIn("900.00", self._get_changes()[-1].reason)

    def test_gift_of_a_recharge_does_not_count(self):
        self.gold.threshold_recharge = 1000
        self._recharge(900, gift=200)
        self._assert_tier(self.ordinary)

    def test_refunded_recharge_does_not_count(self):
        self.gold.threshold_recharge = 900
        order = self._recharge(900)
        self._assert_tier(self.gold)
        self._refund(order)
        self._assert_tier(self.ordinary)

    def test_gift_card_brings_nobody_nearer(self):
        self.gold.threshold_recharge = 900
        self._recharge(1500, is_gift_card=True)
        self._assert_tier(self.ordinary)

    def test_stored_value_counts_when_it_is_put_in(self):
        self._recharge(900)
        line = self._line(self.serum, price=500)
        payments = [(self.prepaid, 500)]
        self._sync(self._ticket([line], payments=payments))
        self._assert_tier(self.ordinary)
        self._buy(100)
        self._assert_tier(self.silver)

    def test_points_reach_a_tier_and_go_with_the_refund(self):
        self.company.beauty_has_points = True
        self.diamond.threshold_points = 400
        order = self._buy(600)
        self._assert_tier(self.diamond)
        self.assertGreaterEqual(self._get_changes()[-1].points, 400)
        self._refund(order)
        self._assert_tier(self.ordinary)

    def test_part_payment_counts_what_was_received(self):
        policy = self.env["beauty.policy"].create(
            {"name": "In parts", "part_payment": "allowed", "part_payment_percent": 10}
        )
        plan = self._create_plan(
            "Gold card", 1500, policy_id=policy.id, tier_id=self.gold.id, tier_months=6
        )
        line = self._plan_line(plan, price=900, plan_amount_due=600)
        contract = self._get_contracts(self._sync(self._ticket([line])))
        self._assert_tier(self.ordinary)
        rest = self._plan_line(plan, price=600, contract_id=contract.id)
        self._sync(self._ticket([rest]))
        self._assert_tier(self.gold)
        self.assertEqual(self._get_changes()[-1].contract_id, contract)

    def _recharge(self, amount, gift=0, **values):
        """Sell a recharge for cash; return the order."""
        lines = [{"kind": "value", "quantity": amount}]
        if gift:
            lines.append({"kind": "value", "quantity": gift, "is_bonus": True})
        plan = self._create_plan(
            f"Recharge {amount}",
            amount,
            line_ids=[Command.create(line) for line in lines],
            **values,
        )
        return self._sync(self._ticket([self._plan_line(plan)]))
