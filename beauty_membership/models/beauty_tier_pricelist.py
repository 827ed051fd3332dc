# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.exceptions import ValidationError


class BeautyTier(models.Model):
    """A tier with discounts has a pricelist of its own to carry them."""

    _inherit = "beauty.tier"

    has_pricelists = fields.Boolean(
        compute="_compute_has_pricelists",
        help="Whether pricelists are switched on at all.",
    )

    def _compute_has_pricelists(self):
        groups = self.env["res.groups"]
        self.has_pricelists = groups._is_feature_enabled(
            "product.group_product_pricelist"
        )

    @api.constrains("pricelist_id", "discount_ids")
    def _check_own_pricelist(self):
        for tier in self.filtered("discount_ids"):
            same = [("pricelist_id", "=", tier.pricelist_id.id), ("id", "!=", tier.id)]
            if tier.pricelist_id and self.search_count(same, limit=1):
                raise ValidationError(
                    self.env._(
                        "“%(pricelist)s” is the pricelist of another tier too: give "
                        "“%(tier)s” one of its own before it has discounts.",
                        pricelist=tier.pricelist_id.name,
                        tier=tier.name,
                    )
                )

    def write(self, vals):
        res = super().write(vals)
        if "pricelist_id" in vals:
            self.discount_ids._sync_price_rules()
        return res

    def _get_or_create_pricelist(self):
        self.ensure_one()
        if not self.pricelist_id:
            self.pricelist_id = self.env["product.pricelist"].create(
                {
                    "name": self.env._("%s prices", self.name),
                    "company_id": self.company_id.id,
                    "currency_id": self.currency_id.id,
                }
            )
        return self.pricelist_id
