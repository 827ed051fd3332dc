# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyContract(models.Model):
    """The terms of later changes a contract was sold under, and when it is frozen."""

    _name = "beauty.contract"
    _inherit = ["beauty.contract", "beauty.change.terms.mixin"]

    frozen_from = fields.Date(
        readonly=True,
        copy=False,
        help="First day it stands still. In the future: a freeze that is planned.",
    )
    frozen_until = fields.Date(
        readonly=True,
        copy=False,
        help="Last day it stands still; the night after it is active again. Empty: "
        "until somebody unfreezes it.",
    )
