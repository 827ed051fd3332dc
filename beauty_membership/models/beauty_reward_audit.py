# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyReward(models.Model):
    """Who changed what points buy goes into the log of changes."""

    _name = "beauty.reward"
    _inherit = ["beauty.reward", "beauty.audit.mixin"]

    _audit_kind = "price"
