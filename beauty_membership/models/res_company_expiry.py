# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models


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
