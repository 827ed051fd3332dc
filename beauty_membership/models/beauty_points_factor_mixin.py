# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyPointsFactorMixin(models.AbstractModel):
    """How many points what is sold earns; products and their categories have it."""

    _name = "beauty.points.factor.mixin"
    _description = "Points Factor"

    points_factor = fields.Float(
        default=1.0,
        digits=(6, 2),
        help="Points are multiplied by the product's factor and by its category's. "
        "1: as usual, 2: double, 0: none.",
    )

    _points_factor_positive = models.Constraint(
        "CHECK (points_factor >= 0)", "A points factor is zero or more."
    )

    @api.model
    def _load_pos_data_fields(self, config):
        return [*super()._load_pos_data_fields(config), "points_factor"]

    @api.model
    def _get_pos_usual(self):
        return {**super()._get_pos_usual(), "points_factor": 1.0}
