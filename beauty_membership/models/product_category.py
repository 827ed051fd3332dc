# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ProductCategory(models.Model):
    """How many points what is sold of a category earns."""

    _name = "product.category"
    _inherit = ["beauty.points.factor.mixin", "product.category"]
