# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

LAPSES = [
    ("nothing", "Nothing"),
    ("gifts", "Gifts only, never what was paid"),
    ("everything", "Everything"),
]
EXPIRY_MODES = [
    ("list", "When a manager approves the list"),
    ("auto", "By itself, every night"),
]
BREAKAGES = [
    ("untaxed", "Income, without VAT"),
    ("taxed", "Income less VAT, with the VAT of its service"),
    ("unclaimed", "Unclaimed property, still a liability"),
]
PERCENT_HELP = (
    "Share of what is sold that members will not use in time, by experience. At the "
    "end of each month it becomes income in proportion to what was used (IFRS 15, "
    "B46), on an account of its own that the expiry releases. 0: only what expires. "
    "It needs a policy by which what was paid lapses to the company."
)
# What a sale copies from its policy onto its contract.
EXPIRY_TERMS = ("lapses", "expiry_mode", "breakage")


class BeautyExpiryTerms(models.AbstractModel):
    """What becomes of what was not used in time, as policy and contract say it.

    The policy and the contract carry the same fields; a sale copies them, and a
    later change of the policy touches no sold contract.
    """

    _name = "beauty.expiry.terms.mixin"
    _description = "Expiry Terms"

    lapses = fields.Selection(
        string="What Lapses",
        selection=LAPSES,
        required=True,
        default="everything",
        help="What the member loses after the last day and the days of grace. What "
        "does not lapse stays hers and on the prepayments account; it is used again "
        "once a manager extends its days.",
    )
    expiry_mode = fields.Selection(
        selection=EXPIRY_MODES, string="When it Lapses", required=True, default="list"
    )
    breakage = fields.Selection(
        selection=BREAKAGES,
        string="Booked as",
        required=True,
        default="untaxed",
        help="Where the money behind what lapses goes. If tax was due at the sale "
        "there is none left in it: the first two are the same then. Stored value for "
        "any service has the company's default sales tax.",
    )
