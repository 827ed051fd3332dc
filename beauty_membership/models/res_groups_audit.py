# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResGroups(models.Model):
    """Who changed what a right implies, or who has it, goes into the log."""

    _name = "res.groups"
    _inherit = ["res.groups", "beauty.audit.mixin"]

    _audit_kind = "rights"
    _audit_fields = ("user_ids", "implied_ids")
