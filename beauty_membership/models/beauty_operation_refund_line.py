# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyOperationLine(models.Model):
    """A refund of all that is left takes the money whole, paid in parts or not."""

    _inherit = "beauty.operation.line"

    @api.depends("operation_id.kind")
    def _compute_amount(self):
        res = super()._compute_amount()
        for line in self.filtered(lambda row: row.operation_id.kind == "refund"):
            holding = line.entitlement_id
            if holding and line.quantity == holding.remaining:
                line.amount = holding.amount_remaining
        return res
