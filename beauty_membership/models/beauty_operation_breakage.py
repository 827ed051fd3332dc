# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import models

from ..rules.breakage import get_release
from ..rules.money import from_cents, to_cents


class BeautyOperation(models.Model):
    """An expiry releases first what was recognised ahead of it."""

    _inherit = "beauty.operation"

    def _prepare_expiry_counterparts(self, label):
        lines = super()._prepare_expiry_counterparts(label)
        released = sum(self._get_releases().values())
        return lines + self._prepare_released(-released, label)

    def _prepare_released(self, money, label):
        lines = self.company_id._prepare_recognition(money)
        return [{"name": label, **line} for line in lines]

    def _get_releases(self):
        """Return what these expiries release of what was recognised.

        :return: {beauty.contract: money}
        """
        recognised = self.contract_id._fetch_recognised()
        releases = {}
        for contract, own in self.grouped("contract_id").items():
            digits = contract.currency_id.decimal_places
            known = to_cents(recognised.get(contract.id, 0.0), digits)
            expired = to_cents(sum(own.mapped("amount")), digits)
            releases[contract] = from_cents(get_release(known, expired), digits)
        return releases

    def _book_expiries(self, balances):
        releases = self._get_releases()
        items = super()._book_expiries(balances)
        self.company_id._keep_breakage(
            {contract: -money for contract, money in releases.items()},
            self[0].date,
            self.move_id,
            self.grouped("contract_id"),
        )
        return items

    def _reverse_move(self, reversal, balances):
        items = super()._reverse_move(reversal, balances)
        if self.kind == "expire":
            self.company_id._keep_breakage(
                {self.contract_id: self._get_released()},
                reversal.date,
                reversal.sudo().move_id,
                {self.contract_id: reversal},
            )
        return items

    def _prepare_expiry_reversal(self, label):
        """What it released is recognised again."""
        lines = super()._prepare_expiry_reversal(label)
        return lines + self._prepare_released(self._get_released(), label)

    def _get_released(self):
        """Return the money that this expiry released."""
        # sudo: see beauty.contract._fetch_recognised
        rows = self.env["beauty.breakage"].sudo()
        return -sum(rows.search([("operation_id", "=", self.id)]).mapped("amount"))
