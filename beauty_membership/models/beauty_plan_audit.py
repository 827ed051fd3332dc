# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyPlan(models.Model):
    """Who changed a plan or its price goes into the log of changes."""

    _name = "beauty.plan"
    _inherit = ["beauty.plan", "beauty.audit.mixin"]

    _audit_kind = "price"

    @api.model
    def _get_audit_fields(self):
        """Every stored field of its own, also those other files and addons add."""
        return self._get_own_audit_fields()
