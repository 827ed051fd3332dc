# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo.exceptions import UserError
from odoo.tests import tagged

from ..exceptions import GrantRefused, MembershipError
from .common_invoice import InvoiceCommon


@tagged("post_install", "-at_install")
class TestInvoiceBack(InvoiceCommon):
    """Credit notes, drafts and deletions never leave the ledger behind."""

    def test_credit_note_closes_what_is_untouched(self):
        for plan in (self.plan, self.plan_s):
            invoice = self._invoice(plan)
            contract = self._sold(invoice)
            credit = self._credit(invoice)
            self.assertEqual(contract.state, "active")
            credit.action_post()
            self.assertEqual(contract.state, "closed")
            self.assertEqual(contract.amount_remaining, 0.0)
            back = {key: -money for key, money in self._items(invoice).items()}
            self.assertEqual(self._items(credit), back)
        self._assert_all_holds()

    def test_credit_note_of_some(self):
        invoice = self._invoice(quantity=3)
        contracts = self._sold(invoice)
        self._use(contracts[0].entitlement_ids)
        credit = self._credit(invoice)
        credit.invoice_line_ids.quantity = 2
        credit.action_post()
        self.assertEqual(contracts.mapped("state"), ["active", "closed", "closed"])
        self._pay(invoice, 960)
        self.assertEqual(contracts[0].amount_due, 0.0)
        self._assert_all_holds()

    def test_credit_note_of_a_used_one_is_refused(self):
        invoice = self._invoice()
        self._use(self._sold(invoice).entitlement_ids)
        credit = self._credit(invoice)
        words = self._assert_invoice_refused(GrantRefused, credit.action_post)
        self.assertIn("Refund", words)

    def test_credit_note_at_another_price_is_refused(self):
        credit = self._credit(self._invoice())
        credit.invoice_line_ids.price_unit = 500
        words = self._assert_invoice_refused(GrantRefused, credit.action_post)
        self.assertIn("960", words)

    def test_credit_note_without_invoice_is_refused(self):
        self._invoice()
        draft = self._draft()
        draft.action_switch_move_type()
        self._assert_invoice_refused(GrantRefused, draft.action_post)

    def test_credit_note_twice_is_refused(self):
        invoice = self._invoice()
        first, second = self._credit(invoice), self._credit(invoice)
        first.action_post()
        self._assert_invoice_refused(GrantRefused, second.action_post)
        self._assert_invoice_refused(MembershipError, first.button_draft)
        self._assert_invoice_refused(MembershipError, invoice.button_draft)
        self._assert_all_holds()

    def test_draft_again_takes_the_contract_back(self):
        invoice = self._invoice()
        first = self._sold(invoice)
        self._pay(invoice, 100)
        invoice.button_draft()
        self.assertEqual((first.state, first.amount_remaining), ("closed", 0.0))
        self._assert_ledger_holds()
        invoice.invoice_line_ids.price_unit = 500
        invoice.action_post()
        second = self._sold(invoice) - first
        self.assertEqual((second.state, second.amount_remaining), ("active", 500.0))
        invoice.button_draft()
        invoice.button_cancel()
        self.assertEqual(second.state, "closed")
        self._assert_ledger_holds()
        self._close()

    def test_cancel_takes_the_contract_back(self):
        invoice = self._invoice()
        invoice.button_cancel()
        self.assertEqual(self._sold(invoice).state, "closed")
        self._assert_ledger_holds()

    def test_used_one_stays_posted(self):
        invoice = self._invoice()
        self._use(self._sold(invoice).entitlement_ids)
        for leave in (
            invoice.button_draft,
            invoice.button_cancel,
            lambda: invoice.write({"state": "draft"}),
            lambda: invoice.write({"state": "cancel"}),
        ):
            words = self._assert_invoice_refused(MembershipError, leave)
            self.assertIn("Refund", words)
        with self.assertRaises(UserError), self.env.cr.savepoint():
            invoice.unlink()
        self._assert_all_holds()

    def test_posted_before_is_not_deleted(self):
        invoice = self._invoice()
        invoice.button_draft()
        self._assert_invoice_refused(MembershipError, invoice.invoice_line_ids.unlink)
        self._assert_invoice_refused(UserError, invoice.unlink)
        draft = self._draft()
        draft.unlink()
        self._assert_ledger_holds()

    def test_used_and_undone_is_untouched(self):
        invoice = self._invoice()
        use = self._use(self._sold(invoice).entitlement_ids)
        use.lines._refund_use(self.session, "Wrong item")
        self._next_session()
        invoice.button_draft()
        self.assertEqual(self._sold(invoice).state, "closed")
        self._assert_ledger_holds()

    def test_posted_items_stay(self):
        invoice = self._invoice()
        line = invoice.invoice_line_ids
        income = self.company_data["default_account_revenue"]
        for values in ({"balance": -10}, {"account_id": income.id}):
            with self.assertRaises(UserError), self.env.cr.savepoint():
                line.write(values)
