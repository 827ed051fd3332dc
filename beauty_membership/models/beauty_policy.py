# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..rules.part_payment import AT_ONCE, BY_MANAGER, WHEN_PAID
from ..rules.sharing import NAMED, NOBODY, PRESENT

CONFIRMATIONS = [
    ("none", "Nothing"),
    ("signature", "Signature on the screen"),
    ("pin", "Her own PIN"),
    ("code", "A code sent to her"),
]
RELEASES = [
    (WHEN_PAID, "What is paid for"),
    (AT_ONCE, "All at once"),
    (BY_MANAGER, "What a manager releases"),
]

SHARINGS = [
    (NOBODY, "Nobody else"),
    (NAMED, "Named partners"),
    (PRESENT, "Named partners, and guests once"),
]


class BeautyPolicy(models.Model):
    """The rules a contract is sold under.

    Managers create it. Its values are copied onto each contract at the sale;
    changing it later touches no sold contract.
    """

    _name = "beauty.policy"
    _description = "Membership Policy"
    _order = "sequence, id"

    name = fields.Char(required=True, translate=True)
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
    company_id = fields.Many2one(
        comodel_name="res.company", help="Empty: for every company."
    )
    grace_days = fields.Integer(
        help="Days after the last day of validity on which a holding can still be used."
    )
    note = fields.Html(
        string="Terms",
        translate=True,
        help="Printed under the contract, as agreed with the member.",
    )

    _grace_positive = models.Constraint(
        "CHECK (grace_days >= 0)", "The days of grace cannot be negative."
    )

    def _prepare_contract_vals(self):
        """Return the terms that a sale copies onto its contract.

        :return: dict of beauty.contract values
        """
        return {"policy_id": self.id, "grace_days": self.grace_days}
