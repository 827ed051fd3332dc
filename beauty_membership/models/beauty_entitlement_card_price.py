# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, models

from ..rules.money import from_cents, to_cents
from ..rules.pricing import take_value


class BeautyEntitlement(models.Model):
    """What a use of a holding costs on a ticket line, to the cent."""

    _inherit = "beauty.entitlement"

    @api.model
    def _get_row_prices(self, holding, products, company):
        """Return how a ticket line reaches the value of one use, and of the last.

        :return: {product id: dict: value, price_unit, extra_tax_data, tax_ids and
            `last` with the first three for the use that empties the holding};
            without the services that take more units than are left
        """
        units = self._get_row_units(holding, products)
        return {
            product["id"]: self._get_product_price(
                holding,
                product,
                self._get_row_values(holding, units[product["id"]]),
                company,
            )
            for product in products
            if units[product["id"]] <= holding["remaining"]
        }

    @api.model
    def _get_row_values(self, holding, units):
        """Return the money of a use that takes so many units: the next, the last."""
        digits = holding["decimal_places"]
        unit = to_cents(holding["unit_amount"] or 0, digits)
        left = int(holding["remaining"])
        total = to_cents(holding["amount_remaining"], digits)
        return (
            from_cents(take_value(total, left, unit, units), digits),
            from_cents(total - unit * (left - units), digits),
        )

    @api.model
    def _get_product_price(self, holding, product, values, company):
        # sudo: a product may carry taxes of companies the user does not see
        taxes = self.env["account.tax"].sudo()
        if holding["tax_point"] != "sale":
            taxes = taxes.browse(product["tax_ids"]).filtered("active")
            taxes = taxes._filter_taxes_by_company(company)
        record = self.env["product.product"].browse(product["id"])
        price, last = (
            self._get_line_price(value, record, taxes, company) for value in values
        )
        return {**price, "tax_ids": taxes.ids, "last": last}

    def _get_use_price(self, product, config):
        """Return the prices of one holding for one service, as the card has them.

        :param product: product.product, one of the holding's services
        :param config: pos.config
        """
        self.ensure_one()
        holdings = self._fetch_holdings(self.partner_id, config.company_id)
        holding = next(row for row in holdings if row["id"] == self.id)
        return self._get_row_prices(holding, holding["products"], config.company_id)[
            product.id
        ]

    @api.model
    def _get_line_price(self, value, product, taxes, company):
        """Return the unit price, and exact taxes where needed, that total a value.

        Prices that include their taxes are the value itself. With taxes on top
        the value is reached exactly by Odoo's own reduction to a target amount.

        :return: dict: value, price_unit, extra_tax_data
        """
        if not value or all(tax.price_include for tax in taxes):
            return {"value": value, "price_unit": value, "extra_tax_data": False}
        AccountTax = self.env["account.tax"]
        base_line = AccountTax._prepare_base_line_for_taxes_computation(
            {},
            price_unit=value,
            quantity=1.0,
            tax_ids=taxes,
            product_id=product,
            currency_id=company.currency_id,
            rate=1.0,
        )
        AccountTax._add_tax_details_in_base_line(base_line, company)
        AccountTax._round_base_lines_tax_details([base_line], company)
        target = AccountTax._reduce_base_lines_to_target_amount(
            [base_line], company, "fixed", value, computation_key="beauty_membership"
        )[0]
        AccountTax._fix_base_lines_tax_details_on_manual_tax_amounts([target], company)
        extra = AccountTax._export_base_line_extra_tax_data(target)
        extra.pop("computation_key", None)
        self._fix_total(extra, value)
        return {
            "value": value,
            "price_unit": target["price_unit"],
            "extra_tax_data": extra,
        }

    @api.model
    def _fix_total(self, extra, value):
        """A few cents under several taxes cannot be split exactly: the base yields."""
        taxes = extra["manual_tax_amounts"].values()
        for suffix in ("_currency", ""):
            total = sum(tax.get(f"tax_amount{suffix}", 0.0) for tax in taxes)
            extra[f"manual_total_excluded{suffix}"] = round(value - total, 6)
