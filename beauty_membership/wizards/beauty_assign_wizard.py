# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyAssignWizard(models.TransientModel):
    """Asks who owns a contract that was paid for without a member."""

    _name = "beauty.assign.wizard"
    _description = "Assign a Contract"

    contract_id = fields.Many2one("beauty.contract", required=True)
    partner_id = fields.Many2one("res.partner", string="Member", required=True)

    def action_assign(self):
        """Give the contract to the member chosen."""
        self.ensure_one()
        self.contract_id.action_assign(self.partner_id.id)
        return {"type": "ir.actions.act_window_close"}
