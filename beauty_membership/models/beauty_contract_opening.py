# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyContract(models.Model):
    """A contract that another system sold, taken over with the opening balance."""

    _inherit = "beauty.contract"

    opening_id = fields.Many2one(
        comodel_name="beauty.opening",
        string="Opening Balance",
        ondelete="restrict",
        readonly=True,
        copy=False,
        index="btree_not_null",
    )
    opening_reference = fields.Char(
        string="Earlier Number",
        readonly=True,
        copy=False,
        help="Number of the card in the other system.",
    )
