# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyApproval(models.Model):
    """Who answered an approval goes into the log of changes."""

    _name = "beauty.approval"
    _inherit = ["beauty.approval", "beauty.audit.mixin"]

    _audit_kind = "approval"
    _audit_fields = ("state",)
    _audit_create = False
