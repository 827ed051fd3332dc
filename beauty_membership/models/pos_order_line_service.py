# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


class PosOrderLine(models.Model):
    """What a captured line leaves behind: service log and shares of the staff."""

    _inherit = "pos.order.line"

    def _prepare_log_vals(self, amount):
        """Return the service log of a service line.

        :param float amount: revenue of the line, without taxes
        """
        self.ensure_one()
        order = self.order_id
        return {
            # first: its currency rounds the amount
            "company_id": order.company_id.id,
            "partner_id": (self.beneficiary_id or order.partner_id).id,
            "product_id": self.product_id.id,
            "technician_id": self.technician_id.id,
            "date": order._get_membership_time(),
            "shop_id": order.config_id.beauty_shop_id.id,
            "pos_order_line_id": self.id,
            "entitlement_id": self.entitlement_id.id,
            "units": self._get_units_used(),
            "amount": amount,
        }

    def _get_units_used(self):
        """Return the units that this line takes of its holding; none if paid."""
        holding = self.entitlement_id
        return int(self.qty) * holding._get_units(self.product_id) if holding else 0

    def _prepare_sale_performance_vals(self, amount):
        """Return the share of the seller of the line."""
        self.ensure_one()
        order = self.order_id
        return {
            "employee_id": self.seller_id.id,
            "role": "seller",
            "kind": "sale",
            "base_amount": amount,
            "pos_order_line_id": self.id,
            "date": order._get_membership_time(),
            "shop_id": order.config_id.beauty_shop_id.id,
            "company_id": order.company_id.id,
        }

    def _reverse_performance(self):
        """Take back the seller's share of what this line refunds."""
        original = self.refunded_orderline_id
        # sudo: rows of performance are written by the settlement only
        rows = (
            self.env["beauty.performance"]
            .sudo()
            .search([("pos_order_line_id", "=", original.id), ("role", "=", "seller")])
        )
        if original.qty:
            rows._reverse(-self.qty / original.qty)
