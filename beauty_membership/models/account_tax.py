# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.exceptions import ValidationError


class AccountTax(models.Model):
    """Which taxes a plan taxed at the sale may carry."""

    _inherit = "account.tax"

    def _ensure_has_account(self):
        """A tax without an account would be posted on the liability itself.

        :raises ValidationError: naming the tax that needs an account
        """
        for tax in self.filtered("amount"):
            lines = tax.repartition_line_ids.filtered(
                lambda line: line.repartition_type == "tax" and line.factor_percent
            )
            if not lines or not all(line.account_id for line in lines):
                raise ValidationError(
                    self.env._(
                        "Give the tax “%s” an account first: a plan taxed at the sale "
                        "must not post it on the member prepayments.",
                        tax.name,
                    )
                )
