# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrderLine(models.Model):
    """Under which terms a use is confirmed by the member."""

    _inherit = "pos.order.line"

    def _get_confirmation_terms(self):
        """Return the contract of a use, or the policy of a plan on the same ticket."""
        self.ensure_one()
        if not self.plan_line_uuid:
            return self.entitlement_id.contract_id
        plan_line = self.order_id.lines.filtered(
            lambda line: line.uuid == self.plan_line_uuid
        )
        return plan_line.product_id.product_tmpl_id.plan_ids[:1].policy_id
