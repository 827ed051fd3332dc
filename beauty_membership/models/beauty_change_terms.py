# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

TRANSFERS = [
    ("free", "Free of charge"),
    ("fee", "For a fee"),
    ("none", "Not allowed"),
]
# What a sale copies from its policy onto its contract.
CHANGE_TERMS = (
    "transfer",
    "transfer_fee_percent",
    "transfer_fee_amount",
    "can_freeze",
    "freeze_max_days",
    "freeze_min_days",
    "freeze_max_times",
    "extend_max_days",
)


class BeautyChangeTerms(models.AbstractModel):
    """What a member may change after the sale, as agreed: transfer, freeze, extend.

    The policy and the contract carry the same fields; a sale copies them.
    """

    _name = "beauty.change.terms.mixin"
    _description = "Terms of Later Changes"

    transfer = fields.Selection(
        selection=TRANSFERS,
        required=True,
        default="free",
        help="Whether what is left may go to another member.",
    )
    transfer_fee_percent = fields.Float(
        string="Transfer Fee (%)",
        digits=(5, 2),
        help="Of the book value that moves, taxes included.",
    )
    transfer_fee_amount = fields.Float(
        string="Fee for Each Transfer",
        digits="Product Price",
        help="Taxes included, invoiced to who held the contract.",
    )
    can_freeze = fields.Boolean(
        string="Can Be Frozen",
        default=True,
        help="The member may let it stand still; it stays valid longer by those days.",
    )
    freeze_max_days = fields.Integer(
        string="Most Days Frozen",
        help="In any 365 days. Above it a second person approves. 0: any.",
    )
    freeze_min_days = fields.Integer(
        string="Least Days of a Freeze",
        help="Below it a second person approves. 0: any.",
    )
    freeze_max_times = fields.Integer(
        string="Most Freezes",
        help="In any 365 days. Above it a second person approves. 0: any.",
    )
    extend_max_days = fields.Integer(
        string="Days of an Extension",
        help="Above it a second person approves. 0: any.",
    )

    _transfer_fee_range = models.Constraint(
        "CHECK (transfer_fee_percent BETWEEN 0 AND 100 AND transfer_fee_amount >= 0)",
        "The fee of a transfer is between 0 and 100 percent, and not negative.",
    )
    _change_days_positive = models.Constraint(
        "CHECK (freeze_max_days >= 0 AND freeze_min_days >= 0 "
        "AND freeze_max_times >= 0 AND extend_max_days >= 0)",
        "Days and times of changes cannot be negative.",
    )
