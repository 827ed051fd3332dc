# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ResUsers(models.Model):
    """Who gave or took rights goes into the log of changes."""

    _name = "res.users"
    _inherit = ["res.users", "beauty.audit.mixin"]

    _audit_kind = "rights"
    _audit_fields = ("group_ids", "company_ids", "active", "login")
