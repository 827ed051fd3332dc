# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import MembershipError


class BeautyUndoWizard(models.TransientModel):
    """Asks a manager why a use is undone."""

    _name = "beauty.undo.wizard"
    _description = "Undo a Use"

    service_log_id = fields.Many2one("beauty.service.log", required=True)
    product_id = fields.Many2one(
        related="service_log_id.product_id", related_sudo=False
    )
    partner_id = fields.Many2one(
        related="service_log_id.partner_id", related_sudo=False
    )
    reason = fields.Char(required=True)

    def action_undo(self):
        """Undo the use through any open register.

        :raises MembershipError: if it cannot be undone; says why
        """
        self.ensure_one()
        result = self.service_log_id.action_undo(reason=self.reason)
        if not result["ok"]:
            raise MembershipError(result["message"])
        return {"type": "ir.actions.act_window_close"}
