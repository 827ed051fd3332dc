# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

SETTLEMENT_BASES = [
    ("contract", "Contract value"),
    ("list", "List price"),
]


class ResCompany(models.Model):
    """How shops settle what one sold and another performed; a report only."""

    _inherit = "res.company"

    beauty_settlement_basis = fields.Selection(
        selection=SETTLEMENT_BASES,
        default="contract",
        string="Shops Settle at",
        help="What a service counts that one shop sold and another performed.",
    )
    beauty_settlement_percent = fields.Float(
        string="Settlement Percentage",
        default=100.0,
        help="Part of that value which the shop that performed it is to get.",
    )

    _beauty_settlement_percent_range = models.Constraint(
        "CHECK (beauty_settlement_percent BETWEEN 0 AND 100)",
        "The settlement percentage is between 0 and 100.",
    )
