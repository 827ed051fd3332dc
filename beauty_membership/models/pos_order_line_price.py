# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import float_compare


class PosOrderLine(models.Model):
    """Prices unlike the pricelist are never refused; they are flagged at night."""

    _inherit = "pos.order.line"

    has_other_price = fields.Boolean(
        string="Other than List Price",
        readonly=True,
        copy=False,
        help="The till called the price original, the pricelist of that day says "
        "another one. Uses of packages are not compared.",
    )

    @api.model
    def _cron_flag_prices(self, days=2):
        """Flag lines of the last days whose original price is not the pricelist's.

        :param int days: how far to look back; safe to run twice
        """
        since = fields.Datetime.now() - timedelta(days=days)
        # sudo: the job looks at every company's tickets
        lines = self.sudo().search(
            [
                ("order_id.state", "in", ("paid", "done")),
                ("order_id.date_order", ">=", since),
                ("price_type", "=", "original"),
                ("entitlement_id", "=", False),
                ("refunded_orderline_id", "=", False),
                ("combo_parent_id", "=", False),
                ("has_other_price", "=", False),
            ]
        )
        for line in lines:
            if line._is_unlike_list_price():
                line.has_other_price = True

    def _is_unlike_list_price(self):
        """Compare with the pricelist's price of the ticket's day, extras added."""
        self.ensure_one()
        order = self.order_id
        price = order.pricelist_id._get_product_price(
            self.product_id,
            self.qty or 1.0,
            currency=order.currency_id,
            date=order.date_order,
        )
        return bool(
            float_compare(
                self.price_unit,
                price + self.price_extra,
                precision_digits=self.env["decimal.precision"].precision_get(
                    "Product Price"
                ),
            )
        )
