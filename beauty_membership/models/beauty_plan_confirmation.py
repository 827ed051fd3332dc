# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyPlan(models.Model):
    """How a first use on the ticket that sells the plan is confirmed."""

    _inherit = "beauty.plan"

    confirmation = fields.Selection(related="policy_id.confirmation")
    confirmation_min_amount = fields.Float(related="policy_id.confirmation_min_amount")

    @api.model
    def _load_pos_data_fields(self, config):
        return [
            *super()._load_pos_data_fields(config),
            "confirmation",
            "confirmation_min_amount",
        ]
