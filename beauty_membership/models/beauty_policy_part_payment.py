# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.part_payment import WHEN_PAID
from .beauty_policy import RELEASES

PART_PAYMENTS = [
    ("none", "Paid in full"),
    ("allowed", "A part now, the rest later"),
]


class BeautyPolicy(models.Model):
    """Whether a plan may be paid in parts, and what may be used before it is paid."""

    _inherit = "beauty.policy"

    part_payment = fields.Selection(
        selection=PART_PAYMENTS,
        required=True,
        default="none",
        help="Whether the till may take a part of the price and leave the rest in "
        "arrears. Stored value is always paid in full.",
    )
    part_payment_percent = fields.Float(
        string="Least Part Paid (%)",
        help="Of the price, taxes included, on the day of the sale. 0: any amount.",
    )
    release = fields.Selection(
        selection=RELEASES,
        required=True,
        default=WHEN_PAID,
        help="What the member may use before all is paid. The last payment releases "
        "everything, gifts too.",
    )

    _part_payment_percent_range = models.Constraint(
        "CHECK (part_payment_percent BETWEEN 0 AND 100)",
        "The least part to pay is between 0 and 100 percent.",
    )

    def _prepare_contract_vals(self):
        return {**super()._prepare_contract_vals(), "release": self.release}
