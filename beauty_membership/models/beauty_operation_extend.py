# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import format_date

from ..exceptions import MembershipError


class BeautyOperation(models.Model):
    """Extend: the holdings of a contract stay valid longer."""

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("extend", "Extend")], ondelete={"extend": "cascade"}
    )
    extend_days = fields.Integer(string="Days More")

    def _ensure_possible_extend(self):
        if self.extend_days <= 0:
            raise MembershipError(self.env._("Say by how many days it is extended."))
        if not self._get_dated():
            raise MembershipError(
                self.env._("%s is valid for ever already.", self.contract_id.name)
            )

    def _needs_approval_extend(self):
        """Above the days of the policy a second person decides."""
        most = self.contract_id.extend_max_days
        return bool(most and self.extend_days > most)

    def _get_calculation_extend(self):
        days = self.extend_days or 0
        return [
            {
                "label": holding.display_name,
                "amount": False,
                "note": self.env._(
                    "valid until %(new)s instead of %(old)s",
                    old=format_date(self.env, holding.date_expiry),
                    new=format_date(
                        self.env, fields.Date.add(holding.date_expiry, days=days)
                    ),
                ),
            }
            for holding in self._get_dated()
        ]

    def _get_dated(self):
        """Return the holdings of the contract that still have something left."""
        return self.contract_id._origin.entitlement_ids.filtered(
            lambda holding: holding.remaining > 0 and holding.date_expiry
        )

    def _prepare_entries_extend(self):
        return self._prepare_notes(self._get_dated())

    def _finish_extend(self):
        self._move_dates(self._get_dated(), self.extend_days)

    def _undo_finish_extend(self):
        """What it extended ends as many days earlier again."""
        self._move_dates_back(self.extend_days)
