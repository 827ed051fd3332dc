# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class ProductTemplate(models.Model):
    """Who changed a product's price or taxes goes into the log of changes."""

    _name = "product.template"
    _inherit = ["product.template", "beauty.audit.mixin"]

    _audit_kind = "price"
    _audit_fields = ("list_price", "taxes_id", "active")
    _audit_create = False
