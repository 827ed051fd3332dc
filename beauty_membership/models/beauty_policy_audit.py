# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyPolicy(models.Model):
    """Who changed a policy goes into the log of changes."""

    _name = "beauty.policy"
    _inherit = ["beauty.policy", "beauty.audit.mixin"]

    _audit_kind = "policy"
