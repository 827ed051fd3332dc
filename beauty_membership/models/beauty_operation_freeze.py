# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models
from odoo.tools import format_date

from ..exceptions import MembershipError
from ..rules import freezing
from ..rules.freezing import Limits, days_between, find_excess


class BeautyOperation(models.Model):
    """Freeze: a contract stands still, from a day on and maybe until one."""

    _inherit = "beauty.operation"

    kind = fields.Selection(
        selection_add=[("freeze", "Freeze")], ondelete={"freeze": "cascade"}
    )
    freeze_until = fields.Date(
        string="Frozen until",
        help="Last day it stands still; the night after it is active again. Empty: "
        "until somebody unfreezes it.",
    )

    @api.depends("freeze_until", "extend_days")
    def _compute_calculation(self):
        return super()._compute_calculation()

    def _ensure_possible_freeze(self):
        refusal = self._get_freeze_refusal()
        if refusal:
            raise MembershipError(refusal)

    def _get_freeze_refusal(self):
        """Say why the contract cannot be frozen like this, or nothing."""
        contract, name = self.contract_id, self.contract_id.name
        if not contract.can_freeze:
            return self.env._("%s cannot be frozen, by its terms.", name)
        if contract.frozen_from:
            return self.env._(
                "%(name)s is frozen from %(day)s on already.",
                name=name,
                day=format_date(self.env, contract.frozen_from),
            )
        if self.freeze_until and self.freeze_until < self.date:
            return self.env._("The last day frozen comes before the first one.")
        if self.date < contract.date_start:
            return self.env._("%s starts later. Choose a later day.", name)
        if contract.date_end and self.date > contract.date_end:
            return self.env._("%s ends before that day. Extend it instead.", name)
        last = self._get_last_use()
        if last and last >= self.date:
            return self.env._(
                "%(name)s was used on %(day)s. Freeze it from the day after.",
                name=name,
                day=format_date(self.env, last),
            )
        return ""

    def _get_last_use(self):
        """Return the last day on which the contract was used, or None."""
        # sudo: only a day leaves
        entries = self.env["beauty.entry"].sudo()
        uses = entries.search(
            [
                ("contract_id", "=", self.contract_id.id),
                ("movement", "=", "redeem"),
                ("date", ">=", self.date),
            ]
        )
        back = entries.search([("reversed_entry_id", "in", uses.ids)])
        return max((uses - back.reversed_entry_id).mapped("date"), default=None)

    def _needs_approval_freeze(self):
        return bool(self._get_freeze_excess())

    def _get_freeze_excess(self):
        """Return what the freeze has above the terms: codes of rules.freezing."""
        contract = self.contract_id
        limits = Limits(
            contract.freeze_max_days,
            contract.freeze_min_days,
            contract.freeze_max_times,
        )
        days, times = self._get_frozen_before()
        return find_excess(limits, self._get_planned_days(), days, times)

    def _get_planned_days(self):
        """Return the days it stands still; 0 if its end is open."""
        if not self.freeze_until or not self.date:
            return 0
        return max(days_between(self.date, self.freeze_until) + 1, 0)

    def _get_frozen_before(self):
        """Return the days and the times it was frozen in the year before."""
        done = self.contract_id._origin.operation_ids.filtered(
            lambda o: (
                o.state == "done"
                and not o.reversed_operation_id
                and o.date >= freezing.get_window(self.date)
            )
        )
        ended = done.filtered(lambda o: o.kind == "unfreeze" and o.frozen_days)
        return sum(ended.mapped("frozen_days")), len(ended)

    def _get_calculation_freeze(self):
        if not self.date:
            return []
        rows = [(self.env._("Stands still"), self._get_period_text())]
        days, times = self._get_frozen_before()
        if times:
            before = self.env._(
                "%(days)s days, %(times)s times", days=days, times=times
            )
            rows.append((self.env._("Frozen within a year before"), before))
        rows += [
            (self.env._("A second person approves"), w)
            for w in self._get_excess_words()
        ]
        return [{"label": a, "amount": False, "note": b} for a, b in rows]

    def _get_period_text(self):
        first = format_date(self.env, self.date)
        if not self.freeze_until:
            return self.env._("from %s until it is unfrozen", first)
        return self.env._(
            "from %(first)s to %(last)s: valid %(days)s days longer",
            first=first,
            last=format_date(self.env, self.freeze_until),
            days=self._get_planned_days(),
        )

    def _get_excess_words(self):
        contract = self.contract_id
        words = {
            freezing.TOO_LONG: self.env._(
                "more than %s days within a year", contract.freeze_max_days
            ),
            freezing.TOO_SHORT: self.env._(
                "less than %s days", contract.freeze_min_days
            ),
            freezing.TOO_OFTEN: self.env._(
                "more than %s times within a year", contract.freeze_max_times
            ),
        }
        return [words[code] for code in self._get_freeze_excess()]

    def _prepare_entries_freeze(self):
        holdings = self.contract_id.entitlement_ids.filtered("remaining")
        reason = self.env._("Frozen %s", self._get_period_text())
        if self.reason:
            reason = f"{reason} ({self.reason})"
        return self._prepare_notes(holdings, reason)

    def _finish_freeze(self):
        # sudo: a contract is frozen by operations only
        contract = self.contract_id.sudo()
        contract.write({"frozen_from": self.date, "frozen_until": self.freeze_until})
        if self.date <= self.company_id._get_beauty_today():
            contract._start_freeze()

    def _ensure_reversible_freeze(self):
        if self.contract_id.frozen_from != self.date:
            raise MembershipError(
                self.env._("It is over. Reverse its unfreezing first.")
            )

    def _undo_finish_freeze(self):
        """It was never frozen: days of a pass went by."""
        self.contract_id.sudo()._end_freeze()
