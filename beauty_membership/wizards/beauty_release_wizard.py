# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyReleaseWizard(models.TransientModel):
    """Asks a manager what may be used of a contract before it is paid, and why."""

    _name = "beauty.release.wizard"
    _description = "Release Units of a Part-paid Contract"

    contract_id = fields.Many2one("beauty.contract", required=True)
    entitlement_id = fields.Many2one(
        "beauty.entitlement",
        string="Holding",
        domain="[('contract_id', '=', contract_id)]",
        required=True,
    )
    units = fields.Integer(
        required=True, default=1, help="Units that may be used from now on."
    )
    reason = fields.Char(required=True)

    def action_release(self):
        """Release the units."""
        self.ensure_one()
        key = f"release:{self.id}"
        self.contract_id._release(self.entitlement_id, self.units, self.reason, key)
        return {"type": "ir.actions.act_window_close"}
