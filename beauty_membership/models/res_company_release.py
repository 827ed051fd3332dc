# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict

from odoo import Command, fields, models
from odoo.exceptions import UserError


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

        In a period closed meanwhile it gets the first open day; its reference
        names the original one.

        :param gone_days: list of GoneDays of one month
        :return: {res.partner: the account.move.line that debits her liability}
        """
        self.ensure_one()
        values = defaultdict(float)
        for gone in gone_days:
            values[gone.holding.partner_id.commercial_partner_id] += gone.value
        values = {
            partner: self.currency_id.round(value)
            for partner, value in values.items()
            if not self.currency_id.is_zero(value)
        }
        if not values:
            return {}
        move = self._create_release_move(gone_days, values, day)
        move._post()
        liability = move.line_ids.filtered(
            lambda line: line.account_id == self.beauty_liability_account_id
        )
        return {line.partner_id: line for line in liability}

    def _create_release_move(self, gone_days, values, day):
        label = self.env._("Pass days until %s", fields.Date.to_string(day))
        lines = [
            {
                "account_id": self.beauty_liability_account_id.id,
                "partner_id": partner.id,
                "name": label,
                "balance": value,
            }
            for partner, value in values.items()
        ]
        lines += self._prepare_release_income(gone_days, label)
        # its tax lines are worked out here, as a closing's are
        Move = self.env["account.move"].with_context(skip_invoice_sync=True)
        return Move.create(
            {
                "journal_id": self.beauty_journal_id.id,
                "company_id": self.id,
                "date": day,
                "ref": label,
                "beauty_release_on": day,
                "line_ids": [Command.create(line) for line in lines],
            }
        )

    def _prepare_release_income(self, gone_days, label):
        """Return the credits of revenue and tax, in total exactly what is released."""
        AccountTax = self.env["account.tax"]
        base_lines = self._get_release_base_lines(gone_days)
        AccountTax._add_tax_details_in_base_lines(base_lines, self)
        AccountTax._round_base_lines_tax_details(base_lines, self)
        AccountTax._add_accounting_data_in_base_lines_tax_details(
            base_lines, self, include_caba_tags=True
        )
        results = AccountTax._prepare_tax_lines(base_lines, self)
        vals_list = [
            self._prepare_release_base(base_line, amounts, label)
            for base_line, amounts in results["base_lines_to_update"]
        ]
        return vals_list + [
            {
                key: value
                for key, value in tax_line.items()
                if key not in ("currency_id", "amount_currency")
            }
            for tax_line in results["tax_lines_to_add"]
        ]

    def _get_release_base_lines(self, gone_days):
        """Return one base line for each service whose pass lost days."""
        groups = defaultdict(float)
        for gone in gone_days:
            holding = gone.holding
            product = holding.product_ids[:1]
            is_taxed = holding.contract_id.tax_point == "redemption"
            groups[product, is_taxed] += gone.value
        return [
            self._get_release_base_line(product, is_taxed, value)
            for (product, is_taxed), value in groups.items()
            if not self.currency_id.is_zero(value)
        ]

    def _get_release_base_line(self, product, is_taxed, value):
        product = product.with_company(self)
        taxes = product.taxes_id._filter_taxes_by_company(self)
        income = product.product_tmpl_id.get_product_accounts()["income"]
        if not income:
            raise UserError(
                self.env._("“%s” has no income account.", product.display_name)
            )
        return self.env["account.tax"]._prepare_base_line_for_taxes_computation(
            None,
            product_id=product,
            quantity=1.0,
            price_unit=self.currency_id.round(value),
            tax_ids=taxes if is_taxed else taxes.browse(),
            special_mode="total_included",
            account_id=income,
            currency_id=self.currency_id,
            rate=1.0,
            sign=-1,
        )

    def _prepare_release_base(self, base_line, amounts, label):
        """The base yields where several taxes cannot share a cent."""
        taxes = sum(tax["tax_amount"] for tax in base_line["tax_details"]["taxes_data"])
        return {
            "name": f"{label} - {base_line['product_id'].display_name}",
            "account_id": base_line["account_id"].id,
            "product_id": base_line["product_id"].id,
            "tax_ids": [Command.set(base_line["tax_ids"].ids)],
            "tax_tag_ids": amounts["tax_tag_ids"],
            "balance": self.currency_id.round(taxes - base_line["price_unit"]),
        }
