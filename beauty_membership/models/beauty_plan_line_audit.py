# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyPlanLine(models.Model):
    """Who changed what a plan grants goes into the log of changes."""

    _name = "beauty.plan.line"
    _inherit = ["beauty.plan.line", "beauty.audit.mixin"]

    _audit_kind = "price"
