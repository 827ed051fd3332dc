# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """How members of the company earn points."""

    _inherit = "res.config.settings"

    beauty_has_points = fields.Boolean(
        related="company_id.beauty_has_points", readonly=False
    )
    beauty_points_per_amount = fields.Monetary(
        related="company_id.beauty_points_per_amount",
        readonly=False,
    )
    beauty_points_basis = fields.Selection(
        related="company_id.beauty_points_basis", readonly=False
    )
    beauty_points_value_time = fields.Selection(
        related="company_id.beauty_points_value_time", readonly=False
    )
    beauty_points_validity_months = fields.Integer(
        related="company_id.beauty_points_validity_months", readonly=False
    )
    beauty_points_expiry_end = fields.Selection(
        related="company_id.beauty_points_expiry_end", readonly=False
    )
    beauty_points_pending_days = fields.Integer(
        related="company_id.beauty_points_pending_days", readonly=False
    )
    beauty_points_grace_days = fields.Integer(
        related="company_id.beauty_points_grace_days", readonly=False
    )
    beauty_gift_tax = fields.Selection(
        related="company_id.beauty_gift_tax", readonly=False
    )
    beauty_gift_account_id = fields.Many2one(
        related="company_id.beauty_gift_account_id", readonly=False
    )
