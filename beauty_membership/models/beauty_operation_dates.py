# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import MembershipError

DATES = ("date_expiry", "date_start_until")


class BeautyOperation(models.Model):
    """Operations that move the last days of a contract and its holdings."""

    _inherit = "beauty.operation"

    old_dates = fields.Json(
        readonly=True,
        copy=False,
        help="Last days before it: {holding id: {field: day}}, with the contract's.",
    )

    def _ensure_not_frozen(self):
        """:raises MembershipError: while the contract stands still"""
        contract = self.contract_id
        if contract.state == "frozen":
            raise MembershipError(
                self.env._("%s is frozen. Unfreeze it first.", contract.name)
            )

    def _prepare_notes(self, holdings, reason=None):
        """Return entries of nothing, that note it on the statement of holdings."""
        vals = {"movement": "adjust", "quantity": 0.0, "amount": 0.0}
        if reason:
            vals["reason"] = reason
        return [{"entitlement_id": holding.id, **vals} for holding in holdings]

    def _move_dates(self, holdings, days):
        """Let the contract and its holdings end so many days later.

        :param holdings: beauty.entitlement
        :param int days: days
        """
        # sudo: terms of a contract move by its operations only
        operation, contract = self.sudo(), self.contract_id.sudo()
        rows = {str(holding.id): holding for holding in holdings.sudo()}
        operation.old_dates = {
            **{key: self._read_dates(holding) for key, holding in rows.items()},
            "contract": {"date_end": fields.Date.to_string(contract.date_end)},
        }
        for holding in rows.values():
            self._shift(holding, DATES, days)
        self._shift(contract, ("date_end",), days)

    def _move_dates_back(self, days):
        """Take so many days off what it moved; what others added since stays."""
        # sudo: see _move_dates
        contract = self.contract_id.sudo()
        moved = self.old_dates or {}
        for holding in contract.entitlement_ids:
            names = [
                name for name, day in moved.get(str(holding.id), {}).items() if day
            ]
            self._shift(holding, names, -days)
        if moved.get("contract", {}).get("date_end"):
            self._shift(contract, ("date_end",), -days)

    def _read_dates(self, holding):
        return {name: fields.Date.to_string(holding[name]) for name in DATES}

    def _shift(self, record, names, days):
        for name in names:
            if record[name]:
                record[name] = fields.Date.add(record[name], days=days)
