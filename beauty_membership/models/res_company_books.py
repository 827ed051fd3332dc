# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from typing import NamedTuple

from odoo import Command, models
from odoo.exceptions import UserError
from odoo.tools.misc import clean_context


class TaxedAmount(NamedTuple):
    """Money that becomes income, taxes included: of what, where, with which taxes."""

    product: models.BaseModel
    account: models.BaseModel
    taxes: models.BaseModel
    money: float


class ResCompany(models.Model):
    """The addon's own journal entries: what moves prepayments outside a ticket."""

    _inherit = "res.company"

    def _book_membership(self, day, label, balances, lines=(), marks=None):
        """Post a journal entry that moves the prepayments of members.

        In a period closed meanwhile it gets the first open day; its reference
        names the original one.

        :param date day: of the entry
        :param str label: of its lines, and its reference
        :param list balances: of (res.partner, money): who is debited (positive) or
            credited on the prepayments account; a third one: more values of the item
        :param lines: values of the other account.move.line, that balance them
        :param dict marks: further values of the account.move that say what it is
        :return: list of account.move.line, one for each balance; empty where its
            money is zero
        """
        self.ensure_one()
        booked = [
            (who, self.currency_id.round(money), *more)
            for who, money, *more in balances
        ]
        kept = [pair for pair in booked if not self.currency_id.is_zero(pair[1])]
        # sudo: a manager moves holdings; she need not be an accountant
        company = self.sudo()
        items = company._post_membership(day, label, kept, list(lines), marks or {})
        found = iter(items)
        return [
            items.browse() if self.currency_id.is_zero(money) else next(found)
            for _who, money, *_more in booked
        ]

    def _post_membership(self, day, label, balances, lines, marks):
        """Return the posted items of the prepayments account, in the order given."""
        if not balances and not lines:
            return self.env["account.move.line"]
        self._beauty_setup()
        account = self.beauty_liability_account_id
        vals_list = [
            {
                "account_id": account.id,
                "partner_id": partner.commercial_partner_id.id,
                "name": label,
                "balance": money,
                **(more[0] if more else {}),
            }
            for partner, money, *more in balances
        ]
        move = self._post_own_move(day, label, [*vals_list, *lines], marks)
        if move.date != day and str(day) not in label:
            move.ref = f"{label} ({day})"
        items = move.line_ids.filtered(lambda line: line.account_id == account)
        return items.sorted("id")

    def _post_own_move(self, day, label, lines, marks):
        """Post an entry in the membership journal.

        :param lines: values of its account.move.line
        :param dict marks: further values of the account.move that say what it is
        :return: account.move
        """
        # defaults of an invoice that is being posted are not for this entry; its
        # tax lines are worked out here, as a closing's are
        context = {**clean_context(self.env.context), "skip_invoice_sync": True}
        # pylint: disable-next=context-overridden
        Move = self.env["account.move"].with_context(context)
        move = Move.create(
            {
                "journal_id": self.beauty_journal_id.id,
                "company_id": self.id,
                "date": day,
                "ref": label,
                "line_ids": [Command.create(line) for line in lines],
                **marks,
            }
        )
        move._post(soft=False)
        return move

    def _prepare_taxed_lines(self, rows, label):
        """Return the credits of income and taxes, in total exactly what comes in.

        :param rows: list of TaxedAmount; an empty account: the product's income
        :param str label: of the lines
        :return: list of account.move.line values
        """
        AccountTax = self.env["account.tax"]
        base_lines = [self._get_taxed_base_line(row) for row in rows]
        AccountTax._add_tax_details_in_base_lines(base_lines, self)
        AccountTax._round_base_lines_tax_details(base_lines, self)
        AccountTax._add_accounting_data_in_base_lines_tax_details(
            base_lines, self, include_caba_tags=True
        )
        results = AccountTax._prepare_tax_lines(base_lines, self)
        vals_list = [
            self._prepare_taxed_base(base_line, amounts, label)
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

    def _get_taxed_base_line(self, row):
        account = row.account or self._get_income_account(row.product)
        return self.env["account.tax"]._prepare_base_line_for_taxes_computation(
            None,
            product_id=row.product,
            quantity=1.0,
            price_unit=self.currency_id.round(row.money),
            tax_ids=row.taxes,
            special_mode="total_included",
            account_id=account,
            currency_id=self.currency_id,
            is_refund=row.money < 0,
            rate=1.0,
            sign=-1,
        )

    def _get_income_account(self, product):
        """:raises UserError: if the product has none"""
        accounts = product.with_company(self).product_tmpl_id.get_product_accounts()
        if not accounts["income"]:
            raise UserError(
                self.env._("“%s” has no income account.", product.display_name)
            )
        return accounts["income"]

    def _get_service_taxes(self, product):
        """Return the taxes of a service in this company."""
        self.ensure_one()
        taxes = product.with_company(self).taxes_id
        return taxes._filter_taxes_by_company(self)

    def _prepare_taxed_base(self, base_line, amounts, label):
        """The base yields where several taxes cannot share a cent."""
        taxes = sum(tax["tax_amount"] for tax in base_line["tax_details"]["taxes_data"])
        name = base_line["product_id"].display_name
        return {
            "name": f"{label} - {name}" if name else label,
            "account_id": base_line["account_id"].id,
            "product_id": base_line["product_id"].id,
            "tax_ids": [Command.set(base_line["tax_ids"].ids)],
            "tax_tag_ids": amounts["tax_tag_ids"],
            "balance": self.currency_id.round(taxes - base_line["price_unit"]),
        }
