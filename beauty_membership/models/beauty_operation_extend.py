# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models

from ..exceptions import MembershipError


class BeautyOperation(models.Model):
    """Extend: the holdings of a contract stay valid longer."""

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("extend", "Extend")], ondelete={"extend": "cascade"}
    )
    extend_days = fields.Integer(string="Days More")
    old_dates = fields.Json(
        readonly=True,
        copy=False,
        help="Last days before it: {holding id: day}, with that of the contract.",
    )

    def _ensure_possible_extend(self):
        if self.extend_days <= 0:
            raise MembershipError(self.env._("Say by how many days it is extended."))
        if not any(self._get_dated().mapped("date_expiry")):
            raise MembershipError(
                self.env._("%s is valid for ever already.", self.contract_id.name)
            )

    def _get_dated(self):
        """Return the holdings of the contract that still have something left."""
        return self.contract_id.entitlement_ids.filtered(
            lambda holding: holding.remaining > 0 and holding.date_expiry
        )

    def _prepare_entries_extend(self):
        """An entry of nothing notes it on the statement of each holding."""
        return [
            {
                "entitlement_id": holding.id,
                "movement": "adjust",
                "quantity": 0.0,
                "amount": 0.0,
            }
            for holding in self._get_dated()
        ]

    def _finish_extend(self):
        dated = self._get_dated()
        old = {str(h.id): fields.Date.to_string(h.date_expiry) for h in dated}
        old["contract"] = fields.Date.to_string(self.contract_id.date_end)
        # sudo: terms of a contract move by its operations only
        operation = self.sudo()
        operation.old_dates = old
        for holding in dated.sudo():
            holding.date_expiry = self._add_days(holding.date_expiry)
        if operation.contract_id.date_end:
            operation.contract_id.date_end = self._add_days(self.contract_id.date_end)

    def _add_days(self, day):
        return fields.Date.add(day, days=self.extend_days)

    def _undo_finish_extend(self):
        """What it extended ends on its old day again."""
        # sudo: see _finish_extend
        old = dict(self.old_dates or {})
        contract = self.contract_id.sudo()
        contract.date_end = old.pop("contract", None) or False
        for holding in contract.entitlement_ids:
            if str(holding.id) in old:
                holding.date_expiry = old[str(holding.id)]
