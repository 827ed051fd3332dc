# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyTier(models.Model):
    """Who changed a tier goes into the log of changes."""

    _name = "beauty.tier"
    _inherit = ["beauty.tier", "beauty.audit.mixin"]

    _audit_kind = "policy"
