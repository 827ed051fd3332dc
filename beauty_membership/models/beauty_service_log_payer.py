# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyServiceLog(models.Model):
    """A service that somebody else than its client paid for."""

    _inherit = "beauty.service.log"

    payer_id = fields.Many2one(
        comodel_name="res.partner",
        string="Paid by",
        ondelete="restrict",
        index="btree_not_null",
        readonly=True,
        help="The member whose sessions were used, or who paid. Empty: the client.",
    )
