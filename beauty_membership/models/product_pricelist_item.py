# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class ProductPricelistItem(models.Model):
    """A price rule that a tier's discount made, and that goes with it."""

    _inherit = "product.pricelist.item"

    beauty_discount_id = fields.Many2one(
        "beauty.tier.discount", ondelete="cascade", index="btree_not_null"
    )
