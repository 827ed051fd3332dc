# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyBreakage(models.Model):
    """Income of an expected expiry: recognised ahead, or released by the expiry.

    The end of a month writes a row for each contract whose part changes, an expiry
    one that releases what was recognised before it. Nobody changes a row; their sum
    is the balance of the contra account.
    """

    _name = "beauty.breakage"
    _description = "Expected Expiry Recognised"
    _order = "date desc, id desc"

    contract_id = fields.Many2one(
        "beauty.contract", required=True, ondelete="restrict", index=True, readonly=True
    )
    date = fields.Date(required=True, readonly=True, index=True)
    amount = fields.Monetary(
        required=True,
        readonly=True,
        help="Recognised ahead of the expiry; negative when released or taken back.",
    )
    operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Expiry",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
    )
    move_id = fields.Many2one(
        comodel_name="account.move",
        string="Journal Entry",
        ondelete="restrict",
        readonly=True,
    )
    company_id = fields.Many2one(
        "res.company", required=True, ondelete="restrict", readonly=True
    )
    currency_id = fields.Many2one(related="company_id.currency_id")
