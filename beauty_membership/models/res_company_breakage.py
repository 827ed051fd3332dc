# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models
from odoo.tools import SQL

from ..report.measures import EXPIRED, JOIN_REFUND, REDEEMED
from ..rules.breakage import get_recognised, to_basis
from ..rules.money import from_cents, to_cents


class ResCompany(models.Model):
    """A month's end: expected expiries become income as the rest is used.

    It is no reversing entry: what stands on the contra account stays there until
    the expiry releases it, or a later month's end corrects it.
    """

    _inherit = "res.company"

    def _get_month_ends(self):
        return [*super()._get_month_ends(), "breakage"]

    def _get_month_end_names(self):
        names = super()._get_month_end_names()
        return {**names, "breakage": self.env._("Expected expiry")}

    def _book_month_end(self, kind, day):
        if kind != "breakage":
            return super()._book_month_end(kind, day)
        changes = self._get_breakage_changes(day)
        total = sum(changes.values())
        move = self.env["account.move"]
        lines = self._prepare_recognition(total)
        if lines:
            move = self._post_month_end(kind, day, lines)
        self._keep_breakage(changes, day, move)
        return move

    def _prepare_recognition(self, money):
        """Return the items that recognise an expected expiry ahead of it."""
        if self.currency_id.is_zero(money):
            return []
        return self._prepare_pair(
            self._get_beauty_account("beauty_contra_account_id"),
            self._get_beauty_account("beauty_breakage_account_id"),
            money,
        )

    def _keep_breakage(self, changes, day, move, operations=None):
        """Write the rows of what was recognised or released.

        :param dict changes: {beauty.contract: money}
        :param dict operations: {beauty.contract: beauty.operation}, for expiries
        """
        operations = operations or {}
        nobody = self.env["beauty.operation"]
        # sudo: rows are written by the ledger only
        self.env["beauty.breakage"].sudo().create(
            [
                {
                    "contract_id": contract.id,
                    "date": day,
                    "amount": money,
                    "move_id": move.id,
                    "operation_id": operations.get(contract, nobody)[:1].id,
                    "company_id": self.id,
                }
                for contract, money in changes.items()
                if not self.currency_id.is_zero(money)
            ]
        )

    def _get_breakage_changes(self, day):
        """Return by how much the recognised income of each contract changes.

        :return: {beauty.contract: money}
        """
        Contract = self.env["beauty.contract"].sudo()
        rows = self._fetch_breakage(day)
        contracts = Contract.browse(row[0] for row in rows)
        recognised = contracts._fetch_recognised(day)
        changes = {}
        for contract, row in zip(contracts, rows, strict=True):
            target = self._get_recognised(contract, *row[1:])
            change = self.currency_id.round(target - recognised.get(contract.id, 0.0))
            if change:
                changes[contract] = change
        return changes

    def _get_recognised(self, contract, total, used, lapsed, left):
        """Return what is to be recognised of a contract, without taxes in it."""
        if contract.lapses != "everything" or contract.breakage == "unclaimed":
            return 0.0
        digits = self.currency_id.decimal_places
        money = from_cents(
            get_recognised(
                to_cents(total, digits),
                to_basis(contract.breakage_percent),
                to_cents(used, digits),
                to_cents(lapsed, digits),
                to_cents(left, digits),
            ),
            digits,
        )
        if contract.breakage == "taxed" and contract.tax_point == "redemption":
            taxes = self._get_holding_taxes(contract.entitlement_ids[:1])
            money = self._get_net(taxes, money)
        return money

    def _fetch_breakage(self, day):
        """Return what was sold, used and lost of contracts, up to a day.

        :return: list of (contract id, sold, used, lapsed, left), sold less what was
            refunded or given on
        """
        self.env.flush_all()
        query = SQL(
            """
            SELECT c.id,
                   COALESCE(SUM(e.amount) FILTER (
                       WHERE NOT (%(redeemed)s OR %(expired)s)), 0),
                   COALESCE(-SUM(e.amount) FILTER (WHERE %(redeemed)s), 0),
                   COALESCE(-SUM(e.amount) FILTER (WHERE %(expired)s), 0),
                   COALESCE(SUM(e.amount), 0)
              FROM beauty_contract c
              JOIN beauty_entry e ON e.contract_id = c.id
              %(join_refund)s
             WHERE c.company_id = %(company)s AND c.breakage_percent > 0
               AND e.date <= %(day)s
             GROUP BY c.id
             ORDER BY c.id
            """,
            redeemed=SQL(REDEEMED),
            expired=SQL(EXPIRED),
            join_refund=SQL(JOIN_REFUND),
            company=self.id,
            day=day,
        )
        return self.env.execute_query(query)
