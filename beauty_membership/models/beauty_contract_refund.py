# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyContract(models.Model):
    """The refund terms a contract was sold under."""

    _name = "beauty.contract"
    _inherit = ["beauty.contract", "beauty.refund.terms.mixin"]
