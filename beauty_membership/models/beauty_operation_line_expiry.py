# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class BeautyOperationLine(models.Model):
    """What lapses takes all the money behind it along."""

    _inherit = "beauty.operation.line"

    def _compute_amount(self):
        lapsing = self.filtered(lambda line: line.operation_id.kind == "expire")
        for line in lapsing:
            line.amount = line.entitlement_id and line.entitlement_id._get_lapse_value()
        return super(BeautyOperationLine, self - lapsing)._compute_amount()
