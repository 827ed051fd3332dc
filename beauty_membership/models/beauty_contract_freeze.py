# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import logging

from odoo import api, fields, models
from odoo.exceptions import UserError

_logger = logging.getLogger(__name__)


class BeautyContract(models.Model):
    """A contract that stands still: planned freezes start and end at night."""

    _inherit = "beauty.contract"

    _frozen = models.Index("(frozen_from) WHERE frozen_from IS NOT NULL")

    def _start_freeze(self):
        """Let it stand still; what a pass lost before is booked first."""
        for contract in self:
            contract._release_before(contract.frozen_from)
            contract.state = "frozen"
            self.env["pos.order"]._notify_member_changed(contract.partner_id)

    def _release_before(self, day):
        """Book the days of its passes that went by before a day.

        Those of a pass whose sale is not booked yet come after the freeze.
        """
        passes = self.entitlement_ids.filtered(
            lambda h: h.kind == "pass" and h.remaining > 0 and h.date_start
        )
        loose = self.env["beauty.entry"].search(
            [
                ("entitlement_id", "in", passes.ids),
                ("amount", ">", 0),
                ("account_move_line_id", "=", False),
            ]
        )
        gone = (passes - loose.entitlement_id).filtered(
            lambda h: h.date_start < day and h._has_gone_days(day)
        )
        if gone:
            gone._release_days(self.company_id, day)

    def _end_freeze(self):
        """Let it go on; its days were moved before."""
        for contract in self:
            is_frozen = contract.state == "frozen"
            contract.write(
                {
                    "frozen_from": False,
                    "frozen_until": False,
                    "state": "active" if is_frozen else contract.state,
                }
            )
            self.env["pos.order"]._notify_member_changed(contract.partner_id)

    @api.model
    def _cron_freeze(self):
        """Start the freezes that are planned, end those whose last day is over.

        Safe to run twice; one that fails takes no other along.
        """
        # sudo: the job looks after every company, whoever starts it
        contracts = self.sudo().search(
            [("frozen_from", "!=", False), ("state", "in", ("active", "frozen"))]
        )
        for done, contract in enumerate(contracts, start=1):
            try:
                with self.env.cr.savepoint():
                    contract._follow_freeze()
            except UserError as error:
                contract._ask_about_freeze(str(error))
            if self.env.context.get("cron_id"):
                left = len(contracts) - done
                self.env["ir.cron"]._commit_progress(1, remaining=left)

    def _follow_freeze(self):
        """Do what is due of a freeze today."""
        today = self.company_id._get_beauty_today()
        if self.state == "active" and self.frozen_from <= today:
            self._start_freeze()
        if self.state == "frozen" and self.frozen_until and self.frozen_until < today:
            back = fields.Date.add(self.frozen_until, days=1)
            reason = self.env._("The last day of the freeze is over")
            operation = self.env["beauty.operation"].create(
                {
                    "kind": "unfreeze",
                    "contract_id": self.id,
                    "date": back,
                    "reason": reason,
                }
            )
            operation._execute()

    def _ask_about_freeze(self, problem):
        """Tell a manager what keeps a freeze from starting or ending, once."""
        _logger.warning("Freeze of %s: %s", self.name, problem)
        summary = self.env._("The freeze could not start or end")
        if summary not in self.activity_ids.mapped("summary"):
            self.activity_schedule(
                "mail.mail_activity_data_todo",
                summary=summary,
                note=problem,
                user_id=self.company_id._get_beauty_owner().id,
            )
