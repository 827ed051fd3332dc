# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrderLine(models.Model):
    """Who uses a line, and who pays for it."""

    _inherit = "pos.order.line"

    def _get_user(self):
        """Return who uses the service of the line."""
        self.ensure_one()
        return self.beneficiary_id or self.order_id.partner_id

    def _prepare_log_vals(self, amount):
        """The log names who paid, if not the client herself: the holder."""
        vals = super()._prepare_log_vals(amount)
        payer = self.entitlement_id.partner_id or self.order_id.partner_id
        return {
            **vals,
            "payer_id": payer.id if payer.id != vals["partner_id"] else False,
        }
