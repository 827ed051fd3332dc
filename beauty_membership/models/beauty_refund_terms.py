# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.refund import CONTRACT, EVERYTHING, LIST, NOTHING

VALUATIONS = [
    (EVERYTHING, "Everything paid, used or not"),
    (CONTRACT, "Paid less used, at the contract's price"),
    (LIST, "Paid less used, at the list price"),
    (NOTHING, "Nothing"),
]
GIFT_RULES = [
    ("keep", "Hers to keep"),
    ("list", "Deducted at their list price, if used"),
]
# What a sale copies from its policy onto its contract.
REFUND_TERMS = (
    "cooling_off_days",
    "is_cooling_off_once",
    "refund_salon",
    "refund_member",
    "refund_clawback_percent",
    "refund_gifts",
    "refund_fee_percent",
    "refund_fee_amount",
    "refund_interest_percent",
)


class BeautyRefundTerms(models.AbstractModel):
    """What a member gets back, as a policy says it and a contract promises it.

    The policy and the contract carry the same fields; a sale copies them, and a
    later change of the policy touches no sold contract.
    """

    _name = "beauty.refund.terms.mixin"
    _description = "Refund Terms"

    cooling_off_days = fields.Integer(
        string="Cooling-off",
        help="Days after the payment within which the member gets back what she has "
        "not used, without a reason. The last day is included. 0: none.",
    )
    is_cooling_off_once = fields.Boolean(
        string="First Time Only",
        help="The days hold for services that the member had not received before.",
    )
    refund_salon = fields.Selection(
        selection=VALUATIONS,
        string="Salon's Cause",
        required=True,
        default=CONTRACT,
        help="Given back if the salon is the cause: it moves, closes, or cannot serve.",
    )
    refund_member = fields.Selection(
        selection=VALUATIONS,
        string="Member's Cause",
        required=True,
        default=LIST,
        help="Given back if the member is the cause. Days of a pass always count in "
        "proportion.",
    )
    refund_clawback_percent = fields.Float(
        string="Most Taken by the List Price (%)",
        digits=(5, 2),
        default=100.0,
        help="Of what was paid: what the list price may take above the contract's "
        "price. A refund is never below 0.",
    )
    refund_gifts = fields.Selection(
        selection=GIFT_RULES,
        string="Gifts Used",
        required=True,
        default="keep",
        help="Gifts the member used, if she is the cause. Gift sessions inside a "
        "package share its price and count as its sessions do.",
    )
    refund_fee_percent = fields.Float(
        string="Fee (%)",
        digits=(5, 2),
        help="Of what would come back, kept if the member is the cause.",
    )
    refund_fee_amount = fields.Float(
        string="Fixed Fee",
        digits="Product Price",
        help="Taxes included, kept if the member is the cause.",
    )
    refund_interest_percent = fields.Float(
        string="Interest a Year (%)",
        digits=(5, 2),
        help="Paid on what comes back, from the day the contract was ended to the day "
        "of the refund, if the salon is the cause. 0: none.",
    )

    _cooling_off_days_positive = models.Constraint(
        "CHECK (cooling_off_days >= 0)", "Cooling-off days cannot be negative."
    )
    _refund_percents = models.Constraint(
        "CHECK (refund_clawback_percent BETWEEN 0 AND 100 "
        "AND refund_fee_percent BETWEEN 0 AND 100 "
        "AND refund_interest_percent BETWEEN 0 AND 100)",
        "The percentages of a refund are between 0 and 100.",
    )
    _refund_fee_positive = models.Constraint(
        "CHECK (refund_fee_amount >= 0)", "The fee of a refund cannot be negative."
    )
