# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models


class BeautyPolicy(models.Model):
    """Who changed a policy goes into the log of changes."""

    _name = "beauty.policy"
    _inherit = ["beauty.policy", "beauty.audit.mixin"]

    _audit_kind = "policy"

    @api.model
    def _get_audit_fields(self):
        """Every stored field of its own, also those other files and addons add."""
        return self._get_own_audit_fields()
