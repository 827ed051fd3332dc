# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, api, fields, models


class BeautyTierDiscount(models.Model):
    """What members of a tier pay less in one category of products.

    Managers write it on the tier. It becomes a rule of the tier's pricelist, so the
    till, the back office and Odoo's own price reports all know it.
    """

    _name = "beauty.tier.discount"
    _description = "Tier Discount"
    _order = "tier_id, id"

    tier_id = fields.Many2one(
        "beauty.tier", required=True, ondelete="cascade", index=True
    )
    categ_id = fields.Many2one(
        comodel_name="product.category",
        string="Category",
        required=True,
        ondelete="restrict",
        help="Its products and those of the categories below it.",
    )
    percent = fields.Float(string="Less (%)", required=True)
    item_ids = fields.One2many(
        "product.pricelist.item", "beauty_discount_id", string="Price Rules"
    )
    company_id = fields.Many2one(related="tier_id.company_id")

    _category_unique = models.UniqueIndex(
        "(tier_id, categ_id)", "A tier has one discount for each category."
    )
    _percent_valid = models.Constraint(
        "CHECK (percent > 0 AND percent <= 100)",
        "A discount is more than 0 and at most 100 percent.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        discounts = super().create(vals_list)
        discounts._sync_price_rules()
        return discounts

    def write(self, vals):
        res = super().write(vals)
        self._sync_price_rules()
        return res

    def unlink(self):
        # sudo: the rules belong to the discount; who may delete it may delete them
        self.sudo().item_ids.unlink()
        self.env.registry.clear_cache()
        return super().unlink()

    def _sync_price_rules(self):
        """Each discount is one rule of its tier's pricelist."""
        for discount in self:
            # sudo: see unlink
            discount = discount.sudo()
            vals = discount._prepare_item_vals()
            if discount.item_ids:
                discount.item_ids.write(vals)
            else:
                discount.item_ids = [Command.create(vals)]
        self.env.registry.clear_cache()

    def _prepare_item_vals(self):
        self.ensure_one()
        return {
            "pricelist_id": self.tier_id._get_or_create_pricelist().id,
            "applied_on": "2_product_category",
            "categ_id": self.categ_id.id,
            "compute_price": "percentage",
            "percent_price": self.percent,
        }
