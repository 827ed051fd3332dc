# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.fields import Domain

POS_FIELDS = [
    "name",
    "points",
    "kind",
    "product_id",
    "amount",
    "tier_ids",
    "date_start",
    "date_end",
    "has_image",
    "can_keep",
]


class BeautyReward(models.Model):
    """The catalogue at the till: few fields, the picture by its address."""

    _name = "beauty.reward"
    _inherit = ["beauty.reward", "pos.load.mixin"]

    has_image = fields.Boolean(
        compute="_compute_has_image",
        help="The till shows it from /web/image/beauty.reward/<id>/image_128.",
    )
    can_keep = fields.Boolean(
        compute="_compute_can_keep", help="Can be put on the card for later."
    )

    @api.depends("image_128")
    def _compute_has_image(self):
        for reward in self.with_context(bin_size=True):
            reward.has_image = bool(reward.image_128)

    @api.depends("plan_id")
    def _compute_can_keep(self):
        for reward in self:
            reward.can_keep = bool(reward.plan_id)

    @api.model
    def _load_pos_data_domain(self, data, config):
        over = Domain("date_end", "<", fields.Date.context_today(self))
        return ~over & Domain("company_id", "=", config.company_id.id)

    @api.model
    def _load_pos_data_fields(self, config):
        return POS_FIELDS
