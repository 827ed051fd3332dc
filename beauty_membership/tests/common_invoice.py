# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, fields
from odoo.tests import new_test_user

from .common_audit import AuditCommon


class InvoiceCommon(AuditCommon):
    """A back office that invoices plans: a biller who may do nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.biller = new_test_user(
            cls.env,
            "beauty_biller",
            groups="account.group_account_invoice,base.group_partner_manager",
            company_id=cls.company.id,
            company_ids=[Command.set(cls.company.ids)],
        )
        cls.plan_s = cls._create_plan("S", 960, tax_point="sale")

    def _product(self, plan=None):
        return (plan or self.plan).product_tmpl_id.product_variant_id

    def _draft(self, plan=None, partner=None, lines=None, **values):
        """Return a draft customer invoice as the biller types it.

        :param lines: list of values of invoice lines; None: one of the plan
        """
        lines = lines or [{"product_id": self._product(plan).id, **values}]
        move = self.env["account.move"].with_user(self.biller)
        return move.create(
            {
                "move_type": "out_invoice",
                "partner_id": (partner or self.member).id,
                "invoice_date": fields.Date.today(),
                "invoice_line_ids": [Command.create(line) for line in lines],
            }
        )

    def _invoice(self, *args, **values):
        invoice = self._draft(*args, **values)
        invoice.action_post()
        return invoice

    def _sold(self, invoice):
        return self.env["beauty.contract"].search(
            [("move_line_id.move_id", "=", invoice.id)], order="id"
        )

    def _pay(self, invoice, amount):
        """Register a payment as the button of the invoice does."""
        wizard = self.env["account.payment.register"].with_user(self.biller)
        return (
            wizard.with_context(active_model="account.move", active_ids=invoice.ids)
            .create({"amount": amount})
            ._create_payments()
        )

    def _credit(self, invoice):
        """Return a draft credit note as its wizard makes it."""
        wizard = self.env["account.move.reversal"].with_user(self.biller)
        action = (
            wizard.with_context(active_model="account.move", active_ids=invoice.ids)
            .create({"journal_id": invoice.journal_id.id, "reason": "Not wanted"})
            .refund_moves()
        )
        return self.env["account.move"].with_user(self.biller).browse(action["res_id"])

    def _items(self, move):
        """Return its journal items as {liability, vat or account type: balance}."""
        items = {}
        for line in move.sudo().line_ids:
            key = "vat" if line.tax_line_id else line.account_id.account_type
            if line.account_id == self.liability:
                key = "liability"
            items[key] = round(items.get(key, 0.0) + line.balance, 2)
        return {key: balance for key, balance in items.items() if balance}

    def _assert_invoice_refused(self, error, function):
        """What is refused stores nothing, and says why."""
        before = self._count_rows()
        with self.assertRaises(error) as caught, self.env.cr.savepoint():
            function()
        self.env.invalidate_all()
        self.assertEqual(self._count_rows(), before)
        return str(caught.exception)

    def _assert_all_holds(self):
        self._close()
        self._assert_books()
