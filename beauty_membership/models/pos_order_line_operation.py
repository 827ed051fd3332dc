# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class PosOrderLine(models.Model):
    """A line of a ticket that pays an operation out."""

    _inherit = "pos.order.line"

    operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Pays Out",
        ondelete="restrict",
        index="btree_not_null",
        copy=False,
        help="The refund of a contract that this line is a part of.",
    )
    operation_row = fields.Integer(copy=False, help="Which part; 0: the plan itself.")

    def _is_service(self):
        """The price of services performed before is no service of this ticket."""
        return not self.operation_id and super()._is_service()

    def _is_judged(self):
        """Approved with the refund, whatever the list price."""
        return not self.operation_id and super()._is_judged()

    def _is_final(self):
        return bool(self.operation_id) or super()._is_final()

    def _is_rounded_alone(self):
        return bool(self.operation_id) or super()._is_rounded_alone()

    def _prepare_base_line_for_taxes_computation(self):
        """Each part is booked on its own account."""
        base_line = super()._prepare_base_line_for_taxes_computation()
        if self.operation_id:
            account = self.operation_id._get_row_account(self.operation_row)
            fiscal_position = self.order_id.fiscal_position_id
            base_line["account_id"] = fiscal_position.map_account(account)
        return base_line
