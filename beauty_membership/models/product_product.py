# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class ProductProduct(models.Model):
    """What one of a service costs of an any-of package."""

    _inherit = "product.product"

    session_units = fields.Integer(
        string="Units of a Package",
        default=1,
        help="How many units of an any-of package one of this service costs. A "
        "package for this service alone counts one for each.",
    )

    _session_units_positive = models.Constraint(
        "CHECK (session_units > 0)", "A service costs at least one unit of a package."
    )

    @api.model
    def _load_pos_data_fields(self, config):
        return [*super()._load_pos_data_fields(config), "session_units"]

    @api.model
    def _get_pos_usual(self):
        return {**super()._get_pos_usual(), "session_units": 1}
