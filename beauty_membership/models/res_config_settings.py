# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ResConfigSettings(models.TransientModel):
    """The register's shop, and where the company's prepayments are booked."""

    _inherit = "res.config.settings"

    pos_beauty_shop_id = fields.Many2one(
        related="pos_config_id.beauty_shop_id", readonly=False
    )
    beauty_liability_account_id = fields.Many2one(
        related="company_id.beauty_liability_account_id"
    )
    beauty_suspense_account_id = fields.Many2one(
        related="company_id.beauty_suspense_account_id"
    )
    beauty_journal_id = fields.Many2one(related="company_id.beauty_journal_id")
    beauty_adjust_account_id = fields.Many2one(
        related="company_id.beauty_adjust_account_id", readonly=False
    )
    beauty_adjust_limit = fields.Float(
        related="company_id.beauty_adjust_limit", readonly=False
    )
    beauty_fee_product_id = fields.Many2one(
        related="company_id.beauty_fee_product_id", readonly=False
    )
    beauty_message_mail = fields.Boolean(
        related="company_id.beauty_message_mail", readonly=False
    )
    beauty_message_sms = fields.Boolean(
        related="company_id.beauty_message_sms", readonly=False
    )
    beauty_gateway_url = fields.Char(
        related="company_id.beauty_gateway_url", readonly=False
    )
    beauty_gateway_secret = fields.Char(
        related="company_id.beauty_gateway_secret", readonly=False
    )
    beauty_remind_days = fields.Integer(
        related="company_id.beauty_remind_days", readonly=False
    )
    beauty_tier_basis = fields.Selection(
        related="company_id.beauty_tier_basis", readonly=False
    )
    beauty_tier_warning_days = fields.Integer(
        related="company_id.beauty_tier_warning_days", readonly=False
    )
    beauty_welcome_plan_id = fields.Many2one(
        related="company_id.beauty_welcome_plan_id", readonly=False
    )
    beauty_welcome_points = fields.Integer(
        related="company_id.beauty_welcome_points", readonly=False
    )
    beauty_welcome_service_ids = fields.Many2many(
        related="company_id.beauty_welcome_service_ids", readonly=False
    )
    beauty_welcome_sample_ids = fields.Many2many(
        related="company_id.beauty_welcome_sample_ids", readonly=False
    )
