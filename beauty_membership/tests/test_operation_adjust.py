# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_operation import OperationCommon
from .common_value import ValueCommon


@tagged("post_install", "-at_install")
class TestOperationAdjust(ValueCommon, OperationCommon):
    """Units and value that a manager adds or takes off, with a reason."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company.beauty_adjust_limit = 500

    def _quote(self, contract, direction="up", units=1, index=0, **values):
        values = {"direction": direction, "reason": "Counted wrong", **values}
        quote = self._new_operation(contract, "adjust", **values)
        quote.line_ids[index].quantity = units
        return quote

    def _adjust(self, contract, *args, **values):
        quote = self._quote(contract, *args, **values)
        quote.action_confirm()
        return quote

    def _get_adjustments(self, operation):
        """Return what the adjustment booked: liability, adjustments account."""
        account = self.company.beauty_adjust_account_id
        self.assertEqual(account.account_type, "expense")
        self.assertFalse(operation.move_id.line_ids.tax_ids)
        return {
            "liability" if i.account_id == self.liability else "adjust": i.balance
            for i in operation.move_id.line_ids
            if i.account_id in self.liability | account
        }

    def test_session_added_is_a_cost_without_tax(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        operation = self._adjust(contract)
        holding = contract.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (10, 960.0))
        self.assertEqual(
            self._get_adjustments(operation), {"liability": -96.0, "adjust": 96.0}
        )
        entry = operation.entry_ids
        self.assertEqual((entry.movement, entry.reason), ("adjust", "Counted wrong"))
        self._use(holding)
        self._close()
        self._assert_ledger_holds()

    def test_sessions_taken_off_are_income_without_tax(self):
        contract = self._sell_plan()
        operation = self._adjust(contract, "down", 4)
        self.assertEqual(
            self._get_adjustments(operation), {"liability": 384.0, "adjust": -384.0}
        )
        self._close()
        self._assert_ledger_holds()

    def test_tax_at_the_sale_moves_the_net(self):
        contract = self._sell_plan(self._create_plan("Taxed", tax_point="sale"))
        operation = self._adjust(contract, "down", 2)
        self.assertEqual(
            self._get_adjustments(operation), {"liability": 160.0, "adjust": -160.0}
        )
        self._close()
        self._assert_ledger_holds()

    def test_all_taken_off_leaves_no_cent(self):
        contract = self._sell_plan(self._create_plan("Odd", price=833.33))
        operation = self._adjust(contract, "down", 3)
        operation = self._quote(contract, "down", 7)
        operation.action_confirm()
        operation.with_user(self.manager_2).action_approve()
        holding = contract.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (0, 0.0))
        self._close()
        self._assert_ledger_holds()

    def test_never_below_nothing(self):
        contract = self._sell_plan()
        for units, words in ((11, "Only 10"), (1.5, "whole units"), (0, "how many")):
            quote = self._quote(contract, "down", units)
            with self.assertRaisesRegex(MembershipError, words):
                quote.action_confirm()
            self.assertFalse(quote.entry_ids)

    def test_reason_is_needed(self):
        quote = self._quote(self._sell_plan(), reason=" ")
        with self.assertRaisesRegex(MembershipError, "reason"):
            quote.action_confirm()

    def test_above_the_limit_a_second_person_approves(self):
        contract = self._sell_plan()
        quote = self._quote(contract, "up", 5)
        quote.action_confirm()
        self.assertEqual(quote.state, "to_approve")
        self.assertFalse(quote.entry_ids)
        with self.assertRaisesRegex(MembershipError, "another manager"):
            quote.action_approve()
        quote.with_user(self.manager_2).action_approve()
        self.assertEqual(contract.entitlement_ids.remaining, 15)
        self.company.beauty_adjust_limit = 0
        self.assertEqual(self._adjust(contract).state, "to_approve")

    def test_gift_of_stored_value_carries_nothing(self):
        contract = self._recharge()
        gift = contract.entitlement_ids.filtered("is_bonus")
        quote = self._new_operation(contract, "adjust", direction="up", reason="Sorry")
        quote.line_ids.filtered(lambda x: x.entitlement_id == gift).quantity = 50
        quote.action_confirm()
        self._assert_left(contract, 1000, 250)
        self.assertFalse(quote.move_id)

    def test_principal_moves_as_money(self):
        contract = self._recharge()
        principal = contract.entitlement_ids.filtered(lambda h: not h.is_bonus)
        quote = self._new_operation(contract, "adjust", direction="down", reason="Typo")
        line = quote.line_ids.filtered(lambda x: x.entitlement_id == principal)
        line.quantity = 12.34
        quote.action_confirm()
        self._assert_left(contract, 987.66, 200)
        self.assertEqual(
            self._get_adjustments(quote), {"liability": 12.34, "adjust": -12.34}
        )
        self._close()
        self._assert_ledger_holds()

    def test_reversed_it_is_as_before(self):
        contract = self._sell_plan()
        operation = self._adjust(contract, "up", 2)
        operation.action_reverse()
        holding = contract.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (10, 960.0))
        operation = self._adjust(contract, "down", 2)
        operation.action_reverse()
        self.assertEqual((holding.remaining, holding.amount_remaining), (10, 960.0))
        self._close()
        self._assert_ledger_holds()

    def test_closed_period_is_booked_in_the_open_one(self):
        contract = self._sell_plan()
        self._close()
        quote = self._quote(contract)
        self.company.sudo().fiscalyear_lock_date = contract.date_start
        quote.action_confirm()
        self.assertGreater(quote.move_id.date, contract.date_start)
        self._assert_ledger_holds()

    def test_holding_of_another_contract_is_refused(self):
        contract, other = self._sell_plan(), self._sell_plan()
        quote = self._quote(contract)
        quote.line_ids = [
            Command.clear(),
            Command.create({"entitlement_id": other.entitlement_ids.id, "quantity": 1}),
        ]
        with self.assertRaisesRegex(MembershipError, "not of this contract"):
            quote.action_confirm()

    def test_cashier_cannot_adjust_or_approve(self):
        contract = self._sell_plan()
        quote = self._quote(contract, "up", 5)
        quote.action_confirm()
        for name in ("action_approve", "action_confirm", "action_cancel"):
            with self.assertRaises(AccessError):
                getattr(quote.with_user(self.cashier), name)()
        self.assertEqual(quote.state, "to_approve")
