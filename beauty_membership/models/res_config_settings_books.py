# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """What expires, and what a month's end books, with its accounts."""

    _inherit = "res.config.settings"

    beauty_breakage_account_id = fields.Many2one(
        related="company_id.beauty_breakage_account_id", readonly=False
    )
    beauty_unclaimed_account_id = fields.Many2one(
        related="company_id.beauty_unclaimed_account_id", readonly=False
    )
    beauty_points_deferral = fields.Boolean(
        related="company_id.beauty_points_deferral", readonly=False
    )
    beauty_points_redemption_percent = fields.Float(
        related="company_id.beauty_points_redemption_percent", readonly=False
    )
    beauty_points_worth = fields.Monetary(
        related="company_id.beauty_points_worth", readonly=False
    )
    beauty_bonus_deferral = fields.Boolean(
        related="company_id.beauty_bonus_deferral", readonly=False
    )
    beauty_pending_vat = fields.Boolean(
        related="company_id.beauty_pending_vat", readonly=False
    )
    beauty_contra_account_id = fields.Many2one(
        related="company_id.beauty_contra_account_id", readonly=False
    )
    beauty_points_account_id = fields.Many2one(
        related="company_id.beauty_points_account_id", readonly=False
    )
    beauty_bonus_account_id = fields.Many2one(
        related="company_id.beauty_bonus_account_id", readonly=False
    )
    beauty_deferral_account_id = fields.Many2one(
        related="company_id.beauty_deferral_account_id", readonly=False
    )
    beauty_pending_vat_account_id = fields.Many2one(
        related="company_id.beauty_pending_vat_account_id", readonly=False
    )
