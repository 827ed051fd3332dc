# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from collections import defaultdict
from typing import NamedTuple

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..rules.passes import days_gone, split_by_month

BATCH = 500


class GoneDays(NamedTuple):
    """Days of one pass that went by in one month, and what they are worth."""

    holding: models.BaseModel
    day: fields.Date
    count: int
    value: float


class BeautyEntitlement(models.Model):
    """Days of a pass that went by become revenue, night by night.

    The nightly job takes them out of the ledger and books them, each month of each
    batch in a journal entry of its own. What it missed one night comes the next.
    """

    _inherit = "beauty.entitlement"

    @api.model
    def _cron_release_passes(self):
        """Release the days of all running passes that went by; safe to run twice."""
        # sudo: the job books every company, whoever starts it
        for company in self.env["res.company"].sudo().search([]):
            if company.beauty_liability_account_id:
                self.sudo()._release_company(company)

    @api.model
    def _release_company(self, company):
        today = company._get_beauty_today()
        due = self._find_due_passes(company, today)
        for start in range(0, len(due), BATCH):
            batch = due[start : start + BATCH]
            try:
                with self.env.cr.savepoint():
                    batch._release_days(company, today)
            except UserError as error:
                self.env["beauty.exception"]._raise_release(company, today, str(error))
            self._commit_release(len(batch), len(due) - start - len(batch))

    @api.model
    def _commit_release(self, done, remaining):
        """Keep each batch, so that one which fails takes no other along."""
        if self.env.context.get("cron_id"):
            self.env["ir.cron"]._commit_progress(done, remaining=remaining)

    @api.model
    def _find_due_passes(self, company, today):
        """Return the running passes whose sale is booked and that lost days."""
        passes = self.search(
            [
                ("kind", "=", "pass"),
                ("company_id", "=", company.id),
                ("contract_id.state", "=", "active"),
                ("remaining", ">", 0),
                ("date_start", "<", today),
            ],
            order="id",
        )
        unbooked = self.env["beauty.entry"].search_fetch(
            [
                ("entitlement_id", "in", passes.ids),
                ("amount", ">", 0),
                ("account_move_line_id", "=", False),
            ],
            ["entitlement_id"],
        )
        return (passes - unbooked.entitlement_id).filtered(
            lambda h: h._has_gone_days(today)
        )

    def _release_days(self, company, today):
        """Book what went by of these passes, and take it out of the ledger."""
        months = defaultdict(list)
        for holding in self:
            for gone in holding._get_gone_days(today):
                months[gone.day].append(gone)
        vals_list = []
        for day in sorted(months):
            items = company._book_released(months[day], day)
            vals_list += [
                gone.holding._prepare_release_vals(gone, items) for gone in months[day]
            ]
        self._post_entry(vals_list)

    def _has_gone_days(self, today):
        """Whether days of the pass went by that the ledger still holds."""
        self.ensure_one()
        return bool(days_gone(self.date_expiry, today, int(self.remaining)))

    def _get_gone_days(self, today):
        """Return the days that went by, one item for each month.

        :return: list of GoneDays, oldest first
        """
        self.ensure_one()
        remaining, money = int(self.remaining), self.amount_remaining
        gone = []
        for day, count in split_by_month(
            *days_gone(self.date_expiry, today, remaining)
        ):
            value = self._get_take_value(count, remaining, money)
            gone.append(GoneDays(self, day, count, value))
            remaining -= count
            money = self.currency_id.round(money - value)
        return gone

    def _prepare_release_vals(self, gone, items):
        """Return the entry of days that went by.

        :param items: {res.partner: account.move.line on the liability}
        """
        self.ensure_one()
        item = items.get(self.partner_id.commercial_partner_id)
        return {
            "entitlement_id": self.id,
            "movement": "redeem",
            "quantity": -gone.count,
            "amount": -gone.value,
            "idempotency_key": f"pass:{self.id}:{gone.day}",
            "date": gone.day,
            "shop_id": self.contract_id.shop_id.id,
            "account_move_line_id": item.id if item and gone.value else False,
            "reason": self.env._("Days that went by"),
        }
