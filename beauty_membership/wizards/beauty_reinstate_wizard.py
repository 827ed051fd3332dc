# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import fields, models

from ..models.beauty_operation_reinstate import REINSTATED_DAYS


class BeautyReinstateWizard(models.TransientModel):
    """Asks until when what expired is valid again."""

    _name = "beauty.reinstate.wizard"
    _description = "Reinstate what Expired"

    operation_id = fields.Many2one("beauty.operation", string="Expiry", required=True)
    contract_id = fields.Many2one(related="operation_id.contract_id")
    partner_id = fields.Many2one(related="operation_id.partner_id")
    amount = fields.Monetary(related="operation_id.amount")
    currency_id = fields.Many2one(related="operation_id.currency_id")
    date_expiry = fields.Date(
        string="Valid Until",
        required=True,
        default=lambda self: self._default_date_expiry(),
        help="New last day of use, included.",
    )

    def _default_date_expiry(self):
        today = self.env.company._get_beauty_today()
        return today + timedelta(days=REINSTATED_DAYS)

    def action_reinstate(self):
        """Give it back, in the books as well."""
        self.ensure_one()
        return self.operation_id.action_reinstate(self.date_expiry)
