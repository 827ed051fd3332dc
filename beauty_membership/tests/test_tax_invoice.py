# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.tests import tagged

from ..exceptions import MembershipError
from .common_audit import AuditCommon
from .common_operation import OperationCommon


@tagged("post_install", "-at_install")
class TestTaxInvoice(OperationCommon, AuditCommon):
    """A taxed invoice of what was paid ahead moves the tax point for that amount."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.plan.policy_id = cls.env["beauty.policy"].create(
            {"name": "Once", "invoice_rule": "once"}
        )

    def _items(self, move):
        items = {}
        for line in move.sudo().line_ids:
            key = "vat" if line.tax_line_id else "liability"
            self.assertTrue(line.tax_line_id or line.account_id == self.liability)
            items[key] = round(items.get(key, 0.0) + line.balance, 2)
        return items

    def _assert_all_holds(self):
        self._close()
        self._assert_books()

    def test_tax_is_due_now_and_not_at_the_use(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        operation = self._operate(contract, "tax")
        self.assertEqual(
            self._items(operation.move_id), {"liability": 144.0, "vat": -144.0}
        )
        base = operation.move_id.sudo().line_ids.filtered("tax_ids")
        self.assertEqual((base.balance, base.tax_ids), (-720.0, self.vat))
        new = operation.new_contract_id
        self.assertEqual((contract.state, new.tax_point), ("closed", "sale"))
        holding = new.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (9, 720.0))
        self.assertEqual(holding.unit_amount, 80.0)
        self._next_session()
        self._use(holding)
        session = self._next_session()
        self.assertEqual(
            self._get_items(session), {"liability": 80.0, "revenue": -80.0}
        )
        self._assert_all_holds()

    def test_taxes_on_top(self):
        self.vat.price_include_override = "tax_excluded"
        operation = self._operate(self._sell_plan(), "tax")
        holding = operation.new_contract_id.entitlement_ids
        self.assertEqual((holding.remaining, holding.amount_remaining), (10, 800.0))
        self._use(holding)
        self._assert_all_holds()

    def test_it_is_requested_once_with_its_tax(self):
        contract = self._sell_plan()
        self._use(contract.entitlement_ids)
        new = self._operate(contract, "tax").new_contract_id
        request = new.invoice_request_ids
        self.assertEqual((request.tax_category, request.amount), ("taxed", 864.0))
        self.assertEqual(new._get_amount_to_invoice(), 0.0)
        self.assertEqual(contract._get_amount_to_invoice(), 96.0)

    def test_a_part_of_it(self):
        contract = self._sell_plan()
        operation = self._new_operation(contract, "tax")
        operation.line_ids.quantity = 4
        operation.action_confirm()
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 576.0))
        self.assertEqual(operation.new_contract_id.amount_remaining, 320.0)
        self.assertEqual(contract._get_amount_to_invoice(), 576.0)
        self._assert_all_holds()

    def test_what_was_invoiced_without_tax_is_refused(self):
        contract = self._sell_plan()
        contract.with_user(self.manager).action_request_invoice()
        operation = self._new_operation(contract, "tax")
        before = self._count_rows()
        with (
            self.assertRaisesRegex(MembershipError, "not invoiced"),
            self.env.cr.savepoint(),
        ):
            operation.action_confirm()
        self.assertEqual(self._count_rows(), before)

    def test_reversed_as_long_as_its_invoice_is_not_issued(self):
        contract = self._sell_plan()
        operation = self._operate(contract, "tax")
        request = operation.new_contract_id.invoice_request_ids
        request.with_user(self.manager).number = "1"
        request.with_user(self.manager).action_issue()
        with self.assertRaises(MembershipError), self.env.cr.savepoint():
            operation.action_reverse()
        request.with_user(self.manager).action_cancel()
        operation.action_reverse()
        self.assertEqual((contract.state, contract.amount_remaining), ("active", 960.0))
        self.assertEqual(contract._get_amount_to_invoice(), 960.0)
        self._assert_all_holds()

    def test_transferred_is_invoiced_once(self):
        contract = self._sell_plan()
        contract.with_user(self.manager).action_request_invoice()
        operation = self._operate(contract, "transfer", to_partner_id=self.other_member)
        self.assertEqual(operation.new_contract_id._get_amount_to_invoice(), 0.0)
