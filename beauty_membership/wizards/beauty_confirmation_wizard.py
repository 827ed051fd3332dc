# Copyright 2026 beauty_membership contributors
# License LGPL-3.0 or later (https://www.gnu.org/licenses/lgpl).
import random

from odoo import Command, api, fields, models
from odoo.exceptions import UserError

SAMPLES = [
    ("chosen", "These members"),
    ("largest", "The largest balances"),
    ("random", "A random sample"),
]


class BeautyConfirmationWizard(models.TransientModel):
    """Asks whose balance is to be confirmed, and prints the letters.

    An auditor has members confirm what they hold. The sample can be repeated: its
    seed is printed in the letters' footer.
    """

    _name = "beauty.confirmation.wizard"
    _description = "Balance Confirmation Letters"

    date = fields.Date(
        string="As of",
        required=True,
        default=lambda self: self.env["beauty.liability.report"]._get_last_month_end(),
        help="Last day whose movements count.",
    )
    reply_by = fields.Date(
        required=True,
        default=lambda self: fields.Date.add(fields.Date.context_today(self), days=14),
        help="Day by which the member is asked to answer.",
    )
    sample = fields.Selection(selection=SAMPLES, required=True, default="largest")
    count = fields.Integer(default=25, help="Letters at the most.")
    seed = fields.Integer(
        default=lambda self: random.randint(1, 99999),  # noqa: S311 (no secret)
        help="The same number draws the same members again.",
    )
    amount_min = fields.Float(
        string="Balance from", help="Smaller balances get no letter."
    )
    partner_ids = fields.Many2many("res.partner", string="Members")

    @api.model
    def default_get(self, fields):
        """The members chosen in the list."""
        values = super().default_get(fields)
        if self.env.context.get("active_model") == "res.partner":
            ids = self.env.context.get("active_ids") or []
            values |= {"sample": "chosen", "partner_ids": [Command.set(ids)]}
        return values

    def action_print(self):
        """Print one letter for each member of the sample.

        :raises UserError: if nobody holds that much on that day
        """
        self.ensure_one()
        self.env["beauty.liability.report"].check_access("read")
        if not self._get_letters():
            raise UserError(self.env._("Nobody holds that much on that day."))
        report = self.env.ref("beauty_membership.action_report_balance_confirmation")
        return {**report.report_action(self), "close_on_report_download": True}

    def _get_letters(self):
        """Return what is printed of each member, in her language.

        :return: list of dict, see :meth:`_get_letter`
        """
        rows = self._fetch_balances()
        totals = {
            partner: sum(row["amount"] for row in own) for partner, own in rows.items()
        }
        return [
            self._get_letter(partner, rows.get(partner, []))
            for partner in self._get_sample(totals)
        ]

    def _get_letter(self, partner, rows):
        """Return one member's letter.

        :param list rows: of :meth:`_fetch_balances`
        :return: dict: wizard, partner, amount (liability), holdings (list of dict:
            holding, units, amount)
        """
        wizard = self.with_context(lang=partner.lang or self.env.lang)
        return {
            "wizard": wizard,
            "partner": partner.with_env(wizard.env),
            "amount": sum(row["amount"] for row in rows),
            "holdings": [
                {**row, "holding": row["holding"].with_env(wizard.env)} for row in rows
            ],
        }

    def _fetch_balances(self):
        """Return what members hold on the day.

        :return: {res.partner: list of dict: holding, units, amount}
        """
        Report = self.env["beauty.liability.report"]
        Report = Report.with_context(date_from=self.date, date_to=self.date)
        domain = [
            ("company_id", "=", self.env.company.id),
            ("kind", "!=", "points"),
            ("partner_id", "!=", False),
            ("date", "<=", self.date),
        ]
        if self.sample == "chosen":
            domain.append(("partner_id", "in", self.partner_ids.ids))
        balances = {}
        for partner, holding, amount, units in Report._read_group(
            domain,
            ["partner_id", "entitlement_id"],
            ["amount_closing:sum", "units_closing:sum"],
        ):
            if units or amount:
                row = {"holding": holding, "units": units, "amount": float(amount)}
                balances.setdefault(partner, []).append(row)
        return balances

    def _get_sample(self, totals):
        """Return the members who get a letter.

        :param dict totals: {res.partner: liability}
        """
        if self.sample == "chosen":
            return self.partner_ids
        least = self.amount_min or 0.01
        able = [partner for partner, total in totals.items() if total >= least]
        if self.sample == "largest":
            able.sort(key=lambda partner: (-totals[partner], partner.id))
            return able[: self.count]
        able.sort(key=lambda partner: partner.id)
        # no secret: a sample that can be drawn again
        return random.Random(self.seed).sample(able, min(self.count, len(able)))  # noqa: S311
