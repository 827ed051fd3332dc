# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from .beauty_policy import CONFIRMATIONS


class BeautyPolicy(models.Model):
    """How the member confirms what is taken from a contract."""

    _inherit = "beauty.policy"

    confirmation = fields.Selection(
        selection=CONFIRMATIONS,
        string="Confirmed by the Member",
        default="none",
        required=True,
        help="What a use or a payment from the card needs. A PIN is as good as a "
        "signature, a code as good as both.",
    )
    confirmation_min_amount = fields.Float(
        string="Confirmed from",
        digits="Product Price",
        help="Least amount that needs it, what a ticket takes from one contract. 0: "
        "always.",
    )

    _confirmation_positive = models.Constraint(
        "CHECK (confirmation_min_amount >= 0)",
        "The least amount to confirm cannot be negative.",
    )

    def _prepare_contract_vals(self):
        return {
            **super()._prepare_contract_vals(),
            "confirmation": self.confirmation or "none",
            "confirmation_min_amount": self.confirmation_min_amount,
        }
