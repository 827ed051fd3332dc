# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from freezegun import freeze_time

from odoo import Command
from odoo.tests import tagged

from .common_expiry import OVER, START, ExpiryCommon
from .common_gift import GiftCommon
from .common_part_payment import PartPaymentCommon
from .common_value import ValueCommon

VALUES = {"validity_months": 1}


@tagged("post_install", "-at_install")
@freeze_time(START)
class TestExpiryKinds(ExpiryCommon, ValueCommon, GiftCommon, PartPaymentCommon):
    """Every kind of holding lapses with the money behind it, and no other."""

    def _recharge_short(self):
        contract = self._recharge(policy_id=self.policy.id, **VALUES)
        self._reopen()
        return contract

    def test_stored_value_lapses_with_its_gift(self):
        contract = self._recharge_short()
        operation = self._expire(contract)
        self.assertEqual((operation.amount, operation.units), (1000.0, 1200.0))
        self.assertFalse(any(contract.entitlement_ids.mapped("remaining")))
        self._assert_ledger_holds()

    def test_stored_value_with_vat_has_the_default_tax(self):
        self.policy.breakage = "taxed"
        self.company.account_sale_tax_id = self.vat
        operation = self._expire(self._recharge_short())
        tax = self.company_data["default_account_tax_sale"]
        self.assertEqual(self._get_by_account(operation.move_id)[tax], -166.67)
        self._assert_ledger_holds()

    def test_china_only_gifts_lapse(self):
        china = self.env.ref("beauty_membership.beauty_policy_china")
        self.assertEqual(china.lapses, "gifts")
        self.policy.lapses = "gifts"
        contract = self._recharge_short()
        operation = self._expire(contract)
        self.assertEqual((operation.amount, operation.units), (0.0, 200.0))
        self.assertFalse(operation.move_id)
        self.assertEqual(contract.amount_remaining, 1000.0)
        self._assert_ledger_holds()

    def test_gift_session_that_shares_the_price_was_paid(self):
        self.policy.lapses = "gifts"
        lines = [
            {"product_ids": [Command.set(self.facial.ids)], "quantity": 4},
            {
                "product_ids": [Command.set(self.facial.ids)],
                "quantity": 1,
                "is_bonus": True,
            },
        ]
        plan = self._create_short_plan(
            "4 + 1", price=400, line_ids=[Command.create(line) for line in lines]
        )
        contract = self._sell_and_close(plan)
        paid_gift = contract.entitlement_ids.filtered("is_bonus")
        self.assertTrue(paid_gift.amount)
        self._run_night()
        self.assertFalse(self._get_expiries())

    def test_part_paid_lapses_with_what_was_paid_and_ends_the_arrears(self):
        self.policy.write({"part_payment": "allowed"})
        contract = self._sell_part(300, 660)
        self._reopen()
        self.assertEqual(contract.entitlement_ids.remaining, 3)
        operation = self._expire(contract)
        self.assertEqual(operation.amount, 300.0)
        self.assertEqual((contract.state, contract.amount_due), ("closed", 0.0))
        self._assert_ledger_holds()
        with freeze_time(OVER):
            operation.with_user(self.manager).action_reinstate(
                contract.company_id._get_beauty_today()
            )
        self.assertEqual((contract.state, contract.amount_due), ("active", 660.0))
        self.assertEqual(contract.amount_remaining, 300.0)
        self._assert_ledger_holds()

    def test_part_paid_without_a_whole_session_lapses_too(self):
        self.policy.write({"part_payment": "allowed"})
        contract = self._sell_part(50, 910)
        self._reopen()
        self.assertEqual(contract.entitlement_ids.remaining, 0)
        self.assertEqual(self._expire(contract).amount, 50.0)
        self.assertFalse(contract.amount_remaining)
        self._assert_ledger_holds()

    def test_member_still_owes_what_she_used(self):
        self.policy.write({"part_payment": "allowed", "release": "all"})
        contract = self._sell_part(300, 660)
        for _use in range(5):
            self._use(contract.entitlement_ids)
        self._reopen()
        operation = self._expire(contract)
        self.assertEqual((operation.units, operation.amount), (5, 0.0))
        self.assertEqual(contract.amount_remaining, -180.0)
        self.assertEqual(contract.state, "active")
        self._assert_ledger_holds()

    def test_gift_card_nobody_claimed(self):
        plan = self._create_gift_plan(policy_id=self.policy.id, **VALUES)
        contract = self._sell_plan(plan, self.env["res.partner"])
        self._reopen()
        operation = self._expire(contract)
        self.assertFalse(operation.partner_id)
        self.assertEqual(operation.amount, 100.0)
        self.assertEqual(self._get_liability(self.env["res.partner"]), 0.0)
        self._assert_ledger_holds()

    def test_kept_goods_and_any_of(self):
        plan = self._create_short_plan(
            "Kept",
            lines=[(self.serum, 5), (self.facial | self.massage, 5)],
            price=900,
        )
        contract = self._sell_and_close(plan)
        self.assertEqual(self._expire(contract).amount, 900.0)
        self._assert_ledger_holds()

    def test_pass_days_are_not_expired_twice(self):
        lines = [
            {
                "kind": "pass",
                "quantity": 30,
                "product_ids": [Command.set(self.facial.ids)],
            }
        ]
        plan = self._create_short_plan(
            "Pass", price=300, line_ids=[Command.create(line) for line in lines]
        )
        contract = self._sell_and_close(plan)
        self._run_night()
        self.assertFalse(self._get_expiries())
        with freeze_time(OVER):
            self.env["beauty.entitlement"]._cron_release_passes()
        self.assertFalse(contract.amount_remaining)
        self._run_night()
        self.assertFalse(self._get_expiries())
