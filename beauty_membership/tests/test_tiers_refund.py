# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command
from odoo.tests import tagged

from .common_tier import TierCommon


@freeze_time("2026-06-15 10:00:00")
@tagged("post_install", "-at_install")
class TestTiersRefund(TierCommon):
    """What a refunded ticket sold or earned is taken back; all else keeps its end."""

    def test_refund_of_the_ticket_that_earned_it_takes_it_back(self):
        self._buy(10)
        order = self._buy(3000)
        self._assert_tier(self.gold)
        refund = self._refund(order)
        self._assert_tier(self.ordinary)
        self.assertEqual(self._get_changes()[-1].kind, "taken_back")
        self.assertEqual(self._get_tier_rows(refund)[0]["name"], "Ordinary")

    def test_refund_leaves_what_the_rest_still_reaches(self):
        self._buy(1500)
        order = self._buy(3000)
        self._refund(order)
        self._assert_tier(self.silver)

    def test_refund_of_another_ticket_waits_for_the_night(self):
        first = self._buy(900)
        self._buy(200)
        self._assert_tier(self.silver)
        self._refund(first)
        self._assert_tier(self.silver)

    def test_bought_tier_is_given_on_the_ticket_and_taken_back_on_refund(self):
        contract = self._sell_gold_card()
        self._assert_tier(self.gold)
        self.assertEqual(str(self.member.tier_valid_until), "2026-12-15")
        self.assertEqual(contract.tier_id, self.gold)
        self._refund(contract.pos_order_id)
        self.assertEqual(contract.state, "closed")
        self._assert_tier(self.ordinary)

    def test_member_is_told_of_her_new_tier(self):
        self.member.email = "li.na@example.com"
        self.company.beauty_message_mail = True
        self._buy(10)
        self.assertFalse(self._get_messages())
        self._buy(3000)
        message = self._get_messages()
        self.assertIn("Gold", message.text)
        self.assertIn("06/15/2027", message.text)

    def test_two_bought_tiers_refunded_one_after_the_other(self):
        self._buy(1000)
        first = self._sell_gold_card()
        with freeze_time("2026-07-15 10:00:00"):
            second = self._sell_gold_card()
        self.assertEqual(str(self.member.tier_valid_until), "2027-01-15")
        self._refund(first.pos_order_id)
        self._assert_tier(self.gold)
        self._refund(second.pos_order_id)
        self._assert_tier(self.silver)
        self.assertEqual(str(self.member.tier_valid_until), "2027-06-15")

    def test_bought_tier_never_lowers(self):
        self.member._change_tier_by_hand(self.diamond, None, "founder")
        self._sell_gold_card()
        self._assert_tier(self.diamond)

    def test_gift_of_a_tier_is_given_once_and_taken_back_untouched(self):
        gift = self._create_plan("Free facial", 0, [(self.facial, 1)])
        self.gold.gift_plan_ids = gift
        order = self._buy(3000)
        contract = self._get_gifts(gift)
        self.assertRecordValues(
            contract,
            [{"price_total": 0, "state": "active", "is_gift": True, "amount_due": 0}],
        )
        holding = contract.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (1, 0))
        self._refund(order)
        self.assertEqual((contract.state, holding.remaining), ("closed", 0))
        self._buy(3000)
        self.assertEqual(len(self._get_gifts(gift)), 2)
        self._close()
        self._assert_ledger_holds()

    def test_gift_of_a_tier_is_used_at_the_till(self):
        gift = self._create_plan("Free facial", 0, [(self.facial, 1)])
        self.gold.gift_plan_ids = gift
        self._buy(3000)
        holding = self._get_gifts(gift).entitlement_ids
        self._use(holding)
        self.env.invalidate_all()
        self.assertEqual(holding.remaining, 0)
        self._close()
        self._assert_ledger_holds()

    def test_used_gift_stays_and_is_not_given_again(self):
        gift = self._create_plan("Free facial", 0, [(self.facial, 1)])
        self.gold.gift_plan_ids = gift
        order = self._buy(3000)
        self._use(self._get_gifts(gift).entitlement_ids)
        self._refund(order)
        self._buy(3000)
        self.assertEqual(len(self._get_gifts(gift)), 1)

    def _get_messages(self):
        return self.env["beauty.message"].search(
            [("partner_id", "=", self.member.id), ("kind", "=", "tier")]
        )

    def _get_gifts(self, plan):
        return self.env["beauty.contract"].search([("plan_id", "=", plan.id)])

    def _sell_gold_card(self):
        plan = self._create_plan(
            "Gold card",
            500,
            tier_id=self.gold.id,
            tier_months=6,
            line_ids=[Command.create({"product_ids": self.facial.ids, "quantity": 1})],
        )
        return self._sell_plan(plan)
