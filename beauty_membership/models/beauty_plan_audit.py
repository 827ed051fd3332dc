# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyPlan(models.Model):
    """Who changed a plan or its price goes into the log of changes."""

    _name = "beauty.plan"
    _inherit = ["beauty.plan", "beauty.audit.mixin"]

    _audit_kind = "price"
