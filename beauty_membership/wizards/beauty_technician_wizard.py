# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyTechnicianWizard(models.TransientModel):
    """Asks who really performed a service."""

    _name = "beauty.technician.wizard"
    _description = "Change the Technician of a Service"

    service_log_id = fields.Many2one("beauty.service.log", required=True)
    product_id = fields.Many2one(
        related="service_log_id.product_id", related_sudo=False
    )
    partner_id = fields.Many2one(
        related="service_log_id.partner_id", related_sudo=False
    )
    old_technician_id = fields.Many2one(
        related="service_log_id.technician_id", related_sudo=False, string="So far"
    )
    company_id = fields.Many2one(
        related="service_log_id.company_id", related_sudo=False
    )
    technician_id = fields.Many2one(
        comodel_name="hr.employee",
        required=True,
        domain="[('is_technician', '=', True), ('company_id', '=', company_id), "
        "('id', '!=', old_technician_id)]",
    )

    def action_change(self):
        """Move the log and its performance to the technician chosen."""
        self.ensure_one()
        self.service_log_id.action_change_technician(self.technician_id.id)
        return {"type": "ir.actions.act_window_close"}
