# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models


class BeautyPerformance(models.Model):
    """The seller's share of a contract that is refunded."""

    _inherit = "beauty.performance"

    operation_id = fields.Many2one(
        comodel_name="beauty.operation",
        string="Refund",
        ondelete="restrict",
        readonly=True,
        index="btree_not_null",
        help="The refund of the contract that took it back.",
    )

    def _take_back_for(self, operation, part):
        """Take back a part of the shares, for one contract of each line.

        :param operation: beauty.operation, the refund
        :param float part: of what was paid that goes back, 0 to 1
        """
        for row in self:
            back = row._reverse(part / (row.pos_order_line_id.qty or 1.0))
            back.operation_id = operation

    def _give_again(self, operation):
        """A refund was reversed: the shares it took are given again."""
        self.create(
            [
                {
                    **row._prepare_reverse_vals(row.base_amount),
                    "reversed_id": row.reversed_id.id,
                    "operation_id": operation.id,
                }
                for row in self
            ]
        )
