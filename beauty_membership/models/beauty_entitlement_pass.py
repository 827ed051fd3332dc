# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models

from ..rules.passes import DAY, MONTH, WEEK, Limits, get_reached_limit, last_pass_day
from .beauty_plan_line_pass import LIMIT_FIELDS, PASS_STARTS


class BeautyEntitlement(models.Model):
    """A pass: its days go by, a visit takes none of them."""

    _inherit = "beauty.entitlement"

    date_start = fields.Date(
        readonly=True,
        help="First day of a pass. Empty until the first visit, if that starts it.",
    )
    date_start_until = fields.Date(
        string="Start until",
        readonly=True,
        help="Last day of the first visit, if that starts the pass. Empty: any day.",
    )
    pass_start = fields.Selection(selection=PASS_STARTS, readonly=True)
    visits_per_day = fields.Integer(readonly=True)
    visits_per_week = fields.Integer(readonly=True)
    visits_per_month = fields.Integer(readonly=True)

    def _get_terms(self):
        """A pass has no grace; of one that ran out, the last day says what counts."""
        terms = super()._get_terms()
        if self.kind != "pass":
            return terms
        last, today = self.date_expiry, fields.Date.context_today(self)
        remaining = self.remaining or float(bool(last and last < today))
        return terms._replace(grace_days=0, remaining=remaining)

    def _get_limit_refusal(self, visits, day):
        """Say which limit forbids one more visit on a day, or nothing."""
        self.ensure_one()
        limits = Limits(*(self[name] for name in LIMIT_FIELDS))
        return self._get_limit_message(get_reached_limit(visits, day, limits), limits)

    @api.model
    def _get_limit_message(self, period, limits):
        if not period:
            return ""
        templates = {
            DAY: self.env._("This pass allows %(count)s visits a day."),
            WEEK: self.env._("This pass allows %(count)s visits a week."),
            MONTH: self.env._("This pass allows %(count)s visits a month."),
        }
        return templates[period] % {"count": getattr(limits, period)}

    def _get_visit_days(self):
        """Return the days of the visits on a pass, those undone left out.

        :return: list of date
        """
        self.ensure_one()
        visits = self.env["beauty.entry"].search(
            [
                ("entitlement_id", "=", self.id),
                ("movement", "=", "redeem"),
                "|",
                ("pos_order_line_id", "!=", False),
                ("operation_id", "!=", False),
            ]
        )
        back = self.env["beauty.entry"].search(
            [("reversed_entry_id", "in", visits.ids)]
        )
        return (visits - back.reversed_entry_id).mapped("date")

    def _start_pass(self, day):
        """Start the passes that their first visit starts."""
        waiting = self.filtered(lambda h: h.kind == "pass" and not h.date_start)
        for holding in waiting:
            last = last_pass_day(day, int(holding.remaining))
            holding.write({"date_start": day, "date_expiry": last})

    def _unstart_pass(self):
        """A pass whose only visit was undone waits for the first one again."""
        self.ensure_one()
        is_waiting = self.pass_start == "visit" and self.remaining == self.quantity
        if is_waiting and self.date_start and not self._get_visit_days():
            self.write({"date_start": False, "date_expiry": self.date_start_until})

    @api.model
    def _get_give_back(self, entry, units):
        """A visit took no days: it comes back once, and gives none."""
        if entry.entitlement_id.kind != "pass":
            return super()._get_give_back(entry, units)
        back = self.env["beauty.entry"].search(
            [("reversed_entry_id", "=", entry.id)], limit=1
        )
        return None if back else 0.0
