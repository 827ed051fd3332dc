# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..exceptions import RedemptionRefused


class PosOrderLine(models.Model):
    """A use that is given back: a refund line with the exact taxes of its original."""

    _inherit = "pos.order.line"

    def _prepare_refund_data(self, refund_order, PosPackOperationLot):
        """A refund names its original; the holding is found through it."""
        return {
            **super()._prepare_refund_data(refund_order, PosPackOperationLot),
            "extra_tax_data": self._get_reversed_extra_tax_data(),
            "discount": self.discount,
        }

    def _get_reversed_extra_tax_data(self):
        """Return the exact tax amounts of the line for a refund of all of it."""
        return self.env["account.tax"]._reverse_quantity_base_line_extra_tax_data(
            self.extra_tax_data
        )

    def _refund_use(self, session, reason):
        """Give one use back by a refund ticket of that session, paid prepaid.

        :param session: the open pos.session that books it
        :param str reason: why, kept on the entry
        :return: the pos.order of the refund
        """
        self.ensure_one()
        order = self.order_id
        if self.refunded_qty >= self.qty:
            raise RedemptionRefused(self.env._("This use was given back already."))
        refund = order.copy(
            {**order._prepare_refund_values(session), "beauty_reason": reason}
        )
        lots = self.env["pos.pack.operation.lot"]
        line = self.copy(self._prepare_refund_data(refund, lots))
        line.update(line._compute_amount_line_all())
        refund._compute_prices()
        refund._pay_prepaid()
        refund.action_pos_order_paid()
        return refund
