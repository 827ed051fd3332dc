# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class AccountPartialReconcile(models.Model):
    """A payment of an invoice is a payment of the contracts it sold."""

    _inherit = "account.partial.reconcile"

    @api.model_create_multi
    def create(self, vals_list):
        partials = super().create(vals_list)
        partials._get_moves()._follow_plan_payments()
        return partials

    def unlink(self):
        moves = self._get_moves()
        res = super().unlink()
        moves.exists()._follow_plan_payments()
        return res

    def _get_moves(self):
        return (self.debit_move_id | self.credit_move_id).move_id


class AccountMove(models.Model):
    """What of an invoice is paid."""

    _inherit = "account.move"

    def _follow_plan_payments(self):
        """Contracts that posted invoices sold know what of them is paid."""
        invoices = self.filtered(
            lambda move: move.move_type == "out_invoice" and move.state == "posted"
        )
        if invoices:
            invoices._get_contracts_sold()._follow_invoice()

    def _get_paid_share(self):
        """Return which part of the invoice is paid; what was credited is no part.

        :return: float from 0 to 1, exactly 1 when nothing is owed
        """
        self.ensure_one()
        owed = self.amount_total - self._get_amount_credited()
        is_settled = self.currency_id.is_zero(self.amount_residual)
        if is_settled or self.currency_id.compare_amounts(owed, 0) <= 0:
            return 1.0
        return (owed - self.amount_residual) / owed

    def _get_amount_credited(self):
        receivable = self.line_ids.filtered(
            lambda line: line.account_type == "asset_receivable"
        )
        return sum(
            partial.amount
            for partial in receivable.matched_credit_ids
            if partial.credit_move_id.move_id.move_type == "out_refund"
        )
