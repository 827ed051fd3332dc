# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """Accounts of what expires."""

    _inherit = "res.config.settings"

    beauty_breakage_account_id = fields.Many2one(
        related="company_id.beauty_breakage_account_id", readonly=False
    )
    beauty_unclaimed_account_id = fields.Many2one(
        related="company_id.beauty_unclaimed_account_id", readonly=False
    )
