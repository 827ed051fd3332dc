# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ProductPricelistItem(models.Model):
    """Who changed a price of a pricelist goes into the log of changes."""

    _name = "product.pricelist.item"
    _inherit = ["product.pricelist.item", "beauty.audit.mixin"]

    _audit_kind = "price"
