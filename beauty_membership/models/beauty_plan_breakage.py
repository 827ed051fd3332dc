# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .beauty_expiry_terms import PERCENT_HELP


class BeautyPlan(models.Model):
    """What is expected to expire of a plan."""

    _inherit = "beauty.plan"

    breakage_percent = fields.Float(
        string="Expected to Expire (%)", digits=(5, 2), help=PERCENT_HELP
    )

    _breakage_percent_range = models.Constraint(
        "CHECK (breakage_percent BETWEEN 0 AND 99.99)",
        "What is expected to expire is from 0 to 99.99 percent.",
    )

    def _prepare_terms_vals(self):
        vals = super()._prepare_terms_vals()
        return {**vals, "breakage_percent": self.breakage_percent}
