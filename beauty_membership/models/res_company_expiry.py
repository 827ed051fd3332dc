# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .res_company_books import TaxedAmount


class ResCompany(models.Model):
    """Taxes of what a member paid ahead."""

    _inherit = "res.company"

    def _get_holding_taxes(self, holding):
        """Return the taxes of what a holding buys, in this company.

        Stored value for any service has the company's default sales tax.
        """
        self.ensure_one()
        product = holding.product_ids[:1]
        if product:
            return self._get_service_taxes(product)
        # sudo: a manager need not see how the company is set up
        return self.sudo().account_sale_tax_id

    def _get_net(self, taxes, money):
        """Return what is left of money without the taxes in it."""
        self.ensure_one()
        if not taxes or self.currency_id.is_zero(money):
            return money
        nothing = self.env["product.product"]
        # any account will do: nothing is booked on it
        account = self.beauty_liability_account_id
        base_line = self._get_taxed_base_line(
            TaxedAmount(nothing, account, taxes, money)
        )
        self.env["account.tax"]._add_tax_details_in_base_lines([base_line], self)
        return self.currency_id.round(base_line["tax_details"]["raw_total_excluded"])
