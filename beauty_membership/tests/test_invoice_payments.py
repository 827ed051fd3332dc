# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from ..exceptions import RedemptionRefused
from .common_invoice import InvoiceCommon


@tagged("post_install", "-at_install")
class TestInvoicePayments(InvoiceCommon):
    """What is paid of an invoice is paid of its contracts."""

    def _assert_state(self, contract, paid, units):
        contract.invalidate_recordset()
        self.assertEqual((contract.amount_paid, contract.units_left), (paid, units))
        self.assertEqual(contract.amount_due, 960 - paid)

    def test_arrears_follow_the_payments(self):
        invoice = self._invoice()
        contract = self._sold(invoice)
        self._pay(invoice, 300)
        self._assert_state(contract, 300.0, 10)
        self._pay(invoice, 660)
        self._assert_state(contract, 960.0, 10)
        partials = invoice.line_ids.matched_credit_ids
        partial = partials.filtered(lambda partial: partial.amount == 300)
        invoice.js_remove_outstanding_partial(partial.id)
        self._assert_state(contract, 660.0, 10)
        self._assert_all_holds()

    def test_units_come_with_the_payments(self):
        self.company.beauty_invoice_activation = "paid"
        for plan in (self.plan, self.plan_s):
            invoice = self._invoice(plan)
            contract = self._sold(invoice)
            holding = contract.entitlement_ids
            self._assert_state(contract, 0.0, 0)
            self.assertEqual(contract.amount_in_transit, 0.0)
            self._pay(invoice, 300)
            self._assert_state(contract, 300.0, 3)
            line = self._use_line(holding, units=4)
            self._assert_refused(RedemptionRefused, self._ticket([line]))
            self._use(holding)
            self._pay(invoice, 660)
            self._assert_state(contract, 960.0, 9)
            for _use in range(9):
                self._use(holding)
            self.assertEqual(holding.amount_remaining, 0.0)
        self._assert_all_holds()

    def test_payment_undone_takes_its_units_back(self):
        self.company.beauty_invoice_activation = "paid"
        invoice = self._invoice()
        contract = self._sold(invoice)
        payment = self._pay(invoice, 300)
        self._use(contract.entitlement_ids)
        payment.action_draft()
        payment.action_cancel()
        self._assert_state(contract, 0.0, 0)
        self._pay(invoice, 960)
        self._assert_state(contract, 960.0, 9)
        self._assert_all_holds()

    def test_validity_runs_from_the_first_payment(self):
        self.company.beauty_invoice_activation = "paid"
        draft = self._draft()
        today = fields.Date.today()
        draft.invoice_date = today - timedelta(days=10)
        draft.action_post()
        contract = self._sold(draft)
        end = contract.date_end
        self._pay(draft, 100)
        self.assertEqual(contract.date_start, today)
        self.assertEqual(contract.date_end, end + timedelta(days=10))
        self.assertEqual(contract.entitlement_ids.date_expiry, contract.date_end)

    def test_payment_pays_each_line_its_share(self):
        lines = [{"product_id": self.serum.id}, {"product_id": self._product().id}]
        invoice = self._invoice(lines=lines)
        self._pay(invoice, 510)
        self._assert_state(self._sold(invoice), 480.0, 10)

    def test_manager_releases_what_is_not_paid(self):
        self.company.beauty_invoice_activation = "paid"
        invoice = self._invoice()
        contract = self._sold(invoice)
        contract._release(contract.entitlement_ids, 4, "Known customer", "k")
        self._assert_state(contract, 0.0, 4)
        self._pay(invoice, 300)
        self._assert_state(contract, 300.0, 4)
        self._pay(invoice, 660)
        self._assert_state(contract, 960.0, 10)
        self._assert_all_holds()

    def test_nothing_to_pay_is_paid(self):
        self.company.beauty_invoice_activation = "paid"
        contract = self._sold(self._invoice(discount=100))
        self.assertEqual((contract.amount_due, contract.units_left), (0.0, 10))
        self._assert_all_holds()
