# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyAuthority(models.Model):
    """Who changed what a role may give goes into the log of changes."""

    _name = "beauty.authority"
    _inherit = ["beauty.authority", "beauty.audit.mixin"]

    _audit_kind = "rights"
