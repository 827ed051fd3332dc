# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class HrEmployee(models.Model):
    """Who performs services, and which."""

    _inherit = "hr.employee"

    is_technician = fields.Boolean(
        groups="base.group_user",
        help="Performs services: can be chosen on tickets and has a performance sheet.",
    )
    service_ids = fields.Many2many(
        comodel_name="product.product",
        relation="hr_employee_service_rel",
        string="Services",
        groups="base.group_user",
        domain="[('type', '=', 'service'), ('is_membership_plan', '=', False)]",
        help="What this technician can do. Empty: every service.",
    )

    @api.private
    def get_barcodes_and_pin_hashed(self):
        """A till gets them when it starts, of those who log in there; nobody by RPC.

        A hash of four digits is no secret.
        """
        return super().get_barcodes_and_pin_hashed()
