# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ProductTemplate(models.Model):
    """How many points a product earns."""

    _name = "product.template"
    _inherit = ["beauty.points.factor.mixin", "product.template"]
