# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import format_amount, formatLang

from ..rules import refund as rule


class BeautyOperation(models.Model):
    """A refund's calculation in words and numbers, in the user's language."""

    _inherit = "beauty.operation"

    def _get_calculation_refund(self):
        """Return the calculation, its formula first.

        :return: list of dict: label, amount (money, False for words only), note
        """
        if not self._has_case():
            return []
        rows = [self._prepare_words(row) for row in self.refund_rows or []]
        formula = {"label": self._get_formula(), "amount": False, "note": ""}
        total = {
            "label": self.env._("Gives back, by the policy"),
            "amount": self.policy_amount,
            "note": "",
            "is_total": True,
        }
        return [formula, *rows, total, *self._get_agreed_rows()]

    def _get_agreed_rows(self):
        """Return the row of an amount that differs from the policy's."""
        if self._is_by_policy():
            return []
        return [
            {
                "label": self.env._("Agreed instead"),
                "amount": self.refund_amount,
                "note": self.reason or "",
                "is_total": True,
            }
        ]

    def _is_by_policy(self):
        return (
            self.currency_id.compare_amounts(self.refund_amount, self.policy_amount)
            == 0
        )

    def _get_formula(self):
        """Return the rule of the cause in words."""
        valuation = self.contract_id._origin._get_refund_terms(self.cause).valuation
        formulas = {
            rule.EVERYTHING: self.env._("All that was paid."),
            rule.CONTRACT: self.env._(
                "What was paid, less what was used at the contract's price."
            ),
            rule.LIST: self.env._(
                "What was paid, less what was used at the list price of the sale, "
                "never below nothing."
            ),
            rule.NOTHING: self.env._("Nothing is given back for this cause."),
        }
        return formulas[valuation]

    def _prepare_words(self, row):
        label, note = self._get_words(row)
        return {
            "label": label,
            "amount": self.contract_id._from_cents(row["amount"]),
            "note": note,
        }

    def _get_words(self, row):
        """Return label and note of one row."""
        if row["key"] in (rule.USED, rule.GIFT):
            return self._get_use_words(row)
        words = {
            rule.PAID: (self.env._("Paid"), self.paid_with or ""),
            rule.PRICE: (self.env._("Price agreed"), ""),
            rule.ARREARS: (self.env._("Not paid yet"), ""),
            rule.NO_REFUND: (self.env._("Not given back"), ""),
            rule.CAP: (
                self.env._("List price not taken in full"),
                self._get_cap_words(),
            ),
            rule.GONE: (
                self.env._("Given back, expired or moved before"),
                self.env._("at the contract's price"),
            ),
            rule.TAKEN: (self.env._("Taken by an earlier refund"), ""),
            rule.KEPT: (
                self.env._("Stays on the contract"),
                self.env._("at the contract's price"),
            ),
            rule.NOT_OWED: (
                self.env._("Not owed"),
                self.env._("never more than was paid"),
            ),
            rule.FEE: (self.env._("Fee"), self._get_fee_words()),
            rule.INTEREST: (self.env._("Interest"), self._get_interest_words()),
        }
        return words[row["key"]]

    def _get_use_words(self, row):
        use = row["use"]
        holding = self.env["beauty.entitlement"].sudo().browse(use["ref"])
        if use["kind"] == rule.VALUE:
            return self._get_value_words(row, holding)
        label = self.env._(
            "%(units)s × %(name)s used",
            units=use["units"],
            name=holding.display_name,
        )
        if use["kind"] == rule.PASS:
            label = self.env._(
                "%(units)s of %(all)s days of %(name)s",
                units=use["units"],
                all=int(holding.quantity),
                name=holding.display_name,
            )
            return label, self.env._("in proportion to the days")
        if row["key"] == rule.GIFT:
            label = self.env._("%s, a gift", label)
        if -row["amount"] == use["contract"]:
            return label, self.env._("at the contract's price")
        price = self._format_cents(use["unit_list"])
        return label, self.env._("at the list price of %s", price)

    def _get_value_words(self, row, holding):
        use = row["use"]
        face = self._format_cents(use["units"])
        label = self.env._("%s of stored value used", face)
        if use["is_gift"]:
            label = self.env._("%s of bonus used", face)
        if -row["amount"] == use["units"]:
            return label, self.env._("at its face")
        return label, self.env._("at what was paid for it: paid / (paid + bonus)")

    def _get_cap_words(self):
        percent = formatLang(
            self.env, self.contract_id.refund_clawback_percent, digits=2
        )
        return self.env._("at most %s %% of what was paid", percent)

    def _get_fee_words(self):
        contract = self.contract_id
        parts = []
        if contract.refund_fee_percent:
            number = formatLang(self.env, contract.refund_fee_percent, digits=2)
            parts.append(self.env._("%s %% of it", number))
        if contract.refund_fee_amount:
            parts.append(
                format_amount(self.env, contract.refund_fee_amount, self.currency_id)
            )
        return " + ".join(parts)

    def _get_interest_words(self):
        return self.env._(
            "%(percent)s %% a year for %(days)s days",
            percent=formatLang(
                self.env, self.contract_id.refund_interest_percent, digits=2
            ),
            days=(self.date - (self.date_ended or self.date)).days,
        )

    def _format_cents(self, cents):
        money = self.contract_id._from_cents(cents)
        return format_amount(self.env, money, self.currency_id)
