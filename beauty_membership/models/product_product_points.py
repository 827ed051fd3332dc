# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..rules.points import HUNDREDTHS, to_hundredths


class ProductProduct(models.Model):
    """How many points a product earns."""

    _inherit = "product.product"

    def _get_points_factors(self):
        """Return the factors of the category and of the product, in hundredths."""
        self.ensure_one()
        category = self.categ_id
        return (
            to_hundredths(category.points_factor) if category else HUNDREDTHS,
            to_hundredths(self.points_factor),
        )
