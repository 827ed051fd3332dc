# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError, RedemptionRefused
from .common_gift import GiftCommon


@tagged("post_install", "-at_install")
class TestGiftCard(GiftCommon):
    """Sold without an owner, spent by its code, or claimed."""

    def test_sold_card_has_a_code_and_no_owner(self):
        gift = self._sell_gift(self.other_member)
        self.assertRecordValues(
            gift,
            [
                {
                    "partner_id": False,
                    "buyer_id": self.other_member.id,
                    "state": "active",
                    "is_gift_card": True,
                }
            ],
        )
        self.assertEqual(len(gift.claim_code), 16)
        self.assertFalse(gift.entitlement_ids.partner_id | gift.entry_ids.partner_id)
        self.assertFalse(gift.activity_ids)

    def test_three_cards_have_three_codes(self):
        ticket = self._ticket(
            [self._plan_line(self.gift_plan, qty=3)], self.env["res.partner"]
        )
        gifts = self._get_contracts(self._sync(ticket))
        self.assertEqual(len(set(gifts.mapped("claim_code"))), 3)

    def test_card_spent_by_its_code(self):
        gift = self._sell_gift()
        order = self._spend(gift)
        self.assertEqual(gift.entitlement_ids.remaining, 40.0)
        self.assertEqual(order.gift_contract_id, gift)
        self.assertNotIn(gift.claim_code, order.gift_code)
        self.assertTrue(order.gift_code.endswith(gift.claim_code[-4:]))
        self._close()
        self._assert_ledger_holds()
        self.assertEqual(self._get_liability(self.env["res.partner"]), 40.0)

    def test_wrong_code_is_refused(self):
        gift = self._sell_gift()
        ticket = self._ticket(
            [self._line(self.serum)],
            self.env["res.partner"],
            payments=[(self.prepaid, 60)],
            gift_code="ABCDEFGHJKLMNPQR",
        )
        self.assertIn("code", self._assert_refused(MembershipError, ticket))
        self.assertTrue(self.take_try.called)
        self.assertEqual(gift.entitlement_ids.remaining, 100.0)

    def test_more_than_the_card_is_refused(self):
        gift = self._sell_gift()
        ticket = self._ticket(
            [self._line(self.serum, qty=2)],
            self.env["res.partner"],
            payments=[(self.prepaid, 120)],
            gift_code=gift.claim_code,
        )
        self._assert_refused(RedemptionRefused, ticket)

    def test_value_of_nobody_needs_a_code(self):
        self._sell_gift()
        ticket = self._ticket(
            [self._line(self.serum)],
            self.env["res.partner"],
            payments=[(self.prepaid, 60)],
        )
        self._assert_refused(RedemptionRefused, ticket)

    def test_refund_gives_the_card_back(self):
        gift = self._sell_gift()
        order = self._spend(gift)
        back = self._refund_lines(order.lines)
        ticket = self._ticket(
            back, self.env["res.partner"], payments=[(self.prepaid, -60)]
        )
        self._sync(ticket)
        self.assertEqual(gift.entitlement_ids.remaining, 100.0)
        self._close()
        self._assert_ledger_holds()

    def test_claimed_card_is_hers(self):
        gift = self._sell_gift(self.other_member)
        self._reopen()
        card = self._claim(gift)
        self.assertEqual(card["value"]["principal"], 100.0)
        self.assertEqual(gift.partner_id, self.member)
        self.assertEqual(gift.entry_ids.partner_id, self.member)
        self.assertEqual(self._get_liability(self.member), 100.0)
        self.assertEqual(self._get_liability(self.env["res.partner"]), 0.0)
        self.assertEqual(self._get_liability(self.other_member), 0.0)
        self._assert_ledger_holds()

    def test_claimed_before_the_register_closes(self):
        gift = self._sell_gift(self.other_member)
        self._spend(gift)
        self._claim(gift)
        ticket = self._ticket(
            [self._line(self.serum, 30)], self.member, payments=[(self.prepaid, 30)]
        )
        self._sync(ticket)
        session = self._close()
        self.assertFalse(
            self.env["beauty.exception"].search([("session_id", "=", session.id)])
        )
        self.env.invalidate_all()
        self.assertTrue(all(gift.entry_ids.mapped("account_move_line_id")))
        self.assertEqual(self._get_liability(self.member), 10.0)
        self.assertEqual(self._get_liability(self.env["res.partner"]), 0.0)
        self._assert_ledger_holds()

    def test_claimed_card_has_no_code_any_more(self):
        gift = self._sell_gift()
        self._claim(gift)
        with self.assertRaises(MembershipError) as caught:
            self._claim(gift, self.other_member)
        self.assertIn("on a member's card", str(caught.exception))
        ticket = self._ticket(
            [self._line(self.serum)],
            self.env["res.partner"],
            payments=[(self.prepaid, 60)],
            gift_code=gift.claim_code,
        )
        self._assert_refused(MembershipError, ticket)

    def test_guest_who_claims_becomes_a_member(self):
        card = self._claim(self._sell_gift(), self.other_member)
        self.assertTrue(card["member_number"])

    def test_till_sees_the_card_by_its_code(self):
        gift = self._sell_gift()
        Contract = self.env["beauty.contract"].with_user(self.cashier)
        info = Contract.get_gift(gift.claim_code.lower(), self.config.id)
        self.assertEqual((info["contract_id"], info["remaining"]), (gift.id, 100.0))
        self.assertEqual(
            [lot["entitlement_id"] for lot in info["value_lots"]],
            gift.entitlement_ids.ids,
        )
        self.assertTrue(info["value_lots"][0]["can_use"])

    def test_till_prints_the_codes_it_sold(self):
        order = self._sell_gift().pos_order_line_id.order_id
        gift = self._get_contracts(order)
        Contract = self.env["beauty.contract"].with_user(self.cashier)
        rows = Contract.get_gift_cards(order.uuid, self.config.id)
        self.assertEqual([row["code"] for row in rows], [gift.claim_code_text])
        self._reopen()
        self.assertFalse(Contract.get_gift_cards(order.uuid, self.config.id))

    def test_code_is_not_for_cashiers_to_read(self):
        gift = self._sell_gift()
        with self.assertRaises(AccessError):
            gift.with_user(self.cashier).read(["claim_code"])
        with self.assertRaises(AccessError):
            self.env["beauty.contract"].with_user(self.cashier).search(
                [("claim_code", "like", "A")]
            )

    def test_tries_are_limited(self):
        self.take_try.return_value = False
        gift = self._sell_gift()
        with self.assertRaises(MembershipError) as caught:
            self._claim(gift)
        self.assertIn("Too many", str(caught.exception))
        self.assertFalse(gift.partner_id)

    def test_expired_card_is_refused(self):
        gift = self._sell_gift()
        with freeze_time(fields.Date.add(gift.date_end, days=2)):
            ticket = self._ticket(
                [self._line(self.serum)],
                self.env["res.partner"],
                payments=[(self.prepaid, 60)],
                gift_code=gift.claim_code,
            )
            self._assert_refused(RedemptionRefused, ticket)

    def test_untouched_card_is_refunded_to_its_buyer(self):
        gift = self._sell_gift(self.other_member)
        lines = self._refund_lines(gift.pos_order_line_id)
        self._sync(self._ticket(lines, self.other_member))
        self.assertEqual(gift.state, "closed")
        self._close()
        self._assert_ledger_holds()

    def test_claimed_card_is_not_refunded_to_anybody(self):
        gift = self._sell_gift(self.other_member)
        self._claim(gift)
        lines = self._refund_lines(gift.pos_order_line_id)
        self._assert_refused(GrantRefused, self._ticket(lines, self.member))

    def test_new_code_replaces_the_old_one(self):
        gift = self._sell_gift()
        old = gift.claim_code
        with self.assertRaises(AccessError):
            gift.with_user(self.cashier).action_renew_code()
        gift.action_renew_code()
        Contract = self.env["beauty.contract"].with_user(self.cashier)
        with self.assertRaises(MembershipError):
            Contract.get_gift(old, self.config.id)
        self.assertTrue(Contract.get_gift(gift.claim_code, self.config.id))

    def test_gift_card_grants_value_only(self):
        with self.assertRaises(ValidationError):
            self.plan.is_gift_card = True
