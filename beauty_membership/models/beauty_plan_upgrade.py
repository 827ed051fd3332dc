# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from .beauty_contract_upgrade import NO_UPGRADE_KINDS


class BeautyPlan(models.Model):
    """A plan that the rest of a smaller one pays a part of."""

    _inherit = "beauty.plan"

    def _takes_upgrades(self):
        """Whether what is left of another plan may go into this one."""
        self.ensure_one()
        kinds = set(self.line_ids.mapped("kind"))
        return bool(kinds) and not kinds & set(NO_UPGRADE_KINDS)

    def _get_gross_price(self):
        """Return the list price, taxes included."""
        self.ensure_one()
        template = self.product_tmpl_id
        taxes = template.taxes_id._filter_taxes_by_company(self.company_id)
        total = taxes.compute_all(
            template.list_price,
            self.currency_id,
            product=template.product_variant_id,
        )["total_included"]
        return self.currency_id.round(total)

    def _prepare_upgrade_row(self):
        return {
            "plan_id": self.id,
            "name": self.name,
            "product_id": self.product_tmpl_id.product_variant_id.id,
            "price": self._get_gross_price(),
        }
