# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from .pos_order import PAID

PROTECTED = {"amount", "payment_method_id", "pos_order_id", "currency_id"}


class PosPayment(models.Model):
    """A prepaid payment is final once its ticket is captured."""

    _inherit = "pos.payment"

    @api.model_create_multi
    def create(self, vals_list):
        payments = super().create(vals_list)
        payments._ensure_not_settled()
        payments.pos_order_id._ensure_still_paid()
        return payments

    def write(self, vals):
        if not PROTECTED & set(vals):
            return super().write(vals)
        self._ensure_not_settled()
        orders = self.pos_order_id
        res = super().write(vals)
        self._ensure_not_settled()
        (orders | self.pos_order_id)._ensure_still_paid()
        return res

    def unlink(self):
        orders = self.pos_order_id
        res = super().unlink()
        orders.exists()._ensure_still_paid()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_settled(self):
        self._ensure_not_settled()

    def _ensure_not_settled(self):
        """A prepaid payment of a captured ticket is final.

        :raises SettledOrderError: if one of them is such a payment
        """
        captured = self.filtered(lambda payment: payment.pos_order_id.state in PAID)
        prepaid = captured.filtered("payment_method_id.is_prepaid")
        prepaid.pos_order_id._ensure_not_settled()
