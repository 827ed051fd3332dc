# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """How shops settle what one sold and another performed."""

    _inherit = "res.config.settings"

    beauty_settlement_basis = fields.Selection(
        related="company_id.beauty_settlement_basis", readonly=False
    )
    beauty_settlement_percent = fields.Float(
        related="company_id.beauty_settlement_percent", readonly=False
    )
