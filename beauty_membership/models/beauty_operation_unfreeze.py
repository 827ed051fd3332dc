# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import fields, models
from odoo.tools import format_date

from ..exceptions import MembershipError
from ..rules.freezing import days_between


class BeautyOperation(models.Model):
    """Unfreeze: a contract goes on, and stays valid longer by the days it stood."""

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("unfreeze", "Unfreeze")], ondelete={"unfreeze": "cascade"}
    )
    frozen_days = fields.Integer(
        readonly=True, copy=False, help="Days it really stood still."
    )

    def _ensure_possible_unfreeze(self):
        contract = self.contract_id
        if not contract.frozen_from:
            raise MembershipError(self.env._("%s is not frozen.", contract.name))
        if contract.state == "frozen" and self.date < contract.frozen_from:
            raise MembershipError(
                self.env._(
                    "It is frozen since %s only. Reverse the freeze instead.",
                    format_date(self.env, contract.frozen_from),
                )
            )
        if self.date > self.company_id._get_beauty_today():
            raise MembershipError(
                self.env._("It goes on today, or on a day before. Choose that day.")
            )

    def _get_days_stood(self):
        """Return the days from the first one frozen to the day it goes on."""
        first = self.contract_id.frozen_from
        if not first or not self.date:
            return 0
        return max(days_between(first, self.date), 0)

    def _get_standing(self):
        """Return the holdings that were still valid when the freeze began."""
        contract = self.contract_id._origin
        return contract.entitlement_ids.filtered(
            lambda h: h.date_expiry and h.date_expiry >= contract.frozen_from
        )

    def _get_calculation_unfreeze(self):
        contract = self.contract_id
        if not contract.frozen_from or not self.date:
            return []
        days = self._get_days_stood()
        note = self.env._(
            "from %(first)s on: valid %(days)s days longer",
            first=format_date(self.env, contract.frozen_from),
            days=days,
        )
        return [{"label": self.env._("Stood still"), "amount": False, "note": note}]

    def _prepare_entries_unfreeze(self):
        days = self._get_days_stood()
        reason = self.env._("Frozen for %s days", days)
        holdings = self.contract_id.entitlement_ids.filtered("remaining")
        return self._prepare_notes(holdings, reason)

    def _finish_unfreeze(self):
        # sudo: a contract is unfrozen by operations only
        operation, contract = self.sudo(), self.contract_id.sudo()
        operation.frozen_days = days = operation._get_days_stood()
        operation._move_dates(operation._get_standing(), days)
        operation.old_dates = {
            **operation.old_dates,
            "frozen": {
                name: fields.Date.to_string(contract[name])
                for name in ("frozen_from", "frozen_until")
            },
        }
        contract._end_freeze()

    def _ensure_reversible_unfreeze(self):
        contract = self.contract_id
        if contract.state != "active" or contract.frozen_from:
            raise MembershipError(
                self.env._("%s was frozen again or closed meanwhile.", contract.name)
            )
        frozen_from = fields.Date.to_date(self.old_dates["frozen"]["frozen_from"])
        probe = self.new({"contract_id": contract.id, "date": frozen_from})
        last = probe._get_last_use()
        if last:
            raise MembershipError(
                self.env._(
                    "%(name)s was used on %(day)s. Freeze it anew instead.",
                    name=contract.name,
                    day=format_date(self.env, last),
                )
            )

    def _undo_finish_unfreeze(self):
        """It is frozen again, as it was."""
        self._move_dates_back(self.frozen_days)
        # sudo: see _finish_unfreeze
        contract = self.contract_id.sudo()
        contract.write(self.old_dates["frozen"])
        if contract.frozen_from <= self.company_id._get_beauty_today():
            contract._start_freeze()
