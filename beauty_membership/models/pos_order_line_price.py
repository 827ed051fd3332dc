# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from datetime import timedelta

from odoo import api, fields, models
from odoo.fields import Domain
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
        # Odoo writes lines of one register at a time
        for line in lines._filter_unlike(lines._fetch_list_prices(since)):
            line.has_other_price = True

    def _filter_unlike(self, prices):
        """Return the lines whose price is not the list price with its extras."""
        digits = self.env["decimal.precision"].precision_get("Product Price")
        return self.filtered(
            lambda line: float_compare(
                line.price_unit,
                prices[line.id] + line.price_extra,
                precision_digits=digits,
            )
        )

    def _fetch_list_prices(self, since):
        """Return what the pricelists of the tickets say, many products at once.

        :param datetime since: before all of the tickets
        :return: {line id: money}
        """
        # a day has one price, unless a rule starts or ends meanwhile
        is_changing = self._has_price_changes(since)
        prices = {}
        for lines in self.grouped(
            lambda line: line._get_price_key(is_changing)
        ).values():
            order = lines[0].order_id
            found = order.pricelist_id._get_products_price(
                lines.product_id,
                lines[0].qty or 1.0,
                currency=order.currency_id,
                date=order.date_order,
            )
            prices.update((line.id, found[line.product_id.id]) for line in lines)
        return prices

    @api.model
    def _has_price_changes(self, since):
        """Whether a rule of some pricelist started or ended since then."""
        now = fields.Datetime.now()
        domain = Domain.OR(
            Domain(name, ">=", since) & Domain(name, "<=", now)
            for name in ("date_start", "date_end")
        )
        return bool(self.env["product.pricelist.item"].search_count(domain, limit=1))

    def _get_price_key(self, is_changing):
        order = self.order_id
        when = order.date_order if is_changing else order.date_order.date()
        return order.pricelist_id, order.currency_id, self.qty, when
