# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import fields, models

from .res_company_books import TaxedAmount


class ResCompany(models.Model):
    """The journal entry of pass days that went by: liability to revenue and tax."""

    _inherit = "res.company"

    def _get_beauty_today(self):
        """Return today where the company works."""
        self.ensure_one()
        zone = self.resource_calendar_id.tz or self.env.user.tz
        return fields.Date.context_today(self.with_context(tz=zone))

    def _book_released(self, gone_days, day):
        """Post the journal entry of days that went by up to a day.

        :param gone_days: list of GoneDays of one month
        :return: {res.partner: the account.move.line that debits her liability}
        """
        self.ensure_one()
        values = defaultdict(float)
        for gone in gone_days:
            values[gone.holding.partner_id.commercial_partner_id] += gone.value
        label = self.env._("Pass days until %s", fields.Date.to_string(day))
        lines = self._prepare_taxed_lines(self._get_released_amounts(gone_days), label)
        marks = {"beauty_release_on": day}
        items = self._book_membership(day, label, values.items(), lines, marks)
        return dict(zip(values, items, strict=True))

    def _get_released_amounts(self, gone_days):
        """Return what becomes income, one row for each service whose pass lost days.

        :return: list of TaxedAmount
        """
        groups = defaultdict(float)
        for gone in gone_days:
            holding = gone.holding
            is_taxed = holding.contract_id.tax_point == "redemption"
            groups[holding.product_ids[:1], is_taxed] += gone.value
        nothing = self.env["account.account"], self.env["account.tax"]
        return [
            TaxedAmount(
                product,
                nothing[0],
                self._get_service_taxes(product) if is_taxed else nothing[1],
                money,
            )
            for (product, is_taxed), money in groups.items()
            if not self.currency_id.is_zero(money)
        ]
