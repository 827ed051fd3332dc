# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
from odoo import api, fields, models


class BeautyMessage(models.Model):
    """Reminders of what expires, once for each last day of use."""

    _inherit = "beauty.message"

    @api.model
    def _cron_remind(self):
        """Remind members of every company; safe to run twice."""
        # sudo: the job serves every company, whoever starts it
        for company in self.env["res.company"].sudo().search([]):
            if company.beauty_remind_days > 0:
                self._remind_company(company)

    @api.model
    def _remind_company(self, company):
        holdings = self._find_expiring(company)
        for partner, own in holdings.grouped("partner_id").items():
            told = own.with_context(lang=partner.lang)
            rows = [holding._prepare_reminder_row() for holding in told]
            self._queue(partner, company, "expiring", rows)
        today = fields.Date.context_today(self)
        for day, own in holdings.grouped(lambda h: h._get_last_use(today)).items():
            own.reminded_for = day

    @api.model
    def _find_expiring(self, company):
        """Return holdings whose last day is near and not reminded of yet.

        Once the days of grace run, their last day is reminded of as well.
        """
        today = fields.Date.context_today(self)
        soon = fields.Date.add(today, days=company.beauty_remind_days)
        grace = self._get_longest_grace(company)
        holdings = self.env["beauty.entitlement"].search(
            [
                ("company_id", "=", company.id),
                ("date_expiry", ">=", fields.Date.subtract(today, days=grace)),
                ("date_expiry", "<=", soon),
                ("remaining", ">", 0),
                ("partner_id", "!=", False),
                "|",
                ("contract_id", "=", False),
                ("contract_id.state", "=", "active"),
            ]
        )
        return holdings.filtered(
            lambda h: today <= h._get_last_use(today) != h.reminded_for
        )

    @api.model
    def _get_longest_grace(self, company):
        ((grace,),) = self.env["beauty.contract"]._read_group(
            [("company_id", "=", company.id), ("state", "=", "active")],
            aggregates=["grace_days:max"],
        )
        return grace or 0
