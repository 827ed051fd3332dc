# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosConfig(models.Model):
    """Who changed who may do what at a till goes into the log of changes."""

    _name = "pos.config"
    _inherit = ["pos.config", "beauty.audit.mixin"]

    _audit_kind = "rights"
    _audit_fields = (
        "advanced_employee_ids",
        "basic_employee_ids",
        "minimal_employee_ids",
    )
    _audit_create = False
