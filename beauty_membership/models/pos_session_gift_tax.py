# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import Command, fields, models


class PosSession(models.Model):
    """The tax on gifts that the house bears, booked once at the closing."""

    _inherit = "pos.session"

    def _validate_session(self, *args, **kwargs):
        res = super()._validate_session(*args, **kwargs)
        if self.state == "closed" and self.company_id.beauty_gift_tax == "list":
            # sudo: whoever closes the register need not be an accountant
            self.sudo()._book_gift_tax()
        return res

    def _book_gift_tax(self):
        """Post what the gifts of the session's tickets contain in taxes as a cost."""
        base_lines = self._get_gift_base_lines()
        vals_list = self._prepare_gift_items(base_lines) if base_lines else []
        if vals_list:
            # its tax lines are worked out here, as the closing's are
            Move = self.env["account.move"].with_context(skip_invoice_sync=True)
            move = Move.create(
                {
                    "journal_id": self.company_id.beauty_journal_id.id,
                    "date": self.move_id.date or fields.Date.context_today(self),
                    "ref": self.env._("Tax on gifts of %s", self.name),
                    "line_ids": [Command.create(vals) for vals in vals_list],
                }
            )
            move._post()

    def _get_gift_base_lines(self):
        """Return the gifts as taxes are computed on them: at what points paid for."""
        lines = self._get_closed_orders().lines
        gifts = lines.filtered(
            lambda line: (
                (
                    line.beauty_reward_id or line.refunded_orderline_id.beauty_reward_id
                ).kind
                == "product"
            )
        )
        return [
            {
                **line._prepare_base_line_for_taxes_computation(),
                "discount": (line.refunded_orderline_id or line).manual_discount,
            }
            for line in gifts
        ]

    def _prepare_gift_items(self, base_lines):
        """Return journal items: tax to its account, its base for the tax report.

        The base stands on both sides of the account of gifts; what stays is the tax.
        """
        AccountTax = self.env["account.tax"]
        company = self.company_id
        account = company._get_gift_account()
        AccountTax._add_tax_details_in_base_lines(base_lines, company)
        AccountTax._round_base_lines_tax_details(base_lines, company)
        AccountTax._add_accounting_data_in_base_lines_tax_details(
            base_lines, company, include_caba_tags=True
        )
        results = AccountTax._prepare_tax_lines(base_lines, company)
        if not results["tax_lines_to_add"]:
            return []
        items = [
            {
                **self._prepare_gift_item(account, update["balance"]),
                "tax_ids": [Command.set(base_line["tax_ids"].ids)],
                "tax_tag_ids": update["tax_tag_ids"],
            }
            for base_line, update in results["base_lines_to_update"]
        ]
        items += [self._prepare_gift_tax(vals) for vals in results["tax_lines_to_add"]]
        cost = -sum(item["balance"] for item in items)
        return [
            *items,
            self._prepare_gift_item(account, company.currency_id.round(cost)),
        ]

    def _prepare_gift_item(self, account, balance):
        return {
            "name": self.env._("Gifts for points, %s", self.name),
            "account_id": account.id,
            "balance": balance,
            "display_type": "product",
        }

    def _prepare_gift_tax(self, vals):
        repartition = self.env["account.tax.repartition.line"].browse(
            vals["tax_repartition_line_id"]
        )
        return {
            "name": repartition.tax_id.name,
            "account_id": vals["account_id"],
            "balance": vals["balance"],
            "tax_base_amount": abs(vals["tax_base_amount"]),
            "tax_repartition_line_id": repartition.id,
            "tax_tag_ids": vals["tax_tag_ids"],
            "display_type": "tax",
        }
