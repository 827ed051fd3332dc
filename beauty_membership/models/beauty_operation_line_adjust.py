# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyOperationLine(models.Model):
    """Units that an adjustment adds are worth what the contract's others are."""

    _inherit = "beauty.operation.line"

    list_amount = fields.Monetary(
        string="List Price",
        compute="_compute_list_amount",
        help="The same units at the list price of the sale.",
    )

    @api.depends("entitlement_id", "quantity")
    def _compute_list_amount(self):
        for line in self:
            line.list_amount = line.entitlement_id.list_price * line.quantity

    @api.depends("operation_id.direction")
    def _compute_amount(self):
        added = self.filtered(lambda line: line.operation_id._is_adding())
        for line in added:
            line.amount = line._get_added_amount()
        return super(BeautyOperationLine, self - added)._compute_amount()

    def _get_added_amount(self):
        """Return the book value of units that are added; gifts carry none."""
        holding = self.entitlement_id
        if not holding or not holding.amount:
            return 0.0
        unit = holding.unit_amount
        if holding.kind == "value":
            unit = holding.amount / (holding.quantity or 1.0)
        return holding.currency_id.round(unit * self.quantity)

    def _ensure_enough(self):
        """What is added need not be there before."""
        return self.operation_id._is_adding() or super()._ensure_enough()
