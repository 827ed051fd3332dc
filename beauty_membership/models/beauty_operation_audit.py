# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyOperation(models.Model):
    """Who asked for, approved or reversed a change goes into the log."""

    _name = "beauty.operation"
    _inherit = ["beauty.operation", "beauty.audit.mixin"]

    _audit_kind = "approval"
    _audit_fields = ("state",)
    _audit_create = False
