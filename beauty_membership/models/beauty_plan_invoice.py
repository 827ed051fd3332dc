# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyPlan(models.Model):
    """What a contract is like that an invoice sells."""

    _inherit = "beauty.plan"

    def _prepare_contract_vals(self, line, price_total):
        """Nothing is paid when an invoice is posted; its payments tell."""
        vals = super()._prepare_contract_vals(line, price_total)
        if line._name != "account.move.line":
            return vals
        waits = self.company_id.beauty_invoice_activation == "paid"
        return {**vals, "amount_paid": 0.0, "waits_for_payment": waits}
