# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..rules.gift_code import make_code


class BeautyPlan(models.Model):
    """A gift card: stored value without an owner, until somebody claims it."""

    _inherit = "beauty.plan"

    is_gift_card = fields.Boolean(
        string="Gift Card",
        help="Sold with a code and without an owner: whoever has the code spends it, "
        "or puts it on a member's card.",
    )

    @api.constrains("is_gift_card", "line_ids")
    def _check_gift_card(self):
        for plan in self.filtered("is_gift_card"):
            if set(plan.line_ids.mapped("kind")) != {"value"}:
                raise ValidationError(
                    self.env._(
                        "“%s” is a gift card: it grants stored value only.", plan.name
                    )
                )

    def _prepare_contract_vals(self, line, price_total):
        vals = super()._prepare_contract_vals(line, price_total)
        if self.is_gift_card:
            vals.update(
                partner_id=False,
                state="active",
                is_gift_card=True,
                claim_code=make_code(),
                buyer_id=line._get_sale_buyer().id,
            )
        return vals

    @api.model
    def _load_pos_data_fields(self, config):
        return [*super()._load_pos_data_fields(config), "is_gift_card"]
