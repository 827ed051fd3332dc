# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class HrEmployeePublic(models.Model):
    """What the till may know of technicians: a name, without rights on hr.employee."""

    _name = "hr.employee.public"
    _inherit = ["hr.employee.public", "pos.load.mixin"]

    is_technician = fields.Boolean(
        related="employee_id.is_technician", compute_sudo=True
    )

    @api.model
    def _load_pos_data_domain(self, data, config):
        """Technicians, and who sells at this register."""
        # sudo: only names leave; cashiers have no rights on employees
        config = config.sudo()
        technicians = config.env["hr.employee"].search(
            [("company_id", "=", config.company_id.id), ("is_technician", "=", True)]
        )
        sellers = config.basic_employee_ids | config.advanced_employee_ids
        return [("id", "in", (technicians | sellers).ids)]

    @api.model
    def _server_date_to_domain(self, domain):
        return domain

    @api.model
    def _load_pos_data_fields(self, config):
        return ["name", "is_technician"]
